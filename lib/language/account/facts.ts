import {
  type Effect,
  type Munition,
  munitions,
  munitionTraits,
  type Phase,
} from '../../report/vocabulary.ts';
import type { Found } from '../lexicon/lexicon.ts';
import { isDenied } from '../passage/finding.ts';
import { hull, type Passage, type Stretch, spanOf } from '../passage/passage.ts';
import { type Field, fieldOf, sure, unsure } from './field.ts';
import { isAimed, mines, munitionsUsed } from './munition.ts';
import { clauseOf, isHedged, nearby, saidIn, sentenceOf } from './said.ts';
import { hearingIn } from './source.ts';

/** What a text asserts to have happened. */
export type Facts = Readonly<{
  attacks: readonly Found[];
  /** Things found, and munition set off by somebody. */
  remnants: readonly Stretch[];
  /** Of them, what is only said not to have exploded. */
  duds: readonly Stretch[];
  touched: boolean;
  aimed: boolean;
}>;

/** How far a find and what was found may stand apart. */
const findReach = 8;

/** What of an attack, and of what it leaves behind, somebody tells of as a fact of their own. */
export const factsIn = (passage: Passage): Facts => {
  const used = munitionsUsed(passage);
  const isUsedIn = (sentence: number): boolean =>
    used.some(({ from }) => passage.tokens[from]?.sentence === sentence);
  const said = saidIn(passage, 'attack').filter(found => !isOther(passage, found));
  const setOff = said.filter(one => isSetOff(passage, one));
  const strong = said.filter(one => one.value === 'fact' && !setOff.includes(one));
  const weak = said.filter(
    one =>
      one.value === 'weak' &&
      (isDrop(passage, one) || isUsedIn(passage.tokens[one.from]?.sentence ?? 0) || isAimed(passage, one)),
  );
  const touched = [...saidIn(passage, 'touched'), ...setOff].filter(
    one => nearby(passage, one, 'nobody', { before: 1 }) === undefined,
  );
  const found = saidIn(passage, 'found').filter(
    one =>
      !isFragment(passage, one) &&
      !isFinding(passage, one) &&
      !isShotDown(passage, one) &&
      (one.to - one.from > 1 || used.some(other => isNear(passage, one, other)) || isExplosive(one)),
  );
  return {
    attacks: [...strong, ...weak],
    remnants: [...touched, ...found],
    duds: found.filter(({ lemma }) => /^(не |did not|didnt|failed)/.test(lemma)),
    touched: touched.length > 0,
    // Mines lie on a road: they are not aimed at it.
    aimed: used.some(one => isAimed(passage, one) && !one.types.every(type => mines.includes(type))),
  };
};

/** "when the mine went off": nobody fired it. */
const isSetOff = ({ tokens, at }: Passage, { from }: Stretch): boolean =>
  at('burst', from) !== undefined &&
  [1, 2].some(back => /^(mine|landmine|tripwire|растяжка|розтяжка)$/.test(tokens[from - back]?.text ?? ''));

/** "скинув дві штуки", "сбросил прямо на остановку": what a drone let go need not be named. */
const isDrop = (passage: Passage, { from, to }: Stretch): boolean =>
  passage.at('dropping', from) !== undefined &&
  (passage.numbers.has(to) || [to, to + 1].some(at => passage.at('onto', at)?.from === at));

const isNear = (passage: Passage, a: Stretch, b: Stretch): boolean =>
  passage.tokens[a.from]?.sentence === passage.tokens[b.from]?.sentence &&
  Math.max(a.from - b.to, b.from - a.to) <= findReach;

/** "сили ППО знешкодили 11 дронів": shot down, not found. */
const isShotDown = (passage: Passage, found: Found): boolean =>
  /знешкод|обезвре|neutrali/.test(found.lemma) &&
  munitionsUsed(passage).some(
    one =>
      one.delivery !== undefined && /^(drone|missile)$/.test(one.delivery) && isNear(passage, found, one),
  );

const isExplosive = ({ lemma }: Found): boolean =>
  /предмет|нерозірван|неразорв|unexploded|uxo|знешкод|обезвре|розмін|разминир|defuse|demine/.test(lemma);

/** "found that …" is what somebody established; a body that was found is no munition. */
const isFinding = (passage: Passage, { from, to, lemma }: Found): boolean =>
  // "я лежала в больнице"
  (/^(леж|lie)/.test(lemma) &&
    (nearby(passage, { from, to }, 'brought', { after: 4 }) !== undefined ||
      ['who', 'teller', 'pronoun'].some(family =>
        nearby(passage, { from, to }, family, { before: 2, after: 2 }),
      ))) ||
  /^(that|що|что|out)$/.test(passage.tokens[to]?.text ?? '') ||
  nearby(passage, { from, to }, 'harm', { before: 5, after: 4 })?.value === 'killed';

