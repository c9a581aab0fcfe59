import { describe, expect, test } from 'vitest';
import { now, read, startDesk } from '../../../support/product/desk.ts';
import { nasty } from '../../../support/screens.ts';

describe('the team', () => {
  test('gets members by a reply in the group, and each can moderate at once', async () => {
    const { product, desk, reader, telegram, store, deps } = await startDesk();
    const group = await telegram.group({ ...product.group, title: 'Moderators', members: [desk] });
    await group.addMember(reader);
    const hello = await reader.in(product.group).send('Hello');
    await desk.send('/moderators', { replyTo: hello });
    expect(read(desk.last())).toContain('Iryna is now a moderator.');
    expect(await store.members.read(deps.identity.member(reader.id))).toMatchObject({ role: 'moderator' });
    await reader.send('/queue');
    expect(read(reader.last())).toContain('Waiting for review');
    await desk.send('/moderators', { replyTo: hello });
    expect(read(desk.last())).toContain('Iryna is already on the team.');
  });

  test('gets members by a number, by a contact and by a forwarded message', async () => {
    const { moderator, telegram, store, deps } = await startDesk();
    const [one, two, three] = ['One', 'Two', 'Three'].map(first_name =>
      telegram.user({ first_name, language_code: 'en' }),
    );
    if (!one || !two || !three) throw new Error('Nobody');
    await moderator.send(`/moderators ${one.id}`);
    expect(read(moderator.last())).toContain(`${one.id} is now a moderator.`);
    await one.send('/queue');
    await moderator.send('/moderators');
    expect(read(moderator.last())).toContain('. One – moderator');

    await moderator.press('Add a moderator');
    await moderator.contact({ phone_number: '+380', first_name: 'Two' });
    expect(read(moderator.last())).toContain('no Telegram account');
    await moderator.contact({ phone_number: '+380', first_name: 'Two', user_id: two.id });
    expect(read(moderator.last())).toContain('Two is now a moderator.');

    await moderator.press('Add a moderator');
    await moderator.forward({ type: 'hidden_user', sender_user_name: 'Three', date: 1 }, 'hi');
    expect(read(moderator.last())).toContain('hides their account');
    await moderator.forward({ type: 'user', sender_user: three.user, date: 1 }, 'hi');
    expect(read(moderator.last())).toContain('Three is now a moderator.');
    for (const person of [one, two, three])
      expect(await store.members.read(deps.identity.member(person.id))).toBeDefined();
  });

  test('is not grown by a forwarded message that nobody asked for', async () => {
    const { moderator, reader, store, deps } = await startDesk();
    await moderator.forward({ type: 'user', sender_user: reader.user, date: 1 }, 'hi');
    expect(await store.members.read(deps.identity.member(reader.id))).toBeUndefined();
    await moderator.send('/moderators');
    await moderator.press('Add a moderator');
    await moderator.send('/cancel');
    expect(read(moderator.last())).toContain('Nobody was added');
    await moderator.send(String(reader.id));
    expect(await store.members.read(deps.identity.member(reader.id))).toBeUndefined();
  });

  test('is changed by admins only', async () => {
    const { product, desk, moderator, reader, store, deps } = await startDesk();
    await moderator.send(`/moderators ${reader.id}`);
    await reader.send('/moderators');
    expect(read(reader.last())).toBe('Only admins can do this.');
    await reader.send('/moderators 12345');
    expect(await store.members.read(deps.identity.member(12345))).toBeUndefined();
    const key = deps.identity.member(reader.id);
    await reader.send('/queue');
    for (const data of ['m:team', 'm:addMember', `m:removeConfirmed:${key}`])
      expect(await reader.forge(reader.last(), data)).toMatchObject({ text: 'Only admins can do this.' });
    expect((await store.members.list()).items).toHaveLength(2);
    expect(product.group.id).toBe(desk.chatId);
  });

  test('keeps its admins by configuration, whoever presses', async () => {
    const { moderator, store, deps } = await startDesk();
    await moderator.send('/moderators');
    expect(read(moderator.last())).toContain('1. Marko – admin (by configuration)');
    const key = deps.identity.member(moderator.id);
    expect(await moderator.forge(moderator.last(), `m:removeConfirmed:${key}`)).toMatchObject({
      alert: true,
    });
    expect(await store.members.read(key)).toBeDefined();
    await store.members.remove({ key, by: 'admin', at: '2026-11-20T09:00:00.000Z' });
    await moderator.send('/queue');
    expect(read(moderator.last())).toContain('Waiting for review');
  });

  test('shows names as names, whatever they hold, and stores none in clear', async () => {
    const { moderator, telegram, dump } = await startDesk();
    const people = nasty.map(text => telegram.user({ first_name: text.slice(0, 60), language_code: 'en' }));
    for (const person of people) {
      await moderator.send('/moderators');
      await moderator.press('Add a moderator');
      await moderator.forward({ type: 'user', sender_user: person.user, date: 1 }, 'hi');
    }
    const list = moderator.last();
    expect(now(moderator, list)).toContain('<b>bold</b>');
    const stored = JSON.stringify([...(await dump('chats')), ...(await dump('records'))]);
    expect(stored).not.toContain('Zalgo');
    expect(stored).not.toContain('<b>');
    for (const { id } of people) expect(stored).not.toContain(String(id));
  });
});
