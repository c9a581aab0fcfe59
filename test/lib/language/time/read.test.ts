import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTimes, readTime } from '../../../../lib/language/time/read.ts';
import type { Locale } from '../../../../lib/locale.ts';
import { addDays, addMinutes, firstDay, lastDay, monthOf, wallAt } from '../../../../lib/time/date.ts';
import { formatOccurred } from '../../../../lib/time/format.ts';
import { type DayPart, type Occurred, occurredSchema } from '../../../../lib/time/occurred.ts';
import { hourOfDate, onDate, partOfDate, unknownTime } from '../../../../lib/time/presets.ts';
import type { TimeContext, TimeReading } from '../../../../lib/time/reading.ts';
import { isSkipped, toInstant, wallTime } from '../../../../lib/time/zone.ts';
import { isSame, meaningOf, type Phrase, readAccounts, readPhrases } from './corpus.ts';

const zone = 'Europe/Kyiv';
const typedAt = '2026-05-12T14:20';
const at = (wall: string, locale: Locale = 'uk'): TimeContext => ({
  now: toInstant(wall, zone),
  zone,
  locale,
});
const read = ({ text, now = typedAt, locale }: Phrase): string => meaningOf(readTime(text, at(now, locale)));

/** Prints what was missed and returns the share that was right. */
const score = (name: string, lines: readonly string[], total: number, missed = lines.length): number => {
  console.log([...lines, `${name}: ${total - missed} of ${total} right`].join('\n'));
  return 1 - missed / total;
};
const isAsking = (meaning: string): boolean => /^(?:choose|no$|future|skipped)/.test(meaning);

const optionsOf = (reading: TimeReading): readonly Occurred[] => {
  if (reading.kind === 'understood') return [reading.occurred];
  return reading.kind === 'choose' ? reading.options : [];
};

describe('a typed time', () => {
  it.each(['corpus.jsonl', 'strangers.jsonl', 'typed.jsonl'])(
    'is right in value and precision across %s, but for what is listed with its reason',
    file => {
      const phrases = readPhrases(file);
      const misses = phrases.filter(phrase => !isSame(read(phrase), phrase.means));
      score(
        file,
        [`${misses.filter(phrase => !isAsking(read(phrase))).length} wrong without asking`],
        phrases.length,
        misses.length,
      );
      expect(misses.filter(({ miss }) => miss === undefined).map(({ text }) => text)).toEqual([]);
    },
  );

  it('keeps the words of the person', () => {
    const reading = readTime('  це було вчора ', at(typedAt));
    expect(optionsOf(reading)).toEqual([{ ...onDate('2026-05-11', zone), words: 'це було вчора' }]);
  });

  it('is read in the zone of the country, whatever zone the machine is in', () => {
    const lateEvening = new Date('2026-05-12T21:30Z');
    const reading = readTime('вчора', { now: lateEvening, zone, locale: 'uk' });
    expect(meaningOf(reading)).toBe('day 2026-05-12');
    expect(meaningOf(readTime('вчора', { now: lateEvening, zone: 'America/New_York', locale: 'uk' }))).toBe(
      'day 2026-05-11',
    );
  });

  it('asks for the order of day and month only while it is not known', () => {
    const context = at(typedAt, 'en');
    expect(meaningOf(readTime('3/4/2026', context))).toBe('choose day 2026-04-03 | day 2026-03-04');
    expect(meaningOf(readTime('3/4/2026', { ...context, monthFirst: true }))).toBe('day 2026-03-04');
    expect(meaningOf(readTime('3/4/2026', { ...context, monthFirst: false }))).toBe('day 2026-04-03');
  });

  it('offers the nearest hours for one that daylight saving skipped', () => {
    const reading = readTime('29 березня 2026 о 3:30', at(typedAt));
    expect(reading.kind === 'skipped_hour' && reading.options.map(({ start }) => start)).toEqual([
      '2026-03-29T02:30',
      '2026-03-29T04:30',
    ]);
  });

  it('shows the time that it refuses as not come yet', () => {
    const reading = readTime('завтра о 15:40', at(typedAt));
    expect(reading.kind === 'future' && reading.occurred.start).toBe('2026-05-13T15:40');
  });
});

