import type { Delivery, Munition, Phase } from '../../report/vocabulary.ts';
import { deliveryOf, type MunitionSaid, munitionsIn, typesOf } from '../answer/munition.ts';
import { hull, type Passage, type Stretch, spanOf } from '../passage/passage.ts';
import { type Field, fieldOf, sure, unsure } from './field.ts';
import { clauseOf, isAsserted, nearby } from './said.ts';

/** How far a drone and what it did may stand apart. */
const dropReach = 8;
/** How many words may stand between a doubt and what it is about. */
const hedgeBefore = 5;
const hedgeAfter = 4;

/** The munition words that say what was used: not equipment that stands somewhere, not answers like "other". */
export const munitionsUsed = (passage: Passage): readonly MunitionSaid[] => {
  const standing = new Set(passage.all('standing').map(({ from }) => passage.tokens[from]?.clause));
  return munitionsIn(passage).said.filter(
    said =>
      !said.loose &&
      isAsserted(passage, said) &&
      !standing.has(passage.tokens[said.from]?.clause) &&
      !passage
        .all('effect')
        .some(effect => /^(гул|звук|sound|engine)/.test(effect.lemma) && overlaps(effect, said)) &&
      !isNamed(passage, said),
  );
};

const overlaps = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;

/** A street, a square or a village of that name: "вул. Артилерійська", "село Град". */
const isNamed = (passage: Passage, said: Stretch): boolean =>
  nearby(passage, said, 'address', { before: 2, after: 1 })?.value === 'street' &&
  passage.tokens[said.from]?.capital === true;

type AccountMunition = Readonly<{
  munition?: Field<Munition>;
  delivery?: Field<Delivery>;
  /** Where munition is spoken of. */
  stretch?: Stretch;
  hedged: boolean;
}>;

/** The munition that was used, and what carried it. Several types are offered, none is chosen among them. */
export const findMunition = (passage: Passage): AccountMunition => {
  const said = munitionsUsed(passage);
  if (said.length === 0) return { hedged: false };
  const stretch = hull(said);
  const span = spanOf(passage, stretch);
  const named = typesOf(said);
  // A drone that let something go was no weapon itself.
  const isDropped =
    named.includes('dropped_by_drone') &&
    said.every(
      one => nearby(passage, one, 'dropping', { before: dropReach, after: dropReach }) !== undefined,
    );
  const types: readonly Munition[] = isDropped ? ['dropped_by_drone'] : named;
  const carried = deliveryOf(said);
  const hedged = said.some(
    one =>
      nearby(passage, one, 'hedge', { before: hedgeBefore }) !== undefined || isDoubtedAfter(passage, one),
  );
  // Of what did not explode the kind is asked.
  const isVague = hedged || (types.length === 1 && types[0] === 'other_unexploded');
  const munition = isVague && types.length > 0 ? unsure(types, span) : fieldOf(types, span);
  // What carried one of several things is not what carried the others.
  const isShared = types.length === 1 || said.every(one => one.delivery === carried);
  const delivery = carried && (hedged || !isShared ? unsure([carried], span) : sure(carried, span));
  return { munition, delivery, stretch, hedged };
};

/** "снаряд, мабуть", but not "mortar rounds maybe 50 m away". */
const isDoubtedAfter = (passage: Passage, one: Stretch): boolean => {
  const doubt = nearby(passage, one, 'hedge-after', { after: hedgeAfter });
  return doubt !== undefined && !passage.numbers.has(doubt.to);
};

export const mines: readonly Munition[] = ['anti_personnel_mine', 'anti_vehicle_mine', 'scatterable_mine'];

/** In an attack "міни" are a mortar's as likely as any: neither the type nor that they were planted is said. */
export const ofAttack = (said: AccountMunition, phase: Field<Phase> | undefined): AccountMunition => {
  const { munition } = said;
  const isAttack = phase?.sure && phase.value === 'attack';
  const isRemnant = phase?.sure && phase.value === 'remnant';
  if (isAttack && munition?.sure && munition.value === 'unexploded_submunition')
    return { ...said, munition: sure('cluster_munition', munition.words) };
  // What is left of a cluster munition is a submunition; which of the two is meant is asked.
  if (isRemnant && munition?.sure && munition.value === 'cluster_munition')
    return { ...said, munition: unsure(['unexploded_submunition', 'cluster_munition'], munition.words) };
  const isMine =
    munition !== undefined && !munition.sure && munition.options.every(type => mines.includes(type));
  if (isMine && !phase?.sure) return { ...said, delivery: undefined };
  if (!isAttack || !munition || munition.sure || !munition.options.every(type => mines.includes(type)))
    return said;
  return { ...said, munition: unsure(['mortar', ...munition.options], munition.words), delivery: undefined };
};

/** "3 ракети по Дружківці", "арта по селу": munition and what it came down on. */
export const isAimed = (passage: Passage, said: Stretch): boolean => {
  const clause = clauseOf(passage, said.from);
  for (let index = Math.max(clause.from, said.from - 4); index < Math.min(clause.to, said.to + 3); index++) {
    const isOn = passage.tokens[index]?.text === 'по' || passage.tokens[index]?.text === 'на';
    if (isOn && passage.tokens[index + 1]?.capital && !passage.at('address', index + 1)) return true;
  }
  return false;
};
