import * as z from 'zod/mini';
import { casualtyGroups } from '../report/vocabulary.ts';

/** How exact a file may say that a date is. `week_around`: the date is the middle of a week that nobody names. */
export const timePrecisions = [
  'minute',
  'hour',
  'day',
  'week',
  'week_around',
  'month',
  'year',
  'not_after',
  'unknown',
] as const;

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
export type PeopleMapping = Readonly<z.infer<typeof peopleSchema>>;

/** Whose word it is. */
const sourceSchema = z.strictObject({
  kind: readSchema,
  name: read,
  channel: read,
  link: read,
  published: read,
  verified: read,
});

/** What is said of any file. */
const file = {
  about: z.optional(z.string()),
  /** The name of the data set. With the row's id it is what keeps a row from coming in twice: never change it. */
  dataset: z.string().check(z.regex(/\S/)),
  format: z.optional(z.enum(['csv', 'json', 'geojson', 'kml'])),
  /** What parts cells; without it, what parts those of the first line. */
  delimiter: z.optional(z.string().check(z.minLength(1))),
  /** In what the file is written, where its first bytes do not say it ("windows-1251"); without it UTF-8. */
  encoding: z.optional(z.string()),
  /** Where the list of rows is in JSON, as a path; without it the file is that list. */
  rows: z.optional(column),
  /** Without an id of its own a row is known by all that it says. */
  id: read,
  /** Only rows that have one of these values in each of these columns. */
  only: z.optional(z.record(z.string(), z.array(z.string()))),
  /** The order of dates in digits ("03/04/2022"), which cannot be told from themselves. */
  dates: z.optional(z.enum(['DMY', 'MDY', 'YMD'])),
  /** The zone of times without one; by default the country's. */
  zone: z.optional(z.string()),
};

/** How the rows of a file say what a report says. See infra/README.md. */
export const mappingSchema = z.strictObject({
  ...file,
  /** Whether each row is an incident of its own, or one report, of which several may tell of one incident. */
  row: z.enum(['incident', 'report']),
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
  source: sourceSchema,
  attribution: z.optional(z.strictObject({ side: readSchema, status: read })),
  /** What else the row says, for moderators only: each on a line of its own. */
  account: z.optional(z.array(readSchema)),
});
export type Mapping = Readonly<z.infer<typeof mappingSchema>>;

/** How the rows of a file say what a figure of others says: a number that stands beside our counts, and is never added. */
export const figureMappingSchema = z.strictObject({
  ...file,
  row: z.literal('figure'),
  source: sourceSchema,
  /** Both may be one column: a month or a year is its first and last day. */
  period: z.optional(z.strictObject({ from: read, to: read })),
  region: read,
  munition: read,
  /** Who is said to have done it, where in the source's words, and whom the numbers of people are of. */
  user: read,
  area: read,
  people: read,
  attacks: read,
  killed: read,
  injured: read,
});
export type FigureMapping = Readonly<z.infer<typeof figureMappingSchema>>;

/** What is said of any file of rows. */
export type FileMapping = Pick<
  Mapping,
  'dataset' | 'format' | 'delimiter' | 'encoding' | 'rows' | 'id' | 'only' | 'dates' | 'zone'
> &
  Readonly<{ row: Mapping['row'] | FigureMapping['row'] }>;

/** The columns that a mapping reads. */
export const columnsOf = (mapping: Mapping | FigureMapping): readonly string[] => {
  const { id, only = {}, ...rest } = mapping;
  const reads = [id, ...(mapping.row === 'figure' ? figureReads(mapping) : reportReads(rest as Mapping))];
  return [...new Set([...Object.keys(only), ...reads.flatMap(one => (one ? columnsIn(one) : []))])];
};

const reportReads = ({
  occurred,
  place,
  killed = {},
  injured = {},
  source,
  attribution = { side: [] },
  account = [],
  ...mapping
}: Mapping): readonly (Read | undefined)[] => {
  const { phase, effect, munition, delivery, knownBy, areas } = mapping;
  return [
    ...[phase, effect, munition, delivery, knownBy, areas, ...account],
    ...[occurred, place, source, attribution].flatMap(part => Object.values(part)),
    ...[killed, injured].flatMap(({ of = {}, ...bounds }) => [
      ...Object.values(bounds),
      ...Object.values(of),
    ]),
  ];
};

const figureReads = ({ source, period = {}, ...mapping }: FigureMapping): readonly (Read | undefined)[] => {
  const { region, munition, user, area, people, attacks, killed, injured } = mapping;
  return [
    ...[region, munition, user, area, people, attacks, killed, injured],
    ...[source, period].flatMap(part => Object.values(part)),
  ];
};

/** The columns of one value, first choice first. */
export const columnsIn = (one: Read): readonly string[] => {
  if (typeof one === 'object' && 'is' in one) return [];
  return [typeof one === 'object' && 'of' in one ? one.of : one].flat();
};
