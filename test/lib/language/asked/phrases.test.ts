import { describe, expect, test } from 'vitest';
import { takeLabels } from '../../../../bot/reader/request/labels.ts';
import { type Bound, boundedBy } from '../../../../lib/language/asked/bound.ts';
import { type Phrases, takePhrases } from '../../../../lib/language/asked/phrases.ts';
import type { Days } from '../../../../lib/language/asked/text.ts';
import { munitions, unexplodedItems } from '../../../../lib/report/vocabulary.ts';
import { countedGrades } from '../../../../lib/summary/grades.ts';
import { earliest } from '../../../../lib/time/date.ts';
import { views } from '../../../support/screens.ts';

const today = '2026-11-23';
const since = (from: string) => ({ from, to: today });
const taken = (text: string) => takePhrases(text, today, '2022-02-24');

describe('a period that ends today', () => {
  test.each<readonly [period: Phrases['period'], said: readonly string[]]>([
    [
      since('2026-11-17'),
      ['7 days', '7 днів', '7 дней', 'for the last 7 days', 'за останні 7 днів', 'за последние 7 дней'],
    ],
    [since('2026-10-25'), ['30 days', '30 днів', '30 дней', 'last 30 days']],
    [
      since('2026-08-24'),
      ['last 3 months', 'за останні 3 місяці', 'за последние три месяца', 'past three months'],
    ],
    [since('2026-05-24'), ['half a year', 'за пів року', 'за полгода', 'last six months']],
    [since('2026-11-10'), ['last 2 weeks', 'останні два тижні', 'последние 2 недели']],
    [since('2025-11-24'), ['past year', 'за останній рік', 'за последний год', 'last 12 months']],
    [since('2026-11-22'), ['last 24 hours', 'за останню добу', 'за последние сутки']],
    [
      'all',
      [
        'all time',
        'for all time',
        'за весь час',
        'увесь час',
        'за всё время',
        'все время',
        'the war so far',
        'за всю війну',
        'за всю войну',
        'since the beginning of the war',
        'з початку війни',
        'с начала войны',
      ],
    ],
    [
      since('2022-02-24'),
      [
        'since the invasion',
        'since the full-scale invasion began',
        'since the beginning of the invasion',
        'during the full-scale war',
        'з початку вторгнення',
        'від початку повномасштабного вторгнення',
        'за час великої війни',
        'с начала вторжения',
        'с начала полномасштабной войны',
      ],
    ],
    [
      { from: earliest, to: '2022-02-23' },
      ['before the invasion', 'до вторгнення', 'до початку повномасштабної війни', 'до начала вторжения'],
    ],
    ['week', ['recently', 'last few days', 'останнім часом', 'останні дні', 'в последнее время']],
    ['month', ['last few weeks', 'за останні тижні', 'последние несколько недель']],
    [since('2026-11-17'), ['week', 'for a week', 'за тиждень', 'тиждень', 'за неделю']],
    [since('2025-11-24'), ['for a year', 'за рік', 'рік', 'за год']],
    [since('2026-11-23'), ['за день', 'for a day']],
    [since('2026-11-10'), ['last couple of weeks']],
    [
      since('2026-01-01'),
      ['year to date', 'YTD', 'since the beginning of the year', 'з початку року', 'с начала года'],
    ],
    [since('2026-11-01'), ['from the start of the month', 'з початку місяця', 'с начала этого месяца']],
    [since('2026-11-23'), ['since the start of the week', 'з початку тижня', 'с начала недели']],
    [
      { from: '2022-01-01', to: '2022-03-31' },
      [
        'Q1 2022',
        'first quarter of 2022',
        'перший квартал 2022',
        'у першому кварталі 2022 року',
        'I квартал 2022',
        '1-й квартал 2022 года',
        'в первом квартале 2022',
      ],
    ],
    [{ from: '2026-07-01', to: '2026-09-30' }, ['last quarter', 'минулий квартал', 'прошлый квартал', 'Q3']],
    [{ from: '2026-10-01', to: '2026-12-31' }, ['this quarter', 'цього кварталу', 'в этом квартале']],
    [
      { from: '2022-01-01', to: '2022-06-30' },
      ['first half of 2022', 'перше півріччя 2022', 'перша половина 2022 року', 'первое полугодие 2022 года'],
    ],
    [
      { from: '2023-07-01', to: '2023-12-31' },
      ['second half of 2023', 'друге півріччя 2023', 'во втором полугодии 2023'],
    ],
    [
      { from: '2020-01-01', to: '2029-12-31' },
      ['2020s', 'in the 2020s', '2020-ті', 'у 2020-х роках', '2020-е', 'в 2020-х годах'],
    ],
    // A word before such a part of the calendar is no place, and no part of it is answered in its stead.
    [since('2022-01-01'), ['since Q1 2022', 'починаючи з першого кварталу 2022']],
    [since('2010-01-01'), ['since the 2010s', 'починаючи з 2010-х', 'начиная с 2010-х']],
    [
      { from: earliest, to: '2022-09-30' },
      ['until Q3 2022', 'по третій квартал 2022', 'до конца третьего квартала 2022'],
    ],
    [{ from: earliest, to: '2019-12-31' }, ['before the 2020s', 'до 2020-х']],
  ])('%o is said in three languages', (period, said) => {
    for (const text of said)
      expect([text, taken(text)]).toEqual([text, expect.objectContaining({ period, rest: '' })]);
  });

  test('is cut to the last day of a shorter month', () => {
    expect(takePhrases('last 6 months', '2026-08-31').period).toEqual({
      from: '2026-03-01',
      to: '2026-08-31',
    });
  });

  test.each([
    'Izium',
    'last month',
    'минулого тижня',
    'на прошлой неделе',
    'March 2022',
    '2022',
    '0 days',
    'after Q4 2026',
  ])('is not what "%s" says', text => {
    expect(taken(text)).toMatchObject({ period: undefined, bound: undefined, rest: text });
  });
});

