import { describe, expect, test } from 'vitest';
import { readerCallbacks } from '../../../../bot/callbacks/reader.ts';
import { loadParsers } from '../../../../bot/parsers.ts';
import { choiceArguments, listData, munitionScreen, readChoice } from '../../../../bot/reader/choice.ts';
import { latestScreen, pageSize } from '../../../../bot/reader/latest.ts';
import { type Command, readRequest, understand } from '../../../../bot/reader/request/request.ts';
import { html } from '../../../../bot/telegram/html.ts';
import { munitions } from '../../../../lib/report/vocabulary.ts';
import { countedGrades } from '../../../../lib/summary/grades.ts';
import { incidentFrom } from '../../../support/samples/samples.ts';
import { expectSendable, longestReport, textOf, viewIn, views } from '../../../support/screens.ts';

const english = await viewIn('en');
const readers = await loadParsers(english.country);
const now = new Date('2026-11-23T10:00:00Z');
const ask = (command: Command, text: string, view = english) =>
  understand({ text, command, request: readers.request(text, { now, locale: view.locale }) }, view, {
    now,
    townBy: readers.townBy,
  });

/** What the buttons of a question lead to. */
const leads = (command: Command, text: string): readonly string[] => {
  const understood = ask(command, text);
  return understood.kind === 'asked'
    ? understood.screen.buttons.flat().flatMap(button => ('data' in button ? [button.data] : []))
    : [];
};

