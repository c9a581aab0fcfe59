import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InlineKeyboard, Keyboard } from 'grammy';
import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { methodNames } from '../../../../infra/local/telegram/bot-api/methods.ts';
import { startBot, token } from './bot.ts';

/** Telegram with Olena, who started the bot, and a group of hers where the bot is a member. */
async function startChats() {
  const started = await startBot();
  const { telegram, api } = started;
  const olena = telegram.user({ first_name: 'Olena' });
  await olena.start();
  const group = await telegram.group({ title: 'Moderators', members: [olena], bot: 'member' });
  return {
    ...started,
    olena,
    group,
    send: (text: string, other = {}) => api.sendMessage(olena.id, text, other),
  };
}

/** The id of the file in a message. */
function fileId(message: Message): string {
  const { photo, video, video_note, animation, voice, audio, document } = message;
  const file = photo?.at(-1) ?? video ?? video_note ?? animation ?? voice ?? audio ?? document;
  return file?.file_id ?? '';
}

test('what the code calls is served, and nothing else', async () => {
  const called = new Set<string>();
  for (const folder of ['bot', 'infra/commands', 'infra/local']) {
    for (const file of await readdir(folder, { recursive: true })) {
      const isStandIn = folder === 'infra/local' && file.startsWith('telegram/');
      if (isStandIn || !file.endsWith('.ts')) continue;
      const code = await readFile(join(folder, file), 'utf8');
      for (const [, method] of code.matchAll(/\b(?:api|ctx|\}\))\s*\.([a-z]+[A-Z]\w+)\(/g))
        called.add(method ?? '');
    }
  }
  const isMethod = (name: string) =>
    /^(get(Me|Updates|WebhookInfo)|(set|delete|send|edit|answer|leave)[A-Z]\w+)$/.test(name);
  expect([...called].filter(isMethod).toSorted()).toEqual(methodNames.toSorted());
});

test('a wrong token and an unknown method are refused; method names may be in any case', async () => {
  const { telegram } = await startBot();
  const get = async (path: string) => {
    const response = await fetch(`${telegram.url}${path}`);
    return [response.status, ((await response.json()) as { description?: string }).description];
  };
  expect(await get('/bot1:wrong/getMe')).toEqual([401, 'Unauthorized']);
  expect(await get(`/bot${token}/sendRocket`)).toEqual([404, 'Not Found: method not found']);
  expect(await get(`/bot${token}/getme`)).toEqual([200, undefined]);
  expect(await get(`/bot${token}/sendMessage?chat_id=1`)).toEqual([400, 'Bad Request: chat not found']);
});

test('JSON, urlencoded and multipart bodies are understood alike', async () => {
  const { telegram, olena } = await startChats();
  const url = `${telegram.url}/bot${token}/sendMessage`;
  const fields = { chat_id: String(olena.id), text: 'Добрий день' };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const bodies = [
    { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } },
    { body: new URLSearchParams(fields) },
    { body: form },
  ];
  for (const init of bodies) expect((await fetch(url, { method: 'POST', ...init })).status).toBe(200);
  expect(olena.messages().map(({ text }) => text)).toEqual(['/start', ...Array(3).fill('Добрий день')]);
});

test('texts are 1 to 4096 characters after parsing', async () => {
  const { send } = await startChats();
  await send('я'.repeat(4096));
  await send(`<b>${'&lt;'.repeat(4096)}</b>`, { parse_mode: 'HTML' });
  await expect(send('я'.repeat(4097))).rejects.toThrow('Bad Request: message is too long');
  await expect(send('')).rejects.toThrow('Bad Request: message text is empty');
  await expect(send(' \n ')).rejects.toThrow('Bad Request: text must be non-empty');
  await expect(send('a < b', { parse_mode: 'HTML' })).rejects.toThrow("can't parse entities");
  await expect(send('a', { parse_mode: 'BBCode' })).rejects.toThrow('Bad Request: unsupported parse_mode');
});

test.each([
  [[[{ text: 'x', callback_data: 'ї'.repeat(33) }]], 'BUTTON_DATA_INVALID'],
  [[[{ text: '', callback_data: 'x' }]], 'inline keyboard button text must be non-empty'],
  [[[{ text: 'x', callback_data: '' }]], 'Text buttons are unallowed in the inline keyboard'],
  [[[{ text: 'x', rocket: 'x' }]], 'Text buttons are unallowed in the inline keyboard'],
  [[[{ text: 'x', url: 'http://localhost' }]], 'Wrong HTTP URL'],
  [[[{ text: 'x', callback_data: 'x', style: 'loud' }]], 'invalid button style specified'],
  [[{ text: 'x', callback_data: 'x' }], 'must be an Array of Arrays'],
])('a keyboard %j is refused', async (inline_keyboard, why) => {
  const { send } = await startChats();
  await expect(send('x', { reply_markup: { inline_keyboard } })).rejects.toThrow(why);
});

