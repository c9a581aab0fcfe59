import * as z from 'zod/mini';
import { type PublicPlace, publicPlaceSchema } from '../place/public.ts';
import { occurredSchema } from '../time/occurred.ts';
import { type Count, countSchema, type Range } from './count.ts';
import {
  attributionSchema,
  instantSchema,
  type Report,
  reportIdSchema,
  type Source,
  sourceSchema,
} from './report.ts';
import {
  areas,
  type CasualtyGroup,
  casualtyGroups,
  deliveries,
  effects,
  munitions,
  namedSources,
  phases,
} from './vocabulary.ts';

export const incidentStatuses = ['published', 'retracted'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** How well an incident is supported (Airwars' grades). Different reporters or institutions make it `corroborated`. */
export const grades = ['single_source', 'corroborated', 'confirmed', 'contested', 'discounted'] as const;
export type Grade = (typeof grades)[number];

/**
 * What is published: one incident, made of one or more reports. Its id has the form of theirs but is its own, and nothing
 * in it comes from a private witness's words. `sources` has one entry for each report.
 */
export const incidentSchema = z.object({
  id: reportIdSchema,
  version: z.int(),
  status: z.enum(incidentStatuses),
  phase: z.enum(phases),
  place: publicPlaceSchema,
  occurred: occurredSchema,
  effect: z.enum(effects),
  munition: z.enum(munitions),
  delivery: z.optional(z.enum(deliveries)),
  areas: z.array(z.enum(areas)),
  killed: countSchema,
  injured: countSchema,
  reportCount: z.int(),
  sources: z.array(sourceSchema),
  attributions: z.array(z.extend(attributionSchema, { by: sourceSchema })),
  quotes: z.array(z.object({ text: z.string(), by: sourceSchema })),
  grade: z.enum(grades),
  publishedAt: instantSchema,
  changedAt: instantSchema,
});
export type Incident = Readonly<z.infer<typeof incidentSchema>>;

type Reports = readonly [Report, ...Report[]];

/** The first published version of an incident. The first report gives its time, munition and phase. */
export const incidentOf = (
  reports: Reports,
  { id, place, at }: Readonly<{ id: string; place: PublicPlace; at: string }>,
): Incident => ({
  id,
  version: 1,
  status: 'published',
  place,
  publishedAt: at,
  changedAt: at,
  ...combined(reports),
});

/** The next version of an incident whose reports are now `reports`. The first one gives its time, munition and phase. */
export const recomputed = (
  incident: Incident,
  reports: Reports,
  { place, at }: Readonly<{ place: PublicPlace; at: string }>,
): Incident => ({
  id: incident.id,
  version: incident.version + 1,
  status: incident.status,
  place,
  publishedAt: incident.publishedAt,
  changedAt: at,
  ...combined(reports),
});

/** The next version of an incident that is taken back. It keeps what was said, for the history, and counts nowhere. */
export const retracted = (incident: Incident, at: string): Incident => ({
  ...incident,
  version: incident.version + 1,
  status: 'retracted',
  changedAt: at,
});

/**
 * One number from several: the greatest minimum and the greatest maximum, a missing maximum being the greatest of all.
 * Those who do not know say nothing about it.
 */
export const combinedCount = (counts: readonly Count[]): Count => {
  const known = counts.filter(count => count !== 'unknown');
  const [first, ...others] = known;
  if (!first) return 'unknown';
  const of: Partial<Record<CasualtyGroup, Range>> = {};
  for (const group of casualtyGroups) {
    const [one, ...more] = known.flatMap(count => count.of?.[group] ?? []);
    if (one) of[group] = combinedRange([one, ...more]);
  }
  return { ...combinedRange([first, ...others]), ...(Object.keys(of).length > 0 && { of }) };
};

const combinedRange = (ranges: readonly [Range, ...Range[]]): Range => {
  const min = Math.max(...ranges.map(range => range.min));
  const maxima = ranges.map(range => range.max ?? Number.POSITIVE_INFINITY);
  const max = Math.max(...maxima);
  const bounds = ranges.filter((range, index) => range.min === min || maxima[index] === max);
  return {
    min,
    ...(Number.isFinite(max) && { max }),
    ...(bounds.some(range => range.about) && { about: true as const }),
  };
};

const isNamed = (source: Source): boolean => namedSources.some(kind => kind === source.kind);

/** A source as readers see it: a witness is only how they know, an institution is named. */
const publicSource = (source: Source): Source => (isNamed(source) ? source : { kind: source.kind });

/** Whoever stands behind a report: the institution when it is named, otherwise the reporter. */
const voice = ({ answers: { source }, reporter }: Report): string =>
  isNamed(source) && source.name ? `${source.kind} ${source.name.trim().toLowerCase()}` : reporter;

const combined = (reports: Reports) => {
  const [chosen] = reports;
  const { phase, occurred, effect, munition, delivery } = chosen.answers;
  const { words: _, ...publicOccurred } = occurred;
  return {
    phase,
    occurred: publicOccurred,
    effect,
    munition,
    ...(delivery && { delivery }),
    areas: combinedAreas(reports),
    killed: combinedCount(reports.map(report => report.answers.killed)),
    injured: combinedCount(reports.map(report => report.answers.injured)),
    reportCount: reports.length,
    sources: reports.map(report => publicSource(report.answers.source)),
    attributions: reports.flatMap(({ answers: { attribution, source } }) =>
      attribution ? [{ ...attribution, by: publicSource(source) }] : [],
    ),
    quotes: reports.flatMap(({ answers: { account, source } }) =>
      account && isNamed(source) ? [{ text: account, by: publicSource(source) }] : [],
    ),
    grade: (new Set(reports.map(voice)).size > 1 ? 'corroborated' : 'single_source') as Grade,
  };
};

/** What any of them saw hit; `unknown` only when no one knew. */
const combinedAreas = (reports: Reports) => {
  const all = [...new Set(reports.flatMap(report => report.answers.areas))];
  return all.length > 1 ? all.filter(area => area !== 'unknown') : all;
};
