import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBot } from '../../bot/bot.ts';
import { createLog } from '../../bot/runtime/log.ts';
import { createWebhookHandler, maxBodyBytes } from '../../bot/webhook-request.ts';
import { people } from '../../infra/local/demo-people.ts';
import { startProduct, webhookSecret } from '../support/product/product.ts';
import { oddShapesOf } from '../support/samples/odd-shapes.ts';
import { begin } from '../whole/steps.ts';

const [olena, admin] = people.users;
const from = { id: olena?.id, is_bot: false, first_name: 'Olena', language_code: 'en' };
const moderator = { id: admin?.id, is_bot: false, first_name: 'Marko', language_code: 'en' };
const chat = { id: olena?.id, type: 'private', first_name: 'Olena' };
const group = { id: people.group.id, type: 'supergroup', title: 'Moderators' };
const message = { message_id: 7, date: 1_760_000_000, chat, from };
const location = { latitude: 50, longitude: 36.2, horizontal_accuracy: 10, live_period: 60 };
const command = (text: string) => ({
  text,
  entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length ?? 0 }],
});
const forwarded = (origin: object) => ({ ...message, text: 'Shelling of Kharkiv', forward_origin: origin });
const pressed = { ...message, reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'w:home' }]] } };
const inGroup = { ...message, chat: group, from: moderator };

/** Updates as Telegram sends them, one of each kind that the bot reads anything of. */
const updates: readonly object[] = [
  { message: { ...message, ...command('/start') } },
  { message: { ...message, ...command('/summary 2022') } },
  {
    message: {
      ...message,
      text: 'Yesterday at 14:30 in Kharkiv',
      reply_to_message: { ...pressed, text: 'Q' },
    },
  },
  {
    message: {
      ...message,
      photo: [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }],
      caption: 'the yard',
      caption_entities: [{ type: 'bold', offset: 0, length: 3 }],
      media_group_id: 'album',
    },
  },
  ...['video', 'video_note', 'voice', 'audio', 'document', 'animation', 'sticker'].map(kind => ({
    message: { ...message, [kind]: { file_id: 'a', file_unique_id: 'b' } },
  })),
  { message: { ...message, location } },
  { message: { ...message, venue: { location, title: 'School', address: 'Street 1' } } },
  { message: { ...message, contact: { phone_number: '+38050', first_name: 'A', user_id: 5 } } },
  { message: forwarded({ type: 'user', date: 1_760_000_000, sender_user: moderator }) },
  { message: forwarded({ type: 'hidden_user', date: 1_760_000_000, sender_user_name: 'A' }) },
  { message: forwarded({ type: 'chat', date: 1_760_000_000, sender_chat: group }) },
  {
    message: forwarded({
      type: 'channel',
      date: 1_760_000_000,
      chat: { id: -1001, type: 'channel', title: 'News', username: 'news' },
      message_id: 3,
    }),
  },
  { edited_message: { ...message, location } },
  { message: { ...inGroup, ...command('/moderators'), reply_to_message: { ...message, from } } },
  { message: { ...inGroup, migrate_to_chat_id: people.group.id, message_thread_id: 3, sender_chat: group } },
  ...['w:home', 'r:latest', 'm:queue', 'w:answer:x:y:z'].map(data => ({
    callback_query: { id: '1', from, chat_instance: '1', data, message: pressed },
  })),
  { callback_query: { id: '1', from: moderator, data: 'm:queue', message: { ...pressed, chat: group } } },
  {
    my_chat_member: {
      chat: { id: -500, type: 'group', title: 'Others' },
      from,
      date: 1_760_000_000,
      old_chat_member: { status: 'left', user: moderator },
      new_chat_member: { status: 'left', user: moderator },
    },
  },
];

const shapes = updates.flatMap(update => oddShapesOf({ update_id: 1, ...update }));
const calling = (body: unknown, more: object = {}): APIGatewayProxyEventV2 =>
  ({
    headers: { 'x-telegram-bot-api-secret-token': webhookSecret },
    body: JSON.stringify(body),
    ...more,
  }) as unknown as APIGatewayProxyEventV2;

const silent = createLog(() => {});
/** The door alone: it lets in whatever it lets in. */
const door = createWebhookHandler(async () => ({ kind: 'taken' }), { secret: webhookSecret, log: silent });

it('whatever a caller passes, with the secret or without, has its stated status', async () => {
  const odd = [undefined, null, 0, 'x', [], {}, true];
  for (const event of odd) expect(await door(event as never)).toEqual({ statusCode: 401 });
  const known = calling({ update_id: 1 });
  for (const shape of oddShapesOf({ ...known, isBase64Encoded: false }))
    expect([200, 400, 401]).toContain((await door(shape as never)).statusCode);
  await fc.assert(
    fc.asyncProperty(fc.anything(), fc.anything(), async (body, isBase64Encoded) => {
      expect([200, 400]).toContain((await door({ ...known, body, isBase64Encoded } as never)).statusCode);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.json(), async body => {
      expect([200, 400]).toContain((await door({ ...known, body })).statusCode);
    }),
  );
});

it.each([
  ['letters of one byte', 'x'],
  ['letters of two bytes', 'ї'],
])('a body of 256 KiB exactly is taken, and one byte more is not: %s', async (_, letter) => {
  const envelope = JSON.stringify({ update_id: 1, message: { ...message, text: '' } });
  const text = letter.repeat(Math.floor((maxBodyBytes - envelope.length) / Buffer.byteLength(letter)));
  const body = envelope.replace('"text":""', `"text":"${text}"`);
  const full = body + ' '.repeat(maxBodyBytes - Buffer.byteLength(body));
  for (const [content, statusCode] of [
    [full, 200],
    [`${full} `, 413],
  ] as const) {
    expect(await door({ ...calling({}), body: content })).toEqual({ statusCode });
    const base64 = Buffer.from(content).toString('base64');
    expect(await door({ ...calling({}), body: base64, isBase64Encoded: true })).toEqual({ statusCode });
  }
});

it('an update of a wrong shape is refused at the door, or does no harm inside', {
  timeout: 120_000,
}, async () => {
  const letIn: unknown[] = [];
  for (const shape of shapes) {
    const { statusCode } = await door(calling(shape));
    expect([200, 400]).toContain(statusCode);
    if (statusCode === 200) letIn.push(shape);
  }
  expect(shapes.length).toBeGreaterThan(5000);

  const product = await startProduct();
  await begin(product.witness);
  const log: string[] = [];
  const bot = createBot(
    { ...product.deps, log: createLog(line => log.push(line)) },
    { token: people.token, botInfo: people.placeholder as never, apiRoot: product.telegram.url },
  );
  const handler = createWebhookHandler(bot, { secret: webhookSecret, log: silent });
  let updateId = 1_000_000;
  const inside = async (shape: unknown) => {
    log.length = 0;
    updateId += 1;
    const { statusCode } = await handler(calling({ ...(shape as object), update_id: updateId }));
    expect({ statusCode, log: log.filter(line => line.includes('update_')), shape }).toEqual({
      statusCode: 200,
      log: [],
      shape,
    });
  };
  // ALL_SHAPES=1 tries every one of them: some ten minutes.
  if (process.env.ALL_SHAPES) for (const shape of letIn) await inside(shape);
  else await fc.assert(fc.asyncProperty(fc.constantFrom(...letIn), inside), { numRuns: 150 });
});