/** Words of all kinds, so that their mixtures meet every rule, and noise. */
const anyWord = fc.constantFrom(
  ...'вчора позавчора сьогодні о об в на з до по між і тому години годину хвилин днів тиждень травня березень 5 14 31 2022 15:40 3:30 14.03 3/4 05.05.2026 третій ночі ранку ввечері вночі пів четверту понеділок минулого не пізніше близько десь'.split(
    ' ',
  ),
  ...'вчера назад ночь мая полдевятого часа без четверти шесть yesterday at half past three pm the 5th of May ago last night between and before 2 week не знаю поранених 122 мм , - .'.split(
    ' ',
  ),
);
const anyText = fc.oneof(
  fc.array(anyWord, { maxLength: 9 }).map(words => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const anyNow = fc
  .integer({ min: Date.parse('2022-02-24T00:00Z') / 60_000, max: Date.parse('2027-12-31T00:00Z') / 60_000 })
  .map(minutes => new Date(minutes * 60_000));
const anyLocale = fc.constantFrom<Locale>('uk', 'en', 'ru');

describe('whatever is typed', () => {
  it('is never read as a time that has not begun, nor as one that ends before it starts', () => {
    fc.assert(
      fc.property(anyText, anyNow, anyLocale, (text, now, locale) => {
        const nowWall = wallTime(now, zone);
        for (const occurred of optionsOf(readTime(text, { now, zone, locale }))) {
          occurredSchema.parse(occurred);
          const { start, end } = occurred;
          if (start !== undefined) expect(start <= nowWall.slice(0, start.length)).toBe(true);
          if (start !== undefined && end !== undefined) expect(start <= end).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives at least two and at most four options when it leaves a choice', () => {
    fc.assert(
      fc.property(anyText, anyNow, (text, now) => {
        const reading = readTime(text, { now, zone, locale: 'en' });
        if (reading.kind !== 'choose') return;
        expect(reading.options.length).toBeGreaterThanOrEqual(2);
        expect(reading.options.length).toBeLessThanOrEqual(4);
        expect(new Set(reading.options.map(option => JSON.stringify(option))).size).toBe(
          reading.options.length,
        );
      }),
      { numRuns: 700 },
    );
  });

  it('gains no hour when only the calendar was spoken of', () => {
    const calendarWords =
      'вчора позавчора сьогодні 5 травня березня понеділок минулого тижня вторник мая yesterday last Monday March 14.03.2022 24.02.2022 тиждень тому днів назад до після the 5th of May не пізніше весна 2023 року'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...calendarWords), { maxLength: 6 }), anyNow, (words, now) => {
        // A bare "5" may be an hour; then it is a choice or an hour, but never a minute.
        const bare = words.includes('5');
        for (const { precision } of optionsOf(readTime(words.join(' '), { now, zone, locale: 'uk' }))) {
          expect(bare ? ['minute'] : ['minute', 'hour', 'part_of_day']).not.toContain(precision);
        }
      }),
      { numRuns: 700 },
    );
  });
});

const anyDate = fc.integer({ min: 0, max: 1500 }).map(days => addDays('2022-02-24', days));
const anyPart = fc.constantFrom<DayPart>('night', 'morning', 'day', 'evening');
const minuteOf = (date: string, minute: number): Occurred => {
  const start = addMinutes(wallAt(date, 0), minute);
  return { precision: 'minute', start, end: start, zone };
};
const anyOccurred: fc.Arbitrary<Occurred> = fc.oneof(
  anyDate.map(date => onDate(date, zone)),
  fc.tuple(anyDate, fc.integer({ min: 0, max: 1439 })).map(([date, minute]) => minuteOf(date, minute)),
  fc.tuple(anyDate, fc.integer({ min: 0, max: 23 })).map(([date, hour]) => hourOfDate(date, hour, zone)),
  fc.tuple(anyDate, fc.integer({ min: 30, max: 1380 })).map(([date, minute]): Occurred => {
    // At a full hour "about 15:00" is that hour.
    const start = addMinutes(wallAt(date, 0), minute % 60 === 0 ? minute - 29 : minute - 30);
    return { precision: 'hour', start, end: addMinutes(start, 60), zone };
  }),
  fc
    .tuple(anyDate, fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 61, max: 300 }))
    .map(([date, minute, length]): Occurred => {
      const start = addMinutes(wallAt(date, 0), minute);
      return { precision: 'hour', start, end: addMinutes(start, length), zone };
    }),
  fc.tuple(anyDate, anyPart).map(([date, part]) => partOfDate(date, part, zone)),
  fc
    .tuple(anyDate, fc.integer({ min: 1, max: 6 }))
    .map(([start, days]): Occurred => ({ precision: 'week', start, end: addDays(start, days), zone })),
  anyDate.map(
    (date): Occurred => ({
      precision: 'month',
      start: firstDay(monthOf(date)),
      end: lastDay(monthOf(date)),
      zone,
    }),
  ),
  anyDate.map(end => unknownTime(zone, { end })),
  anyDate.map(start => unknownTime(zone, { start })),
  fc.tuple(anyDate, fc.integer({ min: 32, max: 300 })).map(([start, days]) => {
    return unknownTime(zone, { start, end: addDays(start, days) });
  }),
  fc.constantFrom(
    unknownTime(zone),
    unknownTime(zone, { start: '2022-01-01', end: '2022-12-31' }),
    unknownTime(zone, { start: '2024-01-01', end: '2024-12-31' }),
  ),
);

