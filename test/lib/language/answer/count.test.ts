import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount } from '../../../../lib/language/answer/count.ts';
import { type Count, countSchema } from '../../../../lib/report/count.ts';
import { readCounts, sayReading, scoreCounts } from '../score.ts';

const corpus = readCounts(new URL('../train/counts.json', import.meta.url));

const opened = readCounts(new URL('../train/counts-opened.json', import.meta.url));
const kinds = readCounts(new URL('../train/kinds-counts.json', import.meta.url));

const countsOf = (reading: ReturnType<typeof readCount>): readonly Count[] => {
  switch (reading.kind) {
    case 'understood':
      return [reading.count];
    case 'contradiction':
      return reading.choices;
    default:
      return [];
  }
};

/** The share of the corpus that must be read right; only ever raised. */
const floor = 0.97;

describe('reading how many', () => {
  it('reads the corpus of answers', () => {
    const { right, all, misses } = scoreCounts([...corpus, ...kinds]);
    for (const miss of misses) console.log(`  "${miss.text}": wanted ${miss.want}, got ${miss.got}`);
    expect(all).toBeGreaterThanOrEqual(150);
    expect(right / all).toBeGreaterThanOrEqual(floor);
  });

  it("reads the strangers' answers that were a check, as well as it has learnt to", () => {
    const { right, all, silentlyWrong, misses } = scoreCounts(opened);
    for (const miss of misses) console.log(`  "${miss.text}": wanted ${miss.want}, got ${miss.got}`);
    expect(right / all).toBeGreaterThanOrEqual(0.92);
    expect(silentlyWrong).toBeLessThanOrEqual(7);
  });

  it.each([
    { set: 'counts-sixth', floor: 0.93, most: 2 },
    { set: 'counts-seventh', floor: 0.9, most: 15 },
  ])('reads $set, in kinds that the others lack', ({ set, floor, most }) => {
    const { right, all, silentlyWrong } = scoreCounts(
      readCounts(new URL(`../train/${set}.json`, import.meta.url)),
    );
    expect(right / all).toBeGreaterThanOrEqual(floor);
    expect(silentlyWrong).toBeLessThanOrEqual(most);
  });

  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...corpus.flatMap(({ text }) => text.split(' ')),
        ',',
        '-',
        'з них',
        'of them',
        'і',
        'не',
        '+',
        '?',
        '~',
        '(',
        ')',
      ),
      fc.integer({ min: -5, max: 200_000 }).map(String),
    ),
    { maxLength: 12 },
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    words.map(list => list.join(' ')),
    words.map(list => list.join('')),
  );

  it('gives only counts that can be stored, with every group within its total, whatever is typed', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('killed' as const, 'injured' as const, undefined),
        (text, asked) => {
          const reading = readCount(text, asked);
          const counts = countsOf(reading);
          for (const count of counts) {
            expect(countSchema.safeParse(count).success).toBe(true);
            if (count === 'unknown') continue;
            for (const range of Object.values(count.of ?? {})) {
              expect(range.min).toBeLessThanOrEqual(count.max ?? Number.POSITIVE_INFINITY);
              if (reading.kind === 'understood') expect(range.min).toBeLessThanOrEqual(count.min);
              if (count.max !== undefined && range.max !== undefined)
                expect(range.max).toBeLessThanOrEqual(count.max);
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('reads a bare number as itself and refuses what is too many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), people => {
        const want = people > 100_000 ? '?' : String(people);
        expect(sayReading(readCount(String(people)))).toBe(want);
      }),
    );
  });

  it('reads any two numbers with a dash as a range, or asks when they stand the wrong way round', () => {
    const number = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(number, number, fc.constantFrom('-', '–', ' — ', ' до '), (low, high, dash) => {
        const reading = readCount(`${low}${dash}${high}`);
        if (low > high) expect(reading).toMatchObject({ kind: 'contradiction', reason: 'reversed' });
        else expect(reading).toEqual({ kind: 'understood', count: { min: low, max: high } });
      }),
    );
  });

  it('never takes a long text for a count that it does not contain', () => {
    for (const text of [
      'а'.repeat(5000),
      '8-'.repeat(2500),
      'не '.repeat(1700),
      '1 '.repeat(2500),
      '('.repeat(5000),
    ])
      expect(() => readCount(text)).not.toThrow();
    expect(readCount('а'.repeat(5000))).toEqual({ kind: 'not_understood' });
  });
});
