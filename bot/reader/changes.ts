import type { Correction } from '../../lib/incident/correction.ts';
import type { Page } from '../../lib/store/dynamodb/page.ts';
import { formatInstant } from '../../lib/time/format.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { type Html, html, join, words } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import { fieldName, valueText } from '../text/field-value.ts';
import type { View } from '../text/incident.ts';

/** How many changes one screen shows, and how many values of each: as many as fit at their longest. */
export const changesPageSize = 4;
const valuesShown = 4;

/** What was corrected or taken back of what had been published, the latest first. */
export const changesScreen = (page: Page<Correction>, after: string | undefined, view: View): Screen => {
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

const changeText = (change: Correction, n: number, view: View): Html => {
  const { t, locale, country } = view;
  const { changes: said } = t.reader;
  const { kind, at, fields, values, retraction, mergedInto } = change;
  const what = kind === 'amended' ? said.amended : mergedInto === undefined ? said.retracted : said.merged;
  return join(
    [
      html`<b>${n}. ${what}</b> · ${formatInstant(at, country.zone, locale)}`,
      retraction &&
        html`${t.terms.retractionReasons[retraction.reason]}${retraction.words ? html`: ${words(retraction.words, 150)}` : ''}`,
      ...fields.slice(0, valuesShown).map(field => {
        const value = values[field];
        const text = value
          ? said.was(valueText(field, value.old, view), valueText(field, value.new, view))
          : said.changed;
        return html`• ${fieldName(field, view)}: ${text}`;
      }),
      fields.length > valuesShown ? html`${t.reader.incident.more(fields.length - valuesShown)}` : undefined,
    ],
    '\n',
  );
};
