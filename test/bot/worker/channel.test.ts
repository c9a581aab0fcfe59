import { describe, expect, test } from 'vitest';
import type { Group } from '../../../infra/local/telegram/people/group.ts';
import type { Locale } from '../../../lib/locale.ts';
import { minuteMs, startFollowing, telegram } from './follow/setup.ts';

/** A chat that the bot may write to stands in for a channel: what a bot sends there and edits is the same. */
const startChannel = async (locale: Locale = 'en') => {
  const owner = telegram.user({ first_name: 'Owner' });
  const channel = await telegram.group({ title: 'Svidok', members: [owner], bot: 'administrator' });
  const made = await startFollowing({ channel: { id: channel.id, locale } });
  // From now on what comes is posted.
  await made.minutes(1);
  return { ...made, channel };
};

const posts = (channel: Group): readonly string[] =>
  channel.messages().flatMap(({ text }) => (text === undefined ? [] : [text.replaceAll(/[⁨⁩]/g, '')]));

describe('the public channel', () => {
  test.each([
    ['en', 'Where: Malokaterynivka', 'Open in Svidok'],
    ['uk', 'Де: Малокатеринівка', 'Відкрити у «Свідку»'],
    ['ru', 'Где: Малокатериновка', 'Открыть в «Свидке»'],
  ] as const)(
    'shows in its language (%s) each release, once, with the way into the bot',
    async (locale, text, label) => {
      const made = await startChannel(locale);
      const { id } = await made.release();
      await made.minutes(3);
      expect(posts(made.channel)).toEqual([expect.stringContaining(text)]);
      const [button] = made.channel.last().reply_markup?.inline_keyboard.flat() ?? [];
      expect(button).toMatchObject({ text: label, url: expect.stringContaining(`start=i${id}`) });
    },
  );

  test('begins with what comes after it was set up', async () => {
    const made = await startChannel();
    expect(posts(made.channel)).toEqual([]);
  });

  test('has no value left of what was corrected or taken back, and says so', async () => {
    const made = await startChannel();
    const released = await made.release({ killed: { min: 7, max: 7 } });
    await made.minutes(1);
    const corrected = await made.change(released, { killed: 'unknown' });
    await made.minutes(1);
    expect(posts(made.channel)).toHaveLength(2);
    expect(posts(made.channel)[0]).toContain('Killed: unknown');
    expect(posts(made.channel)[1]).toMatch(/^Corrected: Malokaterynivka/);
    expect(posts(made.channel).join()).not.toContain('7\n');
    await made.change(corrected, { status: 'retracted', retraction: { reason: 'unsafe_to_publish' } });
    await made.minutes(1);
    expect(posts(made.channel)[0]).toContain('This incident is no longer shown.');
    expect(posts(made.channel)[2]).toMatch(/^Retracted/);
    expect(posts(made.channel)[2]).not.toContain('Malokaterynivka');
  });

  test('is not told of the correction of what it never showed', async () => {
    const made = await startFollowing();
    const released = await made.release();
    const { channel, change, minutes } = await startChannel();
    await change(released, { killed: { min: 9, max: 9 } });
    await minutes(2);
    expect(posts(channel)).toEqual([]);
  });

  test('gets no more in a minute than Telegram takes', async () => {
    const made = await startChannel();
    for (let n = 0; n < 10; n += 1) await made.release();
    await made.minutes(1);
    expect(posts(made.channel)).toHaveLength(8);
    await made.minutes(1);
    expect(posts(made.channel)).toHaveLength(10);
  });

  test.each([
    [{ kind: 'error', code: 500 }, 0],
    [{ kind: 'error', code: 429, retryAfter: 30 }, 0],
    [{ kind: 'error', code: 403, description: 'Forbidden: bot was kicked from the channel chat' }, 1],
  ] as const)('gets everything later when Telegram refuses it for a while (%o)', async (fault, problems) => {
    const made = await startChannel();
    telegram.faults.inChat(made.channel.id, fault);
    await made.release();
    await made.release();
    await made.minutes(2);
    expect(posts(made.channel)).toEqual([]);
    expect((await made.store.problems.list()).items).toHaveLength(problems);
    telegram.faults.inChat(made.channel.id);
    await made.minutes(2);
    expect(posts(made.channel)).toHaveLength(2);
    expect((await made.store.problems.list()).items).toEqual([]);
  });

  test.each([
    ['refused for good', { kind: 'error', code: 400, description: 'Bad Request: something new' }],
    ['may have come', { kind: 'drop', when: 'before' }],
  ] as const)('leaves what is %s to an admin, who has it tried again, and goes on', async (_, fault) => {
    const made = await startChannel();
    telegram.faults.next('sendMessage', fault);
    await made.release({ killed: { min: 1, max: 1 } });
    await made.release({ killed: { min: 2, max: 2 } });
    await made.minutes(2);
    expect(posts(made.channel)).toEqual([expect.stringContaining('Killed: 2')]);
    const [problem] = (await made.store.problems.list()).items;
    expect(problem).toMatchObject({ what: 'channel', state: 'open' });
    await made.store.problems.set(problem?.id ?? '', 'again');
    made.wait(minuteMs);
    await made.minutes(1);
    expect(posts(made.channel)).toHaveLength(2);
    expect((await made.store.problems.list()).items).toEqual([]);
  });
});
