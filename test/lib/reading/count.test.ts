import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type CountReading, readCount } from '../../../lib/reading/count.ts';
import { type Count, countSchema } from '../../../lib/report/count.ts';
import { sayCount } from './say.ts';

const wanted = z.string();
const corpus = z
  .object({
    answers: z.array(z.tuple([z.string(), wanted], z.optional(z.object({ miss: z.literal(true) })))),
    asked: z.array(z.tuple([z.enum(['killed', 'injured']), z.string(), wanted])),
  })
  .parse(JSON.parse(readFileSync(new URL('counts.json', import.meta.url), 'utf8')));

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

const say = (reading: CountReading): string => {
  if (reading.kind === 'understood') return sayCount(reading.count);
  return reading.kind === 'contradiction' ? `!${reading.reason}` : '?';
};

/** The share of the corpus that must be read right; only ever raised. */
const floor = 0.97;

describe('reading how many', () => {
  it('reads the corpus of answers', () => {
    const cases = [
      ...corpus.answers.map(([text, want]) => ({ text, want, got: say(readCount(text)) })),
      ...corpus.asked.map(([asked, text, want]) => ({ text, want, got: say(readCount(text, asked)) })),
    ];
    const misses = cases.filter(({ want, got }) => want !== got);
    const score = 1 - misses.length / cases.length;
    console.log(`counts: ${cases.length - misses.length} of ${cases.length} (${(100 * score).toFixed(1)} %)`);
    for (const miss of misses) console.log(`  "${miss.text}": wanted ${miss.want}, got ${miss.got}`);
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(score).toBeGreaterThanOrEqual(floor);
  });

  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...corpus.answers.flatMap(([text]) => text.split(' ')),
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
        expect(say(readCount(String(people)))).toBe(want);
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
