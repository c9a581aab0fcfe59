import type { Borders } from '../place/gazetteer/borders.ts';
import type { Point } from '../place/place.ts';
import { type Family, families } from '../report/vocabulary.ts';
import { bodyBox, type Caption, footer, header, pictureWidth, sizes } from './frame.ts';
import { type Label, placeLabels } from './label.ts';
import { type Land, layOut } from './land.ts';
import { legend, type MapWords } from './legend.ts';
import { around, type Box, boxOf, isWithin, type Mark, overlap, type Scene, type Spot } from './mark.ts';
import {
  areaFor,
  boxAround,
  circlePath,
  type Drawn,
  reachOf,
  type Shape,
  type Sizing,
  symbolMarks,
} from './symbol.ts';
import { type Fonts, paragraph, wrap } from './text.ts';
import type { Theme } from './theme.ts';

/** Incidents of one settlement: at its centre, as readers are told, in the widest circle that readers are told of. */
export type MapPlace = Readonly<{
  point: Pick<Point, 'lat' | 'lon'>;
  radiusMetres: number;
  name: string;
  count: number;
  families: Readonly<Partial<Record<Family, number>>>;
  /** After how many of them unexploded items are suspected, or marked. */
  unexploded: number;
}>;

/** What a map shows. `towns`: names to find one's way by, the largest first. */
export type MapModel = Readonly<{
  kind: 'map';
  caption: Caption;
  /** The region that it is of; the country without. */
  region: string | undefined;
  places: readonly MapPlace[];
  towns: readonly Readonly<{ name: string; point: Pick<Point, 'lat' | 'lon'> }>[];
  /** What has no place on it, counted in words. */
  corner: readonly string[];
  words: MapWords;
}>;

const bodyHeight = 780;
const farthestReach = 76;
/** Of a single incident: larger, one would look like many. */
const largestOne = 13;
/** Of a disc: on a phone, which shows the picture in a third of its width, a smaller one is not seen. */
const smallestRadius = 5;
const mostLabels = 10;
/** What the name of any place may cover, where it must; that of a large one, what is half as large. */
const smallReach = 9;
const mostTowns = { country: 14, region: 7 } as const;
const cornerWidth = 372;
/** The share of the frame that all symbols together take at most, so that something is seen between them. */
const mostInked = 0.12;
/** Circles of more places than these are no help to the eye. */
const mostDashed = 40;

type Placed = MapPlace & Drawn;

/** A map as a scene. What has several kinds of munition is a disc; the area of each symbol is its number, unless that is too small. */
export const mapScene = (
  model: MapModel,
  { fonts, borders, theme }: Readonly<{ fonts: Fonts; borders: Borders; theme: Theme }>,
): Scene & Readonly<{ symbols: readonly Placed[]; body: Box; labels: readonly Box[] }> => {
  const head = header(fonts, model.caption);
  const body = bodyBox(head.bottom, bodyHeight);
  const sizing = sizingOf(model.places, body);
  const { land, symbols } = fitted(model, borders, body, sizing);
  const corner = cornerBox(fonts, model.corner, { body, land, symbols });
  const { marks: labelMarks, boxes: labels } = labelled(model, land, symbols, {
    fonts,
    body,
    corner: corner.box,
  });
  const key = legend(fonts, model.words, {
    top: Math.max(body.bottom, corner.box?.bottom ?? 0) + 12,
    sizing,
    symbols,
    hasDashes: dashedOf(symbols, land).length > 0,
  });
  const foot = footer(fonts, model.caption, key.bottom);
  return {
    width: pictureWidth,
    height: Math.ceil(foot.bottom),
    theme,
    body,
    labels,
    symbols,
    marks: [
      ...ground(land, model.region),
      ...dashedOf(symbols, land).map(
        ({ at, radiusMetres }): Mark => ({
          kind: 'path',
          d: circlePath(at, land.pixelsOf(radiusMetres)),
          fill: 'mark',
          opacity: 0.05,
          line: 'quiet',
          lineWidth: 2,
          dashes: [7, 7],
        }),
      ),
      ...aroundBody(body),
      ...head.marks,
      ...symbols.flatMap(symbolMarks),
      ...corner.marks,
      ...labelMarks,
      ...key.marks,
      ...foot.marks,
    ],
  };
};

