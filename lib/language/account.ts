import type { Gazetteer } from '../place/gazetteer/gazetteer.ts';
import type { Place } from '../place/place.ts';
import type { Count } from '../report/count.ts';
import type { Attribution, Source } from '../report/report.ts';
import type { Area, Delivery, Effect, KnownBy, Munition, Phase } from '../report/vocabulary.ts';
import type { Occurred } from '../time/occurred.ts';
import type { FoundTime, TimeContext } from '../time/reading.ts';
import { findAreas } from './account/area.ts';
import { type Facts, factsIn, findEffect, findPhase, hasOtherCause } from './account/facts.ts';
import { asked, type Field, sure, unsure } from './account/field.ts';
import { findMunition, ofAttack } from './account/munition.ts';
import { findPlace } from './account/place.ts';
import { saidIn } from './account/said.ts';
import { findAttribution } from './account/side.ts';
import { findKnownBy, findSource, institutionsIn, isReporting } from './account/source.ts';
import { findTime, stretchOf, timesIn } from './account/time.ts';
import { munitionsIn } from './answer/munition.ts';
import { hull, type Passage, readPassage, type Span, type Stretch, spanOf } from './passage/passage.ts';
import { casualtiesOf } from './people/casualties.ts';
import type { Told } from './people/statement.ts';

/** What an account is read against. */
type AccountContext = TimeContext & Readonly<{ gazetteer: Gazetteer }>;

/**
 * What one message says of everything that the interview asks. A field that is missing was not said: it is neither zero nor
 * `unknown`. A field that is not sure carries options and is asked, never filled. `words` are offsets in `cleanText(text)`.
 */
export type AccountReading = Readonly<{
  phase?: Field<Phase>;
  place?: Field<Place>;
  occurred?: Field<Occurred>;
  effect?: Field<Effect>;
  munition?: Field<Munition>;
  delivery?: Field<Delivery>;
  knownBy?: Field<KnownBy>;
  killed?: Field<Count>;
  injured?: Field<Count>;
  areas?: Field<readonly Area[]>;
  source?: Field<Source>;
  attribution?: Field<Attribution>;
  /** Where the text speaks of troops or their things: shown to the witness and the moderator, never to readers. */
  militaryPosition?: Span;
}>;

/**
 * Reads a whole account in any of the three languages, or a mixture, by rules. It would rather leave a field empty than fill
 * it wrongly: two places, two times or two numbers are offered, denied things are left out, and where nothing is said to have
 * happened nothing is filled. Never throws.
 */
export const readAccount = (text: string, context: AccountContext): AccountReading => {
  const passage = readPassage(text);
  const times = timesIn(passage, context);
  const institutions = institutionsIn(passage);
  const military = saidIn(passage, 'military');
  const militaryPosition = military.length > 0 ? spanOf(passage, hull(military)) : undefined;
  const told = casualtiesOf(passage, isTaken(passage, times));
  const [killed, injured] = [fieldOfTold(passage, told.killed), fieldOfTold(passage, told.injured)];
  const facts = factsIn(passage);
  const effect = findEffect(passage, facts);
  const areas = findAreas(passage, institutions);
  const used = findMunition(passage);
  const harmed = [killed, injured, effect, areas].some(field => field !== undefined);
  const place = findPlace(passage, context.gazetteer, institutions);
  const occurred = findTime(passage, times, span => isReporting(passage, span), context);
  const phase = findPhase(passage, facts, {
    munition: used.munition,
    effect,
    harmed,
    counted: killed !== undefined || injured !== undefined,
    placed: place !== undefined || occurred !== undefined,
  });
  const hasHappened =
    phase !== undefined || killed !== undefined || injured !== undefined || used.munition !== undefined;
  if (!hasHappened && !isPlaceAndTime(passage, times, place))
    return militaryPosition ? filled({ militaryPosition, place, source: findSource(passage) }) : {};
  const isPart = passage.all('fragment').length > 0;
  const { munition, delivery, stretch, hedged } = ofAttack(used, phase, {
    touched: facts.touched,
    isPart,
  });
  const source = findSource(passage);
  const says = { place, occurred, munition, delivery, killed, injured, areas, phase, source };
  if (isOnlyOffered(passage, says, effect)) return offered(says);
  const one = tellsOfSeveral(place, occurred) ? asked : <Value>(field: Field<Value> | undefined) => field;
  // What did it, and to what, is as doubtful as whether it happened.
  const ofPhase = phase?.sure === false ? asked : one;
  return filled({
    phase,
    place,
    occurred,
    effect: effectIn(effect, phase, facts, saidIn(passage, 'harm').length > 0, munition?.sure === true),
    munition: isPart ? one(munition) : ofPhase(munition),
    delivery: isPart ? one(delivery) : ofPhase(delivery),
    knownBy: findKnownBy(passage, stretch, hedged, source, phase),
    killed: one(killed),
    injured: one(injured),
    areas: phase?.sure && phase.value === 'remnant' ? asked(areas) : ofPhase(areas),
    source: isFoundBySight(phase, source) ? asked(source) : source,
    attribution: findAttribution(passage),
    militaryPosition,
  });
};

