import { beforeAll, describe, expect, test } from 'vitest';
import { BusyError, createChatStates } from '../../bot/chat-states.ts';
import type { Chat } from '../../lib/store/chats/chats.ts';
import { openTestStore, type TestStore } from '../support/database/dynamo.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});

/** The states of one update, taken by whichever instance. */
const update = () => createChatStates(opened.store);
const screens = (chat: Chat, screen: number) => ({ chat: { ...chat, screen }, value: screen });

describe('the state of a chat', () => {
  test('is read once in an update, and anew in the next', async () => {
    let reads = 0;
    const { chats } = opened.store;
    const counting = {
      chats: { ...chats, read: (key: string) => chats.read(key).finally(() => (reads += 1)) },
    };
    const states = createChatStates(counting);
    const { version } = await states.read('once');
    await states.update('once', 1, chat => screens(chat, 10));
    expect(await states.read('once')).toMatchObject({ version: version + 1, screen: 10 });
    expect(reads).toBe(1);
    await update().update('once', 2, chat => screens(chat, 11));
    expect(await createChatStates(counting).read('once')).toMatchObject({
      version: version + 2,
      screen: 11,
    });
    expect(reads).toBe(2);
  });

  test('that another instance saved meanwhile is read again, and reduced again', async () => {
    const [ours, theirs] = [update(), update()];
    await ours.read('shared');
    const { chat: saved } = await theirs.update('shared', 1, chat => screens(chat, 10));
    const seen: (number | undefined)[] = [];
    const changed = await ours.update('shared', 2, chat => {
      seen.push(chat.screen);
      return screens(chat, 11);
    });
    expect(seen).toEqual([undefined, 10]);
    expect(changed).toMatchObject({
      kind: 'changed',
      before: saved,
      chat: { version: saved.version + 1, recent: [1, 2], screen: 11 },
    });
  });

  test('is not changed twice by one update, whichever instance takes it', async () => {
    await update().update('twice', 1, chat => screens(chat, 10));
    const again = await update().update('twice', 1, chat => screens(chat, 11));
    expect(again).toMatchObject({ kind: 'repeated', chat: { recent: [1], screen: 10 } });
  });

  test('that was erased is not brought back by an instance that holds it, even at the same number of writes', async () => {
    await update().update('erased', 1, chat => ({
      chat: { ...chat, consentAt: '2026-03-14T12:00:00.000Z', locale: 'uk' },
      value: undefined,
    }));
    const slow = update();
    await slow.read('erased');
    await opened.store.chats.forget('reporter', 'erased');
    const begun = await update().update('erased', 2, chat => screens(chat, 10));
    const changed = await slow.update('erased', 3, chat => screens(chat, 11));
    expect(changed.before).toEqual(begun.chat);
    expect(await opened.store.chats.read('erased')).toEqual({
      version: begun.chat.version + 1,
      recent: [2, 3],
      screen: 11,
    });
  });

  test('that is saved by somebody else every time is left for a later delivery', async () => {
    let id = 0;
    const raced = update().update('raced', 100, async chat => {
      id += 1;
      await update().update('raced', id, other => screens(other, id));
      return screens(chat, 10);
    });
    await expect(raced).rejects.toThrow(BusyError);
  });
});