describe('a word before a time', () => {
  test.each<readonly [bound: Phrases['bound'], said: readonly string[]]>([
    [
      'upTo',
      [
        'until May 2023',
        'up to 2023',
        'by the end of 2022',
        'до кінця 2022',
        'по травень 2022',
        'до конца марта 2022',
      ],
    ],
    [
      'before',
      ['before 2023', 'prior to May 2022', 'earlier than 15 March 2022', 'раніше 2023', 'раньше марта 2022'],
    ],
    ['to', ['до травня 2023', 'до 2023 року', 'до 15.03.2022', 'до марта']],
    [
      'since',
      [
        'since March',
        'since 2023',
        'починаючи з березня 2022',
        'начиная с 2023 года',
        'since the beginning of 2022',
      ],
    ],
    [
      'since',
      ['March 2022 to now', 'March 2022 – today', 'з березня 2022 дотепер', 'с марта 2022 по сегодня'],
    ],
    ['after', ['after 2022', 'after May 2022', 'після 2022', 'после марта 2022']],
    ['week', ['week of 14 March 2022', 'тиждень 14 березня 2022', 'неделя 14.03.2022']],
  ])('makes of it what "%s" says', (bound, said) => {
    for (const text of said) expect([text, taken(text).bound]).toEqual([text, bound]);
  });

  test.each([
    'from March to May 2022',
    'from 1 March to 15 March 2022',
    '2022-03-01 to 2022-03-15',
    'з березня по травень 2022',
    'с марта до мая 2022',
    'the day before yesterday',
    'first week of March 2022',
    'перший тиждень березня 2022',
    'to Kharkiv',
    'дорога до Ізюму',
  ])('is none in "%s"', text => {
    expect(taken(text).bound).toBeUndefined();
  });

  const day = { from: '2022-03-15', to: '2022-03-15' };
  const month = { from: '2022-03-01', to: '2022-03-31' };
  test.each<readonly [bound: Bound, time: Days, period: Days | undefined]>([
    ['upTo', month, { from: earliest, to: '2022-03-31' }],
    ['before', month, { from: earliest, to: '2022-02-28' }],
    ['before', day, { from: earliest, to: '2022-03-14' }],
    ['to', month, { from: earliest, to: '2022-02-28' }],
    ['to', day, { from: earliest, to: '2022-03-15' }],
    ['since', month, since('2022-03-01')],
    ['after', month, since('2022-04-01')],
    ['after', { from: '2026-11-01', to: '2026-11-30' }, undefined],
    ['week', day, { from: '2022-03-14', to: '2022-03-20' }],
  ])('%s %o is %o', (bound, time, period) => {
    expect(boundedBy(bound, time, today)).toEqual(period);
  });
});

