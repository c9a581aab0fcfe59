import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createKeyRing,
  createReportKey,
  open,
  paddedLength,
  type SealedField,
  seal,
} from '../../../lib/identity/sealing.ts';

const key = createReportKey();
const account: SealedField = { report: 'K7QF2M9XCA', field: 'account' };
const ring = createKeyRing(['a secret of the test']);

const anyJson = fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' });
const anyField = fc.record({ report: fc.string(), field: fc.string() });
/** JSON knows no negative zero. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a sealed value', () => {
  test('opens to what was sealed, under the same key, for the same report and field', () => {
    fc.assert(
      fc.property(anyJson, anyField, (value, field) => {
        expect(open(key, field, seal(key, field, value))).toEqual(stored(value));
      }),
    );
  });

  test('keeps halves of characters, which JSON can hold, as they are', () => {
    const text = 'a\uD83D';
    expect(open(key, account, seal(key, account, text))).toBe(text);
  });

  test('tells nothing of what was sealed, nor that two values are equal', () => {
    const text = 'Я бачила це з вікна на Садовій 5';
    const sealed = seal(key, account, text);
    expect(seal(key, account, text)).not.toBe(sealed);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain(
      Buffer.from('Садовій').toString('latin1'),
    );
  });

  test('does not open for another report, field or key', () => {
    fc.assert(
      fc.property(anyJson, anyField, anyField, (value, field, other) => {
        fc.pre(field.report !== other.report || field.field !== other.field);
        const sealed = seal(key, field, value);
        expect(open(key, other, sealed)).toBeUndefined();
        expect(open(createReportKey(), field, sealed)).toBeUndefined();
      }),
    );
    // Names that join to the same text are told apart.
    expect(
      open(key, { report: 'a', field: 'b/c' }, seal(key, { report: 'a/b', field: 'c' }, 1)),
    ).toBeUndefined();
  });

  test('does not open when any byte of it was changed', () => {
    const sealed = seal(key, account, 'short');
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at++)
      for (const flip of [1, 0x80]) {
        const tampered = Buffer.from(bytes);
        tampered[at] = (tampered[at] ?? 0) ^ flip;
        expect(open(key, account, tampered.toString('base64url'))).toBeUndefined();
      }
  });

  test('does not open when it was cut, lengthened or written otherwise, and never throws', () => {
    const sealed = seal(key, account, { lat: 47.661_234, lon: 35.271_234 });
    for (let length = 0; length < sealed.length; length++)
      expect(open(key, account, sealed.slice(0, length))).toBeUndefined();
    for (const other of [
      `${sealed}A`,
      `${sealed}=`,
      ` ${sealed}`,
      sealed.replace(/^./, '$&\n'),
      `${sealed}${sealed}`,
    ])
      expect(open(key, account, other)).toBeUndefined();
    fc.assert(fc.property(fc.string(), text => open(key, account, text) === undefined));
  });

  test('is refused where there is no value', () => {
    expect(() => seal(key, account, undefined)).toThrow('account');
  });
});

describe('the length of a sealed value', () => {
  test('is the same for all short values, and one of few for long ones', () => {
    const lengths = (values: readonly unknown[]) =>
      new Set(values.map(value => seal(key, account, value).length));
    expect(lengths([null, 1, 'так', 'x'.repeat(62), { lat: 47.661_234, lon: 35.271_234 }]).size).toBe(1);
    expect(new Set(Array.from({ length: 8192 }, (_, n) => paddedLength(n + 1))).size).toBeLessThanOrEqual(24);
  });

  test('holds the value, grows with it, and adds no more than a quarter to what is long', () => {
    fc.assert(
      fc.property(fc.nat(100_000), length => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(Math.max(1, length));
        expect(padded % 64).toBe(0);
        expect(paddedLength(length + 1)).toBeGreaterThanOrEqual(padded);
        if (length > 256) expect(padded).toBeLessThanOrEqual(length * 1.25);
      }),
    );
  });
});

describe('the key of a report', () => {
  test('is random', () => {
    expect(createReportKey()).toHaveLength(32);
    expect(Buffer.from(createReportKey()).equals(createReportKey())).toBe(false);
  });

  test('is unwrapped for its report only, and by the secret only', () => {
    const wrapped = ring.wrapKey('K7QF2M9XCA', key);
    expect(Buffer.from(ring.unwrapKey('K7QF2M9XCA', wrapped) ?? '').equals(key)).toBe(true);
    expect(ring.unwrapKey('K7QF2M9XCB', wrapped)).toBeUndefined();
    expect(createKeyRing(['another']).unwrapKey('K7QF2M9XCA', wrapped)).toBeUndefined();
    expect(ring.wrapKey('K7QF2M9XCA', key)).not.toBe(wrapped);
  });

  test('is not unwrapped when a single character of it was changed, added or taken away', () => {
    const wrapped = ring.wrapKey('K7QF2M9XCA', key);
    for (let at = 0; at < wrapped.length; at++) {
      const other = wrapped[at] === 'A' ? 'B' : 'A';
      for (const changed of ['', other, `${wrapped[at]}${other}`])
        expect(
          ring.unwrapKey('K7QF2M9XCA', wrapped.slice(0, at) + changed + wrapped.slice(at + 1)),
        ).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), text => ring.unwrapKey('K7QF2M9XCA', text) === undefined));
  });

  test('is still unwrapped after the secret was changed, and known to want wrapping anew', () => {
    const wrapped = ring.wrapKey('K7QF2M9XCA', key);
    const rotated = createKeyRing(['new', 'a secret of the test']);
    expect(Buffer.from(rotated.unwrapKey('K7QF2M9XCA', wrapped) ?? '').equals(key)).toBe(true);
    expect(rotated.isCurrent(wrapped)).toBe(false);
    expect(rotated.isCurrent(rotated.wrapKey('K7QF2M9XCA', key))).toBe(true);
  });

  test('needs a secret', () => {
    expect(() => createKeyRing([])).toThrow('secret');
  });
});

describe('a voice within an incident', () => {
  const anyUser = fc.string();
  const anyIncident = fc.string({ minLength: 1 });

  test('is the same for one person, another for each other person, and another in each other incident', () => {
    fc.assert(
      fc.property(anyIncident, anyIncident, anyUser, anyUser, (incident, elsewhere, user, other) => {
        fc.pre(incident !== elsewhere && user !== other);
        const voice = ring.voiceWithin(incident, user);
        expect(voice).toMatch(/^[\w-]{22}$/);
        expect(ring.voiceWithin(incident, user)).toBe(voice);
        expect(ring.voiceWithin(incident, other)).not.toBe(voice);
        expect(ring.voiceWithin(elsewhere, user)).not.toBe(voice);
        expect(createKeyRing(['another']).voiceWithin(incident, user)).not.toBe(voice);
      }),
    );
  });

  test('stays one voice when the secret changes between two reports of a person', () => {
    const rotated = createKeyRing(['new', 'a secret of the test']);
    const known = [ring.voiceWithin('ZZZZZ00001', 'b'), ring.voiceWithin('ZZZZZ00001', 'a')];
    expect(rotated.voiceWithin('ZZZZZ00001', 'a', known)).toBe(known[1]);
    expect(known).not.toContain(rotated.voiceWithin('ZZZZZ00001', 'c', known));
    expect(known).not.toContain(rotated.voiceWithin('ZZZZZ00001', 'a'));
  });
});
