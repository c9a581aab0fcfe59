import { digest } from '../../../lib/history/event.ts';
import type { AccountReading } from '../../../lib/language/account.ts';
import { html } from '../../telegram/html.ts';
import { choicesOf, type FieldName, fieldNames, questionOf } from './account-card.ts';
import { type Outcome, type Question, type View, withPending } from './question.ts';

/** Text of this length or more says more than a single answer. */
export const accountLikeLength = 60;

/** The first words of a long text, if a comma or a stop soon follows: "three, mother and two children, they were on their way". */
export const firstWords = (text: string): string | undefined => {
  if (text.length < accountLikeLength) return undefined;
  const [first = ''] = text.split(/[,.;:!?()\n–—]/, 1);
  return first.trim().split(/\s+/).length <= mostFirstWords ? first.trim() || undefined : undefined;
};
const mostFirstWords = 5;

/**
 * What a single question made of a long text, if its first words or the reading of the whole say the same; else the answer is
 * offered as a choice, or asked again. A question alone looks for any word that may answer it, and in a long text there is one:
 * "grandmother" at the number of the killed, "walked past the market" at what was hit.
 */
export const doubtInLong = (
  outcome: Outcome,
  question: Question,
  { text, account, first }: Readonly<{ text: string; account?: AccountReading; first?: unknown }>,
  view: View,
): Outcome => {
  const { id } = question;
  if (outcome.kind !== 'answered' || text.length < accountLikeLength || takesWords.has(id)) return outcome;
  const { draft, t } = view;
  const name = id === 'hour' ? 'occurred' : fieldNames.find(field => questionOf[field] === id);
  const value = name && outcome.draft.answers[name];
  const said = name && account?.[name];
  if (name && said?.sure && isSame(name, said.value, value)) return outcome;
  const words = measured.has(id) ? firstWords(text) : undefined;
  const atOnce =
    words === undefined ? undefined : question.answer({ kind: 'text', text: words, reading: first }, view);
  const isNoHour = id === 'hour' && outcome.draft.answers.occurred?.precision === 'day';
  if (name && !isNoHour && atOnce?.kind === 'answered' && isSame(name, atOnce.draft.answers[name], value))
    return outcome;
  const { whichOfThese, casualties, hour, pressOrSay } = t.witness;
  if (id === 'hour') return { kind: 'refused', note: html`${hour.notUnderstood}` };
  if (name === 'killed' || name === 'injured') return { kind: 'refused', note: casualties.notUnderstood };
  const options = name === 'areas' ? outcome.draft.answers.areas : name && choicesOf(name, [value]);
  return options === undefined
    ? { kind: 'refused', note: html`${pressOrSay}` }
    : { kind: 'asking', draft: withPending(draft, id, options), note: html`${whichOfThese}` };
};

/** Questions of a number or a time, which people begin with: of words from a list there are too many in any sentence. */
const measured = new Set(['killed', 'injured', 'time', 'hour']);

/** Questions of which the words themselves are the answer, or a place in them. */
const takesWords = new Set(['place', 'region', 'sourceName', 'sourceChannel', 'side', 'account', 'evidence']);

/** Whether two answers say the same: a time in whatever words, a number of whomever, a source of that kind. */
const isSame = (name: FieldName, one: unknown, other: unknown): boolean =>
  digest(coreOf(name, one)) === digest(coreOf(name, other));

const coreOf = (name: FieldName, value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { words: _, of: __, ...core } = value as Readonly<Record<string, unknown>>;
  return name === 'source' ? core.kind : core;
};
