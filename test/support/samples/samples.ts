import * as fc from 'fast-check';
import { contributionOf } from '../../../lib/incident/contribution.ts';
import { type Incident, incidentOf } from '../../../lib/incident/incident.ts';
import { defaultPolicy, type Rules } from '../../../lib/policy.ts';
import type { Answers, Report } from '../../../lib/report/report.ts';
import {
  areas,
  casualtyGroups,
  effects,
  munitions,
  phases,
  sources,
} from '../../../lib/report/vocabulary.ts';
import type { Occurred } from '../../../lib/time/occurred.ts';

const zone = 'Europe/Kyiv';

/** Releases at once when the delay is over: tests that are not about batches do not wait for them. */
export const rules: Rules = { ...defaultPolicy, releases: { kind: 'immediate' }, random: 0 };

export const answers: Answers = {
  phase: 'attack',
  place: {
    precision: 'settlement',
    origin: 'map_pin',
    region: 'UA-23',
    settlement: {
      id: 701_811,
      names: { uk: 'Малокатеринівка', en: 'Malokaterynivka', ru: 'Малокатериновка' },
      population: 3000,
      point: { lat: 47.65, lon: 35.26 },
    },
    point: { lat: 47.661_234, lon: 35.271_234, accuracyMetres: 20 },
  },
  occurred: { precision: 'day', start: '2022-05-11', end: '2022-05-11', zone, words: 'вчора' },
  effect: 'many_small_explosions',
  munition: 'cluster_munition',
  delivery: 'rocket_launcher',
  knownBy: 'remains',
  killed: 'unknown',
  injured: { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
  areas: ['residential'],
  source: { kind: 'own_eyes' },
  attribution: null,
  account: 'Я бачила це з вікна.',
  evidence: [],
};

export const report: Report = {
  id: 'K7QF2M9XCA',
  version: 1,
  status: 'submitted',
  reporter: 'reporter-1',
  locale: 'uk',
  receivedAt: '2022-05-12T08:00:00.000Z',
  answers,
};

/** The incident that these reports make when they are approved at `at`. */
export const incidentFrom = (
  reports: readonly Report[],
  { id = 'ZZZZZ00001', at = '2022-05-12T09:00:00.000Z' }: Readonly<{ id?: string; at?: string }> = {},
): Incident =>
  incidentOf(
    reports.map(one => contributionOf(one)),
    { id, at, rules },
  );

export const incident: Incident = incidentFrom([report]);

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
export const anyId = fc
  .array(fc.constantFrom(...alphabet), { minLength: 10, maxLength: 10 })
  .map(characters => characters.join(''));

const anyRange = fc
  .record({ min: fc.nat(40), more: fc.option(fc.nat(10), { nil: undefined }), about: fc.boolean() })
  .map(({ min, more, about }) => ({
    min,
    max: more === undefined ? undefined : min + more,
    about: about || undefined,
  }));

export const anyCount = fc.oneof(
  fc.constant('unknown' as const),
  fc
    .tuple(anyRange, fc.dictionary(fc.constantFrom(...casualtyGroups), anyRange, { maxKeys: 2 }))
    .map(([range, of]) => ({ ...range, of: Object.keys(of).length > 0 ? of : undefined })),
);

export const anyOccurred: fc.Arbitrary<Occurred> = fc.constantFrom<Occurred>(
  { precision: 'minute', start: '2022-05-11T03:10', end: '2022-05-11T03:10', zone },
  { precision: 'part_of_day', part: 'night', start: '2022-05-11T22:00', end: '2022-05-12T05:59', zone },
  { precision: 'day', start: '2022-05-12', end: '2022-05-12', zone },
  { precision: 'week', start: '2022-05-09', end: '2022-05-15', zone },
  { precision: 'week', start: '2022-05-30', end: '2022-06-05', zone },
  { precision: 'month', start: '2022-05-01', end: '2022-05-31', zone },
  { precision: 'unknown', end: '2022-05-11', zone },
  { precision: 'unknown', zone },
);

export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    phase: fc.constantFrom(...phases),
    occurred: anyOccurred,
    effect: fc.constantFrom(...effects),
    munition: fc.constantFrom(...munitions.slice(0, 4)),
    killed: anyCount,
    injured: anyCount,
    areas: fc.uniqueArray(fc.constantFrom(...areas), { maxLength: 3 }),
    source: fc.record({ kind: fc.constantFrom(...sources), name: fc.constantFrom('CNN', 'OHCHR') }),
    region: fc.constantFrom('UA-23', 'UA-12', undefined),
  })
  .map(({ region, ...rest }) => ({ ...answers, ...rest, place: { ...answers.place, region } }));

export const anyReport: fc.Arbitrary<Report> = fc
  .record({ id: anyId, answers: anyAnswers, reporter: fc.constantFrom('a', 'b', 'c') })
  .map(part => ({ ...report, ...part }));

export const anyIncident: fc.Arbitrary<Incident> = fc
  .tuple(fc.array(anyReport, { minLength: 1, maxLength: 3 }), anyId)
  // Late enough that no delay is left.
  .map(([reports, id]) => incidentFrom(reports, { id, at: '2022-06-20T09:00:00.000Z' }));
