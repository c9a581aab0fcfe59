import { expect, test } from 'vitest';
import { cardOf, drawnIn, read, startDesk, submit, until } from '../../support/desk.ts';

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

test('a moderator who approves one after the other in a busy minute is answered every time, in private when the group is full', async () => {
  const { product, desk, moderator, witness, store, log } = await startDesk({
    telegramOptions: { limits: true, secondMs: 1000 },
  });
  await moderator.start();
  const reports = [];
  for (let n = 0; n < 5; n += 1) reports.push(await submit(product, witness));
  const cards = [];
  for (const report of reports) cards.push(await cardOf(desk, report));
  for (const [index, card] of cards.entries()) {
    const before = moderator.messages().length;
    const toast = await desk.press(card, 'Approve');
    const isMoved = toast?.text?.includes('private chat') ?? false;
    const [person, form] = isMoved
      ? ([moderator, await until(() => moderator.messages().at(before))] as const)
      : ([desk, card] as const);
    await person.press(form, 'None of these');
    const last = isMoved || !moderator.messages().at(before) ? form : moderator.last();
    const where = last === form ? person : moderator;
    await where.press(last, 'A new incident');
    expect((await store.reports.read(reports[index]?.id ?? ''))?.status).toBe('approved');
  }
  // No press was put off, so none waited behind another.
  expect(log.filter(line => line.includes('update_later'))).toEqual([]);
  expect(read(moderator.last())).toContain('Approved by Marko');
}, 120_000);

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
