import { regionName } from '../../lib/place/format.ts';
import type { Period } from '../../lib/store/period.ts';
import {
  type Counters,
  type People,
  type Summary,
  summaryOf,
  type Tally,
  undated,
} from '../../lib/summary/tally.ts';
import { addDays, monthOf } from '../../lib/time/date.ts';
import { formatInstant, formatOccurred } from '../../lib/time/format.ts';
import { wallTime } from '../../lib/time/zone.ts';
import { type Html, html, join, lengthOf } from '../html.ts';
import type { View } from '../incident.ts';
import { press } from '../press.ts';
import { limits, type Screen } from '../screen.ts';

/** The periods that a summary is asked for, in days; `all` has no bounds. */
export const spans = { week: 7, month: 30, all: undefined } as const;
export type Span = keyof typeof spans;

/** The days of a span that ends today, in the country's zone; undefined for all time. */
export const periodOf = (span: Span, now: Date, zone: string): Period | undefined => {
  const days = spans[span];
  if (days === undefined) return undefined;
  const to = wallTime(now, zone).slice(0, 10);
  return { from: addDays(to, 1 - days), to };
};

/** What a summary is made of: the tallies of its days (unless it is of all time), and those of all months. */
export type Figures = Readonly<{
  span: Span;
  period: Period | undefined;
  region: string | undefined;
  days: readonly Tally[];
  months: readonly Tally[];
}>;

/** Counts of a period: incidents, the killed and the injured apart, what stands behind them, and what is not in them. */
export const summaryScreen = (figures: Figures, view: View): Screen => {
  const { t, locale, country } = view;
  const { summary: said } = t.reader;
  const { span, period, region } = figures;
  const summary = summaryOf(period ? figures.days : figures.months);
  const { changedAt } = summaryOf(figures.months);
  const area = region ? regionName(region, locale, country) : country.names[locale];
  const head = join(
    [
      html`<b>${said.title}</b>`,
      html`${said.period}: ${said.periods[span]}${period ? ` (${days(period, view)})` : ''}`,
      html`${said.area}: ${area}`,
    ],
    '\n',
  );
  const foot = join(
    [
      ...outside(figures, summary, view),
      changedAt ? html`${said.changed(formatInstant(changedAt, country.zone, locale))}` : undefined,
      html`<i>${said.note}</i>`,
    ],
    '\n',
  );
  const body =
    summary.total.incidents === 0
      ? html`${said.none}`
      : counts(summary, view, limits.textLength - lengthOf(head) - lengthOf(foot) - 4);
  const to = (next: Span) => press('r', 's', next, region?.slice(region.indexOf('-') + 1) ?? '');
  return {
    text: join([head, body, foot]),
    buttons: [
      (Object.keys(spans) as Span[]).map(next => ({
        text: next === span ? `• ${said.periods[next]}` : said.periods[next],
        data: to(next),
      })),
      [
        { text: t.reader.regions, data: press('r', 'areas', span) },
        { text: said.latest, data: press('r', 'l', region?.slice(region.indexOf('-') + 1) ?? '', '', '') },
      ],
    ],
  };
};

/** What is counted, in total, by phase and by munition, in at most `maxLength`: munitions with few incidents go first. */
const counts = (summary: Summary, view: View, maxLength: number): Html => {
  const { t } = view;
  const { summary: said } = t.reader;
  const rows = summary.munitions.map(
    ({ munition, counters }) => html`• ${t.terms.munitions[munition]}: ${oneLine(counters, view)}`,
  );
  const total = join(
    [
      html`<b>${said.incidents(summary.total.incidents)}</b>, ${said.reports(summary.total.reports)}`,
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

/** How many incidents are known too roughly for the days of a period, or for any day at all. */
const outside = ({ period, months }: Figures, summary: Summary, { t }: View): readonly Html[] => {
  const { summary: said } = t.reader;
  if (!period) return summary.total.inexact > 0 ? [html`${said.inexactWithin(summary.total.inexact)}`] : [];
  const touched = months.filter(
    ({ bucket }) =>
      bucket.startsWith('MONTH#') &&
      bucket !== undated &&
      bucket.slice(6) >= monthOf(period.from) &&
      bucket.slice(6) <= monthOf(period.to),
  );
  const inexact = summaryOf(touched).total.inexact;
  const without = summaryOf(months.filter(({ bucket }) => bucket === undated)).total.incidents;
  return [
    ...(inexact > 0 ? [html`${said.inexact(inexact)}`] : []),
    ...(without > 0 ? [html`${said.undated(without)}`] : []),
  ];
};

const days = ({ from, to }: Period, { locale, country }: View): string =>
  formatOccurred({ precision: 'week', start: from, end: to, zone: country.zone }, locale);
