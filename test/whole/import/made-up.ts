import type { Gazetteer, GazetteerSettlement } from '../../../lib/place/gazetteer/gazetteer.ts';
import { munitionWords } from './own-count.ts';

/**
 * Two made-up files of made-up incidents, as a monitor and a newsroom might keep them: the same for the same number of rows.
 * `committee` has so many rows; of every ninth of them `wire` tells, too, in its own numbers, and of some that are its own.
 */
export type Files = Readonly<{ committee: string; wire: string }>;

type Row = Readonly<Partial<Record<string, string>>>;

export const columns = [
  'event_id',
  'event_date',
  'date_to',
  'date_precision',
  'not_after',
  'admin1',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'event_kind',
  'weapon',
  'killed_min',
  'killed_max',
  'killed_children',
  'injured',
  'publisher',
  'url',
  'claimed_by',
  'same_as',
  'notes',
] as const;

export const makeFiles = (gazetteer: Gazetteer, rows: number): Files => {
  const draw = createDraw(20_220_224);
  const towns = townsOf(gazetteer);
  const regions = new Map(gazetteer.regions.map(({ code, names }) => [code, names.en]));
  const made = Array.from({ length: rows }, (_, n) => rowOf(n, draw, towns, regions));
  const retold = made.filter((row, n) => n % 9 === 4 && isTold(row)).map(row => toldAgain(row, draw));
  const own = Array.from({ length: Math.floor(rows / 12) }, (_, n) => {
    const row = rowOf(n + 50_000, draw, towns, regions);
    return { ...row, event_id: `W${n}`, publisher: 'Wire of the Steppe' };
  });
  return { committee: csv(made), wire: csv([...retold, ...own]) };
};

/** Numbers from 0 to below `n`, always the same ones. */
const createDraw = (seed: number) => {
  let state = seed;
  return (n: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % n;
  };
};
type Draw = ReturnType<typeof createDraw>;

/** The largest towns, and a few villages, of which no other of the region has the English name. */
const townsOf = ({ settlements }: Gazetteer): readonly GazetteerSettlement[] => {
  const called = Map.groupBy(settlements, ({ names, region }) => `${names.en} ${region}`);
  const alone = settlements.filter(({ names, region }) => called.get(`${names.en} ${region}`)?.length === 1);
  const largest = alone.toSorted((a, b) => b.population - a.population);
  const villages = alone.filter(({ population }) => population > 0 && population < 400);
  return [...largest.slice(0, 120), ...villages.slice(0, 12)];
};

const rowOf = (
  n: number,
  draw: Draw,
  towns: readonly GazetteerSettlement[],
  regions: ReadonlyMap<string, string>,
): Row => {
  const town = towns[draw(towns.length)] ?? towns[0]!;
  const region = regions.get(town.region ?? '') ?? '';
  const [weapon = ''] = Object.keys(munitionWords)[draw(Object.keys(munitionWords).length)]?.split('|') ?? [];
  const publisher =
    ['Committee of Records', 'Steppe Monitor', 'District Prosecutor (made up)'][draw(3)] ?? '';
  return {
    event_id: `C${String(n).padStart(5, '0')}`,
    ...datesOf(draw),
    ...placeOf(draw, town, region),
    event_kind: /unexploded|PFM/.test(weapon) ? 'remnant' : 'attack',
    weapon,
    ...peopleOf(draw),
    publisher,
    url: `https://made-up.example/${n}`,
    claimed_by: ['', '', 'Side A', 'Side B'][draw(4)] ?? '',
    notes: ['Made up.', 'Made up, "quoted",\nand on two lines.', '=1+1, made up', ''][draw(4)] ?? '',
  };
};

const two = (n: number): string => String(n).padStart(2, '0');

const datesOf = (draw: Draw): Row => {
  const [year, month, day] = [2022 + draw(3), 1 + draw(12), 1 + draw(26)];
  const date = `${year}-${two(month)}-${two(day)}`;
  switch (draw(16)) {
    case 0:
      return { event_date: `${year}-${two(month)}` };
    case 1:
      return { event_date: String(year) };
    case 2:
      return { event_date: date, date_precision: 'week' };
    case 3:
      return { event_date: date, date_to: `${year}-${two(month)}-${two(day + 2)}` };
    case 4:
      return { not_after: date };
    case 5:
      return { event_date: date, date_precision: 'month' };
    default:
      return { event_date: date };
  }
};

const placeOf = (draw: Draw, { names, point }: GazetteerSettlement, admin1: string): Row => {
  const coordinates = { latitude: point.lat.toFixed(4), longitude: point.lon.toFixed(4) };
  switch (draw(12)) {
    case 0:
      return { admin1, geo_precision: '3' };
    case 1:
      return {};
    case 2:
      return { admin1, location: names.en, geo_precision: '2', ...coordinates };
    case 3:
      return { admin1, location: names.en, geo_precision: '1' };
    default:
      return { admin1, location: names.en, geo_precision: '1', ...coordinates };
  }
};

const peopleOf = (draw: Draw): Row => {
  const least = draw(6);
  const killed: Row | undefined = [
    {},
    { killed_min: '0', killed_max: '0' },
    { killed_min: String(least), killed_max: String(least + draw(4)) },
    { killed_min: String(least) },
    { killed_max: String(least) },
    { killed_min: String(least + 2), killed_max: String(least + 4), killed_children: String(draw(3)) },
  ][draw(6)];
  const n = 1 + draw(30);
  const injured = ['', '0', 'unknown', String(n), `at least ${n}`, `${n}-${n + 3}`, `about ${n}`][draw(7)];
  return { ...killed, injured: injured ?? '' };
};

/** Told so exactly that the rule takes two such rows for one incident: a town on a day. */
const isTold = ({ event_date, date_precision, date_to, geo_precision, weapon }: Row): boolean =>
  event_date?.length === 10 && !date_precision && !date_to && geo_precision === '1' && weapon !== 'unclear';

const toldAgain = (row: Row, draw: Draw): Row => ({
  ...row,
  ...{ killed_min: '', killed_max: '', killed_children: '' },
  ...peopleOf(draw),
  event_id: `W-${row.event_id}`,
  same_as: row.event_id ?? '',
  publisher: 'Wire of the Steppe',
  url: `https://wire.example/${row.event_id}`,
  // Words that are the same would be one statement, told twice.
  notes: 'In the words of the wire.',
});

const csv = (rows: readonly Row[]): string =>
  [columns, ...rows.map(row => columns.map(name => row[name] ?? ''))]
    .map(cells => cells.map(cellOf).join(','))
    .join('\n');

const cellOf = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
