import type { Box, Mark, Scene } from './mark.ts';
import { type Ink, inks } from './theme.ts';

/** The name under which the font of pictures is known to whoever draws them. */
export const fontFamily = 'Noto Sans';

/** A scene as SVG. */
export const toSvg = ({ width, height, theme, marks }: Scene): string => {
  const colours = inks[theme];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...marks.map(mark => elementOf(mark, colours)),
    '</svg>',
  ].join('\n');
};

const rectOf = ({ left, top, right, bottom }: Box): string =>
  `x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"`;
const dashed = (dashes: readonly number[] | undefined): string =>
  dashes ? ` stroke-dasharray="${dashes.join(' ')}"` : '';

/** A mark as an element of SVG. */
const elementOf = (mark: Mark, colours: Readonly<Record<Ink, string>>): string => {
  switch (mark.kind) {
    case 'path': {
      const { d, fill, opacity = 1, line, lineWidth = 1, dashes } = mark;
      const stroke = line
        ? ` stroke="${colours[line]}" stroke-width="${lineWidth}" stroke-linejoin="round"${dashed(dashes)}`
        : '';
      return `<path d="${d}" fill="${fill ? colours[fill] : 'none'}" fill-rule="evenodd" fill-opacity="${opacity}"${stroke}/>`;
    }
    case 'text': {
      const { text, x, y, size, weight, ink, anchor, halo } = mark;
      const place = `x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight === 'bold' ? 600 : 400}" text-anchor="${anchor}"`;
      const words = escaped(text);
      const behind = halo
        ? `<text ${place} stroke="${colours.paper}" stroke-width="6" stroke-linejoin="round" fill="${colours.paper}">${words}</text>`
        : '';
      return `${behind}<text ${place} fill="${colours[ink]}">${words}</text>`;
    }
    case 'rect': {
      const { box, fill, opacity = 1, line } = mark;
      return `<rect ${rectOf(box)} fill="${colours[fill]}" fill-opacity="${opacity}"${line ? ` stroke="${colours[line]}" stroke-width="2"` : ''}/>`;
    }
    case 'line': {
      const { from, to, ink, width, dashes } = mark;
      return `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" stroke="${colours[ink]}" stroke-width="${width}"${dashed(dashes)}/>`;
    }
  }
};

const round = (n: number): number => Math.round(n * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
