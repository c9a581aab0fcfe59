import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { samplePhoto } from '../../../../infra/local/telegram/people/sample.ts';
import { startBot } from './bot.ts';

function textOf(update: Update): string {
  return update.message?.text ?? update.callback_query?.data ?? Object.keys(update)[1] ?? '';
}

test('messages of one chat come one after another, in order, also when one takes long', async () => {
  const running = new Set<string>();
  let together = 0;
  const { telegram, updates } = await startBot(async update => {
    running.add(textOf(update));
    together = Math.max(together, running.size);
    await new Promise(resolve => setImmediate(resolve));
    running.delete(textOf(update));
    return 200;
  });
  const olena = telegram.user({ first_name: 'Olena' });
  await Promise.all(['1', '2', '3', '4'].map(text => olena.send(text)));
  expect(updates.map(textOf)).toEqual(['1', '2', '3', '4']);
  expect(together).toBe(1);
});

test("a person's message and button press, and two persons' messages, are on their way at the same time", async () => {
  const gate = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  let waiting = 0;
  const { telegram, api } = await startBot(async update => {
    if (update.message?.text === '/start') return 200;
    waiting += 1;
    if (waiting === 3) arrived.resolve();
    await gate.promise;
    return 200;
  });
  const olena = telegram.user({ first_name: 'Olena' });
  const marko = telegram.user({ first_name: 'Marko' });
  await olena.start();
  await api.sendMessage(olena.id, 'x', {
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] },
  });
  const all = Promise.all([olena.send('text'), olena.press('a'), marko.send('hello')]);
  await arrived.promise;
  expect(telegram.deliveries).toHaveLength(1);
  gate.resolve();
  await all;
});

test('presses of one person wait for each other, those of two moderators in one group do not', async () => {
  const gate = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const pressed: (number | undefined)[] = [];
  const { telegram, api } = await startBot(async update => {
    if (!update.callback_query) return 200;
    pressed.push(update.callback_query.from.id);
    if (pressed.length === 2) arrived.resolve();
    await gate.promise;
    return 200;
  });
  const [marko, oksana] = [telegram.user({ first_name: 'Marko' }), telegram.user({ first_name: 'Oksana' })];
  const group = await telegram.group({ title: 'Moderators', members: [marko, oksana], bot: 'administrator' });
  const card = await api.sendMessage(group.id, 'card', {
    reply_markup: { inline_keyboard: [[{ text: 'Approve', callback_data: 'a' }]] },
  });
  const presses = [marko, marko, oksana].map(person => person.in(group).press(card, 'Approve'));
  await arrived.promise;
  expect(new Set(pressed)).toEqual(new Set([marko.id, oksana.id]));
  gate.resolve();
  await Promise.all(presses);
  expect(pressed).toHaveLength(3);
});

test('no more than max_connections updates are on their way at once', async () => {
  let running = 0;
  let most = 0;
  const { telegram, api, webhook } = await startBot(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(resolve => setTimeout(resolve, 2));
    running -= 1;
    return 200;
  });
  await api.setWebhook(webhook, { max_connections: 2 });
  const people = Array.from({ length: 6 }, (_, index) => telegram.user({ first_name: `P${index}` }));
  await Promise.all(people.map(person => person.send('x')));
  expect(most).toBe(2);
});

test('a failing update is sent again, at once and then with growing pauses, and holds up its chat only', async () => {
  let failures = 3;
  const { telegram, updates } = await startBot(update => {
    if (update.message?.text !== 'bad') return 200;
    failures -= 1;
    return failures >= 0 ? 503 : 200;
  });
  const olena = telegram.user({ first_name: 'Olena' });
  const marko = telegram.user({ first_name: 'Marko' });
  await Promise.all([olena.send('bad'), olena.send('after'), marko.send('aside')]);
  expect(updates.filter(update => update.message?.from.id === olena.id).map(textOf)).toEqual([
    'bad',
    'bad',
    'bad',
    'bad',
    'after',
  ]);
  expect(telegram.deliveries.find(({ update }) => textOf(update) === 'bad')).toMatchObject({
    outcome: 'delivered',
    attempts: [503, 503, 503, 200],
  });
  expect(telegram.deliveries[0]?.update.message?.from.id).toBe(marko.id);
});

test('an update that would expire before the time in Retry-After is given up: a press after 150 s, a message after a day', async () => {
  let isUp = true;
  const { telegram, api } = await startBot(() => (isUp ? 200 : { status: 503, retryAfter: 200 }), {
    secondMs: 1000,
  });
  const olena = telegram.user({ first_name: 'Olena' });
  await olena.start();
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] };
  await api.sendMessage(olena.id, 'x', { reply_markup });
  isUp = false;
  await olena.press('a');
  expect(telegram.deliveries.at(-1)).toMatchObject({ outcome: 'expired', attempts: [503] });
  const lost = olena.send('lost');
  telegram.advance(86_400_001);
  await lost;
  expect(telegram.deliveries.at(-1)).toMatchObject({ outcome: 'expired' });
});

test('the connection is cut when no answer comes, and the update sent again', async () => {
  let calls = 0;
  const { telegram } = await startBot(
    async () => {
      calls += 1;
      if (calls === 1) await new Promise(resolve => setTimeout(resolve, 600));
      return 200;
    },
    { answerTimeoutMs: 200 },
  );
  await telegram.user({ first_name: 'Olena' }).send('x');
  expect(telegram.deliveries[0]?.attempts).toEqual([0, 200]);
});

test('an album comes as separate messages, the second after the first was answered', async () => {
  let running = 0;
  const { telegram, updates } = await startBot(async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise(resolve => setImmediate(resolve));
    running -= 1;
    return 200;
  });
  const olena = telegram.user({ first_name: 'Olena' });
  const album = await olena.album([samplePhoto(), samplePhoto(), samplePhoto()]);
  expect(updates.map(({ message }) => message?.message_id)).toEqual(
    album.map(({ message_id }) => message_id),
  );
});

test('without a webhook updates wait for getUpdates, which confirms them by offset; with one it conflicts', async () => {
  const { telegram, api } = await startBot();
  await expect(api.getUpdates()).rejects.toMatchObject({ error_code: 409 });
  await api.deleteWebhook();
  const olena = telegram.user({ first_name: 'Olena' });
  const polling = api.getUpdates({ timeout: 10 });
  await olena.send('one');
  await olena.send('two');
  expect((await polling).map(textOf)[0]).toBe('one');
  const both = await api.getUpdates();
  expect(both.map(textOf)).toEqual(['one', 'two']);
  expect(
    await api.getUpdates({ offset: (both[0]?.update_id ?? 0) + 1, allowed_updates: ['message'] }),
  ).toHaveLength(1);
  await olena.block();
  expect((await api.getWebhookInfo()).pending_update_count).toBe(1);
  await api.getUpdates({ offset: (both[1]?.update_id ?? 0) + 1 });
  await telegram.idle();
});

test('a secret of other characters, or too long, is refused', async () => {
  const { api, webhook } = await startBot();
  await expect(api.setWebhook(webhook, { secret_token: 'a b' })).rejects.toThrow('unallowed characters');
  await expect(api.setWebhook(webhook, { secret_token: 'a'.repeat(257) })).rejects.toThrow('too long');
  await expect(api.setWebhook('nowhere')).rejects.toThrow('invalid webhook URL specified');
});
