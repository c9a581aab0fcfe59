import { type Munition, munitions } from '../report/vocabulary.ts';
import { find, saysUnknown } from './finding.ts';
import { findAll, type Lexicon, lexicon } from './lexicon.ts';
import { readMunition } from './munition.ts';
import { narrow, type OptionReading, readingOf, settle } from './narrow.ts';
import { tokens } from './text.ts';
import { type VocabularyWords, vocabularies } from './words/index.ts';
import { noWords, yesWords } from './words/yes-no.ts';

/** Built when first needed: most conversations are presses. */
const built = new Map<VocabularyWords, Lexicon<readonly string[]>>();
const lexiconOf = (vocabulary: VocabularyWords): Lexicon<readonly string[]> => {
  const words = built.get(vocabulary) ?? lexicon(vocabulary.words);
  built.set(vocabulary, words);
  return words;
};

const notUnderstood = { kind: 'not_understood' } as const;

/** Codes that say less than any other beside them. */
const general = ['civilian', 'other'];

/**
 * Reads a typed answer to a question whose buttons are the codes of one vocabulary of lib/report/vocabulary.ts, or a part of
 * one. Slang, case endings, one typing error and negation are understood; "I don't know" is `unknown` where there is one.
 */
export const readOption = <Code extends string>(
  text: string,
  vocabulary: readonly Code[],
): OptionReading<Code> => {
  const inVocabulary = (code: string): code is Code => vocabulary.some(known => known === code);
  if (
    vocabulary.length > 0 &&
    vocabulary.every(code => munitions.some(known => known === code)) &&
    !same(vocabulary)
  )
    return restrict(readMunition(text).munition, inVocabulary);
  const entry =
    same(vocabulary) ?? vocabularies.find(({ codes }) => vocabulary.every(code => codes.includes(code)));
  if (!entry) return notUnderstood;
  const found = find(lexiconOf(entry), tokens(text), true);
  const codes = entry.several
    ? withoutGeneral([...new Set(found.said.flatMap(match => match.meaning))])
    : narrow(
        found.said.map(match => match.meaning),
        entry.absorbs,
      );
  return settle(
    codes.filter(inVocabulary),
    found,
    vocabulary.find(code => code === 'unknown'),
    entry.several,
  );
};

const same = (vocabulary: readonly string[]): VocabularyWords | undefined =>
  vocabularies.find(({ codes }) => codes === vocabulary);

const withoutGeneral = (codes: readonly string[]): readonly string[] => {
  const particular = codes.filter(code => !general.includes(code));
  return particular.length > 0 ? particular : codes;
};

const restrict = <Code extends string>(
  full: OptionReading<Munition>,
  allowed: (code: string) => code is Code,
): OptionReading<Code> => {
  if (full.kind === 'not_understood') return full;
  const codes: readonly string[] = full.kind === 'one' ? [full.code] : full.codes;
  return readingOf(codes.filter(allowed), false);
};

const yesNo = lexicon<'yes' | 'no'>([
  ['yes', yesWords],
  ['no', noWords],
]);

/** Reads an answer to a question of yes or no, the one about a safe distance too; undefined when it says neither or both. */
export const readYesNo = (text: string): 'yes' | 'no' | undefined => {
  const list = tokens(text);
  if (saysUnknown(list)) return undefined;
  const said = new Set(findAll(yesNo, list).map(match => match.meaning));
  const [only] = said;
  return said.size === 1 ? only : undefined;
};
