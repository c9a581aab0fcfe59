import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { newIncidentId, newReportId } from '../../../../lib/identity/receipt.ts';
import type { Report } from '../../../../lib/report/report.ts';
import type { Difference } from '../../../../lib/store/audit/checks.ts';
import { verify } from '../../../../lib/store/audit/verify.ts';
import type { Figure } from '../../../../lib/summary/figure.ts';
import { openTestStore, type TestStore, testIdentity } from '../../../support/database/dynamo.ts';
import { report } from '../../../support/samples/samples.ts';
import { approval, submission } from '../../../support/samples/submission.ts';

const at = '2026-03-14T13:00:00.000Z';
type Item = Readonly<Record<string, unknown>>;

let opened: TestStore;
let items: readonly Item[];

/** A table in which everything there is has happened. */
beforeAll(async () => {
  opened = await openTestStore();
  const { store } = opened;
  const reports = ['a', 'b', 'c'].map((reporter): Report => ({ ...report, id: newReportId(), reporter }));
  for (const one of reports) await store.reports.submit(submission(one));
  const [one, two, three] = reports as [Report, Report, Report];
  const { into, ...rest } = approval(one, { at });
  await store.reports.approve({ ...rest, into });
  await store.reports.claim({ id: two.id, version: 1, by: 'marko', at });
  const joining = approval({ id: two.id, version: 2 }, { by: 'marko', at });
  await store.reports.approve({ ...joining, into: { ...into, kind: 'existing' } });
  await store.reports.ask({ id: three.id, version: 1, by: 'marko', at, wording: { template: 'what_seen' } });
  await store.reports.answer({ id: three.id, reporter: 'c', at, question: 0, text: 'Там', evidence: [] });
  await store.incidents.moveReports({
    incident: into.incident,
    version: 2,
    by: 'marko',
    at,
    reports: [two.id],
    into: { kind: 'new', incident: newIncidentId() },
  });
  await store.mutes.set({ reporter: 'c', muted: true, by: 'marko', at });
  await store.members.add({ key: 'marko', role: 'admin', name: 'sealed', addedAt: at, by: 'marko' });
  const figure: Figure = {
    id: newReportId(),
    version: 1,
    status: 'recorded',
    source: { kind: 'monitor', name: 'Cluster Munition Monitor' },
    published: '2022-08-25',
    munition: 'cluster_munition',
    killed: { atLeast: 215 },
    injured: { exactly: 474 },
    recordedAt: at,
    by: 'marko',
  };
  await store.figures.record(figure);
  items = await opened.dump('records');
});

const differences = async (): Promise<readonly Difference[]> =>
  (
    await verify({
      client: opened.client,
      tables: opened.tables,
      identity: testIdentity,
    })
  ).differences;
const put = (item: Item) =>
  opened.client.send(new PutItemCommand({ TableName: opened.tables.records, Item: marshall(item) }));
const remove = ({ pk, sk }: Item) =>
  opened.client.send(new DeleteItemCommand({ TableName: opened.tables.records, Key: marshall({ pk, sk }) }));

/** What is found while an item is something else. */
const found = async (item: Item, other: Item | undefined): Promise<readonly Difference[]> => {
  await (other ? put(other) : remove(item));
  try {
    return await differences();
  } finally {
    await put(item);
  }
};

/** Every single value of an item, each as a way to change it. */
const changesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => changesOf(part, [...path, name]))
    : [path];
const changedAt = (value: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined) {
    if (typeof value === 'boolean') return !value;
    return typeof value === 'number' ? value + 1 : `${value}0`;
  }
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[name] = changedAt(copy[name], rest);
  return copy;
};

describe('verifying', { timeout: 120_000 }, () => {
  test('finds nothing where nothing was changed, and counts what it looked at', async () => {
    const {
      chains,
      events,
      incidents,
      tallies,
      differences: none,
    } = await verify({
      client: opened.client,
      tables: opened.tables,
      identity: testIdentity,
    });
    expect(none).toEqual([]);
    expect([chains, events, incidents, tallies]).toEqual([8, 16, 2, 24]);
  });

  test('finds any change of any value of any stored event', async () => {
    const events = items.filter(({ sk }) => String(sk).startsWith('EVENT#'));
    const changes = events.flatMap(event =>
      changesOf(event)
        .filter(([name]) => name !== 'pk' && name !== 'sk')
        .map(path => ({ event, path })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...changes), async ({ event, path }) => {
        const changed = await found(event, changedAt(event, path) as Item);
        expect(changed.map(({ where }) => where.split(' ')[0])).toContain(event.pk);
      }),
      { numRuns: 15 },
    );
  });

  test('finds an event that is gone, the last one of a history too, and a thing that is gone', async () => {
    for (const item of items.filter(({ sk }) =>
      /^(EVENT#|REPORT|INCIDENT|TEAM|REPORTER|20)/.test(String(sk)),
    ))
      expect(await found(item, undefined), `${item.pk} ${item.sk}`).not.toEqual([]);
  });

  test('finds a thing that is not what its history made it, wherever that is', async () => {
    const things = items.filter(({ sk }) => ['REPORT', 'INCIDENT', 'TEAM', 'REPORTER'].includes(String(sk)));
    for (const thing of things) expect(await found(thing, { ...thing, version: 99 })).not.toEqual([]);
    const [incident] = things.filter(({ sk, status }) => sk === 'INCIDENT' && status === 'published');
    if (!incident) throw new Error('No incident');
    expect(await found(incident, { ...incident, killed: { min: 100 } })).not.toEqual([]);
    expect(
      await found(incident, { ...incident, feed: undefined, region: 'UA-99' }).catch(() => ['refused']),
    ).not.toEqual([]);
  });

  test('finds a tally that a recount does not give, by its counter, and one that is missing', async () => {
    const tally = items.find(({ pk, sk }) => pk === 'CELL#all' && /^MONTH.*single_source$/.test(String(sk)));
    if (!tally) throw new Error('No tally');
    const counter = 'injured.min';
    expect(await found(tally, { ...tally, [counter]: Number(tally[counter]) + 1 })).toEqual([
      { where: `CELL#all ${tally.sk} ${counter}`, what: 'is 17, and a recount gives 16' },
    ]);
    expect(await found(tally, undefined)).not.toEqual([]);
    const elsewhere = { ...tally, pk: 'CELL#UA-99' };
    await put(elsewhere);
    expect(await differences()).not.toEqual([]);
    await remove(elsewhere);
  });

  test('finds a link that is not what was approved, or is gone', async () => {
    const link = items.find(
      ({ pk, sk }) => String(pk).startsWith('INCIDENT#') && String(sk).startsWith('REPORT#'),
    );
    if (!link) throw new Error('No link');
    const other = { ...link, sealed: String(link.sealed).replace(/^..../, 'AAAA') };
    expect(await found(link, other)).not.toEqual([]);
    expect(await found(link, undefined)).not.toEqual([]);
  });

  test('says where and what, and nothing of the content', async () => {
    const event = items.find(({ kind }) => kind === 'answered') as Item;
    const said = JSON.stringify(await found(event, { ...event, by: 'somebody' }));
    expect(said).toContain('was changed');
    expect(said).not.toMatch(/Там|somebody|marko/);
  });
});
