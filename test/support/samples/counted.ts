import * as fc from 'fast-check';
import type { Incident } from '../../../lib/incident/incident.ts';
import { grades } from '../../../lib/incident/incident.ts';
import { munitions, phases } from '../../../lib/report/vocabulary.ts';
import { type CountedGrade, countedGrades } from '../../../lib/summary/grades.ts';
import { addDays, addMonths, lastDay } from '../../../lib/time/date.ts';
import type { Occurred } from '../../../lib/time/occurred.ts';
import { incident } from './samples.ts';

/** What a request may say of grades. */
export const anyGrades = fc.constantFrom<readonly CountedGrade[] | undefined>(
  undefined,
  ...countedGrades.map(grade => [grade]),
  ['confirmed', 'single_source'],
  ['corroborated', 'single_source', 'contested'],
  countedGrades,
);

/** As the gazetteer has it. */
export const kharkiv = 706_483;
const zone = 'Europe/Kyiv';
const anyDay = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 800 }).map(days => addDays('2022-01-15', days)) },
  fc.constant('2009-03-10'),
);

const anyOccurred: fc.Arbitrary<Occurred> = fc.oneof(
  { weight: 5, arbitrary: anyDay.map(day => ({ precision: 'day' as const, start: day, end: day, zone })) },
  anyDay.map(day => ({ precision: 'week' as const, start: day, end: addDays(day, 6), zone })),
  anyDay.map(day => ({
    precision: 'month' as const,
    start: `${day.slice(0, 7)}-01`,
    end: lastDay(day.slice(0, 7)),
    zone,
  })),
  anyDay.map(day => ({
    precision: 'unknown' as const,
    start: `${day.slice(0, 4)}-01-01`,
    end: `${day.slice(0, 4)}-12-31`,
    zone,
  })),
  anyDay.map(day => ({ precision: 'unknown' as const, end: day, zone })),
  // Two months, of these years and of one long before.
  fc.constantFrom('2009-02-01', '2009-05-01', '2022-03-01', '2022-05-01').map(start => ({
    precision: 'unknown' as const,
    start,
    end: lastDay(addMonths(start.slice(0, 7), 1)),
    zone,
  })),
);

const anyCount: fc.Arbitrary<Incident['killed']> = fc.oneof(
  fc.constant('unknown' as const),
  fc
    .tuple(fc.nat(9), fc.option(fc.nat(9), { nil: undefined }))
    .map(([min, more]) => ({ min, ...(more === undefined ? {} : { max: min + more }) })),
);

/** Kharkiv as far as readers are told where, or less. */
const anyPlace = fc.constantFrom<Incident['place']>(
  { precision: 'unknown' },
  { precision: 'region', region: 'UA-63' },
  { precision: 'region', region: 'UA-23' },
  { precision: 'settlement', region: 'UA-63', settlementId: kharkiv },
  ...[undefined, 2000, 8000].map(
    accuracyMetres =>
      ({
        precision: 'settlement',
        region: 'UA-63',
        settlementId: kharkiv,
        point: { lat: 49.98, lon: 36.25, accuracyMetres },
      }) as const,
  ),
);

/** A published incident of some time, place, kind and grade. */
export const anyCountedIncident: fc.Arbitrary<Incident> = fc
  .record({
    occurred: anyOccurred,
    place: anyPlace,
    phase: fc.constantFrom(...phases),
    munition: fc.constantFrom(...munitions),
    grade: fc.constantFrom(...grades),
    state: fc.constantFrom('suspected' as const, 'cleared' as const, undefined),
    killed: anyCount,
    injured: anyCount,
    code: fc.nat(10 ** 9),
  })
  .map(({ state, code, ...rest }) => ({
    ...incident,
    ...rest,
    id: String(code).padStart(10, '0'),
    contamination: state && { state, by: { kind: 'own_eyes' }, date: '2022-04-01' },
  }));
