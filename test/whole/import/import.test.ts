import { describe, expect, it } from 'vitest';
import { partitions, tableOf } from '../../../bot/reader/tables/rows.ts';
import { findCountry } from '../../../lib/country.ts';
import { importedReportId } from '../../../lib/identity/receipt.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { defaultPolicy } from '../../../lib/policy.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import type { Sum } from '../../../lib/summary/counters.ts';
import { countedGrades } from '../../../lib/summary/grades.ts';
import { type Summary, summaryOf } from '../../../lib/summary/summary.ts';
import { type Product, startProduct } from '../../support/product/product.ts';
import { startImport } from './command.ts';
import { makeFiles } from './made-up.ts';
import { type Asked, countOf, incidentsOf, readCells, type Told } from './own-count.ts';

/**
 * Two files of others come in by the real command, as an admin approves them, are released with the batches, and are asked for
 * as readers ask. Every number is compared with one that is counted from the text of the files by code that shares nothing with
 * the product. So many incidents as the design asks for: `IMPORTED_ROWS=1790`.
 */
const rows = Number(process.env.IMPORTED_ROWS ?? 120);

/** Of what the headline speaks, and what stands beside it. */
const supportedGrades = ['confirmed', 'corroborated'] as const;
const besideGrades = ['single_source', 'contested'] as const;

const ukraine = findCountry('UA');
if (!ukraine) throw new Error('No country');
const gazetteer = await loadGazetteer('UA');
const regionCodes = new Map(gazetteer.regions.map(({ code, names }) => [names.en, code]));
const settlementIds = new Map(
  gazetteer.settlements.map(({ id, names, region = '' }) => [
    `${names.en}, ${gazetteer.regions.find(({ code }) => code === region)?.names.en}`,
    { id, region },
  ]),
);

const periods: readonly Readonly<{ from?: string; to?: string }>[] = [
  {},
  { from: '2022-01-01', to: '2022-12-31' },
  { from: '2023-01-01', to: '2024-12-31' },
  { from: '2022-03-01', to: '2022-03-31' },
  { from: '2022-02-24', to: '2022-05-11' },
  { from: '2022-11-15', to: '2023-02-03' },
  { from: '2023-06-06', to: '2023-06-06' },
  ...Array.from({ length: 18 }, (_, n) => {
    const month = `202${2 + (n % 3)}-${String(1 + ((n * 5) % 12)).padStart(2, '0')}`;
    return { from: `${month}-0${1 + (n % 9)}`, to: `${month}-${10 + n}` };
  }),
];

const kinds: readonly (readonly (typeof munitions)[number][] | undefined)[] = [
  undefined,
  ['cluster_munition'],
  ['unexploded_submunition', 'other_unexploded'],
  ['ballistic_missile', 'cruise_missile', 'air_defence_missile'],
  ['unknown'],
];

/** Regions and towns of the files, those with most incidents first. */
const areasOf = (told: readonly Told[]): readonly Readonly<{ region?: string; town?: string }>[] => {
  const most = (of: (one: Told) => string | undefined, n: number) =>
    [...Map.groupBy(told, of)]
      .flatMap(([name, all]) => (name === undefined ? [] : [{ name, n: all.length }]))
      .toSorted((a, b) => b.n - a.n)
      .slice(0, n)
      .map(({ name }) => name);
  return [
    {},
    ...most(({ region }) => region, 8).map(region => ({ region })),
    ...most(({ town }) => town, 8).map(town => ({ town })),
  ];
};

const plain = ({ known, min, max, open, about }: Sum) => ({ known, min, max, open, about });
const numbersOf = ({ total, perhaps }: Summary) => ({
  incidents: total.incidents,
  inexact: total.inexact,
  killed: plain(total.killed),
  children: plain(total.killed.children),
  injured: plain(total.injured),
  perhapsWhen: perhaps.when,
  perhapsWhere: perhaps.where,
});

