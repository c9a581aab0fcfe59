import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import type { Incident } from '../../../../lib/incident/incident.ts';
import type { Answers, Report } from '../../../../lib/report/report.ts';
import { unexplodedItems } from '../../../../lib/report/vocabulary.ts';
import type { Outline } from '../../../../lib/review/outline.ts';
import { createDynamo } from '../../../../lib/store/dynamodb/client.ts';
import { rawKey } from '../../../../lib/store/dynamodb/item.ts';
import { incidentKey } from '../../../../lib/store/dynamodb/keys.ts';
import { countedGrades } from '../../../../lib/summary/grades.ts';
import { summaryOf } from '../../../../lib/summary/summary.ts';
import { earliest } from '../../../../lib/time/date.ts';
import { dynamoConfig, openTestStore, type TestStore } from '../../../support/database/dynamo.ts';
import { publish as publishMany } from '../../../support/samples/published.ts';
import { answers, anyAnswers, incidentFrom, report } from '../../../support/samples/samples.ts';
import { approval, submission } from '../../../support/samples/submission.ts';
import { totalOf } from '../../../support/total.ts';

const submit = async ({ store }: TestStore, part: Partial<Answers> = {}): Promise<Report> => {
  const one = { ...report, id: newReportId(), answers: { ...answers, ...part } };
  await store.reports.submit(submission(one));
  return one;
};

const publish = async (opened: TestStore, part: Partial<Answers>, at: string): Promise<Incident> => {
  const one = await submit(opened, part);
  const approving = approval(one, { at });
  await opened.store.reports.approve(approving);
  return incidentFrom([one], { id: approving.into.incident, at });
};

const time = (minute: number) => new Date(Date.UTC(2026, 2, 14, 12, minute)).toISOString();
const inRegion = (region: string | undefined) => ({ place: { ...answers.place, region } });

