import * as z from 'zod/mini';
import type { Event } from '../../history/event.ts';
import { type Figure, figureSchema } from '../../summary/figure.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem, validate } from '../dynamodb/item.ts';
import { figureHistoryKey, figureKey, figuresPartition } from '../dynamodb/keys.ts';
import { absent, putWrite, queryAll, read, toExpression, transact } from '../dynamodb/operations.ts';
import { runWithRetry } from './commit.ts';
import { readHistory, withEvent } from './history.ts';

export type Figures = Readonly<{
  /** Records a figure (version 1, `recorded`). `exists`: one of this id is there already. */
  record: (figure: Figure) => Promise<'saved' | 'exists'>;
  /** Takes a figure back; it stays in its history. */
  retract: (
    retracting: Readonly<Pick<Figure, 'id' | 'published' | 'by'> & { at: string }>,
  ) => Promise<'retracted' | 'missing'>;
  /** Published figures of others, newest publication first, at most 100. Retracted ones are not among them. */
  list: () => Promise<readonly Figure[]>;
  history: (id: string) => Promise<readonly Event[]>;
}>;

const listed = 100;
const headSchema = z.object({ head: z.string() });

export const createFigures = (context: StoreContext): Figures => {
  const { client, tables } = context;
  const keyOf = ({ published, id }: Pick<Figure, 'published' | 'id'>) => figureKey(published, id);
  return {
    record: async sent => {
      const figure = validate(figureSchema, sent);
      const { recordedAt: at, by } = figure;
      const history = figureHistoryKey(figure.id);
      const { head, write } = withEvent(tables.records, history, figure, undefined, {
        at,
        by,
        kind: 'recorded',
      });
      const { kind } = await transact(client, [
        putWrite(tables.records, keyOf(figure), { ...figure, head }, absent),
        write,
      ]);
      return kind === 'written' ? 'saved' : 'exists';
    },
    retract: ({ at, by, ...named }) =>
      runWithRetry<'retracted' | 'missing'>(context, async () => {
        const raw = await read(client, tables.records, keyOf(named));
        const figure = raw && parseItem(figureSchema, raw);
        if (figure?.status !== 'recorded') return { kind: 'answer', result: 'missing' };
        const after: Figure = { ...figure, version: figure.version + 1, status: 'retracted' };
        const history = figureHistoryKey(figure.id);
        const { head, write } = withEvent(
          tables.records,
          history,
          after,
          parseItem(headSchema, raw ?? {}).head,
          {
            at,
            by,
            kind: 'retracted',
          },
        );
        const condition = { expression: '#version = :read', values: { ':read': figure.version } };
        const writes = [putWrite(tables.records, keyOf(after), { ...after, head }, condition), write];
        return { kind: 'write', writes, result: 'retracted' };
      }),
    list: async () => {
      const expression = '#pk = :figures';
      const items = await queryAll(
        client,
        {
          TableName: tables.records,
          KeyConditionExpression: expression,
          ...toExpression(expression, { ':figures': figuresPartition }),
          ScanIndexForward: false,
        },
        listed,
      );
      return items.map(item => parseItem(figureSchema, item)).filter(({ status }) => status === 'recorded');
    },
    history: id => readHistory(client, tables.records, figureHistoryKey(id)),
  };
};
