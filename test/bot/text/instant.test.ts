import { expect, test } from 'vitest';
import { decisionText } from '../../../bot/text/instant.ts';
import { viewIn } from '../../support/screens.ts';

test.each([
  ['uk', '14 травня 2022'],
  ['en', '14 May 2022'],
  ['ru', '14 мая 2022'],
] as const)(
  'a withdrawal, kept to the hour, is told by its day in %s, so that it never stands before the report',
  async (locale, day) => {
    const view = await viewIn(locale);
    const decidedAt = '2022-05-13T21:00:00.000Z';
    expect(decisionText({ status: 'withdrawn', decidedAt }, view)).toBe(day);
    expect(decisionText({ status: 'rejected', decidedAt }, view)).toBe(`${day}, 00:00`);
    expect(decisionText({ status: 'submitted' }, view)).toBeUndefined();
  },
);
