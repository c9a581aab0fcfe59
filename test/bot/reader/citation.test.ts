import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentCitation, incidentLink, readLink, summaryLink } from '../../../bot/reader/citation.ts';
import { readerLink } from '../../../bot/reader/commands.ts';
import type { Question } from '../../../bot/reader/question.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import { anyGrades } from '../../support/samples/counted.ts';
import { incidentFrom } from '../../support/samples/samples.ts';
import { longestReport, viewIn, views } from '../../support/screens.ts';

const { country } = await viewIn('en');
const bot = 'svidok_bot';
/** What Telegram hands to the bot when a link is opened. */
const opened = (link: string) => {
  const payload = new URL(link).searchParams.get('start') ?? '';
  return readerLink.exec(`/start ${payload}`)?.[1];
};

describe('a link', () => {
  test('to a summary reproduces what was asked, and is one that Telegram takes', () => {
    const anyQuestion: fc.Arbitrary<Question> = fc.record({
      requested: fc.constantFrom<Question['requested']>('all', { from: '2022-03-01', to: '2022-03-15' }),
      region: fc.constant(undefined),
      settlement: fc.constantFrom(undefined, 696_487, -2_144_465_612),
      munitions: fc.option(fc.uniqueArray(fc.constantFrom(...munitions), { minLength: 1, maxLength: 6 }), {
        nil: undefined,
      }),
      grades: anyGrades,
    });
    fc.assert(
      fc.property(anyQuestion, question => {
        const payload = opened(summaryLink(bot, question));
        expect(payload && readLink(payload, country)).toEqual({ question });
      }),
    );
  });

  test('to an incident opens it; what is no link opens nothing', () => {
    expect(readLink(opened(incidentLink(bot, 'K7QF2M9XCA')) ?? '', country)).toEqual({
      incident: 'K7QF2M9XCA',
    });
    for (const payload of ['iK7Q', 's!!', 'sAAAA', 'x', 'i'])
      expect(readLink(payload, country)).toBeUndefined();
  });
});

test('a citation names the incident, its place, time, munition and support, as of when, within what can be copied', () => {
  for (const view of views) {
    const button = incidentCitation(incidentFrom([longestReport('Ж')]), { bot, today: '2026-11-23' }, view);
    const text = 'copy' in button ? button.copy : '';
    expect(text.length).toBeLessThanOrEqual(256);
    expect(text).toContain('ZZZZZ-00001');
    expect(text).toMatch(/2026.* https:\/\/t\.me\/svidok_bot\?start=iZZZZZ00001$/);
  }
});
