import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Follower } from '../../../lib/follow/follower.ts';
import { firstWave } from '../../../lib/follow/wave.ts';
import { countAgain } from '../../../lib/store/audit/count-again.ts';
import { verify } from '../../../lib/store/audit/verify.ts';
import { marshal } from '../../../lib/store/dynamodb/item.ts';
import { openTestStore, type TestStore, testIdentity } from '../../support/database/dynamo.ts';
import { answers, incident, report } from '../../support/samples/samples.ts';
import { clean, submission } from '../../support/samples/submission.ts';
import stored from './shapes.json' with { type: 'json' };

/**
 * `shapes.json` holds everything that the story below stored when each shape was released. Never change an item in it: add
 * those of a new kind, or of a new version beside the old one (see `lib/store/dynamodb/tables.ts`).
 */
/** Far ahead, or DynamoDB Local would erase what has expired by the clock on the wall. */
const at = '2096-11-20T09:00:00.000Z';
const later = '2096-11-20T10:00:00.000Z';
const now = () => Date.parse(at);
const chat = 'chat';
const moderator = { by: 'marko', at };
const figure = {
  id: 'F7QF2M9XCA',
  version: 1,
  status: 'recorded',
  source: { kind: 'monitor', name: 'Cluster Munition Monitor' },
  published: '2022-08-25',
  munition: 'cluster_munition',
  killed: { atLeast: 215 },
  recordedAt: at,
  by: 'marko',
} as const;
const problem = { what: 'notice', subject: report.id, notice: 'a notice', reason: 'no_right' } as const;
const unheard = { ...report, id: 'M7QF2M9XCA', reporter: 'reporter-2', status: 'submitted' } as const;
const picture = { file: 'AgACAgIAAxkB', spoken: 'Ukraine, 2022. 1 incident.' } as const;
const member = { key: 'marko', role: 'admin', name: 'sealed', addedAt: at, by: 'marko' } as const;

/** Something of every kind that is ever stored. */
const tellStory = async ({ store }: TestStore): Promise<void> => {
  const { id, reporter } = report;
  const draft = { id: 'D7QF2M9XCA', startedAt: at, at: 'munition', answers: { phase: 'attack' } } as const;
  const sent = submission(report);
  await store.reports.submit({ ...sent, chatKey: chat, chat: { ...sent.chat, draft } });
  await store.reports.approve({
    ...moderator,
    id,
    version: 1,
    into: { kind: 'new', incident: incident.id },
    checklist: clean,
  });
  await store.incidents.amend({
    ...moderator,
    incident: incident.id,
    version: 1,
    at: later,
    amendment: { kind: 'assess', assessment: 'confirmed' },
  });
  await store.mutes.set({ ...moderator, reporter, muted: true });
  await store.mutes.set({ ...moderator, reporter: unheard.reporter, muted: true });
  await store.own.submit({ ...submission(unheard), chatKey: 'chat-2' });
  await store.members.add(member);
  await store.figures.record(figure);
  await store.notices.claim('a notice', 1000);
  await store.notices.setCard(id, { chat: 42, message: 5 });
  await store.notices.noteCopy(id, { chat: 42, message: 6 });
  await store.shownFiles.note({ report: id, chat: 42, message: 9 });
  await store.rateLimit.take(chat, 5);
  await store.digests.postpone(chat, 'cards');
  await store.migrations.set(chat, 'sealed');
  await store.problems.note({ ...problem, state: 'open' });
  await store.followers.change(follower.chat, () => follower);
  await store.news.note('an event', news);
  await store.waves.save(firstWave, firstWave);
  await store.posts.saveSeq('-1001', 1);
  await store.posts.note('-1001', incident.id, 7);
  await store.pictures.note('a hash', picture);
};

const follower: Follower = {
  chat: 42,
  locale: 'uk',
  topics: [{ topic: { kind: 'region', region: 'UA-63' }, since: at }],
  digest: 20,
  seen: 0,
};
const news = { incident: incident.id, at, facets: ['country', 'region UA-63'] };

const tables = ['chats', 'keys', 'records'] as const;

const kinds = [
  'card',
  'channel',
  'chat',
  'contact',
  'contribution',
  'copy',
  'correction',
  'digest',
  'event',
  'figure',
  'follower',
  'incident',
  'key',
  'member',
  'migration',
  'mute',
  'news',
  'news_head',
  'news_of',
  'notice',
  'own',
  'picture',
  'post',
  'problem',
  'rate_limit',
  'report',
  'shown',
  'tally',
  'team',
  'unheard',
  'wave',
];