test('buttons of 64 bytes, links and coloured ones are accepted', async () => {
  const { send, olena } = await startChats();
  const row = [
    { text: 'a', callback_data: 'ї'.repeat(32) },
    { text: 'b', url: 'https://example.org' },
    { text: 'c', callback_data: 'c', style: 'danger' },
  ];
  await send('x', { reply_markup: { inline_keyboard: [row] } });
  expect(olena.buttons()).toEqual([['a', 'b', 'c']]);
  await expect(olena.press('b')).rejects.toThrow('tells the bot nothing');
});

test('an edit that changes nothing is refused; own messages with inline keyboards only can be edited', async () => {
  const { send, api, olena, group } = await startChats();
  const { message_id } = await send('<b>x</b>', {
    parse_mode: 'HTML',
    reply_markup: new InlineKeyboard().text('a'),
  });
  const edit = (id: number, text: string, other = {}) => api.editMessageText(olena.id, id, text, other);
  await edit(message_id, 'x');
  await expect(edit(message_id, 'x')).rejects.toThrow('Bad Request: message is not modified: ');
  await expect(edit(999, 'x')).rejects.toThrow('Bad Request: message to edit not found');
  const keyboard = await send('x', { reply_markup: new Keyboard().text('Skip') });
  await expect(edit(keyboard.message_id, 'y')).rejects.toThrow("Bad Request: message can't be edited");
  const hers = await olena.send('mine');
  await expect(edit(hers.message_id, 'y')).rejects.toThrow("Bad Request: message can't be edited");
  const hersToo = await olena.photo();
  const photo = await api.sendPhoto(olena.id, fileId(hersToo));
  await expect(edit(photo.message_id, 'y')).rejects.toThrow(
    'Bad Request: there is no text in the message to edit',
  );
  const inGroup = await olena.in(group).send('/queue');
  await expect(api.editMessageText(group.id, inGroup.message_id, 'y')).rejects.toThrow("can't be edited");
});

test('messages older than 48 hours, and those of others in a group, cannot be deleted', async () => {
  const { telegram, send, api, olena, group } = await startChats();
  const { message_id } = await send('x');
  const hers = await olena.in(group).send('/queue');
  await expect(api.deleteMessage(group.id, hers.message_id)).rejects.toThrow("message can't be deleted");
  await expect(api.deleteMessage(olena.id, 999)).rejects.toThrow('message to delete not found');
  await api.deleteMessage(olena.id, olena.messages()[0]?.message_id ?? 0);
  expect(olena.messages()).toHaveLength(1);
  telegram.advance(49 * 3600 * 1000);
  await expect(api.deleteMessage(olena.id, message_id)).rejects.toThrow(
    "message can't be deleted for everyone",
  );
});

test('a callback query is answered once, in time, with at most 200 characters', async () => {
  const { telegram, api, olena, send, updates } = await startChats();
  await send('x', { reply_markup: new InlineKeyboard().text('Go', 'go') });
  expect(await olena.press('Go')).toBeUndefined();
  const id = updates.at(-1)?.callback_query?.id ?? '';
  await expect(api.answerCallbackQuery(id, { text: 'x'.repeat(201) })).rejects.toThrow('MESSAGE_TOO_LONG');
  await api.answerCallbackQuery(id, { text: 'ok' });
  const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
  await expect(api.answerCallbackQuery(id)).rejects.toThrow(tooOld);
  await expect(api.answerCallbackQuery('1')).rejects.toThrow(tooOld);
  await olena.press('Go');
  telegram.advance(151_000);
  await expect(api.answerCallbackQuery(updates.at(-1)?.callback_query?.id ?? '')).rejects.toThrow(tooOld);
});

test('the bot cannot write to whom did not start it, to whom blocked it, or where it is no member', async () => {
  const { telegram, api, olena, group, send, updates } = await startChats();
  const stranger = telegram.user({ first_name: 'Stranger' });
  await expect(api.sendMessage(stranger.id, 'x')).rejects.toThrow(
    "Forbidden: bot can't initiate conversation with a user",
  );
  await expect(api.sendMessage(1, 'x')).rejects.toThrow('Bad Request: chat not found');
  await olena.block();
  expect(updates.at(-1)?.my_chat_member?.new_chat_member.status).toBe('kicked');
  await expect(send('x')).rejects.toThrow('Forbidden: bot was blocked by the user');
  await olena.unblock();
  await send('x');
  await group.removeBot();
  await expect(api.sendMessage(group.id, 'x')).rejects.toThrow(
    'Forbidden: bot was kicked from the supergroup chat',
  );
  const quiet = await telegram.group({ title: 'Quiet', members: [olena] });
  await expect(api.sendMessage(quiet.id, 'x')).rejects.toThrow(
    'Forbidden: bot is not a member of the supergroup chat',
  );
});

test('an upgraded group answers with its new id', async () => {
  const { telegram, api, olena, updates } = await startChats();
  const basic = await telegram.group({ title: 'Basic', type: 'group', members: [olena], bot: 'member' });
  const upgraded = await basic.upgrade();
  await expect(api.sendMessage(basic.id, 'x')).rejects.toMatchObject({
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: upgraded.id },
  });
  await api.sendMessage(upgraded.id, 'x');
  expect(updates.some(({ message }) => message?.migrate_to_chat_id === upgraded.id)).toBe(true);
});

