import { expect, test } from 'vitest';
import { samplePhoto } from '../../../infra/local/telegram/people/sample.ts';
import { cardOf, read, now as shownNow, startDesk, until } from '../../support/product/desk.ts';
import { answersOfReport } from '../script.ts';
import { dataOf, go, pressOn } from '../steps.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What the witness said, and the ids of files. */
const said = ['-mark', '47.66', '35.27', 'AgAC'];

test('a rejected report is erased after its days, in the tables and in every chat of the team, and its witness is told so', {
  timeout: 120_000,
}, async () => {
  let clock = Date.parse('2026-11-23T10:31:17.345Z');
  const { product, desk, moderator, witness, store, dump, tick } = await startDesk({
    now: () => new Date(clock),
  });
  const { rejectedDays } = product.deps.kept;
  await go(witness, ['agree', answersOfReport[0]]);
  await witness.location(47.661_234, 35.271_987);
  await go(witness, answersOfReport.slice(2, -2));
  await witness.send('Account-mark: I saw it from my window.');
  await witness.photo(samplePhoto(), { caption: 'Caption-mark' });
  await go(witness, ['send']);
  const [{ id } = { id: '' }] = (await store.queue.list({ limit: 1 })).items;
  const card = await cardOf(desk, { id });
  await moderator.send('/queue');
  await pressOn(moderator, `card:${id}`);
  expect(moderator.messages().map(read).join()).toContain('-mark');
  const { version = 1 } = (await store.reports.read(id)) ?? {};
  const at = new Date(clock).toISOString();
  const rejection = { reason: 'not_enough_detail' } as const;
  await store.reports.reject({ id, version, by: 'marko', at, rejection });
  await until(() => read(witness.last()).includes('was not approved'));

  const readable = async () => {
    const stored = (await Promise.all((['chats', 'keys', 'records'] as const).map(dump))).flat();
    const shown = [desk, moderator].flatMap(one => one.messages().map(message => JSON.stringify(message)));
    return [...stored.map(item => JSON.stringify(item)), ...shown].filter(text =>
      said.some(mark => text.includes(mark)),
    );
  };
  clock += (rejectedDays - 1) * dayMs;
  await tick();
  expect((await store.reports.read(id))?.answers.account).toContain('Account-mark');

  clock += 2 * dayMs;
  await tick();
  await until(async () => (await readable()).length === 0);
  await product.telegram.idle();
  expect(await readable()).toEqual([]);
  expect(shownNow(desk, card)).not.toContain('-mark');
  expect((await dump('keys')).filter(({ pk }) => String(pk).includes(id))).toEqual([]);
  // The button below the rejection is there still.
  await pressOn(witness, `amend:${id}`);
  expect(read(witness.last())).toContain('has been erased');
  await witness.send('/myreports');
  await pressOn(witness, `open:${id}`);
  expect(read(witness.last())).toContain('has been erased');
  expect(dataOf(witness.last()).filter(data => /withdraw|amend/.test(data))).toEqual([]);
  expect(await product.differences()).toEqual([]);
});
