import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatReceipt, newReportId, nextId, readReceipt } from '../../../lib/identity/receipt.ts';
import { reportIdSchema } from '../../../lib/report/id.ts';

describe('a receipt', () => {
  test('is a new random id every time', () => {
    const ids = Array.from({ length: 1000 }, newReportId);
    for (const id of ids) expect(reportIdSchema.safeParse(id).success).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is shown in two groups', () => {
    expect(formatReceipt('K7QF2M9XCA')).toBe('K7QF2-M9XCA');
  });

  test('is read back however it is typed', () => {
    const anyDress = fc.constantFrom(
      (text: string) => text.toLowerCase(),
      (text: string) => ` #${text} `,
      (text: string) => text.replace('-', ' — '),
      (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'l'),
      (text: string) => text.replaceAll('K', 'К').replaceAll('M', 'м').replaceAll('X', 'х'),
    );
    fc.assert(
      fc.property(fc.nat(), anyDress, (_, dress) => {
        const id = newReportId();
        expect(readReceipt(dress(formatReceipt(id)))).toBe(id);
      }),
    );
  });

  test.each(['', 'K7QF2', 'K7QF2-M9XCA1', 'K7QF2-M9XCU', 'hello, you', '/myreports'])('is not %j', text =>
    expect(readReceipt(text)).toBeUndefined(),
  );
});

test('between an id and the next there is no other', () => {
  const anyId = fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(anyId, anyId, (one, other) => {
      const next = nextId(one);
      if (next === undefined) return expect(one).toBe('ZZZ');
      expect(next > one).toBe(true);
      if (other > one) expect(other >= next).toBe(true);
    }),
  );
});