const areaOf = ({ region, town }: Pick<Asked, 'region' | 'town'>) => {
  if (town !== undefined) {
    const found = settlementIds.get(town);
    return { region: found?.region, settlement: found?.id };
  }
  return { region: region === undefined ? undefined : regionCodes.get(region) };
};

/** Imports and releases both files. The clock stands a week on. */
const bringIn = async () => {
  const now = new Date(Date.now() + 7 * 86_400_000);
  const product = await startProduct({ rules: { ...defaultPolicy, approvalsNeeded: 1 }, now: () => now });
  const files = makeFiles(gazetteer, rows);
  const outputs = [
    (await (await startImport(product, 'Committee', files.committee)).ended).out,
    (await (await startImport(product, 'Wire', files.wire)).ended).out,
  ];
  const all = incidentsOf(files.committee, files.wire);
  const merged = await mergeTheRest(product, all);
  const told = await judged(product, all);
  // A hundred with each tick.
  for (let n = 0; n <= told.length; n += 100) await product.tick();
  expect((await product.store.incidents.embargoed({ limit: 1 })).items).toEqual([]);
  return { product, files, outputs, told, merged, now };
};

/** The row of a made-up file, as a report, and the incident that it went into. */
const incidentOf = async ({ store }: Product, row = ''): Promise<Incident | undefined> => {
  const dataset = row.startsWith('W') ? 'Wire' : 'Committee';
  const report = await store.reports.read(importedReportId({ dataset, row }));
  return report?.incident === undefined ? undefined : store.incidents.read(report.incident);
};

/** What is told twice, and was not so likely one that nobody was asked, a moderator merges. How many there were. */
const mergeTheRest = async (product: Product, told: readonly Told[]): Promise<number> => {
  let merged = 0;
  for (const { ids } of told.filter(one => one.ids.length > 1)) {
    const [one, other] = [await incidentOf(product, ids[0]), await incidentOf(product, ids[1])];
    if (!one || !other || one.id === other.id) continue;
    const { id: incident, version } = other;
    const result = await product.store.incidents.merge({ incident, version, into: one.id, ...acting() });
    expect(result.kind).toBe('done');
    merged += 1;
  }
  return merged;
};

const acting = () => ({ by: 'marko', at: new Date().toISOString() });

/** What the team makes of some of them before they are released. */
const judged = async (product: Product, told: readonly Told[]): Promise<readonly Told[]> => {
  const all: Told[] = [];
  for (const [n, one] of told.entries()) {
    const assessment = ({ 3: 'confirmed', 6: 'contested', 8: 'discounted' } as const)[n % 10];
    all.push(assessment ? { ...one, grade: assessment } : one);
    if (!assessment) continue;
    const { id: incident = '', version = 0 } = (await incidentOf(product, one.ids[0])) ?? {};
    const amendment = { kind: 'assess', assessment } as const;
    await product.store.incidents.amend({ incident, version, ...acting(), amendment });
  }
  return all;
};
type Brought = Awaited<ReturnType<typeof bringIn>>;

/** Asks every question of areas, periods and munitions, for the headline, what stands beside it, and each grade. */
const compareSummaries = async ({ product: { store }, told }: Brought): Promise<number> => {
  let compared = 0;
  const compare = (asked: Asked, summary: Summary, anyGrade?: readonly string[]) => {
    compared += 1;
    expect({ asked, ...numbersOf(summary) }).toEqual({ asked, ...countOf(told, asked, anyGrade) });
  };
  for (const area of areasOf(told))
    for (const { from, to } of periods) {
      const span = from === undefined || to === undefined ? undefined : { from, to };
      const found = await store.incidents.counted(areaOf(area), span);
      for (const wanted of kinds) {
        const asked = { ...area, from, to, munitions: wanted };
        const supported = summaryOf(found, { munitions: wanted });
        compare({ ...asked, grades: supportedGrades }, supported, countedGrades);
        for (const code of besideGrades) {
          const beside = supported.beside.find(one => one.code === code);
          const { incidents } = countOf(told, { ...asked, grades: [code] });
          expect({ asked, code, n: beside?.counters.incidents ?? 0 }).toEqual({ asked, code, n: incidents });
        }
        for (const grade of countedGrades)
          compare({ ...asked, grades: [grade] }, summaryOf(found, { munitions: wanted, grades: [grade] }));
      }
    }
  return compared;
};

