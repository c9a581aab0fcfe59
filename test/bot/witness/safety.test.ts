import { describe, expect, test } from 'vitest';
import { witnessCallbacks } from '../../../bot/callbacks/witness.ts';
import { limits } from '../../../bot/telegram/screen.ts';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { catalogues } from '../../support/catalogues.ts';
import { approveCard, cardOf, read, startDesk, submit, until } from '../../support/product/desk.ts';
import { dataOf, go, pressOn } from '../../whole/steps.ts';

const away = catalogues.en.witness.safety.safe;
const first = 'Do not touch it';

/** Fails unless the last message has the safety text and its button, and no other message a witness's button. */
const expectInSight = (person: Person, after: string): void => {
  const last = person.last();
  expect(read(last), after).toContain(first);
  expect(person.buttons(last).flat(), after).toContain(away);
  const screens = person.messages().filter(message => dataOf(message).some(data => data.startsWith('w:')));
  expect(
    screens.map(message => message.message_id),
    after,
  ).toEqual([last.message_id]);
};

/** What is sent or pressed, and what of the answer is to be read. */
const answered: readonly (readonly [string, string])[] = [
  ['=/start', first],
  ['=/report', first],
  ['=/help', 'What you can do here'],
  ['=/privacy', 'Withdraw a report'],
  ['erase', 'Erase your contact and draft now?'],
  ['=/myreports', 'No reports have been sent'],
  ['=/language', 'Choose the language'],
  ['=/settings', 'Choose the language'],
  ['=/latest', 'Latest published'],
  ['=/summary', 'Summary'],
  ['=/summary Kharkiv', 'Kharkiv'],
  ['=/changes', 'What changed'],
  ['=/incident', 'code'],
  ['=/nothing', 'There is no such command'],
  ['=It is yellow and lies by the fence', 'confirm with the button'],
  ['=Help', 'If somebody needs help now'],
  ['=help, my son is bleeding', 'This bot cannot send help'],
  ['told', 'confirm with the button'],
  ['not_yet', 'Put the phone away'],
  ['=/cancel', 'Stop this report?'],
  ['_go', first],
  ['_cancel', 'Stop this report?'],
  ['_go', first],
];

/** Waits until the safety text is the last message, and no other one has its button. */
const untilLast = async (person: Person, after: string): Promise<void> => {
  const isLast = (): boolean => {
    const last = person.last();
    const screens = person.messages().filter(message => person.buttons(message).flat().includes(away));
    return read(last).includes(first) && screens.length === 1 && screens[0] === last;
  };
  await until(isLast).catch(() => {
    throw new Error(`After ${after}: ${person.messages().map(read).join('\n---\n')}`);
  });
};

