import { canonical, changesOf, type Event } from '../history/event.ts';
import { distanceKm } from '../place/distance.ts';
import type { Place } from '../place/place.ts';
import { blurMetres, type PublicPlace } from '../place/public.ts';
import type { ReleasePolicy } from '../policy.ts';
import type { Count, Range } from '../report/count.ts';
import type { Answers, Post, Report, Source } from '../report/report.ts';
import { namedSources } from '../report/vocabulary.ts';
import { addDays, wallAt } from '../time/date.ts';
import { type DayPart, type Occurred, timePrecisions } from '../time/occurred.ts';
import { partBounds } from '../time/part.ts';
import { toInstant, wallTime } from '../time/zone.ts';

/**
 * What readers learn of time, place, people and order, so that nothing published tells who reported it. Each rule says
 * whom it protects from what; `test/lib/incident/publication.test.ts` holds them for any input.
 *
 * Everything here is pure, and coarsens only: applied twice it changes nothing more.
 */

/** What the rules need to know of a report: a `Contribution` or a `Report`. */
export type Told = Readonly<{ reporter: string; answers: Readonly<Pick<Answers, 'source'>> }>;

/**
 * Whether an institution or a newsroom has published what is told: a named kind of source, with the link to where it
 * says so. A name alone is what somebody typed, and a private page is nobody's institution.
 */
export const isPublished = ({ kind, link }: Source): boolean =>
  kind !== 'social_media' && namedSources.some(named => named === kind) && link !== undefined;

/** Whether one private person alone stands behind an incident, however many reports they sent. */
export const standsAlone = (told: readonly Told[]): boolean =>
  !told.some(({ answers }) => isPublished(answers.source)) &&
  new Set(told.map(({ reporter }) => reporter)).size < 2;

// Time

/**
 * When it happened: the part of the day, at the finest. Who was there at 14:07 is known to the neighbours and to the
 * cameras; who was there that afternoon is not. What an institution published is shown as it published it. The person's
 * words for the time are never shown.
 *
 * The parts have the bounds of `partBounds`, so that two minutes of one part read alike; a time that no part holds (from
 * ten to eight in the evening) is told to the day. The date stays what it was: after midnight is the night of the new date.
 */
export const publicOccurred = ({ words: _, ...occurred }: Occurred, source: Source): Occurred => {
  if (isPublished(source)) return occurred;
  switch (occurred.precision) {
    case 'minute':
    case 'hour':
    case 'part_of_day':
      return { ...partOrDays(occurred.start, occurred.end), zone: occurred.zone };
    default:
      return occurred;
  }
};

/** The parts of a date that begin on it, the likelier word first: ten past five is the morning, half past four to half past five the night. */
const partsOn = (date: string): readonly Readonly<{ part: DayPart; start: string; end: string }>[] => [
  { part: 'morning', ...partBounds(date, 'morning') },
  { part: 'evening', ...partBounds(date, 'evening') },
  { part: 'day', ...partBounds(date, 'day') },
  { part: 'night', start: wallAt(date, 0), end: wallAt(date, 5, 59) },
  { part: 'night', ...partBounds(date, 'night') },
];

const partOrDays = (start: string, end: string) => {
  const date = start.slice(0, 10);
  const holding = partsOn(date).find(part => part.start <= start && end <= part.end);
  return holding
    ? { precision: 'part_of_day' as const, ...holding }
    : { precision: 'day' as const, start: date, end: end.slice(0, 10) };
};

/** The day of a publication or a correction, `YYYY-MM-DD` in the country's zone. Its minute would tell that of sending. */
export const publicDate = (instant: string, zone: string): string =>
  wallTime(new Date(instant), zone).slice(0, 10);

// Order

/**
 * The instant of the batch with which something is released that may be from `due` on. `random` is from 0 to below 1, from
 * a source that nobody can guess, drawn once for an incident. Never before `due`. Batches without the delay would still
 * tell which of two reports was sent first; the delay without batches would tell of a lone release when it was due.
 */
