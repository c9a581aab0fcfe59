import { type Family, munitionTraits } from '../../lib/report/vocabulary.ts';
import { CorruptItem } from '../../lib/store/dynamodb/errors.ts';
import type { Store } from '../../lib/store/store.ts';
import { coverOf, farthest } from '../../lib/summary/bucket.ts';
import { type Counters, negative, nothing, sum } from '../../lib/summary/counters.ts';
import type { Period } from '../../lib/summary/period.ts';
import { type Filter, headlineOf, suspectedOf, totalOf } from '../../lib/summary/summary.ts';
import { type Tallied, unplaced } from '../../lib/summary/tally.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  earliest,
  firstDay,
  lastDay,
  monthOf,
} from '../../lib/time/date.ts';
import { filterOf } from '../reader/question.ts';
import type { Asked } from './asked.ts';

/** Incidents of one settlement: how many, of which munitions, after how many of them there are unexploded items. */
type Counted = Readonly<{
  settlement: number;
  radiusMetres: number;
  count: number;
  families: Readonly<Partial<Record<Family, number>>>;
  unexploded: number;
}>;

/** What a map counts. All of it together is the number of the summary. */
export type MapCounts = Readonly<{
  places: readonly Counted[];
  /** Of known region and unknown settlement, and of unknown region: with how many of them have unexploded items. */
  unsettled: Readonly<{ count: number; unexploded: number }>;
  nowhere: Readonly<{ count: number; unexploded: number }>;
}>;

type Reading = Pick<Store['incidents'], 'countedIn' | 'countedOver'>;

/**
 * Counts by settlement. Undefined when they do not come to the number of the summary: something was published meanwhile, or the
 * tallies were made by an earlier release.
 */
export const readMapCounts = async (
  incidents: Reading,
  { question, area, period, found, summary, view: { country } }: Asked,
): Promise<MapCounts | undefined> => {
  const filter = filterOf(question);
  const { region, settlement } = area;
  const isRegion = region !== undefined && settlement === undefined;
  const scopes = region === undefined ? [...country.regions.map(({ code }) => code), unplaced] : [region];
  const { items: cells, unreadable } = isRegion
    ? { items: found.surely, unreadable: 0 }
    : await incidents.countedIn(scopes, period);
  // What is incomplete is not to be quoted, and a picture is.
  if (unreadable > 0) throw new CorruptItem('Some tallies of a map cannot be read.');
  const counts = mapCounts(cells, filter, settlement);
  return totalIn(counts) === summary.total.incidents + summary.suspected ? counts : undefined;
};

const totalIn = ({ places, unsettled, nowhere }: MapCounts): number =>
  places.reduce((all, { count }) => all + count, unsettled.count + nowhere.count);

/** What cells of regions, and of unknown region, come to by settlement; of one settlement, nothing else. */
export const mapCounts = (
  all: readonly Tallied[],
  filter: Filter,
  settlement?: number | undefined,
): MapCounts => {
  const cells = headlineOf(all, filter);
  const suspected = suspectedOf(all, filter).map(onlySuspected);
  const places = new Map<number, Counted>();
  for (const { where = {}, munition } of [...cells, ...suspected])
    for (const [name, n] of Object.entries(where)) {
      const [id = '', km = '', mark] = name.split('.');
      if (n === 0 || (settlement !== undefined && Number(id) !== settlement)) continue;
      const before = places.get(Number(id)) ?? {
        settlement: Number(id),
        radiusMetres: 0,
        count: 0,
        families: {},
        unexploded: 0,
      };
      const family = munitionTraits[munition].family;
      places.set(
        Number(id),
        mark === undefined
          ? {
              ...before,
              radiusMetres: Math.max(before.radiusMetres, Number(km) * 1000),
              count: before.count + n,
              families: { ...before.families, [family]: (before.families[family] ?? 0) + n },
            }
          : { ...before, unexploded: before.unexploded + n },
      );
    }
  const rest = (isNowhere: boolean) => {
    if (settlement !== undefined) return { count: 0, unexploded: 0 };
    const some = [...cells, ...suspected].filter(({ scope }) => (scope === unplaced) === isNowhere);
    const { incidents, unexploded } = totalOf(some);
    const named = (isMark: boolean): number =>
      some
        .flatMap(({ where = {} }) => Object.entries(where))
        .filter(([name]) => name.endsWith('.unexploded') === isMark)
        .reduce((before, [, n]) => before + n, 0);
    return { count: incidents - named(false), unexploded: unexploded - named(true) };
  };
  return {
    places: [...places.values()].sort((a, b) => b.count - a.count || a.settlement - b.settlement),
    unsettled: rest(false),
    nowhere: rest(true),
  };
};

/** Of a cell only the incidents that left unexploded items behind. Whom they harmed is not known apart. */
const onlySuspected = ({ where = {}, counters: { unexploded }, ...cell }: Tallied): Tallied => ({
  ...cell,
  counters: { ...nothing, incidents: unexploded, unexploded },
  where: Object.fromEntries(
    Object.entries(where)
      .filter(([name]) => name.endsWith('.unexploded'))
      .flatMap(([name, n]) => [
        [name, n],
        [name.slice(0, -'.unexploded'.length), n],
      ]),
  ),
});

