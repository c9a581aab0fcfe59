import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, piecesOf } from '../../../../lib/language/text/text.ts';

const words = (text: string) => piecesOf(cleanText(text)).map(token => token.text);

describe('cleaning a text', () => {
  it('keeps the words, accents, emoji and line breaks of a person', () => {
    const text = "П'ятеро поранених 😢👨‍👩‍👧\nза́мок, café, їжак, йод";
    expect(cleanText(`  ${text} `)).toBe(text);
  });

  it('drops direction overrides, zero-width and control characters', () => {
    expect(cleanText('\u202Egnp.\u202C8\u200B1\u0000\u0007 a\u00ADb\uFEFF')).toBe('gnp.81 ab');
    expect(cleanText('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  it('strips piles of combining marks, and keeps й and ї however they are typed', () => {
    expect(cleanText('з̷̢̛͎а̴̧̛͓л̵̨̛͙г̶̢̛̺о̸')).toMatch(/^залго\u0338?$/u);
    expect(cleanText('и\u0306 і\u0308')).toBe('й ї');
  });

  it('is idempotent and well-formed, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the tokens of a text', () => {
  it('folds case, apostrophes, accents, digits and look-alike letters', () => {
    expect(words('П’ЯТЬ пʼять п`ять')).toEqual(['пять', 'пять', 'пять']);
    expect(words('Ёлка ґанок Café ８ ٣')).toEqual(['елка', 'ганок', 'cafe', '8', '3']);
    expect(words('кaceтa')).toEqual(['касета']);
    expect(words('8–10 — 3')).toEqual(['8', '-', '10', '-', '3']);
  });

  it('parts letters from digits and says what was written together', () => {
    expect(piecesOf('С300 і С-300').map(({ text, glued }) => [text, glued])).toEqual([
      ['с', false],
      ['300', true],
      ['і', false],
      ['с', false],
      ['-', true],
      ['300', true],
    ]);
  });

  it('points into the clean text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const clean = cleanText(text);
        let previous = 0;
        for (const { start, end } of piecesOf(cleanText(text))) {
          expect(start).toBeGreaterThanOrEqual(previous);
          expect(clean.slice(start, end).trim()).not.toBe('');
          previous = end;
        }
      }),
    );
  });
});
