import { firstWave, type Wave, waveSchema } from '../../follow/wave.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { waveKey } from '../dynamodb/keys.ts';
import { absent, put, read, unchangedSince } from '../dynamodb/operations.ts';

const waveShape = { kind: 'wave', version: 1, schema: waveSchema } as const satisfies Shape;

/** How far telling followers has come. */
export type Waves = Readonly<{
  read: () => Promise<Wave>;
  /** Saves what became of a wave as it was read; undefined when somebody else has saved since. */
  save: (before: Wave, after: Omit<Wave, 'version'>) => Promise<Wave | undefined>;
}>;

export const createWaves = ({ client, tables }: StoreContext): Waves => ({
  read: async () => {
    const raw = await read(client, tables.chats, waveKey);
    return raw ? parseItem(waveShape, raw) : firstWave;
  },
  save: async ({ version }, after) => {
    const saved = { ...after, version: version + 1 };
    const condition = version === 0 ? absent : unchangedSince(version);
    const written = await put(client, tables.chats, waveKey, stamp(waveShape, saved), condition);
    return written.kind === 'written' ? saved : undefined;
  },
});
