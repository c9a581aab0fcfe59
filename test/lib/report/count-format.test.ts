import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount } from '../../../lib/language/answer/count.ts';
import { locales } from '../../../lib/locale.ts';
import type { Count, Range } from '../../../lib/report/count.ts';
import { formatCount } from '../../../lib/report/count-format.ts';
import { casualtyGroups } from '../../../lib/report/vocabulary.ts';

describe('saying how many', () => {
  const cases: readonly (readonly [Count, string, string, string])[] = [
    ['unknown', 'невідомо', 'unknown', 'неизвестно'],
    [{ min: 0, max: 0 }, '0', '0', '0'],
    [{ min: 8, max: 10 }, '8–10', '8–10', '8–10'],
    [{ min: 8 }, 'щонайменше 8', 'at least 8', 'не менее 8'],
    [{ min: 20, max: 20, about: true }, 'близько 20', 'about 20', 'около 20'],
    [{ min: 0, max: 5 }, 'до 5', 'up to 5', 'до 5'],
    [
      { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
      '8, з них 3 медики',
      '8, 3 of them medics',
      '8, из них 3 медика',
    ],
    [
      { min: 8, max: 8, of: { medics: { min: 3, max: 3 }, children: { min: 1, max: 1 } } },
      '8, з них 1 дитина і 3 медики',
      '8, 1 of them a child and 3 medics',
      '8, из них 1 ребёнок и 3 медика',
    ],
    [
      { min: 30, of: { rescuers: { min: 5 }, women: { min: 20, max: 20, about: true } } },
      'щонайменше 30, з них близько 20 жінок і щонайменше 5 рятувальників',
      'at least 30, about 20 of them women and at least 5 rescuers',
      'не менее 30, из них около 20 женщин и не менее 5 спасателей',
    ],
  ];

  it('says a count naturally in each language', () => {
    for (const [count, uk, en, ru] of cases)
      expect((['uk', 'en', 'ru'] as const).map(locale => formatCount(count, locale))).toEqual([uk, en, ru]);
  });

  it('is understood again as the same count, so that what is repeated back can be typed', () => {
    const range = fc.oneof(
      fc.tuple(fc.nat(99), fc.nat(99)).map(([a, b]): Range => ({ min: Math.min(a, b), max: Math.max(a, b) })),
      fc.integer({ min: 1, max: 99 }).map((min): Range => ({ min })),
      fc.integer({ min: 1, max: 99 }).map((min): Range => ({ min, max: min, about: true })),
    );
    const part = fc.option(
      fc.record({ group: fc.constantFrom(...casualtyGroups), n: fc.integer({ min: 1, max: 20 }) }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(range, part, fc.constantFrom(...locales), (total, of, locale) => {
        const fits = of && of.n <= total.min;
        const count: Count = fits ? { ...total, of: { [of.group]: { min: of.n, max: of.n } } } : total;
        expect(readCount(formatCount(count, locale))).toEqual({ kind: 'understood', count });
      }),
    );
  });
});
