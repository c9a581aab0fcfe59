import type { Count } from '../report/count.ts';
import { totalOf } from './part.ts';
import { exactly, partsOf, type Sign, signsOf } from './sign.ts';
import { tokens } from './text.ts';
import type { Harm } from './words/people.ts';

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
type CountContradiction =
  | 'reversed'
  | 'group_exceeds_total'
  | 'two_numbers'
  | 'sum_or_part'
  | 'other_question';

const notUnderstood: CountReading = { kind: 'not_understood' };
const understood = (count: Count): CountReading => ({ kind: 'understood', count });
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
  if (has('all_fine') || has('none')) return understood(exactly(0));
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
