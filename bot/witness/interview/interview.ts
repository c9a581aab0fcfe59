import { newReportId } from '../../../lib/identity/receipt.ts';
import type { AccountReading } from '../../../lib/language/account.ts';
import { isBesideObject } from '../../../lib/report/beside-object.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import { type Answers, answersSchema, type Evidence, maxAccountLength } from '../../../lib/report/report.ts';
import { witnessCallbacks } from '../../callbacks/witness.ts';
import type { Parsers } from '../../parsers.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { cardId, cardScreen, hasCard, isAccount, pressedCard, withAccount } from './account-card.ts';
import { accountLikeLength, doubtInLong, firstWords } from './long-answer.ts';
import {
  asked,
  type Outcome,
  optionCode,
  type Question,
  type Reply,
  type View,
  withAnswers,
  withPending,
} from './question.ts';
import { withMoreWords } from './questions/account.ts';
import { evidence, withEvidence } from './questions/evidence.ts';
import { questions, sections } from './questions/index.ts';
import { region } from './questions/region.ts';
import { safety, safetyText } from './questions/safety.ts';
import { questionLater } from './questions/source-day.ts';
import { changeScreen, previewScreen, reviewScreen } from './review.ts';
import { wayOf } from './typed-navigation.ts';

/**
 * The interview: a pure function from a draft and what the person did to the next draft. It knows nothing of Telegram
 * beyond a screen, and nothing of the store: whoever calls it saves the draft and shows the screen.
 */

/** What the person did: a press (which question's button, and which), or anything that can answer a question. */
export type Input = Readonly<{ kind: 'press'; at: string; value: string; reading?: unknown }> | GivenInput;

/**
 * An answer that is not a press. `account` is what the words say of all questions, where they were read, and `first` what the
 * question reads in the first words of a long text.
 */
export type GivenInput = Exclude<Reply, { kind: 'choice' | 'none' }> &
  Readonly<{ account?: AccountReading; first?: unknown }>;

/** A screen laid over the question that the draft stands at, which itself does not move. */
type Overlay = 'cancel' | 'resume';

export type Turn = Readonly<{
  /** The draft as it is now; undefined once it was discarded or sent. */
  draft?: Draft;
  overlay?: Overlay;
  note?: Html;
  /** A short message to whoever pressed, in a window of its own. */
  alert?: string;
  /** The phone's own button for sending a location is wanted. */
  locate?: true;
  /** A file that may tell more than the person meant, which a button takes back. */
  removable?: Readonly<{ code: string; label: string }> | undefined;
  /** The whole report, when the person sent it. */
  sent?: Answers;
}>;

/** Buttons that every question has. Their values begin with `_`, which no vocabulary code does. */
const ways = {
  none: '_none',
  keep: '_keep',
  back: '_back',
  cancel: '_cancel',
  discard: '_discard',
  go: '_go',
  /** With the code of a file. */
  remove: '_remove_',
} as const;

/** A caption longer than this is kept in the account too: moderators are sent evidence with captions of 1,024 characters. */
const longCaption = 900;

/** Questions that keep the words themselves. */
const keepsWords: ReadonlySet<string> = new Set([
  'place',
  'account',
  'evidence',
  'sourceName',
  'sourceChannel',
  'side',
]);

/** Whether reading the input takes the parsers, which cost some time to load. */
export const needsParsers = (input: Input, { at }: Draft): boolean =>
  input.kind !== 'press' || at === region.id;

/**
 * The input with what the question that it answers reads in it: the one place where words are read for a question. `step`
 * takes it for the draft of this view, and for no other.
 */
export const readInput = (input: Input, view: View, parsers: Parsers): Input => {
  if (input.kind === 'evidence') return input;
  const reply: Reply = input.kind === 'press' ? { kind: 'choice', value: input.value } : input;
  const account = input.kind === 'press' ? undefined : input.account;
  const read = (one: Reply) => questionAt(view.draft)?.read?.(one, { ...view, parsers, account });
  if (input.kind === 'press') return { ...input, reading: read(reply) };
  const words = input.kind === 'text' ? firstWords(input.text) : undefined;
  const first = words === undefined ? undefined : read({ kind: 'text', text: words });
  return { ...input, reading: read(reply), first };
};

/** One step of the interview. Nothing said is lost: what a question cannot use joins the account or is handed back. */
export const step = (input: Input, view: View): Turn => {
  if (input.kind === 'press') return timely(pressed(input, view), view);
  return timely(warned(given(input, view), input, view), view);
};

