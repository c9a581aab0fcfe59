import type { Count, Range } from '../report/count.ts';
import { lexicon, matchAt } from './lexicon.ts';
import { type Part, totalOf } from './part.ts';
import { quantityAt } from './quantity.ts';
import { type Token, tokens } from './text.ts';
import { type CountWord, countWords } from './words/count.ts';
import { type Harm, harmWords, type PeopleWord, peopleWords } from './words/people.ts';

/**
 * What the words say of a number of people. A contradiction is never resolved here: it is asked back, with what the
 * person may have meant.
 */
export type CountReading =
  | Readonly<{ kind: 'understood'; count: Count }>
  | Readonly<{ kind: 'contradiction'; reason: CountContradiction; choices: readonly Count[] }>
  | Readonly<{ kind: 'not_understood' }>;

/**
 * `reversed`: "10-8". `group_exceeds_total`: "3, 8 of them medics". `two_numbers`: "5, 7". `sum_or_part`: "8 people and
 * 3 children". `other_question`: only the injured are counted in an answer about the killed, or the reverse.
 */
export type CountContradiction =
  | 'reversed'
  | 'group_exceeds_total'
  | 'two_numbers'
  | 'sum_or_part'
  | 'other_question';

const people = lexicon<PeopleWord>(peopleWords);
const harms = lexicon<Harm>(harmWords);
const words = lexicon<CountWord>(countWords);

type Sign =
  | Readonly<{ kind: 'quantity'; range: Range; inWords: boolean }>
  | Readonly<{ kind: 'reversed'; range: Range }>
  | Readonly<{ kind: 'refused' }>
  | Readonly<{ kind: 'people'; word: PeopleWord }>
  | Readonly<{ kind: 'harm'; harm: Harm }>
  | Readonly<{ kind: CountWord }>
  | Readonly<{ kind: 'strange' }>;

/** What stands at a token, the most telling first. */
const signAt = (list: readonly Token[], at: number): Readonly<{ sign: Sign; to: number }> => {
  const phrase = matchAt(words, list, at);
  const firm = phrase && (phrase.to > at + 1 || phrase.meaning === 'unknown') && phrase.meaning !== 'filler';
  if (phrase && firm) return { sign: { kind: phrase.meaning }, to: phrase.to };
  const joined = quantityAt(list, at);
  // "8 — 3 of them medics": the dash does not join.
  const parted = joined && matchAt(words, list, joined.to)?.meaning === 'of_which';
  const quantity = parted ? quantityAt(list, at, false) : joined;
  if (quantity) {
    const { to } = quantity;
    if ('range' in quantity)
      return { sign: { kind: 'quantity', range: quantity.range, inWords: list[at]?.kind === 'word' }, to };
    return 'reversed' in quantity
      ? { sign: { kind: 'reversed', range: quantity.reversed }, to }
      : { sign: { kind: 'refused' }, to };
  }
  const somebody = matchAt(people, list, at);
  const harm = matchAt(harms, list, at);
  const longest = Math.max(phrase?.to ?? 0, somebody?.to ?? 0, harm?.to ?? 0);
  if (somebody && somebody.to === longest)
    return { sign: { kind: 'people', word: somebody.meaning }, to: somebody.to };
  if (harm && harm.to === longest) return { sign: { kind: 'harm', harm: harm.meaning }, to: harm.to };
  if (phrase) return { sign: { kind: phrase.meaning }, to: phrase.to };
  const token = list[at];
  return {
    sign: { kind: token?.kind === 'mark' ? (markSigns[token.text] ?? 'pause') : 'strange' },
    to: at + 1,
  };
};

/** Marks that do more, or less, than part what stands on their sides. "8/10" may be a part, a date or a range. */
const markSigns: Readonly<Record<string, 'filler' | 'strange'>> = {
  '-': 'filler',
  '/': 'strange',
  '\\': 'strange',
};

const signsOf = (list: readonly Token[]): readonly Sign[] => {
  const signs: Sign[] = [];
  for (let at = 0; at < list.length; ) {
    const { sign, to } = signAt(list, at);
    signs.push(sign);
    at = to;
  }
  return signs;
};

const notUnderstood: CountReading = { kind: 'not_understood' };
const understood = (count: Count): CountReading => ({ kind: 'understood', count });
const exactly = (value: number): Range => ({ min: value, max: value });

/** Whether the signs after an index are a number that counts the people just named ("children: 3"). */
const headsNumber = (signs: readonly Sign[], index: number): boolean => {
  const at = signs.findIndex(
    (sign, other) => other > index && sign.kind !== 'filler' && sign.kind !== 'pause',
  );
  const after = signs.slice(at + 1).find(sign => sign.kind !== 'filler');
  return at > 0 && signs[at]?.kind === 'quantity' && after?.kind !== 'people' && after?.kind !== 'of_which';
};

