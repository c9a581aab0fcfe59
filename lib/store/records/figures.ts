import type { Event } from '../../history/event.ts';
import { type About, type Figure, figureSchema, isAbout } from '../../summary/figure.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { headOf, readHistory, versionWrites } from '../dynamodb/history.ts';
import { parseItem, type Readable, type Shape, validate } from '../dynamodb/item.ts';
import { figureHistoryKey, figureKey, figuresPartition } from '../dynamodb/keys.ts';
import { read, runWithRetry, transact } from '../dynamodb/operations.ts';
import { queryReadable } from '../dynamodb/query.ts';

export const figureShape = { kind: 'figure', version: 1, schema: figureSchema } as const satisfies Shape;

export type Figures = Readonly<{
  /** Records a figure (version 1, `recorded`). `exists`: one of this id is there already. */
  record: (figure: Figure) => Promise<'saved' | 'exists'>;
  /** Takes a figure back; it stays in its history. */
  retract: (
    retracting: Readonly<Pick<Figure, 'id' | 'published' | 'by'> & { at: string }>,
  ) => Promise<'retracted' | 'missing'>;
  /**
   * Published figures of others, newest publication first: all, or those that are about the same. Retracted ones are not among
   * them. Of a period only what was published since it began is read; in any case at most the newest 10,000.
   */
  list: (about?: About) => Promise<Readable<Figure>>;
  history: (id: string) => Promise<readonly Event[]>;
}>;

const mostRead = 10_000;

export const createFigures = (context: StoreContext): Figures => {
  const { client, tables } = context;
  const keysOf = ({ published, id }: Pick<Figure, 'published' | 'id'>) => ({
    key: figureKey(published, id),
    historyKey: figureHistoryKey(id),
  });
  return {
    record: async sent => {
      const figure = validate(figureSchema, sent);
      const { recordedAt: at, by } = figure;
      const writes = versionWrites(tables.records, keysOf(figure), figureShape, figure, {
        before: undefined,
        event: { at, by, kind: 'recorded' },
      });
      const { kind } = await transact(client, writes);
      return kind === 'written' ? 'saved' : 'exists';
    },
    retract: ({ at, by, ...named }) =>
      runWithRetry<'retracted' | 'missing'>(client, async () => {
        const raw = await read(client, tables.records, keysOf(named).key);
        const figure = raw && parseItem(figureShape, raw);
        if (!raw || figure?.status !== 'recorded') return { kind: 'answer', result: 'missing' };
        const after: Figure = { ...figure, version: figure.version + 1, status: 'retracted' };
        const writes = versionWrites(tables.records, keysOf(figure), figureShape, after, {
          before: { version: figure.version, hash: headOf(raw) },
          event: { at, by, kind: 'retracted' },
        });
        return { kind: 'write', writes, result: 'retracted' };
      }),
    list: async about => {
      const since = about?.period?.from;
      const { items, unreadable, skipped } = await queryReadable(
        client,
        {
          table: tables.records,
          expression: since === undefined ? '#pk = :figures' : '#pk = :figures AND #sk >= :since',
          values: { ':figures': figuresPartition, ':since': since },
          order: 'descending',
        },
        raw => parseItem(figureShape, raw),
        { most: mostRead },
      );
      const figures = items.map(({ item }) => item);
      const isListed = (figure: Figure): boolean =>
        figure.status === 'recorded' && (!about || isAbout(figure, about));
      return { items: figures.filter(isListed), unreadable, skipped };
    },
    history: async id => (await readHistory(context, figureHistoryKey(id))).items,
  };
};
