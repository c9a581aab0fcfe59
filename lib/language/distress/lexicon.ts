import {
  classes,
  type Guard,
  guards,
  type Kind,
  noTypos,
  phrases,
  typos,
  type Voice,
} from '../words/distress.ts';
import { entryKey } from './spelling.ts';

/** What a word is: elements of phrases (classes, literal words, `|`), and guards as bits. */
export type Word = Readonly<{ elements: readonly string[]; guards: number }>;

/** `gap` is how many other words may stand before an element. */
type Element = Readonly<{ name: string; gap: number }>;
export type Phrase = Readonly<{ kind: Kind; voice: Voice; elements: readonly Element[] }>;

export type Lexicon = Readonly<{
  forms: ReadonlyMap<string, Word>;
  /** Stems by their first letters. */
  stems: ReadonlyMap<string, readonly (readonly [stem: string, word: Word])[]>;
  /** Forms in which a mistyped letter is forgiven, by their first letter. */
  mistakable: ReadonlyMap<string, readonly (readonly [form: string, word: Word])[]>;
  phrases: readonly Phrase[];
}>;

export const edge: Word = { elements: ['|'], guards: 0 };
export const unknownWord: Word = { elements: [], guards: 0 };

export const guardBits = Object.fromEntries(
  Object.keys(guards).map((name, index) => [name, 1 << index]),
) as Readonly<Record<Guard, number>>;

export const stemKeyLength = 2;
export const leastMistakable = 5;

type MutableWord = { elements: string[]; guards: number };

/** The words of `words/distress.ts` and the phrases that they make. */
export const createLexicon = (): Lexicon => {
  const known = readPhrases();
  const literals = known
    .flatMap(({ elements }) => elements.map(({ name }) => name))
    .filter(name => name !== '|' && !name.startsWith('<'));
  const forms = new Map<string, MutableWord>();
  const stems = new Map<string, MutableWord>();
  const add = (entry: string, element: string | undefined, guard = 0) => {
    const isStem = entry.endsWith('*');
    const into = isStem ? stems : forms;
    const key = entryKey(isStem ? entry.slice(0, -1) : entry);
    const word = into.get(key) ?? { elements: [], guards: 0 };
    into.set(key, word);
    if (element !== undefined) word.elements.push(element);
    word.guards |= guard;
  };
  for (const [name, entries] of Object.entries(classes))
    for (const entry of entries.split(' ')) add(entry, `<${name}>`);
  for (const name of new Set(literals)) add(name, name);
  for (const [name, entries] of Object.entries(guards))
    for (const entry of entries.split(' ')) add(entry, undefined, guardBits[name as Guard]);
  for (const entry of noTypos.split(' ')) add(entry, undefined);
  return {
    forms,
    stems: groupByStart([...stems], stemKeyLength),
    mistakable: groupByStart(
      typos
        .flatMap(name => classes[name].split(' '))
        .map(entry => entryKey(entry.replace('*', '')))
        .filter(form => form.length > leastMistakable)
        .map(form => [form, forms.get(form) ?? stems.get(form) ?? unknownWord]),
      stemKeyLength,
    ),
    phrases: known,
  };
};

const groupByStart = (
  entries: readonly (readonly [string, Word])[],
  length: number,
): ReadonlyMap<string, readonly (readonly [string, Word])[]> =>
  Map.groupBy(entries, ([form]) => form.slice(0, length));

const readPhrases = (): readonly Phrase[] =>
  Object.entries(phrases).flatMap(([kind, voices]) =>
    Object.entries(voices).flatMap(([voice, sayings]) =>
      sayings
        .split(',')
        .map(saying => ({ kind: kind as Kind, voice: voice as Voice, elements: readElements(saying) })),
    ),
  );

const narrowGap = 1;
const wideGap = 4;

const gaps: Readonly<Record<string, number>> = { '..': wideGap, '=': 0 };

const readElements = (saying: string): readonly Element[] => {
  let gap = narrowGap;
  return saying
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
