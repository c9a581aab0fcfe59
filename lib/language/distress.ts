import {
  classes,
  type Guard,
  guards,
  type Kind,
  noTypos,
  phrases,
  setApart,
  typos,
  type Voice,
} from './words/distress.ts';

/**
 * What somebody needs help for. `help` is a call that does not say; `unsaid` may be none: a bare "help", which may be about the
 * bot, or a question for the numbers alone.
 */
type Distress = Kind;

/** A text is read so far: the longest message that Telegram allows. */
const maxLength = 4096;

/**
 * Whether somebody calls for help now, in any of the languages: for themselves or for a person beside them. Undefined
 * for accounts of what is over, news, answers, and requests about the bot. In doubt between a call and a report it is a
 * call, because showing numbers costs little; what is told in the past tense, or reported of others, is none.
 *
 * Pure and total; takes time linear in the text, below 2 ms for 4,096 characters.
 */
export const recogniseDistress = (text: string): Distress | undefined => {
  lexicon ??= createLexicon();
  const passage = readPassage(text.slice(0, maxLength).replace(command, ''), lexicon);
  if (isBareHelp(passage)) return 'unsaid';
  const isLong = passage.words.filter(word => word === edge).length > 2;
  const possible = phrasesWithin(passage, lexicon);
  for (const [start, { elements }] of passage.words.entries())
    for (const element of elements)
      for (const phrase of possible.get(element) ?? []) {
        // In a longer text the question is a part of what it tells.
        const match = phrase.kind === 'unsaid' && isLong ? undefined : matchAt(passage, start, phrase);
        if (match && !isGuarded(passage, match, phrase)) return phrase.kind;
      }
  return undefined;
};

/** What a word is: elements of phrases (classes, literal words, `|`), and guards as bits. */
type Word = Readonly<{ elements: readonly string[]; guards: number }>;

/**
 * The words of a text with an edge around each sentence. An edge belongs to the sentence that it opens. `parts` count what commas
 * set apart.
 */
type Passage = Readonly<{ words: readonly Word[]; sentences: readonly number[]; parts: readonly number[] }>;

/** `gap` is how many other words may stand before an element. */
type Element = Readonly<{ name: string; gap: number }>;
type Phrase = Readonly<{ kind: Kind; voice: Voice; elements: readonly Element[] }>;

/** The places in the passage of the words that make a phrase, in order. */
type Match = readonly [number, ...number[]];

type Lexicon = Readonly<{
  forms: ReadonlyMap<string, Word>;
  /** Stems by their first letters. */
  stems: ReadonlyMap<string, readonly (readonly [stem: string, word: Word])[]>;
  /** Forms in which a mistyped letter is forgiven, by their first letter. */
  mistakable: ReadonlyMap<string, readonly (readonly [form: string, word: Word])[]>;
  phrases: readonly Phrase[];
}>;

const edge: Word = { elements: ['|'], guards: 0 };
const unknownWord: Word = { elements: [], guards: 0 };

/** Whether a text has no word but a plain "help", and whom and how politely. */
const isBareHelp = ({ words }: Passage): boolean => {
  const said = words.filter(word => word !== edge);
  const is = (name: string) => (word: Word) => word.elements.includes(name);
  return said.some(is('<plain>')) && said.every(word => is('<plain>')(word) || is('<polite>')(word));
};

/** The phrases of which every element is somewhere in the text, by their first one: few, so that most words cost nothing more. */
const phrasesWithin = (
  { words }: Passage,
  { phrases: known }: Lexicon,
): ReadonlyMap<string, readonly Phrase[]> => {
  const present = new Set([...new Set(words)].flatMap(({ elements }) => elements));
  const possible = known.filter(({ elements }) => elements.every(({ name }) => present.has(name)));
  return Map.groupBy(possible, ({ elements }) => elements[0]?.name ?? '');
};

const narrowGap = 1;
const wideGap = 4;

const matchAt = ({ words, sentences }: Passage, start: number, { elements }: Phrase): Match | undefined => {
  const match: [number, ...number[]] = [start];
  let last = start;
  for (const { name, gap } of elements.slice(1)) {
    let at = last + 1;
    const within = (place: number) =>
      place <= last + 1 + gap && (sentences[place] === sentences[start] || name === '|');
    while (within(at) && !words[at]?.elements.includes(name)) at++;
    if (!within(at)) return undefined;
    match.push(at);
    last = at;
  }
  return match;
};

const guardBits = Object.fromEntries(
  Object.keys(guards).map((name, index) => [name, 1 << index]),
) as Readonly<Record<Guard, number>>;

const holds = ({ words }: Passage, at: number, guard: Guard): boolean =>
  ((words[at]?.guards ?? 0) & guardBits[guard]) !== 0;

