import * as z from 'zod/mini';
import type { PlaceReading } from '../../../../lib/language/place/search.ts';
import { nameIn, sharesName } from '../../../../lib/locale.ts';
import { formatPlace } from '../../../../lib/place/format.ts';
import { placeLabels } from '../../../../lib/place/label.ts';
import type { PointReading } from '../../../../lib/place/pin/judge.ts';
import { type Place, type PlaceOrigin, placeSchema } from '../../../../lib/place/place.ts';
import type { Parsers } from '../../../parsers.ts';
import { type Html, html, words } from '../../../telegram/html.ts';
import { locating } from '../../standing.ts';
import {
  type Ask,
  type Choice,
  type Outcome,
  optionCode,
  type Question,
  type View,
  withAnswers,
  withPending,
} from '../question.ts';
import { firstRegions, otherRegions, regionChoices } from './region-choices.ts';

/** Half-answer of `region`: look the words up again in it, because too many places have that name. */
export const lookUpAgain = 'look_up_again';

/** The longest text taken as a place; anything longer is an account. */
export const maxTypedLength = 200;

/**
 * The half-answer: the words, the places that they may mean, and whether there are more of them than buttons, or only
 * those of a `region` that was asked for that reason.
 */
const pendingSchema = z.object({
  options: z.array(placeSchema),
  words: z.optional(z.string()),
  more: z.optional(z.boolean()),
  region: z.optional(z.string()),
});
type Pending = z.infer<typeof pendingSchema>;

const pendingOf = ({ draft }: View): Pending | undefined =>
  pendingSchema.safeParse(draft.pending?.place).data;

/** A place as repeated back: its name, the pin and its precision. */
const repeated = (place: Place, { t, locale, country }: View): Html => {
  // Typed words are shown as such where no settlement was known by them; those that named a region or district were understood.
  const isAsTyped =
    place.settlement === undefined && (place.precision === 'settlement' || place.point !== undefined);
  const isNamed = place.region !== undefined || place.settlement !== undefined || place.point !== undefined;
  const name = isNamed ? formatPlace({ ...place, words: undefined }, locale, country) : undefined;
  const pin = place.point && `${place.point.lat.toFixed(5)}, ${place.point.lon.toFixed(5)}`;
  const parts = [name || undefined, pin].filter(part => part !== undefined).join(' · ');
  const typed =
    (isAsTyped || !isNamed) && place.words ? t.witness.place.asTyped(words(place.words)) : undefined;
  return html`${typed}${typed && parts ? ', ' : ''}${parts} (${t.terms.placePrecisions[place.precision]})`;
};

export const answeredPlace = (place: Place, view: View): Outcome => ({
  kind: 'answered',
  draft: withAnswers(view.draft, { place }),
  understood: repeated(place, view),
});

const choose = (pending: Pending, view: View, note?: Html): Outcome => ({
  kind: 'asking',
  draft: withPending(view.draft, 'place', pending),
  note,
});

/** Words that name no known place are kept as typed; the region is asked next unless it is known. */
const asTyped = (text: string | undefined, view: View, region?: string): Outcome => ({
  kind: 'answered',
  draft: withAnswers(view.draft, {
    place: {
      precision: text === undefined ? 'region' : 'settlement',
      origin: 'typed',
      region,
      words: text || undefined,
    },
  }),
});

/** What was read: a point with the places that it may be, the likelier first; a map link that cannot be opened; words. */
type Reading =
  | Readonly<{ kind: 'closed' }>
  | Readonly<{ kind: 'pin'; point: PointReading['kind']; places: readonly Place[] }>
  | PlaceReading;

const pinned = (
  { point, kind }: PointReading,
  parsers: Parsers,
  origin: PlaceOrigin,
  title?: string,
): Reading => {
  const asGiven = { ...point, lat: point.lon, lon: point.lat };
  const points = kind === 'swapped' ? [point, asGiven] : [point];
  return { kind: 'pin', point: kind, places: points.map(one => parsers.pin(one, origin, title)) };
};

const answerText = (reading: Reading | undefined, text: string, view: View): Outcome => {
  if (reading?.kind === 'pin') return answerPin(reading, view);
  if (reading?.kind === 'closed') return { kind: 'refused', note: html`${view.t.witness.place.closed}` };
  if (text.length > maxTypedLength) return { kind: 'refused', note: html`${view.t.witness.place.tooLong}` };
  switch (reading?.kind) {
    case 'one':
    case 'region':
    case 'district':
    case 'near':
      return answeredPlace({ ...reading.place, words: text }, view);
    case 'choose':
      return choose(
        { options: [...reading.places], words: text, more: reading.total > reading.places.length },
        view,
      );
    case 'unknown':
      return asTyped(text, view, reading.region);
    default:
      return { kind: 'foreign' };
  }
};

const answerPin = ({ point, places }: Extract<Reading, { kind: 'pin' }>, view: View): Outcome => {
  const { t, locale, country } = view;
  const [likeliest] = places;
  if (!likeliest) return { kind: 'foreign' };
  switch (point) {
    case 'point':
      return answeredPlace(likeliest, view);
    case 'zero':
      return { kind: 'refused', note: html`${t.witness.place.zero}` };
    case 'outside':
      return choose(
        { options: [likeliest] },
        view,
        html`${t.witness.place.outside(nameIn(country.names, [locale, ...country.languages]))}`,
      );
    case 'swapped':
      return choose({ options: [...places] }, view, html`${t.witness.place.swapped}`);
  }
};

