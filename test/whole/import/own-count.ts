/**
 * Counts the incidents of a made-up file from its text, without a line of the product: it reads CSV, dates, ranges and words by
 * itself, so that an error of the product's reading or counting shows as a difference.
 */

/** What the words of the files mean, by the code that a question asks for. */
export const munitionWords: Readonly<Record<string, string>> = {
  'Uragan cluster': 'cluster_munition',
  'Grad rockets': 'rocket_artillery',
  'howitzer shells': 'tube_artillery',
  '82 mm mortar': 'mortar',
  Iskander: 'ballistic_missile',
  'winged missile': 'cruise_missile',
  'S-300': 'air_defence_missile',
  KAB: 'guided_bomb',
  Shahed: 'loitering_munition',
  'unexploded 9N210': 'unexploded_submunition',
  'unexploded shell': 'other_unexploded',
  'PFM-1': 'scatterable_mine',
  unclear: 'unknown',
};

type Cells = Readonly<Record<string, string>>;

/** Bounds of a number: without `max` at least `min`. */
type Bounds = Readonly<{ min: number; max: number | undefined; about: boolean }>;

/** An incident as one or two rows tell of it; what is not known is undefined. */
export type Told = Readonly<{
  ids: readonly string[];
  links: readonly string[];
  first: string | undefined;
  last: string;
  region: string | undefined;
  town: string | undefined;
  munition: string;
  phase: string;
  killed: Bounds | undefined;
  children: Bounds | undefined;
  injured: Bounds | undefined;
  grade: string;
}>;

export const readCells = (text: string): readonly Cells[] => {
  const table: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    table.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ',' && !isQuoted) end();
    else if (letter === '\n' && !isQuoted) {
      end();
      table.push([]);
    } else cell += letter;
  }
  end();
  const [names = [], ...rows] = table;
  return rows.map(cells => Object.fromEntries(names.map((name, n) => [name, cells[n] ?? ''])));
};

const day = (date: string): Date => new Date(`${date}T12:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);
const plus = (date: string, days: number): string => text(new Date(day(date).getTime() + days * 86_400_000));
const endOfMonth = (month: string): string =>
  text(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0, 12)));

const daysOf = (row: Cells): Pick<Told, 'first' | 'last'> => {
  const { event_date: date = '', date_to: to, date_precision: precision, not_after: notAfter = '' } = row;
  if (date === '') return { first: undefined, last: notAfter };
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` };
  if (date.length === 7) return { first: `${date}-01`, last: endOfMonth(date) };
  if (precision === 'month') return { first: `${date.slice(0, 7)}-01`, last: endOfMonth(date.slice(0, 7)) };
  if (precision === 'week') {
    const monday = plus(date, -((day(date).getUTCDay() + 6) % 7));
    return { first: monday, last: plus(monday, 6) };
  }
  return { first: date, last: to || date };
};

const killedOf = ({ killed_min: min = '', killed_max: max = '' }: Cells): Bounds | undefined =>
  min === '' && max === ''
    ? undefined
    : { min: Number(min), max: max === '' ? undefined : Number(max), about: false };

const wordsOf = (words = ''): Bounds | undefined => {
  const [n, more] = (words.match(/\d+/g) ?? []).map(Number);
  if (n === undefined) return undefined;
  if (words.startsWith('at least')) return { min: n, max: undefined, about: false };
  return { min: n, max: more ?? n, about: words.startsWith('about') };
};

const toldBy = (row: Cells): Told => ({
  ids: [row.event_id ?? ''],
  links: [row.url ?? ''],
  ...daysOf(row),
  region: row.admin1 || undefined,
  town: row.location ? `${row.location}, ${row.admin1}` : undefined,
  munition: munitionWords[row.weapon ?? ''] ?? 'no such word',
  phase: row.event_kind ?? '',
  killed: killedOf(row),
  children: row.killed_children ? wordsOf(row.killed_children) : undefined,
  injured: wordsOf(row.injured),
  grade: 'single_source',
});

/**
 * Two sources that disagree make a range, from the least minimum to the greatest maximum; who does not know narrows nothing, and
 * "at least" gives no maximum, but lifts one that is less. It is rough where only rough words give a bound.
 */
const both = (a: Bounds | undefined, b: Bounds | undefined): Bounds | undefined => {
  if (!a || !b) return a ?? b;
  const told = [a, b];
  const min = Math.min(a.min, b.min);
  const given = told.flatMap(one => (one.max === undefined ? [] : [one.max]));
  const greatest = given.length > 0 ? Math.max(...given) : undefined;
  const max = greatest !== undefined && greatest >= Math.max(a.min, b.min) ? greatest : undefined;
  const isRough = (those: readonly Bounds[]) => those.length > 0 && those.every(({ about }) => about);
  const about =
    isRough(told.filter(one => one.min === min)) ||
    (max !== undefined && isRough(told.filter(one => one.max === max)));
  return { min, max, about };
};

