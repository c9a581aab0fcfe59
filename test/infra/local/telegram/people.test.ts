import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { samplePhoto } from '../../../../infra/local/telegram/people/sample.ts';
import { startTelegram } from '../../../../infra/local/telegram/server.ts';
import { startBot, token } from './bot.ts';

test('every kind of message has the shape of the Bot API', async () => {
  const { telegram, updates } = await startBot();
  const olena = telegram.user({ first_name: 'Olena', username: 'olena', language_code: 'uk' });
  const latest = () => updates.at(-1)?.message;
  const message = await olena.start('r_123');
  expect(latest()).toMatchObject({
    text: '/start r_123',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    from: { id: olena.id, is_bot: false, first_name: 'Olena', username: 'olena', language_code: 'uk' },
    chat: { id: olena.id, type: 'private', first_name: 'Olena', username: 'olena' },
  });
  expect(String(olena.id)).toMatch(/^\d{9,10}$/);
  await olena.location(48.7, 37.5, { accuracy: 20 });
  expect(latest()?.location).toEqual({ latitude: 48.7, longitude: 37.5, horizontal_accuracy: 20 });
  await olena.venue(48.7, 37.5, 'School', 'Main street 1');
  expect(latest()).toMatchObject({ venue: { title: 'School' }, location: { latitude: 48.7 } });
  const live = await olena.liveLocation(48.7, 37.5, 900);
  await olena.moveLocation(live, 48.8, 37.6);
  expect(updates.at(-1)?.edited_message).toMatchObject({
    message_id: live.message_id,
    location: { latitude: 48.8, live_period: 900 },
  });
  await olena.edit(message, 'changed');
  expect(updates.at(-1)?.edited_message).toMatchObject({ text: 'changed', message_id: message.message_id });
  await olena.photo(samplePhoto(), { caption: 'sky', replyTo: live });
  expect(latest()).toMatchObject({ caption: 'sky', photo: [{ width: 90 }, { width: 320 }] });
  expect(latest()?.reply_to_message?.message_id).toBe(live.message_id);
  await olena.videoNote();
  expect(latest()?.video_note).toMatchObject({ length: 240 });
  await olena.animation();
  expect(latest()).toMatchObject({ animation: { duration: 3 }, document: { mime_type: 'video/mp4' } });
  await olena.audio();
  expect(latest()?.audio).toMatchObject({ mime_type: 'audio/mpeg' });
  await olena.video();
  expect(latest()?.video).toMatchObject({ mime_type: 'video/mp4' });
  await olena.voice();
  expect(latest()?.voice).toMatchObject({ mime_type: 'audio/ogg' });
  await olena.sticker();
  expect(latest()?.sticker).toMatchObject({ type: 'regular' });
  await olena.contact({ phone_number: '+380501234567', first_name: 'Marko', user_id: 5 });
  expect(latest()?.contact).toMatchObject({ user_id: 5 });
  const channel = { title: 'OVA', username: 'ova' };
  await olena.forwardPost({ channel, message_id: 7, date: 1_700_000_000, text: 'post' });
  expect(latest()).toMatchObject({
    text: 'post',
    forward_origin: {
      type: 'channel',
      chat: { type: 'channel', ...channel },
      message_id: 7,
      date: 1_700_000_000,
    },
  });
  const sent = await olena.album([samplePhoto(), samplePhoto(), samplePhoto()], { caption: 'three' });
  expect(new Set(sent.map(({ media_group_id }) => media_group_id)).size).toBe(1);
  expect(sent.map(({ caption }) => caption)).toEqual(['three', undefined, undefined]);
  const numbers = olena.messages().map(({ message_id }) => message_id);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('a text above 4096 characters goes as two messages, as clients send it', async () => {
  const { telegram, updates } = await startBot();
  await telegram.user({ first_name: 'Olena' }).send('x'.repeat(5000));
  expect(updates.map(({ message }) => message?.text?.length)).toEqual([4096, 904]);
});

test('in a group the bot sees commands, replies to it and mentions of it, and as an administrator everything', async () => {
  const { telegram, api, updates } = await startBot();
  const marko = telegram.user({ first_name: 'Marko' });
  const group = await telegram.group({ title: 'Moderators', members: [marko], bot: 'member' });
  expect(group.id).toBeLessThan(-1_000_000_000_000);
  const joined = updates.map(update => Object.keys(update)[1]);
  expect(joined.toSorted()).toEqual(['message', 'my_chat_member']);
  const inGroup = marko.in(group);
  const card = await api.sendMessage(group.id, 'card');
  const seen = async (act: Promise<unknown>) => {
    const before = updates.length;
    await act;
    return updates.length > before;
  };
  expect(await seen(inGroup.send('hello all'))).toBe(false);
  expect(await seen(inGroup.send('/queue'))).toBe(true);
  expect(await seen(inGroup.send('/queue@svidok_bot'))).toBe(true);
  expect(await seen(inGroup.send('/queue@other_bot'))).toBe(false);
  expect(await seen(inGroup.send('because', { replyTo: card }))).toBe(true);
  expect(await seen(inGroup.send('ask @svidok_bot'))).toBe(true);
  await group.addBot('administrator');
  expect(await seen(inGroup.send('hello all'))).toBe(true);
  await group.removeBot();
  expect(updates.at(-1)?.my_chat_member?.new_chat_member.status).toBe('kicked');
  expect(await seen(inGroup.send('/queue'))).toBe(false);
});

test('a press carries the message as it is, a deleted one as inaccessible, a forged one any data', async () => {
  const { telegram, api, updates } = await startBot();
  const olena = telegram.user({ first_name: 'Olena' });
  await olena.start();
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'data' }]] };
  const message = await api.sendMessage(olena.id, 'x', { reply_markup });
  await olena.press(message, 'data');
  const pressed = updates.at(-1)?.callback_query;
  expect(pressed).toMatchObject({ data: 'data', message: { text: 'x', reply_markup } });
  expect(pressed?.chat_instance).toMatch(/^-?\d{10,20}$/);
  await olena.forge(message, 'anything');
  expect(updates.at(-1)?.callback_query).toMatchObject({ data: 'anything' });
  await api.deleteMessage(olena.id, message.message_id);
  await olena.press(message, 'a');
  expect(updates.at(-1)?.callback_query?.message).toEqual({
    chat: message.chat,
    message_id: message.message_id,
    date: 0,
  });
});

