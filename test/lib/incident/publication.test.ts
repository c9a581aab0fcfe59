import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspects, contributionOf, sourceOf } from '../../../lib/incident/contribution.ts';
import { deriveIncident, type Incident } from '../../../lib/incident/incident.ts';
import {
  circleStepMetres,
  farthestNearMetres,
  isPublished,
  isSmallPlace,
  maxQuoteLength,
  publicChanges,
  publicCount,
  publicDate,
  publicOccurred,
  publicPlaceOf,
  publicReportCount,
  publicSources,
  releaseAfter,
  releaseAgain,
  settlementPlace,
  smallPlacePeople,
  standsAlone,
  type Told,
} from '../../../lib/incident/publication.ts';
import { searchPlaces } from '../../../lib/language/place/search.ts';
import { distanceKm, pointAt } from '../../../lib/place/distance.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { placeOfPoint } from '../../../lib/place/pin.ts';
import { type Place, placePrecisions } from '../../../lib/place/place.ts';
import { publicPlaceSchema } from '../../../lib/place/public.ts';
import { type ReleasePolicy, usualReleases } from '../../../lib/policy.ts';
import type { Checklist, Report, Source } from '../../../lib/report/report.ts';
import { ownSources, sources } from '../../../lib/report/vocabulary.ts';
import { occurredDay } from '../../../lib/time/extent.ts';
import { type Occurred, occurredSchema } from '../../../lib/time/occurred.ts';
import { wallTime } from '../../../lib/time/zone.ts';
import {
  answers,
  anyCount,
  anyIncident,
  anyOccurred,
  anyReport,
  incident,
  report,
} from '../../support/samples.ts';

const zone = 'Europe/Kyiv';
const own: Source = { kind: 'own_eyes' };
const office: Source = {
  kind: 'prosecutor',
  name: 'Kharkiv regional prosecutor’s office',
  link: 'https://t.me/prokuratura_kharkiv/1',
};
const told = (reporter: string, source: Source = own): Told => ({ reporter, answers: { source } });

const anySource: fc.Arbitrary<Source> = fc
  .record({
    kind: fc.constantFrom(...sources),
    name: fc.option(fc.constantFrom('CNN', 'OHCHR'), { nil: undefined }),
    link: fc.option(fc.constant('https://t.me/c/1'), { nil: undefined }),
  })
  .filter(source => !isPublished(source));

const pad = (n: number) => String(n).padStart(2, '0');
const anyWall = fc
  .record({ day: fc.integer({ min: 1, max: 28 }), hour: fc.nat(23), minute: fc.nat(59) })
  .map(({ day, hour, minute }) => `2026-03-${pad(day)}T${pad(hour)}:${pad(minute)}`);
const anyExact: fc.Arbitrary<Occurred> = fc
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
const full = (wall: string | undefined, end: boolean) => wall?.padEnd(16, end ? 'T23:59' : 'T00:00');

