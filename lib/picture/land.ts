import { geoConicEqualArea, geoIdentity, geoPath } from 'd3-geo';
import { type Borders, regionAt } from '../place/gazetteer/borders.ts';
import type { Point } from '../place/place.ts';
import type { Box, Spot } from './mark.ts';

type Ring = readonly Spot[];

/** The ground of a map: where a point of the earth lies on it, and the outlines of regions. */
export type Land = Readonly<{
  spotOf: (point: Pick<Point, 'lat' | 'lon'>) => Spot;
  /** Whether a spot lies in the country, or in the region that the map is of. */
  isLand: (spot: Spot) => boolean;
  /** How many pixels a distance on the earth takes. */
  pixelsOf: (metres: number) => number;
  /** The regions by code, as SVG paths: holes by the rule of even and odd. */
  regions: readonly Readonly<{ code: string; path: string }>[];
  /** The borders that lie between no two regions: the country's. */
  outline: string;
}>;

const earthMetres = 6_371_008;

/**
 * Lays a country out in a box, or one region of it with what lies around. The projection keeps areas true (Albers'), as
 * circles whose area counts need, with its parallels in the country's latitudes. Shapes are those of `borders`: regions as
 * the UN counts them, Crimea and Sevastopol among them.
 */
export const layOut = (borders: Borders, box: Box, focus?: string | undefined): Land => {
  const shown = borders.regions.filter(({ code }) => focus === undefined || code === focus);
  const vertices = (shown.length > 0 ? shown : borders.regions).flatMap(({ rings }) => rings.flat());
  const [west, east] = bounds(vertices.map(([lon]) => lon));
  const [south, north] = bounds(vertices.map(([, lat]) => lat));
  const sixth = (north - south) / 6;
  const projection = geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [box.left, box.top],
        [box.right, box.bottom],
      ],
      { type: 'MultiPoint', coordinates: vertices.map(([lon, lat]) => [lon, lat]) },
    );
  const spot = (lon: number, lat: number): Spot => {
    const [x, y] = projection([lon, lat]) ?? [0, 0];
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  };
  // What lies far beyond the box is left out: renderers fail at such coordinates.
  const path = geoPath(
    geoIdentity().clipExtent([
      [box.left - beyond, box.top - beyond],
      [box.right + beyond, box.bottom + beyond],
    ]),
  ).digits(1);
  const line = (vertices: Ring): Spot[] => thinned(vertices.map(([lon, lat]) => spot(lon, lat)));
  return {
    spotOf: ({ lat, lon }) => spot(lon, lat),
    isLand: ([x, y]) => {
      const [lon, lat] = projection.invert?.([x, y]) ?? [0, 0];
      const region = regionAt(borders, { lat, lon });
      return region !== undefined && (focus === undefined || region === focus);
    },
    pixelsOf: metres => (metres / earthMetres) * projection.scale(),
    regions: borders.regions.flatMap(({ code, rings }) => {
      const coordinates = rings
        .map(ring => line([...ring, ...ring.slice(0, 1)]))
        .map(ring => ring.map(([x, y]) => [x, y]));
      const d = coordinates.map(ring => path({ type: 'Polygon', coordinates: [ring] }) ?? '').join('');
      return d === '' ? [] : [{ code, path: d }];
    }),
    outline:
      path({
        type: 'MultiLineString',
        coordinates: outerLines(borders).map(one => line(one).map(([x, y]) => [x, y])),
      }) ?? '',
  };
};

/** Farther than the widest symbol or margin. */
const beyond = 300;

const bounds = (values: readonly number[]): readonly [number, number] =>
  values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)] as const, [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as const);

/** Corners nearer to each other than this are one: the eye sees no difference, and the drawing is half as long. */
const leastStep = 0.8;

const thinned = (spots: Ring): Spot[] => {
  const kept: Spot[] = [];
  for (const [at, one] of spots.entries()) {
    const last = kept.at(-1);
    // Ends stay, so that lines that meet go on meeting.
    if (!last || at === spots.length - 1 || Math.hypot(one[0] - last[0], one[1] - last[1]) >= leastStep)
      kept.push(one);
  }
  return kept;
};

const outerOf = new WeakMap<Borders, readonly Ring[]>();

/** The edges that belong to one region only, joined to lines. Neighbours have their common vertices from one source. */
const outerLines = (borders: Borders): readonly Ring[] => {
  const known = outerOf.get(borders);
  if (known) return known;
  const rings = borders.regions.flatMap(region => region.rings);
  const edges = new Map<string, number>();
  const keyOf = (a: Spot, b: Spot): string => [a.join(' '), b.join(' ')].sort().join('|');
  for (const ring of rings)
    for (const [at, one] of ring.entries()) {
      const key = keyOf(one, ring[(at + 1) % ring.length] ?? one);
      edges.set(key, (edges.get(key) ?? 0) + 1);
    }
  const lines: Spot[][] = [];
  for (const ring of rings) {
    let line: Spot[] | undefined;
    for (const [at, one] of ring.entries()) {
      const next = ring[(at + 1) % ring.length] ?? one;
      if (edges.get(keyOf(one, next)) !== 1) line = undefined;
      else if (line) line.push(next);
      else {
        line = [one, next];
        lines.push(line);
      }
    }
  }
  outerOf.set(borders, lines);
  return lines;
};
