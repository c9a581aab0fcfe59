import { describe, expect, it } from 'vitest';
import type { Deps } from '../../../bot/context.ts';
import type { Fault } from '../../../infra/local/telegram/world/faults.ts';
import { startProduct } from '../../support/product/product.ts';
import { sampled } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import { begin, dataOf, go, pressOn, untilButton } from '../steps.ts';

/** What a client sees of a DynamoDB that did, or did not, do what it was asked before the line broke. */
class BrokenLine extends Error {
  override name = 'TimeoutError';
}

const answers = [
  'attack',
  '=Kharkiv',
  'yesterday',
  'evening',
  'many_small_explosions',
  'cluster_munition',
  'rocket_launcher',
  'remains',
  '0',
  '=8, 3 of them medics',
  'only_residential',
  'own_eyes',
  '=It was in the evening.',
  '_none',
  'send',
];

/** A small seeded generator, so that a failing run can be run again. */
const dice = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/** Breaks the line to the store before or after some of its writes. */
const breaking = (deps: Omit<Deps, 'api'>, roll: () => number): Omit<Deps, 'api'> => {
  const broken = <Args extends readonly unknown[], Result>(act: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      const luck = roll();
      if (luck < 0.1) throw new BrokenLine('before');
      const result = await act(...args);
      if (luck > 0.9) throw new BrokenLine('after');
      return result;
    };
  };
  const { chats, reports } = deps.store;
  return {
    ...deps,
    store: {
      ...deps.store,
      chats: { ...chats, save: broken(chats.save), read: broken(chats.read) },
      reports: { ...reports, submit: broken(reports.submit) },
    },
  };
};

describe('a report told over a line that breaks, to a bot that is killed', () => {
  it.each(sampled([1, 2, 3, 4, 5, 6], 3))(
    'arrives once and whole (seed %i)',
    { timeout: 180_000 },
    async seed => {
      const roll = dice(seed);
      const product = await startProduct({ change: deps => breaking(deps, roll) });
      const { witness, telegram, moderator, group, store, dump, restart } = product;
      await begin(witness);
      const faults: readonly Fault[] = [
        { kind: 'error', code: 500 },
        { kind: 'drop', when: 'before' },
        { kind: 'drop', when: 'after' },
        { kind: 'error', code: 429, retryAfter: 1 },
      ];
      for (const [index, step] of answers.entries()) {
        if (index % 5 === seed % 5) {
          telegram.faults.clear();
          await restart();
        }
        if (roll() < 0.3) telegram.faults.nextUpdate('duplicate');
        const fault = faults[Math.floor(roll() * 12)];
        if (fault) telegram.faults.next('*', fault);
        await go(witness, [step]);
        await telegram.idle();
      }
      await untilButton(moderator.in(group), 'approve');
      const reports = (await dump('records')).filter(item => item.sk === 'REPORT');
      expect(reports).toHaveLength(1);
      const report = await store.reports.read(String(reports[0]?.id));
      expect(report?.answers).toMatchObject({
        phase: 'attack',
        occurred: { precision: 'part_of_day', part: 'evening' },
        munition: 'cluster_munition',
        killed: { min: 0, max: 0 },
        injured: { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
        areas: ['residential'],
        account: 'It was in the evening.',
      });
      const cards = moderator
        .in(group)
        .messages()
        .filter(message => dataOf(message).some(data => data.startsWith('m:approve')));
      expect(cards).toHaveLength(1);
    },
  );

  it('is sent once when the button is pressed again and again', async () => {
    const { witness, dump, telegram } = await startProduct();
    await begin(witness);
    await go(witness, answers.slice(0, -1));
    const screen = witness.last();
    const send = dataOf(screen).find(data => data.endsWith(':send')) ?? '';
    await Promise.all([1, 2, 3].map(() => witness.press(screen, send)));
    await telegram.idle();
    expect((await dump('records')).filter(item => item.sk === 'REPORT')).toHaveLength(1);
    await pressOn(witness, 'mine');
    await until(() => dataOf(witness.last()).some(data => data.startsWith('w:open:')));
  });
});