/** How wide a bar is. */
export type Step = 'day' | 'month' | 'year';

/** What bars count: one for each day (`2022-03-14`), month or year from the first to the last, and what is in none. */
export type BarCounts = Readonly<{
  step: Step;
  bars: readonly Readonly<{ name: string; counters: Counters }>[];
  rest: Counters;
}>;

/** More bars than these are too thin to be told apart on a phone. */
const most = { day: 92, month: 120 } as const;
const nameLength = { day: 10, month: 7, year: 4 } as const;
/** All months that a tally can have. */
const everMonths = { level: 'MONTH', isUntil: false, from: '0000-01', to: '9999-12' } as const;

/** Counts by day, month or year. Undefined when they exceed the number of the summary: something changed meanwhile. */
export const readBarCounts = async (
  incidents: Reading,
  {
    question,
    area,
    period,
    found,
    summary,
  }: Pick<Asked, 'question' | 'area' | 'period' | 'found' | 'summary'>,
): Promise<BarCounts | undefined> => {
  const filter = filterOf(question);
  const countedIn = (some: readonly Tallied[]) => [
    ...headlineOf(some, filter),
    ...suspectedOf(some, filter).map(onlySuspected),
  ];
  const isBounded = period !== undefined && period.from > earliest;
  const cells = isBounded ? [] : countedIn(await incidents.countedOver(area, [everMonths]));
  const stretch = isBounded ? period : stretchOf(cells, period?.to);
  const { suspected } = summary;
  const total = sum(summary.total, { ...nothing, incidents: suspected, unexploded: suspected });
  if (!stretch) return { step: 'month', bars: [], rest: total };
  const step = stepOf(stretch);
  const isCounted = !period && step === 'month';
  const counted = isCounted
    ? cells
    : countedIn([
        ...(await incidents.countedOver(
          area,
          rangesOf(step === 'year' ? wholeYears(stretch, period) : stretch, step),
        )),
        // What is known to a week of a month that the period breaks stands in no range of it.
        ...found.surely.filter(({ bucket }) => bucket.startsWith('SPAN#')),
      ]);
  const counts = barCounts(counted, { stretch, step, total });
  return counts.rest.incidents < 0 ? undefined : counts;
};

/** The bars of a stretch of time. What surely belongs to none of them is counted beside them: all together is `total`. */
export const barCounts = (
  cells: readonly Tallied[],
  { stretch, step, total }: Readonly<{ stretch: Period; step: Step; total: Counters }>,
): BarCounts => {
  const nameOf = ({ bucket }: Tallied): string => (bucket.split('#')[1] ?? '').slice(0, nameLength[step]);
  const by = Map.groupBy(
    cells.filter(({ counters }) => counters.incidents > 0),
    nameOf,
  );
  const bars = namesOf(stretch, step).map(name => ({ name, counters: totalOf(by.get(name) ?? []) }));
  const inBars = bars.reduce((all, { counters }) => sum(all, counters), nothing);
  return { step, bars, rest: sum(total, negative(inBars)) };
};

/** From the first month to the last in which something is counted, or to a day before. */
const stretchOf = (cells: readonly Tallied[], end = farthest): Period | undefined => {
  const months = cells
    .filter(({ counters }) => counters.incidents > 0)
    .map(({ bucket }) => bucket.split('#')[1] ?? '')
    .sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || firstDay(first) > end) return undefined;
  return { from: firstDay(first), to: lastDay(last) < end ? lastDay(last) : end };
};

/** A stretch to the ends of its years, as far as the period goes. */
const wholeYears = ({ from, to }: Period, period: Period | undefined): Period => {
  const [first, last] = [`${from.slice(0, 4)}-01-01`, `${to.slice(0, 4)}-12-31`];
  const { from: begin = earliest, to: end = farthest } = period ?? {};
  return { from: first < begin ? begin : first, to: last > end ? end : last };
};

const stepOf = ({ from, to }: Period): Step => {
  if (daysBetween(from, to) < most.day) return 'day';
  return namesOf({ from, to }, 'month').length <= most.month ? 'month' : 'year';
};

const rangesOf = (stretch: Period, step: Step) => {
  if (step === 'day') return [{ level: 'DAY', isUntil: false, ...stretch } as const];
  const cover = coverOf(stretch);
  if (step === 'year') return cover;
  return cover.map(range =>
    range.level === 'YEAR'
      ? ({ ...range, level: 'MONTH', from: `${range.from}-01`, to: `${range.to}-12` } as const)
      : range,
  );
};

const namesOf = ({ from, to }: Period, step: Step): readonly string[] => {
  const next = {
    day: (name: string) => addDays(name, 1),
    month: (name: string) => addMonths(name, 1),
    year: (name: string) => addMonths(`${name}-01`, 12).slice(0, 4),
  }[step];
  const names: string[] = [];
  const last = (step === 'day' ? to : monthOf(to)).slice(0, nameLength[step]);
  for (let name = from.slice(0, nameLength[step]); name <= last; name = next(name)) names.push(name);
  return names;
};