export const releaseAfter = (due: Date, random: number, policy: ReleasePolicy): Date => {
  if (policy.kind === 'immediate') return due;
  const { zone, hours, spreadMs } = policy;
  const earliest = new Date(due.getTime() + Math.floor(random * spreadMs));
  for (let date = wallTime(earliest, zone).slice(0, 10); ; date = addDays(date, 1))
    for (const hour of hours) {
      const batch = toInstant(wallAt(date, hour), zone);
      if (batch >= earliest) return batch;
    }
};

/**
 * The release of something that is still waiting, after its `due` may have moved: the one that it had, while it is
 * one that `due` can lead to. So a change to a waiting incident does not draw again, which would tell of the change.
 */
export const releaseAgain = (
  previous: Date,
  { due, random, policy }: Readonly<{ due: Date; random: number; policy: ReleasePolicy }>,
): Date =>
  previous >= releaseAfter(due, 0, policy) && previous <= releaseAfter(due, 1, policy)
    ? previous
    : releaseAfter(due, random, policy);

/**
 * Each of several things once, in an order that follows from what they say. The order of sending, of approving and of
 * writing leave no trace. (Incidents are listed by their release and then by their id, which is random.)
 */
export const inPublicOrder = <Thing>(things: readonly Thing[]): readonly Thing[] =>
  [...new Map(things.map(thing => [`${canonical(thing)}`, thing]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, thing]) => thing);

// People

/** The fewest reports of which readers are told the number. */
const leastReportsTold = 3;

/**
 * How many reports stand behind an incident: a number from three on. Below it, a number that goes up or down by one tells
 * the day on which one certain person wrote or withdrew.
 */
export const publicReportCount = (reports: number): number | 'one' | 'several' => {
  if (reports >= leastReportsTold) return reports;
  return reports === 1 ? 'one' : 'several';
};

/**
 * The sources that readers are told of: each one that published, by its name; of private people only how the nearest of
 * them knows, while they are fewer than three, since two different ways of knowing would be two people.
 */
export const publicSources = (sources: readonly Source[]): readonly Source[] => {
  const isNamed = ({ kind }: Source) => namedSources.some(named => named === kind);
  const ways = nearestFirst.filter(kind => sources.some(source => source.kind === kind));
  const people = sources.filter(source => !isNamed(source)).length;
  const told = people < leastReportsTold ? ways.slice(0, 1) : ways;
  return [...inPublicOrder(sources.filter(isNamed)), ...told.map(kind => ({ kind }))];
};

const nearestFirst = ['own_eyes', 'own_ears', 'aftermath', 'told', 'unknown'] as const;

/**
 * The killed or injured: in a small place without the groups among them that are one or two people, whom everybody
 * there would know by "a child" or "a medic". What an institution published is shown whole.
 */
export const publicCount = (
  count: Count,
  { place, source }: Readonly<{ place: Place; source: Source }>,
): Count => {
  if (count === 'unknown' || !count.of || isPublished(source) || !isSmallPlace(place)) return count;
  const { of, ...total } = count;
  const shown = Object.entries(of).filter(([, range]) => range.min >= leastPeopleTold);
  return shown.length > 0 ? { ...total, of: Object.fromEntries(shown) } : total;
};

const leastPeopleTold = 3;

// Words

/** How much of a post is quoted, in UTF-16 units: as much as previews, cards and lists have room for. Its link has the rest. */
export const maxQuoteLength = 1000;

/**
 * What is quoted of a report: the words of a forwarded post that anybody can read at its link, and never a word that a
 * person typed, whoever they say wrote it. Nothing once a moderator who approved it found something in it that identifies
 * a person, shows a military position, or is graphic.
 */
export const publicQuote = ({
  answers: { post },
  approvals = [],
}: Pick<Report, 'answers' | 'approvals'>): Post | undefined => {
  const isWithheld = approvals.some(({ checklist }) => Object.values(checklist).includes(true));
  return post?.by.link === undefined || isWithheld ? undefined : { ...post, text: beginningOf(post.text) };
};

/** At most `maxQuoteLength`, cut between words, or at least not within a character. */
const beginningOf = (text: string): string =>
  text.length <= maxQuoteLength
    ? text
    : `${text.slice(0, maxQuoteLength - 2).replace(/\s+\S*$|[\uD800-\uDBFF]$/, '')} …`;

