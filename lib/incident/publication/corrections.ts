import { changesOf, type Event } from '../../history/event.ts';
import type { PublicPlace } from '../../place/public.ts';
import type { Count, Range } from '../../report/count.ts';
import type { Answers, Source } from '../../report/report.ts';
import { type Occurred, timePrecisions } from '../../time/occurred.ts';

/** What corrections look at of something published: an `Incident`. */
type Published = Readonly<
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
const quiet = ['place', 'areas', 'sources', 'attributions', 'quotes'] as const;

/** Whether readers are told that a field of something published changed. Not of the number of reports: one more corrects nothing. */
export const isPublicChange = (field: string): boolean => [...valued, ...quiet].some(one => one === field);

/** What readers are told of a correction: which fields, and the values of some, as `changesOf` gives them. */
type PublicChanges = Readonly<{ fields: readonly string[]; values: Event['changes'] }>;

/**
 * What a correction says. Old values are told only where one definite thing took the place of another ("mortar → rocket
 * artillery"). Where a correction withdraws or coarsens, the old value is what somebody is protected from, and saying it
 * beside the new one would publish it again: so not when a report went, not when anything became unknown, wider, or lost
 * its details, and not when support was lost. A retraction tells no values at all. `isWithdrawn`: a report went, whether or
 * not another came.
 */
export const publicChanges = (
  before: Published,
  after: Published,
  isWithdrawn = after.reportCount < before.reportCount,
): PublicChanges => {
  if (after.status === 'retracted') return { fields: [], values: {} };
  const all = changesOf<Partial<Published>>(before, after, valued);
  const values = Object.fromEntries(
    Object.entries(all).map(([field, { old, ...rest }]) => {
      const hidden = isWithdrawn || old === undefined || isCoarser(field as Valued, before, after);
      return [field, hidden ? rest : { old, ...rest }];
    }),
  );
  const changed = Object.keys(changesOf<Partial<Published>>(before, after, quiet));
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
