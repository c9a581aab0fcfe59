import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarMonth } from '../../../lib/time/calendar.ts';
import { addMonths, lastDay, weekdayOf } from '../../../lib/time/date.ts';

const anyMonth = fc.integer({ min: 0, max: 400 }).map(months => addMonths('2010-01', months));

describe('the calendar', () => {
  it('shows every day of the month once, under its weekday', () => {
    fc.assert(
      fc.property(anyMonth, month => {
        const { weeks } = calendarMonth(month, '2026-05-12', 'uk');
        const days = weeks.flat().filter(day => day !== undefined);
        expect(days.map(({ date }) => Number(date.slice(8)))).toEqual(
          Array.from({ length: Number(lastDay(month).slice(8)) }, (_, index) => index + 1),
        );
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          week.forEach((day, index) => {
            if (day) expect(weekdayOf(day.date)).toBe(index + 1);
          });
        }
      }),
    );
  });

  it('marks the days to come and offers no month of the future', () => {
    const page = calendarMonth('2026-05', '2026-05-12', 'uk');
    const days = page.weeks.flat().filter(day => day !== undefined);
    expect(days.filter(({ isFuture }) => isFuture).map(({ date }) => date)[0]).toBe('2026-05-13');
    expect([page.previous, page.next]).toEqual(['2026-04', undefined]);
    expect(calendarMonth('2025-12', '2026-05-12', 'uk').next).toBe('2026-01');
  });

  it('is titled in the language of the chat, the week beginning on Monday', () => {
    const titles = (['uk', 'en', 'ru'] as const).map(locale => {
      const { title, weekdays } = calendarMonth('2026-03', '2026-05-12', locale);
      return `${title}: ${weekdays[0]}–${weekdays[6]}`;
    });
    expect(titles).toEqual(['березень 2026: пн–нд', 'March 2026: Mon–Sun', 'март 2026: пн–вс']);
  });
});
