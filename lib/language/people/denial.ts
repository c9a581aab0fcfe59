import type { Passage, Stretch } from '../passage/passage.ts';
import { type Harm, type Item, isGroup } from './item.ts';

/** How far a denial stands from what it denies, in tokens. */
const denialReach = 5;

const ahead = /^(без|without|no|avoided|уникли)$/;

type Denied = Readonly<{ harm: Harm; stretch: Stretch; isZero: boolean }>;

/**
 * The harms that are said not to have happened, and the others. "Somebody was not hurt" says nothing of the others. Long because
 * it is a list of ways to deny.
 */
export const withoutDenied = (
  passage: Passage,
  items: readonly Item[],
): Readonly<{ denied: readonly Denied[]; harms: readonly Harm[] }> => {
  const harms = items.filter((item): item is Harm => item.kind === 'harm');
  const denied = new Map<Harm, Denied>();
  const clauseOf = ({ from }: Stretch): number => passage.tokens[from]?.clause ?? 0;
  const hasNumber = (harm: Harm): boolean => {
    const at = items.indexOf(harm);
    return [items[at - 1], items[at + 1]].some(
      item =>
        item?.kind === 'mention' &&
        item.numbered &&
        item.range.min > 0 &&
        (item.to === harm.from || harm.to === item.from),
    );
  };
  for (const item of items) {
    if (item.kind !== 'nobody' || item.how === 'else') continue;
    const near = (harm: Harm): boolean =>
      harm.from >= item.to ? harm.from - item.to <= denialReach : item.from - harm.to <= denialReach;
    const inClause = harms.filter(
      harm => clauseOf(harm) === clauseOf(item) && near(harm) && !hasNumber(harm),
    );
    if (item.how === 'nobody') for (const harm of inClause) denied.set(harm, zero(item, harm));
    if (item.how === 'none') {
      const isAlone = passage.clauses[clauseOf(item)]?.from === item.from;
      const [after, before] = [
        inClause.find(harm => harm.from >= item.to),
        // "без" denies what follows; "загиблих, слава богу, нема" what stands before, in a clause of its own.
        ahead.test(passage.tokens[item.from]?.text ?? '')
          ? undefined
          : (inClause.findLast(harm => harm.to <= item.from) ??
            harms.findLast(harm => isAlone && harm.to <= item.from && near(harm) && !hasNumber(harm))),
      ];
      const isAhead =
        after && (!before || after.from - item.to <= item.from - before.to || before === undefined);
      const harm =
        isAhead && !(before && denied.size === 0 && after.from - item.to > 1) ? after : (before ?? after);
      // "No aid workers were hurt" says nothing of others.
      const ofSome = items.some(
        other =>
          other.kind === 'mention' &&
          isGroup(other.group) &&
          other.from >= item.to &&
          other.from - item.to <= 1,
      );
      if (harm) denied.set(harm, { ...zero(item, harm), isZero: !ofSome });
    }
    if (item.how === 'not') {
      // "тіл не знайшли": no more is said than that.
      const unfound = inClause.find(
        ({ from, to }) =>
          to === item.from && /(их|тіл|тел|жертв|bodies)$/.test(passage.tokens[from]?.text ?? ''),
      );
      if (unfound) denied.set(unfound, { ...zero(item, unfound), isZero: false });
      const harm = inClause.find(one => one.from >= item.to && one.from - item.to <= 2);
      if (!harm || denied.has(harm)) continue;
      const who = items.findLast(
        other => other.kind === 'mention' && clauseOf(other) === clauseOf(item) && other.to <= item.from,
      );
      const isEverybody = who?.kind === 'mention' && who.some && who.group === 'people' && !who.pronoun;
      denied.set(harm, { ...zero(item, harm), isZero: isEverybody });
    }
  }
  // "без жертв і поранених": what is joined to what did not happen did not happen either.
  for (const [at, harm] of harms.entries()) {
    const before = harms[at - 1];
    const known = before && denied.get(before);
    const isJoined =
      before && harm.from - before.to === 1 && passage.at('conjunction', before.to) !== undefined;
    if (known && isJoined && !denied.has(harm)) denied.set(harm, { ...known, harm });
  }
  return { denied: [...denied.values()], harms: harms.filter(harm => !denied.has(harm)) };
};

const zero = (item: Stretch, harm: Harm): Denied => ({
  harm,
  stretch: { from: Math.min(item.from, harm.from), to: Math.max(item.to, harm.to) },
  isZero: true,
});

/** "Скільки поранених, невідомо": not known, where no number of people stands beside it. */
export const notKnownIn = (passage: Passage, items: readonly Item[]): ((harm: Harm) => boolean) => {
  const clausesOf = (isMeant: (item: Item) => boolean): ReadonlySet<number> =>
    new Set(items.filter(isMeant).map(({ from }) => passage.tokens[from]?.clause ?? 0));
  const notKnown = clausesOf(({ kind }) => kind === 'unknown');
  if (notKnown.size === 0) return () => false;
  const harmed = clausesOf(({ kind }) => kind === 'harm');
  const peopled = clausesOf(
    item =>
      item.kind === 'some' || (item.kind === 'mention' && (item.numbered || (!item.some && !item.pronoun))),
  );
  const isAside = (clause: number): boolean => notKnown.has(clause) && !harmed.has(clause);
  return ({ from }) => {
    const mine = passage.tokens[from]?.clause ?? 0;
    if (peopled.has(mine)) return false;
    return notKnown.has(mine) || isAside(mine + 1) || isAside(mine - 1);
  };
};
