import { expect, test } from 'vitest';
import { moderatorCallbacks } from '../../../bot/callbacks/moderator.ts';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { samplePhoto } from '../../../infra/local/telegram/people/sample.ts';
import type { Report } from '../../../lib/report/report.ts';
import {
  approveCard,
  cardOf,
  now as shownNow,
  startDesk,
  submit,
  until,
} from '../../support/product/desk.ts';
import type { Product } from '../../support/product/product.ts';
import { answersOfReport } from '../script.ts';
import { dataOf, go, pressOn } from '../steps.ts';

/**
 * A whole night by the chat alone, as its people live it, and then everything that is stored and everything that moderators
 * still see, searched for what one witness said.
 */

const marks = {
  place: 'Zelena-mark by the blue gate',
  account: 'Account-mark: I saw it from my window.',
  caption: 'Caption-mark of the yard',
  answer: 'Answer-mark: behind the school',
  pin: [47.661_234, 35.271_987],
} as const;

const words = ['-mark', '47.66', '35.27', 'AgAC', 'BQAC'];

const sentAt = Date.parse('2026-11-23T10:31:17.345Z');
/** The minute and second of sending, as a text in any zone or as a number. */
const moments = ['31:17', String(sentAt).slice(0, 9), String(Math.floor(sentAt / 60_000))];

const textsOf = async ({ dump }: Product, tables: readonly ('chats' | 'keys' | 'records')[]) =>
  (await Promise.all(tables.map(dump))).flat().map(item => JSON.stringify(item));

const findIn = (texts: readonly string[], forbidden: readonly string[]): readonly string[] =>
  texts.flatMap(text => forbidden.filter(mark => text.includes(mark)).map(mark => `${mark} in ${text}`));

/** All that can be read in a chat: texts, captions, and which photos are there. */
const readAll = (person: Person): string =>
  person
    .messages()
    .map(({ text = '', caption = '', photo }) => `${text}${caption}${photo ? ' [photo]' : ''}`)
    .join('\n');

/** Olena tells everything, from the first question to the receipt. */
const tellAll = async (product: Product): Promise<Report> => {
  const { witness, store } = product;
  await go(witness, ['agree', answersOfReport[0]]);
  await witness.location(...marks.pin);
  await go(witness, answersOfReport.slice(2, -2));
  await witness.send(`${marks.account} ${marks.place}`);
  await witness.photo(samplePhoto(), { caption: marks.caption });
  await go(witness, ['send']);
  const [{ id } = { id: '' }] = (await store.queue.list({ limit: 1 })).items;
  const report = await store.reports.read(id);
  if (!report) throw new Error('The report did not arrive.');
  return report;
};

const startNight = async () => {
  let clock = Date.parse('2026-11-23T09:12:05.000Z');
  const all = await startDesk({ now: () => new Date(clock) });
  clock = sentAt;
  const pass = (minutes: number) => {
    clock += minutes * 60_000;
  };
  return { ...all, pass };
};

