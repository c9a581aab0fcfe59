import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { read } from '../../support/product/desk.ts';
import { type Product, startProduct } from '../../support/product/product.ts';
import { begin, dataOf, go, unknownAllTheWay, untilButton } from '../steps.ts';

const at = '2026-11-20T09:00:00.000Z';

/** A small seeded generator, so that a failing run can be run again. */
const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

/** Somebody with a report of which a moderator has asked, and one that was rejected. */
const somebody = async ({ telegram, store, deps }: Product): Promise<Person> => {
  const person = telegram.user({ first_name: 'Olena', language_code: 'en' });
  const reporter = deps.identity.reporter(person.id);
  await begin(person);
  await go(person, [...unknownAllTheWay, 'send', 'home', ...unknownAllTheWay, 'send']);
  const [second, first] = (await store.reports.ofReporter(reporter, { limit: 2 })).items;
  const by = 'marko';
  const ask = { id: first?.id ?? '', version: 1, by, at, wording: { template: 'where_exactly' } } as const;
  await store.reports.ask(ask);
  await untilButton(person, `reply:${ask.id}`);
  const rejection = { reason: 'not_enough_detail' } as const;
  await store.reports.reject({ id: second?.id ?? '', version: 1, by, at, rejection });
  await untilButton(person, `amend:${second?.id}`);
  return person;
};

const labelsOf = ({ reply_markup: markup }: Message): readonly string[] =>
  markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat().map(({ text }) => text) : [];

/** All that somebody sees of a chat, without codes and minutes, which are theirs alone. */
const seenBy = (person: Person): readonly string[] =>
  person.messages().map(message =>
    [read(message), ...labelsOf(message)]
      .join('\n')
      .replaceAll(/[0-9A-Z]{5}-[0-9A-Z]{5}/g, 'ID')
      .replaceAll(/\d{1,2}:\d{2}/g, 'TIME'),
  );

type Act = (person: Person) => Promise<unknown>;

/** Presses the button at this place, counted over all buttons in the chat, of which there are as many for both. */
const pressAt =
  (place: number): Act =>
  async person => {
    const buttons = person
      .messages()
      .flatMap(message => dataOf(message).map(data => [message, data] as readonly [Message, string]));
    const [message, data] = buttons[place % buttons.length] ?? [];
    // Nobody is compared after they erased all that is theirs.
    if (message && data && !data.includes('erase')) await person.press(message, data);
  };

const looking: readonly string[] = ['=/myreports'];
/** What a muted person may do, and look at afterwards. `open` opens the report at this place in the list. */
const plays: Readonly<Record<string, readonly string[]>> = {
  'answer a question': ['reply', '=At the school', 'reply_send', ...looking, 'open:1'],
  'answer it with a photo': ['reply', 'photo', 'reply_send', ...looking, 'open:1'],
  'correct what was asked about': [
    ...looking,
    'open:1',
    'amend',
    'change',
    'killed',
    '=2',
    'preview',
    'send',
    ...looking,
    'open:1',
    'amend',
    'change',
    'killed',
    '=3',
    'preview',
    'send',
  ],
  'correct what was rejected': ['amend', 'change', 'killed', '=4', 'preview', 'send', ...looking, 'open:0'],
  'correct nothing': [...looking, 'open:0', 'amend', 'preview', 'send'],
  'send a report': ['=/start', ...unknownAllTheWay, 'send', ...looking, 'open:0'],
  'withdraw the latest': [...looking, 'open:0', 'withdraw', 'withdraw_yes', ...looking, 'open:0'],
  'withdraw another': [...looking, 'open:1', 'withdraw', 'withdraw_yes', ...looking, 'open:1'],
};

/** The same step for both: what is pressed has another report in it for each. */
const actOf =
  (step: string): Act =>
  async person => {
    if (step === 'photo') return person.photo();
    if (step.startsWith('=')) return person.send(step.slice(1));
    const [name = '', place] = step.split(':');
    const buttons = person
      .messages()
      .toReversed()
      .flatMap(message => dataOf(message).map(data => [message, data] as const))
      .filter(([, data]) => `:${data}:`.includes(`:${name}:`));
    const [message, data] = buttons[Number(place ?? 0)] ?? [];
    return message && data ? person.press(message, data) : undefined;
  };

/** Plays the same for both, and compares all that they see after each step. */
const playSame = async (people: readonly [Person, Person], acts: readonly (readonly [string, Act])[]) => {
  const [muted, other] = people;
  const played: string[] = [];
  for (const [name, act] of acts) {
    played.push(name);
    await act(muted);
    await act(other);
    expect({ played, seen: seenBy(muted) }).toEqual({ played, seen: seenBy(other) });
  }
};

test.each([1, 2, 3, 4, 5, 6])(
  'somebody who is muted sees what everybody sees, whatever they do and look at later, and nobody else learns of it (%i)',
  {
    timeout: 240_000,
  },
  async seed => {
    const roll = dice(seed);
    const product = await startProduct();
    const { store, deps, dump, group, moderator, telegram } = product;
    const [muted, other] = [await somebody(product), await somebody(product)];
    const reporter = deps.identity.reporter(muted.id);
    await store.mutes.set({ reporter, muted: true, by: 'marko', at });
    const known = async () => (await store.reports.ofReporter(reporter, { limit: 20 })).items;
    const before = await known();

    const names = Object.keys(plays);
    const chosen = Array.from({ length: 4 }, () => names[roll(names.length)] ?? '');
    const scripted = chosen.flatMap(name =>
      (plays[name] ?? []).map(step => [`${name}: ${step}`, actOf(step)] as const),
    );
    const random = Array.from({ length: 25 }, () => {
      const place = roll(1000);
      return roll(5) === 0
        ? (['words', (one: Person) => one.send('Two people')] as const)
        : ([`press ${place}`, pressAt(place)] as const);
    });
    await playSame([muted, other], [...scripted, ...random, ['look', actOf('=/myreports')]]);

    // Moderators learn of what was taken back, and of nothing else.
    await telegram.idle();
    const after = await known();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const [n, report] of after.entries())
      if (report.status !== 'withdrawn') expect(report).toEqual(before[n]);
    const own = (await store.own.list(reporter, { limit: 20 })).items;
    const unheard = own.filter(({ id }) => !before.some(one => one.id === id));
    const told = JSON.stringify([await dump('records'), moderator.in(group).messages()]);
    for (const { id } of unheard) expect(told).not.toContain(id);
    expect(product.log.filter(line => /"update_(later|failed)"/.test(line))).toEqual([]);

    // What is kept for them alone is in clear nowhere, and goes when they ask for it.
    const kept = async () => (await dump('chats')).filter(({ shape }) => shape === 'unheard.1');
    for (const { id } of own) expect(JSON.stringify(await kept())).not.toContain(id);
    await muted.send('/privacy');
    await go(muted, ['erase', 'erase_yes']);
    expect(await kept()).toEqual([]);
  },
);
