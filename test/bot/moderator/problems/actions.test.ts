import { expect, test } from 'vitest';
import { people } from '../../../../infra/local/demo-people.ts';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import { problemReasons } from '../../../../lib/store/chats/problems.ts';
import { buttonsOf, read, startDesk } from '../../../support/product/desk.ts';

test('an admin sees what could not be done, has it tried again or dismisses it', async () => {
  const { product, desk, moderator, store } = await startDesk();
  await desk.send('/problems');
  expect(read(desk.last())).toContain('No problems');
  for (const [n, reason] of problemReasons.slice(0, 7).entries())
    await store.problems.note({ what: 'notice', subject: `K7QF2M9XC${n}`, reason, state: 'open' });
  await moderator.send('/problems');
  const text = read(moderator.last());
  expect(text).toContain('7 problems');
  const [first] = (await store.problems.list()).items;
  if (!first) throw new Error('No problem');
  expect(text).toContain(`The witness of report ${formatReceipt(first.subject)} was not told`);
  expect(buttonsOf(moderator, moderator.last())).toEqual(
    expect.arrayContaining(['1. Try again', '1. Dismiss', '5. Dismiss', 'Try all again', 'Later']),
  );
  await moderator.press('1. Dismiss');
  expect((await store.problems.list()).items).toHaveLength(6);
  await moderator.press('1. Try again');
  expect(read(moderator.last())).toContain('It is tried again within a minute.');
  await moderator.press('Try all again');
  expect((await store.problems.list()).items.every(({ state }) => state === 'again')).toBe(true);
  // There are no such reports: nobody is left to be told.
  await product.tick();
  expect((await store.problems.list()).items).toEqual([]);
  await moderator.press('Refresh');
  expect(read(moderator.last())).toContain('No problems');
});

test('a moderator who is no admin does not see it, by command or by button', async () => {
  const { desk, reader, group, telegram, store, product } = await startDesk();
  await store.problems.note({ what: 'group', subject: 'moderators', reason: 'no_right', state: 'open' });
  const { identity } = product.deps;
  await store.members.add({
    key: identity.member(reader.id),
    role: 'moderator',
    name: identity.seal('Reader'),
    addedAt: '2026-11-20T09:00:00.000Z',
    by: 'admin',
  });
  await desk.send('/problems');
  const list = desk.last();
  expect(read(list)).toContain('Nothing can be written to the moderators’ chat');
  await (await telegram.group({ ...people.group })).addMember(reader);
  await reader.in(group).press(list, '1. Dismiss');
  await telegram.idle();
  expect((await store.problems.list()).items).toHaveLength(1);
  await reader.send('/problems');
  expect(read(reader.last())).toContain('Only admins');
});
