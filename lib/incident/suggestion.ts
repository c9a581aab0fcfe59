import { type Reason, reasonFor, type Sighting, vicinityOf } from './duplicate.ts';
import { pointOf } from './location.ts';

/** What may be the same incident: a waiting report, or one report of an incident. `key` is the same for one incident. */
type Candidate = Readonly<{ key: string; answers: Sighting }>;

/** `likelihood`: how likely the two are one incident, from 0 to 1, given all that is known of those days. */
type Suggestion<Item> = Item & Readonly<{ reason: Reason; likelihood: number }>;

/** Two candidates above this score (a power of ten) are taken for one strike. */
const oneStrikeScore = 2.5;
/** For each strike around there that is known, so many are not; and so many in the region, wherever it may be. */
const unknownPerKnown = 0.3;
const unknownAnywhere = 4;
/**
 * The best candidate of a strike is offered from this likelihood on: a report that names only the city (`vague`) is shown
 * the few strikes of its hours, and not the many of its day; one with a pin is found by its place.
 */
const leastLikelihood = { vague: 0.33, exact: 0.4, further: 0.6 } as const;
/** In metres: what is placed no better names a settlement. */
const exactRadius = 1000;
/** A candidate is vaguer when its place is known so many times worse. */
const vaguer = 2;

/**
 * Which candidates are offered to whoever looks at a sighting, the likeliest first. Each strike that is known is weighed
 * against all others and against one that nobody else has told of, from both sides: what names only the city fits every
 * strike there, and ours is but one of them. Further candidates of a strike, and those that are vaguer than what is looked
 * at, are offered only when they are likely: whoever opens those is shown this one. Tuned with the bench, which prints what
 * is found and what is offered wrongly.
 */
export const suggestionsFor = <Item extends Candidate>(
  own: Sighting,
  candidates: readonly Item[],
): readonly Suggestion<Item>[] => {
  const mine: Candidate = { key: '', answers: own };
  const leastOfBest = leastLikelihood[radiusOf(own) > exactRadius ? 'vague' : 'exact'];
  const seenFrom = (answers: Sighting, strike: readonly Item[]): number => {
    const keys = new Set(strike.map(({ key }) => key));
    const others = candidates.filter(({ key }) => !keys.has(key));
    const back = weigh(answers, [mine, ...others]).find(one =>
      one.strike.some(({ key }) => key === mine.key),
    );
    return back?.likelihood ?? 0;
  };
  return weigh(own, candidates)
    .filter(({ likelihood }) => likelihood >= leastOfBest)
    .flatMap(({ strike, likelihood }) =>
      strike.flatMap((one, index) => {
        const isBest = index === 0 && radiusOf(one.answers) <= vaguer * radiusOf(own);
        const least = isBest ? leastOfBest : leastLikelihood.further;
        if (likelihood < least) return [];
        const mutual = Math.min(likelihood, seenFrom(one.answers, strike));
        return mutual < least ? [] : { ...one, likelihood: mutual };
      }),
    )
    .toSorted((a, b) => b.likelihood - a.likelihood || b.reason.score - a.reason.score);
};

/** Without a point, nothing is known of how exact it is. */
const radiusOf = ({ place }: Sighting): number => pointOf(place)?.radiusMetres ?? Number.POSITIVE_INFINITY;

/** The strikes that are known, as far as a sighting may be of them, with how likely it is of each. */
const weigh = <Item extends Candidate>(
  own: Sighting,
  candidates: readonly Item[],
): readonly Readonly<{ strike: readonly Scored<Item>[]; likelihood: number }>[] => {
  const strikes = strikesAmong(bestOfEach(own, candidates));
  const weighed = strikes.map(strike => ({ strike, weight: 10 ** (strike[0]?.reason.score ?? 0) }));
  const vicinity = strikes.reduce((sum, [best]) => sum + (best ? vicinityOf(own, best.answers) : 0), 0);
  const unknown = unknownAnywhere + unknownPerKnown * vicinity;
  const whole = weighed.reduce((sum, { weight }) => sum + weight, unknown);
  return weighed.map(({ strike, weight }) => ({ strike, likelihood: weight / whole }));
};

type Scored<Item> = Item & Readonly<{ reason: Reason }>;

/** Each incident by that of its reports which fits best, the best first. */
const bestOfEach = <Item extends Candidate>(
  own: Sighting,
  candidates: readonly Item[],
): readonly Scored<Item>[] => {
  const best = new Map<string, Scored<Item>>();
  for (const candidate of candidates) {
    const reason = reasonFor(own, candidate.answers);
    if (reason && (best.get(candidate.key)?.reason.score ?? Number.NEGATIVE_INFINITY) < reason.score)
      best.set(candidate.key, { ...candidate, reason });
  }
  return [...best.values()].sort((a, b) => b.reason.score - a.reason.score);
};

/** Candidates in groups that seem to tell of one strike, the best of each first. */
const strikesAmong = <Item extends Candidate>(
  sorted: readonly Scored<Item>[],
): readonly (readonly Scored<Item>[])[] => {
  const strikes: Scored<Item>[][] = [];
  for (const one of sorted) {
    const strike = strikes.find(([best]) => best && isOneStrike(best, one));
    if (strike) strike.push(one);
    else strikes.push([one]);
  }
  return strikes;
};

const isOneStrike = (a: Candidate, b: Candidate): boolean =>
  (reasonFor(a.answers, b.answers)?.score ?? Number.NEGATIVE_INFINITY) >= oneStrikeScore;
