import { nameIn } from '../../lib/locale.ts';
import { type MapModel, type MapPlace, shapeCounts } from '../../lib/picture/map.ts';
import type { Shape } from '../../lib/picture/symbol.ts';
import type { Asked } from './asked.ts';
import type { MapCounts } from './counts.ts';
import { captionOf, sentence, spokenOf } from './words.ts';

/** How many places are named under the map. */
const spokenPlaces = 5;
const mostTowns = 40;

/** A map in a language, and what is said under it. */
export const mapModel = (asked: Asked, counts: MapCounts): Readonly<{ model: MapModel; spoken: string }> => {
  const { view, gazetteer, area } = asked;
  const { t, locale, country } = view;
  const texts = t.pictures;
  const languages = [locale, ...country.languages];
  const settlements = new Map(gazetteer.settlements.map(one => [one.id, one]));
  for (const { id, city } of gazetteer.sections) settlements.set(id, city);
  const places = counts.places.flatMap(({ settlement, ...counted }): MapPlace[] => {
    const found = settlements.get(settlement);
    return found ? [{ ...counted, point: found.point, name: nameIn(found.names, languages) }] : [];
  });
  // What the gazetteer does not know any more cannot be drawn.
  const drawn = places.reduce((sum, { count }) => sum + count, 0);
  const lost = counts.places.reduce((sum, { count }) => sum + count, 0) - drawn;
  const unsettled = { ...counts.unsettled, count: counts.unsettled.count + lost };
  const unplaced = unsettled.unexploded + counts.nowhere.unexploded;
  const corner = [
    ...(unsettled.count > 0 ? [texts.noSettlement(unsettled.count)] : []),
    ...(counts.nowhere.count > 0 ? [texts.noRegion(counts.nowhere.count)] : []),
    ...(unplaced > 0 ? [texts.noPlaceUnexploded(unplaced)] : []),
  ];
  const digits = (n: number): string => n.toLocaleString(locale);
  const caption = captionOf(asked, []);
  const most = places.slice(0, spokenPlaces).map(({ name, count }) => `${name} ${digits(count)}`);
  const unexploded = places.reduce((sum, place) => sum + place.unexploded, 0);
  return {
    model: {
      kind: 'map',
      caption: { ...caption, source: [...caption.source, texts.ground] },
      region: area.region,
      places,
      towns: gazetteer.settlements
        .filter(({ region }) => area.region === undefined || region === area.region)
        .slice(0, mostTowns)
        .map(({ names, point }) => ({ name: nameIn(names, languages), point })),
      corner,
      words: {
        size: texts.size,
        shapes: Object.fromEntries(
          Object.entries(shapeCounts(places))
            .sort(([, a], [, b]) => b - a)
            .map(([shape, n]) => [shape, `${texts.families[shape as Shape]}: ${digits(n)}`]),
        ),
        ring: texts.ring(unexploded),
        dashes: texts.dashes,
        digits,
      },
    },
    spoken: spokenOf(asked, caption, [
      ...(most.length > 0 ? [texts.most(most.join(', '))] : []),
      ...corner.map(sentence),
      ...(unexploded > 0 ? [sentence(texts.ring(unexploded))] : []),
    ]),
  };
};
