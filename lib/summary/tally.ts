import * as z from 'zod/mini';
import { type Grade, type Incident, isContaminated } from '../incident/incident.ts';
import type { PublicPlace } from '../place/public.ts';
import { munitions, phases } from '../report/vocabulary.ts';
import { type Bucket, bucketsOf, isInexact } from './bucket.ts';
import { type Counters, countersSchema, negative, nothing, peopleOf, sum } from './counters.ts';
import { type CountedGrade, countedGrades } from './grades.ts';

/**
 * Where an incident is counted: everywhere, in its region (ISO 3166-2), in its settlement (`S696487`); and, where these are not
 * known, as one of unknown region (`UNPLACED`), or of a region and of unknown settlement (`UA-63/-`).
 */
export type Scope = string;
export const everywhere: Scope = 'all';
export const unplaced: Scope = 'UNPLACED';

/** A region, or a settlement of one; without either, everywhere. `unplaced`: what is of unknown region. */
export type CountedArea = Readonly<{
  region?: string | undefined;
  settlement?: number | undefined;
  unplaced?: boolean | undefined;
}>;

/** The scope that surely holds what happened in an area, and those of what may have happened there. */
export const scopesOf = ({
  region,
  settlement,
  unplaced: isUnplaced,
}: CountedArea): Readonly<{ surely: Scope; perhaps: readonly Scope[] }> => {
  if (isUnplaced) return { surely: unplaced, perhaps: [] };
  if (settlement !== undefined)
    return {
      surely: `S${settlement}`,
      perhaps: [...(region === undefined ? [] : [unsettled(region)]), unplaced],
    };
  return region === undefined ? { surely: everywhere, perhaps: [] } : { surely: region, perhaps: [unplaced] };
};

const unsettled = (region: string): Scope => `${region}/-`;

const scopesAt = ({ region, settlementId }: PublicPlace): readonly Scope[] => [
  everywhere,
  region ?? unplaced,
  ...(settlementId === undefined ? [] : [`S${settlementId}`]),
  ...(settlementId === undefined && region !== undefined ? [unsettled(region)] : []),
];

const isCounted = (grade: Grade): grade is CountedGrade => countedGrades.some(one => one === grade);

/** Which incidents one item counts: of one kind, in one scope and bucket. Attacks and what they left behind are kept apart. */
const cellSchema = z.object({
  scope: z.string(),
  bucket: z.string(),
  phase: z.enum(phases),
  munition: z.enum(munitions),
  grade: z.enum(countedGrades),
});
type Cell = Readonly<z.infer<typeof cellSchema>>;

/**
 * How many of a cell's incidents readers are told to have happened where: by settlement and radius (`706483.8`: the GeoNames id,
 * and kilometres), and after how many of these there are unexploded items (`706483.8.unexploded`). Only cells of a region, or of
 * unknown region, have it: so a map of any period costs the same, however many incidents it shows.
 */
const whereSchema = z.record(z.string(), z.int());
type Where = Readonly<z.infer<typeof whereSchema>>;

/** A cell with what is counted in it. `changedAt`: when anything of it was last changed. */
export const talliedSchema = z.extend(cellSchema, {
  counters: countersSchema,
  where: z.optional(whereSchema),
  changedAt: z.string(),
});
export type Tallied = Readonly<z.infer<typeof talliedSchema>>;

/** What to add to one cell. Counters may be negative, or all 0 when only the time of change is new. */
export type TallyChange = Cell & Readonly<{ add: Counters; where?: Where | undefined }>;

/**
 * What to add to the tallies when an incident changes: `before` is counted out, `after` in, of which either may be
 * missing or unpublished: publishing, amending and retracting are one operation. Changes of 0 are kept, so that the
 * cells of an amended incident show when it was changed.
 */
export const tallyChanges = (
  before: Incident | undefined,
  after: Incident | undefined,
): readonly TallyChange[] =>
  mergeChanges([
    ...counted(before).map(change => ({
      ...change,
      add: negative(change.add),
      where: without(change.where),
    })),
    ...counted(after),
  ]);

/** The same changes with one for each cell: those of several incidents are added up. */
export const mergeChanges = (all: readonly TallyChange[]): readonly TallyChange[] => {
  const changes = new Map<string, TallyChange>();
  for (const change of all) {
    const key = cellKey(change);
    const other = changes.get(key);
    changes.set(
      key,
      other
        ? { ...change, add: sum(other.add, change.add), where: plusWhere(other.where, change.where) }
        : change,
    );
  }
  return [...changes.values()];
};

const without = (where: Where | undefined): Where | undefined =>
  where && Object.fromEntries(Object.entries(where).map(([name, n]) => [name, -n]));

const plusWhere = (a: Where | undefined, b: Where | undefined): Where | undefined => {
  if (!a || !b) return a ?? b;
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map(name => [name, (a[name] ?? 0) + (b[name] ?? 0)]),
  );
};

/** The name of a cell within its scope. */
export const cellName = ({ bucket, phase, munition, grade }: Omit<Cell, 'scope'>): string =>
  [bucket, phase, munition, grade].join('#');

const cellKey = (cell: Cell): string => `${cell.scope} ${cellName(cell)}`;

const counted = (incident: Incident | undefined): readonly TallyChange[] => {
  if (incident?.status !== 'published') return [];
  const { phase, munition, grade, place, occurred, killed, injured } = incident;
  if (!isCounted(grade)) return [];
  const add: Counters = {
    ...nothing,
    incidents: 1,
    inexact: isInexact(occurred) ? 1 : 0,
    unexploded: isContaminated(incident) ? 1 : 0,
    killed: peopleOf(killed),
    injured: peopleOf(injured),
  };
  const where = whereOf(place, add.unexploded > 0);
  const home = place.region ?? unplaced;
  return scopesAt(place).flatMap(scope =>
    bucketsOf(occurred).map((bucket: Bucket) => ({
      scope,
      bucket,
      phase,
      munition,
      grade,
      add,
      where: scope === home ? where : undefined,
    })),
  );
};

const whereOf = ({ settlementId, point }: PublicPlace, isUnexploded: boolean): Where | undefined => {
  if (settlementId === undefined || !point) return undefined;
  const name = `${settlementId}.${Math.round((point.accuracyMetres ?? 0) / 1000)}`;
  return isUnexploded ? { [name]: 1, [`${name}.unexploded`]: 1 } : { [name]: 1 };
};
