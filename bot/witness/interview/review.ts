import { contributionOf } from '../../../lib/incident/contribution.ts';
import { deriveIncident, type IncidentContent } from '../../../lib/incident/incident.ts';
import { settlementPlace } from '../../../lib/incident/publication/place.ts';
import type { Answers } from '../../../lib/report/report.ts';
import { correctionCallbacks } from '../../callbacks/correction.ts';
import { type Html, html, join, lengthOf } from '../../telegram/html.ts';
import { inRows } from '../../telegram/keyboard.ts';
import { type Button, limits, type Screen } from '../../telegram/screen.ts';
import { incidentQuotes, incidentText } from '../../text/incident.ts';
import type { View } from './question.ts';
import { questions } from './questions/index.ts';

type MakeButton = (text: string, value: string, style?: Button['style']) => Button;

/** The lines of the review: what was answered, and the question that changes it. */
const lines = (view: View): readonly Readonly<{ id: string; label: string; value: Html }>[] =>
  questions.flatMap(question => {
    const line = question.applies(view.draft) ? question.line?.(view) : undefined;
    return line ? [{ id: question.id, ...line }] : [];
  });

/** Every answer, before anything is sent. */
export const reviewScreen = (
  view: View,
  note: Html | undefined,
  button: MakeButton,
  cancel: Button,
): Screen => ({
  text: join([
    note,
    html`<b>${view.t.witness.review.title}</b>`,
    join(
      lines(view).map(({ label, value }) => html`<b>${label}:</b> ${value}`),
      '\n',
    ),
    html`${view.draft.revises?.as === 'moderator' ? view.t.moderator.editing.review : view.t.witness.review.hint}`,
  ]),
  buttons: [
    [button(view.t.witness.review.preview, 'preview', 'primary')],
    [button(view.t.witness.review.change, 'change')],
    [cancel],
  ],
  personal: true,
});

/** Which answer to change. */
export const changeScreen = (view: View, button: MakeButton): Screen => ({
  text: html`<b>${view.t.witness.review.which}</b>`,
  buttons: [
    ...inRows(
      lines(view).map(({ id, label }) => ({ label, value: id })),
      2,
    ).map(row => row.map(({ label, value }) => button(label, value))),
    [button(view.t.witness.back, 'review')],
  ],
  personal: true,
});

/** What the public will see of it if it is approved, and the button that sends it. */
export const previewScreen = (
  view: View,
  note: Html | undefined,
  button: MakeButton,
  answers: Answers | undefined,
): Screen => {
  const { t, locale, country, draft } = view;
  const incident = answers && previewOf(answers, view);
  const textWith = (quotes?: Html): Html =>
    join([
      note,
      html`<b>${draft.revises ? t.witness.mine.preview : t.witness.preview.title}</b>`,
      incident && incidentText(incident, { t, locale, country }),
      quotes,
      answers && incident && isHeldBack(answers, incident)
        ? html`${t.witness.preview.smallPlace}`
        : undefined,
      draft.revises ? undefined : html`${t.witness.preview.hint}`,
    ]);
  const left = limits.textLength - lengthOf(textWith()) - 2;
  return {
    text: textWith(incident && incidentQuotes(incident, { t, locale, country }, left)),
    buttons: [
      ...(answers ? [[sending(view, button)]] : []),
      [button(draft.revises ? t.witness.back : t.witness.preview.check, 'review')],
    ],
    personal: true,
  };
};

/** Whether readers are told less of the place than they will be once somebody else tells of the same. */
const isHeldBack = ({ place }: Answers, incident: Pick<IncidentContent, 'place'>): boolean =>
  settlementPlace(place).settlementId !== undefined && incident.place.settlementId === undefined;

/** What sends it. A moderator's corrections go where moderators' rights are asked. */
const sending = ({ t, draft: { id, revises } }: View, button: MakeButton): Button => {
  if (revises?.as === 'moderator')
    return correctionCallbacks.button(
      t.witness.mine.save,
      'saveEdit',
      { id, version: revises.version },
      'success',
    );
  return button(revises ? t.witness.mine.send : t.witness.preview.send, 'send', 'success');
};

/** The incident that this report alone would make. */
const previewOf = (answers: Answers, { draft, now, locale }: View) => {
  const report = {
    id: draft.id,
    version: 1,
    status: 'submitted' as const,
    reporter: '',
    locale,
    receivedAt: now.toISOString(),
    answers,
  };
  return deriveIncident([contributionOf(report)]);
};
