import type { Area } from '../../report/vocabulary.ts';
import type { Found } from '../lexicon/lexicon.ts';
import { hull, type Passage, type Stretch, spanOf } from '../passage/passage.ts';
import { type Field, sure, unsure } from './field.ts';
import { munitionsUsed } from './munition.ts';
import { clauseOf, gap, isHedged, nearby, saidIn, sentenceOf, within } from './said.ts';

/** How far a word of damage reaches to the building that it speaks of, after it and before it. */
const reachAfter = 9;
const reachBefore = 4;
/** How far before a building a word says that somebody or something was only beside it. */
const besideReach = 4;

/** What was hit: buildings in one clause with a word of damage, and not merely near it or where people were brought. */
export const findAreas = (
  passage: Passage,
  institutions: readonly Stretch[],
): Field<readonly Area[]> | undefined => {
  const named = saidIn(passage, 'area').filter(area => !isName(passage, area, institutions));
  const hits = saidIn(passage, 'hit');
  const attacks: readonly Stretch[] = [...munitionsUsed(passage), ...saidIn(passage, 'attack')];
  const struck = named.filter(
    area =>
      !isBeside(passage, area) &&
      !isSpared(passage, area) &&
      (isAimedAt(passage, area, attacks) ||
        isDamaged(passage, area, hits, named) ||
        isAlone(passage, area, attacks)),
  );
  // The yard of a hospital is the hospital's.
  const own = struck.filter(
    area =>
      !(isYard(area) && named.some(next => next.from === area.to)) &&
      !(isStore(area) && named.some(next => next.to === area.from || next.from === area.to)),
  );
  const codes = [...new Set(own.flatMap(({ value }) => value.replace('?', '').split('|') as Area[]))].filter(
    code => code !== 'other',
  );
  const particular = codes.filter(code => code !== 'civilian');
  if (codes.length === 0) return undefined;
  const said = particular.length > 0 ? particular : codes;
  const words = spanOf(passage, hull(struck));
  // Of several things the text may tell of one as hit and of another as where people were.
  const isDoubtful =
    (codes.length > 1 &&
      (!isList(passage, own, hits) || codes.length > mostListed || codes.includes('transport'))) ||
    own.some(area => area.value.endsWith('?') || isHedged(passage, area));
  return isDoubtful ? unsure([said], words) : sure(said, words);
};

/** Of more things, or of vehicles beside buildings, which was meant is asked. */
const mostListed = 2;

const damage = /^(пошкод|поврежд|руйн|зруйн|поруйн|разруш|знищ|уничтож|damage|destroy|побит|понівеч)/;

/** "пошкоджено будинки, школу та магазин": a list in one sentence after a word of damage. */
const isList = (passage: Passage, areas: readonly Found[], hits: readonly Found[]): boolean => {
  const from = Math.min(...areas.map(area => area.from));
  const sentence = sentenceOf(passage, from);
  return (
    areas.every(area => within(sentence, area)) &&
    hits.some(hit => damage.test(hit.lemma) && within(sentence, hit) && hit.to <= from)
  );
};

const isYard = ({ lemma }: Found): boolean => /^(двор|двір|подвір|yard|courtyard)/.test(lemma);

/** What a store holds, or is for, says more: "humanitarian warehouse", "склад зерна". */
const isStore = ({ lemma }: Found): boolean => /^(склад|ангар|warehouse|hangar|depot)/.test(lemma);

/** In a hospital, not into it. */
const lying = /^(у|в|in) .*(ні|лі|це|ле|hospital)$/;

/** "церква ціла", "хати поки ні", and the hospital that people lie in. */
const isSpared = (passage: Passage, area: Stretch): boolean =>
  nearby(passage, area, 'intact', { after: 2 }) !== undefined ||
  lying.test(passage.at('brought', area.from)?.lemma ?? '') ||
  (passage.at('brought', area.from) !== undefined &&
    !['attack', 'hit'].some(family =>
      saidIn(passage, family).some(one => within(clauseOf(passage, area.from), one)),
    ));

