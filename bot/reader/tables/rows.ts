import type { Country } from '../../../lib/country.ts';
import { type Munition, munitions } from '../../../lib/report/vocabulary.ts';
import type { Store } from '../../../lib/store/store.ts';
import { farthest } from '../../../lib/summary/bucket.ts';
import type { Period } from '../../../lib/summary/period.ts';
import { type Found, type Summary, summaryOf } from '../../../lib/summary/summary.ts';
import { type CountedArea, type Tallied, unplaced } from '../../../lib/summary/tally.ts';
import { addMonths, earliest, firstDay, lastDay, monthOf } from '../../../lib/time/date.ts';
import { areaOf } from '../choice.ts';
import { periodOf } from '../period.ts';
import { filterOf, type Question } from '../question.ts';

/** By what a summary is taken apart. */
export const partitions = ['month', 'region', 'munition'] as const;
export type Partition = (typeof partitions)[number];

/**
 * A row of a table: a summary of its own, of the whole question narrowed to one stretch, region or munition. `code` names which:
 * `2022-03`, `2022`, `2022-03-05_2022-03-31`, `UA-23`, a munition, or nothing for what is of unknown region.
 */
export type Row = Readonly<{ code: string; period?: Period | undefined; summary: Summary }>;

/** A table, and all that was asked for, of which its rows are parts. `unreadable`: so many stored counts are missing. */
export type Table = Readonly<{
  rows: readonly Row[];
  total: Summary;
  by: 'month' | 'year' | 'region' | 'munition';
  unreadable: number;
}>;

type Asked = Readonly<{
  question: Question;
  by: Partition;
  /** Of the settlement, if one is asked for. */
  region?: string | undefined;
  now: Date;
  country: Country;
}>;

type Incidents = Pick<Store['incidents'], 'counted' | 'countedIn' | 'countedInEach'>;

/** The rows that have anything in them. Each is exactly what its own summary says. */
export const tableOf = async (incidents: Incidents, asked: Asked): Promise<Table> => {
  const { question, by, now, country } = asked;
  const period = periodOf(question.requested, now, country.zone);
  const area = { ...areaOf(question), region: question.region ?? asked.region };
  const filter = filterOf(question);
  const found = await incidents.counted(area, period);
  const total = summaryOf(found, filter);
  const parts = await partsOf(incidents, { by, found, area, period, country });
  const rows = parts.stretches.map(({ found: part, munition, ...row }) => ({
    ...row,
    summary: summaryOf(part, munition ? narrowed(filter, munition) : filter),
  }));
  return {
    rows: rows.filter(({ summary }) => hasAny(summary)),
    total,
    by: parts.by,
    unreadable: (found.unreadable ?? 0) + parts.unreadable,
  };
};

type Part = Omit<Row, 'summary'> & Readonly<{ found: Found; munition?: Munition }>;
type Parts = Readonly<{ by: Table['by']; stretches: readonly Part[]; unreadable: number }>;

const partsOf = async (
  incidents: Incidents,
  {
    by,
    found,
    area,
    period,
    country,
  }: Readonly<{
    by: Partition;
    found: Found;
    area: CountedArea;
    period: Period | undefined;
    country: Country;
  }>,
): Promise<Parts> => {
  switch (by) {
    case 'month':
      return stretchesOf(incidents, area, period);
    case 'region': {
      const scopes = [...country.regions.map(({ code }) => code), unplaced];
      const { items, unreadable } = await incidents.countedIn(scopes, period);
      const byScope = Map.groupBy(items, ({ scope }) => scope);
      return {
        by,
        stretches: scopes.map(scope => ({
          code: scope === unplaced ? '' : scope,
          found: surely(byScope.get(scope) ?? []),
        })),
        unreadable,
      };
    }
    case 'munition':
      return {
        by,
        stretches: munitions.map(munition => ({ code: munition, munition, found })),
        unreadable: 0,
      };
  }
};

/** Of the munitions that are asked for one alone, and none that is not asked for. */
const narrowed = ({ munitions: asked, ...filter }: ReturnType<typeof filterOf>, munition: Munition) => ({
  ...filter,
  munitions: !asked || asked.includes(munition) ? [munition] : [],
});

const hasAny = ({ total, beside, suspected }: Summary): boolean =>
  total.incidents + suspected + beside.length > 0;

/** More rows than these are years. */
const mostMonths = 24;

/** The months of a period, or its years where the months are many; the days at its ends that are no whole ones apart. */
const stretchesOf = async (
  incidents: Incidents,
  area: CountedArea,
  asked: Period | undefined,
): Promise<Parts> => {
  const { items: years, ...ofYears } = await incidents.countedInEach(area, {
    of: 'YEAR',
    ...(asked ?? { from: earliest, to: farthest }),
  });
  const named = years.map(({ bucket }) => bucket.slice('YEAR#'.length)).sort();
  const [first, last] = [named.at(0), named.at(-1)];
  if (first === undefined || last === undefined)
    return { by: 'month', stretches: [], unreadable: ofYears.unreadable };
  // Of a period only the years in which there is anything.
  const from = later(asked?.from, `${first}-01-01`);
  const to = earlier(asked?.to, `${last}-12-31`);
  const isMonths = addMonths(monthOf(from), mostMonths) > monthOf(to);
  const [level, length] = isMonths ? (['MONTH', 7] as const) : (['YEAR', 4] as const);
  const cells = isMonths
    ? await incidents.countedInEach(area, { of: level, from, to })
    : { items: years, ...ofYears };
  const byStretch = Map.groupBy(cells.items, ({ bucket }) => bucket.slice(level.length + 1));
  const stretches = await Promise.all(
    stretchesBetween(from, to, length).map(async ({ code, period, isWhole }): Promise<Part> => {
      if (!isWhole)
        return { code: `${period.from}_${period.to}`, period, found: await incidents.counted(area, period) };
      return { code, period, found: surely(byStretch.get(code) ?? []) };
    }),
  );
  return { by: isMonths ? 'month' : 'year', stretches, unreadable: cells.unreadable };
};

const surely = (cells: readonly Tallied[]): Found => ({ surely: cells, perhaps: { when: [], where: [] } });

/** The months (7 letters) or years (4) from one day to another, each cut to those days. */
const stretchesBetween = (from: string, to: string, length: 4 | 7) => {
  const stretches: { code: string; period: Period; isWhole: boolean }[] = [];
  const step = length === 4 ? 12 : 1;
  const whole = (code: string) => ({
    start: firstDay(length === 4 ? `${code}-01` : code),
    end: lastDay(length === 4 ? `${code}-12` : code),
  });
  for (
    let month = monthOf(from);
    month.slice(0, length) <= to.slice(0, length);
    month = addMonths(month, step)
  ) {
    const code = month.slice(0, length);
    const { start, end } = whole(code);
    const period = { from: later(from, start), to: earlier(to, end) };
    stretches.push({ code, period, isWhole: period.from === start && period.to === end });
  }
  return stretches;
};

const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);
const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);
