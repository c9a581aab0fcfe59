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
import { hourAfter } from '../time/instant.ts';
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

/** Unexploded items: what is known of them, who says so, and since when. */
export const contaminationSchema = z.object({
  state: z.enum(contaminationStates),
  by: sourceSchema,
  date: dateSchema,
});
export type Contamination = Readonly<z.infer<typeof contaminationSchema>>;

/** A claim about who did it, with its claimant. */
export const claimedAttributionSchema = z.extend(attributionSchema, { by: sourceSchema });
export type ClaimedAttribution = Readonly<z.infer<typeof claimedAttributionSchema>>;

/** When a moderator wants the release: not before `at`, or (`earlier`, admins only) at it whatever the policy says. */
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
 * released before `releaseAt`; `publishedAt` is set once it was.
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
/** What moderators say of an incident. Everything else follows from this and from its contributions. */
export type Judgement = Readonly<Pick<Incident, keyof typeof judgementShape>>;

/** The fields whose changes the history of an incident tells: all but those that every change changes. */
export const incidentFields = (Object.keys(incidentSchema.shape) as (keyof Incident)[]).filter(
  field => !['id', 'version', 'changedAt'].includes(field),
);

/** A new incident. It is embargoed until its release, or published at once when that is due already. */
export const incidentOf = (
  contributions: readonly Contribution[],
  { id, at, approvedAt = at, delay }: Readonly<{ id: string; at: string; approvedAt?: string; delay: Delay }>,
): Incident => {
  const incident = deriveIncident(contributions, {}, { approvedAt, delay });
  const isDue = incident.releaseAt <= at;
  return {
    id,
    version: 1,
    status: isDue ? 'published' : 'embargoed',
    ...incident,
    approvedAt,
    publishedAt: isDue ? at : undefined,
    changedAt: at,
  };
};

/** The next version of an incident, from these contributions and what moderators say of it now. */
export const amendIncident = (
  incident: Incident,
  contributions: readonly Contribution[],
  {
    at,
    delay,
    judgement = judgementOf(incident),
  }: Readonly<{ at: string; delay: Delay; judgement?: Judgement }>,
): Incident => {
  const { id, version, status, approvedAt, publishedAt } = incident;
  const derived = deriveIncident(contributions, judgement, { approvedAt, delay });
  return {
    id,
    version: version + 1,
    status,
    ...derived,
    // What is published keeps the time for which it was released.
    releaseAt: status === 'published' ? incident.releaseAt : derived.releaseAt,
    approvedAt,
    publishedAt,
    changedAt: at,
  };
};

/** The next version of an incident whose release is due. */
export const releaseIncident = (incident: Incident, at: string): Incident => ({
  ...incident,
  version: incident.version + 1,
  status: 'published',
  publishedAt: at,
  changedAt: at,
});

/** The next version of an incident that is taken back. It keeps its content, for the history, and counts nowhere. */
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
  assessment,
  further,
  contamination,
  hold,
});

const isNamed = (source: Source): boolean => namedSources.some(kind => kind === source.kind);

/** A source as readers see it: a witness is only how they know, an institution is named. */
const publicSource = (source: Source): Source => (isNamed(source) ? source : { kind: source.kind });

/** Who stands behind a report: the institution when it is named, otherwise the reporter. */
const voice = ({ answers: { source }, reporter }: Contribution): string =>
  isNamed(source) && source.name ? `${source.kind} ${source.name.trim().toLowerCase()}` : reporter;

/** Everything of an incident that follows from its contributions and from what moderators say of it. */
const deriveIncident = (
  unordered: readonly Contribution[],
  judgement: Judgement,
  { approvedAt, delay }: Readonly<{ approvedAt: string; delay: Delay }>,
) => {
  const contributions = inOrder(unordered);
  const answers = contributions.map(one => one.answers);
  const { phase, munition, delivery } = sourceOf(contributions, 'munition').answers;
  const { words: _, ...occurred } = sourceOf(contributions, 'occurred').answers.occurred;
  const hit = combinedAreas(contributions);
  return {
    ...judgement,
    phase,
    place: sourceOf(contributions, 'place').place,
    occurred,
    effect: sourceOf(contributions, 'effect').answers.effect,
    munition,
    delivery,
    areas: hit,
    killed: combineCounts(answers.map(({ killed }) => killed)),
    injured: combineCounts(answers.map(({ injured }) => injured)),
    reportCount: contributions.length,
    sources: answers.map(({ source }) => publicSource(source)),
    attributions: [
      ...answers.flatMap(({ attribution, source }) =>
        attribution ? [{ ...attribution, by: publicSource(source) }] : [],
      ),
      ...(judgement.further ?? []),
    ],
    quotes: answers.flatMap(({ account, source }) =>
      account && isNamed(source) ? [{ text: account, by: publicSource(source) }] : [],
    ),
    grade: judgement.assessment ?? gradeOf(contributions),
    releaseAt: releaseOf({
      approvedAt,
      hold: judgement.hold,
      delayMs: hit.includes('military') ? delay.militaryMs : delay.otherMs,
      occurred,
      // It had happened by the time the first of them was received.
      receivedAt: contributions[0]?.receivedAt ?? approvedAt,
    }),
  };
};

const gradeOf = (contributions: readonly Contribution[]): Grade =>
  new Set(contributions.map(voice)).size > 1 ? 'corroborated' : 'single_source';

/** Not before the approval, nor before the delay is over, counted from the latest that it can have happened. */
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
  // The hour: the release is told, and must not tell the minute of sending.
  const received = new Date(hourAfter(receivedAt));
  const latest = latestInstant(occurred, received) ?? received;
  const free = new Date(latest.getTime() + delayMs).toISOString();
  return [approvedAt, free, hold?.at ?? ''].toSorted().at(-1) ?? free;
};

/** What was hit by any of the reports; `unknown` only where none of them knew. */
const combinedAreas = (contributions: readonly Contribution[]) => {
  const all = [...new Set(contributions.flatMap(({ answers }) => answers.areas))];
  return all.length > 1 ? all.filter(area => area !== 'unknown') : all;
};
