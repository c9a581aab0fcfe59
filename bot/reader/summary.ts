import { publicDate } from '../../lib/incident/publication/time.ts';
import { nameIn } from '../../lib/locale.ts';
import { formatPlace, regionName } from '../../lib/place/format.ts';
import type { Place } from '../../lib/place/place.ts';
import type { Munition } from '../../lib/report/vocabulary.ts';
import type { Figure } from '../../lib/summary/figure.ts';
import type { Period } from '../../lib/summary/period.ts';
import {
  type Counters,
  type People,
  type Summary,
  summaryOf,
  type Tally,
  undated,
} from '../../lib/summary/tally.ts';
import { monthOf } from '../../lib/time/date.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { type Html, html, join, lengthOf } from '../telegram/html.ts';
import { limits, type Screen } from '../telegram/screen.ts';
import { dateText, type View } from '../text/incident.ts';
import { areaCode } from './choice.ts';
import { figuresAbout, figuresBeside } from './figures.ts';
import { isByMonths, periodCode, periodText, type RequestedPeriod, type Span, spans } from './period.ts';

/**
 * The input of a summary: the tallies of its days (unless it is by months or of all time) and of all months. `place` is a
 * settlement that was named, whose whole region is counted. `note` comes first.
 */
export type Counted = Readonly<{
  requested: RequestedPeriod;
  period: Period | undefined;
  region: string | undefined;
  place?: Place | undefined;
  note?: Html | undefined;
  /** What the list that it leads to is narrowed to. */
  munition?: Munition | undefined;
  days: readonly Tally[];
  months: readonly Tally[];
  /** What others published as numbers: shown beside the counts, never added to them. */
  others?: readonly Figure[] | undefined;
}>;

/** Counts of a period: incidents, killed and injured apart, by phase and munition, and what is not included. */
export const summaryScreen = (counted: Counted, view: View): Screen => {
  const { t, locale, country } = view;
  const { summary: texts } = t.reader;
  const { requested, period, region, place, note, others = [] } = counted;
  const area = place ? { settlement: place.settlement?.id } : { region };
  const summary = summaryOf(countedIn(counted));
  const { changedAt } = summaryOf(counted.months);
  const areaName = region
    ? regionName(region, locale, country)
    : nameIn(country.names, [locale, ...country.languages]);
  const head = join(
    [
      html`<b>${texts.title}</b>`,
      html`${texts.period}: ${periodText(requested, view)}${period && typeof requested === 'string' ? ` (${periodText(period, view)})` : ''}`,
      html`${texts.area}: ${areaName}`,
      place && html`${texts.regionOf(formatPlace(place, locale, country))}`,
    ],
    '\n',
  );
  const top = join([note, head]);
  const foot = join(
    [
      ...outside(counted, summary, view),
      changedAt
        ? html`${texts.changed(dateText(publicDate(changedAt, country.zone), country.zone, locale))}`
        : undefined,
      html`<i>${texts.note}</i>`,
    ],
    '\n',
  );
  const beside = figuresBeside(figuresAbout(others, { region, period }), view);
  const taken = lengthOf(top) + lengthOf(foot) + (beside ? lengthOf(beside) + 2 : 0);
  const body =
    summary.total.incidents === 0
      ? html`${texts.none}`
      : counts(summary, view, limits.textLength - taken - 4);
  const { munition } = counted;
  return {
    text: join([top, body, foot, beside]),
    buttons: [
      (Object.keys(spans) as Span[]).map(next => ({
        text: next === requested ? `• ${texts.periods[next]}` : texts.periods[next],
        data: readerCallbacks.data('summary', { period: next, area: areaCode(area) }),
      })),
      [
        {
          text: t.reader.regions,
          data: readerCallbacks.data('summary_regions', { period: periodCode(requested) }),
        },
        {
          text: texts.latest,
          data: readerCallbacks.data('latest', { area: areaCode(area), munition }),
        },
      ],
      ...(others.length > 0
        ? [[{ text: t.figures.open, data: readerCallbacks.data('figures', { page: 0 }) }]]
        : []),
    ],
  };
};

