import {
  type Area,
  type Delivery,
  type Effect,
  type Munition,
  munitions,
  munitionTraits,
  type Phase,
} from '../../report/vocabulary.ts';
import { find } from '../finding.ts';
import { findAll, lexicon, type Match } from '../lexicon.ts';
import { deliveryOf, findMunitions, typesOf } from '../munition.ts';
import {
  besideTelling,
  doubtTelling,
  effectTelling,
  explosionTelling,
  findingTelling,
  fragmentTelling,
  hedgeTelling,
  hitTelling,
  phaseTelling,
  standingTelling,
} from '../words/account.ts';
import { areaWords } from '../words/area.ts';
import type { MunitionWord } from '../words/munition.ts';
import { type Field, fieldOf, sure, unsure } from './field.ts';
import { around, type Passage, type Span, type Stretch, spanOf } from './passage.ts';

const phases = lexicon(phaseTelling);
const effects = lexicon(effectTelling);
const explosions = lexicon([[true, explosionTelling]]);
const areas = lexicon(areaWords);
const hits = lexicon([[true, hitTelling]]);
const besides = lexicon([[true, besideTelling]]);
const standing = lexicon([[true, standingTelling]]);
const hedges = lexicon([[true, hedgeTelling]]);
const doubts = lexicon([[true, doubtTelling]]);

/** The words from the first to the last match. */
export const stretchOf = (matches: readonly Stretch[]): Stretch => ({
  from: Math.min(...matches.map(match => match.from)),
  to: Math.max(...matches.map(match => match.to)),
});

const within = (outer: Stretch, inner: Stretch): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** "Гул мопеда" is what was heard, and no munition yet. */
const soundsOf = /^(гул|гулу|гулом|звук|звуку|звуком)$/;

/** The munition words that say what was used: not equipment that stands somewhere, not answers like "other". */
export const munitionMatches = (whole: Passage) => {
  const { said, denied } = findMunitions(whole.tokens, false);
  const still = findAll(standing, whole.tokens).map(match => around(whole.clauses, match.from));
  const used = (match: Match<MunitionWord>) =>
    !match.meaning.loose &&
    !soundsOf.test(whole.tokens[match.from - 1]?.text ?? '') &&
    !still.some(clause => within(clause, match));
  return { said: said.filter(used), denied };
};

/** "мабуть касети", "looks like a cluster bomb": a hedge in the words just before. */
const hedgedBefore = (whole: Passage, match: Stretch): boolean => {
  const sentence = around(whole.sentences, match.from);
  const reach = Math.max(sentence.from, match.from - 5);
  return findAll(hedges, whole.tokens).some(hedge => hedge.from >= reach && hedge.to <= match.from);
};

/** Doubt said right after ("касети, не впевнений"). */
const hedgedAfter = (whole: Passage, match: Stretch): boolean => {
  const sentence = around(whole.sentences, match.from);
  const reach = Math.min(sentence.to, match.to + 4);
  return findAll(doubts, whole.tokens).some(doubt => doubt.from >= match.to && doubt.from < reach);
};

type MunitionSaid = Readonly<{
  munition?: Field<Munition>;
  delivery?: Field<Delivery>;
  /** Where munition is spoken of. */
  stretch?: Stretch;
  hedged: boolean;
}>;

export const findMunition = (whole: Passage): MunitionSaid => {
  const { said } = munitionMatches(whole);
  if (said.length === 0) return { hedged: false };
  const words = said.map(match => match.meaning);
  const stretch = stretchOf(said);
  const span = spanOf(whole, stretch);
  const types = typesOf(words);
  const carried = deliveryOf(words);
  const hedged = said.some(match => hedgedBefore(whole, match) || hedgedAfter(whole, match));
  const munition = hedged && types.length > 0 ? unsure(types, span) : fieldOf(types, span);
  const delivery = carried && (hedged ? unsure([carried], span) : sure(carried, span));
  return { munition, delivery, stretch, hedged };
};

/** What was seen or heard, in words that say it plainly; a drone's sound counts only with an explosion. */
export const findEffect = (whole: Passage): Field<Effect> | undefined => {
  const exploded = findAll(explosions, whole.tokens).length > 0;
  const said = find(effects, whole.tokens, false).said.filter(
    match => match.meaning !== 'drone_then_explosion' || exploded,
  );
  const codes = new Set(said.map(match => match.meaning));
  if (codes.has('drone_then_explosion') || codes.has('explosion_when_touched'))
    codes.delete('one_big_explosion');
  if (codes.has('explosion_when_touched')) codes.delete('object_found_unexploded');
  return said.length > 0 ? fieldOf([...codes], spanOf(whole, stretchOf(said))) : undefined;
};

