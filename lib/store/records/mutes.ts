import * as z from 'zod/mini';
import type { Event } from '../../history/event.ts';
import { namesOf } from '../chats/chats.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { headOf, readHistory, versionWrites } from '../dynamodb/history.ts';
import { parseItem, type Shape } from '../dynamodb/item.ts';
import { reporterKey } from '../dynamodb/keys.ts';
import { absent, checkWrite, read, runWithRetry, type Write } from '../dynamodb/operations.ts';

/** Whether a reporter, by pseudonym, is muted: nothing more is taken from them. */
const muteSchema = z.object({ reporter: z.string(), version: z.int(), muted: z.boolean() });
type Mute = Readonly<z.infer<typeof muteSchema>>;
export const muteShape = { kind: 'mute', version: 1, schema: muteSchema } as const satisfies Shape;

/** A person is muted while any of their pseudonyms is, by whatever secret it was made. */
export type Mutes = Readonly<{
  /** Mutes a reporter, or takes it back. `unchanged`: it is so already. `by` is a moderator. */
  set: (
    change: Readonly<{ reporter: string; muted: boolean; by: string; at: string }>,
  ) => Promise<'saved' | 'unchanged'>;
  has: (reporter: string) => Promise<boolean>;
  history: (reporter: string) => Promise<readonly Event[]>;
}>;

export const createMutes = (context: StoreContext): Mutes => {
  const { client, tables } = context;
  const readMute = async (reporter: string) => {
    const raw = await read(client, tables.records, reporterKey(reporter));
    return raw && { ...parseItem(muteShape, raw), head: headOf(raw) };
  };
  /** Under which names a reporter is muted. */
  const mutedNames = async (reporter: string): Promise<readonly string[]> => {
    const mutes = await Promise.all((await namesOf(context, reporter)).map(readMute));
    return mutes.flatMap(mute => (mute?.muted ? mute.reporter : []));
  };
  const setOne = ({ reporter, muted, by, at }: Parameters<Mutes['set']>[0]) =>
    runWithRetry<'saved' | 'unchanged'>(client, async () => {
      const before = await readMute(reporter);
      if ((before?.muted ?? false) === muted) return { kind: 'answer', result: 'unchanged' };
      const after: Mute = { reporter, version: (before?.version ?? 0) + 1, muted };
      const writes = versionWrites(tables.records, { key: reporterKey(reporter) }, muteShape, after, {
        before: before && { version: before.version, hash: before.head },
        event: { at, by, kind: muted ? 'muted' : 'unmuted' },
      });
      return { kind: 'write', writes, result: 'saved' };
    });
  return {
    set: async change => {
      const muted = await mutedNames(change.reporter);
      if (change.muted) return muted.length > 0 ? 'unchanged' : setOne(change);
      const done = await Promise.all(muted.map(reporter => setOne({ ...change, reporter })));
      return done.includes('saved') ? 'saved' : 'unchanged';
    },
    has: async reporter => (await mutedNames(reporter)).length > 0,
    history: async reporter => (await readHistory(context, reporterKey(reporter))).items,
  };
};

/** The condition that nobody has muted a reporter. */
export const unmuted = ({ tables }: StoreContext, reporter: string): Write =>
  checkWrite(tables.records, reporterKey(reporter), {
    expression: `${absent.expression} OR #muted = :no`,
    values: { ':no': false },
  });
