import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod/mini';
import { CorruptItem } from './errors.ts';
import type { Key } from './keys.ts';

/** An item, or values of an expression, as DynamoDB holds them. */
export type Raw = Record<string, AttributeValue>;

/** The same as a plain object. */
export type Plain = Readonly<Record<string, unknown>>;

/** A plain object as DynamoDB holds it. What is undefined is left out. */
export const marshal = (value: object): Raw => marshall(value, { removeUndefinedValues: true });

/** The key alone, as DynamoDB wants it. */
export const rawKey = ({ pk, sk }: Key): Raw => ({ pk: { S: pk }, sk: { S: sk } });

/** The key of an item, for messages. */
export const keyText = ({ pk, sk }: Raw): string => `${pk?.S} ${sk?.S}`;

/** The shape of one kind of item. When a shape must get a new version is said in `tables.ts`. */
export type Shape<Schema extends z.ZodMiniType = z.ZodMiniType> = Readonly<{
  kind: string;
  version: number;
  schema: Schema;
  /** For each earlier version that may still be stored: makes an item of it one of the next version. */
  upgrades?: Readonly<Record<number, (item: Plain) => Plain>>;
}>;

const daySeconds = 24 * 60 * 60;

/** The attribute `expiresAt` of what is kept for so many days: the end of that day, which does not tell the time of now. */
export const expiryAfter = (days: number, nowMs: number): number =>
  Math.ceil(nowMs / 1000 / daySeconds + days) * daySeconds;

/** Content that says which shape it has, in its attribute `shape` (`report.1`). Nothing else can be written. */
export type Stamped = Readonly<{ shape: string }>;

/** Content as it is stored: with the kind and version of its shape. */
export const stamp = ({ kind, version }: Pick<Shape, 'kind' | 'version'>, content: object): Stamped => ({
  ...content,
  shape: `${kind}.${version}`,
});

/**
 * A value as it will be read back: without what is undefined and what its schema does not know. Throws, naming fields but
 * no content, when it could not be read back, so that nothing of the kind is ever stored.
 */
export const validate = <Schema extends z.ZodMiniType>(schema: Schema, value: object): z.output<Schema> => {
  const result = schema.safeParse(unmarshall(marshal(value)));
  if (result.success) return result.data;
  throw new Error(`What was to be stored does not have its shape, at ${fieldsOf(result.error)}.`);
};

/** A stored item by its shape. Throws `CorruptItem`, naming no content, when it has another shape or does not fit it. */
export const parseItem = <Schema extends z.ZodMiniType>(shape: Shape<Schema>, raw: Raw): z.output<Schema> => {
  const result = shape.schema.safeParse(toPlain(shape, raw));
  if (result.success) return result.data;
  throw new CorruptItem(
    `The stored item ${keyText(raw)} (${shape.kind}.${shape.version}) is corrupt, at ${fieldsOf(result.error)}.`,
  );
};

/** A stored item as a plain object of the present version of its shape. Its content is not checked. */
export const toPlain = ({ kind, version, upgrades = {} }: Shape, raw: Raw): Plain => {
  const { shape, ...stored } = unmarshall(raw);
  const [found, storedKind, digits] = /^(\w{1,30})\.(\d{1,6})$/.exec(String(shape)) ?? [];
  let item: Plain | undefined = storedKind === kind ? stored : undefined;
  for (let at = Number(digits); item && at !== version; at += 1) item = upgrades[at]?.(item);
  if (item) return item;
  const has = found === undefined ? 'no shape' : `shape ${found}`;
  throw new CorruptItem(`The stored item ${keyText(raw)} has ${has}; this release reads ${kind}.${version}.`);
};

/** Those of some items that can be read. The others are counted. */
export type Readable<Item> = Readonly<{
  items: readonly Item[];
  /** How many items were skipped because they could not be read. */
  unreadable: number;
}> &
  Partial<Skipped>;

/** The keys of the skipped items (`keyText`). */
export type Skipped = Readonly<{ skipped: readonly string[] }>;

/** What `parse` makes of an item; undefined when it throws `CorruptItem`. */
export const parseReadable = <Item>(parse: (raw: Raw) => Item, raw: Raw): Item | undefined => {
  try {
    return parse(raw);
  } catch (error) {
    if (error instanceof CorruptItem) return undefined;
    throw error;
  }
};

/** Each of some items that can be read. */
export const parseAllReadable = <Item>(
  parse: (raw: Raw) => Item,
  raws: readonly Raw[],
): Readable<NonNullable<Item>> & Skipped => {
  const items: NonNullable<Item>[] = [];
  const skipped: string[] = [];
  for (const raw of raws) {
    const item = parseReadable(parse, raw) ?? undefined;
    if (item === undefined) skipped.push(keyText(raw));
    else items.push(item);
  }
  return { items, unreadable: skipped.length, skipped };
};

const fieldsOf = ({ issues }: z.core.$ZodError): string =>
  issues.map(issue => issue.path.join('.')).join(', ');
