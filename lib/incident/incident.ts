import * as z from 'zod/mini';
import { publicPlaceSchema } from '../place/public.ts';
import type { Delay, Rules } from '../policy.ts';
import { combineCounts, countSchema } from '../report/count.ts';
import { reportIdSchema } from '../report/id.ts';
import { attributionSchema, rejectionSchema, type Source, sourceSchema } from '../report/report.ts';
import {
  areas,
  contaminationStates,
  deliveries,
  effects,
  munitions,
  namedSources,
  phases,
} from '../report/vocabulary.ts';
import { latestInstant, onlyDay } from '../time/extent.ts';
import { hourAfter, instantSchema } from '../time/instant.ts';
import { dateSchema, occurredSchema } from '../time/occurred.ts';
import { type Contribution, inOrder, sourceOf } from './contribution.ts';
import { inPublicOrder } from './publication/order.ts';
import { publicCount, publicSources } from './publication/people.ts';
import { areaPlace, publicPlaceOf } from './publication/place.ts';
import { releaseAfter, releaseAgain } from './publication/release.ts';
import { publicOccurred } from './publication/time.ts';
import { haveIndependentVoices } from './voices.ts';

export const incidentStatuses = ['embargoed', 'published', 'retracted'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** How well an incident is supported (Airwars' grades). Independent voices make it `corroborated` (`voices.ts`). */
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

/** What moderators say of an incident beyond its reports, but for when it is released. */
const saidShape = {
  assessment: z.optional(z.enum(assessments)),
  /** Claims that no report of it made. */
  further: z.optional(z.array(claimedAttributionSchema)),
  contamination: z.optional(contaminationSchema),
};

/** Whether unexploded items are suspected, or marked and not cleared. */
export const isContaminated = ({
  contamination,
}: Readonly<{ contamination?: Contamination | undefined }>): boolean =>
  contamination !== undefined && contamination.state !== 'cleared';

/** What there is to see of an incident, once it is published. */
export const viewSchema = z.object({
  ...saidShape,
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
  attributions: z.array(claimedAttributionSchema),
  quotes: z.array(z.object({ text: z.string(), by: sourceSchema })),
  grade: z.enum(grades),
  publishedAt: z.optional(instantSchema),
  changedAt: instantSchema,
  retraction: z.optional(rejectionSchema),
  /** The incident that it turned out to be. */
  mergedInto: z.optional(reportIdSchema),
  /** Of each field that was corrected: in which version last, and what it was before, where readers are told. */
  corrected: z.optional(z.record(z.string(), z.object({ version: z.int(), old: z.optional(z.json()) }))),
});
export type IncidentView = Readonly<z.infer<typeof viewSchema>>;

/**
 * What is published: one incident, made of one or more reports. Its id has the form of theirs but is its own, and all that
 * it says is what `publication/` lets readers know, but for `reportCount`, `approvedAt` and `changedAt`, of which they are
 * told less. Nothing is released before `releaseAt`; `publishedAt` is set once it was.
 *
 * What is published already changes for readers with a batch, too. Until then, at `releaseAt`, they see what is `shown`,
 * and the rest is as the team knows it (`shown.ts`). `withdrew`: of what is shown, a report is gone.
 */
export const incidentSchema = z.extend(viewSchema, {
  id: reportIdSchema,
  version: z.int(),
  hold: z.optional(holdSchema),
  approvedAt: instantSchema,
  releaseAt: instantSchema,
  shown: z.optional(viewSchema),
  withdrew: z.optional(z.literal(true)),
});
export type Incident = Readonly<z.infer<typeof incidentSchema>>;
/** What moderators say of an incident. Everything else follows from this and from its contributions. */
export type Judgement = Readonly<Pick<Incident, keyof typeof saidShape | 'hold'>>;

/** The fields whose changes the history of an incident tells: all but those that every change changes, and what readers are told of them. */
export const incidentFields = (Object.keys(incidentSchema.shape) as (keyof Incident)[]).filter(
  field => !['id', 'version', 'changedAt', 'corrected', 'shown', 'withdrew'].includes(field),
);

/** What a release follows from. */
type Releasing = Pick<Rules, 'delay' | 'releases' | 'random'>;

/** A new incident. It is embargoed until its release, or published at once when that is due already. */
export const incidentOf = (
  contributions: readonly Contribution[],
  {
    id,
    at,
    approvedAt = at,
    rules,
    judgement = {},
  }: Readonly<{ id: string; at: string; approvedAt?: string; rules: Releasing; judgement?: Judgement }>,
): Incident => {
  const releaseAt = releaseOf(contributions, { at, hold: judgement.hold }, rules);
  const isDue = releaseAt <= at;
  return {
    id,
    version: 1,
    status: isDue ? 'published' : 'embargoed',
    ...deriveIncident(contributions, judgement),
    approvedAt,
    releaseAt,
    publishedAt: isDue ? releaseAt : undefined,
    changedAt: isDue ? releaseAt : at,
  };
};

/**
 * The next version of an incident, from these contributions and what moderators say of it now. `now` is when that is, where
 * `at` tells less of it.
 */
export const amendIncident = (
  incident: Incident,
  contributions: readonly Contribution[],
  {
    at,
    now = at,
    rules,
    judgement = judgementOf(incident),
  }: Readonly<{ at: string; now?: string; rules: Releasing; judgement?: Judgement }>,
): Incident => {
  const { id, version, status, approvedAt, publishedAt, releaseAt } = incident;
  return {
    id,
    version: version + 1,
    status,
    ...deriveIncident(contributions, judgement),
    approvedAt,
    // What is published keeps the time for which it was released.
    releaseAt:
      status === 'published'
        ? releaseAt
        : releaseOf(contributions, { at: now, hold: judgement.hold, previous: releaseAt }, rules),
    publishedAt,
    changedAt: at,
  };
};

/** The next version of an incident whose release is due. Readers are told when that was, not when it was noticed. */
export const releaseIncident = (incident: Incident): Incident => ({
  ...incident,
  version: incident.version + 1,
  status: 'published',
  publishedAt: incident.releaseAt,
  changedAt: incident.releaseAt,
});

/**
 * An incident of which no report is left: whoever withdrew the last one took back what it said. What stays is what readers
 * are told of its retraction, the district and the day.
 */
export const emptied = (incident: Incident): Incident => ({
  ...incident,
  place: areaPlace(incident.place),
  occurred: onlyDay(incident.occurred),
  effect: 'unknown',
  munition: 'unknown',
  delivery: undefined,
  areas: [],
  killed: 'unknown',
  injured: 'unknown',
  reportCount: 0,
  sources: [],
  attributions: [],
  further: undefined,
  contamination: undefined,
  quotes: [],
});

/** The next version of an incident that was taken back before, without reports that were erased since. */
export const eraseFromIncident = (incident: Incident, contributions: readonly Contribution[]): Incident => {
  const version = incident.version + 1;
  if (contributions.length === 0) return { ...emptied(incident), version };
  return { ...incident, ...deriveIncident(contributions, judgementOf(incident)), version };
};

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
  shown: undefined,
  withdrew: undefined,
  ...why,
});

