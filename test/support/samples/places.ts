import type { PlaceReading } from '../../../lib/language/place/search.ts';
import type { Place } from '../../../lib/place/place.ts';

/** The places that a search took or offers. */
export const placesOf = (reading: PlaceReading): readonly Place[] => {
  if ('place' in reading) return [reading.place];
  return 'places' in reading ? reading.places : [];
};
