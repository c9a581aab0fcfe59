import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIdentity } from '../../../lib/identity/identity.ts';

const secret = 'a secret of the test';
const identity = createIdentity([secret]);
const anyUser = fc.integer({ min: 1, max: 2 ** 52 });

describe('pseudonyms', () => {
  test('are the same for the same person and secret, and tell nothing of the id', () => {
    fc.assert(
      fc.property(anyUser, user => {
        const name = identity.reporter(user);
        expect(name).toBe(createIdentity([secret]).reporter(user));
        expect(name).toMatch(/^[\w-]{22}$/);
        expect(createIdentity(['another']).reporter(user)).not.toBe(name);
      }),
    );
  });

  test('do not link the chat, the reporter, the member and the follower that one person is', () => {
    fc.assert(
      fc.property(anyUser, user => {
        const names = [
          identity.chatKey(user),
          identity.chatKey(user, user),
          identity.reporter(user),
          identity.member(user),
          identity.follower(user),
        ];
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('tell the people of a group apart', () => {
    expect(identity.chatKey(-100, 1)).not.toBe(identity.chatKey(-100, 2));
    expect(identity.chatKey(-1001, 2)).not.toBe(identity.chatKey(-100, 12));
  });

  test('of older secrets can still be computed', () => {
    const rotated = createIdentity(['new', secret]);
    expect(rotated.reporter(5)).not.toBe(identity.reporter(5));
    expect(rotated.earlier.map(older => older.reporter(5))).toEqual([identity.reporter(5)]);
  });
});

describe('a sealed text', () => {
  test('opens to what was sealed, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const sealed = identity.seal(text);
        expect(identity.open(sealed)).toBe(text.toWellFormed());
        expect(identity.seal(text)).not.toBe(sealed);
      }),
    );
  });

  test('does not open when a single character of it was changed, added or taken away', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.constantFrom('A', 'B', '.', '-', '='),
        (text, pick, character) => {
          const sealed = identity.seal(text);
          const at = pick % sealed.length;
          fc.pre(sealed[at] !== character);
          for (const tampered of [
            sealed.slice(0, at) + character + sealed.slice(at + 1),
            sealed.slice(0, at) + sealed.slice(at + 1),
            sealed + character,
          ])
            expect(identity.open(tampered)).toBeUndefined();
        },
      ),
    );
  });

  test('of an older secret opens as long as that one is known', () => {
    const sealed = identity.seal('42');
    expect(createIdentity(['new', secret]).open(sealed)).toBe('42');
    expect(createIdentity(['new']).open(sealed)).toBeUndefined();
  });

  test.each(['', '.', 'nothing', 'a.b'])('is never %j', text => expect(identity.open(text)).toBeUndefined());
});

test('an identity without a secret is refused', () => {
  expect(() => createIdentity([])).toThrow('at least one secret');
});
