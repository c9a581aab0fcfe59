import type { Country } from '../../../lib/country.ts';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { contributionOf } from '../../../lib/incident/contribution.ts';
import { type Incident, incidentOf } from '../../../lib/incident/incident.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import type { Place } from '../../../lib/place/place.ts';
import { formatCount } from '../../../lib/report/count-format.ts';
import { type Report, reportIdSchema } from '../../../lib/report/report.ts';
import { type RejectionReason, rejectionReasons } from '../../../lib/report/vocabulary.ts';
import { holderOf, reportSteps, type Step, waits } from '../../../lib/review/lifecycle.ts';
import { formatInstant } from '../../../lib/time/format.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { type Html, html, isolated, join, lengthOf, quote, words } from '../../telegram/html.ts';
import { type Button, limits, type Screen } from '../../telegram/screen.ts';
import {
  attributionText,
  deliveryText,
  incidentText,
  occurredText,
  sourceText,
  type View,
} from '../../text/incident.ts';
import { isQueuePath } from '../callbacks.ts';
import { languageName } from '../language.ts';
import { wordingText } from './question-screens.ts';

/**
 * Which report a button is about: the version that its screen showed, and, on a screen opened from the queue, the view of
 * it to go back to. Without `from` it is the card in the moderators' chat.
 */
export type CardPath = Readonly<{ id: string; version: number; from?: string }>;

/** The path of a button on a card; undefined when it was never one. */
export const readCardPath = ([id, version, from]: readonly (string | undefined)[]): CardPath | undefined => {
  if (!reportIdSchema.safeParse(id).success || !/^\d{1,9}$/.test(version ?? '')) return undefined;
  if (from !== undefined && !isQueuePath(from)) return undefined;
  return { id: id ?? '', version: Number(version), ...(from !== undefined && { from }) };
};

/** The incident that a report alone makes when it is approved. */
export const incidentFrom = (report: Report, { delay }: Pick<Country, 'delay'>): Incident =>
  incidentOf([contributionOf(report)], { id: report.id, at: report.receivedAt, delay });

/** Rejecting `other` needs words, and has its own button. */
export const listedReasons = rejectionReasons.filter(reason => reason !== 'other');

/** A reason as a part of a press: its place in the vocabulary, to which is only ever added. */
export const reasonCode = (reason: RejectionReason): string => rejectionReasons.indexOf(reason).toString(36);
export const readReason = (code: string | undefined): RejectionReason | undefined =>
  listedReasons.find(reason => reasonCode(reason) === code);

/** What a card says beside its report: where it was opened, and the names of the colleagues that it mentions. */
export type CardFrame = Readonly<{
  from?: string | undefined;
  /** Who decided. */
  decider?: string | undefined;
  /** Who has taken it. */
  holder?: string | undefined;
  /** Who approved it first. */
  endorser?: string | undefined;
  /** Decides whether a claim still holds. Without it the card shows none: it will not be edited when the claim ends. */
  now?: Date | undefined;
}>;

/**
 * The card of a report: all that its witness said, and what of it readers will see, with whatever can be done in its
 * state. Afterwards it tells the outcome.
 */
export const cardScreen = (report: Report, view: View, frame: CardFrame): Screen => {
  const { text, isCut } = cardText(report, view, noteOf(report, view, frame));
  const path = pathOf(report, frame.from);
  const { buttons } = view.t.moderator;
  const { answers, questions = [], status, claim } = report;
  const can = (step: Step['kind']): boolean => reportSteps[status][step] !== undefined;
  const isTaken = claim !== undefined && frame.now !== undefined && claim.until > frame.now.toISOString();
  const button = (text: string, name: string, style?: Button['style']): Button => ({
    text,
    data: callbackData('m', name, ...path),
    ...(style && { style }),
  });
  const evidence = answers.evidence.length;
  return {
    text,
    buttons: rows(
      [
        can('approve') && button(buttons.approve, 'approve', 'success'),
        can('reject') && button(buttons.reject, 'reject', 'danger'),
        can('reopen') && button(buttons.reopen, 'reopen'),
      ],
      [
        can('ask') && button(buttons.ask, 'ask'),
        can('edit') && waits(report) && button(buttons.edit, 'edit'),
        can('claim') && (isTaken ? button(buttons.unclaim, 'unclaim') : button(buttons.claim, 'claim')),
      ],
      [
        status !== 'withdrawn' &&
          evidence > 0 && {
            text: buttons.evidence(evidence),
            data: callbackData('m', 'evidence', report.id),
          },
        status !== 'withdrawn' &&
          isCut && { text: buttons.wholeText, data: callbackData('m', 'text', report.id) },
        questions.length > 0 && button(buttons.questions, 'questions'),
      ],
      [
        can('approve') && button(buttons.similar, 'similar'),
        button(buttons.others, 'others'),
        button(buttons.history, 'history'),
      ],
      report.incident !== undefined && [
        { text: buttons.incident, data: callbackData('m', 'incident', report.incident) },
      ],
      frame.from !== undefined && [
        { text: buttons.toQueue, data: callbackData('m', 'queue', frame.from) },
        { text: buttons.next, data: callbackData('m', 'next', frame.from) },
      ],
    ),
    personal: true,
  };
};

