import { describe, expect, test } from 'vitest';
import { rememberMigration } from '../../../../bot/moderator/team/chat-migration.ts';
import { read, startDesk, submit, until } from '../../../support/product/desk.ts';
import { startProduct } from '../../../support/product/product.ts';

describe('a group where the bot was not invited by an admin', () => {
  test('is told that the bot works in private, and left', async () => {
    const { telegram, reader } = await startDesk();
    const group = await telegram.group({ title: 'Neighbours', members: [reader] });
    await group.addBot();
    await telegram.idle();
    expect(read(group.last())).toContain('лише в приватних чатах');
    expect(telegram.calls.at(-1)).toMatchObject({ method: 'leaveChat', parameters: { chat_id: group.id } });
  });
});

describe('a group that an admin chose', () => {
  test('is told its id for the configuration, and nothing else is answered there', async () => {
    const { telegram, moderator, reader } = await startDesk();
    const group = await telegram.group({ title: 'New team', members: [moderator, reader] });
    await group.addBot('administrator');
    await telegram.idle();
    expect(read(group.last())).toContain(`MODERATORS_CHAT=${group.id}`);
    const before = telegram.calls.length;
    await moderator.in(group).send('Just talking');
    await moderator.in(group).send('/queue@another_bot');
    expect(telegram.calls.length).toBe(before);
    await moderator.in(group).send('/start@svidok_bot');
    expect(read(group.last())).toContain(`MODERATORS_CHAT=${group.id}`);
    await reader.in(group).send('/help');
    expect(telegram.calls.at(-1)?.method).toBe('leaveChat');
  });
});

describe("the moderators' chat", () => {
  test('is helped, and its chatter is ignored', async () => {
    const { desk, telegram } = await startDesk();
    await desk.send('/help');
    expect(read(desk.last())).toContain('/queue');
    const before = telegram.calls.length;
    await desk.send('Good morning');
    await desk.send('/report');
    await desk.sticker();
    await desk.location(50, 30);
    expect(telegram.calls.length).toBe(before);
  });

  test('is written to in the language that the team chose, on cards too', async () => {
    const { product, desk, witness } = await startDesk();
    await desk.send('/language');
    await desk.press('Русский');
    expect(read(desk.last())).toContain('по-русски');
    await submit(product, witness);
    await until(() => desk.last().text?.startsWith('Сообщение '));
  });

  test('goes on under its new id when it is upgraded', async () => {
    const { product, desk, witness, telegram, log, moderator } = await startDesk();
    const basic = await telegram.group({
      title: 'Basic',
      type: 'group',
      members: [moderator],
      bot: 'administrator',
    });
    const upgraded = await basic.upgrade();
    await rememberMigration(product.deps, upgraded.id);
    await submit(product, witness);
    await until(() => upgraded.last().text?.startsWith('Повідомлення '));
    await moderator.in(upgraded).send('/queue');
    expect(read(upgraded.last())).toContain('Чекають на перевірку');
    expect(desk.chatId).not.toBe(upgraded.id);
    expect(log.join('')).not.toContain(String(upgraded.id));
  });

  test('says so when it is upgraded', async () => {
    const { telegram, log, moderator } = await startProduct({
      change: deps => ({ ...deps, moderatorsChat: -4_001_234 }),
    });
    const basic = await telegram.group({
      id: -4_001_234,
      title: 'Basic',
      type: 'group',
      members: [moderator],
      bot: 'administrator',
    });
    const upgraded = await basic.upgrade();
    await until(() =>
      upgraded.messages().some(({ text }) => text?.includes(`MODERATORS_CHAT=${upgraded.id}`)),
    );
    expect(log.some(line => line.includes('moderators_chat_upgraded'))).toBe(true);
    await moderator.in(upgraded).send('/queue');
    expect(read(upgraded.last())).toContain('Чекають на перевірку');
  });
});