const sizingOf = (places: readonly MapPlace[], { left, right, top, bottom }: Box): Sizing => {
  if (places.length === 0) return { scale: 1, least: 0 };
  const farthest = Math.max(...places.map(place => reachOf(symbolOf(place), place.count)));
  const all = places.reduce((sum, { count }) => sum + count, 0);
  const inked = mostInked * (right - left) * (bottom - top);
  return {
    scale: Math.min(Math.PI * largestOne ** 2, (farthestReach / farthest) ** 2, inked / all),
    least: Math.min(Math.PI * smallestRadius ** 2, inked / 2 / places.length),
  };
};

const symbolOf = (place: MapPlace): Shape => {
  const [only, ...more] = families.filter(family => (place.families[family] ?? 0) > 0);
  return only !== undefined && more.length === 0 ? only : 'several';
};

/** How many incidents each symbol stands for. */
export const shapeCounts = (places: readonly MapPlace[]): Readonly<Partial<Record<Shape, number>>> => {
  const counts: Partial<Record<Shape, number>> = {};
  for (const place of places) counts[symbolOf(place)] = (counts[symbolOf(place)] ?? 0) + place.count;
  return counts;
};

/** The land as large as leaves room for every symbol within the frame. */
const fitted = (
  { places, region }: MapModel,
  borders: Borders,
  body: Box,
  sizing: Sizing,
): Readonly<{ land: Land; symbols: readonly Placed[] }> => {
  let inset = 8;
  for (;;) {
    const box = boxOf(
      body.left + inset,
      body.top + inset,
      body.right - body.left - 2 * inset,
      body.bottom - body.top - 2 * inset,
    );
    const land = layOut(borders, box, region);
    const symbols = places
      .map((place): Placed => {
        const symbol = symbolOf(place);
        const area = areaFor(place.count, sizing);
        return { ...place, at: land.spotOf(place.point), symbol, area, reach: reachOf(symbol, area) };
      })
      // Small ones lie on large ones.
      .toSorted((a, b) => b.area - a.area || a.at[0] - b.at[0]);
    if (inset > 160 || symbols.every(one => isWithin(boxAround(one), body))) return { land, symbols };
    inset += 16;
  }
};

const ground = (land: Land, region: string | undefined): readonly Mark[] => [
  ...land.regions.map(
    ({ code, path }): Mark => ({
      kind: 'path',
      d: path,
      fill: region === undefined || code === region ? 'land' : 'beyond',
      line: 'border',
      lineWidth: 1.5,
    }),
  ),
  { kind: 'path', d: land.outline, line: 'outline', lineWidth: region === undefined ? 2.5 : 2 },
  ...land.regions
    .filter(({ code }) => code === region)
    .map(({ path }): Mark => ({ kind: 'path', d: path, line: 'outline', lineWidth: 3 })),
];

/** Paper over what the ground has beyond the frame. Quicker to draw than to cut every shape to it. */
const aroundBody = ({ left, top, right, bottom }: Box): readonly Mark[] =>
  [
    boxOf(0, 0, pictureWidth, top),
    boxOf(0, bottom, pictureWidth, 1000),
    boxOf(0, 0, left, bottom),
    boxOf(right, 0, pictureWidth - right, bottom),
  ].map(box => ({ kind: 'rect', box, fill: 'paper' }));

/** Those whose circle is wider than their symbol. */
const dashedOf = (symbols: readonly Placed[], land: Land): readonly Placed[] =>
  symbols.length > mostDashed
    ? []
    : symbols.filter(({ radiusMetres, reach }) => land.pixelsOf(radiusMetres) > reach + 8);

