import { around, type Box, isWithin, type Mark, overlap, type Spot } from './mark.ts';
import { type Fonts, type Style, textMark, unionOf } from './text.ts';

type TextMark = Extract<Mark, { kind: 'text' }>;

/** A name beside a spot, and a number behind it in bold. */
export type Label = Readonly<{
  /** What it may cover where it finds no other place. */
  mayCover?: (taken: Box) => boolean;
  at: Spot;
  reach: number;
  name: string;
  number?: string | undefined;
  style: Style;
}>;

const space = 8;

/**
 * Places labels in their order, each where it covers no earlier one, nothing that is `taken`, and stays within the frame;
 * one that finds no room is left out.
 */
export const placeLabels = (
  fonts: Fonts,
  labels: readonly Label[],
  { frame, taken }: Readonly<{ frame: Box; taken: readonly Box[] }>,
): Readonly<{ marks: readonly TextMark[]; placed: readonly Label[]; boxes: readonly Box[] }> => {
  const boxes: Box[] = [];
  const marks: TextMark[] = [];
  const placed: Label[] = [];
  for (const label of labels) {
    const own = around(label.at, label.reach);
    const others = taken.filter(box => !isSame(box, own));
    const fixed = others.filter(box => !label.mayCover?.(box));
    const isFree = (box: Box, from: readonly Box[]): boolean => !from.some(other => overlap(other, box));
    const free = candidates(fonts, label).filter(
      ({ box }) => isWithin(box, frame) && isFree(box, fixed) && isFree(box, boxes),
    );
    const fitting = free.find(({ box }) => isFree(box, others)) ?? free[0];
    if (!fitting) continue;
    boxes.push(fitting.box);
    marks.push(...fitting.marks);
    placed.push(label);
  }
  return { marks, placed, boxes };
};

const isSame = (a: Box, b: Box): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

/** Right of the spot, left, above, below, and between these. */
const sides = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.72, -0.72],
  [0.72, 0.72],
  [-0.72, -0.72],
  [-0.72, 0.72],
] as const;

const candidates = (fonts: Fonts, { at: [x, y], reach, name, number, style }: Label) =>
  sides.map(([right, down]) => {
    const { size } = style;
    const gap = number === undefined ? 0 : 0.28 * size;
    const nameWidth = fonts[style.weight ?? 'regular'](name, size);
    const width = nameWidth + gap + (number === undefined ? 0 : fonts.bold(number, size));
    const middle = [x + right * (reach + space), y + down * (reach + space)] as const;
    const left = middle[0] - width / 2 + (Math.sign(right) * width) / 2;
    const line = middle[1] + 0.35 * size + Math.sign(down) * 0.5 * size;
    const marks = [
      textMark(fonts, name, [left, line], { ...style, halo: true }),
      ...(number === undefined
        ? []
        : [
            textMark(fonts, number, [left + nameWidth + gap, line], {
              ...style,
              weight: 'bold',
              ink: 'text',
              halo: true,
            }),
          ]),
    ];
    return { marks, box: unionOf(marks.map(({ box }) => box)) };
  });
