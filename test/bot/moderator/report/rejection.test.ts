import { describe, expect, test } from 'vitest';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import { cardOf, enlist, now, read, startDesk, submit, until } from '../../../support/product/desk.ts';

describe('rejecting in words', () => {
  test('takes the reply of the moderator who was asked, and of nobody else', async () => {
    const { product, desk, witness, store } = await startDesk();
    const daryna = (await enlist(product, 'Daryna')).in(product.group);
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await desk.press(card, 'Reject');
    await desk.press(card, 'In my own words…');
    const question = desk.last();
    expect(read(question)).toContain(formatReceipt(report.id));
    expect(desk.keyboard()).toBeDefined();
    expect(question.entities?.[0]).toMatchObject({ type: 'text_mention', user: { id: desk.id } });
    await daryna.send('Not mine to say', { replyTo: question });
    await desk.send('Chatter that is no reply');
    expect((await store.reports.read(report.id))?.status).toBe('submitted');
    await desk.send('x'.repeat(501), { replyTo: question });
    expect(read(desk.last())).toContain('501 characters, and the reason can have at most 500');
    const why = 'The <b>photo</b> is of another place';
    await desk.send(why, { replyTo: question });
    expect((await store.reports.read(report.id))?.rejection).toEqual({ reason: 'other', words: why });
    await until(() => now(desk, card).includes(why));
    await until(() => read(witness.last()).includes(why));
    expect(read(witness.last())).not.toContain('Another reason');
  });

  test('ends with /cancel', async () => {
    const { product, desk, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await desk.press(card, 'Reject');
    await desk.press(card, 'In my own words…');
    const question = desk.last();
    await desk.send('/cancel');
    expect(read(desk.last())).toContain('Cancelled');
    await desk.send('Too late', { replyTo: question });
    expect((await store.reports.read(report.id))?.status).toBe('submitted');
  });

  test('works in a private chat with the next message, and leaves a draft of the moderator alone', async () => {
    const { product, moderator, witness, store, deps } = await startDesk();
    const report = await submit(product, witness);
    await moderator.send('/queue');
    await moderator.press('1. Malokaterynivka');
    await moderator.press('Reject');
    await moderator.press('In my own words…');
    await moderator.sticker();
    expect(read(moderator.last())).toContain('Please write the reason as text');
    await moderator.send('Not enough to go on');
    expect((await store.reports.read(report.id))?.rejection?.words).toBe('Not enough to go on');
    expect((await store.chats.read(deps.identity.chatKey(moderator.id)))?.pendingInput).toBeUndefined();
    const card = moderator.messages().find(({ text }) => text?.startsWith('Report '));
    expect(card && now(moderator, card)).toContain('Not enough to go on');
    await moderator.send('And this is no reason any more');
    expect((await store.reports.read(report.id))?.version).toBe(2);
  });

  test.each([
    ['a reason', ['Reject', 'In my own words…']],
    ['a question', ['Ask', 'In my own words…']],
  ])('%s is never what somebody else wrote: forwarded, or below a photo', async (_, presses) => {
    const { product, moderator, reader, witness, store } = await startDesk();
    const report = await submit(product, witness);
    await moderator.send('/queue');
    await moderator.press('1. Malokaterynivka');
    for (const label of presses) await moderator.press(label);
    await moderator.forward({ type: 'user', sender_user: reader.user, date: 1 }, 'Somebody else’s words');
    expect(read(moderator.last())).toContain('was not taken as your words');
    await moderator.forwardPost({
      channel: { title: 'News', username: 'news' },
      message_id: 1,
      date: 1,
      text: 'A channel’s',
    });
    expect(read(moderator.last())).toContain('was not taken as your words');
    await moderator.photo(undefined, { caption: 'A caption' });
    expect(await store.reports.read(report.id)).toMatchObject({ version: 1, status: 'submitted' });
    await moderator.send('My own words');
    expect(JSON.stringify(await store.reports.read(report.id))).toContain('My own words');
  });

  test('is forgotten when the moderator begins something else in private', async () => {
    const { product, moderator, witness, store } = await startDesk();
    const report = await submit(product, witness);
    await moderator.send('/queue');
    await moderator.press('1. Malokaterynivka');
    await moderator.press('Reject');
    await moderator.press('In my own words…');
    await moderator.send('/queue');
    await moderator.send('Kramatorsk');
    expect((await store.reports.read(report.id))?.status).toBe('submitted');
  });
});
