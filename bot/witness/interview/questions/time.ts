import * as z from 'zod/mini';
import { calendarMonth, monthTitle } from '../../../../lib/time/calendar.ts';
import { addDays, makeDate, mondayOf, monthOf } from '../../../../lib/time/date.ts';
import { formatOccurred, formatPrecision } from '../../../../lib/time/format.ts';
import { type Occurred, occurredSchema } from '../../../../lib/time/occurred.ts';
import * as quick from '../../../../lib/time/presets.ts';
import type { TimeReading } from '../../../../lib/time/reading.ts';
import { wallTime } from '../../../../lib/time/zone.ts';
import { type Html, html } from '../../../telegram/html.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import {
  type Ask,
  type Choice,
  type Outcome,
  optionCode,
  type Question,
  type View,
  withAnswers,
  withPending,
} from '../question.ts';
import { acceptLater, isAfterSource, notAfterSource, sourceDay } from './source-day.ts';

/** Half-answers: a page of the calendar, or readings of the words to choose from. */
const pendingSchema = z.union([
  z.object({ month: z.string().check(z.regex(/^\d{4}-\d{2}$/)) }),
  z.object({ options: z.array(occurredSchema) }),
]);

const answeredWith = (occurred: Occurred, view: View): Outcome => ({
  kind: 'answered',
  draft: withPending(withAnswers(view.draft, { occurred }), 'hour', undefined),
  understood: repeated(occurred, view),
});

/** What is said above times to choose from when one is later than the source. */
const laterHint = (options: readonly Occurred[], { draft, country, locale, t }: View): Html | undefined => {
  const day = sourceDay(draft);
  return day !== undefined && options.some(option => isAfterSource(option, draft))
    ? html`${t.witness.time.afterSource(formatOccurred(quick.onDate(day, country.zone), locale))}`
    : undefined;
};

const isDate = (value: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return makeDate(Number(year), Number(month), Number(day)) !== undefined;
};

/** The time as repeated back, with its precision. */
const repeated = (occurred: Occurred, { locale }: View): Html =>
  occurred.precision === 'unknown'
    ? html`${formatOccurred(occurred, locale)}`
    : html`${formatOccurred(occurred, locale)} (${formatPrecision(occurred.precision, locale)})`;

const quickAnswers: Readonly<Record<string, (now: Date, zone: string) => Occurred>> = {
  now: quick.occurredNow,
  within_hour: quick.withinTheHour,
  today: quick.earlierToday,
  last_night: quick.lastNight,
  yesterday: quick.yesterday,
};

const quickChoices = ({ t, draft, country, locale }: View): Choice[][] => {
  const bound = notAfterSource(draft, country.zone);
  return [
    ...(bound ? [[{ label: formatOccurred(bound, locale), value: 'not_after' }]] : []),
    ...usualChoices(t),
  ];
};

const usualChoices = (t: View['t']): Choice[][] => [
  [{ label: t.witness.time.withinHour, value: 'within_hour' }],
  [
    { label: t.witness.time.now, value: 'now' },
    { label: t.witness.time.today, value: 'today' },
  ],
  [
    { label: t.witness.time.lastNight, value: 'last_night' },
    { label: t.witness.time.yesterday, value: 'yesterday' },
  ],
];

const dayChoice = (date: string, today: string): Choice => {
  const day = String(Number(date.slice(8)));
  if (date > today) return { label: '·', value: 'nothing' };
  return { label: date === today ? `[${day}]` : day, value: date };
};

/** This week and the one before, so that the question stays in sight on a phone; earlier days are a page of the calendar. */
const recentDays = (view: View): Choice[][] => {
  const today = wallTime(view.now, view.country.zone).slice(0, 10);
  const monday = addDays(mondayOf(today), -7);
  const { weekdays } = calendarMonth(monthOf(today), today, view.locale);
  const days = Array.from({ length: 14 }, (_, n) => dayChoice(addDays(monday, n), today));
  return [weekdays.map(label => ({ label, value: 'nothing' })), ...inRows(days, 7).map(row => [...row])];
};

/** The days of a month as buttons, but for weeks to come. Days to come are dots that cannot be pressed; the months around stand below. */
const calendar = (month: string, view: View): Choice[][] => {
  const today = wallTime(view.now, view.country.zone).slice(0, 10);
  const page = calendarMonth(month, today, view.locale);
  const begun = page.weeks.filter(week => week.some(day => day && !day.isFuture));
  const weeks = begun.map(week =>
    week.map(day => (day === undefined ? { label: '·', value: 'nothing' } : dayChoice(day.date, today))),
  );
  return [
    page.weekdays.map(label => ({ label, value: 'nothing' })),
    ...weeks,
    [
      { label: `‹ ${monthTitle(page.previous, view.locale)}`, value: page.previous },
      ...(page.next ? [{ label: `${monthTitle(page.next, view.locale)} ›`, value: page.next }] : []),
    ],
  ];
};

