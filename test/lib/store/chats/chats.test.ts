import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftLifetimeDays } from '../../../../lib/policy.ts';
import { type Chat, chatLifetimeDays, emptyChat, isStored } from '../../../../lib/store/chats/chats.ts';
import { CorruptItem } from '../../../../lib/store/dynamodb/errors.ts';
import { openTestStore, type TestStore } from '../../../support/database/dynamo.ts';
import { answers } from '../../../support/samples/samples.ts';

const dayMs = 24 * 60 * 60 * 1000;
let nowMs = Date.parse('2026-03-14T12:00:00.000Z');
let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore({ now: () => nowMs });
});

const first: Chat = { version: 1, locale: 'uk', recent: [1] };
const withDraft: Chat = {
  version: 2,
  locale: 'uk',
  consentAt: '2026-03-14T12:00:00.000Z',
  screen: 12,
  recent: [1, 2],
  pendingInput: { kind: 'words', of: ['a', 1, null] },
  draft: {
    id: 'K7QF2M9XCA',
    startedAt: '2026-03-14T12:00:00.000Z',
    at: 'place',
    safe: true,
    answers: { place: answers.place, injured: answers.injured, account: null },
    pending: { place: [{ id: 1, name: 'Харків' }] },
  },
};

/** The end of the day that is so many days from now. */
const endOf = (days: number): number => Math.ceil(nowMs / dayMs + days) * dayMs;

describe('a chat', () => {
  test('is read back as it was saved', async () => {
    const { store } = opened;
    expect(await store.chats.read('whole')).toBeUndefined();
    expect(await store.chats.save('whole', first)).toBe('saved');
    expect(await store.chats.save('whole', withDraft)).toBe('saved');
    expect(await store.chats.read('whole')).toEqual(withDraft);
  });

  test('is saved by one of those who read the same version', async () => {
    const { store } = opened;
    const race = (version: number) =>
      Promise.all(
        [3, 4, 5, 6].map(update => store.chats.save('raced', { ...first, version, recent: [update] })),
      );
    for (const version of [1, 2, 3])
      expect((await race(version)).sort()).toEqual(['conflict', 'conflict', 'conflict', 'saved']);
    expect(await store.chats.read('raced')).toMatchObject({ version: 3 });
  });

  test('is not saved over a version that was not read, nor where there is none', async () => {
    const { store } = opened;
    await store.chats.save('skipped', first);
    expect(await store.chats.save('skipped', { ...first, version: 3 })).toBe('conflict');
    expect(await store.chats.save('never seen', { ...first, version: 2 })).toBe('conflict');
    expect(await store.chats.read('never seen')).toBeUndefined();
  });

  test('with a draft is over after the stated days of silence, whether DynamoDB erased it yet or not', async () => {
    const { store } = opened;
    await store.chats.save('silent', first);
    await store.chats.save('silent', withDraft);
    nowMs = endOf(draftLifetimeDays) - 1000;
    expect(await store.chats.read('silent')).toEqual(withDraft);
    nowMs += 1000;
    expect(await store.chats.read('silent')).toBeUndefined();
    expect(await store.chats.save('silent', { ...withDraft, version: 3 })).toBe('conflict');
    expect(await store.chats.save('silent', first)).toBe('saved');
    expect(await store.chats.read('silent')).toEqual(first);
  });

  test('without a draft keeps its language for a year', async () => {
    const { store } = opened;
    await store.chats.save('quiet', { ...first, locale: 'ru' });
    nowMs = endOf(chatLifetimeDays) - 1000;
    expect(await store.chats.read('quiet')).toMatchObject({ locale: 'ru' });
    nowMs += 1000;
    expect(await store.chats.read('quiet')).toBeUndefined();
  });

  test('of which nothing is known but the message of its page is over as soon as a draft', async () => {
    const { store } = opened;
    await store.chats.save('passing', { version: 1, recent: [], screen: 2 });
    nowMs = endOf(draftLifetimeDays) - 1000;
    expect(await store.chats.read('passing')).toMatchObject({ screen: 2 });
    nowMs += 1000;
    expect(await store.chats.read('passing')).toBeUndefined();
  });

  test('carries the day of expiry in seconds, for DynamoDB to erase it, and nothing of its content', async () => {
    const { store, dump } = opened;
    await store.chats.save('timed', first);
    const item = (await dump('chats')).find(({ pk }) => pk === 'CHAT#timed');
    expect(item?.expiresAt).toBe(endOf(chatLifetimeDays) / 1000);
    expect(Object.keys(item ?? {}).sort()).toEqual(['expiresAt', 'pk', 'sealed', 'shape', 'sk', 'version']);
  });

  test('that is corrupt is a fault that names its key and nothing of its content', async () => {
    const { store, client, tables } = opened;
    const Item = marshall({ pk: 'CHAT#corrupt', sk: 'CHAT', version: 'x', words: 'a secret' });
    await client.send(new PutItemCommand({ TableName: tables.chats, Item }));
    const fault = await store.chats.read('corrupt').catch(error => error);
    expect(fault).toBeInstanceOf(CorruptItem);
    expect(fault.message).toContain('CHAT#corrupt');
    expect(`${fault.stack}${JSON.stringify(fault)}${fault.cause}`).not.toContain('a secret');
  });
});

test('what could not be read back is never stored, and the fault names the field alone', async () => {
  const { store } = opened;
  const broken = { ...first, locale: 'a secret' } as unknown as Chat;
  const fault = await store.chats.save('broken', broken).catch(error => error);
  expect(fault.message).toBe('What was to be stored does not have its shape, at locale.');
  expect(await store.chats.read('broken')).toBeUndefined();
});

test('whoever is forgotten has neither chat nor contact, however often it is asked', async () => {
  const { store } = opened;
  await store.chats.save('forgotten', first);
  await store.chats.forget('reporter', 'forgotten');
  await store.chats.forget('reporter', 'forgotten');
  expect(await store.chats.read('forgotten')).toBeUndefined();
  expect(await store.chats.readContact('reporter')).toBeUndefined();
  expect(await store.chats.save('forgotten', { ...first, version: 2 })).toBe('conflict');
});

test('a chat that begins after an erasure is not overwritten by a copy read before, however many writes came since', async () => {
  const { store } = opened;
  const begin = async (updates: number): Promise<Chat> => {
    let chat = emptyChat();
    for (let id = 1; id <= updates; id += 1) {
      chat = { version: chat.version + 1, recent: [...chat.recent, id] };
      expect(await store.chats.save('again', chat)).toBe('saved');
    }
    return chat;
  };
  const before = await begin(3);
  await store.chats.forget('reporter', 'again');
  const after = await begin(3);
  expect(await store.chats.save('again', { ...before, version: before.version + 1 })).toBe('conflict');
  expect(await store.chats.read('again')).toEqual(after);
});

test('what was read as empty is not stored, and what was saved is', async () => {
  expect(isStored(emptyChat())).toBe(false);
  expect(isStored({ ...emptyChat(), version: emptyChat().version + 1 })).toBe(true);
});
