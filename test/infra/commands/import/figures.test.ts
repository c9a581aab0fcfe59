import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../../bot/reader/figures.ts';
import { importRows } from '../../../../infra/commands/import/import.ts';
import { openRows } from '../../../../infra/commands/import/rows.ts';
import type { FigureMapping } from '../../../../lib/import/mapping.ts';
import { parseMapping } from '../../../../lib/import/mapping-check.ts';
import type { Row } from '../../../../lib/import/row.ts';
import type { Approval } from '../../../../lib/review/bring-in.ts';
import { verify } from '../../../../lib/store/audit/verify.ts';
import { openTestStore, type TestStore, testIdentity } from '../../../support/database/dynamo.ts';

const examples = 'infra/commands/import/examples';
const now = () => new Date('2026-03-14T13:00:00.000Z');
const approval: Approval = {
  by: 'admin',
  checklist: { militaryPosition: false, identifiesPerson: false, graphic: false },
};

const mapping = async (): Promise<FigureMapping> => {
  const parsed = parseMapping(JSON.parse(await readFile(`${examples}/figures.mapping.json`, 'utf8')));
  if (parsed.kind !== 'figures') throw new Error(JSON.stringify(parsed));
  return parsed.mapping;
};

const bring = async (store: TestStore['store'] | undefined, rows?: readonly Row[]) => {
  const told: string[] = [];
  const read = await mapping();
  const reporter = testIdentity.dataset(read.dataset);
  const given = async function* () {
    yield* rows ?? [];
  };
  const summary = await importRows({
    rows: rows ? given() : (await openRows(`${examples}/figures.csv`, read)).rows,
    mapping: read,
    country: 'UA',
    target: store && {
      store,
      reporters: [reporter],
      voiceWithin: incident => testIdentity.voiceWithin(incident, reporter),
      approval,
    },
    now,
    tell: text => told.push(text),
  });
  return { summary, told };
};

describe('a table of figures of others', () => {
  it('stands beside our counts exactly as it says, once, however often it comes', async () => {
    const { store, client, tables } = await openTestStore();
    expect((await bring(store)).summary).toMatchObject({ read: 3, written: 3, there: 0, refused: 0 });
    expect((await bring(store)).summary).toMatchObject({ written: 0, there: 3 });
    const { items } = await store.figures.list();
    const period = { from: '2022-02-24', to: '2023-03-31' };
    const monitor = {
      source: { kind: 'monitor', name: 'Made-up Monitor', published: '2023-04-01' },
      ...{ published: '2023-04-01', period, munition: 'cluster_munition', people: 'civilians', by: 'admin' },
    };
    expect(items).toHaveLength(3);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          attacks: { atLeast: 40 },
          killed: { exactly: 215 },
          injured: { exactly: 474 },
        }),
        expect.objectContaining({ region: 'UA-63', killed: { atLeast: 30 }, user: 'Side A' }),
        expect.objectContaining({
          attacks: { words: 'repeatedly' },
          region: 'UA-63',
          munition: 'unknown',
          period: { from: '2022-03-01', to: '2022-06-30' },
        }),
      ]),
    );
    expect(items[0]).toMatchObject({ ...monitor, source: expect.objectContaining(monitor.source) });
    expect((await verify({ client, tables, identity: testIdentity })).differences).toEqual([]);
    // Nothing of it is an incident.
    expect((await store.incidents.latest({ limit: 5 })).items).toEqual([]);
  });

  it('is read whole by whoever asks for what few of many figures are about', async () => {
    const { store } = await openTestStore();
    const whats = ['cluster', ''] as const;
    const wheres = ['', 'Kharkiv', 'Kherson'] as const;
    const rows = Array.from({ length: 300 }, (_, n): Row => {
      const year = 2022 + (n % 4);
      const values = {
        ...said,
        id: `G${n}`,
        published: `${year + 1}-01-${String(1 + (n % 28)).padStart(2, '0')}`,
        ...{ from: `${year}-01-01`, to: `${year}-12-31`, killed: String(n) },
        ...{ region: wheres[n % 3] ?? '', weapon: whats[n % 2] ?? '' },
      };
      return { line: n + 1, values };
    });
    expect((await bring(store, rows)).summary).toMatchObject({ read: 300, written: 300, refused: 0 });
    const numbersOf = ({ items }: Awaited<ReturnType<typeof store.figures.list>>) =>
      items.map(({ killed }) => (killed && 'exactly' in killed ? killed.exactly : -1)).sort((a, b) => a - b);
    expect(numbersOf(await store.figures.list())).toEqual(rows.map((_, n) => n));
    const every = rows.map((_, n) => n);
    const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });
    const regions = [undefined, 'UA-63', 'UA-65'];
    for (const requested of [2022, 2023, 2024, 2025])
      for (const region of regions) {
        const question = { requested: year(requested), region, munitions: ['cluster_munition'] } as const;
        const found = await readFigures(store, question, question.requested);
        expect(numbersOf(found)).toEqual(
          every.filter(n => n % 2 === 0 && regions[n % 3] === region && 2022 + (n % 4) === requested),
        );
      }
    const ofRegion = await readFigures(store, { requested: 'all', region: 'UA-63' }, undefined);
    expect(numbersOf(ofRegion)).toEqual(every.filter(n => n % 3 === 1));
    // Of a settlement nobody publishes figures.
    expect((await readFigures(store, { requested: 'all', settlement: 706483 }, undefined)).items).toEqual([]);
  });

  const said = {
    id: 'F9',
    kind: 'monitor',
    publisher: 'Made-up Monitor',
    published: '2023-04-01',
    killed: '5',
  };
  it.each<[string, Record<string, string>, RegExp]>([
    ['no number', { killed: '' }, /attacks: the row says no number/],
    ['no day of publication', { published: '' }, /source.published: a figure needs the day/],
    [
      'a month for the day of publication',
      { published: '2023-04' },
      /source.published: a figure needs the day/,
    ],
    ['a publication to come', { published: '2031-01-01' }, /is after today/],
    ['a period that ends before it begins', { from: '2023-01-01', to: '2022-01-01' }, /before it begins/],
    ['a period to come', { from: '2031-01-01' }, /is after today/],
    ['a day that there is not', { from: '2022-02-30' }, /no day that the calendar has/],
    ['no such region', { region: 'Atlantis' }, /"Atlantis" is no region/],
    ['a word without a code', { weapon: 'bombs' }, /munition: "bombs" is unknown/],
    ['no such kind of source', { kind: 'gossip' }, /source.kind: "gossip" is unknown/],
    ['fewer than nobody', { killed: '-5' }, /-5 is below zero/],
    ['a formula', { killed: '=A1+A2' }, /is a formula/],
  ])('refuses a row with %s', async (_, change, says) => {
    const { summary, told } = await bring(undefined, [{ line: 7, values: { ...said, ...change } }]);
    expect(summary).toMatchObject({ ready: 0, refused: 1 });
    expect(told.filter(text => text.startsWith('line 7: '))).toEqual([expect.stringMatching(says)]);
  });
});
