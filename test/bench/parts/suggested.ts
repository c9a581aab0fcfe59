import { nearbyKeysOf, stretchesAround, whereaboutsOf } from '../../../lib/incident/nearby.ts';
import { suggestionsFor } from '../../../lib/incident/suggestion.ts';
import type { Answers } from '../../../lib/report/report.ts';

/** What moderators are shown at most. */
const shown = 5;

/** A report of a set, with the strike that it truly speaks of. */
type Known = Readonly<{ id: string; truth: number; answers: Answers }>;

/** A report with what is offered to whoever opens it, and all the others of its strike. */
export type Offered<Told extends Known> = Readonly<{
  report: Told;
  offered: readonly Told[];
  same: readonly Told[];
}>;

/** What is offered for every report of a set, from candidates as the store finds them: from the stretches of its index. */
export const offersFor = <Told extends Known>(set: readonly Told[]): readonly Offered<Told>[] => {
  const index = Map.groupBy(set, ({ answers }) => {
    const { nearby, area } = nearbyKeysOf(whereaboutsOf(answers));
    return `${nearby} ${area}`;
  });
  return set.map(report => {
    const candidates = stretchesAround(report.answers).flatMap(({ nearby, area, from, to }) =>
      (index.get(`${nearby} ${area}`) ?? []).filter(({ answers }) => {
        const { latitude } = nearbyKeysOf(whereaboutsOf(answers));
        return latitude >= from && latitude <= to;
      }),
    );
    const others = candidates.filter(other => other !== report);
    const suggestions = suggestionsFor(
      report.answers,
      others.map(told => ({ key: told.id, answers: told.answers, told })),
    );
    return {
      report,
      offered: suggestions.slice(0, shown).map(({ told }) => told),
      same: set.filter(other => other !== report && other.truth === report.truth),
    };
  });
};

/** How many of the pairs that truly are of one incident are offered to whoever opens one of the two, and how many are not. */
export type Score = Readonly<{ pairs: number; found: number; suggestions: number; wrong: number }>;

export const scoreOf = <Told extends Known>(
  offers: readonly Offered<Told>[],
  counts: (a: Told, b: Told) => boolean = () => true,
): Score => {
  let [pairs, found, suggestions, wrong] = [0, 0, 0, 0];
  for (const { report, offered, same } of offers) {
    const likeliest = offered.filter(other => counts(report, other));
    const true_ = same.filter(other => counts(report, other));
    pairs += true_.length;
    found += true_.filter(other => likeliest.includes(other)).length;
    suggestions += likeliest.length;
    wrong += likeliest.filter(other => other.truth !== report.truth).length;
  }
  return { pairs, found, suggestions, wrong };
};

/**
 * Of the reports `which` whose strike others tell of too: how many have it among the first five. And how many wrong offers
 * there are for each report of the set.
 */
export const recallOf = <Told extends Known>(
  offers: readonly Offered<Told>[],
  which: (told: Told) => boolean = () => true,
): Readonly<{ of: number; found: number }> => {
  const second = offers.filter(({ report, same }) => same.length > 0 && which(report));
  const isFound = ({ report, offered }: Offered<Told>): boolean =>
    offered.some(other => other.truth === report.truth);
  return { of: second.length, found: second.filter(isFound).length };
};

export const wrongPerReport = <Told extends Known>(offers: readonly Offered<Told>[]): number => {
  const wrong = offers.reduce(
    (sum, { report, offered }) => sum + offered.filter(other => other.truth !== report.truth).length,
    0,
  );
  return wrong / offers.length;
};
