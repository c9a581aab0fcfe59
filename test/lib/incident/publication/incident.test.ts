import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspects, contributionOf, sourceOf } from '../../../../lib/incident/contribution.ts';
import { deriveIncident } from '../../../../lib/incident/incident.ts';
import { distanceKm } from '../../../../lib/place/distance.ts';
import { publicPlaceSchema } from '../../../../lib/place/public.ts';
import type { Report } from '../../../../lib/report/report.ts';
import { anyTold, madeOf, sameIds } from './samples.ts';

describe('an incident made of any reports', () => {
  it('holds the true pin in its circle, or has none, and no minute unless an institution published it', () => {
    fc.assert(
      fc.property(fc.array(anyTold, { minLength: 1, maxLength: 4 }).map(sameIds), reports => {
        const { place, occurred } = madeOf(reports);
        expect(publicPlaceSchema.parse(place)).toEqual(place);
        const { point } = sourceOf(
          reports.map(one => contributionOf(one)),
          'place',
        ).answers.place;
        if (place.point && point)
          expect(place.point.accuracyMetres).toBeGreaterThanOrEqual(
            distanceKm(place.point, point) * 1000 + (point.accuracyMetres ?? 0),
          );
        expect(['minute', 'hour']).not.toContain(occurred.precision);
      }),
    );
  });

  it('has nothing that a person typed', () => {
    fc.assert(
      fc.property(fc.array(anyTold, { minLength: 1, maxLength: 4 }).map(sameIds), reports => {
        const incident = madeOf(reports);
        expect([incident.quotes, 'words' in incident.place, 'words' in incident.occurred]).toEqual([
          [],
          false,
          false,
        ]);
      }),
    );
  });

  it('is the same in whatever order and at whatever minute its reports were sent', () => {
    const anyOrder = fc
      .array(anyTold, { minLength: 2, maxLength: 4 })
      .map(sameIds)
      .chain(reports =>
        fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
      );
    fc.assert(
      fc.property(anyOrder, ([reports, others]) => {
        const sent = (all: readonly Report[]) =>
          all.map((one, n) => ({
            ...contributionOf({ ...one, receivedAt: `2022-05-12T08:0${n}:00.000Z` }),
            // What a moderator chose stays.
            sourceFor: one.id === 'K7QF2M9XC0' ? [...aspects] : [],
          }));
        expect(deriveIncident(sent(others))).toEqual(deriveIncident(sent(reports)));
      }),
    );
  });
});
