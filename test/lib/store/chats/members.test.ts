import { beforeAll, expect, test } from 'vitest';
import { verifyChain } from '../../../../lib/history/event.ts';
import type { Member } from '../../../../lib/review/team.ts';
import { openTestStore, type TestStore } from '../../../support/database/dynamo.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});

const at = '2026-03-14T12:30:00.000Z';
const removal = (key: string) => ({ key, by: 'admin', at });

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
  const adding = [1, 2, 3].map(() => store.members.add(member('one')));
  expect((await Promise.all(adding)).sort()).toEqual(['conflict', 'conflict', 'saved']);
  await store.members.add(member('two'));
  expect(await store.members.read('one')).toEqual(member('one'));
  expect((await store.members.list()).items).toEqual([member('one'), member('two')]);
  expect(await store.members.remove(removal('one'))).toBe('removed');
  expect(await store.members.remove(removal('one'))).toBe('missing');
  expect(await store.members.read('one')).toBeUndefined();
});

test('a role is changed once, and whoever is not there has none', async () => {
  const { store } = opened;
  await store.members.add(member('rising'));
  const promotion = { ...removal('rising'), role: 'admin' as const };
  expect(await store.members.setRole(promotion)).toBe('saved');
  expect(await store.members.setRole(promotion)).toBe('conflict');
  expect(await store.members.read('rising')).toEqual(member('rising', { role: 'admin' }));
  expect(await store.members.setRole({ ...promotion, key: 'never' })).toBe('missing');
  expect(await store.members.read('never')).toBeUndefined();
});

test('a new name is kept, and is nothing that the history of the team tells', async () => {
  const { store } = opened;
  await store.members.add(member('named'));
  const before = await store.members.history();
  await store.members.rename(member('named'), 'sealed anew');
  expect(await store.members.read('named')).toEqual(member('named', { name: 'sealed anew' }));
  expect(await store.members.history()).toEqual(before);
});

test('every change of roles is in one chain, by pseudonym, even when several are made at once', async () => {
  const { store, dump } = await openTestStore();
  await Promise.all(['a', 'b', 'c'].map(key => store.members.add(member(key, { by: 'root' }))));
  await store.members.setRole({ key: 'b', role: 'admin', by: 'a', at });
  await store.members.remove({ key: 'c', by: 'b', at });
  const { items: history } = await store.members.history();
  expect(history.slice(3)).toMatchObject([
    { kind: 'role_changed', by: 'a', changes: { b: { old: 'moderator', new: 'admin' } } },
    { kind: 'removed', by: 'b', changes: { c: { old: 'moderator' } } },
  ]);
  const [{ head: _, pk: _pk, sk: _sk, shape: _shape, ...team } = {}] = (await dump('records')).filter(
    ({ sk }) => sk === 'TEAM',
  );
  expect(team).toMatchObject({ version: 5, roles: { a: 'moderator', b: 'admin' } });
  expect(verifyChain(history, team)).toEqual({ kind: 'whole' });
  expect(JSON.stringify(await dump('records'))).not.toContain('sealed');
});
