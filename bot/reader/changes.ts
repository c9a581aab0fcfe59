import type { Correction } from '../../lib/incident/correction.ts';
import type { Page } from '../../lib/store/dynamodb/page.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { type Html, html, join, words } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import { fieldName, valueText } from '../text/field-value.ts';
import type { View } from '../text/incident.ts';
import { instantText } from '../text/instant.ts';

/** Corrections on one screen, and values of each: as many as fit at their longest. */
export const changesPageSize = 4;
const valuesShown = 4;

/** Corrections and retractions of published incidents, the latest first. */
export const changesScreen = (page: Page<Correction>, after: string | undefined, view: View): Screen => {
  const { changes: texts } = view.t.reader;
  const { items, next } = page;
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
    ].filter(row => row.length > 0),
  };
};

const kindText = ({ kind, mergedInto }: Correction, { t }: View): string => {
  const { amended, retracted, merged } = t.reader.changes;
  if (kind === 'amended') return amended;
  return mergedInto === undefined ? retracted : merged;
};

const changeText = (change: Correction, n: number, view: View): Html => {
  const { t } = view;
  const { changes: texts } = t.reader;
  const { at, fields, values, retraction } = change;
  return join(
    [
      html`<b>${n}. ${kindText(change, view)}</b> · ${instantText(at, view)}`,
      retraction &&
        html`${t.terms.retractionReasons[retraction.reason]}${retraction.words ? html`: ${words(retraction.words, 150)}` : ''}`,
      ...fields.slice(0, valuesShown).map(field => {
        const value = values[field];
        const text = value
          ? texts.was(valueText(field, value.old, view), valueText(field, value.new, view))
          : texts.changed;
        return html`• ${fieldName(field, view)}: ${text}`;
      }),
      fields.length > valuesShown ? html`${t.reader.incident.more(fields.length - valuesShown)}` : undefined,
    ],
    '\n',
  );
};