describe('the latest incidents', () => {
  test('come newest published first, by region, by munition and by both, one query a page', async () => {
    const commands: string[] = [];
    const client = createDynamo({ ...dynamoConfig(), onCall: call => commands.push(call.command) });
    const opened = await openTestStore({ client });
    const { store } = opened;
    const a = await publish(opened, { ...inRegion('UA-23'), munition: 'mortar' }, time(1));
    const b = await publish(opened, { ...inRegion('UA-23'), munition: 'grenade' }, time(2));
    const c = await publish(opened, { ...inRegion(undefined), munition: 'mortar' }, time(3));
    const d = await publish(opened, { ...inRegion('UA-12'), munition: 'mortar' }, time(4));
    commands.length = 0;
    const items = async (request: Partial<Parameters<typeof store.incidents.latest>[0]>) =>
      (await store.incidents.latest({ limit: 10, ...request })).items;
    expect(await items({})).toEqual([d, c, b, a]);
    expect(await items({ region: 'UA-23' })).toEqual([b, a]);
    expect(await items({ munitions: ['mortar'] })).toEqual([d, c, a]);
    expect(await items({ region: 'UA-23', munitions: ['mortar'] })).toEqual([a]);
    expect(await items({ region: 'UA-77' })).toEqual([]);
    const first = await store.incidents.latest({ limit: 2, munitions: ['mortar'] });
    expect(first.items).toEqual([d, c]);
    expect(await items({ limit: 2, munitions: ['mortar'], after: first.next })).toEqual([a]);
    expect(commands).toEqual(Array(7).fill('Query'));
  });

  test('of a period are those that surely happened in it, page by page, both ways, by area and munition', async () => {
    const opened = await openTestStore();
    const { store } = opened;
    const zone = 'Europe/Kyiv';
    const on = (day: string) => ({ occurred: { precision: 'day', start: day, end: day, zone } }) as const;
    const inMonth = { precision: 'month', start: '2026-02-01', end: '2026-02-28', zone } as const;
    const untilThen = { precision: 'unknown', end: '2026-02-10', zone } as const;
    const early = await publish(opened, on('2026-01-31'), time(1));
    const first = await publish(opened, { ...on('2026-02-01'), ...inRegion('UA-12') }, time(2));
    const rough = await publish(opened, { occurred: inMonth, munition: 'mortar' }, time(3));
    const bounded = await publish(opened, { occurred: untilThen }, time(4));
    const last = await publish(opened, on('2026-02-28'), time(5));
    const late = await publish(opened, on('2026-03-01'), time(6));
    const items = async (request: Partial<Parameters<typeof store.incidents.latest>[0]>) =>
      (await store.incidents.latest({ limit: 10, ...request })).items;
    const period = { from: '2026-02-01', to: '2026-02-28' };
    expect(await items({ period })).toEqual([last, rough, first]);
    expect(await items({ period, region: 'UA-12' })).toEqual([first]);
    expect(await items({ period, munitions: ['mortar'] })).toEqual([rough]);
    expect(await items({ period: { ...period, to: '2026-02-27' } })).toEqual([first]);
    expect(await items({ period: { from: earliest, to: '2026-02-28' } })).toEqual([
      last,
      bounded,
      rough,
      first,
      early,
    ]);
    expect(await items({ period: { from: '2026-03-01', to: '2026-12-31' } })).toEqual([late]);
    const page = await store.incidents.latest({ limit: 2, period });
    expect(page.items).toEqual([last, rough]);
    const next = await store.incidents.latest({ limit: 2, period, after: page.next });
    expect(next.items).toEqual([first]);
    expect(await items({ limit: 2, period, before: next.previous })).toEqual([last, rough]);
  });

  test('of several munitions come together, forwards and backwards, each once', async () => {
    const opened = await openTestStore();
    const { store } = opened;
    const kinds = ['mortar', 'grenade', 'cluster_munition'] as const;
    const all: Incident[] = [];
    for (let n = 0; n < 9; n += 1)
      all.unshift(await publish(opened, { munition: kinds[n % 3] ?? 'mortar' }, time(n + 1)));
    const wanted = all.filter(({ munition }) => munition !== 'grenade');
    const asked = { limit: 2, munitions: ['mortar', 'cluster_munition'] } as const;
    const pages = [await store.incidents.latest(asked)];
    for (let after = pages[0]?.next; after !== undefined; after = pages.at(-1)?.next)
      pages.push(await store.incidents.latest({ ...asked, after }));
    expect(pages.flatMap(({ items }) => items)).toEqual(wanted);
    for (const [n, { previous: before }] of pages.entries()) {
      if (before === undefined) continue;
      expect((await store.incidents.latest({ ...asked, before })).items).toEqual(pages[n - 1]?.items);
    }
    const graded = await store.incidents.latest({ ...asked, grades: ['single_source'] });
    expect(graded.items).toEqual(wanted.slice(0, 2));
    expect(await store.incidents.latest({ ...asked, grades: ['contested'] })).toMatchObject({
      items: [],
      next: undefined,
    });
  });

  test('of unexploded items come with those after which some are suspected, until they are cleared', async () => {
    const opened = await openTestStore();
    const { store } = opened;
    const strike = await publish(opened, { ...inRegion('UA-23'), munition: 'mortar' }, time(1));
    const item = await publish(opened, { ...inRegion('UA-12'), munition: 'other_unexploded' }, time(2));
    await publish(opened, { ...inRegion('UA-23'), munition: 'mortar' }, time(3));
    const ids = async (request: Partial<Parameters<typeof store.incidents.latest>[0]> = {}) =>
      (await store.incidents.latest({ limit: 10, munitions: unexplodedItems, ...request })).items.map(
        ({ id }) => id,
      );
    expect(await ids()).toEqual([item.id]);
    const mark = async (state: 'suspected' | 'cleared', minute: number) => {
      const { version } = (await store.incidents.read(strike.id)) ?? strike;
      const contamination = { state, by: { kind: 'own_eyes' as const }, date: '2026-03-15' };
      const amendment = { kind: 'contamination' as const, contamination };
      await store.incidents.amend({
        incident: strike.id,
        version,
        by: 'moderator',
        at: time(minute),
        amendment,
      });
    };
    await mark('suspected', 4);
    expect(await ids()).toEqual([item.id, strike.id]);
    expect(await ids({ region: 'UA-23' })).toEqual([strike.id]);
    expect(await ids({ settlement: strike.place.settlementId })).toContain(strike.id);
    expect(await ids({ munitions: ['other_unexploded'] })).toEqual([item.id]);
    const { suspected, total } = summaryOf(await store.incidents.counted({}), {
      munitions: unexplodedItems,
      grades: ['single_source'],
    });
    expect({ suspected, total: total.incidents }).toEqual({ suspected: 1, total: 1 });
    await mark('cleared', 5);
    expect(await ids()).toEqual([item.id]);
  });

  test('come by settlement as well, alone and with a munition', async () => {
    const opened = await openTestStore();
    const { store } = opened;
    const at = async (settlementId: number | undefined, munition: Answers['munition'], minute: number) => {
      const { settlement, ...somewhere } = answers.place;
      const place =
        settlementId === undefined || !settlement
          ? { ...somewhere, precision: 'region' as const }
          : { ...answers.place, settlement: { ...settlement, id: settlementId } };
      const one = await submit(opened, { munition, place });
      const approving = approval(one, { at: time(minute) });
      await store.reports.approve(approving);
      return approving.into.incident;
    };
    const a = await at(707_688, 'mortar', 1);
    const b = await at(707_688, 'grenade', 2);
    await at(706_483, 'mortar', 3);
    await at(undefined, 'mortar', 4);
    const ids = async (request: Partial<Parameters<typeof store.incidents.latest>[0]>) =>
      (await store.incidents.latest({ limit: 10, ...request })).items.map(({ id }) => id);
    expect(await ids({ settlement: 707_688 })).toEqual([b, a]);
    expect(await ids({ settlement: 707_688, munitions: ['mortar'] })).toEqual([a]);
    expect(await ids({ settlement: 1 })).toEqual([]);
    const first = await store.incidents.latest({ limit: 1, settlement: 707_688 });
    expect(
      (await store.incidents.latest({ limit: 1, settlement: 707_688, after: first.next })).items[0]?.id,
    ).toBe(a);
  });

  test('show nothing that only waits, was rejected or was taken back', async () => {
    const opened = await openTestStore();
    const { store } = opened;
    await submit(opened);
    const rejected = await submit(opened);
    await store.reports.reject({
      id: rejected.id,
      version: 1,
      by: 'm',
      at: time(1),
      rejection: { reason: 'abuse' },
    });
    const withdrawn = await submit(opened);
    await store.reports.approve(approval(withdrawn, { at: time(2) }));
    await store.reports.withdraw({ id: withdrawn.id, reporter: withdrawn.reporter, at: time(3) });
    expect((await store.incidents.latest({ limit: 10 })).items).toEqual([]);
  });
});

