import { writeXlsxStream } from 'hucre/xlsx';
import type { Column } from './columns.ts';

/**
 * A table as a workbook of one sheet (ISO/IEC 29500), in pieces: the names of the columns, their HXL tags, then the rows. Texts
 * are texts there, and never formulas. Rows are pulled as the pieces are.
 */
export async function* xlsxOf<Thing>(
  columns: readonly Column<Thing>[],
  things: AsyncIterable<Thing>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const rows = async function* () {
    yield columns.map(({ hxl }) => hxl);
    for await (const thing of things) yield columns.map(({ of }) => of(thing) ?? null);
  };
  yield* writeXlsxStream(rows(), {
    name,
    columns: columns.map(column => ({ header: column.name })),
    freezePane: { rows: 2 },
  });
}
