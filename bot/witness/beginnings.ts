import type { Answers } from '../../lib/report/report.ts';
import type { Beginning } from '../callbacks/witness.ts';
import type { Catalogue } from '../locales/catalogue.ts';

/** What each beginning answers. That something lay there tells what was seen of it, and of an attack nothing does. */
const answersOf: Readonly<Record<Beginning, Partial<Answers>>> = {
  attack: { phase: 'attack' },
  found: { phase: 'remnant', effect: 'object_found_unexploded' },
  touched: { phase: 'remnant', effect: 'explosion_when_touched' },
  unknown: { phase: 'unknown' },
};

export const answersOfBeginning = (what: Beginning | undefined): Partial<Answers> =>
  what === undefined ? {} : answersOf[what];

/** What a beginning is called on its button. */
export const beginningLabels = ({
  terms: { phases },
  witness,
}: Catalogue): Readonly<Record<Beginning, string>> => ({
  attack: phases.attack,
  found: phases.remnant,
  touched: witness.phase.touched,
  unknown: phases.unknown,
});
