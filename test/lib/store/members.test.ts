import { beforeAll, expect, test } from 'vitest';
import type { Member } from '../../../lib/store/members.ts';
import { openTestStore, type TestStore } from '../../dynamo.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});

const member = (key: string, part: Partial<Member> = {}): Member => ({
  key,
  role: 'moderator',
  name: 'sealed',
  addedAt: '2026-03-14T12:00:00.000Z',
  by: 'admin',
  ...part,
});

test('a member is added once, listed, and gone when removed', async () => {
  const { store } = opened;
  const adding = [1, 2, 3].map(() => store.putMember(member('one')));
  expect((await Promise.all(adding)).sort()).toEqual(['conflict', 'conflict', 'saved']);
  await store.putMember(member('two'));
  expect(await store.readMember('one')).toEqual(member('one'));
  expect(await store.members()).toEqual([member('one'), member('two')]);
  expect(await store.removeMember('one')).toBe('removed');
  expect(await store.removeMember('one')).toBe('missing');
  expect(await store.readMember('one')).toBeUndefined();
});

test('a role is changed only from the role that was seen', async () => {
  const { store } = opened;
  await store.putMember(member('rising'));
  const admin = member('rising', { role: 'admin' });
  expect(await store.putMember(admin, 'admin')).toBe('conflict');
  expect(await store.putMember(admin, 'moderator')).toBe('saved');
  expect(await store.readMember('rising')).toEqual(admin);
  expect(await store.putMember(member('never'), 'moderator')).toBe('conflict');
  expect(await store.readMember('never')).toBeUndefined();
});
