import { expect, test } from 'vitest';
import { startBot } from './bot.ts';

test('the next call of a method fails as told, and only that', async () => {
  const { telegram, api } = await startBot();
  const olena = telegram.user({ first_name: 'Olena' });
  await olena.start();
  telegram.faults.next('sendMessage', { kind: 'error', code: 429, retryAfter: 7 });
  telegram.faults.next('sendMessage', { kind: 'error', code: 500 });
  await api.getMe();
  await expect(api.sendMessage(olena.id, 'x')).rejects.toMatchObject({
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  });
  await expect(api.sendMessage(olena.id, 'x')).rejects.toMatchObject({ error_code: 500 });
  await api.sendMessage(olena.id, 'x');
  expect(olena.messages()).toHaveLength(2);
  expect(telegram.calls.filter(call => call.error).map(call => call.error?.code)).toEqual([429, 500]);
});

test('a connection is cut before a call took effect, or after', async () => {
  const { telegram, api } = await startBot();
  const olena = telegram.user({ first_name: 'Olena' });
  await olena.start();
  telegram.faults.next('*', { kind: 'drop', when: 'before' });
  await expect(api.sendMessage(olena.id, 'lost')).rejects.toThrow('Network request');
  telegram.faults.next('*', { kind: 'drop', when: 'after' });
  await expect(api.sendMessage(olena.id, 'there')).rejects.toThrow('Network request');
  expect(olena.messages().map(({ text }) => text)).toEqual(['/start', 'there']);
});

test('an update comes twice with one update_id', async () => {
  const { telegram, updates } = await startBot();
  telegram.faults.nextUpdate('duplicate');
  await telegram.user({ first_name: 'Olena' }).send('x');
  expect(updates).toHaveLength(2);
  expect(updates[0]).toEqual(updates[1]);
});

test('two updates change places', async () => {
  const { telegram, updates } = await startBot();
  const olena = telegram.user({ first_name: 'Olena' });
  telegram.faults.nextUpdate('reorder');
  await Promise.all([olena.send('1'), olena.send('2'), olena.send('3')]);
  expect(updates.map(({ message }) => message?.text)).toEqual(['2', '1', '3']);
});

test('in an outage nothing gets through, and afterwards everything', async () => {
  const { telegram, api, updates } = await startBot();
  const olena = telegram.user({ first_name: 'Olena' });
  telegram.faults.outage(150);
  const sent = olena.send('x');
  await expect(api.getMe()).rejects.toThrow('Network request');
  expect(updates).toHaveLength(0);
  await sent;
  expect(updates).toHaveLength(1);
  await api.getMe();
});

test('twenty messages a minute go to a group, edits too; thirty a second in all', async () => {
  const { telegram, api } = await startBot();
  const olena = telegram.user({ first_name: 'Olena' });
  await olena.start();
  const group = await telegram.group({ title: 'Moderators', members: [olena], bot: 'member' });
  const { message_id } = await api.sendMessage(group.id, 'first');
  for (let count = 2; count <= 20; count += 1)
    await api.editMessageText(group.id, message_id, `edit ${count}`);
  await expect(api.sendMessage(group.id, 'x')).rejects.toMatchObject({
    error_code: 429,
    parameters: { retry_after: 60 },
  });
  for (let count = 21; count <= 30; count += 1) await api.sendMessage(olena.id, `private ${count}`);
  await expect(api.sendMessage(olena.id, 'x')).rejects.toMatchObject({ error_code: 429 });
  telegram.advance(60_001);
  await api.sendMessage(group.id, 'x');
  telegram.limits.enabled = false;
  for (let count = 0; count < 40; count += 1) await api.sendMessage(group.id, 'x');
});

test('faults are armed over HTTP too', async () => {
  const { telegram, api } = await startBot();
  const response = await fetch(`${telegram.url}/control/fault`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ method: 'getMe', fault: { kind: 'error', code: 502 }, times: 1 }),
  });
  expect(response.ok).toBe(true);
  await expect(api.getMe()).rejects.toMatchObject({ error_code: 502 });
  await api.getMe();
});
