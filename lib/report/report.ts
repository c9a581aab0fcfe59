import * as z from 'zod/mini';
import { localeSchema } from '../locale.ts';
import { placeSchema } from '../place/place.ts';
import { instantSchema } from '../time/instant.ts';
import { dateSchema, occurredSchema } from '../time/occurred.ts';
import { countSchema } from './count.ts';
import { reportIdSchema } from './id.ts';
import {
  areas,
  attributionStatuses,
  deliveries,
  effects,
  knownBys,
  munitions,
  phases,
  questionTemplates,
  rejectionReasons,
  sources,
} from './vocabulary.ts';

/** The longest account, in characters: two full Telegram messages. */
export const maxAccountLength = 8192;
export const maxEvidence = 20;

/**
 * A photo, video or file as received. `file` is Telegram's file id, sealed: the bytes stay at Telegram, and only
 * moderators open them.
 */
export const evidenceSchema = z.object({
  kind: z.enum(['photo', 'video', 'audio', 'file']),
  file: z.string(),
  caption: z.optional(z.string()),
});
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;

/**
 * How the reporter knows. All fields but `kind` belong to a named source: its name, the kind of publication ("Telegram
 * post"), link, date, and whether it says that it checked the facts itself.
 */
export const sourceSchema = z.object({
  kind: z.enum(sources),
  name: z.optional(z.string()),
  channel: z.optional(z.string()),
  link: z.optional(z.string()),
  published: z.optional(dateSchema),
  verified: z.optional(z.boolean()),
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;

/** A claim about who did it: the side, in the claimant's words. The claimant is the report's source. */
export const attributionSchema = z.object({
  side: z.string(),
  status: z.enum(attributionStatuses),
});
export type Attribution = Readonly<z.infer<typeof attributionSchema>>;

/** The longest text of a Telegram message, in UTF-16 units. */
export const maxPostLength = 4096;

/**
 * A channel's post that was forwarded: its text, and the channel as its source. Nothing that a person typed is in it, and
 * nothing else of a report is ever quoted.
 */
export const postSchema = z.object({
  text: z.string().check(z.maxLength(maxPostLength)),
  by: sourceSchema,
});
export type Post = Readonly<z.infer<typeof postSchema>>;

/**
 * What one witness, or one named source, says of one incident. `null`: asked, and not answered. `account` is whatever the person typed
 * in words, whoever they name as its source: only moderators read it.
 */
export const answersSchema = z.object({
  phase: z.enum(phases),
  place: placeSchema,
  occurred: occurredSchema,
  effect: z.enum(effects),
  munition: z.enum(munitions),
  delivery: z.optional(z.enum(deliveries)),
  knownBy: z.optional(z.enum(knownBys)),
  killed: countSchema,
  injured: countSchema,
  areas: z.array(z.enum(areas)),
  source: sourceSchema,
  attribution: z.nullable(attributionSchema),
  account: z.nullable(z.string()),
  post: z.optional(postSchema),
  evidence: z.array(evidenceSchema),
  /** Codes of further questions, by question: for moderators, never read, counted or published by anything here. */
  details: z.optional(z.record(z.string(), z.string())),
  /** Whose message was forwarded, and of what day: what it says is hearsay. Never published. */
  forwarded: z.optional(z.object({ from: z.enum(['person', 'group', 'bot']), date: dateSchema })),
  /** The witness's words seem to mention troops or their positions: a warning to moderators, never published. */
  mentionsMilitary: z.optional(z.literal(true)),
});
export type Answers = Readonly<z.infer<typeof answersSchema>>;

export const reportStatuses = [
  'submitted',
  'in_review',
  'needs_info',
  'approved',
  'rejected',
  'withdrawn',
] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** Why a report was rejected, or an incident retracted. `other` comes with words; the other reasons may. */
export const rejectionSchema = z.object({ reason: z.enum(rejectionReasons), words: z.optional(z.string()) });
export type Rejection = Readonly<z.infer<typeof rejectionSchema>>;

/** What a moderator checked before approving. A report that shows a military position cannot be approved. */
export const checklistSchema = z.object({
  militaryPosition: z.boolean(),
  identifiesPerson: z.boolean(),
  graphic: z.boolean(),
});
export type Checklist = Readonly<z.infer<typeof checklistSchema>>;

/** One moderator's approval. Where two are needed, the first one is kept in the report. */
export const approvalSchema = z.object({ by: z.string(), at: instantSchema, checklist: checklistSchema });

/** The longest question and answer, in characters. */
export const maxQuestionLength = 500;
export const maxAnswerLength = 4096;
/** How many follow-up questions one report may have. */
export const maxQuestions = 10;

/** A follow-up question: one of the common ones, or a moderator's own words. */
export const wordingSchema = z.union([
  z.object({ template: z.enum(questionTemplates) }),
  z.object({ words: z.string().check(z.maxLength(maxQuestionLength)) }),
]);
export type Wording = Readonly<z.infer<typeof wordingSchema>>;

/** The witness's reply, in their own words. */
export const replySchema = z.object({
  at: instantSchema,
  text: z.string().check(z.maxLength(maxAnswerLength)),
  evidence: z.array(evidenceSchema),
});

/** A follow-up question to the witness. `by` is the moderator's pseudonym, which the witness never learns. */
const questionSchema = z.object({
  at: instantSchema,
  by: z.string(),
  wording: wordingSchema,
  reply: z.optional(replySchema),
});

/** A moderator's lease on a report, which ends at `until`. */
export const claimSchema = z.object({ by: z.string(), until: instantSchema });

/** The row of a data set of others that a report was brought in from. Nobody sent it, and nobody is told what becomes of it. */
const importedSchema = z.object({ dataset: z.string(), row: z.string() });
export type Imported = Readonly<z.infer<typeof importedSchema>>;

/**
 * A stored report. `id` is the witness's receipt code; `reporter` a pseudonym; `version` counts the writes, and a
 * decision names the version that it was made on. `waitingSince` is when it returned to the queue, if it ever left.
 * `incident` is the one that it was last approved into; it stays when the report returns to review.
 */
export const reportSchema = z.object({
  id: reportIdSchema,
  version: z.int(),
  status: z.enum(reportStatuses),
  reporter: z.string(),
  locale: localeSchema,
  receivedAt: instantSchema,
  waitingSince: z.optional(instantSchema),
  answers: answersSchema,
  claim: z.optional(claimSchema),
  questions: z.optional(z.array(questionSchema)),
  approvals: z.optional(z.array(approvalSchema)),
  decidedAt: z.optional(instantSchema),
  decidedBy: z.optional(z.string()),
  rejection: z.optional(rejectionSchema),
  incident: z.optional(z.string()),
  imported: z.optional(importedSchema),
});
export type Report = Readonly<z.infer<typeof reportSchema>>;

/** Since when a report waits, for the order of the queue. */
export const waitsSince = ({ waitingSince, receivedAt }: Report): string => waitingSince ?? receivedAt;
