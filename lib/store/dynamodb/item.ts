import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod/mini';
import { CorruptItem } from './errors.ts';
import type { Key } from './keys.ts';

/** An item, or values of an expression, as DynamoDB holds them. */
export type Raw = Record<string, AttributeValue>;

/** A plain object as DynamoDB holds it. What is undefined is left out. */
export const marshal = (value: object): Raw => marshall(value, { removeUndefinedValues: true });

/** The key alone, as DynamoDB wants it. */
export const rawKey = ({ pk, sk }: Key): Raw => ({ pk: { S: pk }, sk: { S: sk } });

/**
 * A value as it will be read back: without what is undefined and what its schema does not know. Throws, naming fields but
 * no content, when it could not be read back, so that nothing of the kind is ever stored.
 */
export const validate = <Schema extends z.ZodMiniType>(schema: Schema, value: object): z.output<Schema> => {
  const result = schema.safeParse(unmarshall(marshal(value)));
  if (result.success) return result.data;
  const fields = result.error.issues.map(issue => issue.path.join('.')).join(', ');
  throw new Error(`What was to be stored does not have its shape, at ${fields}.`);
};

/** An item as it was stored, checked by its schema. Throws `CorruptItem` when it is not that. */
export const parseItem = <Schema extends z.ZodMiniType>(schema: Schema, raw: Raw): z.output<Schema> => {
  const result = schema.safeParse(unmarshall(raw));
  if (result.success) return result.data;
  throw new CorruptItem(`The stored item ${raw.pk?.S} ${raw.sk?.S} is corrupt.`);
};
