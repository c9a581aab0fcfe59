import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../lib/report/report.ts';
import { incidentFrom, report } from '../../support/samples/samples.ts';

/** A report by somebody of how they know, `said` for what else they say. */
const by = (reporter: string, source: Answers['source'], said: Partial<Answers> = {}) => ({
  ...report,
  reporter,
  answers: { ...report.answers, source, ...said },
});
const saw = (reporter: string) => by(reporter, { kind: 'own_eyes' });
const told = (reporter: string, said?: Partial<Answers>) => by(reporter, { kind: 'told' }, said);
const published = (reporter: string, name: string, link?: string) =>
  by(reporter, { kind: 'newsroom', name, link });
const words = 'Вночі влучило в дев’ятиповерхівку на Перемоги, троє загиблих';
const post = (name: string, link: string) => ({
  post: { text: words, by: { kind: 'social_media' as const, name, link } },
});

/** Grades whatever the order in which the reports came. */
const gradeOf = (reports: readonly (typeof report)[]) => {
  const ids = reports.map((one, n) => ({ ...one, id: `K7QF2M9XC${n}` }));
  const grades = [ids, ids.toReversed()].map(
    sent =>
      incidentFrom(sent.map((one, n) => ({ ...one, receivedAt: `2022-05-12T0${n + 1}:00:00.000Z` }))).grade,
  );
  expect(new Set(grades).size).toBe(1);
  return grades[0];
};

describe('an incident is corroborated by', () => {
  test.each([
    ['two people who saw it', [saw('a'), saw('b')]],
    ['one who saw and one who heard it', [saw('a'), by('b', { kind: 'own_ears' })]],
    ['a witness and a newsroom that somebody else names', [saw('a'), published('b', 'Suspilne')]],
    ['a newsroom and somebody who was told', [published('a', 'Suspilne'), told('b')]],
    [
      'two newsrooms whose articles one person handed in',
      [published('a', 'CNN', 'https://cnn.com/1'), published('a', 'BBC', 'https://www.bbc.com/2')],
    ],
    [
      'two channels on one site',
      [
        published('a', 'Suspilne', 'https://t.me/suspilne/1'),
        published('b', 'Hromadske', 'https://t.me/s/hromadske/2'),
      ],
    ],
  ])('%s', (_, reports) => {
    expect(gradeOf(reports)).toBe('corroborated');
  });
});

describe('an incident is not corroborated by', () => {
  test.each([
    ['one person who wrote three times', [saw('a'), saw('a'), by('a', { kind: 'aftermath' })]],
    [
      'one person, as a witness and as their own blog',
      [saw('a'), published('a', 'My blog', 'https://my.blog/1')],
    ],
    ['two names that one person typed', [published('a', 'CNN'), published('a', 'BBC')]],
    ['two who were told', [told('a'), told('b')]],
    ['a witness and somebody who was told, perhaps by them', [saw('a'), told('b')]],
    [
      'a witness and a private page, perhaps theirs',
      [saw('a'), by('b', { kind: 'social_media', name: 'Olena' })],
    ],
    [
      'a witness and what somebody forwarded of a person',
      [saw('a'), by('b', { kind: 'own_eyes' }, { forwarded: { from: 'person', date: '2022-05-11' } })],
    ],
    ['one newsroom, by two people and in two spellings', [published('a', 'CNN'), published('b', ' cnn. ')]],
    [
      'one article under two names',
      [published('a', 'CNN', 'https://cnn.com/1'), published('b', 'CNN Ukraine', 'https://www.cnn.com/2')],
    ],
    [
      'a newsroom and somebody who quotes it',
      [published('a', 'Suspilne'), told('b', post('Suspilne', 'https://t.me/x/1'))],
    ],
    [
      'one statement told three ways',
      [
        by('a', { kind: 'own_eyes' }, { account: words }),
        by('b', { kind: 'newsroom', name: 'N' }, { account: words }),
        told('c', post('Olena', 'https://t.me/olena/1')),
      ],
    ],
  ])('%s', (_, reports) => {
    expect(gradeOf(reports)).toBe('single_source');
  });
});