describe('how well supported', () => {
  test.each<readonly [grade: Phrases['grades'], said: readonly string[]]>([
    [
      ['confirmed'],
      [
        'confirmed',
        'only confirmed incidents',
        'підтверджені',
        'лише підтверджені події',
        'подтверждённые',
        'подтвержденные события',
      ],
    ],
    [
      ['corroborated'],
      ['several sources', 'кілька джерел', 'з кількох незалежних джерел', 'несколько источников'],
    ],
    [['single_source'], ['single source', 'one source', 'одне джерело', 'з одного джерела', 'один источник']],
    [['contested'], ['contested', 'спірні', 'спорные']],
    [
      ['confirmed', 'single_source'],
      [
        'confirmed or single source',
        'single source and confirmed',
        'підтверджені або з одного джерела',
        'підтверджені, з одного джерела',
        'подтверждённые и один источник',
      ],
    ],
    [
      ['confirmed', 'corroborated', 'contested'],
      [
        'confirmed, several sources or contested',
        'confirmed or several sources; contested',
        'спірні, підтверджені й кілька джерел',
      ],
    ],
    ['usual', ['confirmed or several sources', 'підтверджені або кілька незалежних джерел']],
    [
      'every',
      ['however well supported', 'all grades', 'confirmed, several sources, single source, contested'],
    ],
  ])('%o is said in three languages', (grade, said) => {
    for (const text of said)
      expect([text, taken(text)]).toEqual([text, expect.objectContaining({ grades: grade, rest: '' })]);
  });

  test.each([
    'unconfirmed',
    'непідтверджені',
    'неподтверждённые',
    'not confirmed',
    'не підтверджені',
    'except contested',
    'крім спірних',
    'кроме спорных',
  ])('is not taken from its denial: %s', text => {
    expect(taken(text).grades).toBeUndefined();
  });
});

describe('what has not exploded', () => {
  test.each([
    'unexploded items',
    'unexploded',
    'UXO',
    'suspected contamination',
    'нерозірвані',
    'нерозірвані предмети',
    'предмети, що не вибухнули',
    'неразорвавшиеся',
    'неразорвавшиеся предметы',
    'предметы, которые не взорвались',
  ])('is "%s", and what is suspected with it', text => {
    expect(taken(text)).toMatchObject({ munitions: unexplodedItems, rest: '' });
  });
});

test('phrases are taken out of a request, and the rest is left for it', () => {
  expect(taken('confirmed cluster Kharkiv region last 3 months')).toEqual({
    period: since('2026-08-24'),
    grades: ['confirmed'],
    munitions: [],
    rest: 'cluster Kharkiv region',
  });
  expect(taken('from March to May 2022').rest).toBe('March - May 2022');
});

test('every label of a button is understood in words, in every language', () => {
  for (const view of views) {
    const { t } = view;
    const { summary, incident } = t.reader;
    expect(taken(summary.periods.week).period).toEqual(since('2026-11-17'));
    expect(taken(summary.periods.month).period).toEqual(since('2026-10-25'));
    expect(taken(summary.periods.all).period).toBe('all');
    for (const grade of countedGrades)
      expect(taken(incident.grades[grade])).toMatchObject({ grades: [grade], rest: '' });
    expect(taken(summary.usualGrades)).toMatchObject({ grades: 'usual', rest: '' });
    expect(taken(t.reader.everyGrade)).toMatchObject({ grades: 'every', rest: '' });
    for (const munition of munitions)
      expect(takeLabels(`${t.terms.munitions[munition]} 2022`, view)).toEqual({
        munitions: [munition],
        rest: '2022',
      });
    expect(takeLabels(t.reader.unexploded, view)).toEqual({ munitions: unexplodedItems, rest: '' });
  }
});