/** A building that is the name of an institution, a village or a street. */
const isName = (passage: Passage, area: Found, institutions: readonly Stretch[]): boolean => {
  if (institutions.some(one => one.from < area.to && area.from < one.to)) return true;
  const isAlone = area.to === area.from + 1;
  if (isAlone && area.value === 'civilian') return true;
  const { tokens } = passage;
  const before = tokens[area.from - 1]?.text === '.' ? area.from - 2 : area.from - 1;
  const isCapital = tokens[area.from]?.capital === true && area.from > sentenceOf(passage, area.from).from;
  // "Біла Церква", "на Николаевском шоссе"
  const isNamed =
    tokens[before]?.capital === true &&
    tokens[before]?.clause === tokens[area.from]?.clause &&
    (tokens[area.from]?.text.length ?? 0) > 3;
  if (isNamed && (isCapital || /^(шосе|шоссе|road|highway)$/.test(area.lemma))) return true;
  return (
    isCapital &&
    (passage.at('place-type', before) !== undefined || passage.at('address', before) !== undefined)
  );
};

/** The words before a building place something beside it, or bring people to it. */
const isBeside = (passage: Passage, area: Stretch): boolean => {
  const beside = nearby(passage, area, 'beside', { before: besideReach });
  if (!beside) return false;
  const between = passage.tokens.slice(beside.to, area.from);
  if (between.some(({ text }) => text === ',')) return false;
  return !between.some((_, at) => passage.at('hit', beside.to + at) !== undefined);
};

/** "КАБ по магазину", "скид на подвір'я": a preposition right after words of an attack names what it was aimed at. */
const isAimedAt = (passage: Passage, area: Found, attacks: readonly Stretch[]): boolean => {
  const sentence = sentenceOf(passage, area.from);
  const clause = clauseOf(passage, area.from);
  for (let at = area.from - 1; at >= Math.max(sentence.from, area.from - 3); at--) {
    const onto = passage.at('onto', at);
    if (!onto || onto.from !== at) continue;
    // "по подвір'ю касетами": what came down may stand after.
    if (passage.tokens[at]?.text === 'по' && !saidIn(passage, 'found').some(found => within(clause, found)))
      return attacks.some(attack => within(sentence, attack) && (attack.to <= at || gap(area, attack) <= 2));
    // "в лесу", "на пляже" say where, not what.
    return (
      !area.value.includes('open_land') &&
      attacks.some(attack => within(clause, attack) && attack.to <= at && at - attack.to <= 2)
    );
  }
  return false;
};

/** "Дніпро, п'ятиповерхівка", "ФАБ-500 лікарня": a clause of hardly more than the building, or munition right beside it. */
const isAlone = (passage: Passage, area: Stretch, attacks: readonly Stretch[]): boolean => {
  const { from, to } = clauseOf(passage, area.from);
  const words = passage.tokens.slice(from, to).filter(({ kind }) => kind === 'word').length;
  const isWhole = words - (area.to - area.from) <= 1 && to > from;
  const isBeside = attacks.some(attack => attack.to === area.from || area.to === attack.from);
  return attacks.length > 0 && (isWhole || isBeside);
};

/** A word of damage speaks of its own clause, and of a list of buildings that goes on over commas. */
const isDamaged = (
  passage: Passage,
  area: Stretch,
  hits: readonly Stretch[],
  named: readonly Stretch[],
): boolean => {
  const clause = clauseOf(passage, area.from);
  const previous = clauseOf(passage, Math.max(0, clause.from - 1));
  const sentence = sentenceOf(passage, area.from);
  const isListed = area.from - clause.from <= 3 && named.some(other => within(previous, other));
  return hits.some(hit => {
    if (!within(sentence, hit)) return false;
    const isAfter = hit.to <= area.from;
    if (gap(hit, area) > (isAfter ? reachAfter : reachBefore)) return false;
    if (hit.from >= clause.from && hit.to <= clause.to) return true;
    return isAfter && (isListed || (within(previous, hit) && hit.to >= previous.to - 2));
  });
};
