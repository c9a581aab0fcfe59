import { describe, expect, test } from 'vitest';
import { takeLabels } from '../../../../bot/reader/request/labels.ts';
import { type Phrases, takePhrases } from '../../../../lib/language/asked/phrases.ts';
import { munitions, unexplodedItems } from '../../../../lib/report/vocabulary.ts';
import { countedGrades } from '../../../../lib/summary/tally.ts';
import { views } from '../../../support/screens.ts';

const today = '2026-11-23';
const since = (from: string) => ({ from, to: today });
const taken = (text: string) => takePhrases(text, today);

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

  test.each(['Izium', 'last month', 'минулого тижня', 'на прошлой неделе', 'March 2022', '2022', '0 days'])(
    'is not what "%s" says',
    text => {
      expect(taken(text)).toMatchObject({ period: undefined, rest: text });
    },
  );
});

describe('how well supported', () => {
  test.each<readonly [grade: Phrases['grade'], said: readonly string[]]>([
    [
      'confirmed',
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
      'corroborated',
      ['several sources', 'кілька джерел', 'з кількох незалежних джерел', 'несколько источников'],
    ],
    ['single_source', ['single source', 'one source', 'одне джерело', 'з одного джерела', 'один источник']],
    ['contested', ['contested', 'спірні', 'спорные']],
  ])('%s is said in three languages', (grade, said) => {
    for (const text of said)
      expect([text, taken(text)]).toEqual([text, expect.objectContaining({ grade, rest: '' })]);
  });

  test.each(['unconfirmed', 'непідтверджені', 'неподтверждённые'])(
    'is not taken from its denial: %s',
    text => {
      expect(taken(text).grade).toBeUndefined();
    },
  );
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
    grade: 'confirmed',
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
      expect(taken(incident.grades[grade])).toMatchObject({ grade, rest: '' });
    expect(taken(summary.usualGrades)).toMatchObject({ grade: 'usual', rest: '' });
    for (const munition of munitions)
      expect(takeLabels(`${t.terms.munitions[munition]} 2022`, view)).toEqual({
        munitions: [munition],
        rest: '2022',
      });
    expect(takeLabels(t.reader.unexploded, view)).toEqual({ munitions: unexplodedItems, rest: '' });
  }
});
