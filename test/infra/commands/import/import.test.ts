import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalOf } from '../../../../infra/commands/import/approver.ts';
import { importRows } from '../../../../infra/commands/import/import.ts';
import { openRows } from '../../../../infra/commands/import/rows.ts';
import { importedReportId } from '../../../../lib/identity/receipt.ts';
import type { Mapping } from '../../../../lib/import/mapping.ts';
import { parseMapping } from '../../../../lib/import/mapping-check.ts';
import type { Row } from '../../../../lib/import/row.ts';
import { defaultPolicy } from '../../../../lib/policy.ts';
import type { Approval } from '../../../../lib/review/bring-in.ts';
import { verify } from '../../../../lib/store/audit/verify.ts';
import {
  createTestClient,
  openTestStore,
  type TestStore,
  testIdentity,
} from '../../../support/database/dynamo.ts';
import { createLine, lossesOf } from '../../../support/database/line.ts';
import { rules } from '../../../support/samples/samples.ts';

const data = 'test/infra/commands/import/data';
const examples = 'infra/commands/import/examples';
const now = () => new Date('2026-03-14T13:00:00.000Z');
const approval: Approval = {
  by: 'admin',
  checklist: { militaryPosition: false, identifiesPerson: false, graphic: false },
};

const readMapping = async (path: string): Promise<Mapping> => {
  const parsed = parseMapping(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.kind !== 'mapping') throw new Error(JSON.stringify(parsed));
  return parsed.mapping;
};

const made: Mapping = {
  dataset: 'Made up',
  row: 'incident',
  id: 'id',
  occurred: { date: 'date' },
  place: { settlement: 'place', region: 'region' },
  munition: 'munition',
  killed: { count: 'killed' },
  source: { kind: { is: 'monitor' }, link: 'link' },
};

const settlements = [
  ['Kharkiv', 'UA-63'],
  ['Malokaterynivka', 'UA-23'],
  ['Kherson', 'UA-65'],
] as const;

/** The rows from one number to another, each of another day, place and munition. */
const rowsFrom = (from: number, to: number): readonly Row[] =>
  Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const [place, region] = settlements[n % settlements.length] ?? [];
    const date = `2022-0${1 + (n % 9)}-${10 + (n % 19)}`;
    return {
      line: n + 2,
      values: { id: `row ${n}`, date, place, region, killed: n % 4, munition: 'mortar' },
    };
  });

const bring = async (
  { store }: Pick<TestStore, 'store'>,
  rows: AsyncIterable<Row> | readonly Row[],
  { mapping = made, as }: Readonly<{ mapping?: Mapping; as?: Approval | undefined }> = {},
) => {
  const told: string[] = [];
  const reporter = testIdentity.dataset(mapping.dataset);
  const summary = await importRows({
    rows: (async function* () {
      yield* rows;
    })(),
    mapping,
    country: 'UA',
    target: {
      store,
      reporters: [reporter],
      voiceWithin: incident => testIdentity.voiceWithin(incident, reporter),
      approval: as,
    },
    now,
    tell: text => told.push(text),
  });
  return { summary, told };
};

const verified = async ({ client, tables }: TestStore) => {
  const { differences, incidents } = await verify({ client, tables, identity: testIdentity });
  return { differences, incidents };
};

const countReports = async ({ dump }: TestStore): Promise<number> =>
  (await dump('records')).filter(({ sk }) => sk === 'REPORT').length;

