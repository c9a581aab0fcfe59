import { beforeAll, describe, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '../../../support/database/dynamo.ts';

let nowMs = Date.now();
let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore({ now: () => nowMs });
});

const leaseMs = 30_000;
const claimed = { kind: 'claimed', lease: expect.any(String) };
const claim = async (id: string): Promise<string> => {
  const result = await opened.store.notices.claim(id, leaseMs);
  if (result.kind !== 'claimed') throw new Error(`The notice is ${result.kind}.`);
  return result.lease;
};

describe('a notice', () => {
  test('is claimed by one of those who want to send it', async () => {
    const results = await Promise.all([1, 2, 3].map(() => opened.store.notices.claim('raced', leaseMs)));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['busy', 'busy', 'claimed']);
  });

  test('that was sent is never sent again', async () => {
    const { store } = opened;
    expect(await store.notices.finish('sent', await claim('sent'))).toBe('finished');
    nowMs += leaseMs * 10;
    expect(await store.notices.claim('sent', leaseMs)).toEqual({ kind: 'done' });
  });

  test('whose sender died is free when the lease ends, and then no longer theirs', async () => {
    const { store } = opened;
    const dead = await claim('died');
    nowMs += leaseMs - 1;
    expect(await store.notices.claim('died', leaseMs)).toEqual({ kind: 'busy' });
    nowMs += 1;
    const next = await claim('died');
    expect(await store.notices.finish('died', dead)).toBe('lost');
    await store.notices.release('died', dead);
    expect(await store.notices.claim('died', leaseMs)).toEqual({ kind: 'busy' });
    expect(await store.notices.finish('died', next)).toBe('finished');
  });

  test('that could not be sent is free at once when its sender says so', async () => {
    const { store } = opened;
    await store.notices.release('failed', await claim('failed'));
    expect(await store.notices.claim('failed', leaseMs)).toEqual(claimed);
  });
});

test('the card of a report is the message that was set last', async () => {
  const { store } = opened;
  expect(await store.notices.readCard('K7QF2M9XCA')).toBeUndefined();
  for (const message of [12, 12, 15]) await store.notices.setCard('K7QF2M9XCA', { chat: -1, message });
  expect(await store.notices.readCard('K7QF2M9XCA')).toEqual({ chat: -1, message: 15 });
  await store.notices.setCard('K7QF2M9XCA', { chat: -2, message: 15 });
  expect(await store.notices.readCard('K7QF2M9XCA')).toEqual({ chat: -2, message: 15 });
});