/** Whether words around a phrase tell that it is no call for help. The numbers are words before it and after it. */
const isGuarded = (passage: Passage, match: Match, { kind, voice }: Phrase): boolean => {
  const has = (guard: Guard, before: number, after: number) => hasNear(passage, match, guard, before, after);
  const isNow = isStillSo(passage, match);
  if (isDenied(passage, match) || has('past', 2, 3) || has('slight', 0, 2)) return true;
  if (!isNow && has('ago', 6, 6) && !has('since', 3, 3)) return true;
  if (!isNow && isOver(passage, match)) return true;
  switch (voice) {
    case 'own':
      return kind === 'injured' && isSafeSince(passage, match);
    case 'holder':
      return isOfOthers(passage, match);
    case 'others':
      return (
        isOfOthers(passage, match) ||
        isOfNobody(passage, match) ||
        has('found', 5, 5) ||
        has('may', 3, 3) ||
        (startsWith(passage, match, '<under>') && holds(passage, match[0] - 1, 'since'))
      );
    case 'ask':
      return has('shouted', 4, 2) || has('bot', 6, 6) || has('how', 4, 0) || isSupposed(passage, match);
  }
};

const startsWith = ({ words }: Passage, match: Match, name: string): boolean =>
  words[match[0]]?.elements.includes(name) === true;

/** Right beside it, and not set apart from it, that it is so of nobody. */
const isOfNobody = (passage: Passage, match: Match): boolean => {
  const { parts } = passage;
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 2; at <= end + 2; at++)
    if (
      holds(passage, at, 'none') &&
      !match.includes(at) &&
      (parts[at] === parts[match[0]] || parts[at] === parts[end])
    )
      return true;
  return false;
};

/** Reported, seen on a screen, or supposed. */
const isOfOthers = (passage: Passage, match: Match): boolean =>
  isSaid(passage, match) || hasNear(passage, match, 'media', 12, 12) || isSupposed(passage, match);

/** Told with where the person is since, apart from it: "I am at home now", "already at home". */
const isSafeSince = (passage: Passage, match: Match): boolean => {
  const { words, parts } = passage;
  const is = (at: number, name: string) => words[at]?.elements.includes(name) === true;
  return words.some(
    (_, at) =>
      is(at, '<athome>') &&
      !match.some(one => parts[one] === parts[at]) &&
      [at - 3, at - 2, at - 1, at + 1].some(
        beside =>
          parts[beside] === parts[at] && (holds(passage, beside, 'now') || holds(passage, beside, 'since')),
      ),
  );
};

/** Whether a guard stands between the words of a phrase or near them, in the same sentence. */
const hasNear = (passage: Passage, match: Match, guard: Guard, before: number, after: number): boolean => {
  const { sentences } = passage;
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - before; at <= end + after; at++)
    if (sentences[at] === sentences[match[0]] && holds(passage, at, guard) && !match.includes(at))
      return true;
  return false;
};

/** A denial right before the phrase and in no part of its own, or between its words. */
const isDenied = (passage: Passage, match: Match): boolean => {
  const { parts } = passage;
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 1; at <= end; at++)
    if (!match.includes(at) && holds(passage, at, 'not') && (at > match[0] || parts[at] === parts[match[0]]))
      return true;
  return false;
};

/** Told as of now. "Still" before a date ("ещё в июле") is of then. */
const isStillSo = (passage: Passage, match: Match): boolean => {
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 3; at <= end + 3; at++)
    if (
      passage.sentences[at] === passage.sentences[match[0]] &&
      holds(passage, at, 'now') &&
      !match.includes(at) &&
      !holds(passage, at + 1, 'ago') &&
      !holds(passage, at + 2, 'ago')
    )
      return true;
  return false;
};

/** Reported by officials or news; not where they are said to be missing. */
const isSaid = (passage: Passage, match: Match): boolean => {
  const { sentences } = passage;
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 12; at <= end + 12; at++)
    if (
      sentences[at] === sentences[match[0]] &&
      holds(passage, at, 'said') &&
      !match.includes(at) &&
      ![at - 2, at - 1, at + 1, at + 2].some(beside => holds(passage, beside, 'not'))
    )
      return true;
  return false;
};

/** After an "if", unless it is "if somebody hears us". */
const isSupposed = (passage: Passage, match: Match): boolean => {
  for (let at = match[0] - 8; at < match[0]; at++)
    if (
      passage.sentences[at] === passage.sentences[match[0]] &&
      holds(passage, at, 'supposed') &&
      ![1, 2, 3].some(after => holds(passage, at + after, 'reads'))
    )
      return true;
  return false;
};

/** Told with its end, which the next sentence may tell: "they were got out". Not where that is denied. */
const isOver = (passage: Passage, match: Match): boolean => {
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 8; at <= end + 10; at++)
    if (holds(passage, at, 'over') && !holds(passage, at - 1, 'not') && !match.includes(at)) return true;
  return false;
};

/**
 * Words, and the ends of sentences; an ellipsis is a pause. Letters are those of the three languages: Unicode's classes cost
 * milliseconds at a cold start.
 */
