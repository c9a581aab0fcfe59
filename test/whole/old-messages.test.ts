import { expect, test } from 'vitest';
import type { Person } from '../../infra/local/telegram/people/person.ts';
import { samplePhoto } from '../../infra/local/telegram/people/sample.ts';
import { cardOf, now as shownNow, startDesk, until } from '../support/product/desk.ts';
import { answersOfReport } from './script.ts';
import { go, pressOn } from './steps.ts';

/** What is told of withdrawing holds after years, though Telegram lets a bot delete its messages for 48 hours only. */

const hourMs = 3_600_000;
const words = 'Account-mark: I saw it from my window.';

/** A report with photos, of which a moderator has seen everything in their private chat and in the group. */
const tellAndShow = async () => {
  let offset = 0;
  const all = await startDesk({ now: () => new Date(Date.now() + offset) });
  const { desk, moderator, product, telegram, witness } = all;
  await go(witness, ['agree', ...answersOfReport.slice(0, -2)]);
  await witness.send(words);
  await witness.photo(samplePhoto(), { caption: 'Caption-mark' });
  await witness.photo(samplePhoto());
  await go(witness, ['send']);
  const [{ id } = { id: '' }] = (await product.store.queue.list({ limit: 1 })).items;
  const card = await cardOf(desk, { id });
  await moderator.send('/queue');
  await pressOn(moderator, `card:${id}`);
  await pressOn(moderator, `evidence:${id}`);
  await pressOn(desk, `evidence:${id}`);
  const pass = (hours: number) => {
    offset += hours * hourMs;
    telegram.advance(hours * hourMs);
  };
  const withdraw = async () => {
    await witness.send('/myreports');
    for (const step of [`open:${id}`, `withdraw:${id}`, `withdraw_yes:${id}`]) await pressOn(witness, step);
    await until(() => shownNow(desk, card).includes('Withdrawn by the witness'));
    await until(() => [desk, moderator].every(one => !textsIn(one).includes('Account-mark')));
    await telegram.idle();
  };
  return { ...all, id, pass, withdraw };
};

const photosIn = (person: Person): number => person.messages().filter(({ photo }) => photo).length;
const textsIn = (person: Person): string =>
  person
    .messages()
    .map(({ text = '', caption = '' }) => text + caption)
    .join('\n');

test('files that moderators were shown go within a day, so that nothing is left of a report withdrawn a year later', async () => {
  const { desk, moderator, pass, product, withdraw } = await tellAndShow();
  expect([desk, moderator].map(photosIn)).toEqual([2, 2]);
  pass(22);
  await product.tick();
  expect([desk, moderator].map(photosIn)).toEqual([2, 2]);
  pass(4);
  await product.tick();
  expect([desk, moderator].map(photosIn)).toEqual([0, 0]);
  expect((await product.dump('chats')).filter(({ pk }) => pk === 'SHOWN')).toEqual([]);
  pass(365 * 24);
  await withdraw();
  for (const one of [desk, moderator]) expect(textsIn(one)).not.toContain('-mark');
  expect((await product.store.problems.list()).items).toEqual([]);
});

test('where a file can be taken away no more, an admin is told of it', async () => {
  const { desk, id, moderator, pass, product, withdraw } = await tellAndShow();
  // The clock stood still for days.
  pass(72);
  await withdraw();
  // The bot administers the group, where it may delete everything; not so a private chat.
  expect([desk, moderator].map(photosIn)).toEqual([0, 2]);
  expect(textsIn(moderator)).not.toContain('Account-mark');
  await product.tick();
  const { items } = await product.store.problems.list();
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'files', subject: id, reason: 'refused', state: 'open' }),
    ]),
  );
  await moderator.send('/problems');
  expect(textsIn(moderator)).toContain('are still in a chat of the team');
  // Deleted by hand, it is no problem any more.
  moderator.clear();
  for (const { id: problem } of items) await product.store.problems.set(problem, 'again');
  await product.tick();
  expect((await product.store.problems.list()).items).toEqual([]);
});
