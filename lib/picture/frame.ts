import type { Box, Mark } from './mark.ts';
import { type Fonts, paragraph, wrap } from './text.ts';

/**
 * What stands around every picture, in words: title, what was asked for, the number that it comes to, then below what is not in
 * it, as of when, by whom and under which licence.
 */
export type Caption = Readonly<{
  title: string;
  /** The number, in bold, and what it counts. */
  headline: string;
  lines: readonly string[];
  notes: readonly string[];
  source: readonly string[];
}>;

/**
 * Pixels. Telegram keeps photos of up to 1,280, and a phone shows them some 360 wide: the smallest letters here, of 30, are then
 * as high as a phone's own small print.
 */
export const pictureWidth = 1280;
export const margin = 40;
export const sizes = { title: 54, headline: 42, line: 32, note: 30, label: 32, small: 30 } as const;
const mostTitleLines = 3;
/** Enough for every filter and number: what is cut could be read as another. */
const mostLines = 5;
const gap = 18;

const room = { left: margin, width: pictureWidth - 2 * margin };

/** The texts above what is drawn, and where they end. */
export const header = (fonts: Fonts, { title, headline, lines }: Caption): Part => {
  const heading = paragraph(
    fonts,
    wrap(fonts.bold, title, { size: sizes.title, width: room.width, most: mostTitleLines }),
    { left: room.left, top: margin - 8, size: sizes.title, weight: 'bold' },
  );
  const number = paragraph(
    fonts,
    wrap(fonts.bold, headline, { size: sizes.headline, width: room.width, most: mostTitleLines }),
    { left: room.left, top: heading.bottom + 4, size: sizes.headline, weight: 'bold', ink: 'mark' },
  );
  const rest = stacked(fonts, lines, number.bottom + 4, sizes.line);
  return { marks: [...heading.marks, ...number.marks, ...rest.marks], bottom: rest.bottom + gap };
};

/** The texts below, from `top` on. */
export const footer = (fonts: Fonts, { notes, source }: Caption, top: number): Part => {
  const said = stacked(fonts, notes, top + gap, sizes.note);
  const from = stacked(fonts, source, said.bottom + (notes.length > 0 ? 10 : 0), sizes.small);
  return { marks: [...said.marks, ...from.marks], bottom: from.bottom + margin - gap };
};

type Part = Readonly<{ marks: readonly Mark[]; bottom: number }>;

const stacked = (fonts: Fonts, texts: readonly string[], top: number, size: number): Part => {
  let bottom = top;
  const marks = texts.flatMap(text => {
    const part = paragraph(fonts, wrap(fonts.regular, text, { size, width: room.width, most: mostLines }), {
      left: room.left,
      top: bottom,
      size,
      ink: 'quiet',
    });
    bottom = part.bottom;
    return part.marks;
  });
  return { marks, bottom };
};

/** What lies between the texts. */
export const bodyBox = (top: number, height: number): Box => ({
  left: room.left,
  top,
  right: room.left + room.width,
  bottom: top + height,
});