const pieces = /[a-zа-яёєіїґ][a-zа-яёєіїґ'’‘ʼʻ`´′]*|\ud83c\udd98|\.{2,}|[.!?\n;]+|[,:()–—]/gi;
const partEnd = /^[,:()–—]$/;
const sentenceEnd = /^\.?[!?\n;]|^\.$/;
/** "/help" is a command. */
const command = /^\s*\/\S+/;
const apostrophes = /['’‘ʼʻ`´′]/g;
const contractions: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z]+)['’](re|m|s)\b/gi, '$1 $2'],
  [/\b([a-z]+)['’]ve\b/gi, '$1'],
  [/\bre\b/gi, 'are'],
  [/\bi ?m\b/gi, 'i am'],
  [/\bs\b/gi, 'is'],
  [/\bno one\b/gi, 'noone'],
  [/[- ](?=н[еи]будь)/gi, ''],
];

/** Stress marks and invisible characters, which change no word. */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .normalize('NFC');

const readPassage = (text: string, known: Lexicon): Passage => {
  const words: Word[] = [edge];
  const sentences: number[] = [0];
  const seen = new Map<string, Word>();
  const parts: number[] = [0];
  let sentence = 0;
  let part = 0;
  const plain = contractions.reduce((so, [from, to]) => so.replace(from, to), withoutMarks(text));
  for (const [piece] of plain.matchAll(pieces)) {
    if (partEnd.test(piece)) {
      part++;
      continue;
    }
    const isEnd = sentenceEnd.test(piece);
    if (isEnd && words.at(-1) === edge) continue;
    if (isEnd) {
      sentence++;
      part++;
    }
    const word = isEnd ? edge : (seen.get(piece) ?? wordOf(piece, known));
    seen.set(piece, word);
    words.push(word);
    sentences.push(sentence);
    parts.push(part);
  }
  return { words: [...words, edge], sentences: [...sentences, sentence + 1], parts: [...parts, part + 1] };
};

const wordOf = (piece: string, known: Lexicon): Word => {
  if (piece.toLowerCase() === setApart) return unknownWord;
  const form = keyOf(piece);
  // A word in Latin letters is English, or one of the other languages transliterated.
  const english = isLatin(piece) ? findForm(englishKey(piece), known) : undefined;
  return english ?? findForm(form, known) ?? unknownWord;
};

const stemKeyLength = 2;
const leastMistakable = 5;

const findForm = (form: string, { forms, stems, mistakable }: Lexicon): Word | undefined => {
  const whole = forms.get(form);
  const start = form.slice(0, stemKeyLength);
  const stem = stems.get(start)?.find(([stem]) => form.startsWith(stem))?.[1];
  if (whole && stem)
    return { elements: [...whole.elements, ...stem.elements], guards: whole.guards | stem.guards };
  if (whole || stem || form.length < leastMistakable) return whole ?? stem;
  return mistakable.get(start)?.find(([other]) => isLetterAway(form, other))?.[1];
};

/** One letter is wrong, missing or too much, or two neighbours are exchanged. */
const isLetterAway = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
};

const isLatin = (word: string): boolean => /^[a-z]/i.test(word);

/** English is not folded like the others, and told apart from what they are folded to. */
const englishKey = (word: string): string =>
  `~${word
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(/(.)\1+/g, '$1')}`;

/** Cyrillic letters as people write them in Latin. */
const romanisation: Readonly<Record<string, string>> = Object.fromEntries(
  'аa бb вv гh ґh дd еe єye ёe жzh зz иi іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsh ь ъ ыi эe юyu яya'
    .split(' ')
    .map(([letter = '', ...latin]) => [letter, latin.join('')]),
);

/** Letters written with two or more, each as a letter that is used for nothing else here. */
const digraphs = /shch|sch|sh|zh|ch|kh|ts/g;
const digraphLetters: Readonly<Record<string, string>> = {
  shch: 'w',
  sch: 'w',
  sh: 'w',
  zh: 'z',
  ch: 'q',
  kh: 'h',
  ts: 'c',
};
const alike: Readonly<Record<string, string>> = { g: 'h', x: 'h', y: 'i', j: 'i', o: 'a' };

/** A word in the one spelling in which words are compared: Latin, without what people mix up, leave out or repeat. */
const keyOf = (word: string): string => {
  let latin = '';
  for (const letter of word.toLowerCase().replace(apostrophes, '')) latin += romanisation[letter] ?? letter;
  // "Я" stays apart from "а".
  if (latin.length < 3) return latin;
  const single = latin.replaceAll('w', 'v').replace(digraphs, letters => digraphLetters[letters] ?? letters);
  let key = '';
  for (let at = 0; at < single.length; at++) {
    const letter = single[at] ?? '';
    if ('yij'.includes(letter) && vowels.has(single[at + 1] ?? '')) continue;
    const folded = alike[letter] ?? letter;
    if (folded !== key.at(-1)) key += folded;
  }
  return key;
};

const vowels: ReadonlySet<string> = new Set('aeou');

const entryKey = (entry: string): string => (isLatin(entry) ? englishKey(entry) : keyOf(entry));

type MutableWord = { elements: string[]; guards: number };

/** Made when the first text is read, and kept. */
let lexicon: Lexicon | undefined;

const createLexicon = (): Lexicon => {
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