/** What has no place, in a corner without symbols and with least land; below the frame where every corner has some. */
const cornerBox = (
  fonts: Fonts,
  texts: readonly string[],
  { body, land, symbols }: Readonly<{ body: Box; land: Land; symbols: readonly Placed[] }>,
): Readonly<{ box: Box | undefined; marks: readonly Mark[] }> => {
  if (texts.length === 0) return { box: undefined, marks: [] };
  const lines = texts.flatMap(text => wrap(fonts.regular, text, { size: sizes.small, width: cornerWidth }));
  const width = Math.max(...lines.map(line => fonts.regular(line, sizes.small))) + 28;
  const height = lines.length * sizes.small * 1.28 + 24;
  const corners = [
    boxOf(body.left, body.bottom - height, width, height),
    boxOf(body.right - width, body.bottom - height, width, height),
    boxOf(body.right - width, body.top, width, height),
    boxOf(body.left, body.top, width, height),
  ];
  const taken = symbols.map(boxAround);
  const [free] = corners
    .filter(box => !taken.some(one => overlap(one, box)))
    .map(box => ({ box, covered: spotsIn(box).filter(land.isLand).length }))
    .toSorted((a, b) => a.covered - b.covered);
  const box = free?.box ?? boxOf(body.left, body.bottom + 8, width, height);
  const text = paragraph(fonts, lines, { left: box.left + 14, top: box.top + 10, size: sizes.small });
  return {
    box,
    marks: [{ kind: 'rect', box, fill: 'panel', opacity: 0.92, line: 'border' }, ...text.marks],
  };
};

/** Spots all over a box. */
const spotsIn = ({ left, top, right, bottom }: Box): readonly Spot[] =>
  [0, 1, 2, 3, 4, 5, 6].flatMap(x =>
    [0, 1, 2, 3, 4].map((y): Spot => [left + ((right - left) * x) / 6, top + ((bottom - top) * y) / 4]),
  );

/** The names of the places with most incidents, then of towns, as far as they find room. */
const labelled = (
  { places, towns, region, words }: MapModel,
  land: Land,
  symbols: readonly Placed[],
  { fonts, body, corner }: Readonly<{ fonts: Fonts; body: Box; corner: Box | undefined }>,
) => {
  const boxes = new Map(symbols.map(one => [boxAround(one), one]));
  const taken = [...boxes.keys(), ...(corner ? [corner] : [])];
  /** Unexploded items are never covered. */
  const isSmallBeside = (box: Box, reach: number): boolean => {
    const covered = boxes.get(box);
    return covered?.unexploded === 0 && covered.reach < Math.max(smallReach, reach / 2);
  };
  const named = symbols.slice(0, mostLabels).map((place): Label => {
    const box = boxAround(place);
    return {
      at: place.at,
      reach: (box.right - box.left) / 2,
      mayCover: taken => isSmallBeside(taken, place.reach),
      name: place.name,
      number: place.count > 1 ? words.digits(place.count) : undefined,
      style: { size: sizes.label },
    };
  });
  const first = placeLabels(fonts, named, { frame: body, taken });
  const names = new Set(places.map(({ name }) => name));
  const dots = towns
    .filter(({ name }) => !names.has(name))
    .map(
      ({ name, point }): Label => ({
        at: land.spotOf(point),
        reach: 4,
        name,
        style: { size: sizes.small, ink: 'quiet' },
      }),
    )
    .filter(({ at }) => isWithin(around(at, 4), body) && !taken.some(box => overlap(box, around(at, 4))))
    .slice(0, mostTowns[region === undefined ? 'country' : 'region']);
  const second = placeLabels(fonts, dots, { frame: body, taken: [...taken, ...first.boxes] });
  return {
    boxes: [...first.boxes, ...second.boxes],
    marks: [
      ...second.placed.map(({ at }): Mark => ({ kind: 'path', d: circlePath(at, 4), fill: 'quiet' })),
      ...second.marks,
      ...first.marks,
    ],
  };
};
