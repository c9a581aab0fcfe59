import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFont } from '../../lib/picture/font.ts';
import { fontFamily } from '../../lib/picture/svg.ts';
import type { Fonts } from '../../lib/picture/text.ts';
import { assets } from './assets.ts';

/** Makes pictures of scenes' SVG, and measures their texts with the same font. */
type Pen = Readonly<{ fonts: Fonts; png: (svg: string) => Uint8Array }>;

let pen: Promise<Pen> | undefined;

/** The pen of this process, made with its first picture: the renderer is 2.4 MB of WebAssembly and may start only once. */
export const loadPen = (): Promise<Pen> => {
  pen ??= makePen();
  return pen;
};

const makePen = async (): Promise<Pen> => {
  const [resvg, regular, bold] = await Promise.all([
    load(assets.resvg),
    load(assets.regular),
    load(assets.bold),
  ]);
  await initWasm(resvg);
  return {
    fonts: { regular: readFont(regular), bold: readFont(bold) },
    png: svg => {
      const drawing = new Resvg(svg, {
        font: { fontBuffers: [regular, bold], defaultFontFamily: fontFamily },
      });
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      drawing.free();
      return png;
    },
  };
};

const load = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL(import.meta.resolve(name))));