/** Handles everything but presses: words, a point, a file. */
const given = (input: GivenInput, view: View): Turn => {
  const { draft, t } = view;
  if (input.kind === 'evidence') {
    const more = withEvidence(draft, input.evidence);
    if (!more) return { draft, note: html`${t.witness.evidence.full}` };
    const { caption } = input.evidence;
    const added = html`${t.witness.evidence.added(more.answers.evidence?.length ?? 0)}`;
    const { what, button } = reveals(input.evidence, t);
    const note = join([added, what], '\n');
    const removable = button === undefined ? undefined : { code: optionCode(input.evidence), label: button };
    const isSaid = caption !== undefined && input.account && isAccount(more, input.account, caption, false);
    if (isSaid && input.account) return { draft: withCard(more, input.account, caption), note, removable };
    const longer = (caption?.length ?? 0) > longCaption ? withMoreWords(more, caption ?? '') : undefined;
    return { draft: withFileTaken(longer ?? more), note, removable };
  }
  const question = questionAt(draft);
  if (input.kind === 'text') {
    const way = wayOf(input.text);
    if (way === 'cancel') return { draft, overlay: 'cancel' };
    if (way === 'back') return back(view);
    if (question === safety) return besideObject(input, view);
    if (way === 'skip' && question) return answerWith(question, { kind: 'none' }, view);
    const found = question?.answer(input, view);
    const outcome = question && found && doubtInLong(found, question, input, view);
    const answers =
      outcome === found && found !== undefined && found.kind !== 'refused' && found.kind !== 'foreign';
    if (input.account && isAccount(draft, input.account, input.text, answers))
      return { draft: withCard(draft, input.account, input.text), note: unkept(draft, input.text, t) };
    return question && outcome
      ? turnOf(outcome, question, input, view)
      : { draft, ...elsewhere(input, view) };
  }
  return question ? answerWith(question, input, view) : { draft, ...elsewhere(input, view) };
};

/** A file sent where files are asked for answers that. Further ones may follow wherever the draft then is. */
const withFileTaken = (draft: Draft): Draft => {
  if (draft.at !== evidence.id || draft.revises) return draft;
  const taken = withPending(draft, evidence.id, asked);
  return { ...taken, at: next(taken) };
};

/** The draft with an account, at its card, or at the safety text: that stays in sight until the person is away. */
const withCard = (draft: Draft, account: AccountReading, text: string): Draft => {
  const read = withAccount(draft, account, text);
  return { ...read, at: draft.at === safety.id ? safety.id : next(read) };
};

/** Words typed at the safety text: kept, and used once the person is away. */
const besideObject = (
  { text, account }: Extract<GivenInput, { kind: 'text' }>,
  view: View,
): Pick<Turn, 'draft' | 'note'> => {
  const { draft, t } = view;
  const kept =
    account && isAccount(draft, account, text, false)
      ? { draft: withCard(draft, account, text), note: html`${t.witness.addedToAccount}` }
      : elsewhere({ kind: 'text', text }, view);
  return { draft, ...kept, note: join([html`${t.witness.safety.pressWhenSafe}`, kept.note], '\n') };
};

/** A time later than its source is asked again, wherever it came from. */
const timely = (turn: Turn, { draft: { at }, country: { zone } }: View): Turn => {
  const draft = turn.draft && questionLater(turn.draft, zone);
  if (!draft || draft === turn.draft) return turn;
  // At the question itself the note would confirm the time that is now questioned.
  return at === 'time' ? { draft: { ...draft, at } } : { ...turn, draft: { ...draft, at: next(draft) } };
};

/** Says that words were not kept, when the account has no room for them. */
const unkept = (draft: Draft, text: string, { witness: { account } }: View['t']): Html | undefined =>
  withMoreWords(draft, text) ? undefined : html`${account.full(maxAccountLength)}`;

/** What a kind of file tells besides what it shows, and the button that takes the file back. */
const reveals = ({ kind }: Evidence, { witness: { evidence } }: View['t']) => {
  switch (kind) {
    case 'file':
      return { what: evidence.fileTells, button: evidence.removeThis };
    case 'audio':
      return { what: evidence.voiceTells, button: evidence.removeThis };
    default:
      return {};
  }
};

/** Marks a draft whose words seem to mention a military position, and says that it is never asked for. */
const warned = (turn: Turn, input: GivenInput, { t }: View): Turn => {
  if (!turn.draft || !input.account?.militaryPosition || turn.draft.answers.mentionsMilitary) return turn;
  const draft = withAnswers(turn.draft, { mentionsMilitary: true });
  return { ...turn, draft, note: join([turn.note, html`${t.witness.card.military}`]) };
};

