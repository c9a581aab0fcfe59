import { asksForUnexploded } from '../../lib/incident/asked.ts';
import { nameIn } from '../../lib/locale.ts';
import type { Caption } from '../../lib/picture/frame.ts';
import { formatPlace, regionName } from '../../lib/place/format.ts';
import { gradesText, munitionsText } from '../reader/choice.ts';
import { summaryLink } from '../reader/citation.ts';
import { periodText } from '../reader/period.ts';
import { cut } from '../telegram/html.ts';
import { dateText } from '../text/incident.ts';
import type { Asked } from './asked.ts';

/** Telegram's limit (core.telegram.org/bots/api#sendphoto). */
const captionLength = 1024;

/** The words around a picture: those of the summary that answers the same. */
export const captionOf = (asked: Asked, notes: readonly string[]): Caption => {
  const { question, summary, view, order, today } = asked;
  const { t, locale, country } = view;
  const { summary: texts } = t.reader;
  const { total, beside, perhaps, suspected } = summary;
  const incidents = total.incidents + suspected;
  const none = beside.length > 0 ? texts.noneSupported : texts.none;
  const outside = [
    ...beside.map(
      ({ code, counters, suspected: more }) =>
        `${t.reader.incident.grades[code]}: ${texts.incidents(counters.incidents + more)}`,
    ),
    ...(perhaps.when > 0 ? [texts.perhapsThen(perhaps.when)] : []),
    ...(perhaps.where > 0 ? [texts.perhapsThere(perhaps.where)] : []),
  ];
  return {
    title: titleOf(asked),
    headline: incidents === 0 ? none : texts.incidents(incidents),
    lines: [
      ...(question.grades ? [gradesText(question.grades, view)] : []),
      // Where there is nothing, the headline has said of what.
      ...(question.grades || incidents === 0 ? [] : [texts.usualGrades]),
      ...(question.munitions ? [`${t.reader.munitions}: ${munitionsText(question.munitions, view)}`] : []),
    ],
    notes: [
      ...(suspected > 0 ? [texts.ofWhichSuspected(suspected)] : []),
      ...(asksForUnexploded(question.munitions) && incidents === 0 ? [texts.notClean] : []),
      ...notes,
      ...(outside.length > 0 ? [`${texts.outside}: ${outside.join('; ')}.`] : []),
    ],
    source: [t.pictures.scope, t.pictures.source(dateText(today, country.zone, locale), `t.me/${order.bot}`)],
  };
};

const titleOf = ({ question, period, place, view }: Asked): string => {
  const { t, locale, country } = view;
  const everywhere = nameIn(country.names, [locale, ...country.languages]);
  const area = question.region ? regionName(question.region, locale, country) : everywhere;
  return t.pictures.title(
    place ? t.reader.summary.around(formatPlace(place, locale, country)) : area,
    period ? periodText(period, view) : beginning(t.reader.summary.periods.all, 'toLocaleLowerCase'),
  );
};

const beginning = (words: string, how: 'toLocaleLowerCase' | 'toLocaleUpperCase'): string =>
  words.charAt(0)[how]() + words.slice(1);

/** Words as a sentence of their own. */
export const sentence = (words: string): string => {
  const said = beginning(words, 'toLocaleUpperCase');
  return said.endsWith('.') ? said : `${said}.`;
};

/** What is under a picture, for who does not see it: the same in words, and where to see it all. */
export const spokenOf = (
  { order, question, period }: Asked,
  { title, headline, lines, notes, source }: Caption,
  most: readonly string[],
): string => {
  const link = summaryLink(order.bot, { ...question, requested: period ?? question.requested });
  const said = [
    `${title}. ${sentence(lines.length > 0 ? `${headline} (${lines.join('; ')})` : headline)}`,
    ...most,
    ...notes.map(sentence),
    source.at(-1) ?? '',
  ].join('\n');
  return `${cut(said, captionLength - link.length - 1)}\n${link}`;
};
