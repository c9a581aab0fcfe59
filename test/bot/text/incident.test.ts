import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthOf } from '../../../bot/telegram/html.ts';
import { incidentQuotes, incidentText, maxIncidentLength } from '../../../bot/text/incident.ts';
import type { Report } from '../../../lib/report/report.ts';
import { answers, incidentFrom, report } from '../../support/samples/samples.ts';
import { anyNastyReport, longestReport, textOf, viewIn, views } from '../../support/screens.ts';

const of = (changes: Partial<Report['answers']>) =>
  incidentFrom([{ ...report, answers: { ...answers, ...changes } }]);
const english = await viewIn('en');
const read = (changes: Partial<Report['answers']>, detail?: 'brief' | 'whole') =>
  textOf({ text: incidentText(of(changes), english, detail) });

describe('an incident as readers see it', () => {
  test('counts killed and injured apart, and says unknown as unknown', () => {
    const text = read({ killed: 'unknown', injured: { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } } });
    expect(text).toContain('Killed: unknown');
    expect(text).toContain('Injured: 8, 3 of them medics');
    expect(text).not.toContain('asualties');
  });

  test('keeps ranges, "at least" and "about"', () => {
    expect(read({ killed: { min: 3, max: 5 } })).toContain('Killed: 3–5');
    expect(read({ killed: { min: 215 } })).toContain('Killed: at least 215');
    expect(read({ killed: { min: 20, max: 20, about: true } })).toContain('Killed: about 20');
  });

  test('shows a claim about who did it only as the claim of its author', () => {
    const text = read({
      source: {
        kind: 'prosecutor',
        name: "Prosecutor General's Office of Ukraine",
        channel: 'Telegram post',
        published: '2022-03-27',
        verified: false,
      },
      attribution: { side: 'Russian forces', status: 'alleged' },
    }).replaceAll(/[\u2068\u2069]/g, '');
    expect(text).toContain(
      "Attributed to Russian forces by Prosecutor General's Office of Ukraine (alleged)",
    );
    expect(text).toContain(
      "Source: Prosecutor General's Office of Ukraine, Prosecutor, Telegram post, 27 March 2022, has not verified this independently",
    );
  });

  test('gives the name of no private witness to a claim or a source', () => {
    const text = read({
      source: { kind: 'own_eyes', name: 'Oksana' },
      attribution: { side: 'Russian forces', status: 'alleged' },
    });
    expect(text).toContain('Source: a witness, saw it themselves');
    expect(text).toContain('by a witness (alleged)');
    expect(text).not.toContain('Oksana');
  });

  test('tells how the munition came, and says when that is not known', () => {
    expect(read({ delivery: 'rocket_launcher' })).toContain(
      'Munition: Cluster munition, delivery: rocket launcher (Grad)',
    );
    expect(read({ delivery: 'unknown' })).toContain('Munition: Cluster munition, delivery unknown');
  });

  test('says how exact the time is, and adds no hour to a date', () => {
    expect(read({})).toContain('When: 11 May 2022 (hour unknown)');
    expect(read({ occurred: { precision: 'unknown', end: '2022-03-27', zone: 'Europe/Kyiv' } })).toContain(
      'When: exact time unknown, not after 27 March 2022',
    );
  });

  test('links to the web only, and names the site', () => {
    const source = { kind: 'newsroom', name: 'CNN' } as const;
    const link = (address: string) =>
      incidentText(of({ source: { ...source, link: address } }), english).source;
    expect(link('https://t.me/channel/1?a="b')).toContain('<a href="https://t.me/channel/1?a=%22b">t.me</a>');
    expect(link('javascript:alert(1)')).not.toContain('<a');
    expect(link('tg://user?id=1')).not.toContain('<a');
  });

  test('keeps its length, whatever the texts hold, in every language', () => {
    fc.assert(
      fc.property(anyNastyReport, fc.constantFrom(...views), (any, view) => {
        const incident = incidentFrom([any]);
        for (const detail of ['brief', 'whole'] as const) {
          const text = incidentText(incident, view, detail);
          expect(textOf({ text }).length).toBe(lengthOf(text));
          expect(lengthOf(text)).toBeLessThanOrEqual(maxIncidentLength[detail]);
        }
        expect(lengthOf(incidentQuotes(incident, view, 1000))).toBeLessThanOrEqual(1000);
      }),
    );
  });

  test('keeps its length with the longest answers of many sources', () => {
    const longest = ['Ж', '&', '😀'].flatMap(character =>
      Array.from({ length: 8 }, (_, n) => {
        const one = longestReport(character);
        const { source } = one.answers;
        return { ...one, answers: { ...one.answers, source: { ...source, name: `${n}${source.name}` } } };
      }),
    );
    for (const view of views) {
      const incident = incidentFrom(longest);
      expect(lengthOf(incidentText(incident, view, 'brief'))).toBeLessThanOrEqual(maxIncidentLength.brief);
      expect(lengthOf(incidentText(incident, view))).toBeLessThanOrEqual(maxIncidentLength.whole);
      const quotes = incidentQuotes(incident, view, 1500);
      expect(textOf({ text: quotes }).length).toBeLessThanOrEqual(1500);
    }
  });

  test('lets no text of a person pass for a line of ours', () => {
    const name = 'CNN\nKilled: 0';
    const lines = read({ source: { kind: 'newsroom', name } }).split('\n');
    expect(lines.filter(line => line.startsWith('Killed'))).toEqual(['Killed: unknown']);
  });
});
