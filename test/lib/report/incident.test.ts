import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combinedCount,
  incidentOf,
  incidentSchema,
  recomputed,
  retracted,
} from '../../../lib/report/incident.ts';
import { anyCount, anyIncident, incident, publicPlace, report } from './samples.ts';

const at = '2022-05-13T00:00:00.000Z';

describe('an incident made of reports', () => {
  test('takes over what the report says and nothing that is private', () => {
    expect(incidentSchema.parse(incident)).toEqual(incident);
    expect(incident).toMatchObject({
      munition: 'cluster_munition',
      delivery: 'rocket_launcher',
      killed: 'unknown',
      injured: { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
      reportCount: 1,
      grade: 'single_source',
    });
    const text = JSON.stringify(incident);
    for (const secret of ['47.65', 'вчора', 'вікна', report.id, report.reporter])
      expect(text).not.toContain(secret);
  });

  test('names and quotes an institution, and a witness never', () => {
    const source = {
      kind: 'newsroom' as const,
      name: 'CNN',
      link: 'https://cnn.com/x',
      published: '2022-05-12',
    };
    const named = { ...report, answers: { ...report.answers, source, account: 'Text of the post' } };
    const slip = {
      ...report,
      answers: { ...report.answers, source: { kind: 'told' as const, name: 'Olena', link: 'x' } },
    };
    const { sources, quotes } = incidentOf([named, slip], { id: 'X', place: publicPlace, at });
    expect(sources).toEqual([source, { kind: 'told' }]);
    expect(quotes).toEqual([{ text: 'Text of the post', by: source }]);
  });

  test('keeps an attribution as the claim of its source', () => {
    const attribution = { side: 'Russian forces', status: 'alleged' as const };
    const claimed = { ...report, answers: { ...report.answers, attribution } };
    expect(incidentOf([claimed], { id: 'X', place: publicPlace, at }).attributions).toEqual([
      { ...attribution, by: { kind: 'own_eyes' } },
    ]);
  });

  test('is corroborated only by different reporters or different institutions', () => {
    const grade = (...reports: [typeof report, ...(typeof report)[]]) =>
      incidentOf(reports, { id: 'X', place: publicPlace, at }).grade;
    const from = (name: string) => ({
      ...report,
      answers: { ...report.answers, source: { kind: 'newsroom' as const, name } },
    });
    expect(grade(report, { ...report, id: 'K7QF2M9XCB' })).toBe('single_source');
    expect(grade(report, { ...report, reporter: 'another' })).toBe('corroborated');
    expect(grade(from('CNN'), from('BBC'))).toBe('corroborated');
    expect(grade(from('CNN'), { ...from('cnn '), reporter: 'another' })).toBe('single_source');
  });

  test('is recomputed or retracted as its next version, with its own id and first publication', () => {
    const next = recomputed(incident, [report], { place: publicPlace, at });
    expect(next).toEqual({ ...incident, version: 2, changedAt: at });
    expect(retracted(next, at)).toEqual({ ...incident, version: 3, status: 'retracted', changedAt: at });
  });

  test('always has the shape that is stored', () => {
    fc.assert(
      fc.property(anyIncident, one => {
        expect(incidentSchema.parse(one)).toEqual(one);
      }),
    );
  });
});

describe('one number from several', () => {
  test.each([
    [['unknown', { min: 0, max: 0 }], { min: 0, max: 0 }],
    [
      [
        { min: 8, max: 8 },
        { min: 5, max: 10 },
      ],
      { min: 8, max: 10 },
    ],
    [[{ min: 8 }, { min: 10, max: 10 }], { min: 10 }],
    [
      [
        { min: 20, max: 20, about: true },
        { min: 8, max: 9 },
      ],
      { min: 20, max: 20, about: true },
    ],
    [
      [
        { min: 20, max: 25 },
        { min: 8, max: 9, about: true },
      ],
      { min: 20, max: 25 },
    ],
    [
      [
        { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
        { min: 8, max: 8, of: { medics: { min: 2 } } },
      ],
      { min: 8, max: 8, of: { medics: { min: 3 } } },
    ],
  ] as const)('%j is %j', (counts, expected) => expect(combinedCount(counts)).toEqual(expected));

  test('is unknown only when nobody knows, and contains the greatest of every answer', () => {
    fc.assert(
      fc.property(fc.array(anyCount, { minLength: 1, maxLength: 5 }), counts => {
        const result = combinedCount(counts);
        const known = counts.filter(count => count !== 'unknown');
        expect(result === 'unknown').toBe(known.length === 0);
        if (result === 'unknown') return;
        expect(result.min).toBe(Math.max(...known.map(count => count.min)));
        const open = known.some(count => count.max === undefined);
        expect(result.max).toBe(open ? undefined : Math.max(...known.map(count => count.max ?? 0)));
      }),
    );
  });
});