describe('what is brought in', () => {
  it('waits in the queue, one by one, and everything can be recounted', async () => {
    const tables = await openTestStore({ now: () => now().getTime() });
    const { summary } = await bring(tables, rowsFrom(0, 70));
    expect(summary).toMatchObject({ read: 70, written: 70, there: 0, refused: 0 });
    expect((await tables.store.queue.list({ limit: 100 })).items).toHaveLength(70);
    const id = importedReportId({ dataset: 'Made up', row: 'row 5' });
    expect(await tables.store.reports.read(id)).toMatchObject({
      status: 'submitted',
      imported: { dataset: 'Made up', row: 'row 5' },
      answers: { source: { kind: 'monitor', name: 'Made up' } },
    });
    expect((await tables.store.reports.history(id)).verdict).toEqual({ kind: 'whole' });
    expect(await verified(tables)).toEqual({ differences: [], incidents: 0 });
  });

  it('is approved by an admin as incidents of one source, counted at once where nothing is held back', async () => {
    const tables = await openTestStore({ now: () => now().getTime() });
    const { summary } = await bring(tables, rowsFrom(0, 12), { as: approval });
    expect(summary).toMatchObject({ written: 12, joined: 0 });
    expect(await verified(tables)).toEqual({ differences: [], incidents: 12 });
    const { items } = await tables.store.incidents.latest({ limit: 5 });
    expect(items.map(({ grade, reportCount }) => [grade, reportCount])).toEqual(
      items.map(() => ['single_source', 1]),
    );
    expect(items.length).toBeGreaterThan(0);
  });

  it('is released with the batches, as anything else', async () => {
    const batches = { ...defaultPolicy, approvalsNeeded: 1 as const };
    const tables = await openTestStore({ rules: batches, now: () => now().getTime() });
    await bring(tables, rowsFrom(0, 15), { as: approval });
    expect((await tables.store.incidents.latest({ limit: 5 })).items).toEqual([]);
    expect((await tables.store.incidents.embargoed({ limit: 20 })).items).toHaveLength(15);
    for (const { id } of (await tables.store.incidents.due('2026-03-16T00:00:00.000Z', 20)).items)
      await tables.store.incidents.release({ incident: id, at: '2026-03-16T00:00:00.000Z' });
    expect((await tables.store.incidents.latest({ limit: 20 })).items).toHaveLength(15);
    expect(await verified(tables)).toEqual({ differences: [], incidents: 15 });
  });

  it('joins what others told of the same, and not another row of its own data set', async () => {
    const tables = await openTestStore({ now: () => now().getTime() });
    const link = 'https://example.org/made-up/1';
    const row = (id: string): Row => ({
      line: 2,
      values: { ...rowsFrom(1, 2)[0]?.values, id, link, date: '2022-05-11' },
    });
    const first = await bring(tables, [row('a'), row('b')], { as: approval });
    expect(first.summary).toMatchObject({ written: 2, joined: 0 });
    const others = { ...made, dataset: 'Another' };
    const lone = await openTestStore({ now: () => now().getTime() });
    await bring(lone, [row('a')], { as: approval });
    const second = await bring(lone, [row('a')], { mapping: others, as: approval });
    expect(second.summary).toMatchObject({ written: 1, joined: 1 });
    expect(await verified(lone)).toEqual({ differences: [], incidents: 1 });
    expect(await verified(tables)).toEqual({ differences: [], incidents: 2 });
  });

  it('is not taken from a data set that a moderator muted', async () => {
    const tables = await openTestStore({ now: () => now().getTime() });
    const reporter = testIdentity.dataset('Made up');
    await tables.store.mutes.set({ reporter, muted: true, by: 'marko', at: now().toISOString() });
    await expect(bring(tables, rowsFrom(0, 3))).rejects.toThrow(/muted/);
    expect(await countReports(tables)).toBe(0);
  });
});

describe('no row comes in twice', () => {
  it.each([undefined, approval])('whether a file comes again, or another that overlaps it', async as => {
    const tables = await openTestStore({ now: () => now().getTime() });
    await bring(tables, rowsFrom(0, 20), { as });
    expect((await bring(tables, rowsFrom(0, 20), { as })).summary).toMatchObject({ written: 0, there: 20 });
    expect((await bring(tables, rowsFrom(10, 30), { as })).summary).toMatchObject({ written: 10, there: 10 });
    expect(await countReports(tables)).toBe(30);
    expect(await verified(tables)).toEqual({ differences: [], incidents: as ? 30 : 0 });
  });

  it('nor a row that was withdrawn and erased since', async () => {
    const tables = await openTestStore({ now: () => now().getTime() });
    await bring(tables, rowsFrom(0, 1), { as: approval });
    const id = importedReportId({ dataset: 'Made up', row: 'row 0' });
    const reporter = testIdentity.dataset('Made up');
    await tables.store.reports.withdraw({ id, reporter, at: now().toISOString() });
    expect((await bring(tables, rowsFrom(0, 1), { as: approval })).summary).toMatchObject({
      written: 0,
      there: 1,
    });
    expect(await tables.store.reports.read(id)).toBeUndefined();
  });

  it('nor a row whose id an earlier line has, which is refused', async () => {
    const tables = await openTestStore({ now: () => now().getTime() });
    const [row] = rowsFrom(0, 1);
    const { summary, told } = await bring(tables, row ? [row, { ...row, line: 9 }] : []);
    expect(summary).toMatchObject({ read: 2, written: 1, refused: 1 });
    expect(told[0]).toBe('line 9: id: the same row as line 2');
  });

  it.each([undefined, approval])(
    'when it crashes at any row, and is started again',
    { timeout: 180_000 },
    async as => {
      const tables = await openTestStore({ now: () => now().getTime() });
      const rows = rowsFrom(0, 120);
      const dying = async function* (at: number) {
        yield* rows.slice(0, at);
        throw new Error('The computer was switched off.');
      };
      for (const at of [105, ...fc.sample(fc.integer({ min: 1, max: 119 }), 2)])
        await expect(bring(tables, dying(at), { as })).rejects.toThrow('switched off');
      const { summary } = await bring(tables, rows, { as });
      expect(summary.written + summary.there).toBe(120);
      expect(await countReports(tables)).toBe(120);
      expect(await verified(tables)).toEqual({ differences: [], incidents: as ? 120 : 0 });
    },
  );

  it.each([undefined, approval])(
    'nor is one lost, when a call to the tables is',
    { timeout: 180_000 },
    async as => {
      const line = createLine();
      const tables = await openTestStore({ client: createTestClient(line), now: () => now().getTime() });
      const rows = rowsFrom(0, 8);
      for (const loss of lossesOf(4)) {
        line.listen(loss);
        const mapping = { ...made, dataset: `Lost ${loss.at} ${loss.when}` };
        const { summary } = await bring(tables, rows, { as, mapping });
        expect(summary).toMatchObject({ written: 8, there: 0 });
      }
      line.listen();
      expect(await countReports(tables)).toBe(8 * lossesOf(4).length);
      expect((await verified(tables)).differences).toEqual([]);
    },
  );
});

