import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Report } from '../../../lib/report/report.ts';
import {
  buttonsOf,
  cardOf,
  drawnIn,
  enlist,
  now,
  read,
  startDesk,
  submit,
  until,
} from '../../support/product/desk.ts';

test.each([
  ['an approval', ['Approve', 'None of these', 'A new incident'], 3],
  ['a rejection', ['Reject', 'It does not describe an incident'], 2],
  ['a question', ['Ask', 'When exactly?'], 2],
])('%s takes few messages and edits of the group', async (_, presses, most) => {
  const { product, desk, witness, store } = await startDesk();
  const report = await submit(product, witness);
  const card = await cardOf(desk, report);
  product.telegram.calls.length = 0;
  for (const label of presses) await desk.press(card, label);
  await until(() => drawnIn(product) === most);
  expect((await store.reports.read(report.id))?.status).not.toBe('submitted');
  await new Promise(resolve => setTimeout(resolve, 300));
  expect(drawnIn(product)).toBe(most);
});

/** Three people press three buttons a second at most: faster, the bot would meet the limit of 30 messages a second in all chats. */
const aMoment = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 300));

test('twenty reports in a busy minute are decided by three moderators, each answered at every step, and Telegram never refuses', async () => {
  const { product, desk, group, moderator, witness, store, log, telegram } = await startDesk({
    telegramOptions: { limits: true, secondMs: 1000 },
  });
  const team = [moderator, await enlist(product, 'Olha'), await enlist(product, 'Petro')];
  for (const person of team) await person.start();
  const reports = [];
  for (let n = 0; n < 20; n += 1) reports.push(await submit(product, witness));
  await cardOf(desk, reports[0] as Report);
  const ways = [
    ['Approve', 'None of these', 'A new incident'],
    ['Reject', 'It does not describe an incident'],
    ['Approve', 'None of these', 'A new incident'],
    ['Ask', 'When exactly?'],
  ];
  const privately: string[] = [];
  for (const [n, report] of reports.entries()) {
    const person = team[n % team.length] as Person;
    const shown = desk.messages().findLast(message => read(message).startsWith(titleOf(report)));
    let at: Person = shown ? person.in(group) : person;
    let card = shown ?? (await openFromQueue(person, report));
    for (const label of ways[n % 4] ?? []) {
      const before = person.messages().length;
      await aMoment();
      const answer = await at.press(card, label);
      // Whatever comes of it, the press was answered.
      expect(answer, `${label} of report ${n}`).toBeDefined();
      if (!answer?.text?.includes('private chat')) continue;
      card = await until(() => person.messages().at(before));
      at = person;
      privately.push(label);
    }
    expect((await store.reports.read(report.id))?.status).not.toBe('submitted');
    const command = ['/queue', '/incidents', '/figure', '/moderators', '/problems', '/help'][n % 6] ?? '';
    const counted = () => person.messages().length + desk.messages().length;
    const told = counted();
    await aMoment();
    await person.in(group).send(command);
    await until(() => counted() > told);
  }
  expect(privately.length).toBeGreaterThan(0);
  expect(log.filter(line => line.includes('update_later'))).toEqual([]);
  expect(telegram.calls.filter(({ error }) => error?.code === 429)).toEqual([]);
  // What the group has not been shown yet is shown as it has room.
  const { items } = await store.problems.list();
  expect(items.filter(({ reason, state }) => reason !== 'too_many' || state !== 'later')).toEqual([]);
}, 240_000);

const titleOf = ({ id }: Report): string => `Report ${formatReceipt(id)}`;

/** Opens a report that has no card from the queue, in private. */
const openFromQueue = async (person: Person, report: Report): Promise<Message> => {
  await person.send('/queue');
  const list = person.last();
  const find = () => {
    const line = now(person, list)
      .split('\n\n')
      .find(text => text.includes(formatReceipt(report.id)));
    const n = /^(\d+)\./.exec(line ?? '')?.[1];
    return buttonsOf(person, list).find(label => label.startsWith(`${n}. `));
  };
  while (!find()) await person.press(list, 'Newer');
  await person.press(list, find() ?? '');
  return list;
};

test('a moderator without a private chat is told to start one, and nothing is done', async () => {
  const { product, desk, group, telegram, store, deps } = await startDesk({
    telegramOptions: { limits: true },
  });
  const olha = await enlist(product, 'Olha');
  const key = deps.identity.chatKey(group.id);
  while (await store.rateLimit.take(key, 19));
  await olha.in(group).send('/queue');
  expect(read(desk.last())).toContain('press Start there, and try again');
  // Now nothing at all fits, so that what is typed is refused in private.
  await olha.start();
  await olha.in(group).send('/language');
  expect(read(olha.last())).toContain('send it there again in a minute');
  await olha.in(group).send('/queue');
  expect(read(olha.last())).toContain('Waiting for review');
  expect(telegram.calls.filter(({ error }) => error?.code === 429)).toEqual([]);
});

test('a member is told the commands of the team, in help and in the menu; nobody else is', async () => {
  const { moderator, witness, telegram } = await startDesk();
  await moderator.start();
  await moderator.send('/help');
  const told = moderator.messages().map(read).join('\n');
  for (const command of ['/queue', '/incidents', '/figure', '/moderators', '/myreports'])
    expect(told).toContain(command);
  const menu = telegram.calls.findLast(({ method }) => method === 'setMyCommands')?.parameters;
  expect(menu).toMatchObject({ scope: { type: 'chat', chat_id: moderator.id } });
  expect(JSON.stringify(menu?.commands)).toContain('"queue"');
  await witness.send('/help');
  expect(witness.messages().map(read).join('\n')).not.toContain('/queue');
});
