import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerCallbacks } from '../../../bot/callbacks/reader.ts';
import { choiceArguments, munitionScreen, readChoice, regionScreen } from '../../../bot/reader/choice.ts';
import { readLink } from '../../../bot/reader/citation.ts';
import { readerLink } from '../../../bot/reader/commands.ts';
import { incidentScreen, latestScreen, pageSize } from '../../../bot/reader/latest.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import { incident, incidentFrom } from '../../support/samples/samples.ts';
import {
  anyNastyReport,
  expectSendable,
  longestReport,
  textOf,
  viewIn,
  views,
} from '../../support/screens.ts';

const at = '2022-05-12T09:00:00.000Z';
/** Later than any delay. */
const released = '2036-05-12T09:00:00.000Z';
const english = await viewIn('en');
const cursor = 'x'.repeat(19);
const worst = {
  region: 'UA-23',
  munitions: ['unexploded_submunition', 'other_unexploded', 'scatterable_mine'],
  grades: ['single_source'],
  position: `a${cursor}`,
} as const;

const citing = { bot: 'svidok_bot', today: '2026-11-23' };

describe('the latest incidents', () => {
  test('say that there are none, and why', () => {
    expect(textOf(latestScreen({ items: [] }, {}, english))).toContain('Nothing has been published yet.');
    expect(textOf(latestScreen({ items: [] }, { region: 'UA-23' }, english))).toContain(
      'Region: Zaporizhzhia region',
    );
  });

  test('of a period say so, with the days of one that moves, keep it in every button, and name what may belong to it', () => {
    const days = { from: '2026-11-17', to: '2026-11-23' };
    const choice = { period: 'week', region: 'UA-23' } as const;
    const screen = latestScreen({ items: [incident], next: cursor }, choice, english, {
      days,
      perhaps: 2,
      citing,
    });
    expect(textOf(screen)).toContain('When it happened: 7 days (17–23 November 2026)');
    expect(textOf(screen)).toContain('Not listed: 2 incidents that may belong to this period');
    const buttons = screen.buttons.flat();
    for (const button of buttons)
      if ('data' in button && !button.data.startsWith('r:follow')) expect(button.data).toContain('week');
    const [copied = ''] = buttons.flatMap(button => ('copy' in button ? [button.copy] : []));
    expect(copied).toContain('When it happened: 17–23 November 2026');
    const link = readerLink.exec(
      `/start ${new URL(copied.split(' ').at(-1) ?? '').searchParams.get('start')}`,
    );
    expect(readLink(link?.[1] ?? '', english.country)).toMatchObject({
      choice: { region: 'UA-23', period: days },
    });
  });

  test('offer older and newer pages, filters and details', () => {
    const screen = latestScreen({ items: [incident], next: cursor, previous: cursor }, worst, english);
    expect(screen.buttons.flat().map(({ text }) => text)).toEqual([
      'Details 1',
      'Newer',
      'Older',
      'Region',
      'Munition',
      'Support',
      'Summary',
      'Follow: Zaporizhzhia region',
    ]);
    expectSendable(screen);
  });

  test('can be sent with a full page of the longest incidents', () => {
    for (const character of ['Ж', '&', '😀', '\u0338'])
      for (const view of views) {
        const one = incidentFrom([longestReport(character)], { id: 'ZZZZZ00001', at });
        const [source, by] = [one.sources[0], one.attributions[0]];
        if (!source || !by) throw new Error('No source');
        const others = [1, 2, 3, 4].map(n => ({ ...source, name: `${n}${source.name}` }));
        const longest = {
          ...one,
          reportCount: 11_111,
          sources: others,
          attributions: others.map(other => ({ ...by, by: other })),
          changedAt: '2023-09-30T22:59:00.000Z',
        };
        const items = Array.from({ length: pageSize }, () => longest);
        expectSendable(latestScreen({ items, next: cursor, previous: cursor }, worst, view));
        expectSendable(incidentScreen(longest, worst, view, citing));
      }
  });

  test('can be sent, whatever the texts hold', () => {
    fc.assert(
      fc.property(
        fc.array(anyNastyReport, { minLength: pageSize, maxLength: pageSize }),
        fc.constantFrom(...views),
        (reports, view) => {
          const items = reports.map(report => incidentFrom([report], { id: report.id, at }));
          expectSendable(latestScreen({ items, next: cursor, previous: cursor }, worst, view));
          for (const item of items) expectSendable(incidentScreen(item, worst, view, citing));
        },
      ),
    );
  });

  test('show nothing of an incident that is not published any more', () => {
    const text = textOf(incidentScreen({ ...incident, status: 'retracted' }, {}, english, citing));
    expect(text).toBe('This incident is no longer shown.');
    expect(textOf(incidentScreen(undefined, {}, english, citing))).toBe(text);
  });

  test('quote a forwarded post under its link where there is room, and never what a person typed', () => {
    const named = longestReport('я');
    const text = 'Eight people were injured.';
    const by = { kind: 'newsroom' as const, name: 'CNN', link: 'https://t.me/cnn/1' };
    const shown = (change: Partial<typeof named.answers>) =>
      textOf(
        incidentScreen(
          incidentFrom([{ ...named, answers: { ...named.answers, ...change } }], { id: 'I', at: released }),
          {},
          english,
          citing,
        ),
      );
    expect(shown({ post: { text, by } })).toContain(`In the words of \u2068CNN\u2069: t.me\n${text}`);
    expect(shown({ account: text, post: undefined })).not.toContain('Eight');
    // A private channel’s post, which nobody can read there.
    expect(shown({ post: { text, by: { ...by, link: undefined } } })).not.toContain('Eight');
  });
});

describe('the choice of a reader', () => {
  test('comes back from the button it went into; a forged one chooses nothing', () => {
    const choiceIn = (data: string) => {
      const callback = readerCallbacks.parse(data);
      return callback?.name === 'latest' && readChoice(callback.args, english.country);
    };
    expect(choiceIn(readerCallbacks.data('latest', choiceArguments(worst)))).toEqual(worst);
    expect(choiceIn('r:latest:99')).toEqual({});
    expect(choiceIn('r:latest')).toEqual({});
  });

  test('has a button for every region and every munition', () => {
    for (const view of views) {
      const regions = regionScreen(view, region =>
        readerCallbacks.data('latest', choiceArguments({ region })),
      );
      expectSendable(regions);
      expect(regions.buttons.flat()).toHaveLength(view.country.regions.length + 1);
      const pages = [0, 1, 2].map(page => munitionScreen(view, worst, page));
      for (const page of pages) expectSendable(page);
      const shown = pages.flatMap(page => page.buttons.flat().map(({ text }) => text));
      for (const munition of munitions) expect(shown).toContain(view.t.terms.munitions[munition]);
    }
  });
});