/** What was found are fragments, which is no remnant that may explode. */
const isFragment = (passage: Passage, found: Stretch): boolean => {
  const sentence = sentenceOf(passage, found.from);
  return passage
    .all('fragment')
    .some(
      ({ from }) => from >= sentence.from && from < sentence.to && Math.abs(from - found.to) <= findReach,
    );
};

/** "після обстрілу", "after Sunday's attack": only when a remnant is told of. */
const isAfter = (passage: Passage, { from }: Stretch): boolean =>
  passage.tokens
    .slice(Math.max(0, from - 4), from)
    .some(({ text }) => /^(після|после|after|following)$/.test(text));

/** "серцевий напад", "блискавка вдарила", "удар струмом": of the same word, another thing. */
const isOther = ({ tokens }: Passage, { from, to }: Found): boolean =>
  /^(серцев|сердечн|heart|сонячн|солнечн|panic|блискавк|молни|lightning|thunder|мороз)/.test(
    tokens[from - 1]?.text ?? '',
  ) || /^(струмом|током|блискавк|молни|грому|грома|долі|судьбы)/.test(tokens[to]?.text ?? '');

/** What was seen or heard, in words that say it plainly; a drone's sound counts only with an explosion. */
export const findEffect = (passage: Passage, { touched }: Facts): Field<Effect> | undefined => {
  const exploded = saidIn(passage, 'burst').some(({ lemma }) => !/^(впасти|упасть)/.test(lemma));
  const said = saidIn(passage, 'effect').filter(
    ({ value, number, from }) =>
      value !== 'other' &&
      (value !== 'drone_then_explosion' || exploded) &&
      !(value === 'one_big_explosion' && (number === 'p' || isCounted(passage, from))) &&
      !(value === 'object_found_unexploded' && isFragment(passage, { from, to: from + 1 })),
  );
  const codes = new Set(said.map(({ value }) => value.replace('?', '') as Effect));
  const stretches: Stretch[] = [...said];
  if (touched) {
    codes.add('explosion_when_touched');
    stretches.push(...saidIn(passage, 'touched'));
  }
  if (codes.has('drone_then_explosion') || codes.has('explosion_when_touched'))
    codes.delete('one_big_explosion');
  if (codes.has('explosion_when_touched')) codes.delete('object_found_unexploded');
  if (codes.size === 0) return undefined;
  const words = spanOf(passage, hull(stretches));
  const isDoubtful =
    said.some(({ value }) => value.endsWith('?')) || stretches.some(one => isHedged(passage, one));
  return isDoubtful ? unsure([...codes], words) : fieldOf([...codes], words);
};

/** "два сильних вибухи" are not one. */
const isCounted = ({ numbers }: Passage, from: number): boolean =>
  [1, 2].some(back => {
    const number = numbers.get(from - back);
    return number !== undefined && number.to === from && number.value > 1;
  });

/** Mines and unexploded things are found; everything else is used. */
const lying = munitions.filter(munition => munitionTraits[munition].found === 'lying');
const flown: readonly Munition[] = ['loitering_munition', 'dropped_by_drone'];

/** What else the text says that tells an attack from a find. */
type Signs = Readonly<{
  munition: Field<Munition> | undefined;
  effect: Field<Effect> | undefined;
  harmed: boolean;
  /** People are said to be hurt, or not to be. */
  counted: boolean;
  /** A place or a time is named. */
  placed: boolean;
}>;

