import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  publicCount,
  publicReportCount,
  publicSources,
} from '../../../../lib/incident/publication/people.ts';
import type { Place } from '../../../../lib/place/place.ts';
import type { Source } from '../../../../lib/report/report.ts';
import { ownSources } from '../../../../lib/report/vocabulary.ts';
import { answers, anyCount, report } from '../../../support/samples/samples.ts';
import { madeOf, office, own, told } from './samples.ts';

describe('what readers learn of the people', () => {
  it('is not how many wrote, below five: one source, or several', () => {
    // A person sends one report for each way of knowing, and claims that this side did it. Only who noticed it adds a voice.
    const anyPerson = fc.array(
      fc.tuple(fc.constantFrom(...ownSources), fc.constantFrom('Russian forces', 'Ukrainian forces')),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(anyPerson, { minLength: 1, maxLength: 4 }), people => {
        const reports = people.flatMap((sent, person) =>
          sent.map(([kind, side], n) => ({
            ...report,
            id: `K7QF2M9X${person}${n}`,
            reporter: `person ${person}`,
            answers: { ...answers, source: { kind }, attribution: { side, status: 'alleged' as const } },
          })),
        );
        const made = madeOf(reports);
        const saw = people.filter(sent => sent.some(([kind]) => kind !== 'told')).length;
        expect(made.grade).toBe(saw < 2 ? 'single_source' : 'corroborated');
        expect(made.sources).toHaveLength(1);
        expect(made.attributions.length).toBeLessThanOrEqual(people.length);
        if (saw < 2 || reports.length < 5) expect(publicReportCount(made)).toBeUndefined();
      }),
    );
    const count = (reportCount: number, grade: string) => publicReportCount({ reportCount, grade });
    expect([1, 2, 3, 4, 5, 12].map(n => count(n, 'corroborated'))).toEqual([
      ...Array(4).fill(undefined),
      5,
      12,
    ]);
    expect(count(12, 'single_source')).toBeUndefined();
  });

  it('is not by their sources that there are two of them, or two reports of one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ownSources, 'unknown' as const), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (kinds, isOne) => {
          const shown = publicSources([
            told('office', office),
            ...kinds.map((kind, n) => told(isOne ? 'a' : `${n}`, { kind })),
          ]);
          expect(shown).toHaveLength(2);
          expect(shown[0]).toBe(office);
        },
      ),
    );
    expect(publicSources([told('a', { kind: 'told' }), told('b')])).toEqual([{ kind: 'own_eyes' }]);
  });

  it('is never that two reports are of one person: what one voice tells, a witness and whoever was told of it tell too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ownSources, 'unknown' as const), { minLength: 2, maxLength: 8 }),
        fc.boolean(),
        (kinds, isSmall) => {
          const place: Place = isSmall
            ? { ...answers.place, settlement: { ...answers.place.settlement!, population: 40 } }
            : answers.place;
          const made = (reports: readonly (readonly [reporter: string, kind: Source['kind']])[]) =>
            madeOf(
              reports.map(([reporter, kind], n) => ({
                ...report,
                id: `K7QF2M9XC${n}`,
                reporter,
                answers: { ...answers, place, source: { kind } },
              })),
            );
          const nearest = ['own_eyes', 'own_ears', 'aftermath', 'told', 'unknown'] as const;
          const [way = 'unknown'] = nearest.filter(kind => kinds.includes(kind));
          const rest = way === 'unknown' ? way : 'told';
          expect(made(kinds.map(kind => ['a', kind]))).toEqual(
            made(kinds.map((_, n) => [`person ${n}`, n === 0 ? way : rest])),
          );
        },
      ),
    );
  });

  it('is not who a casualty of a small place was, by sex, age or work', () => {
    const village: Place = { ...answers.place, settlement: { ...answers.place.settlement!, population: 40 } };
    fc.assert(
      fc.property(anyCount, count => {
        const shown = publicCount(count, { place: village, source: own });
        if (shown === 'unknown' || count === 'unknown') expect(shown).toBe(count);
        else {
          expect(shown).toMatchObject({ min: count.min });
          for (const range of Object.values(shown.of ?? {})) expect(range.min).toBeGreaterThanOrEqual(3);
        }
        expect(publicCount(count, { place: answers.place, source: own })).toBe(count);
        expect(publicCount(count, { place: village, source: office })).toBe(count);
      }),
    );
  });
});
