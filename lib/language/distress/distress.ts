import type { Kind } from '../words/distress.ts';
import { isGuarded, type Match } from './guards.ts';
import { createLexicon, edge, type Lexicon, type Phrase, type Word } from './lexicon.ts';
import { type Passage, readPassage } from './passage.ts';

/**
 * What somebody needs help for. `help` is a call that does not say; `unsaid` may be none: a bare "help", which may be about the
 * bot, or a question for the numbers alone.
 */
type Distress = Kind;

/** A text is read so far: the longest message that Telegram allows. */
const maxLength = 4096;

/** "/help" is a command. */
const command = /^\s*\/\S+/;
/** Made when the first text is read, and kept. */
let lexicon: Lexicon | undefined;

/**
 * Whether somebody calls for help now, in any of the languages: for themselves or for a person beside them. Undefined
 * for accounts of what is over, news, answers, and requests about the bot. In doubt between a call and a report it is a
 * call, because showing numbers costs little; what is told in the past tense, or reported of others, is none.
 *
 * Pure and total; takes time linear in the text, below 5 ms for 4,096 characters.
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
