import type { PlaceReading } from '../../../../lib/language/place/search.ts';
import { regionName } from '../../../../lib/place/format.ts';
import type { Place } from '../../../../lib/place/place.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import type { Parsers } from '../../../parsers.ts';
import { html, words } from '../../../telegram/html.ts';
import {
  answered,
  type Json,
  type Outcome,
  type Question,
  type Reply,
  type View,
  withPending,
} from '../question.ts';
import { answeredPlace, lookUpAgain, maxTypedLength } from './place.ts';
import { firstRegions, otherRegions, regionChoices } from './region-choices.ts';

const isMissing = ({ answers: { place } }: Draft): boolean =>
  place !== undefined &&
  place.precision !== 'unknown' &&
  place.region === undefined &&
  place.point === undefined;

/** Both in one half-answer: whether the words are to be looked up again, and which regions are shown. */
const looksUpAgain = ({ pending }: Draft): boolean =>
  pending?.region === lookUpAgain || pending?.region === lookUpFurther;
const isFurther = ({ pending }: Draft): boolean =>
  pending?.region === otherRegions || pending?.region === lookUpFurther;
const lookUpFurther = `${lookUpAgain} ${otherRegions}`;

const withPage = (draft: Draft, page: typeof otherRegions | typeof firstRegions): Draft => {
  const [first, further] = looksUpAgain(draft) ? [lookUpAgain, lookUpFurther] : [undefined, otherRegions];
  return withPending(draft, 'region', page === otherRegions ? further : first);
};

/** Back to `place`, with the places of that name in the region. */
const askWhich = (places: readonly Place[], typed: string, code: string, draft: Draft): Outcome => {
  const { place: _, ...answers } = draft.answers;
  const options = JSON.parse(JSON.stringify(places)) as Json;
  return {
    kind: 'answered',
    draft: withPending({ ...draft, answers }, 'place', { options, words: typed, region: code }),
  };
};

/** A place that somebody names at the question for the region takes the place of the one before; undefined for no known place. */
const anotherPlace = (
  reading: PlaceReading,
  typed: string,
  { draft, ...view }: View,
): Outcome | undefined => {
  switch (reading.kind) {
    case 'one':
    case 'district':
    case 'near':
      return answeredPlace({ ...reading.place, words: typed }, { draft, ...view });
    case 'choose': {
      const { place: _, ...answers } = draft.answers;
      const pending = {
        options: [...reading.places],
        words: typed,
        more: reading.total > reading.places.length,
      };
      return {
        kind: 'answered',
        draft: withPending({ ...draft, answers }, 'place', JSON.parse(JSON.stringify(pending))),
      };
    }
    default:
      return undefined;
  }
};

/**
 * The region that was named, and what the words of the place come to in it, where they are to be looked up again; or `other`,
 * a place that was named instead.
 */
type RegionReading = Readonly<{ code?: string; inIt?: PlaceReading; other?: PlaceReading }>;

const regionOf = (reply: Reply, parsers: Parsers): string | undefined => {
  if (reply.kind === 'choice') return reply.value;
  if (reply.kind !== 'text') return undefined;
  const reading = parsers.place(reply.text);
  return reading.kind === 'region' ? reading.region : undefined;
};

/** The region of a place that came without one. If that is unknown too, the words are kept and the place is unknown. */
export const region: Question<RegionReading> = {
  id: 'region',
  section: 'place',
  applies: isMissing,
  answered: draft => !isMissing(draft),

  ask: view => {
    const { t, draft } = view;
    const typed = looksUpAgain(draft) ? undefined : draft.answers.place?.words;
    if (isFurther(draft)) return { title: html`${t.witness.region.title}`, ...regionChoices(view, true) };
    return {
      title: html`${t.witness.region.title}`,
      hint: typed === undefined ? undefined : t.witness.region.kept(words(typed)),
      ...regionChoices(view),
      none: t.witness.unknown,
    };
  },

  read: (reply, { parsers, draft }) => {
    const code = regionOf(reply, parsers);
    if (code === undefined && reply.kind === 'text' && reply.text.length <= maxTypedLength)
      return { other: parsers.place(reply.text) };
    const typed = draft.answers.place?.words;
    if (code === undefined || typed === undefined || !looksUpAgain(draft)) return { code };
    return { code, inIt: parsers.place(typed, { region: code }) };
  },

  answer: (reply, view): Outcome => {
    const { draft, country, locale, t } = view;
    const { place } = draft.answers;
    if (place === undefined) return { kind: 'foreign' };
    const withRegion = (code: string, inIt: PlaceReading | undefined): Outcome => {
      const found = country.regions.find(one => one.code === code);
      if (!found) return { kind: 'foreign' };
      if (place.words !== undefined && inIt?.kind === 'one')
        return answered(view, { place: { ...inIt.place, words: place.words } });
      if (place.words !== undefined && inIt?.kind === 'choose')
        return askWhich(inIt.places, place.words, code, draft);
      return answered(
        view,
        { place: { ...place, region: found.code } },
        html`${regionName(found.code, locale, country)}`,
      );
    };
    switch (reply.kind) {
      case 'none': {
        const unknown: Place = { ...place, precision: 'unknown' };
        return answered(view, { place: unknown });
      }
      case 'choice':
        if (reply.value === otherRegions || reply.value === firstRegions)
          return { kind: 'asking', draft: withPage(draft, reply.value) };
        return withRegion(reply.value, reply.reading?.inIt);
      case 'text': {
        const { code, inIt, other } = reply.reading ?? {};
        if (code !== undefined) return withRegion(code, inIt);
        return (
          (other && anotherPlace(other, reply.text, view)) ?? {
            kind: 'refused',
            note: html`${t.witness.region.notUnderstood}`,
          }
        );
      }
      default:
        return { kind: 'foreign' };
    }
  },
};