describe('what the bot says it understood', () => {
  it('is understood as the same when it is typed back, in every language and precision', () => {
    fc.assert(
      fc.property(anyOccurred, anyLocale, (occurred, locale) => {
        const { start, end } = occurred;
        fc.pre(occurred.precision !== 'minute' || !isSkipped(occurred.start, zone));
        fc.pre(occurred.precision !== 'hour' || !isSkipped(start ?? '', zone) || !isSkipped(end ?? '', zone));
        const words = formatOccurred(occurred, locale);
        const reading = readTime(words, at('2027-06-01T12:00', locale));
        expect(reading, words).toEqual({ kind: 'understood', occurred: { ...occurred, words } });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the times in an account', () => {
  it('are found, and no other number is taken for one', () => {
    const accounts = readAccounts('accounts.jsonl');
    const found = (text: string): readonly string[] =>
      findTimes(text, at(typedAt)).map(({ reading }) => meaningOf(reading));
    const misses = accounts.filter(({ text, times }) => found(text).join('; ') !== times.join('; '));
    const missed = misses.map(
      ({ text, times }) => `${text}: ${times.join('; ')}, but read as ${found(text).join('; ')}`,
    );
    expect(score('accounts.jsonl', missed, accounts.length)).toBeGreaterThanOrEqual(0.97);
  });

  it('lie where they are said to lie', () => {
    const text = 'Світлина. Учора́ о 15:40 у Києві, а сьогодні о 9:15 — в Ізюмі.';
    const words = findTimes(text, at(typedAt)).map(({ index, length }) => text.slice(index, index + length));
    expect(words).toEqual(['Учора́ о 15:40', 'сьогодні о 9:15']);
  });

  it('never overlap and never leave the text', () => {
    fc.assert(
      fc.property(anyText, anyNow, (text, now) => {
        let previous = 0;
        for (const { index, length } of findTimes(text, { now, zone, locale: 'uk' })) {
          expect(index).toBeGreaterThanOrEqual(previous);
          expect(length).toBeGreaterThan(0);
          previous = index + length;
        }
        expect(previous).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 700 },
    );
  });
});
