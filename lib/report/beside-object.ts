import type { Draft } from './draft.ts';
import { munitionTraits } from './vocabulary.ts';

/** Whether the report is about an object that may still explode. */
export const isDangerous = ({ answers }: Draft): boolean =>
  answers.phase === 'remnant' ||
  answers.effect === 'object_found_unexploded' ||
  (answers.munition !== undefined && munitionTraits[answers.munition].found !== undefined);

/** Whether the person may be beside the object: they have not said yet that they are away from it. */
export const isBesideObject = (draft: Draft): boolean => isDangerous(draft) && draft.safe !== true;
