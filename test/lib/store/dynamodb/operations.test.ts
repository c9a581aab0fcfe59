import { expect, test } from 'vitest';
import { isRetryable } from '../../../../lib/store/dynamodb/errors.ts';
import { absent, putWrite, runWithRetry } from '../../../../lib/store/dynamodb/operations.ts';
import { openTestStore } from '../../../support/database/dynamo.ts';

const key = { pk: 'THING#1', sk: 'THING' };

test('a condition that is refused twice though nobody changed anything ends the retries, now and later', async () => {
  const { client, tables } = await openTestStore();
  const write = putWrite(tables.chats, key, { shape: 'thing.1' }, absent);
  const plan = async () => {
    planned += 1;
    return { kind: 'write', writes: [write], result: 'saved' } as const;
  };
  let planned = 0;
  expect(await runWithRetry(client, plan)).toBe('saved');
  planned = 0;
  const error = await runWithRetry(client, plan).catch((thrown: unknown) => thrown);
  expect([(error as Error).name, isRetryable(error), planned]).toEqual(['RefusedPlan', false, 2]);
  expect(String(error)).toContain('THING#1');
});
