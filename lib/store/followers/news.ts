import * as z from 'zod/mini';
import { type News, type NumberedNews, newsSchema } from '../../follow/news.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { CorruptItem } from '../dynamodb/errors.ts';
import {
  expiryAfter,
  parseAllReadable,
  parseItem,
  type Raw,
  type Readable,
  type Shape,
  stamp,
  validate,
} from '../dynamodb/item.ts';
import { newsHeadKey, newsKey, newsOfKey, newsPartition } from '../dynamodb/keys.ts';
import { absent, putWrite, read, runWithRetry, unchangedSince } from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';

/** Sealed: it has where an incident was shown before it was corrected. */
const newsShape = {
  kind: 'news',
  version: 1,
  schema: z.object({ sk: z.string(), sealed: z.string() }),
} as const satisfies Shape;
/** `version`: how many news there are. `at`: when the last was noted. */
const headShape = {
  kind: 'news_head',
  version: 1,
  schema: z.object({ version: z.int(), at: z.string() }),
} as const satisfies Shape;
const notedShape = { kind: 'news_of', version: 1, schema: z.object({}) } as const satisfies Shape;

/** What readers may be told of, in the order in which it came. It is kept for some days. */
export type NewsLog = Readonly<{
  /**
   * Notes what an event made new, once. Numbers are given in the order of writing: whoever sees a number has all before it.
   */
  note: (event: string, news: News) => Promise<void>;
  /** The last number and when it was given; undefined before the first. */
  head: () => Promise<Readonly<{ seq: number; at: string }> | undefined>;
  /** All that is kept behind a number, in order. */
  list: (after?: number) => Promise<Readable<NumberedNews>>;
}>;

/** Longer than anybody's digest, or an outage that a week-end hides. */
const keptDays = 8;
/** Longer than any stream redelivers. */
const notedDays = 30;

/** Long because it is a list of operations, each short. */
export const createNewsLog = ({ client, tables, identity, now }: StoreContext): NewsLog => {
  const { chats } = tables;
  const readHead = async () => {
    const raw = await read(client, chats, newsHeadKey);
    return raw && parseItem(headShape, raw);
  };
  const parse = (raw: Raw): NumberedNews => {
    const { sk, sealed } = parseItem(newsShape, raw);
    const text = identity.open(sealed, sk);
    const result = newsSchema.safeParse(text && JSON.parse(text));
    if (!result.success) throw new CorruptItem(`The news ${sk} cannot be opened.`);
    return { ...result.data, seq: Number(sk) };
  };
  return {
    note: (event, news) =>
      runWithRetry(client, async () => {
        const head = await readHead();
        const seq = (head?.version ?? 0) + 1;
        const key = newsKey(seq);
        const sealed = identity.seal(JSON.stringify(validate(newsSchema, news)), key.sk);
        return {
          kind: 'write',
          writes: [
            putWrite(
              chats,
              newsOfKey(event),
              stamp(notedShape, { expiresAt: expiryAfter(notedDays, now()) }),
              absent,
            ),
            putWrite(
              chats,
              newsHeadKey,
              stamp(headShape, { version: seq, at: news.at }),
              unchangedSince(head?.version),
            ),
            putWrite(
              chats,
              key,
              stamp(newsShape, { sealed, expiresAt: expiryAfter(keptDays, now()) }),
              absent,
            ),
          ],
          result: undefined,
          onRefused: refusals => (refusals.has(0) ? 'known' : undefined),
        };
      }).then(() => {}),
    head: async () => {
      const head = await readHead();
      return head && { seq: head.version, at: head.at };
    },
    list: async (after = 0) =>
      parseAllReadable(
        parse,
        await queryAll(client, {
          table: chats,
          expression: '#pk = :pk AND #sk > :after',
          values: { ':pk': newsPartition, ':after': newsKey(after).sk },
          consistent: true,
        }),
      ),
  };
};
