import type { AccountReading } from '../../../lib/language/account.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import type { Answers } from '../../../lib/report/report.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import { inRows, keyboard } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { asked, type Question, type View, withPending } from './question.ts';
import { withMoreWords } from './questions/account.ts';
import { questions } from './questions/index.ts';
import { isCorrection } from './typed-navigation.ts';

/**
 * A whole account in one message. Its reading (lib/language/account.ts, or a deployer's own) fills in what it is sure of
 * and what was not answered yet; the person confirms it on a card. What is unsure is asked, with the candidates as buttons.
 */

export type FieldName = Exclude<keyof AccountReading, 'militaryPosition'>;

/** The question that each field of an account answers. */
export const questionOf: Readonly<Record<FieldName, string>> = {
  phase: 'phase',
  place: 'place',
  occurred: 'time',
  effect: 'effect',
  munition: 'munition',
  delivery: 'delivery',
  knownBy: 'knownBy',
  killed: 'killed',
  injured: 'injured',
  areas: 'areas',
  source: 'source',
  attribution: 'side',
};
export const fieldNames = Object.keys(questionOf) as readonly FieldName[];

/** The draft's position while the card waits to be confirmed. */
export const cardId = 'card';

const questionBy = (id: string): Question | undefined => questions.find(question => question.id === id);

/** Questions answered in free text, where a name or a claim that mentions a place is not an account. */
const freeText = new Set(['sourceName', 'sourceChannel', 'side', 'account', 'evidence']);

/** The fields that an account would bring to this draft: not answered yet, or corrected by it. */
const newFields = (draft: Draft, reading: AccountReading, text: string): readonly FieldName[] =>
  fieldNames.filter(
    name => reading[name] !== undefined && (draft.answers[name] === undefined || isCorrection(text)),
  );

/**
 * Whether a text is to be taken as an account rather than as the answer to the question at which it came: it speaks of
 * more than that question asks. `answers` says whether the question could do something with it.
 */
export const isAccount = (draft: Draft, reading: AccountReading, text: string, answers: boolean): boolean => {
  const here = questionBy(draft.at)?.section;
  const sections = new Set(
    newFields(draft, reading, text).map(name => questionBy(questionOf[name])?.section),
  );
  const speaksOfThis = here !== undefined && sections.delete(here);
  if (freeText.has(draft.at)) return sections.size >= 3;
  if (here === undefined) return sections.size >= 1;
  return sections.size >= 2 || (sections.size === 1 && (speaksOfThis || !answers));
};

/** The draft with what an account says, and its words. */
export const withAccount = (draft: Draft, reading: AccountReading, text: string): Draft =>
  withReading(withMoreWords(draft, text) ?? draft, reading, text);

/** The draft with what an account surely says, and its unsure parts as choices at their questions. */
export const withReading = (draft: Draft, reading: AccountReading, text = ''): Draft => {
  const names = newFields(draft, reading, text);
  let next = draft;
  const filled: FieldName[] = [];
  for (const name of names) {
    const field = reading[name];
    if (!field) continue;
    const id = questionOf[name];
    if (field.sure) {
      filled.push(name);
      next = { ...next, answers: { ...next.answers, [name]: field.value } };
      next = withPending(next, id, name === 'attribution' ? asked : undefined);
    } else next = withPending(next, id, choicesOf(name, field.options));
  }
  const { source, attribution } = next.answers;
  if (filled.includes('source') && source?.name !== undefined) next = withPending(next, 'sourceName', asked);
  if (filled.includes('attribution') && attribution) next = withPending(next, 'sideStatus', asked);
  if (reading.militaryPosition) next = { ...next, answers: { ...next.answers, mentionsMilitary: true } };
  next = withPending(next, 'account', asked);
  const unsure = names.filter(name => !filled.includes(name));
  // What an earlier message said and nobody has confirmed yet stands on the card too.
  const { filled: before, unsure: open } = cardOf(draft) ?? { filled: [], unsure: [] };
  return withPending({ ...next, at: cardId }, cardId, {
    filled: [...new Set([...before, ...filled])],
    unsure: [...new Set([...open, ...unsure])].filter(name => !filled.includes(name)),
  });
};

/** The half-answer of a question that offers these options as buttons. */
export const choicesOf = (name: FieldName, options: readonly unknown[]) => {
  const plain = JSON.parse(JSON.stringify(options)) as NonNullable<Draft['pending']>[string];
  switch (name) {
    case 'place':
    case 'occurred':
      return { options: plain };
    case 'phase':
    case 'effect':
    case 'munition':
    case 'delivery':
    case 'knownBy':
      return plain;
    default:
      return undefined;
  }
};

type Card = Readonly<{ filled: readonly FieldName[]; unsure: readonly FieldName[] }>;

/** The card waiting to be confirmed, if any. */
const cardOf = ({ pending }: Draft): Card | undefined => {
  const card = pending?.[cardId];
  if (card === undefined || card === null || typeof card !== 'object' || Array.isArray(card))
    return undefined;
  const listed = (value: unknown): readonly FieldName[] =>
    Array.isArray(value) ? fieldNames.filter(name => value.includes(name)) : [];
  return { filled: listed(card.filled), unsure: listed(card.unsure) };
};

/** Whether a card waits to be confirmed. */
export const hasCard = (draft: Draft): boolean => cardOf(draft) !== undefined;

/** The draft after a press on the card: confirmed, discarded, or at the question that changes one field. */
export const pressedCard = (draft: Draft, value: string): Draft | undefined => {
  const card = cardOf(draft);
  const done = withPending(draft, cardId, undefined);
  if (value === 'right') return done;
  if (value === 'wrong') {
    const answers: Partial<Answers> = Object.fromEntries(
      Object.entries(draft.answers).filter(([name]) => !card?.filled.some(field => field === name)),
    );
    return { ...done, answers };
  }
  const question = questionBy(value);
  return question?.applies(draft) ? { ...draft, at: question.id } : undefined;
};

/** What was understood, with its precision, to be confirmed or changed. */
export const cardScreen = (
  view: View,
  note: Html | undefined,
  button: (text: string, value: string, style?: Button['style']) => Button,
  cancel: Button,
): Screen => {
  const { t, draft } = view;
  const card = cardOf(draft);
  const lines = (card?.filled ?? []).flatMap(name => {
    const question = questionBy(questionOf[name]);
    const line = question?.line?.(view);
    return question && line ? [{ id: question.id, ...line }] : [];
  });
  const unsure = (card?.unsure ?? []).flatMap(name => {
    const { section } = questionBy(questionOf[name]) ?? {};
    return section === undefined ? [] : [t.witness.lines[section]];
  });
  return {
    text: join([
      note,
      html`<b>${lines.length > 0 ? t.witness.card.title : t.witness.card.nothingSure}</b>`,
      join(
        lines.map(({ label, value }) => html`<b>${label}:</b> ${value}`),
        '\n',
      ),
      unsure.length > 0 ? html`${t.witness.card.unsure([...new Set(unsure)].join('; '))}` : undefined,
      draft.answers.mentionsMilitary ? html`${t.witness.card.military}` : undefined,
      html`${t.witness.card.hint}`,
    ]),
    buttons: keyboard(
      [button(t.witness.card.right, 'right', 'success')],
      ...inRows(
        lines.map(({ id, label }) => ({ label, value: id })),
        2,
      ).map(row => row.map(({ label, value }) => button(label, value))),
      [lines.length > 0 && button(t.witness.card.wrong, 'wrong'), cancel],
    ),
    personal: true,
  };
};