describe('what readers learn of the time', () => {
  it('is the part of the day at the finest, holds the true time, and none of the person’s words', () => {
    fc.assert(
      fc.property(fc.oneof(anyExact, anyOccurred), anySource, (occurred, source) => {
        const shown = publicOccurred(occurred, source);
        expect(occurredSchema.parse(shown)).toEqual(shown);
        expect(['minute', 'hour']).not.toContain(shown.precision);
        expect(shown).not.toHaveProperty('words');
        if (occurred.start !== undefined && occurred.end !== undefined) {
          expect(full(shown.start, false)! <= full(occurred.start, false)!).toBe(true);
          expect(full(shown.end, true)! >= full(occurred.end, true)!).toBe(true);
        }
        expect(publicOccurred(shown, source)).toEqual(shown);
      }),
    );
  });

  it('is one of at most five times a day, which no minute is alone in', () => {
    const minutes = Array.from(
      { length: 24 * 60 },
      (_, n) => `2026-03-14T${pad(Math.floor(n / 60))}:${pad(n % 60)}`,
    );
    const shown = minutes.map(start =>
      JSON.stringify(publicOccurred({ precision: 'minute', start, end: start, zone }, own)),
    );
    const sizes = [...Map.groupBy(shown, text => text).values()].map(({ length }) => length);
    expect(sizes.length).toBeLessThanOrEqual(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(240);
  });

  it('stays on its date, under which it is counted', () => {
    fc.assert(
      fc.property(anyWall, start => {
        const occurred: Occurred = { precision: 'minute', start, end: start, zone };
        expect(occurredDay(publicOccurred(occurred, own))).toBe(occurredDay(occurred));
      }),
    );
  });

  it('is as exact as an institution published it, and no named source without a link is one', () => {
    const exact: Occurred = { precision: 'minute', start: '2026-03-14T14:07', end: '2026-03-14T14:07', zone };
    expect(publicOccurred({ ...exact, words: 'о 14:07' }, office)).toEqual(exact);
    const { link: _, ...typed } = office;
    for (const source of [
      typed,
      { kind: 'social_media', name: 'my blog', link: 'https://example.org' } as const,
    ])
      expect(publicOccurred(exact, source)).toMatchObject({ precision: 'part_of_day', part: 'day' });
  });

  it('is a date for a publication', () => {
    expect(publicDate('2026-03-14T22:30:00.000Z', zone)).toBe('2026-03-15');
  });
});

const anyInstant = fc.date({
  min: new Date('2026-01-01T00:00Z'),
  max: new Date('2027-12-31T00:00Z'),
  noInvalidDate: true,
});
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const policy = usualReleases(zone) as Extract<ReleasePolicy, { kind: 'batches' }>;

describe('a release', () => {
  it('comes with a batch, never before it is due, and within the delay and half a day of it', () => {
    fc.assert(
      fc.property(anyInstant, anyRandom, (due, random) => {
        const released = releaseAfter(due, random, policy);
        expect(released.getTime()).toBeGreaterThanOrEqual(due.getTime());
        expect(released.getTime() - due.getTime()).toBeLessThanOrEqual(policy.spreadMs + 13 * 3_600_000);
        expect(wallTime(released, zone).slice(11)).toMatch(/^(08|20):00$/);
        expect(released.getTime() % 60_000).toBe(0);
      }),
    );
  });

  it('tells nothing of the minute: whatever is due between two batches may come with the same ones', () => {
    fc.assert(
      fc.property(fc.nat(12 * 60 - 1), fc.nat(12 * 60 - 1), (a, b) => {
        const after = (minutes: number, random: number) =>
          releaseAfter(
            new Date(Date.parse('2026-03-10T06:01Z') + minutes * 60_000),
            random,
            policy,
          ).getTime();
        const batches = (minutes: number) =>
          new Set([0, 0.25, 0.5, 0.75, 0.999].map(random => after(minutes, random)));
        expect([...batches(a)].some(batch => batches(b).has(batch))).toBe(true);
      }),
    );
  });

  it('is at once where a newcomer tries it out', () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyRandom,
        (due, random) => releaseAfter(due, random, { kind: 'immediate' }) === due,
      ),
    );
  });

  it('is not drawn again while the one that was drawn still fits', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyRandom, anyRandom, (due, moved, random, again) => {
        const drawn = releaseAfter(due, random, policy);
        expect(releaseAgain(drawn, { due, random: again, policy })).toEqual(drawn);
        expect(releaseAgain(drawn, { due: moved, random: again, policy }).getTime()).toBeGreaterThanOrEqual(
          moved.getTime(),
        );
      }),
    );
  });
});

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

const anyPlace: fc.Arbitrary<Place> = fc
  .record({
    precision: fc.constantFrom(...placePrecisions),
    origin: fc.constantFrom('device', 'map_pin', 'venue', 'typed'),
    region: fc.option(fc.constant('UA-23'), { nil: undefined }),
    district: fc.option(
      fc.constant({ uk: 'Запорізький район', en: 'Zaporizhzhia district', ru: 'Запорожский район' }),
      { nil: undefined },
    ),
    population: fc.option(fc.constantFrom(0, 40, 499, 500, 3000, 20_000, 200_000, 1_500_000), {
      nil: undefined,
    }),
    words: fc.option(fc.constantFrom('Роботине', 'Іван Коваль', 'вул. Садова 5'), { nil: undefined }),
    km: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined }),
    bearing: fc.double({ min: 0, max: 360, noNaN: true }),
    accuracyMetres: fc.option(fc.double({ min: 0, max: 60_000, noNaN: true }), { nil: undefined }),
  })
  .map(({ population, km, bearing, accuracyMetres, ...rest }) => {
    const settlement = { ...answers.place.settlement!, population: population ?? 0 };
    return {
      ...rest,
      settlement: population === undefined ? undefined : settlement,
      point: km === undefined ? undefined : { ...pointAt(settlement.point, km, bearing), accuracyMetres },
    };
  });