const pressed = (input: Extract<Input, { kind: 'press' }>, view: View): Turn => {
  const { at, value, reading } = input;
  const { draft, t } = view;
  if (at !== draft.at) return { draft, alert: t.witness.staleButton };
  if (value === ways.cancel) return { draft, overlay: 'cancel' };
  if (value === ways.discard)
    return {
      note: join([html`${t.witness.discarded}`, isBesideObject(draft) ? safetyText(view) : undefined]),
    };
  if (value === ways.go) return { draft };
  if (value === ways.back) return back(view);
  const kept = draft.answers.evidence ?? [];
  const taken = kept.find(one => value === `${ways.remove}${optionCode(one)}`);
  if (taken)
    return {
      draft: withAnswers(draft, { evidence: kept.filter(one => one !== taken) }),
      note: html`${t.witness.evidence.removed(1)}`,
    };
  const turn = pressedBeside(draft, value);
  if (turn === 'stale') return { draft, alert: t.witness.staleButton };
  if (turn) return turn;
  const question = questionAt(draft);
  if (!question || value === ways.keep) return { draft: { ...draft, at: next(draft) } };
  return answerWith(
    question,
    value === ways.none ? { kind: 'none' } : { kind: 'choice', value, reading },
    view,
  );
};

/** A press on a screen other than a question: the card, the review, the preview. Undefined when the draft is at a question. */
const pressedBeside = (draft: Draft, value: string): Turn | 'stale' | undefined => {
  const to = (at: string): Turn => ({ draft: { ...draft, at } });
  switch (draft.at) {
    case 'review':
      return value === 'change' || value === 'preview' ? to(value) : 'stale';
    case cardId: {
      const changed = pressedCard(draft, value);
      if (!changed) return 'stale';
      return { draft: changed.at === cardId ? { ...changed, at: next(changed) } : changed };
    }
    case 'change': {
      if (value === 'review') return to('review');
      const question = questions.find(({ id, applies }) => id === value && applies(draft));
      return question ? to(question.id) : 'stale';
    }
    case 'preview': {
      if (value === 'review') return to('review');
      const answers = completeAnswers(draft);
      if (value !== 'send') return 'stale';
      return answers ? { sent: answers } : to(next(draft));
    }
    default:
      return undefined;
  }
};

const answerWith = (question: Question, reply: Reply, view: View): Turn =>
  turnOf(question.answer(reply, view), question, reply, view);

/** What follows from what a question made of a reply. */
const turnOf = (outcome: Outcome, question: Question, reply: Reply, view: View): Turn => {
  const { draft, t } = view;
  switch (outcome.kind) {
    case 'answered': {
      const done =
        outcome.draft.pending?.[question.id] === asked
          ? outcome.draft
          : withPending(outcome.draft, question.id, undefined);
      const note = outcome.understood && t.witness.understood(outcome.understood);
      const turn = withRest(question, reply, { draft: done, note }, view);
      return { ...turn, draft: { ...turn.draft, at: next(turn.draft) } };
    }
    case 'asking':
      return {
        ...withRest(question, reply, { draft: outcome.draft, note: outcome.note }, view),
        locate: outcome.locate,
      };
    case 'refused':
      return withRest(question, reply, { draft, note: outcome.note }, view);
    case 'foreign':
      return reply.kind === 'choice' || reply.kind === 'none'
        ? { draft, alert: t.witness.staleButton }
        : { draft, ...elsewhere(reply, view) };
  }
};

/**
 * A long text says more than the answer that was found in it: all of it joins the account. A moderator who corrects a report adds
 * nothing to the words of the witness.
 */
const withRest = (
  { id }: Question,
  reply: Reply,
  { draft, note }: Readonly<{ draft: Draft; note: Html | undefined }>,
  view: View,
): Readonly<{ draft: Draft; note: Html | undefined }> => {
  if (reply.kind !== 'text' || reply.text.length < accountLikeLength) return { draft, note };
  // Answered or narrowed down: the question has the words. A refused answer is nowhere else.
  if (draft.revises?.as === 'moderator' || (draft !== view.draft && keepsWords.has(id)))
    return { draft, note };
  const kept = elsewhere(reply, { ...view, draft });
  return { draft: kept.draft ?? draft, note: join([note, kept.note], '\n') };
};

