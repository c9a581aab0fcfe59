import { expect, test } from 'vitest';
import { withUnreadableNoted } from '../../bot/runtime/unreadable.ts';
import type { Person } from '../../infra/local/telegram/people/person.ts';
import {
  chatKey,
  correctionKey,
  eventKey,
  figureKey,
  incidentKey,
  type Key,
  memberKey,
  problemKey,
  reportKey,
  tallyPartition,
} from '../../lib/store/dynamodb/keys.ts';
import { everywhere } from '../../lib/summary/tally.ts';
import { catalogues } from '../support/catalogues.ts';
import { cardOf, enlist, read, startDesk, submit } from '../support/product/desk.ts';
import { approval } from '../support/samples/submission.ts';
import { begin, go, release } from './steps.ts';

const { terms, reader: readers, moderator: desk } = catalogues.en;

/** A list on a screen: who opens it and how, an item that cannot be read, and what the screen then says. */
type List = Readonly<{
  spoilt: Key | (() => Promise<Key>);
  table?: 'chats';
  by: Person;
  steps: readonly string[];
  says: string;
  /** What is shown all the same. */
  still?: string;
}>;

test.each(['later', 'damaged'] as const)(
  'every list skips an item that cannot be read (%s), shows the others, and says so',
  { timeout: 120_000 },
  async how => {
    const made = await startDesk({
      change: deps => ({ ...deps, store: withUnreadableNoted(deps.store, deps.log) }),
    });
    const { product, store, witness, reader, moderator, dump, spoil, log, deps } = made;
    const at = deps.now().toISOString();
    const approved = [];
    for (let n = 0; n < 3; n += 1) {
      const approving = approval(await submit(product, witness), { at });
      await store.reports.approve(approving);
      approved.push(approving.into.incident);
    }
    await release(product);
    for (const incident of approved) {
      const { version = 0 } = (await store.incidents.read(incident)) ?? {};
      const amendment = { kind: 'assess', assessment: 'confirmed' } as const;
      await store.incidents.amend({ incident, version, by: 'marko', at, amendment });
    }
    await release(product);
    const waiting = [await submit(product, witness), await submit(product, witness)];
    const [one, two] = waiting;
    const [published = '', , other = ''] = approved;
    if (!one || !two) throw new Error('No reports');
    const figure = (id: string, attacks: number) =>
      ({
        ...({ id, version: 1, status: 'recorded', recordedAt: at, by: 'marko' } as const),
        published: '2022-08-25',
        source: { kind: 'monitor', name: 'Monitor' },
        munition: 'cluster_munition',
        attacks: { atLeast: attacks },
      }) as const;
    for (const [n, id] of ['K7QF2M9XC0', 'K7QF2M9XC1'].entries())
      await store.figures.record(figure(id, 111 * (n + 1)));
    const colleague = await enlist(product, 'Stepan');
    const keyOf = async (table: 'chats' | 'records', is: (key: Key) => boolean): Promise<Key> => {
      const found = ((await dump(table)) as readonly Key[]).find(is);
      if (!found) throw new Error('No such item');
      return { pk: found.pk, sk: found.sk };
    };
    const lists: Readonly<Record<string, List>> = {
      '/summary': {
        spoilt: () =>
          keyOf(
            'records',
            ({ pk, sk }) =>
              pk === tallyPartition(everywhere) && sk.startsWith('ALL#') && sk.includes('#confirmed'),
          ),
        by: reader,
        steps: ['=/summary', 'summary:all'],
        says: readers.summary.incomplete(1),
      },
      'the history of a report': {
        spoilt: eventKey(reportKey(two.id), 1),
        by: moderator,
        steps: ['=/queue', `card:${two.id}`, `history:${two.id}`],
        says: terms.unreadable(1),
      },
      '/queue': {
        spoilt: reportKey(one.id),
        by: moderator,
        steps: ['=/queue'],
        says: desk.queue.unreadable(1),
      },
      'what looks the same': {
        spoilt: reportKey(one.id),
        by: moderator,
        steps: ['=/queue', `card:${two.id}`, `similar:${two.id}`],
        says: terms.unreadable(1),
      },
      '/myreports': {
        spoilt: reportKey(one.id),
        by: witness,
        steps: ['=/myreports'],
        says: terms.unreadable(1),
      },
      '/moderators': {
        spoilt: memberKey(deps.identity.member(colleague.id)),
        table: 'chats',
        by: moderator,
        steps: ['=/moderators'],
        says: terms.unreadable(1),
      },
      'the figures of others': {
        spoilt: figureKey('2022-08-25', 'K7QF2M9XC0'),
        by: reader,
        steps: ['=/summary all time', 'figures:0'],
        says: terms.unreadable(1),
        still: '222',
      },
      '/changes': {
        spoilt: () =>
          keyOf('records', ({ pk, sk }) => pk === correctionKey(at, '', 1).pk && sk.includes(published)),
        by: reader,
        steps: ['=/changes'],
        says: terms.unreadable(1),
      },
      '/latest': { spoilt: incidentKey(other), by: reader, steps: ['=/latest'], says: terms.unreadable(1) },
      '/incidents': {
        spoilt: incidentKey(other),
        by: moderator,
        steps: ['=/incidents', 'incidents:published'],
        says: terms.unreadable(1),
      },
      '/problems': {
        spoilt: async () => problemKey((await store.problems.list()).items[0]?.id ?? ''),
        table: 'chats',
        by: moderator,
        steps: ['=/problems'],
        says: desk.problems.unreadable(1),
      },
    };
    const wrong: string[] = [];
    for (const [name, { spoilt, table, by, steps, says, still = '' }] of Object.entries(lists)) {
      await spoil(typeof spoilt === 'function' ? await spoilt() : spoilt, table, how);
      log.length = 0;
      try {
        await go(by, steps);
      } catch (error) {
        wrong.push(`${name}: ${error instanceof Error ? error.message : error}`);
      }
      const text = read(by.last());
      if (!text.includes(says) || !text.includes(still)) wrong.push(`${name}: ${text}`);
      if (log.some(line => line.includes('update_failed'))) wrong.push(`${name}: failed`);
      if (!log.some(line => line.includes('"Unreadable":1'))) wrong.push(`${name}: not counted`);
    }
    expect(wrong).toEqual([]);
  },
);

test('whoever opens what cannot be read is told so: a card in the group, and a chat of their own', async () => {
  const { product, desk, witness, reader, spoil, deps } = await startDesk();
  const report = await submit(product, witness);
  const card = await cardOf(desk, report);
  await spoil(reportKey(report.id));
  await desk.press(card, 'Approve');
  expect(desk.toasts.at(-1)).toMatchObject({ text: terms.unreadable(1), alert: true });
  await begin(reader);
  await spoil(chatKey(deps.identity.chatKey(reader.id)), 'chats');
  await reader.send('/latest');
  expect(read(reader.last())).toBe(terms.unreadable(1));
  // Nobody else's chat is concerned.
  await witness.send('/latest');
  expect(read(witness.last())).not.toContain(terms.unreadable(1));
});
