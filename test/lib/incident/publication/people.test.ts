import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  publicCount,
  publicReportCount,
  publicSources,
} from '../../../../lib/incident/publication/people.ts';
import type { Place } from '../../../../lib/place/place.ts';
import { ownSources } from '../../../../lib/report/vocabulary.ts';
import { answers, anyCount } from '../../../support/samples.ts';
import { office, own } from './samples.ts';

describe('what readers learn of the people', () => {
  it('is no number of reports below three', () => {
    expect([1, 2, 3, 12].map(publicReportCount)).toEqual(['one', 'several', 3, 12]);
  });

  it('is not by their sources that there are two of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ownSources, 'unknown' as const), { minLength: 1, maxLength: 2 }),
        kinds => {
          const shown = publicSources([office, ...kinds.map(kind => ({ kind }))]);
          expect(shown).toHaveLength(2);
          expect(shown[0]).toBe(office);
        },
      ),
    );
    expect(publicSources([{ kind: 'told' }, { kind: 'own_eyes' }])).toEqual([{ kind: 'own_eyes' }]);
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
