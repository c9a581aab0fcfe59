import { randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import { allPseudonyms } from '../../identity/identity.ts';
import { localeSchema } from '../../locale.ts';
import { draftLifetimeDays } from '../../policy.ts';
import type { Draft } from '../../report/draft.ts';
import { reportIdSchema } from '../../report/id.ts';
import { instantSchema } from '../../time/instant.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { CorruptItem } from '../dynamodb/errors.ts';
import { expiryAfter, parseItem, type Shape, type Stamped, stamp, validate } from '../dynamodb/item.ts';
import { chatKey, contactKey, unheardKey } from '../dynamodb/keys.ts';
import {
  absent,
  type Condition,
  deleteWrite,
  present,
  put,
  putWrite,
  read,
  remove,
  transact,
} from '../dynamodb/operations.ts';
import { forgetOwnList, readOwnList } from '../keys/own-reports.ts';

/** How many of the last update ids a chat remembers, to know a repeated delivery. */
export const rememberedUpdates = 20;

/** A chat without a draft (its language, the consent given) is erased after this many days of silence. */
export const chatLifetimeDays = 365;

/**
 * Versions of a chat: the number of its life times this, plus the number of the write in that life. A chat begins a life
 * when it is stored where nothing was, or nothing that had not expired, and the life's number is random. So no version comes
 * twice, and whoever read a chat before it was erased cannot save it over the one that came after, though an erasure leaves
 * nothing behind. A life is longer than anybody can press, and 2^28 lives of it are still exact integers.
 */
const lifeLength = 2 ** 25;
const lives = 2 ** 28;

/** The state of a chat of which nothing is stored. */
export const emptyChat = (): Chat => ({ version: randomInt(1, lives) * lifeLength, recent: [] });

/** Whether a state, as it was read, is stored. */
export const isStored = ({ version }: Chat): boolean => version % lifeLength !== 0;

/**
 * The whole state of one chat (of one person in it). `version` counts the writes. `recent` holds the last update ids.
 * `screen` is the message that shows the current screen, `leftOver` the one that showed it before, which a crash may have kept
 * from being deleted; `hint` the message that brought the phone's button for sending a location; `sent` the report sent last
 * until something else begins,
 * `pendingInput` what the next message answers (the reason for a rejection, say).
 */
const bareChatSchema = z.object({
  version: z.int().check(z.gte(1)),
  locale: z.optional(localeSchema),
  consentAt: z.optional(instantSchema),
  screen: z.optional(z.int()),
  leftOver: z.optional(z.int()),
  hint: z.optional(z.int()),
  sent: z.optional(reportIdSchema),
  recent: z.array(z.int()),
  pendingInput: z.optional(z.record(z.string(), z.json())),
});
export type Chat = Readonly<z.infer<typeof bareChatSchema>> & Readonly<{ draft?: Draft | undefined }>;

/** The shape of a chat; that of its draft is large, and loaded when there is one. */
const chatSchema = async ({ draft }: Readonly<{ draft?: unknown }>) =>
  draft === undefined
    ? bareChatSchema
    : z.extend(bareChatSchema, { draft: (await import('../../report/draft.ts')).draftSchema });

/** How to reach a reporter: their chat's id, sealed, and the language to write in. */
const contactSchema = z.object({ chat: z.string().check(z.minLength(1)), locale: localeSchema });
export type Contact = Readonly<z.infer<typeof contactSchema>>;

export type Chats = Readonly<{
  /** The chat, or undefined when there is none or its time is over. */
  read: (key: string) => Promise<Chat | undefined>;
  /**
   * Saves a chat as its `version`, which is that of the chat as it was read (or of `emptyChat`) plus 1. `conflict`: somebody
   * else saved or erased it since; read again. A chat is erased after days of silence: `draftLifetimeDays` while it holds a
   * draft, or nothing but which message shows its page, else `chatLifetimeDays`, and whatever is left of that day.
   */
  save: (key: string, chat: Chat) => Promise<'saved' | 'conflict'>;
  /**
   * Moves a chat to another key (of a newer secret), where it begins a life. Returns it as it is then; undefined when there
   * is none to move.
   */
  move: (from: string, to: string) => Promise<Chat | undefined>;
  /** How to reach a reporter, or undefined when they asked to be forgotten. */
  readContact: (reporter: string) => Promise<Contact | undefined>;
  /**
   * Erases the chat, with its draft, the contact, and the list of the reporter's own reports: nothing leads to the person any
   * more, and nothing from them to their reports, which stay.
   */
  forget: (reporter: string, chatKey: string) => Promise<void>;
}>;

/** A chat as it is stored: what is in it is sealed by the identity secret. */
const chatShape = {
  kind: 'chat',
  version: 2,
  schema: z.object({ version: z.int(), sealed: z.string(), expiresAt: z.int() }),
} as const satisfies Shape;
export const contactShape = { kind: 'contact', version: 1, schema: contactSchema } as const satisfies Shape;

const epochSeconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

export const createChats = (context: StoreContext): Chats => {
  const { client, tables, identity, now } = context;
  const readChat = async (key: string): Promise<Chat | undefined> => {
    const { pk } = chatKey(key);
    const raw = await read(client, tables.chats, chatKey(key));
    if (!raw) return undefined;
    const { expiresAt, version, sealed } = parseItem(chatShape, raw);
    if (expiresAt <= epochSeconds(now())) return undefined;
    const text = identity.open(sealed, pk);
    const content: unknown = text && JSON.parse(text);
    const schema = await chatSchema(Object(content));
    const result = schema.safeParse({ ...Object(content), version });
    if (!result.success) throw new CorruptItem(`The chat ${pk} cannot be opened.`);
    return result.data;
  };
  return {
    read: readChat,
    move: async (from, to) => {
      const found = await readChat(from);
      if (!found) return undefined;
      const chat = { ...found, version: emptyChat().version + 1 };
      const { kind } = await transact(client, [
        putWrite(tables.chats, chatKey(to), ...(await chatWrite(context, to, chat))),
        deleteWrite(tables.chats, chatKey(from), {
          expression: '#version = :version',
          values: { ':version': found.version },
        }),
      ]);
      // Otherwise somebody else has moved it, or written to it, just now.
      return kind === 'written' ? chat : readChat(to);
    },
    save: async (key, chat) => {
      const { kind } = await put(
        client,
        tables.chats,
        chatKey(key),
        ...(await chatWrite(context, key, chat)),
      );
      return kind === 'written' ? 'saved' : 'conflict';
    },
    readContact: async reporter => {
      const raw = await read(client, tables.chats, contactKey(reporter));
      return raw && parseItem(contactShape, raw);
    },
    forget: async (reporter, key) => {
      // Each on its own: either may be gone already, and both must be gone afterwards.
      await remove(client, tables.chats, chatKey(key), present);
      await remove(client, tables.chats, contactKey(reporter), present);
      // The list goes last, as it was read: what came in between is named by it, and must go too.
      for (let isForgotten = false; !isForgotten; ) {
        const list = await readOwnList(context, reporter);
        for (const { unheard } of list.entries)
          if (unheard !== undefined) await remove(client, tables.chats, unheardKey(unheard), present);
        isForgotten = await forgetOwnList(context, reporter, list);
      }
    },
  };
};

/**
 * All pseudonyms of a reporter, by every secret, the given one among them. Their contact leads to them: without one, or
 * without older secrets, it is the given one alone.
 */
export const namesOf = async (
  { client, tables, identity }: Pick<StoreContext, 'client' | 'tables' | 'identity'>,
  reporter: string,
): Promise<readonly string[]> => {
  if (identity.earlier.length === 0) return [reporter];
  const raw = await read(client, tables.chats, contactKey(reporter));
  // Reports are sent in private chats, whose id is the person's.
  const person = raw && identity.open(parseItem(contactShape, raw).chat);
  const names = person === undefined ? [] : allPseudonyms(identity).map(by => by.reporter(Number(person)));
  return names.includes(reporter) ? names : [reporter];
};

/** Whether anything was said or chosen in a chat. Before that only the number of its page is kept. */
const isSettled = ({ consentAt, locale, pendingInput }: Chat): boolean =>
  consentAt !== undefined || locale !== undefined || pendingInput !== undefined;

/** The content and the condition of saving a chat: nobody else has saved, and its time is not over, since it was read. */
export const chatWrite = async (
  { identity, now }: Pick<StoreContext, 'identity' | 'now'>,
  key: string,
  chat: Chat,
): Promise<[content: Stamped, condition: Condition]> => {
  const seconds = epochSeconds(now());
  const days = chat.draft || !isSettled(chat) ? draftLifetimeDays : chatLifetimeDays;
  const isFirst = chat.version % lifeLength === 1;
  const { version, ...content } = validate(await chatSchema(chat), chat);
  const sealed = identity.seal(JSON.stringify(content), chatKey(key).pk);
  return [
    stamp(chatShape, { version, sealed, expiresAt: expiryAfter(days, now()) }),
    isFirst
      ? { expression: `${absent.expression} OR #expiresAt <= :now`, values: { ':now': seconds } }
      : {
          expression: '#version = :version AND #expiresAt > :now',
          values: { ':version': chat.version - 1, ':now': seconds },
        },
  ];
};
