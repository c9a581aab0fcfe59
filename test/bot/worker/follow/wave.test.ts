import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../../lib/incident/incident.ts';
import {
  country,
  hourMs,
  malokaterynivka as id,
  minuteMs,
  newsOf,
  region,
  settlement,
  startFollowing,
  telegram,
} from './setup.ts';

const zaporizhzhia = region('UA-23');
const kharkiv = region('UA-63');
const malokaterynivka = settlement(id);

/** Longer than what is released together takes to settle. */
const settled = 4;

describe('who follows something', () => {
  test('is told once of what is released there, whichever and however many of their topics it is of', async () => {
    const made = await startFollowing();
    const both = await made.follower([malokaterynivka, zaporizhzhia, country]);
    const munition = await made.follower([{ kind: 'munitions', munitions: ['mortar', 'cluster_munition'] }]);
    const others = await made.follower([kharkiv, { kind: 'munitions', munitions: ['mortar'] }]);
    await made.release();
    await made.minutes(settled + 5);
    expect(newsOf(both)).toHaveLength(1);
    expect(newsOf(both)[0]).toContain('Zaporizhzhia region');
    expect(newsOf(both)[0]).toContain('Where: Malokaterynivka');
    expect(newsOf(munition)).toHaveLength(1);
    expect(newsOf(others)).toEqual([]);
    expect(both.buttons().flat()).toEqual([
      'Details 1',
      'Stop: Malokaterynivka, Zaporizhzhia district, Zaporizhzhia region',
      'Stop: Zaporizhzhia region',
      'Stop: All of Ukraine',
      'What I follow',
    ]);
  });

  test('is told of all that is released together in one message, and how many more there are', async () => {
    const made = await startFollowing();
    const one = await made.follower([country]);
    for (let n = 0; n < 6; n += 1) await made.release();
    await made.minutes(settled + 5);
    expect(newsOf(one)).toHaveLength(1);
    expect(newsOf(one)[0]).toContain('4. An attack');
    expect(newsOf(one)[0]).toContain('and 2 more');
  });

  test('is told again only of what is new, and never of what was there before they followed', async () => {
    const made = await startFollowing();
    await made.release();
    made.wait(1000);
    const one = await made.follower([country]);
    await made.minutes(settled);
    expect(newsOf(one)).toEqual([]);
    for (const expected of [1, 2]) {
      await made.release({ killed: { min: expected, max: expected } });
      await made.minutes(settled + 2);
      expect(newsOf(one)).toHaveLength(expected);
    }
    expect(newsOf(one)[1]).toContain('Killed: 2');
    expect(newsOf(one)[1]).not.toContain('2. ');
  });

  test('is told of a correction and of a retraction, without what they take back', async () => {
    const made = await startFollowing();
    const one = await made.follower([zaporizhzhia]);
    const released = await made.release({ killed: { min: 7, max: 7 } });
    await made.minutes(settled);
    const corrected = await made.change(released, { killed: 'unknown' });
    await made.minutes(settled);
    await made.change(corrected, { status: 'retracted', retraction: { reason: 'unsafe_to_publish' } });
    await made.minutes(settled);
    const [, correction = '', retraction = ''] = newsOf(one);
    expect(correction).toContain('Corrected');
    expect(correction).toContain('Killed: now: unknown');
    expect(correction).not.toContain('7');
    expect(retraction).toContain('Retracted');
    expect(retraction).not.toContain('Malokaterynivka');
    expect(newsOf(one)).toHaveLength(3);
  });

  test('is not told of what was taken back before they were told', async () => {
    const made = await startFollowing();
    const one = await made.follower([country]);
    const released = await made.release();
    await made.change(released, { status: 'retracted', retraction: { reason: 'unsafe_to_publish' } });
    await made.minutes(settled + 3);
    expect(newsOf(one)).toEqual([]);
    await made.release();
    await made.minutes(settled);
    expect(newsOf(one)).toHaveLength(1);
    expect(newsOf(one)[0]).not.toContain('Retracted');
  });

  test('is told of a correction that takes the place away only if they were told of the place', async () => {
    const made = await startFollowing();
    const before = await made.follower([malokaterynivka]);
    const released = await made.release();
    await made.minutes(settled);
    const after = await made.follower([malokaterynivka]);
    made.wait(minuteMs);
    await made.change(released, { place: { precision: 'region', region: 'UA-23' } });
    await made.minutes(settled);
    expect(newsOf(before)).toHaveLength(2);
    expect(newsOf(before)[1]).toContain('Where: changed');
    expect(newsOf(after)).toEqual([]);
  });
});

