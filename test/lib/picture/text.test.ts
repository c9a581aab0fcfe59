import { readFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-wasm';
import { describe, expect, it } from 'vitest';
import { assets } from '../../../bot/picture/assets.ts';
import { wrap } from '../../../lib/picture/text.ts';
import { pen } from './scenes.ts';

const samples = [
  'Kharkiv region, March 2022',
  'Дніпропетровська область',
  'Їжаківці, ґанок, є',
  '1 234–5 678 «?»',
  'AVAWA То Та',
];

describe('a text', () => {
  it.each(samples)('takes no more room than is reckoned, and hardly less: %s', async text => {
    const font = new Uint8Array(await readFile(new URL(import.meta.resolve(assets.regular))));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="10" y="100" font-family="Noto Sans" font-size="50">${text}</text></svg>`;
    const drawing = new Resvg(svg, { font: { fontBuffers: [font], defaultFontFamily: 'Noto Sans' } });
    const width = drawing.getBBox()?.width ?? 0;
    const reckoned = pen.fonts.regular(text, 50);
    expect(width).toBeLessThanOrEqual(reckoned + 1);
    expect(width).toBeGreaterThan(reckoned * 0.9);
  });

  it('is wrapped into lines that fit, with no word lost unless it says so', () => {
    const text = 'confirmed by the moderators, or several independent sources';
    const lines = wrap(pen.fonts.regular, text, { size: 32, width: 400 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(pen.fonts.regular(line, 32)).toBeLessThanOrEqual(400);
    expect(wrap(pen.fonts.regular, text, { size: 32, width: 400, most: 1 })).toEqual([
      expect.stringMatching(/…$/),
    ]);
  });
});