describe('stored tallies', () => {
  test('answer a period by what it surely holds, and say what may belong to it', async () => {
    const opened = await openTestStore();
    const { store } = opened;
    const zone = 'Europe/Kyiv';
    const on = (date: string) => ({ occurred: { precision: 'day' as const, start: date, end: date, zone } });
    await publish(opened, on('2026-02-28'), time(1));
    await publish(opened, on('2026-03-01'), time(2));
    await publish(opened, on('2026-03-31'), time(3));
    const march = { precision: 'month' as const, start: '2026-03-01', end: '2026-03-31', zone };
    await publish(opened, { occurred: march }, time(4));
    await publish(opened, { occurred: { precision: 'unknown', end: '2026-03-27', zone } }, time(5));
    const ask = async (from: string, to: string) => {
      const found = await store.incidents.counted({}, { from, to });
      const { total, perhaps, changedAt } = summaryOf(found, { grades: countedGrades });
      return [total.incidents, perhaps.when, changedAt];
    };
    expect(await ask('2026-03-01', '2026-03-30')).toEqual([1, 2, time(2)]);
    expect(await ask('2026-03-01', '2026-03-31')).toEqual([3, 1, time(4)]);
    expect(await ask('2026-02-28', '2026-12-31')).toEqual([4, 1, time(4)]);
    expect(await ask('2026-03-28', '2026-03-30')).toEqual([0, 1, undefined]);
    expect((await totalOf(store)).incidents).toBe(5);
    expect((await totalOf(store, { region: 'UA-77' })).incidents).toBe(0);
  });

  test('that were tampered with are left out, counted and named by key', async () => {
    const opened = await openTestStore();
    await publish(opened, {}, time(1));
    const { client, tables, store } = opened;
    await client.send(
      new UpdateItemCommand({
        TableName: tables.records,
        Key: { pk: { S: 'CELL#all' }, sk: { S: 'ALL#attack#cluster_munition#single_source' } },
        UpdateExpression: 'SET #a = :a',
        ExpressionAttributeNames: { '#a': 'killed.elves' },
        ExpressionAttributeValues: { ':a': { N: '1' } },
      }),
    );
    expect(await store.incidents.counted({})).toMatchObject({
      surely: [],
      unreadable: 1,
      skipped: ['CELL#all ALL#attack#cluster_munition#single_source'],
    });
  });
});

