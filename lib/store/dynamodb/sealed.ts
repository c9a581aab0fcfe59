import type * as z from 'zod/mini';
import { open, type ReportKey, type SealedField, seal } from '../../identity/sealing.ts';
import { CorruptItem } from './errors.ts';
import { validate } from './item.ts';

/** Seals a value as its schema has it. Throws when it could not be read back. */
export const sealAs = (key: ReportKey, field: SealedField, schema: z.ZodMiniType, value: object): string =>
  seal(key, field, validate(schema, value));

/** What was sealed, by its schema. Throws `CorruptItem`. */
export const unsealAs = <Schema extends z.ZodMiniType>(
  key: ReportKey,
  field: SealedField,
  schema: Schema,
  sealed: string,
): z.output<Schema> => {
  const result = schema.safeParse(open(key, field, sealed));
  if (result.success) return result.data;
  throw new CorruptItem(`What is sealed of ${field.report} as ${field.field} cannot be read.`);
};
