import { type Delivery, type Munition, munitionTraits, type Phase } from '../../report/vocabulary.ts';
import { deliveryOf, type MunitionSaid, munitionsIn, typesOf } from '../answer/munition.ts';
import { hull, type Passage, type Span, type Stretch, spanOf } from '../passage/passage.ts';
import { asked, type Field, fieldOf, sure, unsure } from './field.ts';
import { clauseOf, isAsserted, nearby, sentenceOf } from './said.ts';

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
      !isNamed(passage, said) &&
      !isLikened(passage, said),
  );
};

const overlaps = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;

/** A street, a square or a village of that name: "вул. Артилерійська", "село Град". */
const isNamed = (passage: Passage, said: Stretch): boolean =>
  nearby(passage, said, 'address', { before: 2, after: 1 })?.value === 'street' &&
  passage.tokens[said.from]?.capital === true;

/** "працює як ракета": a likeness, where nothing in the clause was attacked. */
const isLikened = (passage: Passage, said: Stretch): boolean => {
  const clause = clauseOf(passage, said.from);
  const isLike = /^(як|мов|наче|ніби|как|словно|like)$/.test(passage.tokens[said.from - 1]?.text ?? '');
  if (isLike && /^град/.test(passage.tokens[said.from]?.text ?? '')) return true;
  return (
    isLike &&
    !['attack', 'effect', 'harm', 'hearing'].some(family =>
      passage.all(family).some(({ from, to }) => from >= clause.from && to <= clause.to),
    )
  );
};

type AccountMunition = Readonly<{
  munition?: Field<Munition>;
  delivery?: Field<Delivery>;
  /** Where munition is spoken of. */
  stretch?: Stretch;
  hedged: boolean;
  /** Of several things that lie there each is named. */
  several: boolean;
}>;

/** The munition that was used, and what carried it. Several types are offered, none is chosen among them. */
export const findMunition = (passage: Passage): AccountMunition => {
  const said = munitionsUsed(passage);
  if (said.length === 0) return { hedged: false, several: false };
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
  const hedged = said.some(one => isDoubtedBefore(passage, one) || isDoubtedAfter(passage, one));
  // Of what did not explode the kind is asked.
  const isVague = hedged || (types.length === 1 && types[0] === 'other_unexploded');
  const munition = isVague && types.length > 0 ? unsure(types, span) : fieldOf(types, span);
  // What carried one of several things is not what carried the others.
  const isShared = types.length === 1 || said.every(one => one.delivery === carried);
  const delivery = carried && (hedged || !isShared ? unsure([carried], span) : sure(carried, span));
  const lying = new Set(said.flatMap(({ types }) => (types.length === 1 ? types.filter(isMine) : [])));
  return { munition, delivery, stretch, hedged, several: lying.size > 1 };
};

/** "«Ланцет» чи «Молнія»" */
const isAlternative = (passage: Passage, { from }: Stretch): boolean =>
  [1, 2].some(
    back =>
      /^(чи|або|или|or)$/.test(passage.tokens[from - back]?.text ?? '') &&
      [1, 2].some(more => passage.at('munition', from - back - more) !== undefined),
  );

/** "Не знаю, касетний він був чи ні" */
const isUnsettled = (passage: Passage, { from }: Stretch): boolean => {
  const sentence = sentenceOf(passage, from);
  return passage
    .all('knowing')
    .some(
      one =>
        one.value === 'doubt' && one.from >= from && one.to <= sentence.to && one.from - from <= orNotReach,
    );
};
const orNotReach = 6;

/** "мабуть, снаряд", but not "БпЛА типу «Молнія»". */
const isDoubtedBefore = (passage: Passage, one: Stretch): boolean => {
  if (isAlternative(passage, one) || isUnsettled(passage, one)) return true;
  const doubt = nearby(passage, one, 'hedge', { before: hedgeBefore });
  if (!doubt) return false;
  const isModel = /^тип[уа]$/.test(doubt.lemma) && passage.at('munition', doubt.from - 1) !== undefined;
  return !isModel;
};

/** "снаряд, мабуть", but not "mortar rounds maybe 50 m away". */
const isDoubtedAfter = (passage: Passage, one: Stretch): boolean => {
  const doubt = nearby(passage, one, 'hedge-after', { after: hedgeAfter });
  return doubt !== undefined && !passage.numbers.has(doubt.to);
};

export const mines: readonly Munition[] = ['anti_personnel_mine', 'anti_vehicle_mine', 'scatterable_mine'];

/** Of what lies there and was fired or dropped, what it is now is asked; of a cluster munition a submunition is left. */
const ofRemnant = (munition: Munition, words: Span, several: boolean): Field<Munition> => {
  if (isFound(munition) && !several) return sure(munition, words);
  return unsure(
    munition === 'cluster_munition' ? ['unexploded_submunition', munition] : [munition, 'other_unexploded'],
    words,
  );
};
const isMine = (munition: Munition): boolean =>
  munitionTraits[munition].found === 'lying' && munition !== 'other_unexploded';
const isFound = (munition: Munition): boolean =>
  munitionTraits[munition].found !== undefined || munition === 'grenade';

/** In an attack "міни" are a mortar's as likely as any: neither the type nor that they were planted is said. */
export const ofAttack = (
  said: AccountMunition,
  phase: Field<Phase> | undefined,
  { touched, isPart }: Readonly<{ touched: boolean; isPart: boolean }>,
): AccountMunition => {
  const { munition, several } = said;
  const isAttack = phase?.sure && phase.value === 'attack';
  const isRemnant = phase?.sure && phase.value === 'remnant';
  if (isAttack && munition?.sure && munition.value === 'unexploded_submunition')
    return { ...said, munition: sure('cluster_munition', munition.words) };
  if (isRemnant && munition?.sure && !isPart) {
    const found = ofRemnant(munition.value, munition.words, several);
    return { ...said, munition: found, delivery: found.sure ? said.delivery : asked(said.delivery) };
  }
  // Mines that lie there were laid, or scattered, or fired.
  if (isRemnant && munition && !touched) return { ...said, delivery: asked(said.delivery) };
  const isOfMines =
    munition !== undefined && !munition.sure && munition.options.every(type => mines.includes(type));
  if (isOfMines && !phase?.sure) return { ...said, delivery: undefined };
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
