import type { Attribution } from '../../report/report.ts';
import { hull, type Passage, type Stretch, spanOf } from '../passage/passage.ts';
import { type Field, fieldOf, unsure } from './field.ts';
import { clauseOf, gap, saidIn, within } from './said.ts';

/** How many words may stand between a side and what it did. */
const attackReach = 6;

/**
 * Who is said to have done it: a side that attacks in the same clause, or an attack of that side. A side that only claims,
 * denies or stands somewhere is none. It is always somebody's claim: `alleged`.
 */
export const findAttribution = (passage: Passage): Field<Attribution> | undefined => {
  const acts: readonly Stretch[] = [
    ...saidIn(passage, 'attack'),
    ...saidIn(passage, 'hit'),
    ...saidIn(passage, 'harm').filter(({ lemma }) => /вбити|убить|kill/.test(lemma)),
  ];
  const speeches = passage.all('claiming');
  const blamed = passage.all('blaming');
  const words = (stretch: Stretch): string => {
    const { start, end } = spanOf(passage, stretch);
    return passage.text.slice(start, end);
  };
  const named = saidIn(passage, 'side').filter(side => {
    const clause = clauseOf(passage, side.from);
    const speaks = speeches.some(
      verb => within(clause, verb) && verb.from >= side.to && verb.from - side.to <= 3,
    );
    const acted = acts.some(
      act => within(clause, act) && gap(act, side) <= attackReach && act.from !== side.from,
    );
    const isBlamed = blamed.some(
      verb => within(clause, verb) && side.from >= verb.to && side.from - verb.to <= 2,
    );
    const isTarget = passage.at('aimed', side.from - 1) !== undefined;
    return isBlamed || (acted && !speaks && !isTarget);
  });
  if (named.length > 0) {
    const said = new Map(named.map(side => [words(side).toLowerCase(), words(side)]));
    const options = [...said.values()].map((side): Attribution => ({ side, status: 'alleged' }));
    return fieldOf(options, spanOf(passage, hull(named)));
  }
  // "ворожий обстріл" claims a side and names none: it is asked.
  const adjectives = saidIn(passage, 'side-adjective').filter(({ to }) =>
    [to, to + 1, to + 2].some(at => passage.at('attack-noun', at) !== undefined),
  );
  if (adjectives.length === 0) return undefined;
  const claimed = adjectives.map((side): Attribution => ({ side: words(side), status: 'alleged' }));
  return unsure(claimed, spanOf(passage, hull(adjectives)));
};
