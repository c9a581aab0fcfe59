import * as fc from 'fast-check';
import { expect } from 'vitest';
import { loadCatalogue } from '../../bot/locales/load.ts';
import { type Button, limits, type Screen } from '../../bot/telegram/screen.ts';
import type { View } from '../../bot/text/incident.ts';
import { parseHtml } from '../../infra/local/telegram/rules/html.ts';
import { findCountry } from '../../lib/country.ts';
import { type Locale, locales } from '../../lib/locale.ts';
import { placeOrigins, placePrecisions } from '../../lib/place/place.ts';
import { maxAccountLength, maxEvidence, type Report } from '../../lib/report/report.ts';
import {
  areas,
  attributionStatuses,
  casualtyGroups,
  deliveries,
  effects,
  knownBys,
  munitions,
  phases,
  sources,
} from '../../lib/report/vocabulary.ts';
import { answers, anyCount, anyId, anyOccurred, report } from './samples/samples.ts';

/** A view for each language. */
export const viewIn = async (locale: Locale): Promise<View> => {
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  return { t: await loadCatalogue(locale), locale, country };
};
export const views = await Promise.all(locales.map(viewIn));

/** What a screen reads like: its text without the markup. */
export const textOf = (screen: Pick<Screen, 'text'>): string => parseHtml(screen.text.source).text;

/** Telegram would take this screen: valid markup, within every limit. */
export const expectSendable = (screen: Screen): void => {
  const text = textOf(screen);
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(limits.textLength);
  const buttons = screen.buttons.flat();
  expect(buttons.length).toBeLessThanOrEqual(100);
  for (const button of buttons) {
    expect(button.text.trim()).not.toBe('');
    if ('data' in button)
      expect(Buffer.byteLength(button.data)).toBeLessThanOrEqual(limits.callbackDataBytes);
  }
  for (const button of buttons)
    if ('copy' in button) expect(button.copy.length).toBeLessThanOrEqual(limits.copyLength);
  for (const row of screen.buttons) expect(row.length).toBeLessThanOrEqual(8);
};

/** How much of a button's label is seen on a narrow phone, where three share a row. */
const seenLength = 10;

/** The labels of a screen that begin as another one does, so that a narrow phone shows both alike. */
export const alikeLabels = ({ buttons }: Screen): readonly string[] => {
  const beginning = ({ text }: Button): string => Array.from(text).slice(0, seenLength).join('');
  const all = buttons.flat();
  return all
    .filter(one => all.some(other => other !== one && beginning(other) === beginning(one)))
    .map(({ text }) => text);
};

/** Texts as people, or attackers, may write them. */
export const nasty = [
  '<b>bold</b> & <script>alert(1)</script> </blockquote><a href="tg://user?id=1">x</a>',
  '&lt;&amp;&#x3c;&nbsp;',
  'ن‮مرحبا بالعالم‬ ‏‭abc',
  'Z̷̧̢̛̛a̶̡͐l̸̨̛g̵̢̛o̴̧͝',
  'line\nKilled: 0\n\n\nApproved by everybody',
  '👩‍👩‍👧‍👦🇺🇦😀',
  '\u2069\u2069 out \u2066 in',
  '"quotes\' and `ticks`',
] as const;
const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...nasty).map(text => text.slice(0, maxLength)),
    fc.constantFrom(...nasty, 'я', '&', '<', '😀').map(text => repeated(text, maxLength)),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 60) }),
  );

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const names = (maxLength: number) => anyText(maxLength).map(text => ({ uk: text, en: text, ru: text }));

/** A report with anything at all in its texts. */
export const anyNastyReport: fc.Arbitrary<Report> = fc
  .record({
    id: anyId,
    locale: fc.constantFrom(...locales),
    place: fc.record({
      precision: fc.constantFrom(...placePrecisions),
      origin: fc.constantFrom(...placeOrigins),
      region: fc.constantFrom('UA-23', 'UA-26', 'XX-99', undefined),
      district: optional(names(120)),
      words: optional(anyText(200)),
      point: optional(fc.constant({ lat: -47.651_234_567, lon: 135.261_234_567, accuracyMetres: 12_345.6 })),
    }),
    occurred: anyOccurred,
    phase: fc.constantFrom(...phases),
    effect: fc.constantFrom(...effects),
    munition: fc.constantFrom(...munitions),
    delivery: optional(fc.constantFrom(...deliveries)),
    knownBy: optional(fc.constantFrom(...knownBys)),
    killed: anyCount,
    injured: anyCount,
    areas: fc.uniqueArray(fc.constantFrom(...areas)),
    source: fc.record({
      kind: fc.constantFrom(...sources),
      name: optional(anyText(200)),
      channel: optional(anyText(200)),
      link: optional(
        fc.oneof(
          anyText(500),
          fc.webUrl(),
          fc.constantFrom('javascript:alert(1)', 'https://a/"onclick="', 'http://[', '//x'),
        ),
      ),
      published: fc.constantFrom('2022-03-27', undefined),
      verified: optional(fc.boolean()),
    }),
    attribution: fc.option(
      fc.record({ side: anyText(300), status: fc.constantFrom(...attributionStatuses) }),
      { nil: null },
    ),
    account: fc.option(anyText(maxAccountLength), { nil: null }),
    evidence: fc.nat(maxEvidence),
  })
  .map(({ id, locale, evidence, ...rest }) => ({
    ...report,
    id,
    locale,
    answers: {
      ...rest,
      occurred: { ...rest.occurred, words: rest.account?.slice(0, 200) ?? 'x' },
      evidence: Array.from({ length: evidence }, () => ({ kind: 'photo' as const, file: 'f' })),
    } as Report['answers'],
  }));

/** The longest of everything, of one character. */
export const longestReport = (character: string): Report => {
  const long = (length: number): string => character.repeat(length).slice(0, length);
  const longNames = { uk: long(120), en: long(120), ru: long(120) };
  const many = {
    min: 99_999,
    max: 100_000,
    about: true as const,
    of: Object.fromEntries(
      casualtyGroups.map(group => [group, { min: 99_998, max: 99_999, about: true as const }]),
    ),
  };
  return {
    ...report,
    status: 'submitted',
    answers: {
      ...answers,
      place: {
        precision: 'settlement',
        origin: 'typed',
        region: 'UA-43',
        district: longNames,
        settlement: { id: 1, names: longNames, population: 1, point: { lat: 1, lon: 1 } },
        words: long(200),
        point: { lat: -47.123456, lon: -135.123456, accuracyMetres: 100_000 },
      },
      occurred: {
        precision: 'hour',
        start: '2022-09-30T23:10',
        end: '2022-10-01T01:05',
        zone: 'Europe/Kyiv',
        words: long(200),
      },
      munition: 'rocket_artillery',
      delivery: 'rocket_launcher',
      killed: many,
      injured: many,
      areas: [...areas],
      source: {
        kind: 'regional_administration',
        name: long(200),
        channel: long(200),
        link: `https://${'a'.repeat(60)}.example/${'x'.repeat(400)}`,
        published: '2022-09-30',
        verified: false,
      },
      attribution: { side: long(300), status: 'acknowledged' },
      account: long(maxAccountLength),
      evidence: Array.from({ length: maxEvidence }, () => ({ kind: 'photo' as const, file: 'f' })),
    },
  };
};
