import { publicDate, publicReportCount } from '../../lib/incident/publication.ts';
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
import { callbackData } from '../telegram/callback-data.ts';
import { type Html, html, join, lengthOf } from '../telegram/html.ts';
import { limits, type Screen } from '../telegram/screen.ts';
import { dateText, type View } from '../text/incident.ts';
import { areaPart, choicePath } from './choice.ts';
import { figuresAbout, figuresBeside } from './figures.ts';
import { type Asked, isByMonths, periodPart, periodText, type Span, spans } from './period.ts';

/**
 * What a summary is made of: the tallies of its days (unless it is of months or of all time), and those of all months.
 * `place` is a settlement that was named: tallies are of its whole region. `note` is what is to be said first.
 */
export type Counted = Readonly<{
  asked: Asked;
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

/** Counts of a period: incidents, the killed and the injured apart, what stands behind them, and what is not in them. */
export const summaryScreen = (counted: Counted, view: View): Screen => {
  const { t, locale, country } = view;
  const { summary: said } = t.reader;
  const { asked, period, region, place, note, others = [] } = counted;
  const area = place ? { settlement: place.settlement?.id } : { region };
  const summary = summaryOf(countedIn(counted));
  const { changedAt } = summaryOf(counted.months);
  const areaName = region ? regionName(region, locale, country) : country.names[locale];
  const head = join(
    [
      html`<b>${said.title}</b>`,
      html`${said.period}: ${periodText(asked, view)}${period && typeof asked === 'string' ? ` (${periodText(period, view)})` : ''}`,
      html`${said.area}: ${areaName}`,
      place && html`${said.regionOf(formatPlace(place, locale, country))}`,
    ],
    '\n',
  );
  const top = join([note, head]);
  const foot = join(
    [
      ...outside(counted, summary, view),
      changedAt
        ? html`${said.changed(dateText(publicDate(changedAt, country.zone), country.zone, locale))}`
        : undefined,
      html`<i>${said.note}</i>`,
    ],
    '\n',
  );
  const beside = figuresBeside(figuresAbout(others, { region, period }), view);
  const taken = lengthOf(top) + lengthOf(foot) + (beside ? lengthOf(beside) + 2 : 0);
  const body =
    summary.total.incidents === 0 ? html`${said.none}` : counts(summary, view, limits.textLength - taken - 4);
  const { munition } = counted;
  return {
    text: join([top, body, foot, beside]),
    buttons: [
      (Object.keys(spans) as Span[]).map(next => ({
        text: next === asked ? `• ${said.periods[next]}` : said.periods[next],
        data: callbackData('r', 's', next, areaPart(area)),
      })),
      [
        { text: t.reader.regions, data: callbackData('r', 'areas', periodPart(asked)) },
        {
          text: said.latest,
          data: callbackData(
            'r',
            'l',
            areaPart(area),
            ...choicePath({ ...(munition && { munition }) }).slice(1),
          ),
        },
      ],
      ...(others.length > 0 ? [[{ text: t.figures.open, data: callbackData('r', 'f', '0') }]] : []),
    ],
  };
};

/** The tallies that count: of days, of the months of a period, or of everything. */
const countedIn = ({ asked, period, days, months }: Counted): readonly Tally[] => {
  if (!period) return months;
  return isByMonths(asked) ? months.filter(isWithin(period)) : days;
};

const isWithin =
  ({ from, to }: Period) =>
  ({ bucket }: Tally): boolean =>
    bucket.startsWith('MONTH#') &&
    bucket !== undated &&
    bucket.slice(6) >= monthOf(from) &&
    bucket.slice(6) <= monthOf(to);

/** What is counted, in total, by phase and by munition, in at most `maxLength`: munitions with few incidents go first. */
const counts = (summary: Summary, view: View, maxLength: number): Html => {
  const { t } = view;
  const { summary: said } = t.reader;
  const rows = summary.munitions.map(
    ({ munition, counters }) => html`• ${t.terms.munitions[munition]}: ${oneLine(counters, view)}`,
  );
  const reports = publicReportCount(summary.total.reports);
  const total = join(
    [
      html`<b>${said.incidents(summary.total.incidents)}</b>, ${typeof reports === 'number' ? said.reports(reports) : said.fewReports[reports]}`,
      html`${t.terms.killed}: ${peopleText(summary.total.killed, summary.total.incidents, view)}`,
      html`${t.terms.injured}: ${peopleText(summary.total.injured, summary.total.incidents, view)}`,
    ],
    '\n',
  );
  const phases = join(
    [
      html`<b>${said.byPhase}</b>`,
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
          html`<b>${said.byMunition}</b>`,
          ...rows.slice(0, shown),
          shown < rows.length ? html`${said.otherMunitions(rows.length - shown)}` : undefined,
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
  const { summary: said } = t.reader;
  if (people.unknown >= incidents) return said.peopleUnknown;
  const digits = (n: number) => n.toLocaleString(locale);
  const range =
    people.min === people.max ? digits(people.min) : `${digits(people.min)}–${digits(people.max)}`;
  const text =
    people.open > 0 ? said.atLeast(digits(people.min)) : people.about > 0 ? said.about(range) : range;
  return people.unknown > 0 ? `${text}, ${said.unknownIn(people.unknown)}` : text;
};

/** How many incidents are known too roughly for the days of a period, or for any day or month at all. */
const outside = (
  { asked, period, months }: Counted,
  summary: Summary,
  { t }: View,
): readonly (Html | undefined)[] => {
  const { summary: said } = t.reader;
  const within = summary.total.inexact;
  if (!period) return [within > 0 ? html`${said.inexactWithin(within)}` : undefined];
  const byMonths = isByMonths(asked);
  const inexact = summaryOf(months.filter(isWithin(period))).total.inexact;
  const without = summaryOf(months.filter(({ bucket }) => bucket === undated)).total.incidents;
  return [
    byMonths && within > 0 ? html`${said.inexactWithin(within)}` : undefined,
    !byMonths && inexact > 0 ? html`${said.inexact(inexact)}` : undefined,
    without > 0 ? html`${said.undated(without)}` : undefined,
  ];
};