/** When it happened. A date without an hour is followed by the question `hour`. */
export const time: Question<TimeReading> = {
  id: 'time',
  section: 'time',
  applies: () => true,
  answered: draft => draft.answers.occurred !== undefined,

  ask: (view): Ask => {
    const { t, draft } = view;
    const pending = pendingSchema.safeParse(draft.pending?.time).data;
    if (pending && 'month' in pending)
      return {
        title: html`${t.witness.time.calendar}`,
        choices: calendar(pending.month, view),
        turn: { label: t.witness.firstChoices, value: 'quick' },
        none: t.witness.unknown,
      };
    if (pending)
      return {
        title: html`${t.witness.time.which}`,
        hint: laterHint(pending.options, view),
        choices: pending.options.map(option => [
          { label: formatOccurred(option, view.locale), value: optionCode(option) },
        ]),
        turn: { label: t.witness.firstChoices, value: 'quick' },
        none: t.witness.unknown,
      };
    return {
      title: html`${t.witness.time.title}`,
      hint: html`${t.witness.time.hint}`,
      choices: [...quickChoices(view), ...recentDays(view)],
      turn: { label: t.witness.time.earlier, value: quick.currentMonth(view.now, view.country.zone) },
      none: t.witness.unknown,
    };
  },

  read: (reply, { parsers, now, locale, account }) => {
    if (reply.kind !== 'text') return undefined;
    const said = account?.occurred;
    // "Reported on 11 May" is not the day on which it happened, but the last on which it can have.
    const isBound = said?.sure === false && said.options.some(({ precision }) => precision === 'unknown');
    return isBound ? { kind: 'choose', options: said.options } : parsers.time(reply.text, { now, locale });
  },

  answer: (reply, view): Outcome => {
    const { draft, now, country, t } = view;
    const stay = (pending: z.infer<typeof pendingSchema> | undefined, note?: Html): Outcome => ({
      kind: 'asking',
      draft: withPending(draft, 'time', pending),
      note,
    });
    if (reply.kind === 'none') return answeredWith(quick.unknownTime(country.zone), view);
    if (reply.kind === 'choice') {
      const { value } = reply;
      const known = Object.hasOwn(quickAnswers, value) ? quickAnswers[value] : undefined;
      if (known) return answeredWith(known(now, country.zone), view);
      const bound = value === 'not_after' ? notAfterSource(draft, country.zone) : undefined;
      if (bound) return answeredWith(bound, view);
      if (value === 'quick') return stay(undefined);
      if (value === 'calendar') return stay({ month: quick.currentMonth(now, country.zone) });
      if (isDate(`${value}-01`)) return stay({ month: value });
      if (isDate(value))
        return value > wallTime(now, country.zone).slice(0, 10)
          ? { kind: 'refused', note: html`${t.witness.time.future}` }
          : answeredWith(quick.onDate(value, country.zone), view);
      if (value === 'nothing') return { kind: 'asking', draft };
      const pending = pendingSchema.safeParse(draft.pending?.time).data;
      const options = pending && 'options' in pending ? pending.options : [];
      const option = options.find(one => optionCode(one) === value);
      return option
        ? answeredWith(option, { ...view, draft: acceptLater(draft, option) })
        : { kind: 'foreign' };
    }
    if (reply.kind !== 'text' || !reply.reading) return { kind: 'foreign' };
    const { reading } = reply;
    switch (reading.kind) {
      case 'understood':
        return answeredWith(reading.occurred, view);
      case 'choose':
        return stay({ options: [...reading.options] }, html`${t.witness.time.ambiguous}`);
      case 'skipped_hour':
        return stay({ options: [...reading.options] }, html`${t.witness.time.skippedHour}`);
      case 'future':
        return {
          kind: 'refused',
          note: html`${t.witness.time.futureThat(formatOccurred(reading.occurred, view.locale))}`,
        };
      case 'not_understood':
        return { kind: 'refused', note: html`${t.witness.time.notUnderstood}` };
    }
  },

  line: view => {
    const { occurred } = view.draft.answers;
    return occurred && { label: view.t.witness.lines.time, value: repeated(occurred, view) };
  },
};
