import {
  classes,
  composites,
  exact,
  type Guard,
  guards,
  type Need,
  noTypos,
  numberAsked,
  sayings,
} from '../words/distress.ts';
import { entryKey } from './spelling.ts';

/** What a word is: elements of sayings (classes, literal words, `|`, `#` for a number), and guards as bits. */
export type Word = Readonly<{ elements: readonly string[]; guards: number }>;

/** `gap` is how many other words may stand before an element. */
type Element = Readonly<{ name: string; gap: number }>;
/** Elements in their order. */
export type Row = readonly Element[];
/** Rows that stand near each other in any order. */
export type Saying = Readonly<{ need: Need; rows: readonly Row[] }>;

export type Lexicon = Readonly<{
  forms: ReadonlyMap<string, Word>;
  /** Stems by their first letters. */
  stems: ReadonlyMap<string, readonly Stem[]>;
  /** Forms in which a mistyped letter is forgiven, by their first letters. */
  mistakable: ReadonlyMap<string, readonly (readonly [form: string, word: Word])[]>;
  composites: readonly Readonly<{ name: string; rows: readonly Row[] }>[];
  sayings: readonly Saying[];
  numberAsked: readonly Saying[];
}>;

/** `past` is what a form of the past is, of a verb. */
type Stem = Readonly<{ stem: string; word: Word; past: Word }>;

export const edge: Word = { elements: ['|'], guards: 0 };
export const unknownWord: Word = { elements: [], guards: 0 };
export const numberWord: Word = { elements: ['#'], guards: 0 };

export const guardBits = Object.fromEntries(
  Object.keys(guards).map((name, index) => [name, 1 << index]),
) as Readonly<Record<Guard, number>>;

/** A year or a date is of an account. */
export const dateWord: Word = { elements: ['#'], guards: guardBits.ago };

export const stemKeyLength = 2;
export const leastMistakable = 7;

type MutableWord = { elements: string[]; guards: number };

/** The words of `words/distress.ts` and the sayings that they make. */
export const createLexicon = (): Lexicon => {
  const known = Object.entries(sayings).flatMap(([need, list]) => readSayings(list, need as Need));
  const numbers = readSayings(numberAsked, 'ask');
  const combined = Object.entries(composites).map(([name, list]) => ({
    name: `<${name}>`,
    rows: readSayings(list, 'itself').flatMap(({ rows }) => rows),
  }));
  const literals = [...known, ...numbers, ...combined]
    .flatMap(({ rows }) => rows.flat())
    .map(({ name }) => name)
    .filter(name => !/^[|#<]/.test(name));
  return {
    ...readWords(new Set(literals)),
    composites: combined,
    sayings: known,
    numberAsked: numbers,
  };
};

/** Every word by its form or stem, and the forms in which a mistyped letter is forgiven. */
const readWords = (literals: ReadonlySet<string>): Pick<Lexicon, 'forms' | 'stems' | 'mistakable'> => {
  const forms = new Map<string, MutableWord>();
  const stems = new Map<string, Readonly<{ stem: string; word: MutableWord; past: MutableWord }>>();
  const keys = new Map<string, string>();
  const keyAt = (entry: string): string => {
    const key = keys.get(entry) ?? entryKey(entry.replace(marked, ''));
    keys.set(entry, key);
    return key;
  };
  const wordsAt = (entry: string): readonly MutableWord[] => {
    const key = keyAt(entry);
    if (!marked.test(entry)) {
      const word = forms.get(key) ?? newWord();
      forms.set(key, word);
      return [word];
    }
    const stem = stems.get(key) ?? { stem: key, word: newWord(), past: newWord() };
    stems.set(key, stem);
    return [stem.word, stem.past];
  };
  const add = (entries: string, element: string | undefined, guard = 0) => {
    for (const entry of entries.split(' '))
      for (const [index, word] of wordsAt(entry).entries()) {
        word.guards |= guard;
        const isPast = index === 1 && entry.endsWith('%');
        if (element !== undefined) word.elements.push(isPast ? element.replace('>', ':past>') : element);
      }
  };
  for (const [name, entries] of Object.entries(classes)) add(entries, `<${name}>`);
  for (const name of literals) add(name, name);
  for (const [name, entries] of Object.entries(guards)) add(entries, undefined, guardBits[name as Guard]);
  add(noTypos, undefined);
  const forgiven = Object.entries(classes)
    .filter(([name]) => !exact.some(one => one === name))
    .flatMap(([, entries]) => entries.split(' '))
    .map(keyAt)
    .filter(form => form.length >= leastMistakable);
  return {
    forms,
    stems: Map.groupBy(stems.values(), ({ stem }) => stem.slice(0, stemKeyLength)),
    mistakable: Map.groupBy(
      [...new Set(forgiven)].map(
        form => [form, forms.get(form) ?? stems.get(form)?.word ?? unknownWord] as const,
      ),
      ([form]) => form.slice(0, stemKeyLength),
    ),
  };
};

/** A stem. */
const marked = /[*%]$/;

const newWord = (): MutableWord => ({ elements: [], guards: 0 });

const readSayings = (list: string, need: Need): readonly Saying[] =>
  list
    .split(',')
    .map(saying => saying.trim())
    .filter(saying => saying !== '')
    .flatMap(inEitherOrder)
    .map(saying => ({ need, rows: saying.split(' + ').map(readRow) }));

/** What `&` joins, in both orders. */
const inEitherOrder = (saying: string): readonly string[] => {
  const rows = saying.split(' + ');
  const index = rows.findIndex(row => row.includes(' & '));
  const [first = '', second = ''] = rows[index]?.split(' & ') ?? [];
  if (index < 0) return [saying];
  return [`${first} ${second}`, `${second} ${first}`].map(row => rows.with(index, row).join(' + '));
};

const narrowGap = 1;
const wideGap = 4;

const gaps: Readonly<Record<string, number>> = { '..': wideGap, '=': 0 };

const readRow = (row: string): Row => {
  let gap = narrowGap;
  return row
    .trim()
    .split(/\s+/)
    .flatMap(name => {
      const next = gaps[name];
      if (next !== undefined) {
        gap = next;
        return [];
      }
      const element = { name, gap: name === '|' ? 0 : gap };
      gap = narrowGap;
      return [element];
    });
};
