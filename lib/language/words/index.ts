import { withWomen } from '../lexicon/feminine.ts';
import { type Lexicon, lexicon, rowsOf } from '../lexicon/lexicon.ts';
import { answerWords } from './answer.ts';
import { areaWords } from './area.ts';
import { clauseWords } from './clause.ts';
import { fillerWords } from './filler.ts';
import { happeningWords } from './happening.ts';
import { harmWords } from './harm.ts';
import { munitionWords } from './munition.ts';
import { numberWords } from './number.ts';
import { peopleWords } from './people.ts';
import { placeWords } from './place.ts';
import { sourceWords } from './source.ts';
import { timeWords } from './time.ts';

/** Every file of words. A word is added in one of them, and nowhere else. */
export const files: Readonly<Record<string, string>> = {
  answer: answerWords,
  area: areaWords,
  clause: clauseWords,
  filler: fillerWords,
  happening: happeningWords,
  harm: harmWords,
  munition: munitionWords,
  number: numberWords,
  people: peopleWords,
  place: placeWords,
  source: sourceWords,
  time: timeWords,
};

let built: Lexicon | undefined;

/** The lexicon, built when the first text is read. */
export const words = (): Lexicon => {
  built ??= lexicon(withWomen(Object.values(files).flatMap(rowsOf)));
  return built;
};
