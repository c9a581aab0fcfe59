import { digest } from '../../../lib/history/event.ts';
import type { AccountReading } from '../../../lib/language/account.ts';
import type { Place } from '../../../lib/place/place.ts';
import { html } from '../../telegram/html.ts';
import { choicesOf, type FieldName, fieldNames, questionOf } from './account-card.ts';
import { type Outcome, type Question, type View, withPending } from './question.ts';
import { maxTypedLength } from './questions/place.ts';

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
  if (text.length < accountLikeLength || takesWords.has(id)) return outcome;
  if (id === 'place' || id === 'region')
    return doubtInPlace(outcome, question, { text, account, first }, view);
  if (outcome.kind !== 'answered') return outcome;
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

/** Questions of which the words themselves are the answer. */
const takesWords = new Set(['sourceName', 'sourceChannel', 'side', 'account', 'evidence']);

/**
 * The place found in a long text, if the reading of the whole says the same; else what that says, or what the text begins with,
 * is offered: nearly every sentence has a word that is some settlement's name, and a sister lives in another region.
 * Coordinates and links of maps are what they are.
 */
const doubtInPlace = (
  outcome: Outcome,
  question: Question,
  { text, account, first }: Readonly<{ text: string; account?: AccountReading; first?: unknown }>,
  view: View,
): Outcome => {
  const { draft, t } = view;
  const begun = beginning(question, { text, first }, view);
  if (begun && draft.at === 'region') return begun;
  if (outcome.kind !== 'answered' && outcome.kind !== 'asking') return outcome;
  const { place } = outcome.draft.answers;
  if (place?.point !== undefined || isOfPoints(outcome.draft.pending?.place)) return outcome;
  const begins = begun?.draft.answers.place;
  const named = begins?.settlement && ({ sure: false, options: [begins] } as const);
  const said = account?.place ?? named;
  if (!said || text.length > maxTypedLength)
    return { kind: 'refused', note: html`${t.witness.place.tooLong}` };
  if (said.sure && place && isSamePlace(place, said.value)) return outcome;
  const options = choicesOf('place', said.sure ? [said.value] : said.options) as object;
  const { place: _, ...answers } = draft.answers;
  const asking = withPending({ ...draft, answers }, 'place', { ...options, words: text });
  // The question for the region leads back to that for the place.
  return draft.at === 'place' ? { kind: 'asking', draft: asking } : { kind: 'answered', draft: asking };
};

/** What the first words of a text answer, if they are no more than a name. */
const beginning = (
  question: Question,
  { text, first }: Readonly<{ text: string; first?: unknown }>,
  view: View,
): Extract<Outcome, { kind: 'answered' }> | undefined => {
  const words = firstWords(text);
  if (words === undefined || words.split(/\s+/).length > mostWordsOfPlace) return undefined;
  const outcome = question.answer({ kind: 'text', text: words, reading: first }, view);
  return outcome.kind === 'answered' && outcome.draft.answers.place ? outcome : undefined;
};
const mostWordsOfPlace = 3;

/** Whether the places to choose from are pins, one of which has its coordinates the wrong way round, say. */
const isOfPoints = (offered: unknown): boolean => {
  const { options } = (offered ?? {}) as Readonly<{ options?: readonly Place[] }>;
  return options?.every(({ point }) => point !== undefined) === true;
};

/** Whether two places are one, as far as both are known: the settlement, or the region alone. */
const isSamePlace = (one: Place, other: Place): boolean =>
  one.region === other.region && one.settlement?.id === other.settlement?.id;

/** Whether two answers say the same: a time in whatever words, a number of whomever, a source of that kind. */
const isSame = (name: FieldName, one: unknown, other: unknown): boolean =>
  digest(coreOf(name, one)) === digest(coreOf(name, other));

const coreOf = (name: FieldName, value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { words: _, of: __, ...core } = value as Readonly<Record<string, unknown>>;
  return name === 'source' ? core.kind : core;
};