/** Input that the current question cannot use: words join the account, a pin is handed back with a reason. */
const elsewhere = (input: Reply, { draft, t }: View): Pick<Turn, 'draft' | 'note'> => {
  if (input.kind === 'text' && draft.revises?.as === 'moderator')
    return { note: html`${t.witness.pressOrSay}` };
  if (input.kind === 'text') {
    const more = withMoreWords(draft, input.text);
    return more
      ? { draft: more, note: html`${t.witness.addedToAccount}` }
      : { note: html`${t.witness.account.full(maxAccountLength)}` };
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
  // The earlier answer stays until it is replaced.
  return previous ? { draft: { ...draft, at: previous.id } } : { draft, alert: t.witness.firstQuestion };
};

/** The next position: the safety text, a card to confirm, the first unanswered question, or what ends it. */
export const next = (draft: Draft): string => {
  if (isBesideObject(draft)) return safety.id;
  return hasCard(draft)
    ? cardId
    : (questions.find(question => question.applies(draft) && !isAnswered(question, draft))?.id ??
        endOf(draft));
};

/** A draft at its first question, beside what was answered already. Its id will be the report's. */
export const newDraft = (now: Date, answers: Draft['answers'] = {}): Draft => {
  const empty = { id: newReportId(), startedAt: now.toISOString(), at: '', answers };
  return { ...empty, at: next(empty) };
};

/** Each answer was repeated back, so a new report ends at its preview; a correction at the review, where it began. */
const endOf = ({ revises }: Draft): 'review' | 'preview' => (revises ? 'review' : 'preview');

/** In a revision, optional questions count as asked: they were when the report was first made. */
const isAnswered = (question: Question, draft: Draft): boolean =>
  question.answered(draft) ||
  (draft.revises !== undefined && question.answered(withPending(draft, question.id, asked)));

const questionAt = (draft: Draft): Question | undefined => questions.find(({ id }) => id === draft.at);

/** The report's answers; undefined while something is missing. */
export const completeAnswers = (draft: Draft): Answers | undefined => {
  if (next(draft) !== endOf(draft)) return undefined;
  const answers = { attribution: null, account: null, evidence: [], ...draft.answers };
  return answersSchema.safeParse(answers).data;
};

/** A draft's short tag in callback data, by which buttons of other drafts are recognised. */
export const tagOf = (draft: Draft): string => draft.id.slice(0, 4);

/** The screen of the draft's position, or of the overlay above it. */
export const screenOf = (view: View, turn: Pick<Turn, 'note' | 'overlay' | 'removable'> = {}): Screen => {
  const screen = screenAt(view, turn);
  const { removable } = turn;
  if (!removable) return screen;
  const data = witnessCallbacks.data('answer', {
    draft: tagOf(view.draft),
    question: view.draft.at,
    value: `${ways.remove}${removable.code}`,
  });
  return { ...screen, buttons: [[{ text: removable.label, data }], ...screen.buttons] };
};

const screenAt = (view: View, { note: said, overlay }: Pick<Turn, 'note' | 'overlay'>): Screen => {
  const { draft, t } = view;
  const isAtSafety = draft.at === safety.id;
  // Nothing covers the safety text: whatever else is shown carries it.
  const isCovered = isBesideObject(draft) && (overlay !== undefined || !isAtSafety);
  const note = isCovered ? join([said, safetyText(view)]) : said;
  const button = (text: string, value: string, style?: Button['style']): Button => ({
    text,
    data: witnessCallbacks.data('answer', { draft: tagOf(draft), question: draft.at, value }),
    style,
  });
  if (overlay)
    return {
      text: join([
        note,
        overlay === 'cancel' ? t.witness.cancelTitle : t.witness.resumeTitle(stepOf(draft), sections.length),
      ]),
      buttons: [
        ...(isAtSafety ? safety.ask(view).choices.slice(0, 1) : []).map(row =>
          row.map(({ label, value, style }) => button(label, value, style)),
        ),
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
    buttons: keyboard(
      ...ask.choices.map(row => row.map(({ label, value, style }) => button(label, value, style))),
      [
        ask.turn && button(ask.turn.label, ask.turn.value, ask.turn.style),
        ask.none !== undefined && button(ask.none, ways.none),
      ],
      [given !== undefined && button(t.witness.keep, ways.keep)],
      [button(t.witness.back, ways.back), cancel],
    ),
    personal: true,
  };
};

/** The number of the step, from 1, for "step 3 of 12". */
const stepOf = (draft: Draft): number => {
  const question = questionAt(draft);
  return question ? sections.indexOf(question.section) + 1 : sections.length;
};
