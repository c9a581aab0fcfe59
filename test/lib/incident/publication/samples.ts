import * as fc from 'fast-check';
import { contributionOf } from '../../../../lib/incident/contribution.ts';
import { deriveIncident } from '../../../../lib/incident/incident.ts';
import { isPublished, type Told } from '../../../../lib/incident/publication/voices.ts';
import { loadGazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { placeOfPoint } from '../../../../lib/place/pin/pin.ts';
import type { Report, Source } from '../../../../lib/report/report.ts';
import { sources } from '../../../../lib/report/vocabulary.ts';
import type { Occurred } from '../../../../lib/time/occurred.ts';
import { anyOccurred, anyReport } from '../../../support/samples/samples.ts';

const gazetteer = await loadGazetteer('UA');
export const zone = 'Europe/Kyiv';
export const own: Source = { kind: 'own_eyes' };
export const office: Source = {
  kind: 'prosecutor',
  name: 'Kharkiv regional prosecutor’s office',
  link: 'https://t.me/prokuratura_kharkiv/1',
};
export const told = (reporter: string, source: Source = own): Told => ({ reporter, answers: { source } });

export const anySource: fc.Arbitrary<Source> = fc
  .record({
    kind: fc.constantFrom(...sources),
    name: fc.option(fc.constantFrom('CNN', 'OHCHR'), { nil: undefined }),
    link: fc.option(fc.constant('https://t.me/c/1'), { nil: undefined }),
  })
  .filter(source => !isPublished(source));

export const pad = (n: number) => String(n).padStart(2, '0');
export const anyWall = fc
  .record({ day: fc.integer({ min: 1, max: 28 }), hour: fc.nat(23), minute: fc.nat(59) })
  .map(({ day, hour, minute }) => `2026-03-${pad(day)}T${pad(hour)}:${pad(minute)}`);
export const anyExact: fc.Arbitrary<Occurred> = fc
  .record({
    start: anyWall,
    minutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 90, max: 1800 })),
    words: fc.option(fc.string(), { nil: undefined }),
  })
  .map(({ start, minutes, words }) => ({
    precision: minutes === 0 ? ('minute' as const) : ('hour' as const),
    start,
    end: new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 16),
    zone,
    words,
  }));

const anyPin = fc.record({
  lat: fc.double({ min: 44.4, max: 52.3, noNaN: true }),
  lon: fc.double({ min: 22.2, max: 40.1, noNaN: true }),
  accuracyMetres: fc.option(fc.double({ min: 0, max: 200_000, noNaN: true }), { nil: undefined }),
});
const anyTime = fc.oneof(anyExact, anyOccurred);
export const anyTold: fc.Arbitrary<Report> = fc
  .tuple(
    anyReport,
    anyPin,
    anyTime,
    fc.constantFrom('device', 'map_pin', 'venue'),
    fc.string({ minLength: 5 }),
  )
  .map(([one, pin, occurred, origin, words]) => ({
    ...one,
    answers: {
      ...one.answers,
      place: placeOfPoint(gazetteer, pin, origin, `вул. ${words}`),
      occurred: { ...occurred, words: `о ${words}` },
      account: `Бачила ${words}`,
    },
  }));
export const madeOf = (reports: readonly Report[]) => deriveIncident(reports.map(one => contributionOf(one)));
export const sameIds = (reports: readonly Report[]) =>
  reports.map((one, n) => ({ ...one, id: `K7QF2M9XC${n}` }));