describe('a file', () => {
  const linesOf = async (path: string, mapping: Mapping): Promise<readonly Row[]> => {
    const found: Row[] = [];
    for await (const row of (await openRows(path, mapping)).rows) found.push(row);
    return found;
  };

  it.each([
    ['acled.csv', 'infra/commands/import/examples/acled.mapping.json', [2, 4, 5, 6]],
    ['timemap.json', 'infra/commands/import/examples/timemap.mapping.json', [2, 15]],
  ])('of a public format is read by its mapping: %s', async (file, mapping, lines) => {
    const tables = await openTestStore({ now: () => now().getTime() });
    const read = await readMapping(mapping);
    expect((await linesOf(`${examples}/${file}`, read)).map(({ line }) => line)).toEqual(lines);
    const { rows } = await openRows(`${examples}/${file}`, read);
    const { summary, told } = await bring(tables, rows, { mapping: read, as: approval });
    expect({ ...summary, told }).toMatchObject({ refused: 0, written: summary.ready, told: [] });
    expect(await verified(tables)).toEqual({ differences: [], incidents: summary.written });
  });

  it('of KML or GeoJSON is rows with their points and lines', async () => {
    expect(await linesOf(`${data}/places.kml`, made)).toEqual([
      {
        line: 6,
        values: expect.objectContaining({
          id: 'p1',
          folder: 'March',
          description: 'Words & <b>more</b>',
          when: '2022-03',
          injured: 'at least 8',
          lat: '49.9935',
          lon: '36.2304',
        }),
      },
    ]);
    expect(await linesOf(`${data}/places.geojson`, made)).toEqual([
      { line: 4, values: expect.objectContaining({ id: 'f1', lat: 49.9935, lon: 36.2304 }) },
    ]);
  });

  it('that lacks a column of the mapping, or is broken, says so', async () => {
    await expect(linesOf(`${examples}/acled.csv`, made)).rejects.toThrow(/no column/);
    await expect(linesOf(`${data}/places.kml`, { ...made, format: 'json' })).rejects.toThrow(/any further/);
    await expect(linesOf('nowhere.csv', made)).rejects.toThrow(/no file/);
  });

  it('of the public claims says exactly what they say', async () => {
    const tables = await openTestStore({ now: () => now().getTime() });
    const mapping = await readMapping(`${data}/claims.mapping.json`);
    const { rows } = await openRows('test/claims.json', mapping);
    expect((await bring(tables, rows, { mapping, as: approval })).summary).toMatchObject({ written: 3 });
    const { items } = await tables.store.incidents.latest({ limit: 5 });
    const of = (kind: string) => items.find(({ sources }) => sources[0]?.kind === kind);
    expect(of('prosecutor')).toMatchObject({
      place: { precision: 'district', region: 'UA-12' },
      occurred: { precision: 'unknown', end: '2022-03-27' },
      munition: 'cluster_munition',
      delivery: 'missile',
      areas: ['civilian'],
      killed: 'unknown',
      injured: 'unknown',
      grade: 'single_source',
      sources: [expect.objectContaining({ published: '2022-03-27', channel: 'Telegram post' })],
      attributions: [expect.objectContaining({ side: 'Russian forces', status: 'alleged' })],
    });
    expect(of('regional_administration')).toMatchObject({
      delivery: 'rocket_launcher',
      killed: 'unknown',
      injured: { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
    });
    expect(of('newsroom')).toMatchObject({
      occurred: { precision: 'unknown', start: '2022-01-01', end: '2022-12-31' },
      sources: [expect.objectContaining({ name: 'CNN', channel: 'investigation, 2022', verified: true })],
    });
    expect(await verified(tables)).toEqual({ differences: [], incidents: 3 });
  });
});

describe('whoever approves', () => {
  it('is an admin, of the team or as configured, and nobody else', async () => {
    const { store } = await openTestStore();
    const context = { store, identity: testIdentity, rules };
    const member = (role: 'admin' | 'moderator', id: number) =>
      store.members.add({
        key: testIdentity.member(id),
        role,
        name: '',
        addedAt: now().toISOString(),
        by: 'x',
      });
    await member('admin', 7);
    await member('moderator', 8);
    expect((await approvalOf({ typed: '7', admins: '' }, context)).by).toBe(testIdentity.member(7));
    expect((await approvalOf({ typed: '9', admins: '5, 9' }, context)).by).toBe(testIdentity.member(9));
    for (const typed of ['8', '10', '', 'admin'])
      await expect(approvalOf({ typed, admins: '5' }, context)).rejects.toThrow();
  });
  it('does not approve alone where two must', async () => {
    const { store } = await openTestStore();
    const two = { ...rules, approvalsNeeded: 2 as const };
    await expect(
      approvalOf({ typed: '9', admins: '9' }, { store, identity: testIdentity, rules: two }),
    ).rejects.toThrow(/two moderators/);
  });
});
