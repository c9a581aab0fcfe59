import type { Cell, Column } from './columns.ts';

/** With it spreadsheets take the file for UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (RFC 4180), in pieces: the names of the columns, their HXL tags, then the rows. It can be opened in a
 * spreadsheet: no cell of text is a formula there.
 */
export async function* csvOf<Thing>(
  columns: readonly Column<Thing>[],
  things: AsyncIterable<Thing> | Iterable<Thing>,
): AsyncGenerator<string> {
  yield `${byteOrderMark}${line(columns.map(({ name }) => name))}${line(columns.map(({ hxl }) => hxl))}`;
  for await (const thing of things) yield line(columns.map(({ of }) => of(thing)));
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const csvCell = (cell: Cell): string => {
  const text = plainCell(cell);
  return typeof text === 'string' && /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : String(text);
};

/**
 * A cell that no spreadsheet takes for a formula. Text that begins like one is set behind an apostrophe, as OWASP advises; numbers
 * are numbers.
 */
const plainCell = (cell: Cell): string | number | boolean => {
  if (typeof cell !== 'string') return cell ?? '';
  return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell;
};
