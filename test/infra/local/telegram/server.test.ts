import { InlineKeyboard } from 'grammy';
import { expect, test } from 'vitest';
import { startBot } from './bot.ts';

test('a person writes, the bot answers with a button, the press is answered with a note', async () => {
  const { telegram, updates } = await startBot(async (update, api, secret) => {
    expect(secret).toBe('secret');
    if (update.message) {
      await api.sendMessage(update.message.chat.id, '<b>Hello</b> &amp; welcome', {
        parse_mode: 'HTML',
        reply_markup: new InlineKeyboard().text('Yes', 'yes'),
      });
    }
    if (update.callback_query?.message) {
      const { id, message } = update.callback_query;
      await api.editMessageText(message.chat.id, message.message_id, 'Thank you');
      await api.answerCallbackQuery(id, { text: 'Noted', show_alert: true });
    }
    return 200;
  });
  const olena = telegram.user({ first_name: 'Olena', language_code: 'uk' });
  await olena.start();
  expect(olena.last().text).toBe('Hello & welcome');
  expect(olena.last().entities).toEqual([{ type: 'bold', offset: 0, length: 5 }]);
  expect(olena.buttons()).toEqual([['Yes']]);
  const answer = await olena.press('Yes');
  expect(answer).toMatchObject({ text: 'Noted', alert: true });
  expect(olena.toasts).toEqual([{ userId: olena.id, text: 'Noted', alert: true }]);
  expect(olena.messages().map(message => message.text)).toEqual(['/start', 'Thank you']);
  expect(updates[0]?.message?.entities).toEqual([{ type: 'bot_command', offset: 0, length: 6 }]);
  expect(updates[1]?.callback_query).toMatchObject({ data: 'yes', from: { language_code: 'uk' } });
  expect(telegram.calls.map(call => call.method)).toEqual([
    'setWebhook',
    'sendMessage',
    'editMessageText',
    'answerCallbackQuery',
  ]);
});