/** Numbers with their people, in order. A group named without a number is one person ("a child") or some ("children"). */
const partsOf = (signs: readonly Sign[]): readonly Part[] => {
  const parts: Part[] = [];
  let joined: Part['joined'] = 'start';
  /** The last number still waits for its people. */
  let open = false;
  let heading: Part['group'];
  const push = (range: Range, group: Part['group']) => {
    parts.push({ range, group, joined: parts.length === 0 && joined !== 'of_which' ? 'start' : joined });
    joined = 'pause';
  };
  const amend = (change: Partial<Part>) => {
    const part = parts.pop();
    if (part) parts.push({ ...part, ...change });
  };
  for (const [index, sign] of signs.entries()) {
    const current = parts.at(-1);
    switch (sign.kind) {
      case 'quantity': {
        const before = signs[index - 1];
        // "людей п'ять": a number word after its people is a rough one.
        const rough = before?.kind === 'people' && before.word.group === 'people' && sign.inWords;
        push(
          rough && sign.range.min === sign.range.max ? { ...sign.range, about: true } : sign.range,
          heading,
        );
        heading = undefined;
        open = true;
        break;
      }
      case 'people': {
        const { group, plural } = sign.word;
        if (open && current && (current.group === undefined || current.group === 'people')) amend({ group });
        else if (group === 'people' || (open && current?.group === group)) break;
        else if (headsNumber(signs, index)) heading = group;
        else push(plural ? { min: 1 } : exactly(1), group);
        break;
      }
      case 'of_which':
        // "троє з них медики": the words that make it a part stand after its number.
        if (open && current?.group === undefined && parts.length > 1) amend({ joined: 'of_which' });
        else joined = 'of_which';
        break;
      case 'correction':
      case 'none':
        if (parts.length > 0) joined = 'correction';
        open = false;
        break;
      case 'and':
        if (joined !== 'of_which') joined = 'and';
        open = false;
        break;
      case 'pause':
        open = false;
        break;
      default:
        break;
    }
  }
  return parts;
};

/** Words that are no part of a count may stand in an answer only beside words that say that people are counted. */
const strangeWordsAllowed = 12;

/**
 * Reads a whole answer to "how many were killed?" or "how many were injured?", in any of the three languages or a mixture,
 * digits or words. `asked` says which of the two was asked: it tells "nobody killed, 8 injured" apart.
 * "Up to 10" is 0–10, "more than 8" at least 9, "several" at least 2, "десятки" at least 20, "a couple" about 2, "yes" at
 * least 1. Negative numbers, fractions and more than 100,000 are not understood. Never throws.
 */
export const readCount = (text: string, asked?: Harm): CountReading => {
  const list = tokens(text);
  if (list.length === 0) return notUnderstood;
  if (list.every(token => token.text === '?')) return understood('unknown');
  return readSigns(signsOf(list), asked);
};

const readSigns = (all: readonly Sign[], asked: Harm | undefined): CountReading => {
  const harmsSaid = new Set(all.flatMap(sign => (sign.kind === 'harm' ? [sign.harm] : [])));
  const signs = harmsSaid.size > 1 ? clauseOf(all, asked) : all;
  if (!signs) return notUnderstood;
  if (signs.some(sign => sign.kind === 'refused')) return notUnderstood;
  const has = (kind: Sign['kind']) => signs.some(sign => sign.kind === kind);
  const quantities = signs.filter(sign => sign.kind === 'quantity' || sign.kind === 'reversed');
  const strange = signs.filter(sign => sign.kind === 'strange').length;
  const aboutPeople = has('people') || has('harm');
  if (unitFollows(signs)) return notUnderstood;
  if (strange > (aboutPeople ? strangeWordsAllowed : 0)) return notUnderstood;
  const reversed = signs.find(sign => sign.kind === 'reversed');
  if (reversed && quantities.length > 1) return notUnderstood;
  if (reversed?.kind === 'reversed') {
    const { min, max } = reversed.range;
    const choices = [reversed.range, exactly(max ?? min), exactly(min)];
    return { kind: 'contradiction', reason: 'reversed', choices };
  }
  const parts = partsOf(signs);
  const reading = parts.length > 0 ? totalOf(parts) : withoutNumber(signs, asked);
  const [only] = harmsSaid;
  if (asked && harmsSaid.size === 1 && only !== asked && reading.kind === 'understood')
    return { kind: 'contradiction', reason: 'other_question', choices: [reading.count] };
  return reading;
};

const withoutNumber = (signs: readonly Sign[], asked: Harm | undefined): CountReading => {
  const has = (kind: Sign['kind']) => signs.some(sign => sign.kind === kind);
  if (has('unknown')) return understood('unknown');
  if (has('all_alive')) return asked === 'killed' ? understood(exactly(0)) : notUnderstood;
  if (has('none')) return understood(exactly(0));
  if (has('some')) return understood({ min: 1 });
  return notUnderstood;
};

/** "5 minutes ago": the number counts something else. */
const unitFollows = (signs: readonly Sign[]): boolean =>
  signs.some((sign, index) => sign.kind === 'unit' && signs[index - 1]?.kind === 'quantity');

/** Of an answer that speaks of killed and injured, the clause about what was asked; undefined when they cannot be parted. */
const clauseOf = (signs: readonly Sign[], asked: Harm | undefined): readonly Sign[] | undefined => {
  if (!asked) return undefined;
  const clauses: Sign[][] = [[]];
  for (const sign of signs) {
    if (
      (sign.kind === 'pause' || sign.kind === 'and') &&
      clauses.at(-1)?.some(other => other.kind === 'harm')
    )
      clauses.push([]);
    else clauses.at(-1)?.push(sign);
  }
  const mine = clauses.filter(clause => clause.some(sign => sign.kind === 'harm' && sign.harm === asked));
  const [clause] = mine;
  const mixed = clause?.some(sign => sign.kind === 'harm' && sign.harm !== asked);
  return mine.length === 1 && !mixed ? clause : undefined;
};