/** The card with something to choose below it: the report stays before the eyes of whoever decides. */
export const cardWith = (report: Report, view: View, note: Html, buttons: Screen['buttons']): Screen => ({
  text: cardText(report, view, note).text,
  buttons,
  personal: true,
});

/** The card with the reasons to reject it for. */
export const reasonsScreen = (report: Report, view: View, from: string | undefined): Screen => {
  const { t } = view;
  const path = pathOf(report, from);
  const [id = '', version = '', ...rest] = path;
  return cardWith(report, view, html`<b>${t.moderator.card.whyReject}</b>`, [
    ...listedReasons.map(reason => [
      {
        text: t.terms.rejectionReasons[reason],
        data: callbackData('m', 'because', id, version, reasonCode(reason), ...rest),
      },
    ]),
    [{ text: t.moderator.buttons.inWords, data: callbackData('m', 'words', ...path) }],
    [{ text: t.moderator.buttons.back, data: callbackData('m', 'card', ...path) }],
  ]);
};

/** What there is to know of a report beside its answers: its decision, or what has been done on the way to one. */
const noteOf = (report: Report, view: View, frame: CardFrame): Html | undefined => {
  const { t, locale, country } = view;
  const { card, somebody } = t.moderator;
  const { status, claim, approvals = [], questions = [], incident } = report;
  if (!waits(report) && status !== 'needs_info') return outcomeText(report, view, frame.decider);
  const instant = (at: string): string => formatInstant(at, country.zone, locale);
  const holder = frame.now && holderOf(report, frame.now.toISOString());
  const [endorsed] = approvals;
  const last = questions.at(-1);
  const answered = questions.filter(({ reply }) => reply).length;
  return join(
    [
      status === 'needs_info' ? html`<b>${card.waitsForWitness}</b>` : undefined,
      incident === undefined ? undefined : html`<b>${card.wasApproved}</b>`,
      holder === undefined || !claim
        ? undefined
        : html`<b>${card.claimed(isolated(frame.holder ?? somebody, 60), instant(claim.until))}</b>`,
      endorsed &&
        html`<b>${card.endorsed(isolated(frame.endorser ?? somebody, 60), instant(endorsed.at))}</b>`,
      questions.length > 0 ? html`${card.questions(questions.length, answered)}` : undefined,
      last && html`<b>${card.asked}:</b> ${words(wordingText(last.wording, t), 120)}`,
      last && html`<b>${card.reply}:</b> ${replyText(last.reply, view)}`,
    ],
    '\n',
  );
};

const replyText = (reply: NonNullable<Report['questions']>[number]['reply'], { t }: View): Html => {
  const { card } = t.moderator;
  if (!reply) return html`${card.noReply}`;
  const files = reply.evidence.length;
  return join(
    [
      reply.text === '' ? undefined : words(reply.text, 200),
      files > 0 ? html`(${card.replyEvidence(files)})` : undefined,
    ],
    ' ',
  );
};

/** What became of a report: who decided, when and why. */
export const outcomeText = (report: Report, view: View, decider: string | undefined): Html => {
  const { t } = view;
  const { outcome } = t.moderator;
  const { rejection } = report;
  return join(
    [
      html`<b>${outcomeLine(report, view, decider)}</b>`,
      report.status === 'rejected' && rejection
        ? html`${outcome.reason}: ${t.terms.rejectionReasons[rejection.reason]}`
        : undefined,
      report.status === 'rejected' && rejection?.words ? quote(rejection.words, 500) : undefined,
    ],
    '\n',
  );
};

/** The outcome in one line of plain text. */
export const outcomeLine = (
  report: Report,
  { t, locale, country }: View,
  decider: string | undefined,
): string => {
  const { outcome } = t.moderator;
  const at = formatInstant(report.decidedAt ?? report.receivedAt, country.zone, locale);
  const by = decider === undefined ? t.moderator.somebody : isolated(decider, 60);
  if (report.status === 'approved') return outcome.approved(by, at);
  if (report.status === 'rejected') return outcome.rejected(by, at);
  return outcome.withdrawn(at);
};

