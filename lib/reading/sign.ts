import type { Range } from '../report/count.ts';
import { lexicon, matchAt } from './lexicon.ts';
import { numberAt } from './number.ts';
import type { Part } from './part.ts';
import { quantityAt } from './quantity.ts';
import type { Token } from './text.ts';
import { type CountWord, countWords } from './words/count.ts';
import { type Harm, harmWords, type PeopleWord, peopleWords } from './words/people.ts';

const people = lexicon<PeopleWord>(peopleWords);
export const harms = lexicon<Harm>(harmWords);
const words = lexicon<CountWord>(countWords);

/** What stands in a text about numbers of people, in the order of its words. */
export type Sign = Readonly<{ from: number; to: number }> &
  (
    | Readonly<{ kind: 'quantity'; range: Range; inWords: boolean }>
    | Readonly<{ kind: 'reversed'; range: Range }>
    | Readonly<{ kind: 'refused' }>
    | Readonly<{ kind: 'people'; word: PeopleWord }>
    | Readonly<{ kind: 'harm'; harm: Harm }>
    | Readonly<{ kind: CountWord }>
    | Readonly<{ kind: 'strange' }>
  );

type Bare = Sign extends infer S ? (S extends Sign ? Omit<S, 'from' | 'to'> : never) : never;

const isAfterNumberWord = (list: readonly Token[], at: number): boolean =>
  list[at - 1]?.kind === 'word' && numberAt(list, at - 1)?.to === at;

/** What stands at a token, the most telling first. */
const signAt = (list: readonly Token[], at: number): Readonly<{ sign: Bare; to: number }> => {
  const phrase = matchAt(words, list, at);
  const firm = phrase && (phrase.to > at + 1 || phrase.meaning === 'unknown') && phrase.meaning !== 'filler';
  if (phrase && firm) return { sign: { kind: phrase.meaning }, to: phrase.to };
  // "200-х двоє", "двоє 200": the numbers of the dead and the wounded in soldiers' slang.
  const slang = matchAt(harms, list, at);
  if (slang && list[at]?.kind === 'number' && (slang.to > at + 1 || isAfterNumberWord(list, at)))
    return { sign: { kind: 'harm', harm: slang.meaning }, to: slang.to };
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

/** The signs of a text; marks part what stands on their sides. */
export const signsOf = (list: readonly Token[]): readonly Sign[] => {
  const signs: Sign[] = [];
  for (let at = 0; at < list.length; ) {
    const { sign, to } = signAt(list, at);
    signs.push({ ...sign, from: at, to });
    at = to;
  }
  return signs;
};

export const exactly = (value: number): Range => ({ min: value, max: value });

/** Whether the signs after an index are a number that counts the people just named ("children: 3"). */
const headsNumber = (signs: readonly Sign[], index: number): boolean => {
  const at = signs.findIndex(
    (sign, other) => other > index && sign.kind !== 'filler' && sign.kind !== 'pause',
  );
  const after = signs.slice(at + 1).find(sign => sign.kind !== 'filler');
  return at > 0 && signs[at]?.kind === 'quantity' && after?.kind !== 'people' && after?.kind !== 'of_which';
};

/**
 * Numbers with their people, in order. A group named without a number is one person ("a child") or some ("children"). Long
 * because each sign is read in the light of the ones before it.
 */
export const partsOf = (signs: readonly Sign[]): readonly Part[] => {
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
        const { plural, within } = sign.word;
        const isPart = joined === 'of_which' || (open && current?.joined === 'of_which');
        const group = (isPart && within) || sign.word.group;
        if (open && current && (current.group === undefined || current.group === 'people')) amend({ group });
        else if ((group === 'people' && plural) || (open && current?.group === group)) break;
        else if (headsNumber(signs, index)) heading = group;
        else push(plural ? { min: 1 } : exactly(1), group === 'people' ? 'adults' : group);
        break;
      }
      case 'of_which':
        // "троє з них медики": the words that make it a part stand after its number.
        if (open && current?.group === undefined && parts.length > 1) amend({ joined: 'of_which' });
        else {
          joined = 'of_which';
          // "5 поранених серед них медсестра": the number has its people already.
          if (signs[index - 1]?.kind === 'harm') open = false;
        }
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
