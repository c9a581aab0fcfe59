import { addDays } from '../../../../lib/time/date.ts';
import { isPast } from '../../../../lib/time/extent.ts';
import { formatOccurred } from '../../../../lib/time/format.ts';
import type { Occurred } from '../../../../lib/time/occurred.ts';
import { hourOfDate, partOfDate } from '../../../../lib/time/presets.ts';
import type { TimeReading } from '../../../../lib/time/reading.ts';
import { wallTime } from '../../../../lib/time/zone.ts';
import { wordings } from '../../../../lib/wording/index.ts';
import { html } from '../../../telegram/html.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import { answered, asked, type Choice, type Question, type View, withPending } from '../question.ts';

/** The parts of a date by the value of their button; a date touches two nights. */
const parts = (date: string, zone: string): Readonly<Record<string, Occurred>> => ({
  night_before: partOfDate(addDays(date, -1), 'night', zone),
  morning: partOfDate(date, 'morning', zone),
  day: partOfDate(date, 'day', zone),
  evening: partOfDate(date, 'evening', zone),
  night_after: partOfDate(date, 'night', zone),
});

/** Parts and hours of the given date that have already begun. */
const options = (view: View): Readonly<Record<string, Occurred>> => {
  const { occurred } = view.draft.answers;
  if (occurred?.precision !== 'day') return {};
  const { start: date, zone } = occurred;
  const hours = Object.fromEntries(
    Array.from({ length: 24 }, (_, hour) => [String(hour), hourOfDate(date, hour, zone)]),
  );
  const now = wallTime(view.now, view.country.zone);
  return Object.fromEntries(
    Object.entries({ ...parts(date, zone), ...hours }).filter(([, option]) => isPast(option, now)),
  );
};

/** Without the date, which is known: two fit beside each other on a phone. A night is named by both of its days. */
const partLabel = (key: string, { draft, locale }: View): string => {
  const { parts, night } = wordings[locale].time;
  const date = draft.answers.occurred?.start?.slice(0, 10) ?? '';
  const dayOf = (days: number): string => String(Number(addDays(date, days).slice(8)));
  switch (key) {
    case 'night_before':
      return night(dayOf(-1), dayOf(0));
    case 'night_after':
      return night(dayOf(0), dayOf(1));
    case 'morning':
    case 'day':
    case 'evening':
      return parts[key];
    default:
      return key;
  }
};

/** The part of the day or the hour of a bare date. Skipping it leaves the date a date. */
export const hour: Question<TimeReading> = {
  id: 'hour',
  section: 'time',
  applies: ({ answers: { occurred } }) => occurred?.precision === 'day' && occurred.start === occurred.end,
  answered: draft => draft.pending?.hour === asked,

  ask: view => {
    const { t } = view;
    const offered = options(view);
    const hours: Choice[] = Object.keys(offered)
      .filter(key => /^\d+$/.test(key))
      .map(key => ({ label: `${key.padStart(2, '0')}:00`, value: key }));
    const named: Choice[] = Object.keys(offered)
      .filter(key => !/^\d+$/.test(key))
      .map(key => ({ label: partLabel(key, view), value: key }));
    return {
      title: html`${t.witness.hour.title}`,
      hint: html`${t.witness.hour.hint}`,
      choices: [...inRows(named, 2), ...inRows(hours, 6)],
      none: t.witness.hour.dateOnly,
    };
  },

  read: (reply, { parsers, draft, now, locale }) => {
    const { occurred } = draft.answers;
    if (reply.kind !== 'text' || occurred?.precision !== 'day') return undefined;
    return parsers.time(`${occurred.start} ${reply.text}`, { now, locale });
  },

  answer: (reply, view) => {
    const { draft } = view;
    if (reply.kind === 'none') return { kind: 'answered', draft: withPending(draft, 'hour', asked) };
    if (reply.kind === 'choice') {
      // On buttons of a release that showed hours and parts by turns.
      if (reply.value === 'by_hour')
        return { kind: 'asking', draft: withPending(draft, 'hour', reply.value) };
      if (reply.value === 'parts') return { kind: 'asking', draft: withPending(draft, 'hour', undefined) };
      const offered = options(view);
      const occurred = Object.hasOwn(offered, reply.value) ? offered[reply.value] : undefined;
      return occurred
        ? answered(view, { occurred }, html`${formatOccurred(occurred, view.locale)}`)
        : { kind: 'foreign' };
    }
    if (reply.kind !== 'text') return { kind: 'foreign' };
    const { reading } = reply;
    return reading?.kind === 'understood' && reading.occurred.precision !== 'unknown'
      ? answered(view, { occurred: reading.occurred }, html`${formatOccurred(reading.occurred, view.locale)}`)
      : { kind: 'refused', note: html`${view.t.witness.hour.notUnderstood}` };
  },
};