/** Mines and unexploded things are found; everything else is used. */
const lying = munitions.filter(munition => munitionTraits[munition].found === 'lying');

const foundEffects: readonly Effect[] = ['object_found_unexploded', 'explosion_when_touched'];

export const findPhase = (
  whole: Passage,
  munition: Field<Munition> | undefined,
  effect: Field<Effect> | undefined,
  harmed: boolean,
): Field<Phase> | undefined => {
  const found = find(phases, whole.tokens, false).said.filter(
    match => !(match.meaning === 'remnant' && isFinding(whole, match)),
  );
  // "After Sunday's attack a boy picked up a bomblet" tells of what was left behind.
  const later = found.filter(match => !(match.meaning === 'attack' && isAfter(whole, match)));
  const said = later.some(match => match.meaning === 'remnant') ? later : found;
  const aimed = isAimed(whole);
  const codes = new Set(said.map(match => match.meaning));
  if (aimed) codes.add('attack');
  const type = munition?.sure ? munition.value : undefined;
  const span = said.length > 0 ? spanOf(whole, stretchOf(said)) : munition?.words;
  if (!span) return undefined;
  if (codes.size === 0 && isLying(whole)) return sure('remnant', span);
  if (codes.size === 2) {
    const explodesWhenFound =
      !aimed && said.every(match => match.meaning === 'remnant' || isBareExplosion(whole, match));
    return explodesWhenFound ? sure('remnant', span) : unsure(['attack', 'remnant'], span);
  }
  const [code] = codes;
  if (code) return sure(code, span);
  if (type && lying.includes(type)) return sure('remnant', span);
  if (effect?.sure && foundEffects.includes(effect.value)) return sure('remnant', span);
  return munition && harmed ? sure('attack', span) : undefined;
};

const lyingWords = /^(лежить|лежать|лежит|лежат|валя|стирч|торч|лежал)/;

/** "Касетні бомбочки лежать по городах": what lies about did not explode. */
const isLying = (whole: Passage): boolean =>
  munitionMatches(whole).said.some(({ from, to }) => {
    const clause = around(whole.clauses, from);
    return whole.tokens
      .slice(Math.max(clause.from, from - 3), Math.min(clause.to, to + 5))
      .some(({ text }) => lyingWords.test(text));
  });

const afterWords = /^(після|после|after|following)$/;

const isAfter = (whole: Passage, { from }: Stretch): boolean =>
  whole.tokens.slice(Math.max(0, from - 5), from).some(({ text }) => afterWords.test(text));

/** "3 ракети по Дружківці", "арта по селу": munition and what it came down on. */
const isAimed = (whole: Passage): boolean =>
  munitionMatches(whole).said.some(({ from, to }) => {
    const clause = around(whole.clauses, from);
    return whole.tokens.some((token, at) => {
      const next = whole.tokens[at + 1];
      return (
        token.text === 'по' &&
        at >= clause.from &&
        at < clause.to &&
        ((at >= to && at - to <= aimReach) || (at < from && from - at <= aimReach + 2)) &&
        next?.kind === 'word' &&
        /^\p{Lu}/u.test(whole.text.slice(next.start, next.end))
      );
    });
  });

/** How many words may stand between munition and "по". */
const aimReach = 2;

const mines: readonly Munition[] = ['anti_personnel_mine', 'anti_vehicle_mine', 'scatterable_mine'];

/** In an attack "міни" are a mortar's as likely as any: neither the type nor that they were planted is said. */
export const ofAttack = (said: MunitionSaid, phase: Field<Phase> | undefined): MunitionSaid => {
  const { munition } = said;
  const isAttack = phase?.sure && phase.value === 'attack';
  const isRemnant = phase?.sure && phase.value === 'remnant';
  // What is left of a cluster munition is a submunition; which of the two is meant is asked.
  if (isRemnant && munition?.sure && munition.value === 'cluster_munition')
    return { ...said, munition: unsure(['unexploded_submunition', 'cluster_munition'], munition.words) };
  if (!isAttack || !munition || munition.sure || !munition.options.every(type => mines.includes(type)))
    return said;
  return { ...said, munition: unsure(['mortar', ...munition.options], munition.words), delivery: undefined };
};

const fragments = lexicon([[true, fragmentTelling]]);
const findings = lexicon([[true, findingTelling]]);

const isFinding = (whole: Passage, match: Stretch): boolean =>
  findAll(findings, whole.tokens.slice(match.from, match.to)).length > 0 && isFragment(whole, match);

/** What was found are fragments, which is no remnant that may explode. */
const isFragment = (whole: Passage, match: Stretch): boolean => {
  const sentence = around(whole.sentences, match.from);
  return findAll(fragments, whole.tokens).some(found => within(sentence, found));
};

