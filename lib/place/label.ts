import type { Country } from '../country.ts';
import { type Locale, type Names, nameIn, sharesName } from '../locale.ts';
import { wordings } from '../wording/index.ts';
import { distanceKm } from './distance.ts';
import { formatPlace } from './format.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import type { Place } from './place.ts';

/** Namesakes are told apart by the nearest settlement of at least this many people. */
const townPopulation = 5_000;

/** The nearest town of another name; undefined when the place is no settlement. */
export const nearestTown = (gazetteer: Gazetteer, { settlement }: Place): Names | undefined => {
  if (!settlement) return undefined;
  let nearest: Readonly<{ names: Names; km: number }> | undefined;
  for (const { names, population, point } of gazetteer.settlements) {
    if (population < townPopulation) break;
    if (sharesName(names, settlement.names)) continue;
    const km = distanceKm(point, settlement.point);
    if (!nearest || km < nearest.km) nearest = { names, km };
  }
  return nearest?.names;
};

/**
 * Labels for buttons, as `formatPlace` words them. Equal ones get the town that `townOf` finds beside them; if they are
 * still equal, coordinates.
 */
export const placeLabels = (
  places: readonly Place[],
  locale: Locale,
  country: Country,
  townOf: (place: Place) => Names | undefined = () => undefined,
): readonly string[] => {
  const plain = places.map(place => formatPlace(place, locale, country));
  const beside = plain.map((label, at) => {
    const place = places[at];
    const town = place && isRepeated(plain, label) ? townOf(place) : undefined;
    return town
      ? withNote(label, `${wordings[locale].place.near} ${nameIn(town, [locale, ...country.languages])}`)
      : label;
  });
  return beside.map((label, at) => {
    const point = places[at]?.settlement?.point;
    return point && isRepeated(beside, label)
      ? withNote(label, `${point.lat.toFixed(3)}, ${point.lon.toFixed(3)}`)
      : label;
  });
};

const isRepeated = (labels: readonly string[], label: string): boolean =>
  labels.filter(other => other === label).length > 1;

/** Puts the note right after the name, because long labels are cut at their end. */
const withNote = (label: string, note: string): string =>
  label.replace(/^[^,]*/, name => `${name} (${note})`);
