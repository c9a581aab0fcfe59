import type { Correction, ToldCorrection } from '../../lib/incident/correction.ts';
import { publicDate } from '../../lib/incident/publication.ts';
import { formatPlace } from '../../lib/place/format.ts';
import type { Page } from '../../lib/store/dynamodb/page.ts';
import { formatOccurred } from '../../lib/time/format.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { type Html, html, join, words } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import { fieldName, valueText } from '../text/field-value.ts';
import { dateText, type View } from '../text/incident.ts';

/** How many changes one screen shows, and how many values of each: as many as fit at their longest. */
export const changesPageSize = 4;
const valuesShown = 4;

/** What was corrected or taken back of what had been published, the latest first. */
export const changesScreen = (page: Page<ToldCorrection>, after: string | undefined, view: View): Screen => {
  const { changes: said } = view.t.reader;
  const { items, next } = page;
  const opening = items.flatMap(({ incident, kind, mergedInto }, index) =>
    kind === 'amended' || mergedInto !== undefined
      ? [{ text: said.open(index + 1), data: callbackData('r', 'i', mergedInto ?? incident, '', '', '') }]
      : [],
  );
  return {
    text: join([
      html`<b>${said.title}</b>`,
      html`${items.length > 0 ? said.about : after === undefined ? said.none : said.noMore}`,
      ...items.map((change, index) => changeText(change, index + 1, view)),
    ]),
    buttons: [
      opening.slice(0, 2),
      opening.slice(2),
      [
        ...(after === undefined ? [] : [{ text: said.newest, data: callbackData('r', 'c') }]),
        ...(next === undefined ? [] : [{ text: said.older, data: callbackData('r', 'c', next) }]),
      ],
    ].filter(row => row.length > 0),
  };
};

const changeText = (change: ToldCorrection, n: number, view: View): Html => {
  const { t, locale, country } = view;
  const { changes: said } = t.reader;
  const { kind, at, fields, values, about, retraction, mergedInto } = change;
  const what = kind === 'amended' ? said.amended : mergedInto === undefined ? said.retracted : said.merged;
  const date = dateText(publicDate(at, country.zone), country.zone, locale);
  return join(
    [
      html`<b>${n}. ${what}${about ? html`: ${aboutText(about, view)}` : ''}</b> · ${date}`,
      retraction &&
        html`${t.terms.retractionReasons[retraction.reason]}${retraction.words ? html`: ${words(retraction.words, 150)}` : ''}`,
      ...fields.slice(0, valuesShown).map(field => {
        const value = values[field];
        return html`• ${fieldName(field, view)}: ${value ? valuesText(field, value, view) : said.changed}`;
      }),
      fields.length > valuesShown ? html`${t.reader.incident.more(fields.length - valuesShown)}` : undefined,
    ],
    '\n',
  );
};

/** Which incident it is: where and on which day. */
const aboutText = (
  { place, occurred }: NonNullable<ToldCorrection['about']>,
  { locale, country }: View,
): Html => html`${words(formatPlace(place, locale, country), 120)}, ${formatOccurred(occurred, locale)}`;

/** What something became, and what it was where readers are told. */
const valuesText = (field: string, { old, new: now }: Correction['values'][string], view: View): string => {
  const { changes: said } = view.t.reader;
  const value = valueText(field, now, view);
  return old === undefined ? said.now(value) : said.was(valueText(field, old, view), value);
};