test('whatever several people do at once, tallies equal a recount, lists what is stored, and histories hold', async () => {
  const step = fc.record({
    kind: fc.constantFrom('approve', 'approve', 'reject', 'withdraw'),
    target: fc.nat(4),
    by: fc.constantFrom('a', 'b'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAnswers, { minLength: 2, maxLength: 5 }),
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      async (told, rounds) => {
        const opened = await openTestStore();
        const { store } = opened;
        const reports: Report[] = [];
        // One person's, so one after the other.
        for (const one of told) reports.push(await submit(opened, one));
        for (const round of rounds)
          await Promise.all(
            round.map(({ kind, target, by }) => {
              const one = reports[target % reports.length] as Report;
              const deciding = { id: one.id, version: 1, by, at: time(1) };
              if (kind === 'approve') return store.reports.approve(approval(one, deciding));
              if (kind === 'reject')
                return store.reports.reject({ ...deciding, rejection: { reason: 'abuse' } });
              return store.reports.withdraw({ id: one.id, reporter: one.reporter, at: time(2) });
            }),
          );
        await expectWhole(opened, reports);
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);

const expectWhole = async ({ store, dump }: TestStore, submitted: readonly Report[]): Promise<void> => {
  const items = await dump('records');
  const incidents = items.filter(({ sk }) => sk === 'INCIDENT') as unknown as Incident[];
  const published = incidents.filter(({ status }) => status === 'published');
  const now = (await Promise.all(submitted.map(({ id }) => store.reports.outcome(id)))) as Outline[];
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();

  const listed = (await store.incidents.latest({ limit: 50 })).items;
  expect(ids(listed)).toEqual(ids(published));
  expect(ids(now.filter(one => one.status === 'approved').map(one => ({ id: one.incident ?? '' })))).toEqual(
    ids(published),
  );
  const waiting = now.filter(one => one.status === 'submitted');
  expect(ids((await store.queue.list({ limit: 50 })).items)).toEqual(ids(waiting));

  for (const region of [undefined, 'UA-23', 'UA-12']) {
    const there = published.filter(({ place }) => region === undefined || place.region === region);
    const { incidents: count, injured } = await totalOf(store, { region });
    const least = there.flatMap(one => (one.injured === 'unknown' ? [] : one.injured.min));
    expect([region, count, injured.known, injured.min]).toEqual([
      region,
      there.length,
      least.length,
      least.reduce((sum, n) => sum + n, 0),
    ]);
  }

  for (const one of now) expect((await store.reports.history(one.id)).verdict).toEqual({ kind: 'whole' });
  for (const { id } of incidents)
    expect((await store.incidents.history(id)).verdict).toEqual({
      kind: 'whole',
    });
};

test('what is rare is looked for among thousands before a page says that it has found none so far', async () => {
  const { store, client, tables } = await openTestStore();
  await publishMany(client, tables.records, { from: 0, to: 1600 });
  // The 1,400th from above.
  const id = 'RB10000000';
  await client.send(
    new UpdateItemCommand({
      TableName: tables.records,
      Key: rawKey(incidentKey(id)),
      UpdateExpression: 'SET #grade = :grade',
      ExpressionAttributeNames: { '#grade': 'grade' },
      ExpressionAttributeValues: { ':grade': { S: 'contested' } },
    }),
  );
  const found = await store.incidents.latest({ limit: 4, grades: ['contested'] });
  expect(found.items.map(one => one.id)).toEqual([id]);
  const back = await store.incidents.latest({ limit: 4, grades: ['contested'], before: found.next });
  expect(back.items.map(one => one.id)).toEqual([id]);
});