const answerChoice = (value: string, view: View): Outcome => {
  const pending = pendingOf(view);
  if (value === 'locate')
    return {
      kind: 'asking',
      draft: withPending(view.draft, 'place', locating),
      note: html`${view.t.witness.place.sendLocationHint}`,
      locate: true,
    };
  if (value === otherRegions || value === firstRegions)
    return {
      kind: 'asking',
      draft: withPending(view.draft, 'place', value === otherRegions ? value : undefined),
    };
  if (value === 'by_region') return asTyped(undefined, view);
  const region = view.country.regions.find(({ code }) => code === value);
  if (region && !pending)
    return answeredPlace({ precision: 'region', origin: 'typed', region: region.code }, view);
  if (value === 'none_of_these') {
    const typed = asTyped(pending?.words, view, pending?.region);
    // There are more of that name: they are looked up again once the region is known.
    return typed.kind === 'answered' && pending?.more
      ? { ...typed, draft: withPending(typed.draft, 'region', lookUpAgain) }
      : typed;
  }
  const option = pending?.options.find(one => optionCode(one) === value);
  return option
    ? answeredPlace({ ...option, words: pending?.words ?? option.words }, view)
    : { kind: 'foreign' };
};

/** Where it happened: words, a point, coordinates, a venue, or the region alone. */
export const place: Question<Reading> = {
  id: 'place',
  section: 'place',
  applies: () => true,
  answered: draft => draft.answers.place !== undefined,

  ask: (view): Ask => {
    const { t } = view;
    const pending = pendingOf(view);
    if (pending)
      return {
        title: html`${t.witness.place.which}`,
        hint: pending.words === undefined ? undefined : words(pending.words),
        choices: pendingChoices(pending.options, view).map(choice => [choice]),
        turn: { label: t.witness.place.noneOfThese, value: 'none_of_these' },
        none: t.witness.unknown,
      };
    if (view.draft.pending?.place === otherRegions)
      return { title: html`${t.witness.region.title}`, ...regionChoices(view, true) };
    const { choices, turn } = regionChoices(view);
    return {
      title: html`${t.witness.place.title}`,
      hint: html`${t.witness.place.hint}`,
      turn,
      choices: [[{ label: t.witness.place.sendLocation, value: 'locate' }], ...choices],
      none: t.witness.unknown,
    };
  },

  read: (reply, { parsers, draft: { answers } }): Reading | undefined => {
    if (reply.kind === 'point') {
      const judged = parsers.judge(reply.point);
      return judged.kind === 'point'
        ? pinned(judged, parsers, reply.origin, reply.title)
        : pinned(judged, parsers, 'map_pin');
    }
    if (reply.kind !== 'text') return undefined;
    const pin = parsers.coordinates(reply.text);
    if (pin?.kind === 'closed') return pin;
    if (pin) return pinned(pin, parsers, 'typed');
    // Of namesakes, the one nearer to the place that was given before comes first.
    const near = answers.place?.point ?? answers.place?.settlement?.point;
    return reply.text.length > maxTypedLength ? undefined : parsers.place(reply.text, { near });
  },

  answer: (reply, view) => {
    switch (reply.kind) {
      case 'none':
        return {
          kind: 'answered',
          draft: withAnswers(view.draft, { place: { precision: 'unknown', origin: 'typed' } }),
        };
      case 'text':
        return answerText(reply.reading, reply.text, view);
      case 'point':
        return reply.reading?.kind === 'pin' ? answerPin(reply.reading, view) : { kind: 'foreign' };
      case 'choice':
        return answerChoice(reply.value, view);
      default:
        return { kind: 'foreign' };
    }
  },

  line: view => {
    const { place: given } = view.draft.answers;
    return given && { label: view.t.witness.lines.place, value: repeated(given, view) };
  },
};

/** The places to choose from. Without `townBy`, namesakes of one district are told apart by coordinates. */
const pendingChoices = (options: readonly Place[], { locale, country, townBy }: View): readonly Choice[] => {
  const labels = placeLabels(options, locale, country, townBy);
  const ownLabels = withoutSharedName(labels, options, { country, locale });
  return options.map((option, at) => {
    const { point } = option;
    const pin = point && `${point.lat.toFixed(4)}, ${point.lon.toFixed(4)}`;
    return { label: [pin, ownLabels[at]].filter(Boolean).join(' · '), value: optionCode(option) };
  });
};

/** Labels without the name that all of them begin with: it stands above, and what tells namesakes apart is not cut. */
const withoutSharedName = (
  labels: readonly string[],
  options: readonly Place[],
  view: Pick<View, 'country' | 'locale'>,
): readonly string[] => {
  const names = options.map(({ settlement }) =>
    settlement ? nameIn(settlement.names, [view.locale, ...view.country.languages]) : '',
  );
  const rests = labels.map((label, at) => {
    const name = names[at];
    if (!name || !label.startsWith(name)) return '';
    return label
      .slice(name.length)
      .replace(/^ \(([^)]*)\)/, '$1')
      .replace(/^, /, '');
  });
  const isShared =
    labels.length > 1 &&
    options.every(
      one =>
        options[0]?.settlement &&
        one.settlement &&
        sharesName(options[0].settlement.names, one.settlement.names),
    );
  return isShared && rests.every(rest => rest !== '') && new Set(rests).size === rests.length
    ? rests
    : labels;
};
