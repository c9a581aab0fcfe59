import { nearlySame, spellingKey } from '../text/spelling.ts';
import { fold } from '../text/text.ts';
import {
  type Form,
  formsOf,
  type GrammaticalNumber,
  type Language,
  languages,
  type Part,
} from './paradigm.ts';

/**
 * The one list of words. A file of `words/` is rows of data:
 *
 *     who:women                     a sense: the family of words that it belongs to, and what it means there
 *       uk n: жін(о)ка, бабуся      lemmas of one language and part of speech; `paradigm.ts` makes their forms
 *       en w: of them               a saying that does not change
 *       uk w: швидкий~ допомога~    a saying of which the marked words change
 *
 * In a saying a hyphen joins what is written together or with a dash (`с-300` finds С-300 and С300), and `..` stands for up
 * to three other words of the sentence. `@capital` after a sense: only where written with a capital. `#` begins a remark.
 */
type Sense = Readonly<{ family: string; value: string; lemma: string; capital: boolean }>;

/** A word or saying found: tokens `from` (inclusive) to `to` (exclusive). */
export type Found = Sense & Readonly<{ from: number; to: number; number: GrammaticalNumber }>;

/** One word of a saying: in which forms, whether glued to the one before, how many words may stand before it. */
type Element = Readonly<{ forms: ReadonlySet<string>; glued: boolean; gap: number }>;
type Entry = Readonly<{ sense: Sense; number: GrammaticalNumber; rest: readonly Element[] }>;

type Index = Readonly<{
  get: (word: string) => readonly Entry[] | undefined;
  has: (word: string) => boolean;
}>;

export type Lexicon = Readonly<{
  /** What begins with a word, folded. */
  entries: Index;
  /** The same by a spelling in which the languages, and their transliterations, are one; for words not in `entries`. */
  alike: Index;
  families: ReadonlySet<string>;
  /** The single words of some families, by form. */
  wordsOf: (isMeant: (family: string) => boolean) => ReadonlyMap<string, readonly Entry[]>;
}>;

/** How many words `..` stands for, at most. */
const gapWords = 3;

export type Row = Readonly<{ sense: Sense; language: Language; part: Part; lemma: string }>;

const isLanguage = (text: string): text is Language => languages.some(language => language === text);
const isPart = (text: string): text is Part => /^[navw]$/.test(text);

