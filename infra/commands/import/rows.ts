import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse';
import { columnsOf, type Mapping } from '../../../lib/import/mapping.ts';
import type { Row } from '../../../lib/import/row.ts';
import { UsageError } from '../command.ts';
import { featureRows, jsonRows } from './json-rows.ts';
import { kmlRows } from './kml-rows.ts';

/** A file of rows, read piece by piece. `done` is the share of it that was read, from 0 to 1. */
type RowFile = Readonly<{ rows: AsyncIterable<Row>; done: () => number }>;

/** Opens a file by its format: the mapping's, or that of its name. Throws `UsageError` when it cannot be read. */
export const openRows = async (path: string, mapping: Mapping): Promise<RowFile> => {
  const format = mapping.format ?? formats[extname(path).toLowerCase()];
  if (!format)
    throw new UsageError(`${path}: say in the mapping what it is ("format": csv, json, geojson or kml).`);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`${path} is no file that can be read.`);
  let read = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      read += piece.length;
      yield piece;
    }
  }
  const rows = told(path, rowsOf[format](pieces(), mapping));
  return { rows, done: () => (found.size === 0 ? 1 : read / found.size) };
};

const formats: Readonly<Record<string, NonNullable<Mapping['format']>>> = {
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
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${path} cannot be read any further: ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function* csvRows(pieces: AsyncIterable<Uint8Array>, mapping: Mapping): AsyncGenerator<Row> {
  const parser = parse({
    bom: true,
    columns: (header: string[]) => checkedHeader(header, mapping),
    delimiter: mapping.delimiter ?? ',',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const feeding = (async () => {
    for await (const piece of pieces)
      if (!parser.write(piece)) await new Promise(resume => parser.once('drain', resume));
    parser.end();
  })().catch(error => parser.destroy(error));
  // `lines` is the line on which a record ends: a quoted text may hold line breaks.
  for await (const { info, record } of parser as AsyncIterable<CsvRecord>)
    yield { line: info.lines - linesIn(record), values: record };
  await feeding;
}

type CsvRecord = Readonly<{ info: { lines: number }; record: Record<string, string> }>;

const linesIn = (record: Readonly<Record<string, string>>): number =>
  Object.values(record).reduce((sum, text) => sum + (text.match(/\n/g)?.length ?? 0), 0);

/** Every column of the mapping must be there: a name misspelt would else read as nothing said, in every row. */
const checkedHeader = (header: readonly string[], mapping: Mapping): string[] => {
  const missing = columnsOf(mapping).filter(column => !header.includes(column));
  if (missing.length > 0)
    throw new UsageError(`The file has no column ${missing.join(', ')}. It has: ${header.join(', ')}.`);
  return [...header];
};

const rowsOf: Readonly<
  Record<
    NonNullable<Mapping['format']>,
    (pieces: AsyncIterable<Uint8Array>, mapping: Mapping) => AsyncIterable<Row>
  >
> = {
  csv: csvRows,
  json: (pieces, { rows }) => jsonRows(pieces, rows),
  geojson: (pieces, { rows }) => featureRows(pieces, rows),
  kml: kmlRows,
};