/**
 * What thunder, a rumour that is denied or an illness would explain is only offered, and all that goes with it; so is what
 * nobody who tells of it has seen, and where it is not even sure that anybody was hurt.
 */
const isOnlyOffered = (
  passage: Passage,
  { phase, place, munition, killed, injured, areas }: AccountReading,
  effect: Field<Effect> | undefined,
): boolean => {
  if (hasOtherCause(passage) || saidIn(passage, 'unverified').length > 0) return true;
  const isAlone = ![phase, place, munition, effect, injured, areas].some(field => field !== undefined);
  if (killed !== undefined && isAlone && isOnlyDying(passage)) return true;
  return !phase && !munition && !killed?.sure && !injured?.sure && (killed ?? injured) !== undefined;
};

/** "He died two years ago": where nothing else is told, nobody did it. */
const isOnlyDying = (passage: Passage): boolean =>
  saidIn(passage, 'harm').every(({ lemma }) =>
    /^(померти|помирати|умереть|умирать|скончаться|die)/.test(lemma),
  );

const offered = (reading: AccountReading): AccountReading =>
  Object.fromEntries(
    Object.entries(filled(reading)).map(([name, field]) => [name, asked(field as Field<unknown>)]),
  );

/** Who saw what lies there need not have seen how it came. */
const isFoundBySight = (phase: Field<Phase> | undefined, source: Field<Source> | undefined): boolean =>
  phase?.sure === true &&
  phase.value === 'remnant' &&
  source?.sure === true &&
  source.value.kind === 'own_eyes';
/** What was found lies there and did not explode, unless somebody touched it; of an attack it is only a part. */
const effectIn = (
  effect: Field<Effect> | undefined,
  phase: Field<Phase> | undefined,
  { touched, remnants }: Facts,
  hurt: boolean,
  isKnown: boolean,
): Field<Effect> | undefined => {
  if (!phase?.sure) return phase ? asked(effect) : effect;
  if (phase.value === 'attack')
    return effect?.sure && effect.value === 'object_found_unexploded' ? asked(effect) : effect;
  if (effect || touched || hurt) return effect;
  return remnants.length > 0 || isKnown
    ? sure('object_found_unexploded', phase.words)
    : unsure(['object_found_unexploded'], phase.words);
};

/** A day's strikes on several places: what was hit, by what and whom is no one incident's. */
const tellsOfSeveral = (place: Field<Place> | undefined, occurred: Field<Occurred> | undefined): boolean => {
  const places =
    place && !place.sure ? new Set(place.options.map(({ settlement }) => settlement?.names.uk)).size : 1;
  const times = occurred && !occurred.sure ? occurred.options.length : 1;
  return places >= 3 || (places >= 2 && times >= 2);
};

const filled = (fields: AccountReading): AccountReading =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));

/** Tokens that count nobody: of times, and of munition ("С-300"). */
const isTaken = (passage: Passage, times: readonly FoundTime[]): ((index: number) => boolean) => {
  const { said, denied } = munitionsIn(passage);
  const stretches: readonly Stretch[] = [
    ...times.map(({ index, length }) => stretchOf(passage, { start: index, end: index + length })),
    ...[...said, ...denied].filter(({ from, to }) => hasNumber(passage, from, to)),
  ];
  const taken = new Set(stretches.flatMap(tokensIn));
  const isAddress = (index: number): boolean =>
    passage.numbers.has(index) &&
    [1, 2, 3].some(
      back =>
        passage.at('address', index - back) !== undefined &&
        passage.tokens[index - back]?.clause === passage.tokens[index]?.clause,
    );
  return index => taken.has(index) || isAddress(index);
};

const tokensIn = ({ from, to }: Stretch): readonly number[] =>
  Array.from({ length: to - from }, (_, step) => from + step);

const hasNumber = ({ tokens }: Passage, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ kind }) => kind === 'number');

const fieldOfTold = (passage: Passage, told: Told | undefined): Field<Count> | undefined => {
  const [count] = told?.options ?? [];
  if (!told || count === undefined) return undefined;
  const words = spanOf(passage, told);
  return told.sure && told.options.length === 1 ? sure(count, words) : unsure(told.options, words);
};

/** How many words that are neither may stand in a message that only gives a place and a time. */
const mostOtherWords = 1;

/** A message that gives a place or a time and says nothing else: half an answer, not an account of something else. */
const isPlaceAndTime = (
  passage: Passage,
  times: readonly FoundTime[],
  place: Field<Place> | undefined,
): boolean => {
  const spans = [
    ...times.map(({ index, length }) => ({ start: index, end: index + length })),
    ...(place ? [place.words] : []),
  ];
  const named = new Set(spans.flatMap(span => tokensIn(stretchOf(passage, span))));
  const others = passage.tokens.filter(
    ({ kind }, at) =>
      kind === 'word' &&
      !named.has(at) &&
      !passage.at('filler', at) &&
      !passage.at('greeting', at) &&
      !passage.at('place-type', at) &&
      !isOfPlace(passage, at),
  );
  return spans.length > 0 && others.length <= mostOtherWords;
};

/** "near the school": words around a place, but not of a way or a course. */
const isOfPlace = (passage: Passage, at: number): boolean =>
  /^(beside|preposition|street|address|landmark|filler)$/.test(passage.at('place', at)?.value ?? '');