/** Whether it is an attack or what was left behind; undefined where nothing says so. */
export const findPhase = (
  passage: Passage,
  facts: Facts,
  { munition, effect, harmed, counted, placed }: Signs,
): Field<Phase> | undefined => {
  const { aimed, duds } = facts;
  const isOfAttack = facts.attacks.some(({ value }) => value === 'fact') && munition !== undefined;
  // Of several that fell one may lie there: it is the attack's.
  const remnants = isOfAttack ? facts.remnants.filter(remnant => !duds.includes(remnant)) : facts.remnants;
  const isOnlyPart =
    passage.all('fragment').length > 0 || passage.all('place').some(({ value }) => value === 'flight');
  const attacks =
    remnants.length > 0
      ? facts.attacks.filter(found => !isAfter(passage, found) && !belongs(passage, found, remnants))
      : facts.attacks;
  const struck = saidIn(passage, 'harm').filter(found => isDone(passage, found));
  const stretches: readonly Stretch[] = [...attacks, ...remnants, ...(attacks.length > 0 ? [] : struck)];
  const span = stretches.length > 0 ? spanOf(passage, hull(stretches)) : munition?.words;
  if (!span) {
    const noises = saidIn(passage, 'noise');
    return noises.length > 0 && placed ? unsure(['attack'], spanOf(passage, hull(noises))) : undefined;
  }
  const types = munition ? munitionsOf(munition) : [];
  const isMine = types.length > 0 && types.every(type => mines.includes(type));
  const isAttack = attacks.length > 0 || aimed || (struck.length > 0 && remnants.length === 0 && !isMine);
  if (hasOtherCause(passage)) return isAttack || remnants.length > 0 ? unsure(['attack'], span) : undefined;
  if (isAttack && remnants.length > 0) return unsure(['attack', 'remnant'], span);
  // "мина или дрон", "знайшли дрон": somebody may have sent it.
  const isFlown = types.some(type => flown.includes(type));
  const isDud = facts.remnants.some(one => 'lemma' in one && isExplosive(one as Found));
  if (remnants.length > 0 && isFlown && duds.length === 0 && !isDud)
    return unsure(['attack', 'remnant'], span);
  // "впав збитий шахед, вибуху не було"
  const isHarmless = passage.all('burst').some(one => isDenied(passage, one));
  if (isAttack && !counted && isHarmless && attacks.every(({ value }) => value === 'weak'))
    return unsure(['attack', 'remnant'], span);
  const isDoubtful = !aimed && isRumour(passage);
  if (isAttack && isDoubtful && !counted && !munition) return unsure(['attack'], span);
  if (isAttack && attacks.length > 0 && attacks.every(one => isHedged(passage, one)) && !harmed)
    return unsure(['attack'], span);
  if (isAttack) return sure('attack', span);
  const isUnsure =
    (isDoubtful && !counted && !munition) || remnants.every(one => isHedgedAround(passage, one));
  if (remnants.length > 0) return isUnsure ? unsure(['remnant'], span) : sure('remnant', span);
  // "загинула, міна у дворі": fired or laid.
  if (isMine && harmed) return unsure(['attack', 'remnant'], span);
  if (types.length > 0 && types.every(type => lying.includes(type))) return sure('remnant', span);
  if (effect?.sure && effect.value !== 'other') return sure('attack', span);
  if (munition && isOnlyPart && !counted) return unsure(['attack', 'remnant'], span);
  // A grenade that is only named was thrown or found.
  if (types.includes('grenade') && !harmed) return unsure(['attack', 'remnant'], span);
  return munition && (harmed || placed) ? sure('attack', span) : undefined;
};

const isHedgedAround = (passage: Passage, one: Stretch): boolean =>
  isHedged(passage, one) || passage.at('hedge-after', one.to) !== undefined;

const munitionsOf = (field: Field<Munition>): readonly Munition[] =>
  field.sure ? [field.value] : field.options;

/** Thunder, a quarry, an illness, a rumour that is denied, but not the village of Гроза, and not "like fireworks". */
export const hasOtherCause = (passage: Passage): boolean =>
  passage.all('innocent').some(({ from, value }) => {
    // What somebody says is nonsense was told by somebody else.
    if (value === 'untrue')
      return [...hearingIn(passage), ...passage.all('reporting')].some(heard => heard.to <= from);
    const isName = passage.tokens[from]?.capital && from > sentenceOf(passage, from).from;
    return !isName && !/^(як|наче|мов|ніби|как|будто|like)$/.test(passage.tokens[from - 1]?.text ?? '');
  });

/** "вбило", "поранило", "росіяни вбили": something or somebody did it. */
const isDone = (passage: Passage, { from, to, lemma }: Found): boolean => {
  const isKilling = /^(вбит|убит|убивать|вбивати|kill)/.test(lemma);
  if (to === from + 1 && /(?<!загину|помер|погиб)ло$/.test(passage.tokens[from]?.text ?? '')) return true;
  const clause = clauseOf(passage, from);
  return isKilling && saidIn(passage, 'side').some(side => side.to <= from && side.from >= clause.from);
};

/** Told by others who need not have seen it: "кажуть", "they say". */
const isRumour = (passage: Passage): boolean =>
  hearingIn(passage).some(({ value }) => value === 'rumour' || value === 'told');

/** An explosion of the very thing that was found or touched: "взорвалась в руках", "it exploded". */
const belongs = (passage: Passage, found: Found, remnants: readonly Stretch[]): boolean => {
  const isBurst = passage.at('burst', found.from) !== undefined;
  return remnants.some(
    remnant =>
      (remnant.from < found.to && found.from < remnant.to) ||
      (isBurst && passage.tokens[remnant.from]?.sentence === passage.tokens[found.from]?.sentence) ||
      (clauseOf(passage, remnant.from).from === clauseOf(passage, found.from).from &&
        nearby(passage, found, 'touched', { before: 6, after: 6 }) !== undefined),
  );
};
