import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Count, combineCounts, countSchema, type Range } from '../../../lib/report/count.ts';

const number = fc.nat(100);
const range: fc.Arbitrary<Range> = fc.oneof(
  fc.tuple(number, number).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  number.map(min => ({ min })),
  number.map(min => ({ min, max: min, about: true as const })),
);
const count: fc.Arbitrary<Count> = fc.oneof(
  fc.constant('unknown' as const),
  range,
  fc.tuple(range, fc.nat(100)).map(([total, part]): Count => {
    const n = Math.min(part, total.min);
    return { ...total, of: { medics: { min: n, max: n } } };
  }),
);

describe('one count from several reports', () => {
  it.each<readonly [string, readonly Count[], Count]>([
    [
      '3 and 5',
      [
        { min: 3, max: 3 },
        { min: 5, max: 5 },
      ],
      { min: 3, max: 5 },
    ],
    [
      'none and 200',
      [
        { min: 0, max: 0 },
        { min: 200, max: 200 },
      ],
      { min: 0, max: 200 },
    ],
    ['8, unknown and 5–12', [{ min: 8, max: 8 }, 'unknown', { min: 5, max: 12 }], { min: 5, max: 12 }],
    ['3 and at least 8', [{ min: 3, max: 3 }, { min: 8 }], { min: 3 }],
    ['8 and at least 2', [{ min: 8, max: 8 }, { min: 2 }], { min: 2, max: 8 }],
  ])('of reports that say %s is a range that holds what each of them says', (_, counts, combined) => {
    expect(combineCounts(counts)).toEqual(combined);
  });

  it('says of a group no more than of all', () => {
    const counts: Count[] = [
      { min: 8, max: 8, of: { children: { min: 3, max: 3 } } },
      { min: 2, max: 2 },
    ];
    expect(combineCounts(counts)).toEqual({ min: 2, max: 8, of: { children: { min: 2, max: 3 } } });
  });

  it('is unknown only when every report says so, which is not zero', () => {
    expect(combineCounts(['unknown', 'unknown'])).toBe('unknown');
    expect(combineCounts([])).toBe('unknown');
    expect(combineCounts(['unknown', { min: 0, max: 0 }])).toEqual({ min: 0, max: 0 });
  });

  it('stays rough only where no exact report gives the bound', () => {
    const rough = { min: 20, max: 20, about: true } as const;
    expect(combineCounts([rough, { min: 5, max: 5 }])).toEqual({ min: 5, max: 20, about: true });
    expect(combineCounts([rough, { min: 20, max: 20 }])).toEqual({ min: 20, max: 20 });
  });

  it('obeys its laws: order and repetition do not matter, it says no more than any report, the result can be stored', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 6 }), counts => {
        const combined = combineCounts(counts);
        expect(countSchema.safeParse(combined).success).toBe(true);
        expect(combineCounts(counts.toReversed())).toEqual(combined);
        expect(combineCounts([...counts, ...counts])).toEqual(combined);
        if (combined === 'unknown') return;
        for (const one of counts) {
          if (one === 'unknown') continue;
          expect(combined.min).toBeLessThanOrEqual(one.min);
          for (const part of Object.values(combined.of ?? {}))
            expect(part.min).toBeLessThanOrEqual(combined.min);
          if (combined.max !== undefined) expect(combined.max).toBeGreaterThanOrEqual(one.max ?? 0);
        }
      }),
    );
  });
});
