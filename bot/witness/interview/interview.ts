import type { AccountReading } from '../../../lib/reading/account.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import { type Answers, answersSchema } from '../../../lib/report/report.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { cardId, cardScreen, hasCard, isAccount, pressedCard, withAccount } from './account-card.ts';
import {
  asked,
  type Question,
  type Reply,
  sections,
  type View,
  withAnswers,
  withPending,
} from './question.ts';
import { withMoreWords } from './questions/account.ts';
import { withEvidence } from './questions/evidence.ts';
import { questions } from './questions/index.ts';
import { place } from './questions/place.ts';
import { changeScreen, previewScreen, reviewScreen } from './review.ts';
import { wayOf } from './typed-navigation.ts';

/**
 * The interview: a pure function from a draft and what the person did to the next draft. It knows nothing of Telegram
 * beyond a screen, and nothing of the store: whoever calls it saves the draft and shows the screen.
 */

/** What the person did: a press (which question's button, and which), or anything that can answer a question. */
export type Input = Readonly<{ kind: 'press'; at: string; value: string }> | GivenInput;

/** An answer that is not a press. `account` is what the words say of all questions, where they were read. */
export type GivenInput = Exclude<Reply, { kind: 'choice' | 'none' }> & Readonly<{ account?: AccountReading }>;

/** A screen laid over the question that the draft stands at, which itself does not move. */
export type Overlay = 'cancel' | 'resume';

export type Turn = Readonly<{
  /** The draft as it is now; undefined once it was discarded or sent. */
  draft?: Draft;
  overlay?: Overlay;
  note?: Html;
  /** A short word to the one who pressed, in a window of its own. */
  alert?: string;
  /** The phone's own button for sending a location is wanted. */
  locate?: true;
  /** The whole report, when the person sent it. */
  sent?: Answers;
}>;

/** The buttons that every question has. Their values begin with `_`, as no code of a vocabulary does. */
const ways = {
  none: '_none',
  keep: '_keep',
  back: '_back',
  cancel: '_cancel',
  discard: '_discard',
  go: '_go',
} as const;

/** A person's text of this length or more is an account, wherever it came: it is kept even if the question cannot use it. */
const accountLikeLength = 60;

/** One step of the interview. Nothing that a person said is lost: what a question cannot use is kept or handed back. */
export const step = (input: Input, view: View): Turn => {
  if (input.kind === 'press') return pressed(input, view);
  return warned(given(input, view), input, view);
};

/** What comes in any other way than by a press: words, a point, a file. */
const given = (input: GivenInput, view: View): Turn => {
  const { draft, t } = view;
  if (input.kind === 'evidence') {
    const more = withEvidence(draft, input.evidence);
    if (!more) return { draft, note: html`${t.witness.evidence.full}` };
    const { caption } = input.evidence;
    const note = html`${t.witness.evidence.added(more.answers.evidence?.length ?? 0)}`;
    return caption !== undefined && input.account && isAccount(more, input.account, caption, false)
      ? { draft: withAccount(more, input.account, caption), note }
      : { draft: more, note };
  }
  const question = questionAt(draft);
  if (input.kind === 'text') {
    const way = wayOf(input.text);
    if (way === 'cancel') return { draft, overlay: 'cancel' };
    if (way === 'back') return back(view);
    if (way === 'skip' && question) return answerWith(question, { kind: 'none' }, view);
    const outcome = question?.answer(input, view);
    const answers = outcome !== undefined && outcome.kind !== 'refused' && outcome.kind !== 'foreign';
    if (input.account && isAccount(draft, input.account, input.text, answers))
      return { draft: withAccount(draft, input.account, input.text) };
  }
  // A pin is the place, whatever was being asked, as long as there is none.
  if (input.kind === 'point' && draft.answers.place === undefined) return answerWith(place, input, view);
  return question ? answerWith(question, input, view) : { draft, ...elsewhere(input, view) };
};