// Place

/** A place of fewer people is one of few hundred, where everybody knows who was at home. */
export const smallPlacePeople = 500;

/**
 * Whether a place is so small that a lone report from it points to a household. A population of 0 is unknown: it is
 * taken for small, because the gazetteer knows hardly any below 500 and leaves out those of villages. What names no
 * settlement is none.
 */
export const isSmallPlace = ({ settlement }: Place): boolean =>
  settlement !== undefined && settlement.population < smallPlacePeople;

/**
 * Where readers are told that it happened, made from all that is told of an incident: the settlement, or what lies around
 * a small one while one private person stands alone. With a second voice, or an institution's word, the settlement
 * is shown; when they are gone again, it is not. `settled` is what `settlementPlace` made of the place.
 */
export const publicPlaceOf = (
  place: Place,
  told: readonly Told[],
  settled: PublicPlace = settlementPlace(place),
): PublicPlace => (isSmallPlace(place) && standsAlone(told) ? areaPlace(settled) : settled);

/** "Near" a settlement is within so many metres of its centre; what is farther is told by its district. */
export const farthestNearMetres = 25_000;
/** Circles beyond a settlement's own size grow by so much: its step tells how far off a pin is, so that steps are wide. */
export const circleStepMetres = 5_000;

/** The earth is no sphere: real distances are up to 0.6 % longer than `distanceKm` says. */
const sphereMargin = 1.01;

/** A place that is known less exactly than these says nothing of a settlement. */
const precisionsWithSettlement: readonly Place['precision'][] = ['point', 'street', 'settlement', 'district'];

/**
 * The settlement's centre and a circle that holds the pin with the accuracy that it claims, whatever was typed beside it:
 * the settlement's usual size where that is enough; else "near" it, with a radius in wide steps; else the district. A name
 * that the gazetteer does not know is never shown as a settlement: it may be a person's, a street's or a house's.
 */
export const settlementPlace = (place: Place): PublicPlace => {
  const { precision, settlement, point } = place;
  if (!settlement || !precisionsWithSettlement.includes(precision)) return areaPlace(place);
  const { lat, lon } = settlement.point;
  const usual = blurMetres(settlement.population);
  const reach = point
    ? distanceKm(settlement.point, point) * 1000 * sphereMargin + (point.accuracyMetres ?? 0)
    : 0;
  if (reach > farthestNearMetres) return areaPlace(place);
  const { region, district } = place;
  const named = { region, district, settlement: settlement.names, settlementId: settlement.id };
  // "5 km north of Izium" is near it, and where exactly nobody knows.
  if (precision === 'district')
    return compact({
      precision: 'district',
      ...named,
      point: { lat, lon, accuracyMetres: farthestNearMetres },
    });
  if (reach <= usual)
    return compact({ precision: 'settlement', ...named, point: { lat, lon, accuracyMetres: usual } });
  const radius = Math.ceil(reach / circleStepMetres) * circleStepMetres;
  return compact({
    precision: 'district',
    ...named,
    point: { lat, lon, accuracyMetres: Math.max(usual, radius) },
  });
};

/** District and region alone, as far as they are known: without a point, whose centre would look like the place. */
export const areaPlace = ({
  precision,
  region,
  district,
}: Pick<PublicPlace, 'precision' | 'region' | 'district'>): PublicPlace => {
  if (region === undefined) return { precision: 'unknown' };
  return district && precision !== 'region' && precision !== 'unknown'
    ? { precision: 'district', region, district }
    : { precision: 'region', region };
};

/** Without keys that hold nothing: what is published is compared with what was. */
const compact = (place: PublicPlace): PublicPlace =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)) as PublicPlace;

// Corrections

/** What corrections look at of something published: an `Incident`. */
export type Published = Readonly<
  Pick<
    Answers,
    'phase' | 'effect' | 'munition' | 'delivery' | 'occurred' | 'killed' | 'injured' | 'areas'
  > & {
    status: string;
    place: PublicPlace;
    grade: string;
    contamination?: unknown;
    reportCount: number;
    sources: readonly Source[];
    attributions: readonly unknown[];
    quotes: readonly unknown[];
  }
>;

