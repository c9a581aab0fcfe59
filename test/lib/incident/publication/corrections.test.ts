import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../../lib/incident/incident.ts';
import { publicChanges } from '../../../../lib/incident/publication/corrections.ts';
import type { Occurred } from '../../../../lib/time/occurred.ts';
import { anyIncident, anyReport, incident } from '../../../support/samples/samples.ts';
import { zone } from './samples.ts';

describe('what readers learn of a correction', () => {
  const published: Incident = { ...incident, status: 'published' };
  const corrected = (before: Partial<Incident>, after: Partial<Incident>) =>
    publicChanges({ ...published, ...before }, { ...published, ...after }).values;
  const part: Occurred = {
    precision: 'part_of_day',
    part: 'day',
    start: '2026-03-14T11:00',
    end: '2026-03-14T17:59',
    zone,
  };

  it('is the old value where one definite thing took the place of another', () => {
    expect(corrected({ munition: 'mortar' }, { munition: 'rocket_artillery' })).toEqual({
      munition: { old: 'mortar', new: 'rocket_artillery' },
    });
    expect(corrected({ killed: { min: 3, max: 3 } }, { killed: { min: 5, max: 5 } })).toEqual({
      killed: { old: { min: 3, max: 3 }, new: { min: 5, max: 5 } },
    });
    expect(
      corrected(
        { occurred: part },
        { occurred: { ...part, start: '2026-03-13T11:00', end: '2026-03-13T17:59' } },
      ),
    ).toHaveProperty('occurred.old');
  });

  it('is no old value where it coarsens or withdraws', () => {
    const exact: Occurred = { precision: 'minute', start: '2026-03-14T14:07', end: '2026-03-14T14:07', zone };
    const child = { min: 1, max: 1, of: { children: { min: 1, max: 1 } } };
    const cases: readonly (readonly [Partial<Incident>, Partial<Incident>])[] = [
      [{ occurred: exact }, { occurred: part }],
      [{ occurred: part }, { occurred: { precision: 'unknown', end: '2026-03-20', zone } }],
      [{ injured: child }, { injured: { min: 1, max: 1 } }],
      [{ injured: child }, { injured: 'unknown' }],
      [{ injured: { min: 1, max: 1 } }, { injured: { min: 1, max: 3 } }],
      [{ injured: { min: 1, max: 1 } }, { injured: { min: 1 } }],
      [{ munition: 'mortar' }, { munition: 'unknown' }],
      [{ delivery: 'air' as Incident['delivery'] }, { delivery: undefined }],
      [{ grade: 'corroborated' }, { grade: 'single_source' }],
      [
        { munition: 'mortar', reportCount: 2 },
        { munition: 'rocket_artillery', reportCount: 1 },
      ],
    ];
    for (const [before, after] of cases)
      for (const value of Object.values(corrected(before, after))) expect(value).not.toHaveProperty('old');
  });

  it('is never a place, a source or a quote, only that it changed', () => {
    fc.assert(
      fc.property(anyIncident, anyIncident, (before, after) => {
        const { fields, values } = publicChanges(
          { ...before, status: 'published' },
          { ...after, status: 'published' },
        );
        for (const field of ['place', 'areas', 'reportCount', 'sources', 'attributions', 'quotes'])
          expect(values).not.toHaveProperty(field);
        expect(fields.filter(field => field in values)).toEqual(Object.keys(values));
      }),
    );
  });

  it('is nothing of a retraction, and no number of reports', () => {
    expect(publicChanges(published, { ...published, status: 'retracted', munition: 'mortar' })).toEqual({
      fields: [],
      values: {},
    });
    for (const [from, to] of [
      [1, 2],
      [3, 4],
      [12, 7],
    ] as const)
      expect(
        publicChanges({ ...published, reportCount: from }, { ...published, reportCount: to }).fields,
      ).toEqual([]);
  });

  it('is of a report that went nothing but what is left', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (one, other) => {
        const values = corrected(
          { ...one.answers, place: incident.place, reportCount: 2 },
          { ...other.answers, place: incident.place, reportCount: 1 },
        );
        for (const value of Object.values(values)) expect(value).not.toHaveProperty('old');
      }),
    );
  });
});