const two = [told('a'), told('b')];

describe('what readers learn of the place', () => {
  it('is a circle that holds the pin and the accuracy that it claims, or no circle', () => {
    fc.assert(
      fc.property(anyPlace, fc.boolean(), (place, isAlone) => {
        const shown = publicPlaceOf(place, isAlone ? [told('a')] : two);
        expect(publicPlaceSchema.parse(shown)).toEqual(shown);
        if (!shown.point || !place.point) return;
        const reach = distanceKm(shown.point, place.point) * 1000 + (place.point.accuracyMetres ?? 0);
        expect(shown.point.accuracyMetres).toBeGreaterThanOrEqual(reach);
        expect(shown.point.accuracyMetres).toBeLessThanOrEqual(farthestNearMetres);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never finer than a settlement’s centre, and the same for all pins of one step', () => {
    fc.assert(
      fc.property(anyPlace, place => {
        const shown = publicPlaceOf(place, two);
        const { point, settlement, settlementId } = shown;
        expect(shown).not.toHaveProperty('words');
        expect(point === undefined).toBe(settlement === undefined);
        if (!point || !place.settlement) return;
        expect(settlementId).toBe(place.settlement.id);
        expect({ lat: point.lat, lon: point.lon }).toEqual(place.settlement.point);
        const radius = point.accuracyMetres ?? 0;
        expect(radius).toBeGreaterThanOrEqual(3000);
        expect(radius === 3000 || radius === 8000 || radius % circleStepMetres === 0).toBe(true);
      }),
    );
  });

  it('is the settlement itself only where the pin lies in its usual circle', () => {
    const pin = (km: number): Place => ({
      ...answers.place,
      precision: 'point',
      point: pointAt(answers.place.settlement!.point, km, 45),
    });
    const shown = (km: number) => publicPlaceOf(pin(km), two);
    expect(shown(2.9)).toMatchObject({ precision: 'settlement', point: { accuracyMetres: 3000 } });
    expect(shown(4)).toMatchObject({ precision: 'district', point: { accuracyMetres: 5000 } });
    expect(shown(12)).toMatchObject({ precision: 'district', point: { accuracyMetres: 15_000 } });
    expect(shown(28)).toEqual({ precision: 'region', region: 'UA-23' });
  });

  it('is never a settlement by a typed name that the gazetteer does not know', () => {
    const typed: Place = { precision: 'settlement', origin: 'typed', region: 'UA-23', words: 'Роботине' };
    expect(publicPlaceOf(typed, two)).toEqual({ precision: 'region', region: 'UA-23' });
    expect(publicPlaceOf({ ...typed, region: undefined }, two)).toEqual({ precision: 'unknown' });
  });

  it('is the district of a small place, or of one whose size nobody knows, while one private person stands alone', () => {
    fc.assert(
      fc.property(anyPlace, anySource, (place, source) => {
        const alone = publicPlaceOf(place, [told('a', source), told('a')]);
        if (isSmallPlace(place)) expect(alone).not.toHaveProperty('settlement');
        else expect(alone).toEqual(publicPlaceOf(place, two));
        expect(publicPlaceOf(place, [told('a', office)])).toEqual(publicPlaceOf(place, two));
      }),
    );
    const sized = (population: number): Place => ({
      ...answers.place,
      settlement: { ...answers.place.settlement!, population },
    });
    expect([0, 40, smallPlacePeople - 1, smallPlacePeople].map(sized).map(isSmallPlace)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('takes one person with two reports for one, and reports and contributions alike', () => {
    expect(
      standsAlone([
        told('a'),
        told('a', { kind: 'social_media', name: 'my blog', link: 'https://example.org' }),
      ]),
    ).toBe(true);
    expect(standsAlone(two)).toBe(false);
    expect(standsAlone([report, contributionOf(report)])).toBe(true);
  });
});

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

  it('is nothing of a retraction, and no number of reports that readers are not told', () => {
    expect(publicChanges(published, { ...published, status: 'retracted', munition: 'mortar' })).toEqual({
      fields: [],
      values: {},
    });
    const counts = (from: number, to: number) =>
      publicChanges({ ...published, reportCount: from }, { ...published, reportCount: to }).fields;
    expect(counts(1, 2)).toEqual(['reportCount']);
    expect(counts(2, 2)).toEqual([]);
    expect(counts(3, 4)).toEqual(['reportCount']);
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

const gazetteer = await loadGazetteer('UA');
const anyPin = fc.record({
  lat: fc.double({ min: 44.4, max: 52.3, noNaN: true }),
  lon: fc.double({ min: 22.2, max: 40.1, noNaN: true }),
  accuracyMetres: fc.option(fc.double({ min: 0, max: 200_000, noNaN: true }), { nil: undefined }),
});
const anyTime = fc.oneof(anyExact, anyOccurred);
const anyTold: fc.Arbitrary<Report> = fc
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
const madeOf = (reports: readonly Report[]) => deriveIncident(reports.map(one => contributionOf(one)));
const sameIds = (reports: readonly Report[]) => reports.map((one, n) => ({ ...one, id: `K7QF2M9XC${n}` }));

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
            gives: one.id === 'K7QF2M9XC0' ? [...aspects] : [],
          }));
        expect(deriveIncident(sent(others))).toEqual(deriveIncident(sent(reports)));
      }),
    );
  });
});