describe('when somebody is told', () => {
  /** From noon in Kyiv to half past ten in the evening. */
  const toNight = 10.5 * hourMs;

  test('is not at night, and in the morning all comes as one message', async () => {
    const made = await startFollowing();
    const quiet = await made.follower([country]);
    const loud = await made.follower([country], { isAtNight: true });
    made.wait(toNight);
    await made.release({ killed: { min: 1, max: 1 } });
    await made.minutes(settled);
    made.wait(2 * hourMs);
    await made.release({ killed: { min: 2, max: 2 } });
    await made.minutes(settled);
    expect([newsOf(quiet).length, newsOf(loud).length]).toEqual([0, 2]);
    made.wait(7.5 * hourMs);
    await made.minutes(6);
    expect(newsOf(quiet)).toHaveLength(1);
    expect(newsOf(quiet)[0]).toContain('Killed: 1');
    expect(newsOf(quiet)[0]).toContain('Killed: 2');
    expect(newsOf(loud)).toHaveLength(2);
  });

  test('is once a day at the hour of their digest, also when that is in the night', async () => {
    const made = await startFollowing();
    const [evening, night] = [
      await made.follower([country], { digest: 18 }),
      await made.follower([country], { digest: 23 }),
    ];
    await made.release();
    await made.minutes(settled);
    made.wait(4 * hourMs);
    await made.release();
    await made.minutes(settled);
    expect([newsOf(evening).length, newsOf(night).length]).toEqual([0, 0]);
    made.wait(2 * hourMs);
    await made.minutes(5);
    expect(newsOf(evening)).toHaveLength(1);
    expect(newsOf(evening)[0]).toContain('2. An attack');
    made.wait(5 * hourMs);
    await made.minutes(5);
    expect([newsOf(evening).length, newsOf(night).length]).toEqual([1, 1]);
    made.wait(24 * hourMs);
    await made.minutes(5);
    expect([newsOf(evening).length, newsOf(night).length]).toEqual([1, 1]);
  });
});

describe('somebody who cannot be told', () => {
  test('because they blocked the bot is forgotten, and nothing of them is kept', async () => {
    const made = await startFollowing();
    const one = await made.follower([country]);
    await one.block();
    await made.release();
    await made.minutes(settled);
    expect(await made.store.followers.read(one.chatId)).toBeUndefined();
  });

  test.each([
    ['500', { kind: 'error', code: 500 }],
    ['429', { kind: 'error', code: 429, retryAfter: 90 }],
    ['400', { kind: 'error', code: 400, description: 'Bad Request: something new' }],
    ['without an answer', { kind: 'drop', when: 'before' }],
  ] as const)('(%s) keeps nobody else from being told, nor from the next news', async (_, fault) => {
    const made = await startFollowing();
    const people = [];
    for (let n = 0; n < 12; n += 1) people.push(await made.follower([country]));
    const [one] = people;
    if (!one) throw new Error('Nobody');
    telegram.faults.inChat(one.chatId, fault);
    await made.release();
    await made.minutes(settled + 4);
    for (const person of people) expect(newsOf(person)).toHaveLength(person === one ? 0 : 1);
    telegram.faults.inChat(one.chatId);
    await made.release();
    await made.minutes(12);
    for (const person of people.slice(1)) expect(newsOf(person)).toHaveLength(2);
    // What was refused for good does not come again; anything else comes with what is new.
    expect(newsOf(one).join()).toContain('1. An attack');
    const { items } = await made.store.problems.list();
    expect(items.map(({ what }) => what)).toEqual(
      fault.kind === 'error' && fault.code === 400 ? ['news'] : [],
    );
  });

  test('while Telegram is out of order is told when it is not any more, and it is not asked by everybody meanwhile', async () => {
    const made = await startFollowing();
    const people = [];
    for (let n = 0; n < 30; n += 1) people.push(await made.follower([country]));
    await made.release();
    await made.minutes(2);
    for (const { chatId } of people) telegram.faults.inChat(chatId, { kind: 'error', code: 500 });
    telegram.calls.length = 0;
    await made.minutes(1);
    const asked = telegram.calls.filter(({ method }) => method === 'sendMessage').length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(16);
    telegram.faults.clear();
    await made.minutes(8);
    for (const person of people) expect(newsOf(person)).toHaveLength(1);
  });
});

test('nobody is told of what was changed in a way that readers do not see', async () => {
  const made = await startFollowing();
  const one = await made.follower([country]);
  const released = await made.release();
  await made.minutes(settled);
  await made.change(released, { reportCount: released.reportCount + 1 } satisfies Partial<Incident>);
  await made.minutes(settled);
  expect(newsOf(one)).toHaveLength(1);
});

test('what is not told within a minute goes on in the next, where it ended, and twice to nobody', async () => {
  const made = await startFollowing({ writeMs: 500 });
  const people = [];
  for (let n = 0; n < 60; n += 1) people.push(await made.follower([country]));
  await made.release();
  await made.minutes(2);
  const begin = made.now();
  await made.tick();
  const told = people.filter(person => newsOf(person).length > 0).length;
  expect(told).toBeGreaterThan(40);
  expect(told).toBeLessThan(60);
  expect(made.now() - begin).toBeLessThan(56_000);
  made.wait(10_000);
  await made.minutes(1);
  for (const person of people) expect(newsOf(person)).toHaveLength(1);
});