/** What moderators have said of an incident. */
export const judgementOf = ({ assessment, further, contamination, hold }: Incident): Judgement => ({
  assessment,
  further,
  contamination,
  hold,
});

/** What an incident says: all of it that follows from its contributions and from what moderators say of it. */
export type IncidentContent = Omit<
  Incident,
  | 'id'
  | 'version'
  | 'status'
  | 'approvedAt'
  | 'releaseAt'
  | 'publishedAt'
  | 'changedAt'
  | 'retraction'
  | 'mergedInto'
  | 'corrected'
  | 'shown'
  | 'withdrew'
>;

/** What readers are told of an incident. Previews, cards and publications are all made by this, and read by `incidentText`. */
export const deriveIncident = (
  unordered: readonly Contribution[],
  judgement: Judgement = {},
): IncidentContent => {
  const contributions = inOrder(unordered);
  const { phase, munition, delivery } = sourceOf(contributions, 'munition').answers;
  const placed = sourceOf(contributions, 'place');
  const timed = sourceOf(contributions, 'occurred').answers;
  const { place } = placed.answers;
  const people = (of: 'killed' | 'injured') =>
    combineCounts(
      contributions
        .filter(({ aside }) => aside?.[of] === undefined)
        .map(({ answers }) => publicCount(answers[of], { place, source: answers.source })),
    );
  const sources = publicSources(contributions);
  const witness = sources.find(source => !isNamed(source));
  return {
    ...judgement,
    phase,
    place: publicPlaceOf(place, contributions, placed.place),
    occurred: publicOccurred(timed.occurred, timed.source),
    effect: sourceOf(contributions, 'effect').answers.effect,
    munition,
    delivery,
    areas: combinedAreas(contributions),
    killed: people('killed'),
    injured: people('injured'),
    reportCount: contributions.length,
    sources: [...sources],
    attributions: [
      ...inPublicOrder(
        claiming(contributions).flatMap(({ answers: { attribution, source } }) =>
          attribution ? [{ ...attribution, by: isNamed(source) || !witness ? source : witness }] : [],
        ),
      ),
      ...(judgement.further ?? []),
    ],
    quotes: [...inPublicOrder(contributions.flatMap(({ quote }) => quote ?? []))],
    grade: judgement.assessment ?? gradeOf(contributions),
  };
};

