import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { contributionOf } from '../../../lib/incident/contribution.ts';
import { deriveIncident } from '../../../lib/incident/incident.ts';
import { maxQuoteLength } from '../../../lib/incident/publication/quotes.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import type { Place } from '../../../lib/place/place.ts';
import { formatCount } from '../../../lib/report/count-format.ts';
import type { Report } from '../../../lib/report/report.ts';
import { holderOf, reportSteps, type Step, waits } from '../../../lib/review/lifecycle.ts';
import type { Outcome } from '../../../lib/review/outline.ts';
import { listedReasons } from '../../callbacks/codes.ts';
import { button, type QueueView, type ReportArgs, wholeQueue } from '../../callbacks/moderator.ts';
import { type Html, html, isolated, join, lengthOf, quote, words } from '../../telegram/html.ts';
import { inPairs, keyboard } from '../../telegram/keyboard.ts';
import { limits, type Screen } from '../../telegram/screen.ts';
import { detailTexts } from '../../text/details.ts';
import { forwardedText } from '../../text/forwarded.ts';
import {
  attributionText,
  deliveryText,
  incidentQuotes,
  incidentText,
  occurredText,
  sourceText,
  type View,
} from '../../text/incident.ts';
import { decisionText, instantText } from '../../text/instant.ts';
import { wordingText } from '../../text/wording.ts';
import { languageName } from '../language.ts';
import type { CardContext } from './card-context.ts';

/** What the buttons about a report carry. */
export const reportArgs = (
  { id, version }: Pick<Report, 'id' | 'version'>,
  from: QueueView | undefined,
): ReportArgs => ({
  id,
  version,
  from,
});

/** A report's card: all that its witness said, what readers will see of it, and the steps that its state allows. */
export const cardScreen = (report: Report, view: View, context: CardContext): Screen => {
  const { from, now } = context;
  const { text, isCut } = cardText(report, view, noteOf(report, view, context));
  const { buttons } = view.t.moderator;
  const { id, answers, questions = [], status, claim, incident } = report;
  const args = reportArgs(report, from);
  const can = (step: Step['kind']): boolean => reportSteps[status][step] !== undefined;
  const isTaken = claim !== undefined && now !== undefined && claim.until > now.toISOString();
  const evidence = answers.evidence.length;
  return {
    text,
    buttons: keyboard(
      [
        can('approve') && button(buttons.approve, 'approve', args, 'success'),
        can('reject') && button(buttons.reject, 'reject', args, 'danger'),
        can('reopen') && button(buttons.reopen, 'reopen', args),
      ],
      // Two in a row: of three labels a phone shows eight letters each.
      ...inPairs(
        [
          can('ask') && !report.imported && button(buttons.ask, 'ask', args),
          can('edit') && waits(report) && button(buttons.edit, 'edit', args),
          can('claim') &&
            (isTaken ? button(buttons.unclaim, 'unclaim', args) : button(buttons.claim, 'claim', args)),
          status !== 'withdrawn' && evidence > 0 && button(buttons.evidence(evidence), 'evidence', { id }),
          status !== 'withdrawn' && isCut && button(buttons.wholeText, 'account', { id }),
          questions.length > 0 && button(buttons.questions, 'questions', args),
          can('approve') && button(buttons.similar, 'similar', args),
          button(buttons.reporter, 'reporter', args),
          button(buttons.history, 'history', args),
          incident !== undefined && button(buttons.incident, 'incident', { id: incident }),
        ].filter(shown => shown !== false),
      ),
      from && [
        button(buttons.toQueue, 'queue', { view: from }),
        button(buttons.next, 'next', { view: from }),
      ],
    ),
    personal: true,
  };
};

/** The card with a choice below it, so that whoever decides still has the report in view. */
export const cardWith = (report: Report, view: View, note: Html, buttons: Screen['buttons']): Screen => ({
  text: cardText(report, view, note).text,
  buttons,
  personal: true,
});

/** The card with the reasons to reject it for. */
export const reasonsScreen = (report: Report, view: View, from: QueueView | undefined): Screen => {
  const { t } = view;
  const args = reportArgs(report, from);
  return cardWith(report, view, html`<b>${t.moderator.card.whyReject}</b>`, [
    ...listedReasons.map(reason => [
      button(t.terms.rejectionReasons[reason], 'rejectFor', { ...args, reason }),
    ]),
    [button(t.moderator.buttons.inWords, 'rejectInWords', args)],
    [button(t.moderator.buttons.back, 'card', args)],
  ]);
};

