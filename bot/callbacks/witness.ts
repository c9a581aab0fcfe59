import * as z from 'zod/mini';
import { localeSchema } from '../../lib/locale.ts';
import { id, none, number } from './arguments.ts';
import { defineCallbacks } from './table.ts';

/** The tag of the draft that a button belongs to: the beginning of its id. */
const draftTag = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}$/));

/** What a report can begin with: one press tells what is reported, and of what lay there what happened with it. */
export const beginnings = ['attack', 'found', 'touched', 'unknown'] as const;
export type Beginning = (typeof beginnings)[number];

/**
 * What a witness can press. Names and codes are released: add to them, never give one another meaning
 * (test/bot/callbacks/witness.test.ts holds them).
 */
export const witnessCallbacks = defineCallbacks('w', {
  home: none,
  agree: none,
  /** The consent, and what is reported. */
  agree_report: z.object({ what: z.enum(beginnings) }),
  /** Begins a report, at its first question unless it says what is reported. */
  report: z.object({ what: z.optional(z.enum(beginnings)) }),
  /** Shows again where the person is: at a question, at a receipt, or at home. */
  draft: none,
  /** Answers a question of the interview. Which values there are is the question's affair, which checks them. */
  answer: z.object({
    draft: draftTag,
    question: z.string().check(z.regex(/^\w{1,16}$/)),
    value: z.string().check(z.regex(/^[\w-]{1,32}$/)),
  }),
  /** A page of the person's own reports; `after` is the cursor of the page before. */
  mine: z.object({ after: z.optional(z.string().check(z.regex(/^[\w-]{1,32}$/))) }),
  open: z.object({ id }),
  amend: z.object({ id }),
  withdraw: z.object({ id }),
  withdraw_yes: z.object({ id }),
  /** Answers a moderator's question; `question` is its place in the report's questions, which only grow. */
  reply: z.object({ id, question: number }),
  reply_send: none,
  reply_drop: none,
  /** What was typed while a question was open begins a new report instead of answering it. */
  reply_new: none,
  /** The message that this page answers was no call for help: it is taken as it was written. */
  told: none,
  languages: none,
  language: z.object({ locale: localeSchema }),
  privacy: none,
  erase: none,
  erase_yes: none,
});
