import type { Item, Mention } from './item.ts';

type Harm = Extract<Item, { kind: 'harm' }>;

/** What it costs to leave a mention without a fate, and to leave a fate without anybody. In words of distance. */
const unassigned = { numbered: 30, named: 7, bare: 0.5 } as const;
const nobodyCost = 24;
/** Whom one rescued or looked for need not be told. */
const nobodyRescuedCost = 2;
/** What a clause's end between the two counts for, in words. */
const clauseCost = 8;
/** A bare number counts people only this near to what befell them. */
const bareReach = 2;

type Clauses = (token: number) => number;

const distance = (mention: Mention, harm: Harm, clauseOf: Clauses): number => {
  const isBefore = mention.to <= harm.from;
  const last = isBefore ? Math.min(mention.reach, harm.from) : mention.to;
  const gap = isBefore ? harm.from - last : mention.from - harm.to;
  const clauses = Math.abs(clauseOf(isBefore ? last - 1 : mention.from) - clauseOf(harm.from));
  if (mention.bound) return gap / 100;
  if (mention.bare)
    return gap <= bareReach && clauses === 0 ? gap / 10 + (isBefore ? 0 : 0.05) : Number.POSITIVE_INFINITY;
  return Math.max(0, gap) + clauses * clauseCost;
};

const leaving = ({ bare, numbered, some, part, bound, joined }: Mention): number => {
  if (part || bound || joined) return unassigned.numbered;
  if (bare) return unassigned.bare;
  return numbered && !some ? unassigned.numbered : unassigned.named;
};

/** The cheapest way to part the mentions of one gap between the harm on its left and the one on its right. */
type Split = Readonly<{ cost: number; at: number }>;
/** By whether the left harm, and whether the right one, got anybody. */
type Splits = ReadonlyMap<string, Split>;

const splitsOf = (
  mentions: readonly Mention[],
  left: Harm | undefined,
  right: Harm | undefined,
  clauseOf: Clauses,
): Splits => {
  const toLeft = mentions.map(one => (left ? distance(one, left, clauseOf) : Number.POSITIVE_INFINITY));
  const toRight = mentions.map(one => (right ? distance(one, right, clauseOf) : Number.POSITIVE_INFINITY));
  const leave = mentions.map(leaving);
  let cost = mentions.reduce((sum, _, at) => sum + Math.min(toRight[at] ?? 0, leave[at] ?? 0), 0);
  let rightGets = mentions.filter((_, at) => (toRight[at] ?? 0) < (leave[at] ?? 0)).length;
  let leftGets = 0;
  const best = new Map<string, Split>();
  for (let at = 0; at <= mentions.length; at++) {
    const key = `${leftGets > 0}${rightGets > 0}`;
    // What is bound to the mention before it goes where that goes.
    const isApart = mentions[at]?.bound === true && (at > 0 || left !== undefined);
    if (!isApart && cost < (best.get(key)?.cost ?? Number.POSITIVE_INFINITY)) best.set(key, { cost, at });
    if (at === mentions.length) break;
    const [l = 0, r = 0, none = 0] = [toLeft[at], toRight[at], leave[at]];
    cost += Math.min(l, none) - Math.min(r, none);
    if (l < none) leftGets++;
    if (r < none) rightGets--;
  }
  return best;
};

const costOfNobody = (harm: Harm | undefined): number =>
  harm?.harm === 'other' ? nobodyRescuedCost : nobodyCost;

type State = Readonly<{ cost: number; splits: readonly number[] }>;

/**
 * Which people each harm befell: the mentions between two harms are parted among them so that all stand as near as can be,
 * and no harm is left without anybody if there is somebody for it. Linear in the sentence.
 */
export const assign = (
  harms: readonly Harm[],
  people: readonly Mention[],
  clauseOf: Clauses,
): ReadonlyMap<Harm, readonly Mention[]> => {
  if (harms.length === 0) return new Map();
  // "a boy and a girl": who is joined to others stands as near to what follows as the last of them.
  const mentions = [...people];
  for (let at = mentions.length - 1; at > 0; at--) {
    const [before, one] = [mentions[at - 1], mentions[at]];
    if (before && one?.bound && !before.bare)
      mentions[at - 1] = { ...before, reach: one.reach, joined: one.numbered };
  }
  const gaps: Mention[][] = Array.from({ length: harms.length + 1 }, () => []);
  let gap = 0;
  for (const one of mentions) {
    while (gap < harms.length && (harms[gap]?.from ?? 0) < one.from) gap++;
    gaps[gap]?.push(one);
  }
  let states = new Map<boolean, State>([[true, { cost: 0, splits: [] }]]);
  for (const [at, list] of gaps.entries()) {
    const splits = splitsOf(list, harms[at - 1], harms[at], clauseOf);
    const next = new Map<boolean, State>();
    for (const [gotBefore, state] of states)
      for (const [key, split] of splits) {
        const leftGot = gotBefore || key.startsWith('true');
        const cost = state.cost + split.cost + (leftGot || at === 0 ? 0 : costOfNobody(harms[at - 1]));
        const rightGot = key.endsWith('truetrue') || key === 'falsetrue';
        if (cost < (next.get(rightGot)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(rightGot, { cost, splits: [...state.splits, split.at] });
      }
    states = next;
  }
  const [best] = [...states.values()].toSorted((a, b) => a.cost - b.cost);
  return shared(harms, gaps, best?.splits ?? [], clauseOf);
};

const shared = (
  harms: readonly Harm[],
  gaps: readonly (readonly Mention[])[],
  splits: readonly number[],
  clauseOf: Clauses,
): ReadonlyMap<Harm, readonly Mention[]> => {
  const takes = (harm: Harm) => (one: Mention) => distance(one, harm, clauseOf) < leaving(one);
  return new Map(
    harms.map((harm, at) => [
      harm,
      [
        ...(gaps[at] ?? []).slice(splits[at] ?? 0).filter(takes(harm)),
        ...(gaps[at + 1] ?? []).slice(0, splits[at + 1] ?? 0).filter(takes(harm)),
      ],
    ]),
  );
};