/** Each row of each table is counted as a question of its own, and what has no row is counted as nothing. */
const compareTables = async ({ product: { store }, told, now }: Brought): Promise<number> => {
  let compared = 0;
  for (const grade of ['single_source', 'corroborated'] as const)
    for (const region of [undefined, areasOf(told)[1]?.region])
      for (const by of partitions) {
        const requested = by === 'month' ? { from: '2022-01-20', to: '2023-03-10' } : 'all';
        const period = requested === 'all' ? {} : requested;
        const question = { requested, grades: [grade], region: areaOf({ region }).region } as const;
        const table = await tableOf(store.incidents, { question, by, now, country: ukraine });
        const codes = { month: monthsOf(period), region: [...regionCodes.keys(), ''], munition: munitions }[
          by
        ];
        const rowOf = (code: string) =>
          table.rows.find(row => row.code === (by === 'region' ? (regionCodes.get(code) ?? '') : code));
        for (const code of codes) {
          if (by === 'region' && region !== undefined) continue;
          const asked: Asked = { region, ...period, grades: [grade], ...narrowing(by, code) };
          const own =
            by === 'region' && code === '' ? countUnplaced(told, asked) : countOf(told, asked).incidents;
          compared += 1;
          expect({ by, code, region, n: rowOf(code)?.summary.total.incidents ?? 0 }).toEqual({
            by,
            code,
            region,
            n: own,
          });
        }
      }
  return compared;
};

const countUnplaced = (told: readonly Told[], asked: Asked): number =>
  countOf(
    told.filter(({ region }) => region === undefined),
    { ...asked, region: undefined },
  ).incidents;

const narrowing = (by: (typeof partitions)[number], code: string): Partial<Asked> => {
  if (by === 'region') return { region: code };
  return by === 'munition' ? { munitions: [code] } : daysOf(code);
};

/** `2022-03`, or `2022-01-20_2022-01-31`, as its first and last day. */
const daysOf = (code: string) => {
  const [from = '', to] = code.split('_');
  if (to !== undefined) return { from, to };
  const last = new Date(Date.UTC(Number(code.slice(0, 4)), Number(code.slice(5)), 0)).getUTCDate();
  return { from: `${code}-01`, to: `${code}-${last}` };
};