/** The contributions that claim something: of each private person only the last, or two claims would be two reports of one. */
const claiming = (contributions: readonly Contribution[]): readonly Contribution[] => {
  const claims = contributions.filter(({ answers }) => answers.attribution);
  const named = claims.filter(({ answers }) => isNamed(answers.source));
  const last = new Map(claims.filter(one => !named.includes(one)).map(one => [one.reporter, one]));
  return [...named, ...last.values()];
};

const isNamed = (source: Source): boolean => namedSources.some(kind => kind === source.kind);

const gradeOf = (contributions: readonly Contribution[]): Grade =>
  haveIndependentVoices(contributions) ? 'corroborated' : 'single_source';

/** When an incident is released: with a batch after it is due, or when a moderator holds it until; an admin's earlier time is kept. */
const releaseOf = (
  contributions: readonly Contribution[],
  { at, hold, previous }: Readonly<{ at: string; hold?: Hold | undefined; previous?: string }>,
  { delay, releases: policy, random }: Releasing,
): string => {
  if (hold?.earlier) return hold.at;
  const due = dueOf(contributions, at, delay);
  const drawn =
    previous === undefined
      ? releaseAfter(due, random, policy)
      : releaseAgain(new Date(previous), { due, random, policy });
  // A hold counts from a release that was drawn already.
  const held = hold ? releaseAfter(new Date(hold.at), 0, policy) : drawn;
  return (held > drawn ? held : drawn).toISOString();
};

/**
 * When an incident that is made of these now may be released, as far as readers see a difference: not before `at`, when it
 * was decided, nor before the delay is over, counted from the latest that it can have happened. Of nothing: `at`.
 */
export const dueOf = (contributions: readonly Contribution[], at: string, delay: Delay): Date => {
  const [first] = inOrder(contributions);
  // Without a delay nothing is counted from the receipt, nor from its hour, which may not be over.
  if (!first || (delay.militaryMs === 0 && delay.otherMs === 0)) return new Date(at);
  // It had happened by the time the first of them was received. The hour: the release is told, and must not tell the minute.
  const received = new Date(hourAfter(first.receivedAt));
  const latest = latestInstant(sourceOf(contributions, 'occurred').answers.occurred, received) ?? received;
  const delayMs = combinedAreas(contributions).includes('military') ? delay.militaryMs : delay.otherMs;
  return new Date(Math.max(Date.parse(at), latest.getTime() + delayMs));
};

/** What was hit by any of the reports; `unknown` only where none of them knew. */
const combinedAreas = (contributions: readonly Contribution[]) => {
  const told = new Set(contributions.flatMap(({ answers }) => answers.areas));
  return areas.filter(area => told.has(area) && (area !== 'unknown' || told.size === 1));
};