test('of a report with everything nothing is readable in the tables, nor that another is of the same person', {
  timeout: 120_000,
}, async () => {
  const { product, witness, reader, desk, store, pass } = await startNight();
  await reader.start();
  const first = await tellAll(product);
  pass(67);
  const second = await submit(product, witness, first.answers);
  pass(68);
  const third = await submit(product, reader, first.answers);
  pass(69);
  await approveCard(desk, await cardOf(desk, first));
  await until(() => desk.messages().some(message => shownNow(desk, message).includes('Approved by')));
  const incident = (await store.reports.read(first.id))?.incident ?? '';
  for (const { id } of [second, third]) {
    const { kind } = await store.reports.approve({
      id,
      version: 1,
      by: 'marko',
      at: '2026-11-23T14:00:00.000Z',
      into: { kind: 'existing', incident },
      checklist: { militaryPosition: false, identifiesPerson: false, graphic: false },
    });
    expect(kind).toBe('done');
  }
  await until(() => reader.messages().some(({ text }) => text?.includes('was approved')));
  await product.telegram.idle();

  // A moderator looks at all of them, one after the other, in one message.
  const { moderator } = product;
  await moderator.send('/queue');
  const message = moderator.last();
  for (const { id } of [first, second, third]) {
    const { version = 1 } = (await store.reports.outcome(id)) ?? {};
    await moderator.forge(message, moderatorCallbacks.data('card', { id, version }));
  }
  await product.telegram.idle();
  expect(readAll(moderator)).toContain('-mark');

  const people = [witness, reader].flatMap(({ id, user }) => [String(id), user.first_name]);
  const texts = await textsOf(product, ['chats', 'keys', 'records']);
  expect(findIn(texts, [...words, ...people, ...moments])).toEqual([]);
  // What two reports of one person have in common, every other report has too.
  const valuesOf = ({ id }: Report) =>
    new Set(
      texts
        .filter(text => text.includes(id))
        .flatMap(text => text.match(/"[^"]{6,}"|\d{5,}/g) ?? [])
        .filter(value => ![first, second, third].some(report => value.includes(report.id))),
    );
  const [one, two, other] = [first, second, third].map(valuesOf);
  const copies = texts.flatMap(text => /"COPY#[^"]+"/.exec(text) ?? []);
  expect(copies.length).toBeGreaterThanOrEqual(3);
  expect(new Set(copies).size).toBe(copies.length);
  expect([...(one ?? [])].filter(value => two?.has(value) && !other?.has(value))).toEqual([]);
  // No number of a message in clear: a receipt's is next to that of the card that followed it.
  expect(findIn(await textsOf(product, ['chats']), ['"screen":', '"message":', '"minute":'])).toEqual([]);
  expect(await product.differences()).toEqual([]);
});

test('once it is withdrawn, neither the tables nor any moderator’s chat have any of it', {
  timeout: 120_000,
}, async () => {
  const { product, witness, moderator, desk, store, pass } = await startNight();
  const { id } = await tellAll(product);
  pass(3);
  const first = await cardOf(desk, { id });
  // Asked and answered: another card follows, and the first stays where it is.
  await pressOn(desk, `ask:${id}`);
  await pressOn(desk, `askFor:${id}`);
  await until(() => witness.buttons().flat().includes('Answer'));
  await witness.press('Answer');
  await witness.send(marks.answer);
  await witness.press('Send the answer');
  const second = await until(() =>
    desk
      .messages()
      .find(message => message.message_id > first.message_id && message.text?.includes('Answer-mark')),
  );
  // Opened in private, with the photo, the history, and a correction begun.
  await moderator.send('/queue');
  await pressOn(moderator, `card:${id}`);
  await pressOn(moderator, `evidence:${id}`);
  await pressOn(moderator, `history:${id}`);
  expect(readAll(moderator)).toContain('[photo]');
  await pressOn(moderator, `card:${id}`);
  await pressOn(moderator, `edit:${id}`);
  await moderator.press('Open the correction').catch(() => pressOn(moderator, 'draft'));
  await pressOn(desk, `evidence:${id}`);
  await approveCard(desk, second);
  await until(() => shownNow(desk, second).includes('Approved by'));
  const [incident] = (await store.incidents.latest({ limit: 1 })).items;
  const published = JSON.stringify(incident);
  for (const told of ['Malokaterynivka', 'cluster_munition']) expect(published).toContain(told);
  expect(readAll(desk)).toContain('-mark');
  pass(200);

  await witness.send('/myreports');
  for (const step of [`open:${id}`, `withdraw:${id}`, `withdraw_yes:${id}`]) await pressOn(witness, step);
  await until(() => [desk, moderator].every(one => !/-mark|\[photo\]|47\.66/.test(readAll(one))));
  await product.telegram.idle();
  expect(shownNow(desk, first)).toContain('Withdrawn by the witness');
  const texts = await textsOf(product, ['chats', 'keys', 'records']);
  expect(findIn(texts, [...words, ...moments])).toEqual([]);
  // Nor what was published of it, beyond where and when something was retracted.
  const records = (await product.dump('records')).filter(({ pk }) => !String(pk).startsWith('CELL#'));
  const left = records.map(item => JSON.stringify(item));
  expect(findIn(left, ['Malokaterynivka', 'Малокатеринівка', 'cluster', 'own_eyes', 'healthcare'])).toEqual(
    [],
  );
  expect((await store.chats.read(product.deps.identity.chatKey(moderator.id)))?.draft).toBeUndefined();
  expect(await product.differences()).toEqual([]);
});

test('records that are restored to before a withdrawal show nobody any of it; with the keys, all of it is back', {
  timeout: 120_000,
}, async () => {
  const { product, witness, moderator, desk, reader, store, pass } = await startNight();
  const { id } = await tellAll(product);
  pass(3);
  const card = await cardOf(desk, { id });
  await approveCard(desk, card);
  await until(() => shownNow(desk, card).includes('Approved by'));
  await product.telegram.idle();
  const records = await product.dump('records');
  const keys = await product.dump('keys');
  await witness.send('/myreports');
  for (const step of [`open:${id}`, `withdraw:${id}`, `withdraw_yes:${id}`]) await pressOn(witness, step);
  await until(() => shownNow(desk, card).includes('Withdrawn by the witness'));
  await product.telegram.idle();

  await product.restore('records', records);
  await product.tick();
  await product.telegram.idle();
  expect(findIn(await textsOf(product, ['chats', 'keys', 'records']), words)).toEqual([]);
  await moderator.send('/queue');
  await witness.send('/myreports');
  await reader.start();
  for (const command of ['/latest', '/summary', '/changes']) await reader.send(command);
  // What the witness wrote, and their receipt, stand in their own chat.
  for (const person of [moderator, desk, reader]) expect(findIn([readAll(person)], words)).toEqual([]);
  await pressOn(witness, `open:${id}`);
  expect(shownNow(witness, witness.last())).toMatch(/withdrawn/i);
  expect(dataOf(witness.last()).filter(data => /withdraw|amend/.test(data))).toEqual([]);

  expect(await store.reports.erase({ id, at: '2026-11-23T15:00:00.000Z' })).toEqual({ kind: 'missing' });
  expect(await product.differences()).toEqual([]);

  await product.restore('records', records);
  await product.restore('keys', keys);
  expect((await store.reports.read(id))?.answers.account).toContain(marks.account);
  expect(await product.differences()).toEqual([]);
});
