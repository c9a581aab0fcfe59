import {
  areas,
  attributionStatuses,
  deliveries,
  effects,
  knownBys,
  phases,
  rejectionReasons,
  sources,
} from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';
import { areaWords } from './area.ts';
import { attributionWords } from './attribution.ts';
import { deliveryWords } from './delivery.ts';
import { effectWords } from './effect.ts';
import { knownByWords } from './known-by.ts';
import { phaseWords } from './phase.ts';
import { rejectionWords } from './rejection.ts';
import { sourceWords } from './source.ts';

/** A vocabulary, its words, and which code is meant where two are named. */
export type VocabularyWords = Readonly<{
  codes: readonly string[];
  words: readonly Entry<readonly string[]>[];
  absorbs: Readonly<Record<string, readonly string[]>>;
  several: boolean;
}>;

const own = ['told', 'own_eyes', 'own_ears', 'aftermath'];

/** All vocabularies but the munitions, which words/munition.ts describes with what carried them. */
export const vocabularies: readonly VocabularyWords[] = [
  { codes: phases, words: phaseWords, absorbs: {}, several: false },
  {
    codes: effects,
    words: effectWords,
    absorbs: {
      drone_then_explosion: ['one_big_explosion', 'many_small_explosions'],
      explosion_when_touched: ['one_big_explosion', 'many_small_explosions', 'object_found_unexploded'],
      object_found_unexploded: ['one_big_explosion', 'many_small_explosions'],
    },
    several: false,
  },
  {
    codes: deliveries,
    words: deliveryWords,
    absorbs: { rocket_launcher: ['missile', 'artillery_shell'], drone: ['planted'] },
    several: false,
  },
  {
    codes: knownBys,
    words: knownByWords,
    // Who saw it need not have heard of it; what others told is not one's own seeing; a guess is said beside a reason.
    absorbs: {
      told: ['saw', 'heard', 'guess'],
      saw: ['heard', 'guess'],
      heard: ['guess'],
      remains: ['saw', 'guess'],
    },
    several: false,
  },
  { codes: areas, words: areaWords, absorbs: {}, several: true },
  {
    codes: sources,
    words: sourceWords,
    // An institution is the source of what its channel posts and what it is said to have said.
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
    words: attributionWords,
    absorbs: { contested: ['alleged'] },
    several: false,
  },
  { codes: rejectionReasons, words: rejectionWords, absorbs: {}, several: false },
];
