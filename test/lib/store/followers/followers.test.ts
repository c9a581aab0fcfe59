import { expect, test } from 'vitest';
import { follow, newFollower } from '../../../../lib/follow/follower.ts';
import type { Topic } from '../../../../lib/follow/topic.ts';
import { createIdentity } from '../../../../lib/identity/identity.ts';
import { openStore } from '../../../../lib/store/store.ts';
import { openTestStore } from '../../../support/database/dynamo.ts';
import { rules } from '../../../support/samples/samples.ts';

const at = '2026-11-20T09:00:00.000Z';
const region = (n: number): Topic => ({ kind: 'region', region: `UA-${n}` });

const [before, during, after] = [['older secret'], ['newer secret', 'older secret'], ['newer secret']].map(
  createIdentity,
);
if (!before || !during || !after) throw new Error('No identity');

const start = async () => {
  const { client, tables, store, dump } = await openTestStore({ identity: before });
  const opened = (identity: typeof before) => openStore({ client, tables, identity, rules });
  const add = (chat: number, n: number, stored = store) =>
    stored.followers.change(chat, known => {
      const outcome = follow(known ?? newFollower({ chat, locale: 'uk' }), region(n), at);
      return outcome.kind === 'full' ? known : outcome.follower;
    });
  return { store, dump, opened, add };
};

test('what several presses follow at once is all followed', async () => {
  const { store, add } = await start();
  await Promise.all([1, 2, 3, 4].map(n => add(7, n)));
  expect((await store.followers.read(7))?.topics).toHaveLength(4);
});

test('who follows something is found under an older secret, and once passed under the newest alone', async () => {
  const { opened, add } = await start();
  await add(7, 1);
  await add(8, 1);
  const rotated = opened(during);
  expect((await rotated.followers.read(7))?.topics).toHaveLength(1);
  await add(7, 2, rotated);
  const { items } = await rotated.followers.page(undefined, 10);
  expect(items.map(({ follower, isOld }) => [follower.chat, isOld]).toSorted()).toEqual([
    [7, false],
    [8, true],
  ]);
  for (const one of items.filter(({ isOld }) => isOld)) {
    const moved = await rotated.followers.replace(one, one.follower);
    expect(moved).toMatchObject({ isOld: false });
    // As it was read, it is not there any more.
    expect(await rotated.followers.replace(one, one.follower)).toBeUndefined();
  }
  const later = opened(after);
  expect((await later.followers.read(7))?.topics).toHaveLength(2);
  expect((await later.followers.read(8))?.topics).toHaveLength(1);
  expect(await later.followers.page(undefined, 10)).toMatchObject({ unreadable: 0 });
});

test('is forgotten under every secret, and a telling that was under way brings nobody back', async () => {
  const { opened, add, dump } = await start();
  await add(7, 1);
  const rotated = opened(during);
  const [telling] = (await rotated.followers.page(undefined, 10)).items;
  await rotated.followers.forget(7);
  if (!telling) throw new Error('Nobody');
  expect(await rotated.followers.replace(telling, { ...telling.follower, seen: 5 })).toBeUndefined();
  expect(await dump('chats')).toEqual([]);
});

test('pages pass everybody once', async () => {
  const { store, add } = await start();
  await Promise.all(Array.from({ length: 25 }, (_, n) => add(n + 1, 1)));
  const seen: number[] = [];
  let next: string | undefined;
  do {
    const page = await store.followers.page(next, 10);
    seen.push(...page.items.map(({ follower }) => follower.chat));
    next = page.next;
  } while (next !== undefined);
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
});
