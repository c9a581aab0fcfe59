import { readFileSync } from 'node:fs';
import { type PlaceReading, searchPlaces } from '../../../../lib/language/place/search.ts';
import { readCoordinates } from '../../../../lib/place/coordinates/read.ts';
import type { Gazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import type { Place } from '../../../../lib/place/place.ts';

/**
 * A phrase and what it says: `Kharkiv UA-63` (a settlement), `near Izium UA-63`, `district Izium district`,
 * `region UA-63`, `unknown`, `unknown UA-63`, `point 50.4501 30.5234`.
 */
type Phrase = Readonly<{ text: string; want: string }>;

export const readPhrases = (file: string): readonly Phrase[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));

const settlementWant = (place: Place): string => `${place.settlement?.names.en} ${place.region}`;

/** What a reading offers, best first, in the corpus's own words. */
export const offersOf = (reading: PlaceReading): readonly string[] => {
  switch (reading.kind) {
    case 'one':
      return [settlementWant(reading.place)];
    case 'near':
      return [`near ${settlementWant(reading.place)}`];
    case 'choose':
      return reading.places.map(
        place => `${place.precision === 'district' ? 'near ' : ''}${settlementWant(place)}`,
      );
    case 'region':
      return [`region ${reading.region}`];
    case 'district':
      return [`district ${reading.place.district?.en}`];
    case 'unknown':
      return [reading.region === undefined ? 'unknown' : `unknown ${reading.region}`];
  }
};

type Score = Readonly<{ right: number; misses: readonly string[]; silentlyWrong: readonly string[] }>;

const sameDegrees = 0.0002;

/** Whether a point is what `point 50.4501 30.5234` says. */
export const isPointOf = ({ lat, lon }: Readonly<{ lat: number; lon: number }>, want: string): boolean => {
  const [, wantedLat, wantedLon] = want.split(' ').map(Number);
  return Math.abs(lat - (wantedLat ?? 0)) < sameDegrees && Math.abs(lon - (wantedLon ?? 0)) < sameDegrees;
};

/**
 * Right: the answer is the first suggestion or among the buttons; for an unknown place, nothing was taken. Silently wrong:
 * another settlement was taken without asking.
 */
export const scoreOf = (gazetteer: Gazetteer, phrases: readonly Phrase[]): Score => {
  const misses: string[] = [];
  const silentlyWrong: string[] = [];
  for (const { text, want } of phrases) {
    if (want.startsWith('point ')) {
      const read = readCoordinates(gazetteer, text);
      if (read?.kind !== 'point' || !isPointOf(read.point, want))
        misses.push(`${text} → ${read?.kind}, not ${want}`);
      continue;
    }
    const reading = searchPlaces(gazetteer, text);
    const offers = offersOf(reading);
    if (offers.includes(want)) continue;
    const asked = reading.kind === 'choose' || reading.kind === 'unknown';
    if (want.startsWith('unknown') && asked) continue;
    misses.push(`${text} → ${reading.kind} ${offers.join(' | ')}, not ${want}`);
    if (!asked) silentlyWrong.push(text);
  }
  return { right: phrases.length - misses.length, misses, silentlyWrong };
};
