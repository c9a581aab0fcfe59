import { SaxesParser } from 'saxes';
import type { Row } from '../../../lib/import/row.ts';

type Placemark = { line: number; values: Record<string, unknown> };

/** Elements of a placemark whose text is a column of its own. */
const plain = new Set(['name', 'description', 'address', 'when', 'begin', 'end', 'styleUrl']);

/**
 * The placemarks of a KML text that comes in pieces, each with the line on which it begins: `id`, `name`, `description`,
 * `when`, `begin`, `end`, `folder`, `lat` and `lon` of a point, and every extended datum by its name. Throws on what is no XML.
 */
export async function* kmlRows(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  const rows: Row[] = [];
  const path: string[] = [];
  const folders: string[] = [];
  let row: Placemark | undefined;
  let datum: string | undefined;
  let text = '';
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.slice(name.indexOf(':') + 1);
    path.push(local);
    text = '';
    if (local === 'Folder') folders.push('');
    if (local === 'Placemark')
      row = { line: parser.line, values: { id: attributes.id, folder: folders.filter(Boolean).join('/') } };
    if (local === 'Data' || local === 'SimpleData') datum = attributes.name;
  });
  const addText = (more: string) => {
    text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const local = path.pop() ?? '';
    const written = text.trim();
    text = '';
    if (local === 'name' && path.at(-1) === 'Folder') folders[folders.length - 1] = written;
    if (local === 'Folder') folders.pop();
    if (!row) return;
    if (local === 'Placemark') {
      rows.push(row);
      row = undefined;
    } else if ((local === 'value' || local === 'SimpleData') && datum !== undefined)
      row.values[datum] = written;
    else if (local === 'coordinates' && path.at(-1) === 'Point') {
      const [lon, lat] = written.split(',');
      Object.assign(row.values, { lon, lat });
    } else if (plain.has(local)) row.values[local] ??= written;
  });
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield* rows.splice(0);
  }
  parser.close();
  yield* rows.splice(0);
}
