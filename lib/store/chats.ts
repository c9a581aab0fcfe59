import * as z from 'zod/mini';
import { type Locale, localeSchema } from '../locale.ts';
import { draftSchema } from '../report/draft.ts';
import { instantSchema, reportIdSchema } from '../report/report.ts';

/** How many of the last update ids a chat remembers, to know a repeated delivery. */
export const rememberedUpdates = 20;

/**
 * The whole state of one chat (of one person in it). `version` counts the writes. `screen` is the message that shows
 * the current screen; `sent` the report sent last, until something else is begun; `awaiting` what the next message is the answer to (a moderator's own words for a rejection, say).
 */
export const chatSchema = z.object({
  version: z.int().check(z.gte(1)),
  locale: z.optional(localeSchema),
  consentAt: z.optional(instantSchema),
  draft: z.optional(draftSchema),
  screen: z.optional(z.int()),
  sent: z.optional(reportIdSchema),
  recent: z.array(z.int()),
  awaiting: z.optional(z.record(z.string(), z.json())),
});
export type Chat = Readonly<z.infer<typeof chatSchema>>;

/** How to reach a reporter: their chat's id, sealed, and the language to write in. */
export const contactSchema = z.object({ chat: z.string(), locale: localeSchema });
export type Contact = Readonly<{ chat: string; locale: Locale }>;

export type Chats = Readonly<{
  /** The chat, or undefined when there is none or its time is over. */
  readChat: (key: string) => Promise<Chat | undefined>;
  /**
   * Saves a chat as its `version`, which must be 1 for a new one and otherwise the one that was read plus 1. `conflict`:
   * somebody else saved, or the chat was erased, since it was read; read again. A chat is erased after a time of silence:
   * `draftLifetimeDays` while it holds a draft, else `chatLifetimeDays`.
   */
  saveChat: (key: string, chat: Chat) => Promise<'saved' | 'conflict'>;
  /** How to reach a reporter, or undefined when they asked to be forgotten. */
  readContact: (reporter: string) => Promise<Contact | undefined>;
  /** Erases the chat, with its draft, and the contact: nothing leads to the person any more. */
  forget: (reporter: string, chatKey: string) => Promise<void>;
}>;
