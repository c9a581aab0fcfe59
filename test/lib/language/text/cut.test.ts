import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from '../../../../bot/telegram/html.ts';
import { beginningOf } from '../../../../lib/language/text/cut.ts';
import { cleanText } from '../../../../lib/language/text/text.ts';

test.each([
  ['ab😀', 3, 'ab'],
  ['ab👩‍👩‍👧‍👦c', 6, 'ab'],
  ['a🇺🇦', 3, 'a'],
  ['їжак', 2, 'їж'],
  ['e\u0301e\u0301', 3, 'e\u0301'],
  ['😀', 0, ''],
  ['short', 10, 'short'],
] as const)('the beginning of %s at %i is %s', (text, length, beginning) => {
  expect(beginningOf(text, length)).toBe(beginning);
});

test('no cut splits a character or is longer than allowed', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(400), (any, length) => {
      const text = cleanText(any);
      const start = beginningOf(text, length);
      expect(start.length).toBeLessThanOrEqual(length);
      expect(text.startsWith(start)).toBe(true);
      const ends = [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
      expect([0, ...ends]).toContain(start.length);
      expect(cut(text, length + 1).isWellFormed()).toBe(true);
    }),
  );
});

test('a pile of marks without end is cut all the same', () => {
  const start = beginningOf(`a${'\u0301'.repeat(5000)}`, 1000);
  expect(start.length).toBeGreaterThan(900);
  expect(start.length).toBeLessThanOrEqual(1000);
});
