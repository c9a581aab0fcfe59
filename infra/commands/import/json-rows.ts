import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import type { Row } from '../../../lib/import/row.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The rows of a JSON text that comes in pieces, each with the line on which it begins. `path` is where their list is; without
 * one the text is that list. Throws on what is no JSON.
 */
export async function* jsonRows(
  pieces: AsyncIterable<Uint8Array>,
  path: string | undefined,
): AsyncGenerator<Row> {
  const names = path?.split('.') ?? [];
  const parser = new TokenParser({
    paths: [`$${names.map(name => `.${name}`).join('')}.*`],
    keepStack: false,
  });
  const tokenizer = new Tokenizer();
  const lines = createLineCounter();
  const rows: Row[] = [];
  const rowDepth = names.length + 1;
  let depth = 0;
  let begins = 0;
  tokenizer.onToken = info => {
    if (info.token === TokenType.LEFT_BRACE || info.token === TokenType.LEFT_BRACKET) {
      if (depth === rowDepth) begins = info.offset;
      depth += 1;
    } else if (info.token === TokenType.RIGHT_BRACE || info.token === TokenType.RIGHT_BRACKET) depth -= 1;
    else if (depth === rowDepth) begins = info.offset;
    parser.write(info);
  };
  parser.onValue = ({ value }) => {
    const isRow = typeof value === 'object' && value !== null && !Array.isArray(value);
    rows.push({ line: lines.at(begins), values: isRow ? (value as unknown as Json) : {} });
  };
  for await (const piece of pieces) {
    lines.add(piece);
    tokenizer.write(piece);
    yield* rows.splice(0);
  }
  if (!tokenizer.isEnded) tokenizer.end();
  yield* rows.splice(0);
}

/** The features of a GeoJSON collection: `lat` and `lon` are of a point; a line or an area has none. */
export async function* featureRows(
  pieces: AsyncIterable<Uint8Array>,
  path = 'features',
): AsyncGenerator<Row> {
  for await (const { line, values } of jsonRows(pieces, path)) {
    const geometry = values.geometry as { type?: unknown; coordinates?: unknown } | null | undefined;
    const [lon, lat] =
      geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
    yield { line, values: { ...values, lat, lon } };
  }
}

/** Tells the line of an offset in bytes, of what came last: offsets are asked for in order. */
const createLineCounter = () => {
  let breaks: number[] = [];
  let before = 0;
  let length = 0;
  return {
    add: (piece: Uint8Array): void => {
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) breaks.push(length + at);
      length += piece.length;
    },
    at: (offset: number): number => {
      const passed = breaks.findIndex(one => one > offset);
      const count = passed < 0 ? breaks.length : passed;
      before += count;
      breaks = breaks.slice(count);
      return before + 1;
    },
  };
};
