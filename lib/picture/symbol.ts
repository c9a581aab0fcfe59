import type { Family } from '../report/vocabulary.ts';
import { around, type Box, type Mark, type Spot } from './mark.ts';

/** What a map tells apart by shape. `several`: more than one family at the place. */
export type Shape = Family | 'several';

/** Corners around the middle, or a disc. Only the form counts: `scaledTo` gives each the area that it is drawn with. */
const forms: Readonly<Record<Shape, readonly Spot[] | 'disc' | 'ring'>> = {
  cluster: star(5, 0.5),
  artillery: polygon(4, 45),
  missile: polygon(3, -90),
  bomb: polygon(4, 0),
  drone: polygon(3, 90),
  mine: cross(0.36),
  other: 'ring',
  several: 'disc',
};

/** A ring is drawn as a disc that is hollow: its area is that within its outer edge. */
const isHollow = (symbol: Shape): boolean => forms[symbol] === 'ring';

/** How large symbols are, in square pixels: `scale` for each incident, and `least` in any case, so that a phone shows it. */
export type Sizing = Readonly<{ scale: number; least: number }>;

export const areaFor = (count: number, { scale, least }: Sizing): number => Math.max(count * scale, least);

/** The farthest that a symbol of this area reaches from its middle. */
export const reachOf = (symbol: Shape, area: number): number => {
  const form = forms[symbol];
  if (typeof form === 'string') return Math.sqrt(area / Math.PI);
  return Math.sqrt(area / areaOf(form)) * Math.max(...form.map(([x, y]) => Math.hypot(x, y)));
};

/** The outline of a symbol of this area (square pixels) around a spot, as an SVG path. */
export const symbolPath = (symbol: Shape, [x, y]: Spot, area: number): string => {
  const form = forms[symbol];
  if (typeof form === 'string') return circlePath([x, y], Math.sqrt(area / Math.PI));
  const scale = Math.sqrt(area / areaOf(form));
  const corners = form.map(([dx, dy]) => `${round(x + dx * scale)},${round(y + dy * scale)}`);
  return `M${corners.join('L')}Z`;
};

export const circlePath = ([x, y]: Spot, radius: number): string => {
  const r = round(radius);
  return `M${round(x - radius)},${round(y)}a${r},${r} 0 1,0 ${round(2 * radius)},0a${r},${r} 0 1,0 ${round(-2 * radius)},0Z`;
};

/** The area within a polygon, by the shoelace formula. */
const areaOf = (corners: readonly Spot[]): number =>
  Math.abs(
    corners.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

/** A symbol of an area, in square pixels, that reaches so far from its spot. It has a ring where there are unexploded items. */
export type Drawn = Readonly<{ at: Spot; symbol: Shape; area: number; reach: number; unexploded: number }>;

/** Beside small symbols a ring is thin, or rings would be all that is seen. */
const ringOf = (reach: number): Readonly<{ gap: number; width: number }> => ({
  gap: Math.min(5, Math.max(1.5, reach / 3)),
  width: Math.min(3, Math.max(1.2, reach / 4)),
});

export const symbolMarks = ({ at, symbol, area, reach, unexploded }: Drawn): readonly Mark[] => [
  {
    kind: 'path',
    d: symbolPath(symbol, at, area),
    fill: 'mark',
    opacity: isHollow(symbol) ? 0.18 : 0.78,
    line: isHollow(symbol) ? 'mark' : 'edge',
    lineWidth: isHollow(symbol) ? Math.min(4, Math.max(1, reach / 4)) : Math.min(2, reach / 4),
  },
  ...(unexploded > 0
    ? [
        {
          kind: 'path',
          d: circlePath(at, reach + ringOf(reach).gap),
          line: 'text',
          lineWidth: ringOf(reach).width,
        } as const,
      ]
    : []),
];

/** The room that a symbol takes, with its ring. */
export const boxAround = ({ at, reach, unexploded }: Drawn): Box =>
  around(at, reach + (unexploded > 0 ? ringOf(reach).gap + ringOf(reach).width / 2 : 1));

const round = (n: number): number => Math.round(n * 100) / 100;

function at(degrees: number, radius = 1): Spot {
  const radians = (degrees * Math.PI) / 180;
  return [Math.cos(radians) * radius, Math.sin(radians) * radius];
}

function polygon(corners: number, from: number): readonly Spot[] {
  return Array.from({ length: corners }, (_, n) => at(from + (360 / corners) * n));
}

function star(points: number, inner: number): readonly Spot[] {
  return Array.from({ length: 2 * points }, (_, n) => at(-90 + (180 / points) * n, n % 2 === 0 ? 1 : inner));
}

/** A diagonal cross with arms of this half-width. */
function cross(half: number): readonly Spot[] {
  const arm = [
    [half, -half],
    [1, -half],
    [1, half],
  ] as const;
  return [0, 90, 180, 270].flatMap(turn =>
    arm.map(([x, y]): Spot => {
      const radians = ((turn + 45) * Math.PI) / 180;
      return [x * Math.cos(radians) - y * Math.sin(radians), x * Math.sin(radians) + y * Math.cos(radians)];
    }),
  );
}