test('a restart keeps people, chats, files, the webhook and the updates that wait', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'telegram-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dataFile = join(folder, 'telegram.json');
  const users = [{ id: 412345678, first_name: 'Olena' }];
  const groups = [
    { id: -1_001_111_111_111, title: 'Moderators', members: [{ id: 412345678 }], bot: 'member' as const },
  ];
  const first = await startTelegram({ token, dataFile, users, groups });
  const photo = await first.user({ id: 412345678, first_name: '' }).photo();
  await first.stop();
  const second = await startTelegram({ token, dataFile, users, groups });
  onTestFinished(() => second.stop());
  const olena = second.user({ id: 412345678, first_name: '' });
  expect(olena.messages()).toEqual([photo]);
  const id = photo.photo?.at(-1)?.file_id;
  const response = await fetch(`${second.url}/media/${id}`);
  expect((await response.arrayBuffer()).byteLength).toBe(samplePhoto().bytes.length);
  const waiting = await fetch(`${second.url}/bot${token}/getUpdates`);
  const { result } = (await waiting.json()) as { result: Record<string, unknown>[] };
  expect(result.map(update => Object.keys(update)[1]).toSorted()).toEqual([
    'message',
    'message',
    'my_chat_member',
  ]);
});

test('people act over HTTP as they do from code', async () => {
  const { telegram, updates } = await startBot();
  const olena = telegram.user({ first_name: 'Olena' });
  const act = async (action: string, fields: object) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ user: olena.id, ...fields });
    return fetch(`${telegram.url}/control/${action}`, { method: 'POST', headers, body });
  };
  await act('send', { text: '{"not": "a field"}' });
  expect(updates.at(-1)?.message?.text).toBe('{"not": "a field"}');
  await act('location', { latitude: 48.7, longitude: 37.5, live: true });
  expect(updates.at(-1)?.message?.location?.live_period).toBe(900);
  expect((await act('press', { message_id: 999, data: 'x' })).status).toBe(400);
  expect((await act('fly', {})).status).toBe(404);
  const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } };
  expect((await fetch(`${telegram.url}/control/outage?ms=1000`, foreign)).status).toBe(403);
});
