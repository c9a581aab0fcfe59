/** How wide a text is at a size, in the unit of the size. */
export type Measure = (text: string, size: number) => number;

/** Letters that a font lacks count as wide as its widest usual one, so that nothing overlaps. */
const missingEm = 1;

/**
 * The widths of a TrueType font's letters, from its tables `cmap` (format 4), `hmtx` and `head` (ISO/IEC 14496-22). Kerning is
 * left out: it makes texts narrower rather than wider. Throws for a file that is no such font.
 */
export const readFont = (bytes: Uint8Array): Measure => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(data);
  const at = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`The font has no table ${name}.`);
    return offset;
  };
  const unitsPerEm = data.getUint16(at('head') + 18);
  const wide = data.getUint16(at('hhea') + 34);
  const hmtx = at('hmtx');
  const glyphOf = glyphsOf(data, at('cmap'));
  const widths = new Map<number, number>();
  const letterEm = (code: number): number => {
    const known = widths.get(code);
    if (known !== undefined) return known;
    const glyph = glyphOf(code);
    const width = glyph === 0 ? missingEm : data.getUint16(hmtx + 4 * Math.min(glyph, wide - 1)) / unitsPerEm;
    widths.set(code, width);
    return width;
  };
  return (text, size) =>
    [...text].reduce((sum, letter) => sum + letterEm(letter.codePointAt(0) ?? 0), 0) * size;
};

const tablesOf = (data: DataView): ReadonlyMap<string, number> => {
  const name = (offset: number): string =>
    String.fromCharCode(...[0, 1, 2, 3].map(byte => data.getUint8(offset + byte)));
  return new Map(
    Array.from({ length: data.getUint16(4) }, (_, n) => 12 + 16 * n).map(
      entry => [name(entry), data.getUint32(entry + 8)] as const,
    ),
  );
};

/** The number of each letter's glyph; 0 for one that the font lacks. */
const glyphsOf = (data: DataView, cmap: number): ((code: number) => number) => {
  const table = Array.from({ length: data.getUint16(cmap + 2) }, (_, n) =>
    data.getUint32(cmap + 4 + 8 * n + 4),
  ).find(offset => data.getUint16(cmap + offset) === 4);
  if (table === undefined) throw new Error('The font has no table of letters that is read here.');
  const start = cmap + table;
  const segments = data.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const ranges = deltas + 2 * segments;
  return code => {
    for (let n = 0; n < segments; n += 1) {
      if (code > data.getUint16(ends + 2 * n)) continue;
      const first = data.getUint16(starts + 2 * n);
      if (code < first) return 0;
      const [delta, range] = [data.getUint16(deltas + 2 * n), data.getUint16(ranges + 2 * n)];
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = data.getUint16(ranges + 2 * n + range + 2 * (code - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
};