/** The tallies that count: of days, of the months of a period, or of everything. */
const countedIn = ({ requested, period, days, months }: Counted): readonly Tally[] => {
  if (!period) return months;
  return isByMonths(requested) ? months.filter(isWithin(period)) : days;
};

const isWithin =
  ({ from, to }: Period) =>
  ({ bucket }: Tally): boolean =>
    bucket.startsWith('MONTH#') &&
    bucket !== undated &&
    bucket.slice(6) >= monthOf(from) &&
    bucket.slice(6) <= monthOf(to);

/** Totals, by phase and by munition, in at most `maxLength`; munitions with the fewest incidents are cut. */
const counts = (summary: Summary, view: View, maxLength: number): Html => {
  const { t } = view;
  const { summary: texts } = t.reader;
  const rows = summary.munitions.map(
    ({ munition, counters }) => html`• ${t.terms.munitions[munition]}: ${oneLine(counters, view)}`,
  );
  const total = join(
    [
      html`<b>${texts.incidents(summary.total.incidents)}</b>`,
      html`${t.terms.killed}: ${peopleText(summary.total.killed, summary.total.incidents, view)}`,
      html`${t.terms.injured}: ${peopleText(summary.total.injured, summary.total.incidents, view)}`,
    ],
    '\n',
  );
  const phases = join(
    [
      html`<b>${texts.byPhase}</b>`,
      ...summary.phases.map(
        ({ phase, counters }) => html`• ${t.terms.phases[phase]}: ${oneLine(counters, view)}`,
      ),
    ],
    '\n',
  );
  const whole = (shown: number): Html =>
    join([
      total,
      phases,
      join(
        [
          html`<b>${texts.byMunition}</b>`,
          ...rows.slice(0, shown),
          shown < rows.length ? html`${texts.otherMunitions(rows.length - shown)}` : undefined,
        ],
        '\n',
      ),
    ]);
  const fitting = rows.findLastIndex((_, index) => lengthOf(whole(index + 1)) <= maxLength);
  return whole(fitting + 1);
};

const oneLine = ({ incidents, killed, injured }: Counters, view: View): string => {
  const { t } = view;
  const lower = (text: string) => text.toLocaleLowerCase();
  return [
    t.reader.summary.incidents(incidents),
    `${lower(t.terms.killed)}: ${peopleText(killed, incidents, view)}`,
    `${lower(t.terms.injured)}: ${peopleText(injured, incidents, view)}`,
  ].join('; ');
};

/**
 * The people of `incidents`: "3–5", "at least 3", "about 20", each with the number of incidents that say nothing of it.
 * Where one of them gives no upper bound, the sum has none either.
 */
export const peopleText = (people: People, incidents: number, { t, locale }: View): string => {
  const { summary: texts } = t.reader;
  if (people.unknown >= incidents) return texts.peopleUnknown;
  const digits = (n: number) => n.toLocaleString(locale);
  const range =
    people.min === people.max ? digits(people.min) : `${digits(people.min)}–${digits(people.max)}`;
  const text = (): string => {
    if (people.open > 0) return texts.atLeast(digits(people.min));
    return people.about > 0 ? texts.about(range) : range;
  };
  return people.unknown > 0 ? `${text()}, ${texts.unknownIn(people.unknown)}` : text();
};

/** How many incidents are dated too roughly to be counted in the period, or not dated at all. */
const outside = (
  { requested, period, months }: Counted,
  summary: Summary,
  { t }: View,
): readonly (Html | undefined)[] => {
  const { summary: texts } = t.reader;
  const within = summary.total.inexact;
  if (!period) return [within > 0 ? html`${texts.inexactWithin(within)}` : undefined];
  const byMonths = isByMonths(requested);
  const inexact = summaryOf(months.filter(isWithin(period))).total.inexact;
  const without = summaryOf(months.filter(({ bucket }) => bucket === undated)).total.incidents;
  return [
    byMonths && within > 0 ? html`${texts.inexactWithin(within)}` : undefined,
    !byMonths && inexact > 0 ? html`${texts.inexact(inexact)}` : undefined,
    without > 0 ? html`${texts.undated(without)}` : undefined,
  ];
};