describe('what is quoted', () => {
  const post = {
    text: 'П’ятеро поранених.',
    by: { kind: 'prosecutor', name: 'Офіс', link: 'https://t.me/o/1' },
  } as const;
  const quotesOf = (change: Partial<Report['answers']>, checklist?: Partial<Checklist>) =>
    madeOf([
      {
        ...report,
        answers: { ...report.answers, ...change },
        approvals: checklist && [
          {
            by: 'marko',
            at: report.receivedAt,
            checklist: { militaryPosition: false, identifiesPerson: false, graphic: false, ...checklist },
          },
        ],
      },
    ]).quotes;

  it('is a forwarded post that anybody can read, and no word that a person typed, whatever source they name', () => {
    expect(quotesOf({ post }, {})).toEqual([post]);
    expect(quotesOf({ post: { ...post, by: { ...post.by, link: undefined } } })).toEqual([]);
    expect(quotesOf({ source: post.by, account: post.text })).toEqual([]);
  });

  it('is nothing once a moderator found that something identifies a person, shows a position or is graphic', () => {
    for (const found of ['identifiesPerson', 'militaryPosition', 'graphic'] as const)
      expect(quotesOf({ post }, { [found]: true })).toEqual([]);
  });

  it('is cut between words, never within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1000, maxLength: 1300 }), text => {
        const [{ text: shown = '' } = {}] = quotesOf({ post: { ...post, text } });
        expect(shown.length).toBeLessThanOrEqual(maxQuoteLength);
        expect(shown.isWellFormed()).toBe(true);
        expect(text.startsWith(shown.replace(/ …$/, ''))).toBe(true);
      }),
    );
  });
});

describe('the place of what was typed', () => {
  const placeOf = (text: string): Place => {
    const reading = searchPlaces(gazetteer, text);
    if (!('place' in reading)) throw new Error(reading.kind);
    return reading.place;
  };

  it('has no point for a region or a district: its centre would look like the place', () => {
    for (const text of ['Харківська область', 'Криворізький район'])
      expect(settlementPlace(placeOf(text)).point).toBeUndefined();
  });

  it('is near Izium for "5 km north of Izium", with a wide circle and without the words', () => {
    const shown = settlementPlace(placeOf('5 km north of Izium, grandmother’s house'));
    expect(shown).toMatchObject({ precision: 'district', settlement: { en: 'Izium' } });
    expect(shown.point?.accuracyMetres).toBeGreaterThanOrEqual(25_000);
    expect(shown).not.toHaveProperty('words');
  });
});
