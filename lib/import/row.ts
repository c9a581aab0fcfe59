import { columnsIn, type Read } from './mapping.ts';

/** One row of a file: the line on which it begins, from 1, and what it says by column. `fault`: why that is not to be relied on. */
export type Row = Readonly<{
  line: number;
  values: Readonly<Record<string, unknown>>;
  fault?: string | undefined;
}>;

/**
 * What a row says in a column, or at a path: `place.region`, `sources.0.link` for the first of a list, `sources.link` for all of
 * it, `filters[key=Weapon].value` for those of a list that have this value. Undefined where it says nothing.
 */
const valueAt = ({ values }: Row, column: string): unknown =>
  Object.hasOwn(values, column)
    ? values[column]
    : (column.match(/(?:[^.[]|\[[^\]]*\])+/g) ?? []).reduce<unknown>(stepInto, values);

const stepInto = (value: unknown, step: string): unknown => {
  const [, name = '', key, wanted] = /^(.*?)(?:\[(.+?)=(.*)\])?$/.exec(step) ?? [];
  const found = propertyOf(value, name);
  if (key === undefined || !Array.isArray(found)) return found;
  return found.filter(one => String(propertyOf(one, key)) === wanted);
};

const propertyOf = (value: unknown, name: string): unknown => {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && !/^\d+$/.test(name)) return value.map(one => propertyOf(one, name));
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
};

/** A value as text; undefined where it is empty. */
const textOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.flatMap(one => textOf(one) ?? []).join('; ') || undefined;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
  return text === '' ? undefined : text;
};

/** What a row says for a value of its mapping, as it is in the file. */
const writtenFor = (row: Row, one: Read): string | undefined => {
  for (const column of columnsIn(one)) {
    const text = textOf(valueAt(row, column));
    if (text !== undefined) return text;
  }
  return undefined;
};

/** What a row says, with the words of the file put into ours where the mapping has them. */
export const readText = (row: Row, one: Read | undefined): string | undefined => {
  if (one === undefined) return undefined;
  if (typeof one === 'object' && 'is' in one) return one.is;
  const written = writtenFor(row, one);
  const { codes, otherwise } = typeof one === 'object' && 'of' in one ? one : {};
  if (written === undefined) return otherwise;
  return codeIn(codes, written) ?? (codes && otherwise) ?? written;
};

/** The same for a list. */
export const readList = (row: Row, one: Read | undefined): readonly string[] => {
  if (one === undefined) return [];
  const separator = typeof one === 'object' && 'of' in one ? one.separator : undefined;
  if (separator === undefined || (typeof one === 'object' && 'is' in one))
    return [readText(row, one) ?? []].flat();
  const { codes, otherwise } = one as Extract<Read, { of: unknown }>;
  const items = (writtenFor(row, one) ?? '').split(separator).map(item => item.trim());
  const list = items
    .filter(item => item !== '')
    .map(item => codeIn(codes, item) ?? (codes && otherwise) ?? item);
  return list.length === 0 && otherwise !== undefined ? [otherwise] : [...new Set(list)];
};

/** Words of a file are the same in any case. */
const codeIn = (codes: Readonly<Record<string, string>> | undefined, written: string): string | undefined => {
  if (!codes) return undefined;
  if (Object.hasOwn(codes, written)) return codes[written];
  const lower = written.toLowerCase();
  return Object.entries(codes).find(([word]) => word.toLowerCase() === lower)?.[1];
};

/** Whether a row has one of the wanted values in each of the columns. */
export const isWanted = (row: Row, only: Readonly<Record<string, readonly string[]>> = {}): boolean =>
  Object.entries(only).every(([column, wanted]) => wanted.includes(textOf(valueAt(row, column)) ?? ''));