/** Fields of which readers are told the new value, and the old one where it does no harm. */
const valued = [
  'phase',
  'munition',
  'effect',
  'delivery',
  'occurred',
  'killed',
  'injured',
  'grade',
  'contamination',
] as const;
/** Fields of which readers are told only that they changed: places and words may have been withdrawn for safety. */
const quiet = ['place', 'areas', 'reportCount', 'sources', 'attributions', 'quotes'] as const;

/** Whether readers see a field of something published change, by what it was and is. */
export const isPublicChange = (field: string, { old, new: now }: Event['changes'][string]): boolean =>
  field === 'reportCount'
    ? publicReportCount(Number(old)) !== publicReportCount(Number(now))
    : [...valued, ...quiet].some(one => one === field);

/** What readers are told of a correction: which fields, and the values of some, as `changesOf` gives them. */
type PublicChanges = Readonly<{ fields: readonly string[]; values: Event['changes'] }>;

/**
 * What a correction says. Old values are told only where one definite thing took the place of another ("mortar → rocket
 * artillery"). Where a correction withdraws or coarsens, the old value is what somebody is protected from, and saying it
 * beside the new one would publish it again: so not when a report went, not when anything became unknown, wider, or lost
 * its details, and not when support was lost. A retraction tells no values at all.
 */
export const publicChanges = (before: Published, after: Published): PublicChanges => {
  if (after.status === 'retracted') return { fields: [], values: {} };
  const all = changesOf<Partial<Published>>(before, after, valued);
  const isWithdrawn = after.reportCount < before.reportCount;
  const values = Object.fromEntries(
    Object.entries(all).map(([field, { old, ...rest }]) => {
      const hidden = isWithdrawn || old === undefined || isCoarser(field as Valued, before, after);
      return [field, hidden ? rest : { old, ...rest }];
    }),
  );
  const changed = Object.entries(changesOf<Partial<Published>>(before, after, quiet))
    .filter(([field, values]) => isPublicChange(field, values))
    .map(([field]) => field);
  return { fields: [...Object.keys(values), ...changed], values };
};

type Valued = (typeof valued)[number];

const isCoarser = (field: Valued, before: Published, after: Published): boolean => {
  switch (field) {
    case 'occurred':
      return isCoarserTime(before.occurred, after.occurred);
    case 'killed':
    case 'injured':
      return isCoarserCount(before[field], after[field]);
    case 'grade':
      return support(after.grade) < support(before.grade);
    case 'contamination':
      return after.contamination === undefined;
    default:
      return after[field] === undefined || after[field] === 'unknown' || after[field] === 'other';
  }
};

const isCoarserTime = (before: Occurred, after: Occurred): boolean =>
  timePrecisions.indexOf(after.precision) > timePrecisions.indexOf(before.precision) ||
  !keepsBounds(before, after) ||
  (lengthOf(after) > lengthOf(before) && after.precision === before.precision);

/** Whether a time is bounded wherever the other was. */
const keepsBounds = (before: Occurred, after: Occurred): boolean =>
  (after.start !== undefined || before.start === undefined) &&
  (after.end !== undefined || before.end === undefined);

const lengthOf = ({ start, end }: Occurred): number => {
  const instant = (wall: string | undefined) =>
    wall === undefined ? Number.NaN : Date.parse(`${wall.padEnd(16, 'T00:00').slice(0, 16)}Z`);
  return instant(end) - instant(start);
};

const isCoarserCount = (before: Count, after: Count): boolean => {
  if (before === 'unknown') return false;
  if (after === 'unknown' || isWiderRange(before, after)) return true;
  return Object.entries(before.of ?? {}).some(([group, range]) => {
    const now = (after.of as Readonly<Record<string, Range>> | undefined)?.[group];
    return now === undefined || isWiderRange(range, now);
  });
};

const isWiderRange = (before: Range, after: Range): boolean => {
  const width = ({ min, max = Number.POSITIVE_INFINITY }: Range) => max - min;
  return width(after) > width(before) || (after.about === true && !before.about);
};

const supports: readonly string[] = ['discounted', 'contested', 'single_source', 'corroborated', 'confirmed'];
const support = (grade: string): number => supports.indexOf(grade);
