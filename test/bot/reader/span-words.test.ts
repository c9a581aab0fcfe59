import { expect, test } from 'vitest';
import { type Span, spans } from '../../../bot/reader/period.ts';
import { takeSpan } from '../../../bot/reader/span-words.ts';
import { views } from '../../support/screens.ts';

test('the label of every period button is understood in words, in every language', () => {
  for (const { t } of views)
    for (const span of Object.keys(spans) as Span[])
      expect(takeSpan(t.reader.summary.periods[span])).toEqual({ span, rest: '' });
});

test.each<readonly [string, Span | undefined, string]>([
  ['for the last 7 days', 'week', ''],
  ['Харківська область за останні 30 днів', 'month', 'Харківська область'],
  ['за весь час', 'all', ''],
  ['за всё время, кассетные', 'all', 'кассетные'],
  ['The war so far', 'all', ''],
  ['27 days', undefined, '27 days'],
  ['17 днів', undefined, '17 днів'],
  ['Izium', undefined, 'Izium'],
])('"%s" names the period %s, and leaves "%s"', (text, span, rest) => {
  expect(takeSpan(text)).toEqual({ span, rest });
});