/** Marks a draft in whose words something looks like a military position, and says so: it is never asked for. */
const warned = (turn: Turn, input: GivenInput, { t }: View): Turn => {
  if (!turn.draft || !input.account?.militaryPosition || turn.draft.answers.mentionsMilitary) return turn;
  const draft = withAnswers(turn.draft, { mentionsMilitary: true });
  return { ...turn, draft, note: join([turn.note, html`${t.witness.card.military}`]) };
};

const pressed = ({ at, value }: Readonly<{ at: string; value: string }>, view: View): Turn => {
  const { draft, t } = view;
  if (at !== draft.at) return { draft, alert: t.witness.staleButton };
  if (value === ways.cancel) return { draft, overlay: 'cancel' };
  if (value === ways.discard) return { note: html`${t.witness.discarded}` };
  if (value === ways.go) return { draft };
  if (value === ways.back) return back(view);
  switch (draft.at) {
    case 'review':
      if (value === 'change') return { draft: { ...draft, at: 'change' } };
      return value === 'preview'
        ? { draft: { ...draft, at: 'preview' } }
        : { draft, alert: t.witness.staleButton };
    case cardId: {
      const changed = pressedCard(draft, value);
      if (!changed) return { draft, alert: t.witness.staleButton };
      return { draft: changed.at === cardId ? { ...changed, at: next(changed) } : changed };
    }
    case 'change': {
      if (value === 'review') return { draft: { ...draft, at: 'review' } };
      const question = questions.find(({ id, applies }) => id === value && applies(draft));
      return question ? { draft: reopened(draft, question) } : { draft, alert: t.witness.staleButton };
    }
    case 'preview': {
      if (value === 'review') return { draft: { ...draft, at: 'review' } };
      const answers = completeAnswers(draft);
      if (value !== 'send') return { draft, alert: t.witness.staleButton };
      return answers ? { sent: answers } : { draft: { ...draft, at: next(draft) } };
    }
  }
  const question = questionAt(draft);
  if (!question) return { draft: { ...draft, at: next(draft) } };
  if (value === ways.keep) return { draft: { ...draft, at: next(draft) } };
  return answerWith(question, value === ways.none ? { kind: 'none' } : { kind: 'choice', value }, view);
};

const answerWith = (question: Question, reply: Reply, view: View): Turn => {
  const { draft, t } = view;
  const outcome = question.answer(reply, view);
  switch (outcome.kind) {
    case 'answered': {
      const done =
        outcome.draft.pending?.[question.id] === asked
          ? outcome.draft
          : withPending(outcome.draft, question.id, undefined);
      return {
        draft: { ...done, at: next(done) },
        ...(outcome.understood && { note: t.witness.understood(outcome.understood) }),
      };
    }
    case 'asking':
      return {
        draft: outcome.draft,
        ...(outcome.note && { note: outcome.note }),
        ...(outcome.locate && { locate: true as const }),
      };
    case 'refused': {
      const kept =
        reply.kind === 'text' && reply.text.length >= accountLikeLength
          ? withMoreWords(draft, reply.text)
          : undefined;
      return kept
        ? { draft: kept, note: join([outcome.note, html`${t.witness.addedToAccount}`], '\n') }
        : { draft, note: outcome.note };
    }
    case 'foreign':
      return reply.kind === 'choice' || reply.kind === 'none'
        ? { draft, alert: t.witness.staleButton }
        : { draft, ...elsewhere(reply, view) };
  }
};

/** Words or a pin where no question can use them: words join the account, a pin is handed back with a reason. */
const elsewhere = (input: Reply, { draft, t }: View): Pick<Turn, 'draft' | 'note'> => {
  if (input.kind === 'text') {
    const more = withMoreWords(draft, input.text);
    return more
      ? { draft: more, note: html`${t.witness.addedToAccount}` }
      : { note: html`${t.witness.pressOrSay}` };
  }
  return { note: html`${input.kind === 'point' ? t.witness.pinElsewhere : t.witness.pressOrSay}` };
};

