import type { Ink, Theme } from './theme.ts';

/** Pixels from the left and from the top. */
export type Spot = readonly [x: number, y: number];

/** The weights of the font that pictures are written in. */
export type Weight = 'regular' | 'bold';

/** What is drawn, in the order in which it is. */
export type Mark =
  | Readonly<{
      kind: 'path';
      d: string;
      fill?: Ink | undefined;
      opacity?: number;
      line?: Ink | undefined;
      lineWidth?: number;
      dashes?: readonly number[];
    }>
  | Readonly<{
      kind: 'text';
      text: string;
      x: number;
      y: number;
      size: number;
      weight: Weight;
      ink: Ink;
      anchor: Anchor;
      halo?: boolean;
      box: Box;
    }>
  | Readonly<{ kind: 'rect'; box: Box; fill: Ink; opacity?: number; line?: Ink }>
  | Readonly<{ kind: 'line'; from: Spot; to: Spot; ink: Ink; width: number; dashes?: readonly number[] }>;

export type Anchor = 'start' | 'middle' | 'end';
export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** A picture as plain data. */
export type Scene = Readonly<{ width: number; height: number; theme: Theme; marks: readonly Mark[] }>;

export const boxOf = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

export const around = ([x, y]: Spot, radius: number): Box =>
  boxOf(x - radius, y - radius, 2 * radius, 2 * radius);
