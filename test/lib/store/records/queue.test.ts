import { beforeAll, describe, expect, test } from 'vitest';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import type { Answers, Report } from '../../../../lib/report/report.ts';
import { createDynamo } from '../../../../lib/store/dynamodb/client.ts';
import { dynamoConfig, openTestStore, type TestStore } from '../../../support/database/dynamo.ts';
import { answers, report, rules } from '../../../support/samples/samples.ts';
import { approval, submission } from '../../../support/samples/submission.ts';

/** Hours apart: the queue is in the order of hours. */
const time = (hour: number) => new Date(Date.UTC(2026, 2, 14, 12 + hour, 10)).toISOString();
const commands: string[] = [];

let opened: TestStore;
beforeAll(async () => {
  const client = createDynamo({ ...dynamoConfig(), onCall: call => commands.push(call.command) });
  opened = await openTestStore({ client });
});

const submitted = async (minute: number, told: Partial<Answers> = {}): Promise<Report> => {
  const one = { ...report, id: newReportId(), receivedAt: time(minute), answers: { ...answers, ...told } };
  await opened.store.reports.submit(submission(one));
  return one;
};
const inRegion = (region: string) => ({ place: { ...answers.place, region } });
const ids = (reports: readonly Pick<Report, 'id'>[]) => reports.map(({ id }) => id);

