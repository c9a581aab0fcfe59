import * as fc from 'fast-check';
import type { Incident } from '../../../lib/incident/incident.ts';
import { grades } from '../../../lib/incident/incident.ts';
import { munitions, phases } from '../../../lib/report/vocabulary.ts';
import { type CountedGrade, countedGrades } from '../../../lib/summary/grades.ts';
import { addDays, lastDay } from '../../../lib/time/date.ts';
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

const zone = 'Europe/Kyiv';
const anyDay = fc.integer({ min: 0, max: 800 }).map(days => addDays('2022-01-15', days));

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
);

const anyCount: fc.Arbitrary<Incident['killed']> = fc.oneof(
  fc.constant('unknown' as const),
  fc
    .tuple(fc.nat(9), fc.option(fc.nat(9), { nil: undefined }))
    .map(([min, more]) => ({ min, ...(more === undefined ? {} : { max: min + more }) })),
);

/** A published incident of some time, place, kind and grade. */
export const anyCountedIncident: fc.Arbitrary<Incident> = fc
  .record({
    occurred: anyOccurred,
    region: fc.constantFrom('UA-63', 'UA-23', undefined),
    settlementId: fc.constantFrom(706_483, undefined),
    phase: fc.constantFrom(...phases),
    munition: fc.constantFrom(...munitions),
    grade: fc.constantFrom(...grades),
    state: fc.constantFrom('suspected' as const, 'cleared' as const, undefined),
    killed: anyCount,
    injured: anyCount,
    code: fc.nat(10 ** 9),
  })
  .map(({ region, settlementId, state, code, ...rest }) => ({
    ...incident,
    ...rest,
    id: String(code).padStart(10, '0'),
    place: region === undefined ? { precision: 'unknown' } : { precision: 'region', region, settlementId },
    contamination: state && { state, by: { kind: 'own_eyes' }, date: '2022-04-01' },
  }));
