import type { Bar, BarsModel } from '../../lib/picture/bars.ts';
import type { Counters, People } from '../../lib/summary/counters.ts';
import { lastDay } from '../../lib/time/date.ts';
import { formatOccurred } from '../../lib/time/format.ts';
import { wordings } from '../../lib/wording/index.ts';
import type { View } from '../text/incident.ts';
import { peopleText, sumText } from '../text/people.ts';
import type { Asked } from './asked.ts';
import type { BarCounts, Step } from './counts.ts';
import { captionOf, spokenOf } from './words.ts';

/** How many bars are named under the picture. */
const spokenBars = 3;

/** Bars in a language, and what is said under them. */
export const barsModel = (
  asked: Asked,
  counts: BarCounts,
): Readonly<{ model: BarsModel; spoken: string }> => {
  const { view, summary } = asked;
  const { t, locale } = view;
  const texts = t.pictures;
  const { step, bars, rest } = counts;
  const { total } = summary;
  const people = (said: 'killed' | 'injured') =>
    `${t.terms[said]}: ${peopleText(total[said], total.incidents, view)}`;
  const notes = rest.incidents > 0 ? [restText(rest, step, view)] : [];
  const caption = captionOf(asked, notes);
  const digits = (n: number): string => n.toLocaleString(locale);
  const most = bars
    .filter(({ counters }) => counters.incidents > 0)
    .toSorted((a, b) => b.counters.incidents - a.counters.incidents)
    .slice(0, spokenBars)
    .map(({ name, counters }) => `${nameOf(name, view)}: ${digits(counters.incidents)}`);
  return {
    model: {
      kind: 'bars',
      caption,
      labels: bars.map(({ name }, at) => labelOf(name, step, at === 0, view)),
      panels: [
        {
          name: 'incidents',
          title: texts.by[step],
          bars: bars.map(({ counters: { incidents } }) =>
            incidents === 0 ? undefined : { least: incidents, most: incidents, isOpen: false },
          ),
        },
        // Nobody is said to be unknown where nothing happened.
        ...(total.incidents === 0 ? [] : (['killed', 'injured'] as const)).map(said => ({
          name: said,
          title: people(said),
          bars: bars.map(({ counters }) => barOf(counters[said], counters.incidents)),
        })),
      ],
      words: { whisker: texts.whisker, open: texts.open, unknown: texts.unknown, digits },
    },
    spoken: spokenOf(asked, caption, [
      ...(total.incidents > 0 ? [`${people('killed')}. ${people('injured')}.`] : []),
      ...(most.length > 0 ? [`${texts.by[step]}. ${texts.mostOn(most.join('; '))}`] : []),
    ]),
  };
};

/** While some incidents give no number, or no upper one, there is no telling how many at most. */
const barOf = ({ known, min, max, open }: People, incidents: number): Bar => {
  if (incidents === 0) return undefined;
  return known === 0 ? 'unknown' : { least: min, most: max, isOpen: open > 0 || known < incidents };
};

const restText = (rest: Counters, step: Step, view: View): string => {
  const { t } = view;
  const said = (['killed', 'injured'] as const).map(
    who => `${t.terms[who].toLocaleLowerCase()}: ${sumText(rest[who], rest.incidents, view)}`,
  );
  return `${t.pictures.inNoBar[step](rest.incidents)} (${said.join('; ')}).`;
};

const dayOf = (name: string): string => `${name}-01-01`.slice(0, 10);

/** A day, a month or a year in full. */
const nameOf = (name: string, { locale, country: { zone } }: View): string => {
  if (name.length === 4) return name;
  const precision = name.length === 7 ? 'month' : 'day';
  const end = name.length === 7 ? lastDay(name) : name;
  return formatOccurred({ precision, start: dayOf(name), end, zone }, locale);
};

const labelOf = (name: string, step: Step, isFirst: boolean, view: View): BarsModel['labels'][number] => {
  const { locale } = view;
  if (step === 'year') return { text: name };
  if (step === 'day')
    return {
      text: String(Number(name.slice(8))),
      above: isFirst || name.endsWith('-01') ? nameOf(name.slice(0, 7), view) : undefined,
    };
  const month = new Intl.DateTimeFormat(wordings[locale].time.tag, { month: 'short', timeZone: 'UTC' });
  return {
    text: month.format(new Date(`${dayOf(name)}T00:00Z`)).replace('.', ''),
    above: isFirst || name.endsWith('-01') ? name.slice(0, 4) : undefined,
  };
};
