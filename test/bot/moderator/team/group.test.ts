import type { Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { read, startDesk } from '../../../support/product/desk.ts';
import { type Product, startProduct, webhookSecret } from '../../../support/product/product.ts';

let updates = 900_000;
/** Delivers an update that the stand-in's people cannot cause. */
const deliver = async ({ webhook }: Product, update: Omit<Update, 'update_id'>): Promise<void> => {
  updates += 1;
  const answer = await fetch(webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhookSecret },
    body: JSON.stringify({ update_id: updates, ...update }),
  });
  expect(answer.status).toBe(200);
};

const chatOf = ({ group }: Product) => ({ id: group.id, type: 'supergroup', title: 'Moderators' }) as const;
const date = 1_800_000_000;
/** As Telegram shows whoever writes in the name of a group (core.telegram.org/bots/api#message). */
const anonymous = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
} as const;

describe('an admin who writes anonymously', () => {
  test('is told in one line why nothing of it is taken, to a command and to a reply', async () => {
    const { product, desk, telegram } = await startDesk();
    const message = {
      message_id: 900,
      date,
      chat: chatOf(product),
      from: anonymous,
      sender_chat: chatOf(product),
    };
    const before = telegram.calls.length;
    await deliver(product, { message: { ...message, text: 'Good morning' } });
    await deliver(product, { message: { ...message, text: '/queue@another_bot' } });
    expect(telegram.calls.length).toBe(before);
    await deliver(product, { message: { ...message, text: '/queue' } });
    expect(read(desk.last())).toContain('in the name of the group');
    const reply_to_message = { ...desk.last(), from: telegram.bot } as never;
    await deliver(product, { message: { ...message, text: 'Too little detail', reply_to_message } });
    expect(telegram.calls.slice(before).map(({ method }) => method)).toEqual(['sendMessage', 'sendMessage']);
  });

  test('is told by the next digest when the group has no room for an answer, once', async () => {
    let isFull = false;
    const { product, desk, telegram } = await startDesk({
      change: deps => ({ ...deps, store: { ...deps.store, rateLimit: { take: async () => !isFull } } }),
    });
    isFull = true;
    const told = telegram.calls.length;
    const message = { message_id: 902, date, chat: chatOf(product), from: anonymous };
    await deliver(product, { message: { ...message, sender_chat: chatOf(product), text: '/queue' } });
    expect(telegram.calls.length).toBe(told);
    await product.tick();
    expect(read(desk.last())).toContain('in the name of the group');
    await product.tick();
    expect(telegram.calls.slice(told).filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
  });
});

describe('a topic of a forum', () => {
  test('is answered in that topic; elsewhere nothing is sent to any', async () => {
    const { product, desk, telegram, moderator } = await startDesk();
    const message = {
      message_id: 901,
      date,
      chat: { ...chatOf(product), is_forum: true as const },
      from: moderator.user,
      text: '/queue',
      entities: [{ type: 'bot_command' as const, offset: 0, length: 6 }],
    };
    const before = telegram.calls.length;
    await deliver(product, { message: { ...message, message_thread_id: 77, is_topic_message: true } });
    // In a group without topics, the same number is that of a thread of replies.
    await deliver(product, { message: { ...message, message_thread_id: 78 } });
    const sent = telegram.calls.slice(before).filter(({ method }) => method === 'sendMessage');
    expect(sent.map(({ parameters }) => parameters.message_thread_id)).toEqual([77, undefined]);
    expect(read(desk.last())).toContain('Waiting for review');
  });
});

describe('the group that the moderators’ chat became', () => {
  test('is not left, though the bot’s being in it is told before the upgrade is', async () => {
    let isDeaf = true;
    const id = -4_001_235;
    const product = await startProduct({
      change: deps => {
        const { migrations } = deps.store;
        const set: typeof migrations.set = async (...args) => {
          if (!isDeaf) await migrations.set(...args);
        };
        return { ...deps, moderatorsChat: id, store: { ...deps.store, migrations: { ...migrations, set } } };
      },
    });
    const { telegram, moderator } = product;
    const basic = await telegram.group({
      id,
      title: 'Basic',
      type: 'group',
      members: [moderator],
      bot: 'administrator',
    });
    const upgraded = await basic.upgrade();
    isDeaf = false;
    const user = telegram.bot;
    await deliver(product, {
      my_chat_member: {
        chat: { id: upgraded.id, type: 'supergroup', title: 'Basic' },
        from: telegram.user({ first_name: 'Somebody' }).user,
        date,
        old_chat_member: { user, status: 'left' },
        new_chat_member: { user, status: 'member' },
      },
    });
    expect(telegram.calls.map(({ method }) => method)).not.toContain('leaveChat');
    await moderator.in(upgraded).send('/queue');
    expect(read(upgraded.last())).toContain('Чекають на перевірку');
  });
});

test('when the bot may no longer write to the moderators’ chat, admins are told in private, once', async () => {
  const { product, moderator, telegram } = await startDesk();
  await moderator.send('/start');
  const user = telegram.bot;
  const before = telegram.calls.length;
  await deliver(product, {
    my_chat_member: {
      chat: chatOf(product),
      from: moderator.user,
      date,
      old_chat_member: { user, status: 'member' },
      new_chat_member: { user, status: 'kicked', until_date: 0 },
    },
  });
  expect(read(moderator.last())).toContain('can no longer write to the moderators’ chat');
  expect(telegram.calls.slice(before).map(({ method }) => method)).toEqual(['sendMessage']);
});
