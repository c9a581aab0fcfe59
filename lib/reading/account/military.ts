import { find } from '../finding.ts';
import { lexicon } from '../lexicon.ts';
import { militaryTelling } from '../words/account.ts';
import { stretchOf } from './happening.ts';
import { type Passage, type Span, spanOf } from './passage.ts';

const positions = lexicon(militaryTelling);

/** Where a text says where troops or their things are, or were. Publishing that is punishable, and a report is held for it. */
export const findMilitaryPosition = (whole: Passage): Span | undefined => {
  const { said } = find(positions, whole.tokens, false);
  return said.length > 0 ? spanOf(whole, stretchOf(said)) : undefined;
};