describe('the queue', () => {
  test('is narrowed by region, munition, age and state, each in one query, with counts', async () => {
    const { store } = opened;
    const a = await submitted(1, { ...inRegion('UA-23'), munition: 'mortar' });
    const b = await submitted(2, { ...inRegion('UA-23'), munition: 'grenade' });
    const c = await submitted(3, { ...inRegion('UA-12'), munition: 'mortar' });
    const d = await submitted(4);
    const wording = { template: 'where_exactly' } as const;
    await store.reports.ask({ id: d.id, version: 1, by: 'marko', at: time(9), wording });
    commands.length = 0;
    const list = async (filter: Parameters<typeof store.queue.size>[0] = {}) =>
      [
        ids((await store.queue.list({ limit: 9, ...filter })).items),
        (await store.queue.size(filter)).count,
      ] as const;
    expect(await list()).toEqual([ids([a, b, c]), 3]);
    expect(await list({ region: 'UA-23' })).toEqual([ids([a, b]), 2]);
    expect(await list({ munition: 'mortar' })).toEqual([ids([a, c]), 2]);
    expect(await list({ region: 'UA-23', munition: 'mortar' })).toEqual([ids([a]), 1]);
    expect(await list({ since: time(2) })).toEqual([ids([a, b]), 2]);
    expect(await list({ state: 'asked' })).toEqual([ids([d]), 1]);
    expect(commands).toEqual(Array(12).fill('Query'));
    const first = await store.queue.list({ limit: 1, since: time(2) });
    expect(ids((await store.queue.list({ limit: 1, since: time(2), after: first.next })).items)).toEqual([
      b.id,
    ]);
  });

  test('gets a report back at the end when its witness answered', async () => {
    const { store } = opened;
    const [asked] = (await store.queue.list({ limit: 9, state: 'asked' })).items;
    if (!asked) throw new Error('Nothing is asked');
    const { id } = asked;
    const { reporter } = report;
    const answering = { id, reporter, at: time(30), question: 0, text: 'На розі', evidence: [] };
    expect(await store.reports.answer(answering)).toMatchObject({
      kind: 'done',
      report: { status: 'in_review' },
    });
    expect(await store.reports.answer(answering)).toMatchObject({ kind: 'done', again: true });
    expect(await store.reports.answer({ ...answering, reporter: 'another' })).toEqual({ kind: 'missing' });
    expect(await store.reports.answer({ ...answering, text: 'Інше' })).toMatchObject({ why: 'unchanged' });
    expect(ids((await store.queue.list({ limit: 9 })).items).at(-1)).toBe(id);
    expect((await store.reports.history(id)).events.map(({ kind, by }) => [kind, by])).toEqual([
      ['submitted', 'witness'],
      ['asked', 'marko'],
      ['answered', 'witness'],
    ]);
  });

  test('gives whoever asks for the next one another report each, and the claim ends by itself', async () => {
    const { store } = opened;
    const at = time(40);
    const next = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(by => store.reports.claimNext({ by, at })));
    const taken = next.flatMap(one => one ?? []);
    expect(new Set(ids(taken)).size).toBe(4);
    const mine = taken.find(one => one.claim?.by === 'a') ?? taken[0];
    if (!mine?.claim) throw new Error('Nothing was claimed');
    const { by, until } = mine.claim;
    expect(ids((await store.queue.claimedBy(by, at)).items)).toEqual([mine.id]);
    expect((await store.queue.claimedBy(by, until)).items).toEqual([]);
    const reject = { id: mine.id, version: mine.version, rejection: { reason: 'duplicate' } } as const;
    expect(await store.reports.reject({ ...reject, by: 'x', at })).toMatchObject({
      kind: 'refused',
      why: 'claimed',
    });
    expect(
      await store.reports.claim({ id: mine.id, version: mine.version, by: 'x', at: until }),
    ).toMatchObject({
      kind: 'done',
    });
  });

  test('is read by harm too: killed before injured before waiting, page by page, one query each', async () => {
    const { store } = await openTestStore();
    opened = { ...opened, store };
    const unknown = 'unknown' as const;
    const told = [
      { killed: { min: 0, max: 0 }, injured: { min: 0, max: 0 } },
      { killed: unknown, injured: { min: 30, max: 30 } },
      { killed: { min: 1, max: 1 }, injured: unknown },
      { killed: { min: 3 }, injured: { min: 8, max: 8 } },
      { killed: unknown, injured: unknown },
      { killed: { min: 1, max: 3 }, injured: { min: 9, max: 9 } },
    ];
    const reports: Report[] = [];
    for (const [hour, harm] of told.entries()) reports.push(await submitted(60 + hour, harm));
    const order = [5, 3, 2, 1, 0, 4].map(n => reports[n]?.id);
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.queue.list({ limit: 2, order: 'harm', after });
      found.push(...ids(page.items));
      after = page.next;
    } while (after);
    expect(found).toEqual(order);
    const [worst, next] = (await store.queue.list({ limit: 2, order: 'harm' })).items;
    expect(worst).toMatchObject({ killed: { min: 1, max: 3 }, hasEvidence: false });
    const first = await store.reports.claimNext({ by: 'a', at: time(70), filter: { order: 'harm' } });
    expect(first?.id).toBe(worst?.id);
    expect(await store.queue.size({}, 5)).toEqual({ count: 5, more: true });
    const rejecting = { id: next?.id ?? '', version: 1, by: 'a', at: time(70) };
    await store.reports.reject({ ...rejecting, rejection: { reason: 'abuse' } });
    expect(ids(await store.queue.waitingAmong([next?.id ?? '', worst?.id ?? '', 'ZZZZZZZZZZ']))).toEqual([
      worst?.id,
    ]);
  });

  test('is narrowed by the same in either order, page by page in both directions, and reads no more than it shows', async () => {
    const units: number[] = [];
    const client = createDynamo({ ...dynamoConfig(), onCall: () => units.push(1) });
    const { store } = await openTestStore({ client });
    opened = { ...opened, store };
    const kinds = ['mortar', 'grenade'] as const;
    const regions = ['UA-23', 'UA-12'] as const;
    for (let n = 0; n < 24; n += 1)
      await submitted(100 + (n % 5), {
        ...inRegion(regions[n % 2] ?? 'UA-23'),
        munition: kinds[n % 3] ?? 'mortar',
        killed: { min: n % 4, max: n % 4 },
        injured: n % 7 === 0 ? 'unknown' : { min: n % 3, max: n % 3 },
      });
    const filters = [undefined, ...regions].flatMap(region =>
      [undefined, ...kinds].flatMap(munition =>
        [undefined, 102].map(hour => ({
          region,
          munition,
          since: hour === undefined ? undefined : time(hour),
        })),
      ),
    );
    for (const filter of filters) {
      const byAge = ids((await store.queue.list({ limit: 50, ...filter })).items);
      const whole = (await store.queue.list({ limit: 50, ...filter, order: 'harm' })).items;
      const forth: string[] = [];
      const firsts: string[][] = [];
      let after: string | undefined;
      let last: Awaited<ReturnType<typeof store.queue.list>> | undefined;
      do {
        units.length = 0;
        last = await store.queue.list({ limit: 5, ...filter, order: 'harm', after });
        // So many harms there are: with an age, each may cost a query more.
        expect(units.length).toBeLessThanOrEqual(filter.since === undefined ? 1 : 13);
        firsts.push(ids(last.items));
        forth.push(...ids(last.items));
        after = last.next;
      } while (after);
      const back: string[] = [];
      for (let before = last.previous; before; ) {
        const page = await store.queue.list({ limit: 5, ...filter, order: 'harm', before });
        back.unshift(...ids(page.items));
        before = page.previous;
      }
      expect(forth).toEqual(ids(whole));
      expect([...back, ...(firsts.at(-1) ?? [])]).toEqual(forth);
      expect(forth.toSorted()).toEqual(byAge.toSorted());
      expect((await store.queue.size(filter)).count).toBe(forth.length);
      const deaths = whole.map(({ killed }) => (typeof killed === 'object' ? killed.min : 0));
      expect(deaths).toEqual(deaths.toSorted((a, b) => b - a));
    }
  });
});

