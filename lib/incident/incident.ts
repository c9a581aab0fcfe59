import * as z from 'zod/mini';
import { publicPlaceSchema } from '../place/public.ts';
import type { Delay } from '../policy.ts';
import { combineCounts, countSchema } from '../report/count.ts';
import {
  attributionSchema,
  instantSchema,
  rejectionSchema,
  reportIdSchema,
  type Source,
  sourceSchema,
} from '../report/report.ts';
import {
  areas,
  contaminationStates,
  deliveries,
  effects,
  munitions,
  namedSources,
  phases,
} from '../report/vocabulary.ts';
import { latestInstant } from '../time/extent.ts';
import { dateSchema, occurredSchema } from '../time/occurred.ts';
import { type Contribution, inOrder, sourceOf } from './contribution.ts';

export const incidentStatuses = ['embargoed', 'published', 'retracted'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** How well an incident is supported (Airwars' grades). Different reporters or institutions make it `corroborated`. */
export const grades = ['single_source', 'corroborated', 'confirmed', 'contested', 'discounted'] as const;
export type Grade = (typeof grades)[number];

/** The grades that a moderator gives. The others follow from who reported. */
export const assessments = ['confirmed', 'contested', 'discounted'] as const;
export type Assessment = (typeof assessments)[number];

/** Unexploded items: what is known of them, who says so and since when. */
export const contaminationSchema = z.object({
  state: z.enum(contaminationStates),
  by: sourceSchema,
  date: dateSchema,
});
export type Contamination = Readonly<z.infer<typeof contaminationSchema>>;

/** A claim about who did it, with its claimant. */
export const claimedAttributionSchema = z.extend(attributionSchema, { by: sourceSchema });
export type ClaimedAttribution = Readonly<z.infer<typeof claimedAttributionSchema>>;

/** A moderator's word on when to release: not before `at`, or (`earlier`, an admin's) at it whatever the rules say. */
export const holdSchema = z.object({ at: instantSchema, earlier: z.optional(z.literal(true)) });
export type Hold = Readonly<z.infer<typeof holdSchema>>;

/** What moderators say of an incident beyond its reports. */
const judgementShape = {
  assessment: z.optional(z.enum(assessments)),
  /** Claims that no report of it made. */
  further: z.optional(z.array(claimedAttributionSchema)),
  contamination: z.optional(contaminationSchema),
  hold: z.optional(holdSchema),
};

/**
 * What is published: one incident, made of one or more reports. Its id has the form of theirs but is its own, and nothing
 * that readers are shown comes from a private witness's words. `sources` has one entry for each report. Nothing is
 * released before `releaseAt`; `publishedAt` is there once it was.
 */
export const incidentSchema = z.object({
  id: reportIdSchema,
  version: z.int(),
  status: z.enum(incidentStatuses),
  ...judgementShape,
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
  attributions: z.array(claimedAttributionSchema),
  quotes: z.array(z.object({ text: z.string(), by: sourceSchema })),
  grade: z.enum(grades),
  approvedAt: instantSchema,
  releaseAt: instantSchema,
  publishedAt: z.optional(instantSchema),
  changedAt: instantSchema,
  retraction: z.optional(rejectionSchema),
  /** The incident that it turned out to be. */
  mergedInto: z.optional(reportIdSchema),
});
export type Incident = Readonly<z.infer<typeof incidentSchema>>;
/** What moderators say of an incident, of which everything else is made together with its links. */
export type Judgement = Readonly<Pick<Incident, keyof typeof judgementShape>>;

/** A new incident. It is embargoed until its release, or published at once when that time is over. */
export const incidentOf = (
  links: readonly Contribution[],
  { id, at, approvedAt = at, delay }: Readonly<{ id: string; at: string; approvedAt?: string; delay: Delay }>,
): Incident => {
  const incident = deriveIncident(links, {}, { approvedAt, delay });
  const isDue = incident.releaseAt <= at;
  return {
    id,
    version: 1,
    status: isDue ? 'published' : 'embargoed',
    ...incident,
    approvedAt,
    ...(isDue && { publishedAt: at }),
    changedAt: at,
  };
};

/** The next version of an incident, of these links and of what moderators say of it now. */
export const amendIncident = (
  incident: Incident,
  links: readonly Contribution[],
  {
    at,
    delay,
    judgement = judgementOf(incident),
  }: Readonly<{ at: string; delay: Delay; judgement?: Judgement }>,
): Incident => {
  const { id, version, status, approvedAt, publishedAt, releaseAt } = incident;
  return {
    id,
    version: version + 1,
    status,
    ...deriveIncident(links, judgement, { approvedAt, delay }),
    // A published incident was released when it was.
    ...(status === 'published' && { releaseAt }),
    approvedAt,
    ...(publishedAt !== undefined && { publishedAt }),
    changedAt: at,
  };
};

/** The next version of an incident whose time has come. */
export const releaseIncident = (incident: Incident, at: string): Incident => ({
  ...incident,
  version: incident.version + 1,
  status: 'published',
  publishedAt: at,
  changedAt: at,
});

/** The next version of an incident that is taken back. It keeps what was said, for the history, and counts nowhere. */
export const retractIncident = (
  incident: Incident,
  at: string,
  why: Readonly<Pick<Incident, 'retraction' | 'mergedInto'>> = {},
): Incident => ({
  ...incident,
  version: incident.version + 1,
  status: 'retracted',
  changedAt: at,
  ...why,
});

/** What moderators have said of an incident. */
export const judgementOf = ({ assessment, further, contamination, hold }: Incident): Judgement => ({
  ...(assessment && { assessment }),
  ...(further && { further }),
  ...(contamination && { contamination }),
  ...(hold && { hold }),
});

const isNamed = (source: Source): boolean => namedSources.some(kind => kind === source.kind);

/** A source as readers see it: a witness is only how they know, an institution is named. */
const publicSource = (source: Source): Source => (isNamed(source) ? source : { kind: source.kind });

/** Whoever stands behind a report: the institution when it is named, otherwise the reporter. */
const voice = ({ answers: { source }, reporter }: Contribution): string =>
  isNamed(source) && source.name ? `${source.kind} ${source.name.trim().toLowerCase()}` : reporter;

/** All of an incident that follows from its links and from what moderators say of it. */
const deriveIncident = (
  unordered: readonly Contribution[],
  judgement: Judgement,
  { approvedAt, delay }: Readonly<{ approvedAt: string; delay: Delay }>,
) => {
  const links = inOrder(unordered);
  const { assessment, further = [], hold } = judgement;
  const { phase, munition, delivery } = sourceOf(links, 'munition').answers;
  const { words: _, ...occurred } = sourceOf(links, 'occurred').answers.occurred;
  const hit = combinedAreas(links);
  return {
    ...judgement,
    phase,
    place: sourceOf(links, 'place').place,
    occurred,
    effect: sourceOf(links, 'effect').answers.effect,
    munition,
    ...(delivery && { delivery }),
    areas: hit,
    killed: combineCounts(links.map(link => link.answers.killed)),
    injured: combineCounts(links.map(link => link.answers.injured)),
    reportCount: links.length,
    sources: links.map(link => publicSource(link.answers.source)),
    attributions: [
      ...links.flatMap(({ answers: { attribution, source } }) =>
        attribution ? [{ ...attribution, by: publicSource(source) }] : [],
      ),
      ...further,
    ],
    quotes: links.flatMap(({ answers: { account, source } }) =>
      account && isNamed(source) ? [{ text: account, by: publicSource(source) }] : [],
    ),
    grade: assessment ?? gradeOf(links),
    releaseAt: releaseOf({
      approvedAt,
      hold,
      delayMs: hit.includes('military') ? delay.militaryMs : delay.otherMs,
      occurred,
      // It had happened when the first of them was received.
      receivedAt: links.map(link => link.receivedAt).toSorted()[0] ?? approvedAt,
    }),
  };
};

const gradeOf = (links: readonly Contribution[]): Grade =>
  new Set(links.map(voice)).size > 1 ? 'corroborated' : 'single_source';

/** When readers may know: not before it is approved, nor before the delay is over, which counts from the latest it can have been. */
const releaseOf = ({
  approvedAt,
  hold,
  delayMs,
  occurred,
  receivedAt,
}: Readonly<{
  approvedAt: string;
  hold: Hold | undefined;
  delayMs: number;
  occurred: Incident['occurred'];
  receivedAt: string;
}>): string => {
  if (hold?.earlier) return hold.at;
  const received = new Date(receivedAt);
  const latest = latestInstant(occurred, received) ?? received;
  const free = new Date(latest.getTime() + delayMs).toISOString();
  return [approvedAt, free, hold?.at ?? ''].toSorted().at(-1) ?? free;
};

/** What any of them saw hit; `unknown` only when no one knew. */
const combinedAreas = (links: readonly Contribution[]) => {
  const all = [...new Set(links.flatMap(link => link.answers.areas))];
  return all.length > 1 ? all.filter(area => area !== 'unknown') : all;
};
