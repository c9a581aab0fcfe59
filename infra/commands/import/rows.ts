import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse';
import { columnsOf, type FigureMapping, type Mapping } from '../../../lib/import/mapping.ts';
import type { Row } from '../../../lib/import/row.ts';
import { UsageError } from '../command.ts';
import { inUtf8 } from './encoding.ts';
import { featureRows, jsonRows } from './json-rows.ts';
import { kmlRows } from './kml-rows.ts';

type AnyMapping = Mapping | FigureMapping;

/** A file of rows, read piece by piece. `done` is the share of it that was read, from 0 to 1. */
type RowFile = Readonly<{ rows: AsyncIterable<Row>; done: () => number }>;

/** What was read is told piece by piece: of a small file, too, one sees how far it is. */
const pieceBytes = 8 * 1024;

/** Opens a file by its format: the mapping's, or that of its name. Throws `UsageError` when it cannot be read. */
export const openRows = async (path: string, mapping: AnyMapping): Promise<RowFile> => {
  const format = mapping.format ?? formats[extname(path).toLowerCase()];
  if (!format)
    throw new UsageError(`${path}: say in the mapping what it is ("format": csv, json, geojson or kml).`);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`${path} is no file that can be read.`);
  let read = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
      read += piece.length;
      yield piece;
    }
  }
  const rows = told(path, rowsOf[format](inUtf8(pieces(), mapping.encoding), mapping));
  return { rows, done: () => (found.size === 0 ? 1 : read / found.size) };
};

const formats: Readonly<Record<string, NonNullable<AnyMapping['format']>>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.geojson': 'geojson',
  '.kml': 'kml',
};

/** A fault of the file is told as one: what was read before it stays. */
async function* told(path: string, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw new UsageError(
      `${path} cannot be read any further: ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function* csvRows(pieces: AsyncIterable<Uint8Array>, mapping: AnyMapping): AsyncGenerator<Row> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw new UsageError('it is empty.');
  let width = 0;
  const parser = parse({
    columns: (header: string[]) => {
      width = header.length;
      return checkedHeader(header, mapping);
    },
    delimiter: mapping.delimiter ?? delimiterOf(first.value),
    info: true,
    relax_column_count: true,
    // 5" in a cell that is not quoted.
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  const feeding = (async () => {
    for (let piece: IteratorResult<Uint8Array> = first; !piece.done; piece = await iterator.next())
      if (!parser.write(piece.value)) await new Promise(resume => parser.once('drain', resume));
    parser.end();
  })().catch(error => parser.destroy(error));
  // `lines` is the line on which a record ends: a quoted text may hold line breaks.
  for await (const { info, record } of parser as AsyncIterable<CsvRecord>)
    yield {
      line: info.lines - linesIn(record),
      values: record,
      // Its cells are not those of the columns that they would be taken for.
      fault:
        info.error && `has not as many cells as the ${width} columns: is a text with a delimiter not quoted?`,
    };
  await feeding;
}

type CsvRecord = Readonly<{ info: { lines: number; error?: Error }; record: Record<string, string> }>;

const linesIn = (record: Readonly<Record<string, string>>): number =>
  Object.values(record).reduce((sum, text) => sum + (text.match(/\n/g)?.length ?? 0), 0);

/** What parts the cells of the first line: spreadsheets of many languages write semicolons. */
const delimiterOf = (piece: Uint8Array): string => {
  const [line = ''] = new TextDecoder().decode(piece).split('\n', 1);
  const outside = line.replaceAll(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map(one => ({ one, n: outside.split(one).length }));
  return counted.toSorted((a, b) => b.n - a.n)[0]?.one ?? ',';
};

/** Every column of the mapping must be there: a name misspelt would else read as nothing said, in every row. */
const checkedHeader = (header: readonly string[], mapping: AnyMapping): string[] => {
  const wanted = columnsOf(mapping);
  const missing = wanted.filter(column => !header.includes(column));
  if (missing.length > 0)
    throw new UsageError(`it has no column ${missing.join(', ')}. It has: ${header.join(', ')}.`);
  const twice = wanted.filter(column => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice.length > 0) throw new UsageError(`it has more than one column ${twice.join(', ')}.`);
  return [...header];
};

const rowsOf: Readonly<
  Record<
    NonNullable<AnyMapping['format']>,
    (pieces: AsyncIterable<Uint8Array>, mapping: AnyMapping) => AsyncIterable<Row>
  >
> = {
  csv: csvRows,
  json: (pieces, { rows }) => jsonRows(pieces, rows),
  geojson: (pieces, { rows }) => featureRows(pieces, rows),
  kml: kmlRows,
};