describe("a reader's words", () => {
  test('choose at once where they are plain', () => {
    expect(ask('latest', 'касетні Харків')).toMatchObject({
      kind: 'chosen',
      choice: { settlement: 706_483, munitions: ['cluster_munition'] },
    });
    expect(ask('summary', 'Запорізька область 2022')).toMatchObject({
      choice: { region: 'UA-23' },
      period: { from: '2022-01-01', to: '2022-12-31' },
      note: undefined,
    });
  });

  test('choose a list by all that a summary is chosen by, and a summary by what is up to or from a time', () => {
    const asked = (command: Command, text: string) => {
      const { request, said } = readRequest(text, english, readers, now);
      return understand({ text, command, request }, english, { now, townBy: readers.townBy, said });
    };
    const march = { from: '2022-03-01', to: '2022-03-31' };
    expect(asked('latest', 'in March 2022')).toMatchObject({
      kind: 'chosen',
      period: march,
      note: undefined,
    });
    expect(asked('latest', 'confirmed or single source cluster Kharkiv region March 2022')).toMatchObject({
      choice: { region: 'UA-63', munitions: ['cluster_munition'], grades: ['confirmed', 'single_source'] },
      period: march,
    });
    for (const command of ['latest', 'summary'] as const) {
      expect(asked(command, 'cluster since May')).toMatchObject({
        choice: { munitions: ['cluster_munition'] },
        period: { from: '2026-05-01', to: '2026-11-23' },
      });
      expect(asked(command, 'Izium before 2023')).toMatchObject({
        choice: { settlement: 707_292 },
        period: { from: '1900-01-01', to: '2022-12-31' },
      });
    }
    // A list has every grade without being asked; a summary's headline has the usual ones.
    const usual = 'confirmed or several sources';
    expect(asked('latest', usual)).toMatchObject({ choice: { grades: ['confirmed', 'corroborated'] } });
    expect(asked('summary', usual)).toMatchObject({ choice: { grades: undefined } });
    expect(asked('latest', 'all grades')).toMatchObject({ choice: { grades: undefined } });
    expect(asked('summary', 'all grades')).toMatchObject({ choice: { grades: countedGrades } });
    const denied = asked('latest', 'March 2022 not confirmed');
    expect(denied.kind === 'chosen' && denied.note?.source).toMatch(/Not understood: .not confirmed/);
  });

  test('lead from each button to all that was sure beside the question', () => {
    expect(leads('latest', 'cluster Kharkiv')).toEqual(['r:latest:s706483:cl', 'r:latest:63:cl', 'r:latest']);
    expect(leads('summary', 'Kharkiv March 2022')).toEqual([
      'r:summary:2022-03:s706483',
      'r:summary:2022-03:63',
      'r:summary:month',
    ]);
    expect(leads('summary', 'mines Kharkiv 2022')).toEqual([
      'r:summary:2022-01_2022-12:s706483:ap.av.sm',
      'r:summary:2022-01_2022-12:63:ap.av.sm',
      'r:summary:month',
    ]);
    expect(ask('latest', 'mines Крим')).toMatchObject({
      choice: {
        region: 'UA-43',
        munitions: ['anti_personnel_mine', 'anti_vehicle_mine', 'scatterable_mine'],
      },
    });
    expect(leads('summary', 'Жовтень')).toContain('r:summary:2026-10');
    expect(leads('latest', 'Жовтень')).toContain(
      listData({ period: { from: '2026-10-01', to: '2026-10-31' } }),
    );
  });

  test('of nothing but the future are said to be so, beside what is answered', () => {
    const asked = (text: string) => {
      const { request, said } = readRequest(text, english, readers, now);
      return understand({ text, command: 'summary', request }, english, {
        now,
        townBy: readers.townBy,
        said,
      });
    };
    const beside = asked('Kharkiv region after 2026');
    expect(beside).toMatchObject({ kind: 'chosen', choice: { region: 'UA-63' }, period: undefined });
    expect(JSON.stringify(beside)).toContain('has not come yet');
    const alone = asked('after 2026');
    expect(alone.kind === 'asked' && textOf(alone.screen)).toContain('has not come yet');
    expect(JSON.stringify(asked('Kharkiv region after May 2026'))).not.toContain('has not come yet');
  });

  test('that are not understood, or of the future, are said to be so, with a way on', () => {
    for (const command of ['latest', 'summary'] as const) {
      const asked = ask(command, '<b>qqq</b>');
      expect(asked.kind === 'asked' && textOf(asked.screen)).toContain('I did not understand what to show: ');
      expect(leads(command, '2030')[0]).toBe(command === 'latest' ? 'r:latest' : 'r:summary:month');
      const future = ask(command, '2030');
      expect(future.kind === 'asked' && textOf(future.screen)).toContain('has not come yet');
    }
  });

  test('always make a screen that can be sent, in every language', () => {
    const said = [
      'Миколаївка',
      'Kharkiv mines',
      'Жовтень',
      'ыыы',
      '2030',
      'Новосілки 2022',
      'Олександрівка касетні',
    ];
    for (const view of views)
      for (const command of ['latest', 'summary'] as const)
        for (const text of [...said, '😀'.repeat(500)]) {
          const understood = ask(command, text, view);
          if (understood.kind === 'asked') expectSendable(understood.screen);
        }
  });
});

describe('a list of a settlement', () => {
  const choice = {
    settlement: 999_999_999,
    munitions: ['unexploded_submunition', 'other_unexploded', 'scatterable_mine'],
    grades: ['single_source'],
    position: `a${'x'.repeat(19)}`,
  } as const;

  test('fits on a screen and into its buttons at its longest, with a note', () => {
    const note = html`${'я'.repeat(400)}`;
    const place = longestReport('Ж').answers.place;
    for (const view of views) {
      const one = incidentFrom([longestReport('Ж')]);
      const items = Array.from({ length: pageSize }, () => one);
      expectSendable(latestScreen({ items, next: 'x'.repeat(19) }, choice, view, { place, note }));
      for (const page of [0, 1, 2]) expectSendable(munitionScreen(view, choice, page));
    }
  });

  test('comes back from its buttons, whatever the munition', () => {
    for (const munition of munitions) {
      const settlement = munition === 'other' ? -2_144_465_612 : choice.settlement;
      const whole = { ...choice, settlement, munitions: [munition] };
      const data = readerCallbacks.data('incident', { id: 'ZZZZZ00001', ...choiceArguments(whole) });
      const callback = readerCallbacks.parse(data);
      expect(callback?.name === 'incident' && readChoice(callback.args, english.country)).toMatchObject(
        whole,
      );
    }
  });
});
