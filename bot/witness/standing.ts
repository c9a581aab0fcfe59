import type { Draft } from '../../lib/report/draft.ts';
import { munitionTraits } from '../../lib/report/vocabulary.ts';

/** How a draft leaves the person: what screens must know before the interview is loaded. */

/** Whether the report is about an object that may still explode. */
export const isDangerous = ({ answers }: Draft): boolean =>
  answers.phase === 'remnant' ||
  answers.effect === 'object_found_unexploded' ||
  (answers.munition !== undefined && munitionTraits[answers.munition].found !== undefined);

/** Whether the person may be beside the object: they have not said yet that they are away from it. */
export const isBesideObject = (draft: Draft): boolean => isDangerous(draft) && draft.safe !== true;

/** Half-answer of the question `place`: the phone's own button for sending a location is open. */
export const locating = 'locating';

/** Whether the phone's own button for sending a location is to be open below the chat. */
export const isLocating = (draft: Draft | undefined): boolean =>
  draft?.at === 'place' && draft.pending?.place === locating;

/** Whether no more was told than what is reported. A press delivered twice begins one draft, of which nothing is to be resumed. */
export const isJustBegun = ({ answers, revises, safe }: Draft): boolean =>
  !revises && !safe && Object.keys(answers).every(name => name === 'phase' || name === 'effect');
