import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { id, number } from '../../../bot/callbacks/arguments.ts';
import { defineCallbacks } from '../../../bot/callbacks/table.ts';

const callbacks = defineCallbacks('m', {
  home: z.object({}),
  open: z.object({ id, version: number, from: z.optional(z.string()) }),
  answer: z.object({ value: z.enum(['yes', 'no']) }),
});

describe('a table of callbacks', () => {
  it('reads from the data of a button what was written into it', () => {
    const args = { id: '0123456789', version: 3 };
    expect(callbacks.data('open', args)).toBe('m:open:0123456789:3');
    expect(callbacks.parse(callbacks.data('open', args))).toEqual({ name: 'open', args });
    const there = { ...args, from: 'w.1' };
    expect(callbacks.parse(callbacks.data('open', there))).toEqual({ name: 'open', args: there });
    expect(callbacks.parse(callbacks.data('home'))).toEqual({ name: 'home', args: {} });
  });

  it.each([
    ['another role', 'w:home'],
    ['a name that is not in it', 'm:close'],
    ['a name that every object has', 'm:constructor'],
    ['an argument too many', 'm:home:1'],
    ['an argument too few', 'm:open:0123456789'],
    ['a value that is none', 'm:answer:maybe'],
    ['no number', 'm:open:0123456789:-1'],
    ['nothing', ''],
  ])('knows no press of %s', (_, data) => expect(callbacks.parse(data)).toBeUndefined());

  it('refuses to write what Telegram would not carry, or what could not be read', () => {
    const args = { id: '0123456789', version: 3 };
    expect(() => callbacks.data('open', { ...args, from: 'є'.repeat(32) })).toThrow('Cannot be the data');
    expect(() => callbacks.data('open', { ...args, from: 'a:b' })).toThrow('Cannot be the data');
  });

  it('hands a press to its handler', async () => {
    const handlers = {
      home: async () => 'home',
      open: async ({ version }: { version: number }, who: string) => `${who} ${version}`,
      answer: async () => 'answer',
    };
    expect(await callbacks.dispatch('m:open:0123456789:3', handlers, 'Olha')).toBe('Olha 3');
    expect(callbacks.dispatch('m:none', handlers, 'Olha')).toBeUndefined();
  });
});
