import {
  areas,
  attributionStatuses,
  deliveries,
  effects,
  knownBys,
  type Munition,
  phases,
  rejectionReasons,
  sources,
} from '../../report/vocabulary.ts';
import { findIn, saysUnknown } from '../passage/finding.ts';
import { readPassage } from '../passage/passage.ts';
import { areMunitions, readMunition } from './munition.ts';
import { narrow, type OptionReading, readingOf, settle } from './narrow.ts';

/** A vocabulary, the families of its words, and which code is meant where two are named. */
type Vocabulary = Readonly<{
  codes: readonly string[];
  /** Looked at in turn: the first that says anything counts. */
  families: readonly string[];
  absorbs: Readonly<Record<string, readonly string[]>>;
  several: boolean;
}>;

const own = ['told', 'own_eyes', 'own_ears', 'aftermath'];

/** All vocabularies but the munitions, which say more than a code. */
const vocabularies: readonly Vocabulary[] = [
  { codes: phases, families: ['phase'], absorbs: {}, several: false },
  {
    codes: effects,
    families: ['effect', 'effect-answer'],
    absorbs: {
      drone_then_explosion: ['one_big_explosion', 'many_small_explosions'],
      explosion_when_touched: ['one_big_explosion', 'many_small_explosions', 'object_found_unexploded'],
      object_found_unexploded: ['one_big_explosion', 'many_small_explosions'],
    },
    several: false,
  },
  {
    codes: deliveries,
    families: ['delivery'],
    absorbs: { rocket_launcher: ['missile', 'artillery_shell'], drone: ['planted'] },
    several: false,
  },
  {
    codes: knownBys,
    families: ['known-by'],
    // Who saw it need not have heard of it; what others told is not one's own seeing; a guess is said beside a reason.
    absorbs: {
      told: ['saw', 'heard', 'guess'],
      saw: ['heard', 'guess'],
      heard: ['guess'],
      remains: ['saw', 'guess'],
    },
    several: false,
  },
  { codes: areas, families: ['area'], absorbs: {}, several: true },
  {
    codes: sources,
    families: ['institution', 'source-answer'],
    absorbs: {
      prosecutor: [...own, 'social_media', 'regional_administration', 'newsroom', 'government'],
      regional_administration: [...own, 'social_media', 'government'],
      government: [...own, 'social_media'],
      united_nations: [...own, 'social_media', 'monitor'],
      monitor: [...own, 'social_media'],
      newsroom: [...own, 'social_media'],
      ngo: [...own, 'social_media'],
      social_media: own,
      told: ['own_eyes', 'own_ears', 'aftermath'],
      own_eyes: ['own_ears'],
    },
    several: false,
  },
  {
    codes: attributionStatuses,
    families: ['attribution'],
    absorbs: { contested: ['alleged'] },
    several: false,
  },
  { codes: rejectionReasons, families: ['rejection'], absorbs: {}, several: false },
];

const notUnderstood = { kind: 'not_understood' } as const;

/** Codes that say less than any other beside them. */
const general: ReadonlySet<string> = new Set(['civilian', 'other']);

/**
 * Reads a typed answer to a question whose buttons are the codes of one vocabulary of lib/report/vocabulary.ts, or a part of
 * one. Slang, case endings, one typing error and negation are understood; "I don't know" is `unknown` where there is one.
 */
export const readOption = <Code extends string>(
  text: string,
  vocabulary: readonly Code[],
): OptionReading<Code> => {
  const inVocabulary = (code: string): code is Code => vocabulary.some(known => known === code);
  const same = vocabularies.find(({ codes }) => codes === vocabulary);
  if (!same && areMunitions(vocabulary)) return restrict(readMunition(text).munition, inVocabulary);
  const entry = same ?? vocabularies.find(({ codes }) => vocabulary.every(code => codes.includes(code)));
  if (!entry) return notUnderstood;
  const passage = readPassage(text);
  const readings = [false, true].flatMap(typos =>
    entry.families.map(family => findIn(passage, family, typos)),
  );
  const found = readings.find(({ said }) => said.length > 0) ?? readings[0];
  if (!found) return notUnderstood;
  const meanings = found.said.map(({ value }) => value.split('|'));
  const codes = entry.several
    ? withoutGeneral([...new Set(meanings.flat())])
    : narrow(meanings, entry.absorbs);
  const unknown = vocabulary.find(code => code === 'unknown');
  return settle(codes.filter(inVocabulary), found, unknown, entry.several);
};

const withoutGeneral = (codes: readonly string[]): readonly string[] => {
  const particular = codes.filter(code => !general.has(code));
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

/** Reads an answer to a question of yes or no, the one about a safe distance too; undefined when it says neither or both. */
export const readYesNo = (text: string): 'yes' | 'no' | undefined => {
  const passage = readPassage(text);
  if (saysUnknown(passage)) return undefined;
  const said = new Set(passage.all('yes-no').map(({ value }) => value));
  const [only] = said;
  return said.size === 1 && (only === 'yes' || only === 'no') ? only : undefined;
};
