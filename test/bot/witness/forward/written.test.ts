import type { MessageOrigin } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { forwardedIn } from '../../../../bot/witness/forward/hearsay.ts';
import { writtenAt } from '../../../../bot/witness/message-input.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import { wallTime } from '../../../../lib/time/zone.ts';
import { read, startDesk } from '../../../support/product/desk.ts';
import { converse, emptyDraft, parsers } from '../interview/conversation.ts';

const zone = 'Europe/Kyiv';
const dayMs = 24 * 60 * 60 * 1000;
const wall = (ms: number): string => wallTime(new Date(ms), zone);
const kyivDay = (ms: number): string => wall(ms).slice(0, 10);

/** An agreed chat of a witness, and the draft in it. */
const begin = async (options: Parameters<typeof startDesk>[0] = {}) => {
  const { witness, store, deps, telegram } = await startDesk(options);
  await witness.press('I understand, continue');
  return {
    witness,
    telegram,
    draft: async () => (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft,
  };
};

describe('words', () => {
  test('that are delivered six hours late are read against the moment of writing (K10)', async () => {
    const lateMs = 6 * 60 * 60 * 1000;
    const { witness, draft } = await begin({ now: () => new Date(Date.now() + lateMs) });
    await witness.press('An attack');
    await witness.send('Chuhuiv, 15 minutes ago');
    const sentMs = Date.now();
    const start = (await draft())?.answers.occurred?.start ?? '';
    expect(start >= wall(sentMs - 20 * 60_000) && start <= wall(sentMs - 10 * 60_000)).toBe(true);
  });

  test("of a channel's post are read against its day (K11)", async () => {
    const { witness, draft } = await begin();
    const publishedMs = Date.now() - 3 * dayMs;
    await witness.forwardPost({
      channel: { title: 'Новини', username: 'news' },
      message_id: 7,
      date: Math.floor(publishedMs / 1000),
      text: 'Вчора о 5 ранку обстріляли Чугуїв. Поранено 4 людини.',
    });
    expect((await draft())?.answers.occurred?.start?.slice(0, 10)).toBe(kyivDay(publishedMs - dayMs));
  });

  test('are never from after now, whatever the clock of Telegram says', () => {
    const now = new Date('2026-11-23T13:00:00Z');
    const message = { date: now.getTime() / 1000 + 60 } as Parameters<typeof writtenAt>[0];
    expect(writtenAt(message, now)).toEqual(now);
    expect(writtenAt(undefined, now)).toEqual(now);
  });
});

describe('a forwarded message', () => {
  test('of somebody hidden is hearsay of its own day, and says so (K12)', async () => {
    const { witness, draft } = await begin();
    const writtenMs = Date.now() - 2 * dayMs;
    const origin = {
      type: 'hidden_user',
      sender_user_name: 'Олена',
      date: Math.floor(writtenMs / 1000),
    } as const;
    await witness.forward(
      origin,
      'Вчора о 5 ранку прилетіло по Чугуєву, бачила на власні очі. Поранено 4 людини.',
    );
    const answers = (await draft())?.answers;
    expect(answers).toMatchObject({
      source: { kind: 'told' },
      forwarded: { from: 'person', date: kyivDay(writtenMs) },
    });
    expect(answers?.occurred?.start?.slice(0, 10)).toBe(kyivDay(writtenMs - dayMs));
    expect(answers?.knownBy).toBeUndefined();
    expect(read(witness.last())).toContain('This message was forwarded');
  });

  test('leaves the source that the person gave', async () => {
    const { witness, draft } = await begin();
    await witness.send(
      'I saw it with my own eyes: Chuhuiv was shelled today at 5 in the morning, 4 injured.',
    );
    expect((await draft())?.answers.source?.kind).toBe('own_eyes');
    await witness.forward(
      { type: 'hidden_user', sender_user_name: 'О', date: Math.floor(Date.now() / 1000) },
      'Горіло дві хати.',
    );
    expect((await draft())?.answers).toMatchObject({
      source: { kind: 'own_eyes' },
      forwarded: { from: 'person' },
    });
  });

  test('is marked in the review before sending', () => {
    const answers = { source: { kind: 'told' }, forwarded: { from: 'person', date: '2026-05-11' } } as const;
    const talk = converse('en', { ...emptyDraft, at: 'review', answers });
    expect(talk.text()).toContain('Forwarded: a person’s message, 11 May 2026');
  });

  test('is told apart by its sender; channels and oneself are no hearsay', () => {
    const from = (origin: object) =>
      forwardedIn(
        { from: { id: 1 }, forward_origin: { date: 1_700_000_000, ...origin } as MessageOrigin } as never,
        zone,
      )?.from;
    expect(from({ type: 'user', sender_user: { id: 2, is_bot: false } })).toBe('person');
    expect(from({ type: 'user', sender_user: { id: 3, is_bot: true } })).toBe('bot');
    expect(from({ type: 'chat', sender_chat: { id: -4 } })).toBe('group');
    expect(from({ type: 'hidden_user', sender_user_name: 'x' })).toBe('person');
    expect(from({ type: 'user', sender_user: { id: 1, is_bot: false } })).toBeUndefined();
    expect(from({ type: 'channel', chat: { id: -5 }, message_id: 6 })).toBeUndefined();
  });
});

describe('the day of a source', () => {
  const ofPost: Draft = {
    ...emptyDraft,
    at: 'time',
    answers: { source: { kind: 'regional_administration', published: '2026-05-11' } },
  };

  test('is offered as the last on which it can have happened', () => {
    const talk = converse('en', ofPost);
    talk.press('not_after');
    expect(talk.draft().answers.occurred).toEqual({ precision: 'unknown', end: '2026-05-11', zone });
  });

  test('questions a later time, typed or pressed, until the person insists', () => {
    for (const act of [
      (talk: ReturnType<typeof converse>) => talk.type('12.05.2026'),
      (talk: ReturnType<typeof converse>) => talk.press('yesterday'),
    ]) {
      const talk = converse('en', ofPost);
      act(talk);
      expect(talk.draft()).toMatchObject({ at: 'time', answers: { source: ofPost.answers.source } });
      expect(talk.draft().answers.occurred).toBeUndefined();
      expect(talk.text()).toContain('It cannot have happened later');
      talk.press(talk.labels()[0] ?? '');
      expect((talk.draft().answers.occurred?.start ?? '') > '2026-05-11').toBe(true);
    }
  });

  test('makes "reported on 11 May" a bound, offered first', () => {
    const talk = converse('en', { ...emptyDraft, at: 'time' });
    talk.type('reported on 11 May');
    expect(talk.draft().answers.occurred).toBeUndefined();
    talk.press(talk.labels()[0] ?? '');
    expect(talk.draft().answers.occurred).toMatchObject({ precision: 'unknown', end: '2026-05-11' });
  });

  test.each([
    [
      'Zaporizhzhia regional military administration reported on 11 May that 8 people were injured in Malokaterynivka',
      'Zaporizhzhia regional military administration',
    ],
    [
      '11 травня Запорізька обласна військова адміністрація повідомила, що у Малокатеринівці поранено 8 людей',
      'Запорізька обласна військова адміністрація',
    ],
  ])('is not the day of the attack, and the name of the source is whole: %s', async (text, name) => {
    const reading = await parsers.account(text, { now: new Date('2022-05-14T10:00:00Z'), locale: 'uk' });
    expect(reading.source).toMatchObject({ value: { name } });
    expect(reading.occurred).toMatchObject({ sure: false });
    expect(JSON.stringify(reading.occurred)).toContain('"precision":"unknown","end":"2022-05-11"');
  });
});