/** The rows of a file of words. A row that cannot be read is a fault of the file, and is thrown. */
export const rowsOf = (file: string): readonly Row[] => {
  const rows: Row[] = [];
  let heading: Omit<Sense, 'lemma'> | undefined;
  for (const line of file.split('\n')) {
    const text = line.replace(/#.*$/, '').trimEnd();
    if (text === '') continue;
    if (!text.startsWith(' ')) {
      const [sense = '', guard] = text.split(' ');
      const [family = '', value = ''] = sense.split(':');
      heading = { family, value, capital: guard === '@capital' };
      continue;
    }
    const [head = '', list = ''] = text.split(/:(.*)/s);
    const [language = '', part = ''] = head.trim().split(' ');
    if (!heading || !isLanguage(language) || !isPart(part)) throw new Error(`No row of words: ${line}`);
    for (const entry of list.split(',')) {
      const lemma = entry.trim();
      if (lemma !== '') rows.push({ sense: { ...heading, lemma: nameOf(lemma) }, language, part, lemma });
    }
  }
  return rows;
};

/** A lemma without its marks. */
const nameOf = (lemma: string): string => lemma.replace(/^[sp]\.|[()~]|[=/+].*$/g, '');

/** Of a word marked as changing, its part of speech by its ending. */
const partOf = (lemma: string): Part => {
  if (/[иіыо]й$/.test(lemma)) return 'a';
  return /(ти|ть|тися|ться)$/.test(lemma) && !/(сть)$/.test(lemma) ? 'v' : 'n';
};

const elementsOf = (saying: string, language: Language): readonly (Element & { list: readonly Form[] })[] => {
  let gap = 0;
  return saying.split(' ').flatMap(word => {
    if (word === '..') {
      gap = gapWords;
      return [];
    }
    const before = gap;
    gap = 0;
    const isChanging = word.endsWith('~');
    const pieces = isChanging || word === '-' ? [word] : word.split('-');
    return pieces.map((piece, index) => {
      const lemma = piece.replace(/~$/, '');
      const list = isChanging ? formsOf(lemma, language, partOf(lemma)) : formsOf(piece, language, 'w');
      const forms = new Set(list.map(form => fold(form.text)));
      return { list, forms, glued: index > 0, gap: index > 0 ? 0 : before };
    });
  });
};

/** How many letters the forms of a word surely share. */
const startLength = 3;
/** Of shorter lemmas even the first letters may change. */
const shortestRoot = 5;
const shortestVerb = 7;

const startOf = (word: string): string => word.slice(0, startLength);

/** What the forms of a row begin with: enough to tell where to look for it. */
const headsOf = (row: Row): readonly string[] => {
  const { part, lemma } = row;
  if (part === 'w' && !lemma.includes('~')) return [firstOf(lemma)];
  if (lemma.includes('=')) return lemma.replace(/^[sp]\./, '').split(/[=|]/);
  const first = isSaying(row) ? (lemma.split(' ')[0] ?? '').replace(/~$/, '') : lemma;
  const heads = first.replace(/\+[^/]*/, '').split(/[/,]/);
  const full = heads.flatMap(head => (head.includes('(') ? vowels(head) : [head]));
  const shortest = part === 'v' ? shortestVerb : shortestRoot;
  return full.every(head => head.length >= shortest) ? full : formsOfFirst(row).map(({ text }) => text);
};

const vowels = (head: string): readonly string[] => [head.replace(/[()]/g, ''), head.replace(/\(.\)/g, '')];

const firstOf = (saying: string): string => /^(?:- |-$|[^ -]+|.)/u.exec(saying)?.[0].trim() ?? saying;

const isSaying = ({ part, lemma }: Omit<Row, 'sense'>): boolean =>
  (part === 'n' && lemma.includes(' ')) || (part === 'w' && /[\p{L}\p{N}.][ ~-]|- -/u.test(lemma));

/** Of an English compound the last word changes: "aid worker", "aid workers". */
const elementsOfRow = (row: Omit<Row, 'sense'>): readonly (Element & { list: readonly Form[] })[] =>
  isSaying(row) ? elementsOf(row.part === 'n' ? `${row.lemma}~` : row.lemma, row.language) : [];

const formsOfFirst = (row: Omit<Row, 'sense'>): readonly Form[] =>
  elementsOfRow(row)[0]?.list ?? formsOf(row.lemma, row.language, row.part);

const addEntry = (into: Map<string, Entry[]>, form: string, entry: Entry): void => {
  const list = into.get(form);
  const last = list?.at(-1);
  if (!list) into.set(form, [entry]);
  else if (last?.sense !== entry.sense || last.rest !== entry.rest) list.push(entry);
  // One form of a lemma in several cases: of one and of several it is neither.
  else if (last.number !== entry.number) list[list.length - 1] = { ...last, number: undefined };
};

type Placed = Readonly<{ row: Row; heads: readonly string[] }>;
type Spelling = Readonly<{
  keyOf: (form: string) => string;
  isMeant: (entry: Entry, form: string) => boolean;
}>;

const asWritten: Spelling = { keyOf: form => form, isMeant: () => true };
/** Of single words that are long enough. */
const asHeard: Spelling = {
  keyOf: spellingKey,
  isMeant: ({ rest }, form) => rest.length === 0 && form.length >= shortestAlike,
};

/** Rows by what their forms begin with; the forms of those that begin alike are made when one is first looked for. */
const indexOf = (rows: readonly Placed[], { keyOf, isMeant }: Spelling): Index => {
  let byStart: Map<string, Row[]> | undefined;
  const placed = (): Map<string, Row[]> => {
    const starts = new Map<string, Row[]>();
    for (const { row, heads } of rows)
      for (const head of heads) {
        const start = startOf(keyOf(head));
        const list = starts.get(start);
        if (!list) starts.set(start, [row]);
        else if (list.at(-1) !== row) list.push(row);
      }
    return starts;
  };
  const made = new Map<string, ReadonlyMap<string, readonly Entry[]>>();
  const entriesFrom = (start: string): ReadonlyMap<string, readonly Entry[]> => {
    const known = made.get(start);
    if (known) return known;
    byStart ??= placed();
    const entries = new Map<string, Entry[]>();
    for (const row of byStart.get(start) ?? []) {
      const [first, ...rest] = elementsOfRow(row);
      for (const { text, number } of first?.list ?? formsOf(row.lemma, row.language, row.part)) {
        const folded = fold(text);
        const key = keyOf(folded);
        const entry = { sense: row.sense, number, rest };
        if (startOf(key) === start && isMeant(entry, folded)) addEntry(entries, key, entry);
      }
    }
    made.set(start, entries);
    return entries;
  };
  const get = (word: string): readonly Entry[] | undefined => entriesFrom(startOf(word)).get(word);
  return { get, has: word => get(word) !== undefined };
};

/** More of a head than this is not looked at. */
const headLength = 6;

/** A lexicon of rows. What a row comes to is made when a text needs it. */
export const lexicon = (rows: readonly Row[]): Lexicon => {
  const placed = rows.map(
    (row): Placed => ({ row, heads: headsOf(row).map(head => fold(head.slice(0, headLength))) }),
  );
  return {
    entries: indexOf(placed, asWritten),
    alike: indexOf(
      placed.filter(({ row }) => row.language !== 'en'),
      asHeard,
    ),
    families: new Set(rows.map(({ sense }) => sense.family)),
    wordsOf: isMeant => {
      const words = new Map<string, Entry[]>();
      for (const row of rows)
        if (isMeant(row.sense.family) && !isSaying(row))
          for (const { text, number } of formsOf(row.lemma, row.language, row.part))
            addEntry(words, fold(text), { sense: row.sense, number, rest: [] });
      return words;
    },
  };
};

/** Shorter words are too like each other to be known by a spelling that is not theirs. */
const shortestAlike = 5;

/** What begins with a word: as it is written, or else as it might be spelt by somebody who mixes languages or alphabets. */
export const entriesOf = ({ entries, alike }: Lexicon, word: string): readonly Entry[] =>
  entries.get(word) ?? (word.length >= shortestAlike ? (alike.get(spellingKey(word)) ?? []) : []);

/** The single words of each family, made when first asked for. */
const families = new WeakMap<Lexicon, Map<string, readonly (readonly [form: string, sense: Sense])[]>>();

const wordsOf = (lexicon: Lexicon, family: string): readonly (readonly [form: string, sense: Sense])[] => {
  const made = families.get(lexicon) ?? new Map<string, readonly (readonly [string, Sense])[]>();
  families.set(lexicon, made);
  const known = made.get(family);
  if (known) return known;
  const words = [...lexicon.wordsOf(one => one === family)].flatMap(([form, list]) =>
    form.length >= shortestAlike ? list.map(({ sense }) => [form, sense] as const) : [],
  );
  made.set(family, words);
  return words;
};

/** The single words of a family that differ from a word by one typing error. For answers, where a word stands for itself. */
export const mistyped = (lexicon: Lexicon, family: string, word: string): readonly Sense[] => {
  if (word.length < shortestAlike) return [];
  const near = wordsOf(lexicon, family).filter(
    ([form]) => Math.abs(form.length - word.length) <= 1 && nearlySame(form, word),
  );
  return [...new Set(near.map(([, sense]) => sense))];
};

type Piece = Readonly<{ text: string; glued: boolean; sentence: number }>;

/** A dash or a quotation mark between two words of a saying does not matter. */
const passable = new Set(['-', '"', '«', '»', '“', '”', '„', "'"]);

type BySecond = Readonly<{ always: readonly Entry[]; second: ReadonlyMap<string, readonly Entry[]> }>;

const bySecond = new WeakMap<readonly Entry[], BySecond>();

/** Fewer entries are tried one by one. */
const fewEntries = 8;

/** Of what begins with a word, what the token after it may go on with. */
export const entriesBefore = (
  entries: readonly Entry[],
  tokens: readonly Piece[],
  next: number,
): readonly Entry[] => {
  if (entries.length <= fewEntries) return entries;
  let sorted = bySecond.get(entries);
  if (!sorted) {
    const second = new Map<string, Entry[]>();
    for (const entry of entries) {
      const [element] = entry.rest;
      if (!element || element.gap > 0) continue;
      for (const form of element.forms) {
        const list = second.get(form);
        if (list) list.push(entry);
        else second.set(form, [entry]);
      }
    }
    sorted = { always: entries.filter(({ rest: [element] }) => !element || element.gap > 0), second };
    bySecond.set(entries, sorted);
  }
  const after = tokens[next]?.text ?? '';
  const beyond = passable.has(after) ? (tokens[next + 1]?.text ?? '') : undefined;
  const ahead = [...(sorted.second.get(after) ?? []), ...((beyond && sorted.second.get(beyond)) || [])];
  return ahead.length === 0 ? sorted.always : [...sorted.always, ...ahead];
};

/** The token after a saying whose first word stands at `from`; undefined when the rest does not follow. */
export const endOf = (
  tokens: readonly Piece[],
  from: number,
  rest: readonly Element[],
): number | undefined => {
  let at = from + 1;
  const sentence = tokens[from]?.sentence;
  for (const { forms, glued, gap } of rest) {
    const between = tokens[at];
    if (between && passable.has(between.text) && !forms.has(between.text) && (!glued || between.glued)) at++;
    if (glued && !tokens[at]?.glued) return undefined;
    const last = at + gap;
    while (at < last && tokens[at]?.sentence === sentence && !forms.has(tokens[at]?.text ?? '')) at++;
    const token = tokens[at];
    if (!token || token.sentence !== sentence || !forms.has(token.text)) return undefined;
    at++;
  }
  return at;
};
