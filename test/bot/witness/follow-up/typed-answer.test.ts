import { describe, expect, test } from 'vitest';
import { isLocating } from '../../../../bot/witness/standing.ts';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import { cardOf, read, startDesk, submit, until } from '../../../support/product/desk.ts';

const at = '2026-11-27T12:00:00.000Z';

describe('words typed while a question of the moderators is open', () => {
  test('are offered as its answer, or begin a new report (K19, K19b)', async () => {
    const { product, witness, store } = await startDesk();
    await witness.press('I understand, continue');
    const { id } = await submit(product, witness);
    await store.reports.ask({ id, version: 1, by: 'marko', at, wording: { words: 'Where exactly?' } });
    await until(() => read(witness.last()).includes('A question about'));
    await witness.send('Around eight, I counted them myself');
    expect(read(witness.last())).toContain('Is this the answer to the moderators’ question?');
    expect(read(witness.last())).toContain('Where exactly?');
    await witness.press('Yes, it is the answer');
    await witness.press('Send the answer');
    expect((await store.reports.read(id))?.questions?.[0]?.reply).toMatchObject({
      text: 'Around eight, I counted them myself',
    });

    const { version = 0 } = (await store.reports.read(id)) ?? {};
    await store.reports.ask({ id, version, by: 'marko', at, wording: { words: 'And when?' } });
    await until(() => read(witness.last()).includes('A question about'));
    await witness.send('It was in Izium, near the school, yesterday evening');
    await witness.press('No, it is a new report');
    expect(read(witness.last())).toContain('This is what I understood');
    expect((await store.reports.read(id))?.questions?.[1]?.reply).toBeUndefined();
  });

  test('and photos too, of which what was forwarded says so; as a new report they all belong to it', async () => {
    const { product, witness, store, deps } = await startDesk();
    await witness.press('I understand, continue');
    const { id } = await submit(product, witness);
    await store.reports.ask({ id, version: 1, by: 'marko', at, wording: { words: 'Have you a photo?' } });
    await until(() => read(witness.last()).includes('A question about'));
    await witness.photo(undefined, { caption: 'The yard' });
    expect(read(witness.last())).toContain('Is this the answer to the moderators’ question?');
    await witness.photo();
    await witness.forward(
      { type: 'hidden_user', sender_user_name: 'Oksana', date: 1_795_000_000 },
      'I have seen it',
    );
    await witness.press('Yes, it is the answer');
    await witness.press('Send the answer');
    const reply = (await store.reports.read(id))?.questions?.[0]?.reply;
    expect(reply?.evidence).toHaveLength(2);
    expect(reply?.text).toMatch(/^The yard\n\[.*(forwarded|another person).*\] I have seen it$/i);

    const { version = 0 } = (await store.reports.read(id)) ?? {};
    await store.reports.ask({ id, version, by: 'marko', at, wording: { words: 'And when?' } });
    await until(() => read(witness.last()).includes('A question about'));
    await witness.photo();
    await witness.photo(undefined, { caption: 'Shelling of Izium yesterday evening, 2 wounded' });
    await witness.press('No, it is a new report');
    const chat = await store.chats.read(deps.identity.chatKey(witness.id));
    expect(chat?.draft?.answers.evidence).toHaveLength(2);
    expect(chat?.draft?.answers.injured).toEqual({ min: 2, max: 2 });
  });

  test('are asked for their question where several are open', async () => {
    const { product, witness, store } = await startDesk();
    await witness.press('I understand, continue');
    for (const words of ['Where exactly?', 'And when?']) {
      const { id } = await submit(product, witness);
      await store.reports.ask({ id, version: 1, by: 'marko', at, wording: { words } });
    }
    const asked = () => witness.messages().filter(message => read(message).includes('A question about'));
    await until(() => asked().length === 2);
    await witness.send('near the school');
    expect(read(witness.last())).toContain('Which question does this answer?');
    await witness.press('It answers question 2');
    expect(read(witness.last())).toContain('near the school');
  });
});