const isBareExplosion = (whole: Passage, match: Stretch): boolean =>
  findAll(explosions, whole.tokens.slice(match.from, match.to)).length > 0;

/** "С. Монастирище" is a village's name, and no monastery. */
const isVillageName = ({ tokens }: Passage, { from }: Stretch): boolean => {
  const before = tokens[from - 1]?.text === '.' ? tokens[from - 2] : tokens[from - 1];
  return /^(с|сел[оіау]|смт|пгт|селищ[еіа]|хутір|village)$/.test(before?.text ?? '');
};

const isYard = (whole: Passage, { from }: Stretch): boolean =>
  /^(двор|двір|подвір|yard|courtyard)/.test(whole.tokens[from]?.text ?? '');

const soldiers = /^(військов|военн|military|base|окоп|trench)/;

/** How far a word of damage reaches to the building that it speaks of. */
const hitReach = 9;

/** What was hit: buildings in one clause with a word of damage, and not merely near it or where people were brought. */
export const findAreas = (
  whole: Passage,
  institutions: readonly Span[],
): Field<readonly Area[]> | undefined => {
  const { tokens } = whole;
  const hit = findAll(hits, tokens);
  const beside = findAll(besides, tokens);
  const named = find(areas, tokens, false).said.filter(match => {
    const { start, end } = spanOf(whole, match);
    const isInstitution = institutions.some(span => span.start < end && start < span.end);
    // A lone "військові" are soldiers, not what was hit.
    const isSoldiers =
      match.meaning.includes('military') &&
      match.to - match.from === 1 &&
      soldiers.test(tokens[match.from]?.text ?? '');
    return !isInstitution && !isSoldiers && !isVillageName(whole, match);
  });
  const attacked = [
    ...munitionMatches(whole).said,
    ...find(phases, tokens, false).said.filter(match => match.meaning === 'attack'),
  ];
  const struck = named.filter(match => {
    const sentence = around(whole.sentences, match.from);
    const placed = beside.some(
      other =>
        other.from >= match.from - 4 && other.to <= match.from && !between(whole, other.to, match.from, ','),
    );
    if (placed) return false;
    if (isAimedAt(whole, match, attacked)) return true;
    return hit.some(
      other =>
        within(sentence, other) &&
        reaches(whole, other, match, named) &&
        (other.to <= match.from
          ? match.from - other.to <= hitReach
          : other.from - match.to <= 4 && other.from >= match.to),
    );
  });
  // The yard of a hospital is the hospital's.
  const own = struck.filter(match => !(isYard(whole, match) && named.some(next => next.from === match.to)));
  const codes = [...new Set(own.flatMap(match => match.meaning))].filter(code => code !== 'other');
  const particular = codes.filter(code => code !== 'civilian');
  if (codes.length === 0) return undefined;
  return sure(particular.length > 0 ? particular : codes, spanOf(whole, stretchOf(struck)));
};

const into = new Set('на в у по into on onto at во'.split(' '));

/** "КАБ по магазину", "скид на подвір'я": a preposition right after words of an attack names what it was aimed at. */
const isAimedAt = (whole: Passage, area: Match<readonly Area[]>, attacks: readonly Stretch[]): boolean => {
  const sentence = around(whole.sentences, area.from);
  const clause = around(whole.clauses, area.from);
  for (let at = area.from - 1; at >= Math.max(sentence.from, area.from - 3); at--) {
    const text = whole.tokens[at]?.text ?? '';
    if (!into.has(text)) continue;
    // "по подвір'ю касетами": what came down may stand after.
    if (text === 'по')
      return attacks.some(
        attack => within(sentence, attack) && (attack.to <= at || attack.from - area.to <= 2),
      );
    // "в лесу", "на пляже" say where, not what.
    return (
      !area.meaning.includes('open_land') &&
      attacks.some(attack => within(clause, attack) && attack.to <= at && at - attack.to <= 2)
    );
  }
  return false;
};

/** A word of damage speaks of its own clause, and of a list of buildings that goes on over commas. */
const reaches = (whole: Passage, hit: Stretch, area: Stretch, named: readonly Stretch[]): boolean => {
  const clause = around(whole.clauses, area.from);
  if (hit.from >= clause.from && hit.to <= clause.to) return true;
  const previous = around(whole.clauses, clause.from - 1);
  const isListed = area.from - clause.from <= 3 && named.some(other => within(previous, other));
  return hit.to <= area.from && (isListed || (within(previous, hit) && hit.to >= previous.to - 2));
};

const between = (whole: Passage, from: number, to: number, mark: string): boolean =>
  whole.tokens.slice(from, to).some(token => token.text === mark);
