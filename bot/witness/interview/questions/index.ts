import type { Question, Section } from '../question.ts';
import { account } from './account.ts';
import { areas } from './areas.ts';
import { injured, killed } from './casualties.ts';
import { delivery } from './delivery.ts';
import { effect } from './effect.ts';
import { evidence } from './evidence.ts';
import { hour } from './hour.ts';
import { knownBy } from './known-by.ts';
import { munition } from './munition.ts';
import { phase } from './phase.ts';
import { place } from './place.ts';
import { region } from './region.ts';
import { safety } from './safety.ts';
import { source } from './source.ts';
import { sourceDetails } from './source-details.ts';
import { time } from './time.ts';

/** Every question, in the order in which they are asked. A new one is one file and one line here, and its words. */
export const questions: readonly Question[] = [
  phase,
  safety,
  place,
  region,
  time,
  hour,
  effect,
  munition,
  delivery,
  knownBy,
  killed,
  injured,
  areas,
  source,
  ...sourceDetails,
  account,
  evidence,
];

/** The steps that progress counts, in their order. */
export const sections: readonly Section[] = [...new Set(questions.map(({ section }) => section))];