describe('a rejection', () => {
  test('carries a button to the correction, and a correction of nothing is not confirmed', async () => {
    const { product, desk, witness, store } = await startDesk();
    await witness.press('I understand, continue');
    const report = await submit(product, witness);
    await cardOf(desk, report);
    const rejection = { reason: 'not_enough_detail' } as const;
    await store.reports.reject({ id: report.id, version: 1, by: 'marko', at, rejection });
    await until(() => read(witness.last()).includes('was not approved'));
    await witness.press('Correct this report');
    expect(read(witness.last())).toContain(`Correct report ${formatReceipt(report.id)}`);
    await witness.press('Go on');
    await witness.press('Send the correction');
    expect(read(witness.last())).toContain('Nothing was changed.');
    expect(read(witness.last())).not.toContain('has been received');
  });
});

describe('what the phone offers beside the chat', () => {
  // A press leaves the phone's own keyboard open, other than a message.
  test.each(['I do not know', '‹ Back'])('ends with the question when "%s" is pressed', async way => {
    const { witness } = await startDesk();
    for (const press of ['I understand, continue', 'An attack', 'Send where I am now', way])
      await witness.press(press);
    expect(witness.keyboard()).toBeUndefined();
  });

  test('is there once, however often it is asked for, and goes with the words that it came with', async () => {
    const { witness } = await startDesk();
    const hints = () =>
      witness
        .messages()
        .filter(message => !message.reply_markup && read(message).includes('below the text field'));
    for (const press of ['I understand, continue', 'An attack', 'Send where I am now'])
      await witness.press(press);
    const [hint] = hints();
    await witness.press('Send where I am now');
    expect(hints()).toHaveLength(1);
    expect(hints()[0]?.message_id).not.toBe(hint?.message_id);
    await witness.location(50.0, 36.2);
    expect(witness.keyboard()).toBeUndefined();
    expect(hints()).toEqual([]);
    expect(witness.messages().map(read).join()).not.toContain('below the text field');
  });

  test('ends when two answers come at once', async () => {
    const { witness, telegram, store, deps } = await startDesk();
    await witness.press('I understand, continue');
    await witness.press('An attack');
    await Promise.all([witness.press('Send where I am now'), witness.send('Kharkiv')]);
    await telegram.idle();
    // Which of the two came last is not told by the order of messages.
    const draft = (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
    expect(witness.keyboard() !== undefined).toBe(isLocating(draft));
  });

  test('ends when the report is stopped', async () => {
    const { witness } = await startDesk();
    for (const press of ['I understand, continue', 'An attack', 'Send where I am now', 'Cancel'])
      await witness.press(press);
    await witness.press('Erase the draft');
    expect(witness.keyboard()).toBeUndefined();
  });

  test('ends with the question, and a location that nobody asked for is not stored', async () => {
    const { witness, store, deps } = await startDesk();
    for (const press of ['I understand, continue', 'An attack', 'Send where I am now'])
      await witness.press(press);
    expect(witness.keyboard()).toMatchObject({ keyboard: [[{ request_location: true }]] });
    await witness.send('Kharkiv');
    expect(witness.keyboard()).toBeUndefined();
    expect(witness.messages().map(read).join()).not.toContain('button below the text field');
    await witness.press('I do not know');
    await witness.location(50.1, 36.1);
    expect(read(witness.last())).toContain('This location was not saved');
    const draft = (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
    expect(JSON.stringify(draft)).not.toContain('50.1');
  });
});

test('a press delivered twice begins one draft and shows the first question (K27)', async () => {
  const { witness } = await startDesk();
  await witness.press('I understand, continue');
  const home = witness.last();
  await witness.press(home, 'w:report:attack');
  await witness.forge(home, 'w:report:attack');
  expect(read(witness.last())).toContain('Where did it happen?');
});
