import type { Measure } from './font.ts';
import { type Anchor, type Box, boxOf, type Mark, type Weight } from './mark.ts';
import type { Ink } from './theme.ts';

/** The widths of both weights. */
export type Fonts = Readonly<Record<Weight, Measure>>;

export type Style = Readonly<{ size: number; weight?: Weight; ink?: Ink }>;
type TextMark = Extract<Mark, { kind: 'text' }>;

/** What letters reach above and below their line, as a share of their size (Noto Sans, capitals with accents and descenders). */
const ascent = 0.95;
const descent = 0.28;
/** From one line to the next. */
const lineHeight = 1.28;

/** A text whose line is at `y`, with the room that it takes. */
export const textMark = (
  fonts: Fonts,
  text: string,
  [x, y]: readonly [number, number],
  {
    size,
    weight = 'regular',
    ink = 'text',
    anchor = 'start',
    halo,
  }: Style & Readonly<{ anchor?: Anchor; halo?: boolean }>,
): TextMark => {
  const width = fonts[weight](text, size);
  const shift = { start: 0, middle: width / 2, end: width }[anchor];
  const box = boxOf(x - shift, y - ascent * size, width, (ascent + descent) * size);
  return { kind: 'text', text, x, y, size, weight, ink, anchor, halo: halo ?? false, box };
};

/** The lines of a text that fit a width, at most so many. A word that is too long is cut, as is what finds no room: `…`. */
export const wrap = (
  measure: Measure,
  text: string,
  { size, width, most = Number.POSITIVE_INFINITY }: Readonly<{ size: number; width: number; most?: number }>,
): readonly string[] => {
  const fits = (line: string): boolean => measure(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').map(one => cutTo(fits, one, ''))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), cutTo(fits, last, '…')];
};

/** A text cut so that it fits, with a sign that it was. */
const cutTo = (fits: (text: string) => boolean, text: string, usual: string): string => {
  if (fits(`${text}${usual}`)) return `${text}${usual}`;
  const letters = [...text];
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};

/** Lines below one another from `top` on, and where they end. */
export const paragraph = (
  fonts: Fonts,
  lines: readonly string[],
  { left, top, ...style }: Style & Readonly<{ left: number; top: number }>,
): Readonly<{ marks: readonly TextMark[]; bottom: number }> => ({
  marks: lines.map((line, n) =>
    textMark(fonts, line, [left, top + style.size * (ascent + lineHeight * n)], style),
  ),
  bottom: top + lines.length * style.size * lineHeight,
});

/** The room of several texts together. */
export const unionOf = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(box => box.left)),
  top: Math.min(...boxes.map(box => box.top)),
  right: Math.max(...boxes.map(box => box.right)),
  bottom: Math.max(...boxes.map(box => box.bottom)),
});