test('two moderators approve where two are needed', async () => {
  const { store } = await openTestStore({ rules: { ...rules, approvalsNeeded: 2 } });
  const one = { ...report, id: newReportId() };
  await store.reports.submit(submission(one));
  expect(await store.reports.approve(approval(one, { by: 'marko' }))).toMatchObject({
    kind: 'done',
    report: { status: 'in_review', approvals: [{ by: 'marko' }] },
  });
  expect((await store.incidents.latest({ limit: 5 })).items).toEqual([]);
  const second = { id: one.id, version: 2 };
  expect(await store.reports.approve(approval(second, { by: 'marko' }))).toMatchObject({
    why: 'second_needed',
  });
  expect(await store.reports.approve(approval(second, { by: 'iryna' }))).toMatchObject({
    report: { status: 'approved', decidedBy: 'iryna' },
  });
});

test('nothing is taken from a reporter who is muted, who stays a pseudonym', async () => {
  const { store } = await openTestStore();
  const one = { ...report, id: newReportId() };
  await store.reports.submit(submission(one));
  const { reporter } = one;
  const mute = { reporter, muted: true, by: 'marko', at: time(1) };
  expect([await store.mutes.set(mute), await store.mutes.set(mute)]).toEqual(['saved', 'unchanged']);
  expect(await store.mutes.has(reporter)).toBe(true);
  const another = { ...report, id: newReportId() };
  expect(await store.reports.submit(submission(another))).toBe('muted');
  expect(await store.reports.read(another.id)).toBeUndefined();
  expect(
    await store.reports.amend({
      id: one.id,
      reporter,
      at: time(2),
      answers: { ...answers, ...inRegion('UA-12') },
    }),
  ).toMatchObject({ kind: 'refused', why: 'muted', report: { version: 2 } });
  expect(await store.reports.read(one.id)).toMatchObject({ version: 1 });
  // What was reported before can still be taken back.
  expect(await store.reports.withdraw({ id: one.id, reporter, at: time(2) })).toMatchObject({ kind: 'done' });
  await store.mutes.set({ ...mute, muted: false });
  expect(await store.reports.submit(submission(another))).toBe('saved');
  expect((await store.mutes.history(reporter)).map(({ kind }) => kind)).toEqual(['muted', 'unmuted']);
});