/** Some of the killed are no more than all of them. */
const atMost = (some: Bounds | undefined, all: Bounds | undefined): Bounds | undefined =>
  some && all
    ? {
        ...some,
        min: Math.min(some.min, all.min),
        max: some.max === undefined || all.max === undefined ? some.max : Math.min(some.max, all.max),
      }
    : some;

/** The incidents of the first file, with what the second tells of the same, and those that it has alone. */
export const incidentsOf = (committee: string, wire: string): readonly Told[] => {
  const again = readCells(wire);
  const retold = new Map(again.map(row => [row.same_as ?? '', row]));
  const first = readCells(committee).map(row => {
    const told = toldBy(row);
    const other = retold.get(told.ids[0] ?? '');
    if (!other) return told;
    const more = toldBy(other);
    const killed = both(told.killed, more.killed);
    return {
      ...told,
      ids: [...told.ids, ...more.ids],
      links: [...told.links, ...more.links],
      killed,
      children: atMost(both(told.children, more.children), killed),
      injured: both(told.injured, more.injured),
      grade: 'corroborated',
    };
  });
  return [...first, ...again.filter(({ same_as: same }) => same === '').map(toldBy)];
};

/** What is asked, and of it what narrows it. A town is named with its region: "Izium, Kharkiv region". */
export type Asked = Readonly<{
  from?: string | undefined;
  to?: string | undefined;
  region?: string | undefined;
  town?: string | undefined;
  munitions?: readonly string[] | undefined;
  grades: readonly string[];
}>;

type Sum = Readonly<{ known: number; min: number; max: number; open: number; about: number }>;
export type OwnCount = Readonly<{
  incidents: number;
  inexact: number;
  killed: Sum;
  children: Sum;
  injured: Sum;
  perhapsWhen: number;
  perhapsWhere: number;
}>;

const sumOf = (all: readonly (Bounds | undefined)[]): Sum => {
  const known = all.filter(one => one !== undefined);
  const add = (of: (one: Bounds) => number) => known.reduce((total, one) => total + of(one), 0);
  return {
    known: known.length,
    min: add(({ min }) => min),
    max: add(({ min, max }) => max ?? min),
    open: add(({ max }) => (max === undefined ? 1 : 0)),
    about: add(({ about }) => (about ? 1 : 0)),
  };
};

const howIn = ({ first, last }: Told, { from, to }: Asked): 'surely' | 'perhaps' | 'not' => {
  if (from === undefined || to === undefined) return 'surely';
  if (last < from || (first !== undefined && first > to)) return 'not';
  return first !== undefined && first >= from && last <= to ? 'surely' : 'perhaps';
};

/** A place that is named too roughly to say whether it is the one that is asked for may be it. */
const howAt = (told: Told, { region, town }: Asked): 'surely' | 'perhaps' | 'not' => {
  if (town !== undefined) {
    if (told.town !== undefined) return told.town === town ? 'surely' : 'not';
    return told.region === undefined || town.endsWith(`, ${told.region}`) ? 'perhaps' : 'not';
  }
  if (region === undefined || told.region === region) return 'surely';
  return told.region === undefined ? 'perhaps' : 'not';
};

export const countOf = (
  all: readonly Told[],
  asked: Asked,
  anyGrade: readonly string[] = asked.grades,
): OwnCount => {
  const kind = all.filter(({ munition }) => !asked.munitions || asked.munitions.includes(munition));
  const counted = kind.filter(
    one =>
      asked.grades.includes(one.grade) && howIn(one, asked) === 'surely' && howAt(one, asked) === 'surely',
  );
  const perhaps = kind.filter(({ grade }) => anyGrade.includes(grade));
  return {
    incidents: counted.length,
    inexact: counted.filter(({ first, last }) => first !== last).length,
    killed: sumOf(counted.map(({ killed }) => killed)),
    children: sumOf(counted.map(({ children }) => children)),
    injured: sumOf(counted.map(({ injured }) => injured)),
    perhapsWhen: perhaps.filter(one => howAt(one, asked) === 'surely' && howIn(one, asked) === 'perhaps')
      .length,
    perhapsWhere: perhaps.filter(one => howAt(one, asked) === 'perhaps' && howIn(one, asked) !== 'not')
      .length,
  };
};
