import { expect, test } from 'vitest';
import { createLine, type Loss, lossesOf } from '../../../support/database/line.ts';
import { sampled } from '../../../support/seed.ts';
import { country, malokaterynivka, newsOf, region, settlement, startFollowing, telegram } from './setup.ts';

/** A call to the tables, or to Telegram, that is lost. `stays`: and every later one alike, until the process ends. */
type Fault = Readonly<{ to: 'tables' | 'Telegram'; loss: Loss }>;

/** The story is played from noon to noon. */
const always = { isAtNight: true } as const;
const perhapsAgain = 'You may have had this message already.';

/**
 * A release and then a correction of something else, told to two people who follow several of its topics and one who blocked
 * the bot. The fault comes with the first minute that tells; then the process ends, and another goes on.
 */
test('whichever call is lost, before or after it takes effect, and whenever the process ends, everybody is told of everything, and of nothing twice without being told so', {
  timeout: 1_200_000,
}, async () => {
  const line = createLine();
  const made = await startFollowing({ line });
  const wrong: string[] = [];
  const play = async (fault?: Fault): Promise<Readonly<Record<Fault['to'], number>>> => {
    const people = [
      await made.follower([settlement(malokaterynivka), region('UA-23')], always),
      await made.follower([country, { kind: 'munitions', munitions: ['cluster_munition'] }], always),
    ];
    const gone = await made.follower([country], always);
    await gone.block();
    const old = await made.release({ killed: { min: 1, max: 1 } });
    await made.minutes(4);
    await made.release({ killed: { min: 2, max: 2 } });
    await made.change(old, { killed: { min: 3, max: 3 } });
    made.wait(120_000);
    line.listen(fault?.to === 'tables' ? fault.loss : undefined);
    telegram.calls.length = 0;
    if (fault?.to === 'Telegram') {
      telegram.faults.next('*', { kind: 'slow', ms: 0 }, fault.loss.at);
      telegram.faults.next('*', { kind: 'drop', when: fault.loss.when });
    }
    await made.tick();
    const counts = { tables: line.calls().length, Telegram: telegram.calls.length };
    const lost = fault && line.calls()[fault.loss.at];
    line.listen();
    telegram.faults.clear();
    made.restart();
    made.wait(61_000);
    await made.minutes(8);
    const name = fault ? `${JSON.stringify(fault)} ${lost}` : 'no loss';
    for (const person of people) {
      const [, ...later] = newsOf(person);
      for (const entry of ['Killed: 2', 'Killed: 1 → 3']) {
        const saying = later.filter(text => text.includes(entry));
        if (saying.length === 0) wrong.push(`${name}: not told "${entry}"`);
        if (saying.slice(1).some(text => !text.includes(perhapsAgain)))
          wrong.push(`${name}: told "${entry}" ${saying.length} times`);
      }
      await made.store.followers.forget(person.chatId);
    }
    if (await made.store.followers.read(gone.chatId)) wrong.push(`${name}: who blocked the bot is kept`);
    return counts;
  };
  const calls = await play();
  expect(wrong).toEqual([]);
  expect(calls.Telegram).toBeGreaterThanOrEqual(2);
  const faults: readonly Fault[] = [
    ...lossesOf(calls.tables).map(loss => ({ to: 'tables', loss }) as const),
    ...lossesOf(calls.tables, true).map(loss => ({ to: 'tables', loss }) as const),
    ...lossesOf(calls.Telegram).map(loss => ({ to: 'Telegram', loss }) as const),
  ];
  for (const fault of sampled(faults, 17)) await play(fault);
  if (process.env.ALL) console.log(`${faults.length} losses`);
  expect(wrong).toEqual([]);
});

test.each(['before', 'after'] as const)(
  'a change that the stream tells again, because its notes were lost %s they took effect, is told once',
  async when => {
    const line = createLine();
    const made = await startFollowing({ line });
    const one = await made.follower([country]);
    const { incident, record } = await made.released();
    line.listen();
    await made.deliver(record);
    const count = line.calls().length;
    for (let at = 0; at < count; at += 1) {
      line.listen({ at, when, stays: true });
      await made.deliver((await made.released(incident)).record).catch(() => {});
      line.listen();
      await made.deliver((await made.released(incident)).record);
    }
    await made.minutes(4);
    expect(newsOf(one)).toHaveLength(1);
    expect(newsOf(one)[0]).not.toContain('2. ');
  },
);
