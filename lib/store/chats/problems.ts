import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { hourOf, instantSchema } from '../../time/instant.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import {
  expiryAfter,
  parseAllReadable,
  parseItem,
  parseReadable,
  type Raw,
  type Readable,
  type Shape,
  stamp,
} from '../dynamodb/item.ts';
import { problemKey, problemsPartition } from '../dynamodb/keys.ts';
import { absent, type Condition, present, put, read, remove } from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';

/**
 * What could not be done. `record`: reading a stored item, to list it or to notify of its change; `group`: writing to the
 * moderators' chat; `files`: taking away the files of a report that moderators were shown; `news`: noting what is new for
 * followers, or telling them; `channel`: posting it in the public channel.
 */
const problemKinds = [
  'notice',
  'card',
  'group',
  'record',
  'release',
  'erasure',
  'files',
  'news',
  'channel',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** Why: Telegram's refusal, or a fault of what is stored or of the bot itself. Stored: add to it, never rename. */
export const problemReasons = [
  'blocked',
  'chat_gone',
  'removed',
  'no_right',
  'topic_closed',
  'bad_peer',
  'bad_text',
  'refused',
  'too_many',
  'unauthorized',
  'server',
  'unreached',
  'lost',
  'busy',
  'unreadable',
  'fault',
] as const;
export type ProblemReason = (typeof problemReasons)[number];

/**
 * `later`: the worker tries again by itself; `open`: it waits for an admin; `again`: an admin wants it tried again;
 * `dismissed`: an admin does not want to see it any more.
 */
const problemStates = ['later', 'open', 'again', 'dismissed'] as const;

const problemSchema = z.object({
  /** What its button carries. It follows from what it is about. */
  id: z.string(),
  what: z.enum(problemKinds),
  /** The id of the report or incident, or the key of the stored item. */
  subject: z.string(),
  /** For a notice: the name under which it is sent exactly once. For news: their event; for the channel: their number. */
  notice: z.optional(z.string()),
  reason: z.enum(problemReasons),
  state: z.enum(problemStates),
  /** The hour of the first try. */
  since: instantSchema,
  tries: z.int(),
  /** When the worker tries again, in milliseconds since 1970. */
  dueAt: z.int(),
});
export type Problem = Readonly<z.infer<typeof problemSchema>>;

/** As it is stored. The time of the next try is sealed: it reveals to the second when something was reported. */
const problemShape = {
  kind: 'problem',
  version: 1,
  schema: z.extend(z.omit(problemSchema, { dueAt: true }), { due: z.string() }),
} as const satisfies Shape;

/** What is put aside. */
export type NewProblem = Readonly<Pick<Problem, 'what' | 'subject' | 'notice' | 'reason'>> &
  Readonly<{ state: 'later' | 'open' }>;

/** What could not be told, released or read, and was put aside so that everything else goes on. */
export type Problems = Readonly<{
  /**
   * Puts something aside, or counts another failure of what is aside already. `new`: from now on an admin must look at it.
   * What the worker retries goes to an admin once it has failed for a day.
   */
  note: (problem: NewProblem) => Promise<'new' | 'known'>;
  /**
   * Notes the stored items, by key, that a list skipped: each once, and at most `skippedAtOnce` of a list. What is aside or
   * dismissed is not written again. Returns how many are new.
   */
  noteSkipped: (keys: readonly string[]) => Promise<number>;
  /** All that is aside and not dismissed, oldest first, at most 1,000. */
  list: () => Promise<Readable<Problem>>;
  /** An admin wants a retry, or dismisses it. `missing`: it is solved, or never existed. */
  set: (id: string, state: 'again' | 'dismissed') => Promise<'saved' | 'missing'>;
  /** It is done now. */
  solve: (problem: Pick<Problem, 'what' | 'subject' | 'notice'>) => Promise<void>;
}>;

const lifetimeDays = 30;
/** An older release at work on a newer one's data skips them by the hundred. */
const skippedAtOnce = 20;
const listedLimit = 1000;
const minuteMs = 60_000;
/** After this long without success a person must look at it. */
const patienceMs = 24 * 60 * minuteMs;
/** The longest pause between two tries, in minutes. They double from one. */
const longestPause = 32;

/** Long because it is a list of operations, each short. */
export const createProblems = ({ client, tables, identity, now }: StoreContext): Problems => {
  const parse = (raw: Raw): Problem => {
    const { due, ...problem } = parseItem(problemShape, raw);
    return { ...problem, dueAt: Number(identity.open(due, problem.id) ?? 0) };
  };
  const find = async (id: string): Promise<Problem | undefined> => {
    const raw = await read(client, tables.chats, problemKey(id));
    return raw && parseReadable(parse, raw);
  };
  const write = ({ dueAt, ...problem }: Problem, condition?: Condition) => {
    const due = identity.seal(String(dueAt), problem.id);
    const content = stamp(problemShape, { ...problem, due, expiresAt: expiryAfter(lifetimeDays, now()) });
    return put(client, tables.chats, problemKey(problem.id), content, condition);
  };
  return {
    note: async ({ what, subject, notice, reason, state }) => {
      const id = problemId({ what, subject, notice });
      const before = await find(id);
      const at = new Date(now()).toISOString();
      const since = before?.since ?? hourOf(at);
      const isOver = now() - Date.parse(since) > patienceMs;
      const next = state === 'later' && isOver ? 'open' : state;
      // What was dismissed is not raised again for the same reason.
      const isDismissed = before?.state === 'dismissed' && before.reason === reason;
      const tries = (before?.tries ?? 0) + 1;
      await write({
        id,
        what,
        subject,
        notice,
        reason,
        state: isDismissed ? 'dismissed' : next,
        since,
        tries,
        dueAt: now() + Math.min(2 ** (tries - 1), longestPause) * minuteMs,
      });
      const isKnown = isDismissed || (before?.state === 'open' && before.reason === reason);
      return next === 'open' && !isKnown ? 'new' : 'known';
    },
    noteSkipped: async keys => {
      const noted = await Promise.all(
        keys.slice(0, skippedAtOnce).map(async subject => {
          const problem = { what: 'record', subject } as const;
          const id = problemId(problem);
          if (await read(client, tables.chats, problemKey(id))) return 0;
          const [since, dueAt] = [hourOf(new Date(now()).toISOString()), now()];
          const aside = {
            ...problem,
            id,
            reason: 'unreadable',
            state: 'open',
            since,
            tries: 1,
            dueAt,
          } as const;
          return (await write(aside, absent)).kind === 'written' ? 1 : 0;
        }),
      );
      return noted.reduce<number>((sum, one) => sum + one, 0);
    },
    list: async () => {
      const raws = await queryAll(
        client,
        {
          table: tables.chats,
          expression: '#pk = :problems',
          values: { ':problems': problemsPartition },
          consistent: true,
        },
        listedLimit,
      );
      const { items, unreadable } = parseAllReadable(parse, raws);
      return {
        items: items
          .filter(({ state }) => state !== 'dismissed')
          .toSorted((a, b) => (a.since + a.id < b.since + b.id ? -1 : 1)),
        unreadable,
      };
    },
    set: async (id, state) => {
      const problem = await find(id);
      if (!problem) return 'missing';
      const { kind } = await write({ ...problem, state, dueAt: now() }, present);
      return kind === 'written' ? 'saved' : 'missing';
    },
    solve: async problem => {
      await remove(client, tables.chats, problemKey(problemId(problem)), present);
    },
  };
};

/** In characters of hexadecimal. */
const idLength = 10;

const problemId = ({ what, subject, notice }: Pick<Problem, 'what' | 'subject' | 'notice'>): string =>
  createHash('sha256')
    .update(`${what} ${subject} ${notice ?? ''}`)
    .digest('hex')
    .slice(0, idLength)
    .toUpperCase();
