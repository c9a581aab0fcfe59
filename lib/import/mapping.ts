import * as z from 'zod/mini';
import { casualtyGroups } from '../report/vocabulary.ts';

const column = z.string().check(z.minLength(1));

/**
 * Where a value comes from: a column (in JSON a path, `location.lat`), the first of several that says anything, or always the
 * same (`is`). `codes` says what the file's words mean; of a word that is in none, `otherwise`. `separator` parts a list.
 */
const readSchema = z.union([
  column,
  z.array(column).check(z.minLength(1)),
  z.strictObject({ is: z.string() }),
  z.strictObject({
    of: z.union([column, z.array(column).check(z.minLength(1))]),
    codes: z.optional(z.record(z.string(), z.string())),
    otherwise: z.optional(z.string()),
    separator: z.optional(z.string().check(z.minLength(1))),
  }),
]);
export type Read = Readonly<z.infer<typeof readSchema>>;

const read = z.optional(readSchema);

/** A number of people, in words or digits ("at least 8"), or as its bounds; and of whom how many are children, medics … */
const peopleSchema = z.strictObject({
  count: read,
  min: read,
  max: read,
  of: z.optional(z.partialRecord(z.enum(casualtyGroups), readSchema)),
});
type PeopleMapping = Readonly<z.infer<typeof peopleSchema>>;

/** How the rows of a file say what a report says. See infra/README.md. */
const mappingSchema = z.strictObject({
  about: z.optional(z.string()),
  /** The name of the data set. With the row's id it is what keeps a row from coming in twice: never change it. */
  dataset: z.string().check(z.regex(/\S/)),
  format: z.optional(z.enum(['csv', 'json', 'geojson', 'kml'])),
  delimiter: z.optional(z.string().check(z.minLength(1))),
  /** Where the list of rows is in JSON, as a path; without it the file is that list. */
  rows: z.optional(column),
  /** Whether each row is an incident of its own, or one report, of which several may tell of one incident. */
  row: z.enum(['incident', 'report']),
  /** Without an id of its own a row is known by all that it says. */
  id: read,
  /** Only rows that have one of these values in each of these columns. */
  only: z.optional(z.record(z.string(), z.array(z.string()))),
  /** The order of dates in digits ("03/04/2022"), which cannot be told from themselves. */
  dates: z.optional(z.enum(['DMY', 'MDY', 'YMD'])),
  /** The zone of times without one; by default the country's. */
  zone: z.optional(z.string()),
  /** Whether a named place that the gazetteer does not know is refused, or kept as words within its region. */
  unknownPlaces: z.optional(z.enum(['refuse', 'keep'])),
  /** The file writes 0 where it does not know. */
  zeroIsUnknown: z.optional(z.boolean()),
  occurred: z.strictObject({ date: read, to: read, time: read, notAfter: read, precision: read }),
  place: z.strictObject({
    lat: read,
    lon: read,
    accuracyMetres: read,
    precision: read,
    settlement: read,
    district: read,
    region: read,
    words: read,
  }),
  phase: read,
  effect: read,
  munition: read,
  delivery: read,
  knownBy: read,
  areas: read,
  killed: z.optional(peopleSchema),
  injured: z.optional(peopleSchema),
  source: z.strictObject({
    kind: readSchema,
    name: read,
    channel: read,
    link: read,
    published: read,
    verified: read,
  }),
  attribution: z.optional(z.strictObject({ side: readSchema, status: read })),
  /** What else the row says, for moderators only: each on a line of its own. */
  account: z.optional(z.array(readSchema)),
});
export type Mapping = Readonly<z.infer<typeof mappingSchema>>;

/** A mapping, or what is wrong with it, in words. */
export const parseMapping = (
  value: unknown,
):
  | Readonly<{ kind: 'mapping'; mapping: Mapping }>
  | Readonly<{ kind: 'wrong'; problems: readonly string[] }> => {
  const result = mappingSchema.safeParse(value);
  if (!result.success)
    return {
      kind: 'wrong',
      problems: result.error.issues.map(
        issue => `${issue.path.join('.') || 'the mapping'}: ${issue.message}${keysOf(issue)}`,
      ),
    };
  const mapping = result.data;
  const problems = [...mergedNumber(mapping), ...zoneProblem(mapping), ...pointProblem(mapping)];
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'mapping', mapping };
};

/** The columns that a mapping reads. */
export const columnsOf = (mapping: Mapping): readonly string[] => {
  const {
    occurred,
    place,
    killed = {},
    injured = {},
    source,
    attribution,
    account = [],
    only = {},
  } = mapping;
  const { id, phase, effect, munition, delivery, knownBy, areas } = mapping;
  const reads = [
    ...[id, phase, effect, munition, delivery, knownBy, areas, ...account],
    ...[occurred, place, source, attribution ?? {}].flatMap(part => Object.values(part)),
    ...[killed, injured].flatMap(({ of = {}, ...bounds }) => [
      ...Object.values(bounds),
      ...Object.values(of),
    ]),
  ];
  return [...new Set([...Object.keys(only), ...reads.flatMap(one => (one ? columnsIn(one) : []))])];
};

/** The columns of one value, first choice first. */
export const columnsIn = (one: Read): readonly string[] => {
  if (typeof one === 'object' && 'is' in one) return [];
  return [typeof one === 'object' && 'of' in one ? one.of : one].flat();
};

const keysOf = (issue: object): string =>
  'keys' in issue && Array.isArray(issue.keys) ? ` (${issue.keys.join(', ')})` : '';

/** Killed and injured are two numbers: a sum of both says neither. */
const mergedNumber = ({ killed = {}, injured = {} }: Mapping): readonly string[] => {
  const columns = ({ of: _, ...bounds }: PeopleMapping) =>
    Object.values(bounds).flatMap(one => (one ? columnsIn(one) : []));
  const both = columns(killed).filter(one => columns(injured).includes(one));
  return both.map(
    one => `"${one}" is both the killed and the injured: a merged number cannot be brought in as either`,
  );
};

const zoneProblem = ({ zone }: Mapping): readonly string[] => {
  if (zone === undefined || isZone(zone)) return [];
  return [`zone: "${zone}" is no time zone; it is written as in "Europe/Kyiv" or "UTC"`];
};

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const pointProblem = ({ place: { lat, lon } }: Mapping): readonly string[] =>
  (lat === undefined) === (lon === undefined) ? [] : ['place: lat and lon belong together'];
