import { describe, expect, test } from 'vitest';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { read } from '../../support/product/desk.ts';
import { type Product, startProduct } from '../../support/product/product.ts';
import { sampled } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import { answersOfReport } from '../script.ts';
import { begin, dataOf, go, untilButton } from '../steps.ts';

/** A small seeded generator, so that a failing run can be run again. */
const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

const newcomer = (product: Product, n: number): Person =>
  product.telegram.user({ id: 8100 + n, first_name: `Person ${n}`, language_code: 'en' });

/** The reports that the chat of a person leads to. */
const reportsOf = async ({ store, deps }: Product, person: Person) =>
  (await store.reports.ofReporter(deps.identity.reporter(person.id), { limit: 20 })).items;

const onlyReport = async (product: Product, person: Person): Promise<string> => {
  const [one, ...more] = await reportsOf(product, person);
  expect(more).toEqual([]);
  return one?.id ?? '';
};

const left = ({ telegram }: Product): number =>
  telegram.calls.filter(({ method }) => method === 'leaveChat').length;

const failures = ({ log }: Product): readonly string[] =>
  log.filter(line => line.includes('"update_failed"'));

describe('two instances that take updates in turn', () => {
  test('lose no answer, correction, reason, consent or erasure of anybody', {
    timeout: 120_000,
  }, async () => {
    const product = await startProduct();
    const { telegram, witness, moderator, store, deps } = product;
    await begin(witness);
    await go(witness, [...answersOfReport, 'send']);
    const id = await onlyReport(product, witness);
    // A question in a moderator's own words, and the answer in two halves.
    await untilButton(moderator.in(product.group), `ask:${id}`);
    await moderator.send('/queue');
    await go(moderator, [`card:${id}`, `ask:${id}`, `askInWords:${id}`, '=Where exactly was it?']);
    await untilButton(witness, `reply:${id}`);
    await go(witness, [`reply:${id}`, '=At the school', '=in its yard', 'reply_send']);
    const answered = await until(async () => {
      const report = await store.reports.read(id);
      return report?.questions?.[0]?.reply && report;
    });
    expect(answered.questions?.[0]?.reply?.text).toBe('At the school\nin its yard');
    // The reason of a rejection, in a moderator's own words.
    await moderator.send('/queue');
    await go(moderator, [`card:${id}`, `reject:${id}`, `rejectInWords:${id}`, '=It was a thunderstorm.']);
    expect((await store.reports.read(id))?.rejection).toEqual({
      reason: 'other',
      words: 'It was a thunderstorm.',
    });
    // Consent is asked once; a draft that was erased stays so.
    await go(witness, ['=/report', 'attack']);
    const key = deps.identity.chatKey(witness.id);
    expect((await store.chats.read(key))?.draft?.answers).toMatchObject({ phase: 'attack' });
    await go(witness, ['=/privacy', 'erase', 'erase_yes']);
    await telegram.idle();
    expect((await store.chats.read(key))?.draft).toBeUndefined();
    await witness.send('Kharkiv');
    expect((await store.chats.read(key))?.draft).toBeUndefined();
    expect([failures(product), left(product)]).toEqual([[], 0]);
  });

  test('both know that the group became a supergroup, and neither leaves it', {
    timeout: 180_000,
  }, async () => {
    for (const first of [0, 1]) {
      const basic = { id: -700 - first, title: 'Basic' };
      const product = await startProduct({
        instances: 2,
        choose: n => n + first,
        change: deps => ({ ...deps, moderatorsChat: basic.id }),
      });
      const { telegram, moderator } = product;
      const group = await telegram.group({
        ...basic,
        type: 'group',
        members: [moderator],
        bot: 'administrator',
      });
      await telegram.idle();
      const upgraded = await group.upgrade();
      await telegram.idle();
      for (let n = 0; n < 4; n += 1) await moderator.in(upgraded).send('/queue');
      await upgraded.addBot('member');
      await telegram.idle();
      const answers = upgraded.messages().filter(message => read(message).includes('Чекають на перевірку'));
      expect([answers.length > 0, left(product), failures(product)]).toEqual([true, 0, []]);
    }
  });
});

/** What a witness can press or write next, of what their screen shows. */
const randomAct = (person: Person, roll: (below: number) => number): (() => Promise<unknown>) => {
  const texts = [
    'Kharkiv',
    'yesterday',
    'three people',
    '/start',
    '/report',
    '/help',
    'cluster munition',
    '/cancel',
  ];
  const screen = person.messages().findLast(message => dataOf(message).length > 0);
  const data = screen ? dataOf(screen).filter(one => !/urls?/.test(one)) : [];
  const pressed = data[roll(data.length)];
  if (screen && pressed && roll(3) > 0) return () => person.press(screen, pressed);
  const text = texts[roll(texts.length)] ?? '';
  return () => person.send(text);
};

const screensOf = (person: Person): number =>
  person.messages().filter(message => dataOf(message).length > 0).length;

describe.each(sampled([1, 2, 3, 4], 4))(
  'three instances that take updates at random, several people at once (%i)',
  seed => {
    test('nobody sees an older screen, no report is lost or doubled, and nothing fails', {
      timeout: 120_000,
    }, async () => {
      const roll = dice(seed);
      const product = await startProduct({ instances: 3, choose: () => roll(3) });
      const { telegram, store, deps, moderator, group } = product;
      const people = [1, 2, 3].map(n => newcomer(product, 100 * seed + n));
      await Promise.all(people.map(begin));
      for (let round = 0; round < 12; round += 1) {
        const acts = people.flatMap(person => [
          randomAct(person, roll),
          ...(roll(3) === 0 ? [randomAct(person, roll)] : []),
        ]);
        await Promise.all([
          ...acts.map(act => act().catch(() => undefined)),
          moderator.in(group).send('/queue'),
        ]);
        await telegram.idle();
      }
      // Whoever looks again sees the present screen, and no other.
      for (const person of people) {
        await person.send('/start');
        await telegram.idle();
        const chat = await store.chats.read(deps.identity.chatKey(person.id));
        expect(chat?.consentAt).toBeDefined();
        expect([
          screensOf(person),
          person.messages().some(({ message_id: id }) => id === chat?.screen),
        ]).toEqual([1, true]);
      }
      expect([failures(product), left(product)]).toEqual([[], 0]);
    });

    test('everybody’s report arrives once, as they told it, whoever else writes', {
      timeout: 120_000,
    }, async () => {
      const roll = dice(seed + 50);
      const product = await startProduct({ instances: 3, choose: () => roll(3) });
      const people = [1, 2, 3].map(n => newcomer(product, 1000 * seed + n));
      await Promise.all(people.map(begin));
      await Promise.all(
        people.map((person, n) =>
          go(person, [
            ...answersOfReport.map(step => (step.startsWith('=I saw') ? `=Told by number ${n}.` : step)),
            'send',
          ]),
        ),
      );
      for (const [n, person] of people.entries()) {
        const report = await product.store.reports.read(await onlyReport(product, person));
        expect(report?.answers).toMatchObject({
          phase: 'attack',
          account: `Told by number ${n}.`,
          source: { kind: 'own_eyes' },
        });
      }
      expect([failures(product), left(product)]).toEqual([[], 0]);
    });
  },
);
