import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InlineKeyboard, Keyboard } from 'grammy';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { samplePhoto } from '../../../../infra/local/telegram/people/sample.ts';
import { launchBrowser } from '../../../support/product/browser.ts';
import { type Handler, startBot } from './bot.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const users = [
  { id: 712_345_678, first_name: 'Olena', language_code: 'uk', role: 'witness' },
  { id: 523_456_789, first_name: 'Marko', language_code: 'en', role: 'moderator' },
  { id: 634_567_890, first_name: 'Iryna', language_code: 'en', role: 'reader' },
];
const moderators = {
  id: -1_001_987_654_321,
  title: 'Moderators',
  members: [{ id: 523_456_789 }],
  bot: 'administrator' as const,
};

const places = [{ name: 'Kramatorsk', latitude: 48.72617, longitude: 37.54195 }];

/** The page in a browser, which must show no error of its own. */
async function openPage(handle: Handler, options: BrowserContextOptions = {}) {
  const started = await startBot(handle, { users, groups: [moderators], languages: ['uk', 'ru'], places });
  const context = await browser.newContext({ viewport: { width: 1300, height: 800 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.setDefaultTimeout(5000);
  await page.goto(started.telegram.url);
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  const phone = (name: string) => page.getByRole('region', { name });
  const olena = started.telegram.user({ id: 712_345_678, first_name: 'Olena' });
  return { ...started, page, phone, person: olena, errors };
}

const greeting: Handler = async ({ message, callback_query }, api) => {
  if (message?.text === '/start') {
    const reply_markup = new InlineKeyboard().text('Report', 'report').text('Alert me', 'alert');
    await api.sendMessage(message.chat.id, '<b>Welcome</b>', { parse_mode: 'HTML', reply_markup });
  }
  if (callback_query?.data === 'alert') {
    await api.answerCallbackQuery(callback_query.id, { text: 'Attention', show_alert: true });
  } else if (callback_query?.message) {
    const { chat, message_id } = callback_query.message;
    await api.editMessageText(chat.id, message_id, 'Where was it?');
    await api.answerCallbackQuery(callback_query.id, { text: 'Let us go' });
  }
  return 200;
};

test('three phones stand side by side; Start, a button, a note and an alert work', async () => {
  const { phone, page } = await openPage(greeting);
  const names = ['Olena, witness', 'Marko, moderator', 'Iryna, reader'];
  for (const name of names) await phone(name).getByText('Press Start to begin.').waitFor();
  const shown = await page
    .locator('.phone')
    .evaluateAll(all => all.map(one => one.getAttribute('aria-label')));
  expect(shown).toEqual(names);
  const olena = phone('Olena, witness');
  await olena.getByRole('button', { name: 'Start Svidok' }).click();
  await olena.getByRole('button', { name: 'Alert me' }).click();
  await page.getByRole('dialog').getByText('Attention').waitFor();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await olena.getByRole('button', { name: 'Report' }).click();
  await olena.getByText('Let us go').waitFor();
  await olena.getByText('Where was it?').waitFor();
  await olena.getByText('edited').waitFor();
  expect(await phone('Iryna, reader').getByText('Where was it?').count()).toBe(0);
});

test('everything works by keyboard: Enter sends, Shift and Enter make a new line, Escape leaves a reply', async () => {
  const { phone, person, page } = await openPage(greeting);
  const olena = phone('Olena, witness');
  await olena.getByRole('button', { name: 'Start Svidok' }).focus();
  await page.keyboard.press('Enter');
  const input = olena.getByRole('textbox', { name: 'Message' });
  await input.focus();
  await page.keyboard.type('first');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second');
  await page.keyboard.press('Enter');
  await expect.poll(() => person.messages().at(-1)?.text).toBe('first\nsecond');
  expect(await input.inputValue()).toBe('');
  await olena.getByRole('button', { name: 'Report' }).focus();
  await page.keyboard.press('Space');
  await olena.getByText('Where was it?').waitFor();
  await olena.getByRole('button', { name: 'Reply' }).last().focus();
  await page.keyboard.press('Enter');
  await olena.getByText('Reply to').waitFor();
  await page.keyboard.press('Escape');
  await olena.getByText('Reply to').waitFor({ state: 'hidden' });
  await olena.getByRole('button', { name: 'Attach' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await olena.getByRole('menu').count()).toBe(0);
});

test('hostile text is shown as text, whatever it holds', async () => {
  const { phone, person, api, page } = await openPage(() => 200);
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script> & "quoted"';
  await person.send(hostile);
  await api.sendMessage(712_345_678, hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), {
    parse_mode: 'HTML',
    reply_markup: new InlineKeyboard().text('<b>Bold</b>', 'x').url('Link', 'https://example.org/?a="b"'),
  });
  const olena = phone('Olena, witness');
  await expect.poll(() => olena.getByText(hostile).count()).toBe(2);
  await olena.getByRole('button', { name: '<b>Bold</b>' }).waitFor();
  expect(await page.title()).toBe('Svidok on this computer');
});

test('formatting is shown: bold, code, quotes, links, hidden text', async () => {
  const { phone, person, api } = await openPage(() => 200);
  await person.send('/start');
  await api.sendMessage(
    712_345_678,
    '<b>bold <i>both</i></b> <code>code</code><blockquote>quote</blockquote><a href="https://example.org">link</a> <tg-spoiler>hidden</tg-spoiler>',
    { parse_mode: 'HTML' },
  );
  const text = phone('Olena, witness').locator('.other .text');
  await text.waitFor();
  expect(await text.evaluate(element => element.innerHTML)).toContain('<strong>bold <em>both</em></strong>');
  expect(await text.getByRole('link', { name: 'link' }).getAttribute('href')).toBe('https://example.org/');
  await text.getByRole('button', { name: 'Show hidden text' }).click();
  await text.getByText('hidden').waitFor();
});

test('photos chosen from files go as an album with a caption, a place from the dialog', async () => {
  const { phone, person, page } = await openPage(() => 200);
  const folder = await mkdtemp(join(tmpdir(), 'photos-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = ['a.png', 'b.png'].map(name => join(folder, name));
  for (const file of files) await writeFile(file, samplePhoto().bytes);
  const olena = phone('Olena, witness');
  await olena.getByRole('button', { name: 'Start Svidok' }).click();
  await olena.locator('input[type=file]').first().setInputFiles(files);
  await olena.getByText('b.png', { exact: true }).waitFor();
  await olena.getByRole('textbox', { name: 'Message' }).fill('two of them');
  await olena.getByRole('button', { name: 'Send', exact: true }).click();
  await olena.getByRole('img', { name: 'Photo 2 of 2' }).waitFor();
  const album = person.messages().slice(-2);
  expect(album.map(message => message.caption)).toEqual(['two of them', undefined]);
  expect(album[0]?.media_group_id).toBe(album[1]?.media_group_id);
  await olena.getByRole('button', { name: 'Attach' }).click();
  await olena.getByRole('menuitem', { name: 'Location or venue' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share a place' });
  await dialog.getByRole('button', { name: 'Kramatorsk' }).click();
  await dialog.getByRole('button', { name: 'Send' }).click();
  await olena.getByText('48.72617, 37.54195').waitFor();
  expect(person.messages().at(-1)?.location?.latitude).toBe(48.72617);
});

test('keyboards of the bot, forced replies and commands are there', async () => {
  const { phone, person, api } = await openPage(() => 200);
  await person.send('/start');
  await api.setMyCommands([{ command: 'report', description: 'Tell what you saw' }]);
  await api.sendMessage(712_345_678, 'Where?', {
    reply_markup: new Keyboard().requestLocation('Share my place').row().text('Skip'),
  });
  const olena = phone('Olena, witness');
  await olena.getByRole('button', { name: 'Skip' }).click();
  await expect.poll(() => person.messages().at(-1)?.text).toBe('Skip');
  await api.sendMessage(712_345_678, 'Why?', {
    reply_markup: { force_reply: true, input_field_placeholder: 'Reason' },
  });
  await olena.getByText('Reply to Svidok').waitFor();
  await olena.getByPlaceholder('Reason').fill('because');
  await olena.getByPlaceholder('Reason').press('Enter');
  await expect.poll(() => person.messages().at(-1)?.reply_to_message?.text).toBe('Why?');
  await olena.getByRole('button', { name: 'Commands' }).click();
  await olena.getByRole('menuitem', { name: '/report Tell what you saw' }).click();
  await expect.poll(() => person.messages().at(-1)?.text).toBe('/report');
});

test('a moderator sees how many messages came to the group, and opens it', async () => {
  const { phone, api } = await openPage(() => 200);
  const marko = phone('Marko, moderator');
  await marko.getByText('Press Start to begin.').waitFor();
  await api.sendMessage(moderators.id, 'A new report');
  await marko.getByRole('tab', { name: 'Moderators 1' }).click();
  await marko.getByText('A new report').waitFor();
  await marko.getByRole('textbox', { name: 'Message' }).waitFor();
});

test('on a narrow window the phones are tabs, and nothing is wider than the window', async () => {
  const { phone, page } = await openPage(greeting, { viewport: { width: 360, height: 700 } });
  await phone('Olena, witness').waitFor();
  await phone('Iryna, reader').waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: 'Iryna' }).click();
  await phone('Iryna, reader').getByRole('button', { name: 'Start Svidok' }).click();
  await phone('Iryna, reader').getByText('Welcome').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
});

test.each([
  [1, 31, 37],
  [2, 13, 17],
  [3, 7, 9],
])(
  'labels of %i in a row are cut at 360 px, after %i to %i Cyrillic letters, and never wrapped',
  async (inRow, least, most) => {
    const { phone, person, api } = await openPage(greeting, { viewport: { width: 360, height: 700 } });
    await person.start();
    const text = 'Прилетіло щось невідоме, вибухнуло на вулиці біля школи';
    const row = (label: string) => Array.from({ length: inRow }, () => ({ text: label, callback_data: 'x' }));
    const inline_keyboard = [row(text), ...[least, most].map(length => row(text.slice(0, length)))];
    await api.sendMessage(person.id, 'Що ви бачили?', { reply_markup: { inline_keyboard } });
    const rows = phone('Olena, witness').locator('.message').last().locator('.row');
    await rows.last().waitFor();
    const keys = await rows.evaluateAll(all =>
      all.map(one => {
        const label = one.querySelector('.label');
        return { isCut: label.scrollWidth > label.clientWidth, height: one.clientHeight };
      }),
    );
    expect(keys.map(({ isCut }) => isCut)).toEqual([true, false, true]);
    expect(new Set(keys.map(({ height }) => height)).size).toBe(1);
  },
);

test('the tools show the calls and arm faults', async () => {
  const { page, api, telegram } = await openPage(() => 200);
  await page.getByRole('button', { name: 'Call log and tools' }).click();
  const tools = page.getByRole('complementary', { name: 'Call log and tools' });
  await tools.getByText('setWebhook').click();
  await tools.getByText('"secret_token": "secret"').waitFor();
  await tools.getByText('Faults', { exact: true }).click();
  await tools.getByRole('button', { name: 'server error 500' }).click();
  await tools.getByText('*: error 500').waitFor();
  await expect(api.getMe()).rejects.toMatchObject({ error_code: 500 });
  await page.getByText('500 Internal Server Error').waitFor();
  await tools.getByLabel('Telegram’s limits').uncheck();
  await expect.poll(() => telegram.limits.enabled).toBe(false);
});

test('a change of language, blocking and unblocking reach the bot', async () => {
  const { phone, updates } = await openPage(() => 200);
  const olena = phone('Olena, witness');
  await olena.getByRole('button', { name: 'Start Svidok' }).click();
  await olena.getByRole('combobox', { name: 'Language of the phone' }).selectOption('ru');
  await olena.getByRole('button', { name: 'More' }).click();
  await olena.getByRole('menuitem', { name: 'Block the bot' }).click();
  await olena.getByRole('button', { name: 'Unblock and restart' }).click();
  await expect.poll(() => updates.at(-1)?.message?.text).toBe('/start');
  expect(updates.at(-1)?.message?.from.language_code).toBe('ru');
  expect(updates.map(({ my_chat_member }) => my_chat_member?.new_chat_member.status).filter(Boolean)).toEqual(
    ['administrator', 'kicked', 'member'],
  );
});

test('while the bot is down the page says so, shows what is sent, and delivers it later', async () => {
  let isUp = false;
  const { phone, page, updates } = await openPage(() => (isUp ? 200 : 503));
  const olena = phone('Olena, witness');
  await olena.getByRole('button', { name: 'Start Svidok' }).click();
  const input = olena.getByRole('textbox', { name: 'Message' });
  for (let count = 1; count <= 8; count += 1) {
    await input.fill(`message ${count}`);
    await input.press('Enter');
  }
  await olena.getByText('message 8').waitFor();
  await page.getByText('The bot does not answer').waitFor();
  isUp = true;
  await page.getByText('Ready').waitFor();
  expect(updates.findLast(({ message }) => message?.chat.type === 'private')?.message?.text).toBe(
    'message 8',
  );
});

test('what was typed and chosen is still there when the server was stopped', async () => {
  const { phone, page, errors } = await openPage(greeting);
  const olena = phone('Olena, witness');
  await olena.getByRole('button', { name: 'Start' }).click();
  await olena.getByText('Welcome').waitFor();
  const box = olena.getByRole('textbox', { name: 'Message' });
  await page.route('**/control/**', route => route.fulfill({ status: 503, body: 'It was stopped.' }));
  await box.fill('They shelled the market');
  await box.press('Enter');
  await olena.getByText('It was stopped.').waitFor();
  expect(await box.inputValue()).toBe('They shelled the market');
  // The browser's own line about the refusal, and nothing of the page's.
  expect(errors.splice(0)).toEqual([expect.stringContaining('503')]);
  await page.unroute('**/control/**');
  await box.press('Enter');
  await olena.getByText('They shelled the market').waitFor();
  expect(await box.inputValue()).toBe('');
});