/** The decision on a report, or what has happened on the way to one. */
const noteOf = (report: Report, view: View, context: CardContext): Html | undefined => {
  const { t } = view;
  const { card, somebody } = t.moderator;
  const { status, claim, approvals = [], questions = [], incident } = report;
  if (!waits(report) && status !== 'needs_info') return outcomeText(report, view, context.decider);
  const holder = context.now && holderOf(report, context.now.toISOString());
  const [endorsement] = approvals;
  const last = questions.at(-1);
  const answered = questions.filter(({ reply }) => reply).length;
  return join(
    [
      status === 'needs_info' ? html`<b>${card.waitsForWitness}</b>` : undefined,
      incident === undefined ? undefined : html`<b>${card.wasApproved}</b>`,
      holder === undefined || !claim
        ? undefined
        : html`<b>${card.claimed(isolated(context.holder ?? somebody, 60), instantText(claim.until, view))}</b>`,
      endorsement &&
        html`<b>${card.endorsed(isolated(context.endorser ?? somebody, 60), instantText(endorsement.at, view))}</b>`,
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

/** All that is left of a card after its report was erased. */
export const erasedScreen = (outcome: Outcome, view: View, from: QueueView | undefined): Screen => {
  const { card, outcome: texts, buttons } = view.t.moderator;
  return {
    text: join(
      [
        html`<b>${card.title(formatReceipt(outcome.id))}</b>`,
        html`${outcomeLine(outcome, view, undefined)}`,
        html`<i>${texts.erased}</i>`,
      ],
      '\n',
    ),
    buttons: keyboard(
      [button(buttons.history, 'history', reportArgs(outcome, from))],
      [button(buttons.toQueue, 'queue', { view: from ?? wholeQueue })],
    ),
    personal: true,
  };
};

/** The decision: who made it, when and why. */
const outcomeText = (report: Report, view: View, decider: string | undefined): Html => {
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

/** The decision in one line of plain text. `decider` is the name of a moderator. */
export const outcomeLine = (
  report: Pick<Report, 'status' | 'decidedAt'>,
  view: View,
  decider: string | undefined,
): string => {
  const { outcome, somebody } = view.t.moderator;
  const at = decisionText(report, view) ?? '';
  const by = decider === undefined ? somebody : isolated(decider, 60);
  if (report.status === 'approved') return outcome.approved(by, at);
  if (report.status === 'rejected') return outcome.rejected(by, at);
  return outcome.withdrawn(at);
};

/** A row without an id of its own is named by a digest. */
const shortened = (row: string): string => (row.length > rowLength ? `${row.slice(0, rowLength - 1)}…` : row);
const rowLength = 40;

/**
 * The text of a card: what was told, and all that readers would see if this report alone were approved. The account is cut
 * to the room that the rest leaves.
 */
const cardText = (
  report: Report,
  view: View,
  note: Html | undefined,
): Readonly<{ text: Html; isCut: boolean }> => {
  const { t, locale } = view;
  const { card } = t.moderator;
  const { account, post, evidence } = report.answers;
  const incident = deriveIncident([contributionOf(report)]);
  const head = join([
    join(
      [
        html`<b>${card.title(formatReceipt(report.id))}</b>`,
        html`${card.received(instantText(report.receivedAt, view))}`,
        report.imported
          ? html`${card.dataset(report.imported.dataset, shortened(report.imported.row))}`
          : html`${card.language}: ${languageName(report.locale, locale)}`,
      ],
      '\n',
    ),
    report.answers.mentionsMilitary ? html`<b>${card.military}</b>` : undefined,
    answersText(report, view),
  ]);
  const footOf = (detail: 'brief' | 'whole'): Html =>
    join([
      post && incident.quotes.length === 0
        ? join([html`<b>${card.post}:</b>`, quote(post.text, unquotedLength)], '\n')
        : undefined,
      html`<b>${card.evidence}:</b> ${evidence.length === 0 ? card.nothing : card.items(evidence.length)}`,
      join([html`<b>${card.publicly}</b>`, incidentText(incident, view, detail)], '\n'),
      incidentQuotes(incident, view, maxQuoteLength + quoteHeadLength),
      account === null ? undefined : html`<i>${card.accountPrivate}</i>`,
      note,
    ]);
  const label = html`<b>${card.account}:</b>`;
  const leftBy = (foot: Html): number =>
    limits.textLength - lengthOf(head) - lengthOf(foot) - lengthOf(label) - 8;
  const whole = footOf('whole');
  const foot = leftBy(whole) >= Math.min(account?.length ?? 0, leastAccountLength) ? whole : footOf('brief');
  const left = leftBy(foot);
  const isPostCut =
    post !== undefined && post.text.length > (incident.quotes[0]?.text.length ?? unquotedLength);
  if (account === null) return { text: join([head, html`${label} ${card.nothing}`, foot]), isCut: isPostCut };
  return {
    text: join([head, join([label, quote(account, left)], '\n'), foot]),
    isCut: isPostCut || account.length > left,
  };
};

/** How much of a post that is not quoted is shown. */
const unquotedLength = 400;
/** Who a quote is of, and its link. */
const quoteHeadLength = 300;
/** With less room than this left for the account, everything else is shortened. */
const leastAccountLength = 100;

/** A line for each answer, as exact as it was given. */
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
      ...detailTexts(answers.details, t).map(({ label, value }) => line(label, value)),
      line(card.source, sourceText(source, view)),
      answers.forwarded && html`<b>${forwardedText(answers.forwarded, view)}</b>`,
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

/** Degrees to five places (about a metre), in a form that a press copies. */
const pointText = ({ lat, lon, accuracyMetres }: NonNullable<Place['point']>, { t }: View): Html => {
  const accuracy =
    accuracyMetres === undefined ? '' : ` ${t.moderator.card.metres(Math.round(accuracyMetres))}`;
  return html`<code>${lat.toFixed(5)}, ${lon.toFixed(5)}</code>${accuracy}`;
};