test('protected content and forced replies keep their marks; a selective one is for those it mentions', async () => {
  const { telegram, send, api, olena, group } = await startChats();
  const reply_markup = { force_reply: true, input_field_placeholder: 'Reason', selective: true } as const;
  expect(await send('Why?', { protect_content: true, reply_markup })).toMatchObject({
    has_protected_content: true,
  });
  expect(olena.keyboard()).toMatchObject({ force_reply: true });
  const marko = telegram.user({ first_name: 'Marko' });
  await group.addMember(marko);
  const text = `<a href="tg://user?id=${marko.id}">Marko</a>: why?`;
  await api.sendMessage(group.id, text, { parse_mode: 'HTML', reply_markup });
  expect(marko.in(group).keyboard()).toMatchObject({ force_reply: true });
  expect(olena.in(group).keyboard()).toBeUndefined();
});

test('a reply keyboard stays open; a one-time keyboard until the next message', async () => {
  const { send, olena } = await startChats();
  const keyboard = new Keyboard().requestLocation('Share').row().text('Skip');
  await send('Where?', { reply_markup: keyboard });
  await olena.press('Skip');
  expect(olena.messages().at(-1)?.text).toBe('Skip');
  expect(olena.keyboard()).toMatchObject({ keyboard: [[{ text: 'Share' }], [{ text: 'Skip' }]] });
  await send('Where?', { reply_markup: keyboard.oneTime() });
  await olena.press('Skip');
  expect(olena.keyboard()).toBeUndefined();
});

test('a file is sent again by its id, as what it was sent as', async () => {
  const { api, olena, updates } = await startChats();
  const sent = {
    photo: await olena.photo(),
    video: await olena.video(),
    video_note: await olena.videoNote(),
    animation: await olena.animation(),
    voice: await olena.voice(),
    audio: await olena.audio(),
    document: await olena.document(),
  };
  const resend: Record<keyof typeof sent, (id: string) => Promise<Message>> = {
    photo: id => api.sendPhoto(olena.id, id),
    video: id => api.sendVideo(olena.id, id),
    video_note: id => api.sendVideoNote(olena.id, id),
    animation: id => api.sendAnimation(olena.id, id),
    voice: id => api.sendVoice(olena.id, id),
    audio: id => api.sendAudio(olena.id, id),
    document: id => api.sendDocument(olena.id, id),
  };
  const kinds = Object.keys(sent) as (keyof typeof sent)[];
  for (const kind of kinds) {
    const id = fileId(sent[kind]);
    expect(fileId(await resend[kind](id))).toBe(id);
    for (const other of kinds.filter(name => name !== kind))
      await expect(resend[other](id)).rejects.toThrow(/can't use file of type \w+ as \w+/);
  }
  expect(updates.at(-1)?.message?.document).toBeDefined();
  const photo = fileId(sent.photo);
  await expect(api.sendPhoto(olena.id, 'unknown')).rejects.toThrow('wrong file identifier');
  await expect(api.sendPhoto(olena.id, photo, { caption: 'x'.repeat(1025) })).rejects.toThrow(
    'caption is too long',
  );
});

test('an album holds photos and videos, or only audio, or only documents', async () => {
  const { api, olena } = await startChats();
  const [photo, video, audio] = [await olena.photo(), await olena.video(), await olena.audio()].map(fileId);
  const album = await api.sendMediaGroup(olena.id, [
    { type: 'photo', media: photo ?? '', caption: '<b>one</b>', parse_mode: 'HTML' },
    { type: 'video', media: video ?? '' },
  ]);
  const shown = olena.messages().slice(-2);
  expect(shown[0]?.media_group_id).toBe(shown[1]?.media_group_id);
  expect(album[0]).toMatchObject({ caption: 'one', caption_entities: [{ type: 'bold' }] });
  const mixed = [
    { type: 'photo' as const, media: photo ?? '' },
    { type: 'audio' as const, media: audio ?? '' },
  ];
  await expect(api.sendMediaGroup(olena.id, mixed as never)).rejects.toThrow(
    "audio can't be mixed with other media types",
  );
});

test('commands are listed for the scope and language of the person', async () => {
  const { telegram, api, olena, group } = await startChats();
  const marko = telegram.user({ first_name: 'Marko', language_code: 'uk' });
  const list = (command: string) => [{ command, description: command }];
  await api.setMyCommands(list('any'));
  await api.setMyCommands(list('private'), { scope: { type: 'all_private_chats' } });
  await api.setMyCommands(list('pryvatno'), { scope: { type: 'all_private_chats' }, language_code: 'uk' });
  await api.setMyCommands(list('queue'), { scope: { type: 'chat', chat_id: group.id } });
  expect(olena.commands()).toEqual(list('private'));
  expect(marko.commands()).toEqual(list('pryvatno'));
  expect(olena.in(group).commands()).toEqual(list('queue'));
  await expect(api.setMyCommands(list('Wrong!'))).rejects.toThrow('BOT_COMMAND_INVALID');
  await expect(api.setMyDescription('x'.repeat(513))).rejects.toThrow('too long');
});
