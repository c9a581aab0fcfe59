import * as z from 'zod/mini';
import type { PointReading } from '../../../../lib/place/coordinates.ts';
import { formatPlace } from '../../../../lib/place/format.ts';
import { placeLabels } from '../../../../lib/place/label.ts';
import { type Place, type Point, placeSchema } from '../../../../lib/place/place.ts';
import { type Html, html, words } from '../../../telegram/html.ts';
import {
  type Ask,
  type Outcome,
  type Question,
  type Reply,
  type View,
  withAnswers,
  withPending,
} from '../question.ts';

/** Half-answer of the region: the words are to be looked up in it, because there were too many places of that name. */
export const lookUpAgain = 'look_up_again';

/** The longest words that can be a place; more is an account. */
const maxWords = 200;

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

/** A place as it is repeated back to whoever gave it: its name, the pin, and how exact it is. */
const said = (place: Place, { t, locale, country }: View): Html => {
  const name = formatPlace(place, locale, country);
  const pin = place.point && `${place.point.lat.toFixed(5)}, ${place.point.lon.toFixed(5)}`;
  const parts = [name || undefined, pin].filter(part => part !== undefined).join(' · ');
  const typed =
    place.settlement === undefined && place.words ? t.witness.place.asTyped(words(place.words)) : undefined;
  return html`${typed}${typed && parts ? ', ' : ''}${parts} (${t.terms.placePrecisions[place.precision]})`;
};

const answeredWith = (place: Place, view: View): Outcome => ({
  kind: 'answered',
  draft: withAnswers(view.draft, { place }),
  understood: said(place, view),
});

const choose = (pending: Pending, view: View, note?: Html): Outcome => ({
  kind: 'asking',
  draft: withPending(view.draft, 'place', pending),
  ...(note && { note }),
});

/** Words that name no place known here: kept as they are, and the region asked next unless it is known. */
const asTyped = (text: string | undefined, view: View, region?: string): Outcome => ({
  kind: 'answered',
  draft: withAnswers(view.draft, {
    place: {
      precision: text === undefined ? 'region' : 'settlement',
      origin: 'typed',
      ...(region !== undefined && { region }),
      ...(text && { words: text }),
    },
  }),
});

/** The point of the place given before, if any: of namesakes the nearer one comes first. */
const nearOf = ({ draft: { answers } }: View): { near?: Point } => {
  const near = answers.place?.point ?? answers.place?.settlement?.point;
  return near ? { near } : {};
};

const readText = (text: string, view: View): Outcome => {
  const { parsers, t } = view;
  if (!parsers) return { kind: 'foreign' };
  const pin = parsers.coordinates(text);
  if (pin) return readPin(pin, view, text);
  if (text.length > maxWords) return { kind: 'refused', note: html`${t.witness.place.tooLong}` };
  const reading = parsers.place(text, nearOf(view));
  switch (reading.kind) {
    case 'one':
    case 'region':
    case 'district':
    case 'near':
      return answeredWith({ ...reading.place, words: text }, view);
    case 'choose':
      return choose(
        { options: [...reading.places], words: text, more: reading.total > reading.places.length },
        view,
      );
    case 'unknown':
      return asTyped(text, view, reading.region);
  }
};

const readPin = ({ point, kind }: PointReading, view: View, typed?: string): Outcome => {
  const { parsers, t, locale, country } = view;
  if (!parsers) return { kind: 'foreign' };
  const origin = typed === undefined ? 'map_pin' : 'typed';
  const place = parsers.pin(point, origin);
  switch (kind) {
    case 'point':
      return answeredWith(place, view);
    case 'zero':
      return { kind: 'refused', note: html`${t.witness.place.zero}` };
    case 'outside':
      return choose({ options: [place] }, view, html`${t.witness.place.outside(country.names[locale])}`);
    case 'swapped': {
      const asGiven = parsers.pin({ ...point, lat: point.lon, lon: point.lat }, origin);
      return choose({ options: [place, asGiven] }, view, html`${t.witness.place.swapped}`);
    }
  }
};

/** Where it happened: words, a point, coordinates, a venue, or the region alone. */
export const place: Question = {
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
        choices: [
          ...optionLabels(pending.options, view).map((label, i) => [{ label, value: `option${i}` }]),
          [{ label: t.witness.place.noneOfThese, value: 'none_of_these' }],
        ],
        none: t.witness.unknown,
      };
    return {
      title: html`${t.witness.place.title}`,
      hint: html`${t.witness.place.hint}`,
      choices: [
        [{ label: t.witness.place.sendLocation, value: 'locate' }],
        [{ label: t.witness.place.byRegion, value: 'by_region' }],
      ],
      none: t.witness.unknown,
    };
  },

  answer: (reply: Reply, view): Outcome => {
    switch (reply.kind) {
      case 'none':
        return {
          kind: 'answered',
          draft: withAnswers(view.draft, { place: { precision: 'unknown', origin: 'typed' } }),
        };
      case 'text':
        return readText(reply.text, view);
      case 'point': {
        const { parsers } = view;
        if (!parsers) return { kind: 'foreign' };
        const judged = parsers.judge(reply.point);
        return judged.kind === 'point'
          ? answeredWith(parsers.pin(reply.point, reply.origin, reply.title), view)
          : readPin(judged, view);
      }
      case 'choice': {
        if (reply.value === 'locate')
          return {
            kind: 'asking',
            draft: view.draft,
            note: html`${view.t.witness.place.sendLocationHint}`,
            locate: true,
          };
        const pending = pendingOf(view);
        if (reply.value === 'by_region') return asTyped(undefined, view);
        if (reply.value === 'none_of_these') {
          const typed = asTyped(pending?.words, view, pending?.region);
          // There are more of that name: they are looked up again once the region is known.
          return typed.kind === 'answered' && pending?.more
            ? { ...typed, draft: withPending(typed.draft, 'region', lookUpAgain) }
            : typed;
        }
        const option = /^option\d$/.test(reply.value)
          ? pending?.options[Number(reply.value.slice(6))]
          : undefined;
        return option
          ? answeredWith({ ...option, ...(pending?.words !== undefined && { words: pending.words }) }, view)
          : { kind: 'foreign' };
      }
      default:
        return { kind: 'foreign' };
    }
  },

  line: view => {
    const { place: given } = view.draft.answers;
    return given && { label: view.t.witness.lines.place, value: said(given, view) };
  },
};

/** The town beside it needs the parsers: without them, namesakes of one district are told apart by coordinates. */
const optionLabels = (options: readonly Place[], { locale, country, parsers }: View): readonly string[] =>
  placeLabels(options, locale, country, parsers?.townBy).map((label, at) => {
    const point = options[at]?.point;
    const pin = point && `${point.lat.toFixed(4)}, ${point.lon.toFixed(4)}`;
    return [pin, label].filter(Boolean).join(' · ');
  });