describe('beside an object', () => {
  test('the safety text stays the last message, with its button, whatever else is asked for', {
    timeout: 180_000,
  }, async () => {
    const { product, desk, witness, reader } = await startDesk();
    await approveCard(desk, await cardOf(desk, await submit(product, reader)));
    await go(witness, ['agree', 'found']);
    expectInSight(witness, 'found');
    for (const [step, answer] of answered) {
      await go(witness, [step]);
      expectInSight(witness, step);
      expect(witness.messages().map(read).join('\n'), step).toContain(answer);
    }
    await witness.sticker();
    expectInSight(witness, 'a sticker');
    await witness.photo();
    expectInSight(witness, 'a photo');
    await pressOn(witness, 'safe');
    expect(read(witness.last())).not.toContain(first);
    await witness.send('/help');
    expect(read(witness.last())).not.toContain(first);
  });

  test('a moderator who is a witness has it below what the desk shows', async () => {
    const { moderator } = await startDesk();
    await moderator.start();
    await go(moderator, ['agree', 'found']);
    for (const command of ['/queue', '/team', '/problems']) {
      await moderator.send(command);
      expect(read(moderator.last()), command).toContain(first);
      expect(moderator.buttons(moderator.last()).flat(), command).toContain(away);
    }
  });

  test('what is too long to stand above it is a message of its own, and its buttons work', async () => {
    const { product, desk, witness, store, deps } = await startDesk();
    const { id, version } = await submit(product, witness);
    const by = deps.identity.member(desk.id);
    await store.reports.ask({ id, version, by, at: deps.now().toISOString(), wording: { words: 'Where?' } });
    await until(() => read(witness.last()).includes('Where?'));
    await go(witness, ['agree', 'found', `reply:${id}`]);
    expectInSight(witness, 'a question');
    await witness.send('By the fence of the school. '.repeat(140).slice(0, 3900));
    expectInSight(witness, 'a long answer');
    const answer = witness.messages().find(message => read(message).includes('Your answer so far'));
    expect(answer && dataOf(answer)).toEqual([]);
    for (const message of witness.messages())
      expect(read(message).length).toBeLessThanOrEqual(limits.textLength);
    await go(witness, ['reply_send']);
    expectInSight(witness, 'an answer');
    expect((await store.reports.read(id))?.questions?.[0]?.reply?.text).toContain('By the fence');
  });

  test('who turns back or erases the draft has it before their eyes once more', async () => {
    const { witness } = await startDesk();
    await go(witness, ['agree', 'found', '_back']);
    expect(read(witness.last())).toContain(first);
    expect(read(witness.last())).toContain('What do you want to report?');
    await go(witness, ['found', '_cancel', '_discard']);
    expect(read(witness.last())).toContain(first);
    expect(dataOf(witness.last())).toContain(witnessCallbacks.data('report', { what: 'found' }));
  });

  test('whatever comes by itself stands above it: questions, decisions, news that one follows, old lists that are pressed', {
    timeout: 180_000,
  }, async () => {
    let clock = Date.now();
    const { product, desk, witness, reader, telegram, store, tick, deps } = await startDesk({
      now: () => new Date(clock),
    });
    const says = (text: string) => witness.messages().some(message => read(message).includes(text));
    const asked = await submit(product, witness);
    const decided = await submit(product, witness);
    await witness.send('/follow');
    await witness.press('Follow all of Ukraine');
    await witness.press('Soon, or once a day');
    await witness.press('Also at night');
    await go(witness, ['=/start', 'agree', 'found']);
    await untilLast(witness, 'found');

    const by = deps.identity.member(desk.id);
    const at = deps.now().toISOString();
    await store.reports.ask({ id: asked.id, version: 1, by, at, wording: { words: 'Where exactly?' } });
    await until(() => says('Where exactly?'));
    await untilLast(witness, 'a question');
    await store.reports.reject({
      id: decided.id,
      version: 1,
      by,
      at,
      rejection: { reason: 'not_enough_detail' },
    });
    await until(() => says('was not approved'));
    await untilLast(witness, 'a decision');

    await approveCard(desk, await cardOf(desk, await submit(product, reader)));
    await until(async () => (await store.news.head())?.seq === 1);
    for (let minute = 0; minute < 4 && !says('New: 1 incident'); minute += 1) {
      clock += 60_000;
      await tick();
    }
    const news = witness.messages().find(message => dataOf(message).some(data => data.startsWith('r:')));
    expect(news).toBeDefined();
    await untilLast(witness, 'news');

    const pressed = witness.messages().findLast(message => dataOf(message).some(data => /^r:fo/.test(data)));
    if (!pressed) throw new Error('No list to press on');
    await witness.press(pressed, dataOf(pressed)[0] ?? '');
    await telegram.idle();
    await untilLast(witness, 'a press on what came');

    await witness.send('/map');
    await telegram.idle();
    await untilLast(witness, 'a map');
    expect(says(catalogues.en.pictures.whenAway)).toBe(true);
    expect(telegram.calls.some(({ method }) => method === 'sendPhoto')).toBe(false);

    await pressOn(witness, 'safe');
    expect(witness.messages().some(message => read(message).includes(first))).toBe(false);
    await pressOn(witness, `reply:${asked.id}`);
    expect(witness.buttons().flat()).not.toContain(away);
    expect(says('Write your answer here')).toBe(true);
  });
});