const monthsOf = ({ from = '', to = '' }: Readonly<{ from?: string; to?: string }>): readonly string[] => {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    const { from: first, to: last } = daysOf(month);
    const [start, end] = [first < from ? from : first, last > to ? to : last];
    months.push(start === first && end === last ? month : `${start}_${end}`);
    const [year = 0, n = 0] = month.split('-').map(Number);
    month = n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`;
  }
  return months;
};

/** What a reader types, and what it asks for. */
const typed: readonly (readonly [string, Omit<Asked, 'grades'>])[] = [
  ['all time', {}],
  ['2022', { from: '2022-01-01', to: '2022-12-31' }],
  ['March 2022', { from: '2022-03-01', to: '2022-03-31' }],
  ['from March to May 2022', { from: '2022-03-01', to: '2022-05-31' }],
  ['cluster munitions 2023', { munitions: ['cluster_munition'], from: '2023-01-01', to: '2023-12-31' }],
  ['Kharkiv region all time', { region: 'Kharkiv region' }],
  [
    'mortar Donetsk region 2022',
    { munitions: ['mortar'], region: 'Donetsk region', from: '2022-01-01', to: '2022-12-31' },
  ],
  ['unexploded items all time', { munitions: ['unexploded_submunition', 'other_unexploded'] }],
];

/** The bold number of the chat's answer, and the one of what rests on one source. */
const compareAnswers = async ({ product: { reader }, told }: Brought): Promise<number> => {
  const count = (text: string, around: RegExp): number =>
    Number(around.exec(text)?.[1]?.replace(/\D/g, '') ?? 0);
  for (const [words, asked] of typed) {
    await reader.send(`/summary ${words}`);
    const text = reader.last().text?.replaceAll(/[\u2068\u2069]/g, '') ?? '';
    expect({
      words,
      supported: count(text, /^([\d ,\u00a0]+) incidents? \(confirmed/m),
      single: count(text, /no second independent source: ([\d ,\u00a0]+) incidents?/),
    }).toEqual({
      words,
      supported: countOf(told, { ...asked, grades: supportedGrades }).incidents,
      single: countOf(told, { ...asked, grades: ['single_source'] }).incidents,
    });
  }
  return typed.length;
};

/** The file that a reader takes away has each incident as the files of others tell of it. */
const compareFile = async ({ product, told }: Brought): Promise<number> => {
  const { reader, telegram } = product;
  await reader.send('/export all time');
  await reader.press(reader.last(), 'CSV (spreadsheet, HXL)');
  await product.files();
  const sent = reader.messages().find(({ document }) => document?.file_name?.endsWith('.csv'))?.document;
  const bytes = await (await fetch(`${telegram.url}/media/${sent?.file_id}`)).text();
  const [, ...lines] = readCells(
    bytes
      .replace(/^\ufeff/, '')
      .replaceAll('\r\n', '\n')
      .trimEnd(),
  );
  const byLink = new Map(lines.map(line => [line.source_links?.split(' ').sort().join(' '), line]));
  // What was discounted is nowhere.
  const shown = told.filter(({ grade }) => grade !== 'discounted');
  expect(lines).toHaveLength(shown.length);
  for (const one of shown) {
    const line = byLink.get([...one.links].sort().join(' '));
    const text = (n: number | undefined): string => (n === undefined ? '' : String(n));
    expect(line).toMatchObject({
      munition: one.munition,
      phase: one.phase,
      occurred_from: one.first ?? '',
      occurred_to: one.last,
      region_code: one.region === undefined ? '' : regionCodes.get(one.region),
      settlement_id: one.town === undefined ? '' : String(settlementIds.get(one.town)?.id),
      killed_min: text(one.killed?.min),
      killed_max: text(one.killed?.max),
      killed_children_min: text(one.children?.min),
      injured_min: text(one.injured?.min),
      injured_max: text(one.injured?.max),
      grade: one.grade,
    });
  }
  return shown.length;
};

describe('what others recorded', () => {
  it('is counted, by every question, as it is counted from their files alone', {
    timeout: 1_800_000,
  }, async () => {
    const brought = await bringIn();
    const { product, files, outputs, told, merged } = brought;
    const retold = told.filter(({ ids }) => ids.length > 1).length;
    const others = readCells(files.wire).length;
    expect(outputs[0]).toContain(`${rows} written, 0 of them into incidents that were there`);
    const [, joined = ''] = /(\d+) of them into incidents/.exec(outputs[1] ?? '') ?? [];
    expect(outputs[1]).toContain(`${others} written`);
    expect(Number(joined) + merged).toBe(retold);
    expect(merged).toBeLessThan(retold / 10);
    expect(await compareSummaries(brought)).toBeGreaterThan(2000);
    expect(await compareTables(brought)).toBeGreaterThan(100);
    expect(await compareAnswers(brought)).toBeGreaterThan(5);
    expect(await compareFile(brought)).toBeGreaterThan(rows / 2);
    expect(await product.differences()).toEqual([]);
  });
});
