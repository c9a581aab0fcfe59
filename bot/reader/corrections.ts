import type { Correction, ToldCorrection } from '../../lib/incident/correction.ts';
import { publicDate } from '../../lib/incident/publication/time.ts';
import { formatPlace } from '../../lib/place/format.ts';
import { type Page, topOfDay } from '../../lib/store/dynamodb/page.ts';
import { formatOccurred } from '../../lib/time/format.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { type Html, html, join, words } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import { fieldName, valueText } from '../text/field-value.ts';
import { dateText, type View } from '../text/incident.ts';
import { type Citing, changesCitation } from './citation.ts';

/** Corrections on one screen, and values of each: as many as fit at their longest. */
export const correctionPageSize = 4;
const valuesShown = 4;

/** Corrections and retractions of published incidents, the latest first. */
export const correctionsScreen = (
  page: Page<ToldCorrection>,
  after: string | undefined,
  view: View,
  citing?: Citing,
): Screen => {
  const { changes: texts } = view.t.reader;
  const { items, next } = page;
  const [first] = items;
  const nothing = after === undefined ? texts.none : texts.noMore;
  const opening = items.flatMap(({ incident, kind, mergedInto }, index) =>
    kind === 'amended' || mergedInto !== undefined
      ? [
          {
            text: texts.open(index + 1),
            data: readerCallbacks.data('incident', { id: mergedInto ?? incident }),
          },
        ]
      : [],
  );
  return {
    text: join([
      html`<b>${texts.title}</b>`,
      html`${items.length > 0 ? texts.about : nothing}`,
      ...items.map((change, index) => changeText(change, index + 1, view)),
      citing &&
        html`<i>${view.t.reader.summary.asOf(dateText(citing.today, view.country.zone, view.locale))}</i>`,
    ]),
    buttons: [
      opening.slice(0, 2),
      opening.slice(2),
      [
        ...(after === undefined ? [] : [{ text: texts.newest, data: readerCallbacks.data('changes') }]),
        ...(next === undefined
          ? []
          : [{ text: texts.older, data: readerCallbacks.data('changes', { after: next }) }]),
      ],
      first && citing
        ? [
            changesCitation(
              items.map(({ incident }) => incident),
              { after: after ?? topOf(first, view), citing },
              view,
            ),
          ]
        : [],
    ].filter(row => row.length > 0),
  };
};

/** The place right above a correction: what is corrected on a later day stands above it. */
const topOf = ({ at }: Pick<Correction, 'at'>, { country: { zone } }: View): string =>
  topOfDay(publicDate(at, zone));

const kindText = ({ kind, mergedInto }: Correction, { t }: View): string => {
  const { amended, retracted, merged } = t.reader.changes;
  if (kind === 'amended') return amended;
  return mergedInto === undefined ? retracted : merged;
};

/** A correction as lists have it, the `n`-th of them, or by itself. */
export const changeText = (change: ToldCorrection, n: number | undefined, view: View): Html => {
  const { t, locale, country } = view;
  const { changes: texts } = t.reader;
  const { at, fields, values, about, retraction } = change;
  const date = dateText(publicDate(at, country.zone), country.zone, locale);
  return join(
    [
      html`<b>${n === undefined ? '' : `${n}. `}${kindText(change, view)}${about ? html`: ${aboutText(about, view)}` : ''}</b> · ${date}`,
      retraction &&
        html`${t.terms.retractionReasons[retraction.reason]}${retraction.words ? html`: ${words(retraction.words, 150)}` : ''}`,
      ...fields.slice(0, valuesShown).map(field => {
        const value = values[field];
        return html`• ${fieldName(field, view)}: ${value ? valuesText(field, value, view) : texts.changed}`;
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
const valuesText = (
  field: string,
  { old, new: now }: ToldCorrection['values'][string],
  view: View,
): string => {
  const { changes: said } = view.t.reader;
  const value = valueText(field, now, view);
  return old === undefined ? said.now(value) : said.was(valueText(field, old, view), value);
};
