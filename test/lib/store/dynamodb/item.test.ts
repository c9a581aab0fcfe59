import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CorruptItem } from '../../../../lib/store/dynamodb/errors.ts';
import { marshal, parseItem, type Shape, stamp } from '../../../../lib/store/dynamodb/item.ts';

const key = { pk: 'PET#1', sk: 'PET' };
const pet = (version: number) =>
  ({ kind: 'pet', version, schema: z.object({ name: z.string() }) }) as const satisfies Shape;
const stored = (shape: string | undefined, content: object) => marshal({ ...key, ...content, shape });

const messageOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof CorruptItem) return error.message;
  }
  throw new Error('It was read');
};

describe('an item', () => {
  test('is read by the shape that it was written with', () => {
    const raw = marshal({ ...key, ...stamp(pet(3), { name: 'Cat', unknown: 1 }) });
    expect([raw.shape, parseItem(pet(3), raw)]).toEqual([{ S: 'pet.3' }, { name: 'Cat' }]);
  });

  test('of a later or unknown version, of none, or of another kind is refused in one line without content', () => {
    const refusal = (shape: string | undefined) =>
      messageOf(() => parseItem(pet(1), stored(shape, { name: 'Secret' })));
    expect(refusal('pet.2')).toBe('The stored item PET#1 PET has shape pet.2; this release reads pet.1.');
    expect(refusal('pet.0')).toBe('The stored item PET#1 PET has shape pet.0; this release reads pet.1.');
    expect(refusal(undefined)).toBe('The stored item PET#1 PET has no shape; this release reads pet.1.');
    expect(refusal('Secret 1')).toBe('The stored item PET#1 PET has no shape; this release reads pet.1.');
    expect(refusal('tree.1')).toBe('The stored item PET#1 PET has shape tree.1; this release reads pet.1.');
  });

  test('that does not fit its shape is refused by the names of its fields', () => {
    const raw = stored('pet.1', { name: 5 });
    expect(messageOf(() => parseItem(pet(1), raw))).toBe(
      'The stored item PET#1 PET (pet.1) is corrupt, at name.',
    );
  });

  test('of an earlier version is read by way of every version since', () => {
    const upgraded: Shape = {
      ...pet(3),
      upgrades: {
        1: ({ called, ...rest }) => ({ ...rest, title: called }),
        2: ({ title, ...rest }) => ({ ...rest, name: `${title}!` }),
      },
    };
    expect(parseItem(upgraded, stored('pet.1', { called: 'Cat' }))).toEqual({ name: 'Cat!' });
    expect(parseItem(upgraded, stored('pet.2', { title: 'Dog' }))).toEqual({ name: 'Dog!' });
    expect(messageOf(() => parseItem(upgraded, stored('pet.4', {})))).toContain('pet.4');
  });
});
