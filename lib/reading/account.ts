import type { Gazetteer } from '../place/gazetteer/gazetteer.ts';
import type { Place } from '../place/place.ts';
import type { Count } from '../report/count.ts';
import type { Answers, Attribution, Source } from '../report/report.ts';
import type { Area, Delivery, Effect, KnownBy, Munition, Phase } from '../report/vocabulary.ts';
import type { Occurred } from '../time/occurred.ts';
import type { TimeContext } from '../time/reading.ts';
import { findCasualties } from './account/casualties.ts';
import type { Field } from './account/field.ts';
import {
  findAreas,
  findEffect,
  findMunition,
  findPhase,
  munitionMatches,
  ofAttack,
} from './account/happening.ts';
import { findMilitaryPosition } from './account/military.ts';
import { passage, type Span, type Stretch, without } from './account/passage.ts';
import { findPlace } from './account/place.ts';
import {
  findAttribution,
  findInstitutions,
  findKnownBy,
  findSource,
  findTargets,
  isReporting,
} from './account/teller.ts';
import { findTime, timeSpans } from './account/time.ts';

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

/** The longest text read: one Telegram message. What is longer is read up to here. */
const longestAccount = 4096;

/**
 * Reads a whole account in any of the three languages, or a mixture, by rules. It would rather leave a field empty than fill
 * it wrongly: two places, two times or two numbers are offered, denied things are left out. Never throws.
 */
export const readAccount = (text: string, context: AccountContext): AccountReading => {
  const whole = passage(text.slice(0, longestAccount));
  const times = timeSpans(whole, context);
  const institutions = findInstitutions(whole);
  const named = findMunition(whole);
  const areas = findAreas(whole, institutions);
  const stretchesAt = (spans: readonly Span[]): readonly Stretch[] =>
    spans.map(({ start, end }) => {
      const inside = whole.tokens.flatMap((token, index) =>
        token.start < end && start < token.end ? [index] : [],
      );
      return { from: Math.min(...inside), to: Math.max(...inside) + 1 };
    });
  const taken = [
    ...stretchesAt(times.map(({ index, length }) => ({ start: index, end: index + length }))),
    ...stretchesAt(birthYears(whole.text)),
    ...munitionMatches(whole).said,
    ...munitionMatches(whole).denied,
  ];
  const { killed, injured } = findCasualties(without(whole, taken));
  const source = findSource(whole);
  const effect = findEffect(whole);
  const harmed = [killed, injured, effect, areas].some(field => field !== undefined);
  const phase = findPhase(whole, named.munition, effect, harmed);
  const { munition, delivery, stretch, hedged } = ofAttack(named, phase);
  const fields: AccountReading = {
    phase,
    place: findPlace(whole, context.gazetteer, institutions, findTargets(whole)),
    occurred: findTime(whole, times, span => isReporting(whole, span), context),
    effect,
    munition,
    delivery,
    knownBy: findKnownBy(whole, stretch, hedged, source),
    killed,
    injured,
    areas,
    source,
    attribution: findAttribution(whole),
    militaryPosition: findMilitaryPosition(whole),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
};

/** "1961 р.н.", "1961 года рождения": a year of birth, which counts nobody. */
const birthYears = (text: string): readonly Span[] =>
  Array.from(
    text.matchAll(/(?:19|20)\d\d\s?(?:р\.\s?н\.|г\.\s?р\.|року народження|года рождения)/gu),
    match => ({ start: match.index, end: match.index + match[0].length }),
  );

/** The answers that an account gives surely, as they are kept in a draft. */
export const sureAnswers = (reading: AccountReading): Partial<Answers> => {
  const { militaryPosition: _, ...fields } = reading;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.sure ? [[name, field.value]] : [])),
  );
};
