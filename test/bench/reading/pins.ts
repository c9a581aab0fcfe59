/**
 * `node test/bench/reading/pins.ts [<file of JSON lines: name, lat, lon, place>]`: how many pins whose place is known are filed under
 * it, and how many lie outside the circle that readers are shown; for landmarks of cities, or the pins of a file.
 */
import { settlementPlace } from '../../../lib/incident/publication/place.ts';
import { distanceKm } from '../../../lib/place/distance.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { nameKey } from '../../../lib/place/gazetteer/spelling.ts';
import { placeOfPoint } from '../../../lib/place/pin/pin.ts';
import { readPins } from '../../lib/place/pin/pins.ts';

const gazetteer = await loadGazetteer('UA');
const pins = readPins(process.argv[2] ?? new URL('../../lib/place/pin/landmarks.jsonl', import.meta.url));

const filed = pins.map(({ lat, lon, place: known }) => {
  const place = placeOfPoint(gazetteer, { lat, lon }, 'map_pin');
  const settlement = gazetteer.settlements.find(({ id }) => id === place.settlement?.id);
  const names = settlement ? [...Object.values(settlement.names), ...settlement.also] : [];
  const { point } = settlementPlace(place);
  return {
    isRight: names.some(name => nameKey(name) === nameKey(known)),
    isInCircle: point && distanceKm(point, { lat, lon }) * 1000 <= (point.accuracyMetres ?? 0),
  };
});

const count = (holds: (one: (typeof filed)[number]) => boolean): number => filed.filter(holds).length;
console.log(`${pins.length} pins whose place is known`);
console.log(`  under that place                  ${count(({ isRight }) => isRight)}`);
console.log(`  outside their public circle       ${count(({ isInCircle }) => isInCircle === false)}`);
console.log(`  without a circle (district alone) ${count(({ isInCircle }) => isInCircle === undefined)}`);