const back = (view: View): Turn => {
  const { draft, t } = view;
  if (draft.at === 'change' || draft.at === 'preview') return { draft: { ...draft, at: 'review' } };
  if (draft.at === cardId) return { draft };
  if (draft.at !== 'review' && draft.pending?.[draft.at] !== undefined && draft.pending[draft.at] !== asked)
    return { draft: withPending(draft, draft.at, undefined) };
  const before = questions.filter(({ applies }) => applies(draft));
  const here = before.findIndex(({ id }) => id === draft.at);
  const previous = here === -1 ? before.at(-1) : before[here - 1];
  return previous ? { draft: reopened(draft, previous) } : { draft, alert: t.witness.firstQuestion };
};

/** The draft standing at a question again. What was answered stays until it is answered anew. */
const reopened = (draft: Draft, question: Question): Draft => ({ ...draft, at: question.id });

/** Where the interview goes on: a card to confirm, the first question that still wants an answer, else the review. */
export const next = (draft: Draft): string =>
  hasCard(draft)
    ? cardId
    : (questions.find(question => question.applies(draft) && !isAnswered(question, draft))?.id ?? 'review');

/** Of a report that is revised, whatever may be left unsaid was asked when it was told. */
const isAnswered = (question: Question, draft: Draft): boolean =>
  question.answered(draft) ||
  (draft.revises !== undefined && question.answered(withPending(draft, question.id, asked)));

const questionAt = (draft: Draft): Question | undefined => questions.find(({ id }) => id === draft.at);

/** The report's answers, once nothing is missing. */
export const completeAnswers = (draft: Draft): Answers | undefined => {
  if (next(draft) !== 'review') return undefined;
  const answers = { attribution: null, account: null, evidence: [], ...draft.answers };
  return answersSchema.safeParse(answers).data;
};

/** A draft's short tag in callback data: a button of an earlier draft is recognised by it. */
export const tagOf = (draft: Draft): string => draft.id.slice(0, 4);

/** What the person sees: the question, review or preview that the draft stands at, or what lies over it. */
export const screenOf = (view: View, { note, overlay }: Pick<Turn, 'note' | 'overlay'> = {}): Screen => {
  const { draft, t } = view;
  const button = (text: string, value: string, style?: Button['style']): Button => ({
    text,
    data: callbackData('w', tagOf(draft), draft.at, value),
    ...(style && { style }),
  });
  if (overlay)
    return {
      text: join([
        note,
        overlay === 'cancel' ? t.witness.cancelTitle : t.witness.resumeTitle(stepOf(draft), sections.length),
      ]),
      buttons: [
        [button(t.witness.goOn, ways.go, 'primary')],
        [button(t.witness.discard, ways.discard, 'danger')],
      ],
      personal: true,
    };
  const cancel = button(t.witness.cancel, ways.cancel);
  if (draft.at === 'review') return reviewScreen(view, note, button, cancel);
  if (draft.at === cardId) return cardScreen(view, note, button, cancel);
  if (draft.at === 'change') return changeScreen(view, button);
  if (draft.at === 'preview') return previewScreen(view, note, button, completeAnswers(draft));

  const question = questionAt(draft);
  if (!question) return reviewScreen(view, note, button, cancel);
  const ask = question.ask(view);
  const given = question.answered(draft) ? question.line?.(view)?.value : undefined;
  return {
    text: join([
      note,
      join(
        [html`<i>${t.witness.progress(stepOf(draft), sections.length)}</i>`, html`<b>${ask.title}</b>`],
        '\n',
      ),
      ask.hint,
      given && t.witness.answerSoFar(given),
    ]),
    buttons: [
      ...ask.choices.map(row => row.map(({ label, value, style }) => button(label, value, style))),
      ...(ask.none === undefined ? [] : [[button(ask.none, ways.none)]]),
      ...(given === undefined ? [] : [[button(t.witness.keep, ways.keep)]]),
      [button(t.witness.back, ways.back), cancel],
    ],
    personal: true,
  };
};

/** The number of the step, from 1, for "step 3 of 12". */
const stepOf = (draft: Draft): number => {
  const question = questionAt(draft);
  return question ? sections.indexOf(question.section) + 1 : sections.length;
};