/** The path of a report's buttons, as {@link readCardPath} reads it. */
export const pathOf = ({ id, version }: Report, from: string | undefined): readonly string[] => [
  id,
  String(version),
  ...(from === undefined ? [] : [from]),
];

const rows = (...some: readonly (readonly (Button | false)[] | false)[]): readonly (readonly Button[])[] =>
  some
    .map(row => (row === false ? [] : row.filter(button => button !== false)))
    .filter(row => row.length > 0);

/** The account is cut to what is left of the screen. */
const cardText = (
  report: Report,
  view: View,
  note: Html | undefined,
): Readonly<{ text: Html; isCut: boolean }> => {
  const { t, country, locale } = view;
  const { card } = t.moderator;
  const { account, evidence } = report.answers;
  const incident = incidentFrom(report, country);
  const head = join([
    join(
      [
        html`<b>${card.title(formatReceipt(report.id))}</b>`,
        html`${card.received(formatInstant(report.receivedAt, country.zone, locale))}`,
        html`${card.language}: ${languageName(report.locale, locale)}`,
      ],
      '\n',
    ),
    report.answers.mentionsMilitary ? html`<b>${card.military}</b>` : undefined,
    answersText(report, view),
  ]);
  const publicly = join(
    [
      html`<b>${card.publicly}</b>`,
      incidentText(incident, view, 'brief'),
      account === null
        ? undefined
        : html`<i>${incident.quotes.length > 0 ? card.accountPublic : card.accountPrivate}</i>`,
    ],
    '\n',
  );
  const foot = join([
    html`<b>${card.evidence}:</b> ${evidence.length === 0 ? card.nothing : card.items(evidence.length)}`,
    publicly,
    note,
  ]);
  const label = html`<b>${card.account}:</b>`;
  if (account === null) return { text: join([head, html`${label} ${card.nothing}`, foot]), isCut: false };
  const left = limits.textLength - lengthOf(head) - lengthOf(foot) - lengthOf(label) - 8;
  return {
    text: join([head, join([label, quote(account, left)], '\n'), foot]),
    isCut: account.length > left,
  };
};

/** Every answer on a line, as exact as it was given. */
const answersText = ({ answers }: Report, view: View): Html => {
  const { t, locale } = view;
  const { card } = t.moderator;
  const { phase, place, occurred, effect, munition, delivery, knownBy, areas, source, attribution } = answers;
  const known = knownBy ? t.terms.knownBys[knownBy] : card.notAsked;
  const hit = areas.length === 0 ? card.nothing : areas.map(area => t.terms.areas[area]).join('; ');
  const line = (label: string, value: Html | string): Html => html`<b>${label}:</b> ${value}`;
  return join(
    [
      line(card.phase, t.terms.phases[phase]),
      line(card.place, placeText(place, view)),
      place.words === undefined ? undefined : html`${card.words}: ${words(place.words, 150)}`,
      place.point === undefined ? undefined : html`${card.point}: ${pointText(place.point, view)}`,
      line(card.occurred, occurredText(occurred, locale)),
      occurred.words === undefined ? undefined : html`${card.words}: ${words(occurred.words, 150)}`,
      line(card.effect, t.terms.effects[effect]),
      line(card.munition, `${t.terms.munitions[munition]}${deliveryText(delivery, t)}`),
      munition === 'unknown' ? undefined : line(card.knownBy, known),
      line(t.terms.killed, formatCount(answers.killed, locale)),
      line(t.terms.injured, formatCount(answers.injured, locale)),
      line(card.areas, hit),
      line(card.source, sourceText(source, view)),
      attribution === null
        ? line(card.claim, card.noClaim)
        : html`<b>${attributionText(attribution, source, t)}</b>`,
    ],
    '\n',
  );
};

const placeText = (place: Place, { t, locale, country }: View): Html => {
  const { card } = t.moderator;
  const exactness = `${card.precision}: ${t.terms.placePrecisions[place.precision]}`;
  return html`${words(formatPlace(place, locale, country), 200)} (${exactness}; ${card.origins[place.origin]})`;
};

/** Degrees to five places (a metre), ready to be copied. */
const pointText = ({ lat, lon, accuracyMetres }: NonNullable<Place['point']>, { t }: View): Html => {
  const accuracy =
    accuracyMetres === undefined ? '' : ` ${t.moderator.card.metres(Math.round(accuracyMetres))}`;
  return html`<code>${lat.toFixed(5)}, ${lon.toFixed(5)}</code>${accuracy}`;
};
