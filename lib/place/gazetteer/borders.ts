import type { Point } from '../place.ts';

/**
 * The file that `npm run borders` writes for a country. Numbers are thousandths of a degree. A ring is a start and steps
 * from it (longitude, latitude, by turns); rings within rings are holes.
 */
export type BordersFile = Readonly<{
  about: string;
  regions: readonly (readonly [code: string, rings: readonly (readonly number[])[]])[];
  /** Foreign settlements along the border: latitude, longitude, people (0 = unknown). */
  neighbours: readonly (readonly [lat: number, lon: number, population: number])[];
}>;

type Vertex = readonly [lon: number, lat: number];
type Box = Readonly<{ west: number; south: number; east: number; north: number }>;
type RegionShape = Readonly<{ code: string; rings: readonly (readonly Vertex[])[]; box: Box }>;

/** Where a country and its regions (ISO 3166-2) end, and who lives right beyond. */
export type Borders = Readonly<{
  regions: readonly RegionShape[];
  neighbours: readonly Readonly<{ point: Point; population: number }>[];
}>;

const degrees = (thousandths: number): number => thousandths / 1000;

export const parseBorders = (file: BordersFile): Borders => ({
  regions: file.regions.map(([code, rings]) => {
    const parsed = rings.map(ringOf);
    return { code, rings: parsed, box: boxOf(parsed.flat()) };
  }),
  neighbours: file.neighbours.map(([lat, lon, population]) => ({
    point: { lat: degrees(lat), lon: degrees(lon) },
    population,
  })),
});

/** The region in whose polygon a point lies; undefined beyond all of them: abroad, or at sea. */
export const regionAt = ({ regions }: Borders, point: Point): string | undefined =>
  regions.find(({ rings, box }) => isInBox(point, box) && isInRings(point, rings))?.code;

const ringOf = (steps: readonly number[]): readonly Vertex[] => {
  const ring: Vertex[] = [];
  let [lon, lat] = [0, 0];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    lon += steps[at] ?? 0;
    lat += steps[at + 1] ?? 0;
    ring.push([degrees(lon), degrees(lat)]);
  }
  return ring;
};

const boxOf = (vertices: readonly Vertex[]): Box => {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon, lat] of vertices) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
};

const isInBox = ({ lat, lon }: Point, { west, south, east, north }: Box): boolean =>
  lat >= south && lat <= north && lon >= west && lon <= east;

/** Counts how often a line to the east crosses the rings: odd is inside, and a hole makes it even again. */
const isInRings = ({ lat, lon }: Point, rings: readonly (readonly Vertex[])[]): boolean => {
  let inside = false;
  for (const ring of rings)
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x1 = 0, y1 = 0] = ring[at] ?? [];
      const [x2 = 0, y2 = 0] = ring[before] ?? [];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  return inside;
};
