import type { Incident } from '../incident/incident.ts';
import type { Column } from './columns.ts';

/**
 * Incidents as a GeoJSON feature collection (RFC 7946), in pieces: each at the centre of its settlement, or without a geometry
 * where no settlement is known, with the columns as properties. `about` stands in the collection as a foreign member.
 */
export async function* geojsonOf(
  columns: readonly Column<Incident>[],
  incidents: AsyncIterable<Incident>,
  about: Readonly<Record<string, unknown>>,
): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","about":${JSON.stringify(about)},"features":[`;
  let before = '\n';
  for await (const incident of incidents) {
    yield `${before}${JSON.stringify(featureOf(columns, incident))}`;
    before = ',\n';
  }
  yield '\n]}\n';
}

const featureOf = (columns: readonly Column<Incident>[], incident: Incident): object => {
  const { point } = incident.place;
  return {
    type: 'Feature',
    id: incident.id,
    // Longitude first, seven digits at most.
    geometry: point ? { type: 'Point', coordinates: [rounded(point.lon), rounded(point.lat)] } : null,
    properties: Object.fromEntries(columns.map(({ name, of }) => [name, of(incident) ?? null])),
  };
};

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
