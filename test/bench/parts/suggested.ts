import { reasonFor } from '../../../lib/incident/duplicate.ts';
import { occurrenceOf, stretchesAround, whereaboutsOf } from '../../../lib/incident/nearby.ts';
import type { Told } from './nights.ts';

/** What moderators are shown at most. */
const shown = 5;

/** How many of the pairs that truly are of one incident are suggested to whoever opens one of the two, and how many are not. */
export type Score = Readonly<{ pairs: number; found: number; suggestions: number; wrong: number }>;

/**
 * Suggestions for every report of a set, as the store finds them: candidates from the stretches of its index, the
 * likeliest of them.
 */
export const scoreOf = (set: readonly Told[], counts: (a: Told, b: Told) => boolean = () => true): Score => {
  const index = Map.groupBy(set, ({ answers }) => {
    const { occurrence, area } = occurrenceOf(whereaboutsOf(answers));
    return `${occurrence} ${area}`;
  });
  let [pairs, found, suggestions, wrong] = [0, 0, 0, 0];
  for (const one of set) {
    const candidates = stretchesAround(one.answers).flatMap(({ occurrence, area, from, to }) =>
      (index.get(`${occurrence} ${area}`) ?? []).filter(({ answers }) => {
        const { latitude } = occurrenceOf(whereaboutsOf(answers));
        return latitude >= from && latitude <= to;
      }),
    );
    const likeliest = candidates
      .filter(other => other !== one)
      .flatMap(other => {
        const reason = reasonFor(one.answers, other.answers);
        return reason ? [{ other, score: reason.score }] : [];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, shown)
      .map(({ other }) => other)
      .filter(other => counts(one, other));
    const same = set.filter(other => other !== one && other.truth === one.truth && counts(one, other));
    pairs += same.length;
    found += same.filter(other => likeliest.includes(other)).length;
    suggestions += likeliest.length;
    wrong += likeliest.filter(other => other.truth !== one.truth).length;
  }
  return { pairs, found, suggestions, wrong };
};
