import { margin, pictureWidth, sizes } from './frame.ts';
import type { Mark, Spot } from './mark.ts';
import { areaFor, circlePath, type Drawn, reachOf, type Shape, type Sizing, symbolMarks } from './symbol.ts';
import { type Fonts, textMark } from './text.ts';

/** Words of the legend. */
export type MapWords = Readonly<{
  /** What the area of a symbol says. */
  size: string;
  /** Each shape that is on the map, with how many incidents it stands for. */
  shapes: Readonly<Partial<Record<Shape, string>>>;
  ring: string;
  dashes: string;
  digits: (n: number) => string;
}>;

/** A sample and what it stands for. */
type Entry = Readonly<{ draw: (at: Spot) => readonly Mark[]; reach: number; text: string }>;

const rowHeight = 46;
const sampleReach = 15;
const space = 34;

/** What sizes, shapes, rings and dashes mean, in rows below the map; nothing where the map is empty. */
export const legend = (
  fonts: Fonts,
  words: MapWords,
  {
    top,
    sizing,
    symbols,
    hasDashes,
  }: Readonly<{
    top: number;
    sizing: Sizing;
    symbols: readonly (Drawn & Readonly<{ count: number }>)[];
    hasDashes: boolean;
  }>,
): Readonly<{ marks: readonly Mark[]; bottom: number }> => {
  if (symbols.length === 0) return { marks: [], bottom: top };
  const size = sizesRow(fonts, words, { top, sizing, most: Math.max(...symbols.map(({ count }) => count)) });
  const shapes = (Object.keys(words.shapes) as Shape[]).map((symbol): Entry => {
    const area = (sampleReach / reachOf(symbol, 1)) ** 2;
    return {
      draw: at => symbolMarks({ at, symbol, area, reach: sampleReach, unexploded: 0 }),
      reach: sampleReach,
      text: words.shapes[symbol] ?? '',
    };
  });
  const ring: Entry = {
    draw: at => symbolMarks({ at, symbol: 'several', area: Math.PI * 8 ** 2, reach: 8, unexploded: 1 }),
    reach: sampleReach,
    text: words.ring,
  };
  const dashes: Entry = {
    draw: at => [
      {
        kind: 'path',
        d: circlePath(at, sampleReach),
        fill: 'mark',
        opacity: 0.05,
        line: 'quiet',
        lineWidth: 2,
        dashes: [7, 7],
      },
    ],
    reach: sampleReach,
    text: words.dashes,
  };
  const entries = [
    ...shapes,
    ...(symbols.some(({ unexploded }) => unexploded > 0) ? [ring] : []),
    ...(hasDashes ? [dashes] : []),
  ];
  const rows = flowing(fonts, entries, size.bottom);
  return { marks: [...size.marks, ...rows.marks], bottom: rows.bottom };
};

/** Three sizes with their numbers: the smallest with all that are drawn so, the largest, and one between. */
const sizesRow = (
  fonts: Fonts,
  words: MapWords,
  { top, sizing, most }: Readonly<{ top: number; sizing: Sizing; most: number }>,
) => {
  const alike = Math.max(1, Math.floor(sizing.least / sizing.scale));
  const larger = [nice(most / 5), nice(most)].filter(n => n > alike && n <= most);
  const shown = [...new Set([1, ...larger])];
  const radiusOf = (n: number): number => Math.sqrt(areaFor(n, sizing) / Math.PI);
  const tallest = radiusOf(Math.max(...shown));
  const middle = top + Math.max(tallest + 4, rowHeight / 2);
  let x = margin;
  const marks: Mark[] = [];
  const say = (text: string): void => {
    const mark = textMark(fonts, text, [x, middle + 0.35 * sizes.small], { size: sizes.small, ink: 'quiet' });
    marks.push(mark);
    x = mark.box.right;
  };
  say(words.size);
  for (const n of shown) {
    const radius = radiusOf(n);
    x += 22 + radius;
    marks.push({
      kind: 'path',
      d: circlePath([x, middle], radius),
      fill: 'mark',
      opacity: 0.78,
      line: 'edge',
      lineWidth: 1.5,
    });
    x += radius + 10;
    say(n === 1 && alike > 1 ? `1–${words.digits(alike)}` : words.digits(n));
  }
  return { marks, bottom: middle + Math.max(tallest + 4, rowHeight / 2) + 4 };
};

/** The largest of 1, 2, 5, 10, 20 … that is not more. */
const nice = (n: number): number => {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return ([5, 2, 1].find(one => one * ten <= n) ?? 1) * ten;
};

/** Entries beside one another, in as many rows as they need. */
const flowing = (fonts: Fonts, entries: readonly Entry[], top: number) => {
  const right = pictureWidth - margin;
  const marks: Mark[] = [];
  let [x, middle] = [margin, top + rowHeight / 2];
  for (const { draw, reach, text } of entries) {
    const width = 2 * reach + 10 + fonts.regular(text, sizes.small);
    if (x > margin && x + width > right) {
      x = margin;
      middle += rowHeight;
    }
    marks.push(
      ...draw([x + reach, middle]),
      textMark(fonts, text, [x + 2 * reach + 10, middle + 0.35 * sizes.small], {
        size: sizes.small,
        ink: 'quiet',
      }),
    );
    x += width + space;
  }
  return { marks, bottom: entries.length === 0 ? top : middle + rowHeight / 2 };
};