type Item = Readonly<Record<string, unknown>>;

const shapesOf = (items: readonly Item[]): readonly string[] =>
  [...new Set(items.map(({ shape }) => String(shape)))].sort();

test('every kind of item that is written says its shape, and one of that shape is kept', async () => {
  const opened = await openTestStore({ now });
  await tellStory(opened);
  const dumps = await Promise.all(tables.map(opened.dump));
  const written = shapesOf(dumps.flat());
  expect(written.map(shape => shape.split('.')[0])).toEqual(kinds);
  expect(shapesOf(tables.flatMap((table): readonly Item[] => stored[table]))).toEqual(
    expect.arrayContaining([...written]),
  );
});

describe('what was stored when its shape was released', () => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore({ now });
    for (const table of tables)
      for (const item of stored[table] as unknown as readonly object[])
        await opened.client.send(
          new PutItemCommand({ TableName: opened.tables[table], Item: marshal(item) }),
        );
  });

  test('is read by today’s code, each item and each list', async () => {
    const { store } = opened;
    const { id, reporter } = report;
    expect(await store.chats.read(chat)).toMatchObject({ version: 1, draft: { at: 'munition' } });
    expect(await store.chats.readContact(reporter)).toEqual({ chat: 'sealed', locale: 'uk' });
    expect(await store.members.list()).toMatchObject({ items: [member], unreadable: 0 });
    expect(await store.notices.claim('a notice', 1000)).toEqual({ kind: 'busy' });
    expect(await store.problems.list()).toMatchObject({ items: [problem], unreadable: 0 });
    expect(await store.notices.readCard('C7QF2M9XCA')).toEqual({ chat: 42, message: 7 });
    expect(await store.notices.copiesOf('C7QF2M9XCA')).toMatchObject({
      items: [{ chat: 42, message: 8 }],
      unreadable: 0,
    });
    expect(await store.shownFiles.list()).toMatchObject({
      items: [{ report: 'K7QF2M9XCA', chat: 42, message: 9 }],
      unreadable: 0,
    });
    expect(await store.rateLimit.take(chat, 1)).toBe(false);
    expect(await store.digests.read(chat)).toEqual({ cards: 1, releases: 0, anonymous: 0 });
    expect(await store.migrations.read(chat)).toBe('sealed');
    expect(await store.followers.read(follower.chat)).toEqual(follower);
    expect(await store.followers.page(undefined, 5)).toMatchObject({ items: [{ follower }], unreadable: 0 });
    expect(await store.news.head()).toEqual({ seq: 1, at });
    expect(await store.news.list()).toMatchObject({ items: [{ ...news, seq: 1 }], unreadable: 0 });
    expect(await store.waves.read()).toMatchObject({ version: 1, passed: firstWave.passed });
    expect(await store.posts.readSeq('-1001')).toBe(1);
    expect(await store.posts.read('-1001', incident.id)).toBe(7);
    expect(await store.pictures.read('a hash')).toEqual(picture);
    expect(await store.reports.read(id)).toMatchObject({ version: 2, status: 'approved', answers });
    expect(await store.reports.ofReporter(reporter, { limit: 5 })).toMatchObject({ items: [{ id }] });
    expect((await store.reports.history(id)).events.map(({ kind }) => kind)).toEqual([
      'submitted',
      'approved',
    ]);
    expect(await store.incidents.readWhole(incident.id)).toMatchObject({
      incident: { version: 2, grade: 'confirmed' },
      contributions: [{ id, answers }],
    });
    expect((await store.incidents.latest({ limit: 5 })).items).toMatchObject([{ id: incident.id }]);
    expect((await store.corrections.list({ limit: 5 })).items).toMatchObject([{ fields: ['grade'] }]);
    expect(await store.figures.list()).toMatchObject({ items: [figure], unreadable: 0 });
    expect(await store.mutes.has(reporter)).toBe(true);
    expect(await store.own.read(unheard.reporter, unheard.id)).toMatchObject({ answers });
  });

  test('is whole, once it is counted anew: all histories, lists and tallies of it hold', async () => {
    const { client, tables } = opened;
    expect(await countAgain({ client, tables })).toBe(12);
    const { differences, tallies } = await verify({
      client,
      tables,
      identity: testIdentity,
    });
    expect([differences, tallies]).toEqual([[], 12]);
  });

  test('can be changed', async () => {
    const { store } = opened;
    const withdrawn = await store.reports.withdraw({ id: report.id, reporter: report.reporter, at: later });
    expect(withdrawn).toMatchObject({ kind: 'done', incident: { incident: { status: 'retracted' } } });
  });
});
