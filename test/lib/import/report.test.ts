import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../lib/import/mapping.ts';
import { parseMapping } from '../../../lib/import/mapping-check.ts';
import type { ProblemKind } from '../../../lib/import/problem.ts';
import { readRow } from '../../../lib/import/report.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';

const gazetteer = await loadGazetteer('UA');
const zone = 'Europe/Kyiv';
const today = '2026-03-14';

const base: Mapping = {
  dataset: 'Samples',
  row: 'incident',
  id: 'id',
  dates: 'DMY',
  occurred: { date: 'date', to: 'to', time: 'time', notAfter: 'not after', precision: 'precision' },
  place: {
    lat: 'lat',
    lon: 'lon',
    accuracyMetres: 'accuracy',
    precision: 'exactness',
    settlement: 'settlement',
    district: 'district',
    region: 'region',
  },
  munition: { of: 'munition', codes: { cluster: 'cluster_munition' } },
  areas: { of: 'areas', separator: ';' },
  killed: { count: 'killed', max: 'killed max', min: 'killed min' },
  injured: { count: 'injured', of: { medics: 'medics' } },
  source: { kind: 'kind', name: 'source', link: 'link', published: 'published' },
  attribution: { side: 'side' },
};

/** A row that nothing is wrong with. */
const good = {
  id: '1',
  date: '2022-05-11',
  settlement: 'Malokaterynivka',
  region: 'Zaporizhzhia',
  kind: 'newsroom',
};

const read = (values: Readonly<Record<string, unknown>>, mapping: Partial<Mapping> = {}) =>
  readRow(
    { line: 2, values: { ...good, ...values } },
    { mapping: { ...base, ...mapping }, gazetteer, zone, today },
  );

const answers = (values: Readonly<Record<string, unknown>>, mapping: Partial<Mapping> = {}) => {
  const reading = read(values, mapping);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading.answers;
};

describe('a row is refused, with the reason in words, when', () => {
  it.each<[string, object, ProblemKind, RegExp]>([
    ['it has no id', { id: '' }, 'id', /no id/],
    ['its day is not in the calendar', { date: '2022-02-30' }, 'date', /no day that the calendar has/],
    ['its date is none', { date: 'soon' }, 'date', /"soon" is no date/],
    ['it is to come', { date: '2026-03-15' }, 'date', /after today/],
    ['it is from another age', { date: '1022-03-01' }, 'date', /before 1900/],
    ['its hour is none', { date: '2022-05-11T25:10' }, 'date', /no such time/],
    ['it ends before it begins', { to: '2022-05-01' }, 'date', /before it begins/],
    ['it begins after its bound', { 'not after': '2022-05-01' }, 'date', /not after/],
    ['its precision is unknown', { precision: 'roughly' }, 'code', /none of/],
    ['it was published before it happened', { published: '2022-05-10' }, 'date', /before it happened/],
    ['its source was published tomorrow', { published: '2026-03-15' }, 'date', /after today/],
    ['its place is unknown', { settlement: 'Atlantis' }, 'place', /"Atlantis" is not known in/],
    ['its region is none', { region: 'Bavaria' }, 'place', /no region/],
    ['its district is none', { district: 'Nowhere' }, 'place', /no district/],
    ['several places have its name', { settlement: 'Mykolaivka', region: '' }, 'place', /places are called/],
    ['it is abroad', { lat: '52.23', lon: '21.01' }, 'outside', /outside the country/],
    ['its coordinates are exchanged', { lat: '36.23', lon: '49.99' }, 'place', /exchanged/],
    ['its coordinates are zero', { lat: '0', lon: '0' }, 'place', /broken devices/],
    ['its coordinates are no numbers', { lat: 'north', lon: '36' }, 'place', /no coordinates/],
    ['a coordinate is missing', { lat: '49.99' }, 'place', /no coordinates/],
    ['its name and coordinates differ', { lat: '49.99', lon: '36.23' }, 'place', /\d+ km from/],
    ['its point is in another region', { settlement: '', lat: '49.99', lon: '36.23' }, 'place', /row says/],
    ['its exactness is unknown', { exactness: 'roughly' }, 'code', /none of/],
    ['fewer than none were killed', { killed: '-3' }, 'number', /-3 is below zero/],
    ['a fraction was injured', { injured: '2.5' }, 'number', /no number of people/],
    ['its range is reversed', { killed: '10-8' }, 'number', /greater end first/],
    ['its bounds are reversed', { 'killed min': '9', 'killed max': '3' }, 'number', /less than/],
    ['more medics than people were injured', { injured: '2', medics: '3' }, 'number', /more than all/],
    ['more people were killed than there are', { killed: '2000000' }, 'number', /more people/],
    ['its munition is unknown', { munition: 'Kh-22' }, 'munition', /"Kh-22" is unknown/],
    ['what was hit is unknown', { areas: 'residential; moon' }, 'code', /"moon" is unknown/],
    ['its kind of source is unknown', { kind: 'rumour' }, 'code', /"rumour" is unknown/],
    ['nobody says it', { kind: '' }, 'source', /no kind of source/],
    ['its link is none', { link: 'somewhere' }, 'source', /no link/],
  ])('%s', (_, values, kind, says) => {
    const reading = read(values as Readonly<Record<string, unknown>>);
    expect(reading).toMatchObject({ kind: 'refused', problems: [expect.objectContaining({ kind })] });
    expect(reading.kind === 'refused' && reading.problems[0]?.says).toMatch(says);
  });

  it('it is wrong in several ways, all of which are told', () => {
    const reading = read({ date: '2022-02-30', killed: '-1', munition: 'Kh-22' });
    expect(reading.kind === 'refused' && reading.problems.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['date', 'number', 'munition']),
    );
  });
});

describe('a time is never more exact than the row', () => {
  it.each<[string, object, object]>([
    ['a day', {}, { precision: 'day', start: '2022-05-11', end: '2022-05-11' }],
    ['digits in the order of the mapping', { date: '03/04/2022' }, { precision: 'day', start: '2022-04-03' }],
    ['an English month', { date: '11 May 2022' }, { precision: 'day', start: '2022-05-11' }],
    ['a month', { date: '2022-05' }, { precision: 'month', start: '2022-05-01', end: '2022-05-31' }],
    [
      'a month, whatever day stands for it',
      { precision: 'month' },
      { precision: 'month', end: '2022-05-31' },
    ],
    ['a day that is stated for a month', { date: '2022-05', precision: 'day' }, { precision: 'month' }],
    ['a year', { date: '2022' }, { precision: 'unknown', start: '2022-01-01', end: '2022-12-31' }],
    ['a week', { precision: 'week' }, { precision: 'week', start: '2022-05-09', end: '2022-05-15' }],
    [
      'days around',
      { precision: 'week_around' },
      { precision: 'week', start: '2022-05-08', end: '2022-05-14' },
    ],
    ['from and to', { to: '2022-05-13' }, { precision: 'week', start: '2022-05-11', end: '2022-05-13' }],
    ['a bound', { date: '', 'not after': '2022-05-11' }, { precision: 'unknown', end: '2022-05-11' }],
    ['a date as a bound', { precision: 'not_after' }, { precision: 'unknown', end: '2022-05-11' }],
    ['nothing', { date: '' }, { precision: 'unknown' }],
    ['midnight, which is a day', { date: '2022-05-11T00:00:00Z' }, { precision: 'day', start: '2022-05-11' }],
    [
      'a minute of another zone',
      { date: '2022-05-11T22:30:00Z' },
      { precision: 'minute', start: '2022-05-12T01:30' },
    ],
    ['an hour of its own', { time: '14:07' }, { precision: 'minute', start: '2022-05-11T14:07' }],
  ])('%s', (_, values, occurred) => {
    expect(answers(values as Readonly<Record<string, unknown>>).occurred).toMatchObject(occurred);
  });
});

describe('a place', () => {
  it('is the settlement of its name within its region', () => {
    expect(answers({}).place).toMatchObject({ precision: 'settlement', region: 'UA-23' });
    expect(answers({}).place.point).toBeUndefined();
  });
  it('is a pin where the file gives one, and keeps what is stated of it', () => {
    const kharkiv = { settlement: '', region: 'Kharkiv', lat: '49.9935', lon: '36.2304' };
    expect(answers(kharkiv).place).toMatchObject({ precision: 'point', point: { lat: 49.9935 } });
    expect(answers({ ...kharkiv, accuracy: '2000' }).place).toMatchObject({ precision: 'settlement' });
    expect(answers({ ...kharkiv, exactness: 'settlement' }).place.point).toBeUndefined();
    expect(answers({ ...kharkiv, exactness: 'region' }).place).toEqual({
      precision: 'region',
      origin: 'imported',
      region: 'UA-63',
    });
  });
  it('that is not known is kept as words within its region, where the mapping says so', () => {
    const reading = read({ settlement: 'Atlantis' }, { unknownPlaces: 'keep' });
    expect(reading).toMatchObject({
      kind: 'read',
      answers: { place: { precision: 'region', region: 'UA-23', words: 'Atlantis' } },
      notes: [expect.objectContaining({ field: 'place' })],
    });
  });
});

describe('people', () => {
  it.each<[string, object, unknown]>([
    ['at least', { injured: 'at least 8' }, { min: 8 }],
    ['a range', { injured: '5-7' }, { min: 5, max: 7 }],
    ['about', { injured: 'about 20' }, { min: 20, max: 20, about: true }],
    ['unknown', { injured: 'unknown' }, 'unknown'],
    ['nothing', {}, 'unknown'],
    ['none', { injured: '0' }, { min: 0, max: 0 }],
    ['a number of a spreadsheet', { injured: '3.0' }, { min: 3, max: 3 }],
    ['of whom', { injured: '8', medics: '3' }, { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } }],
    ['of an unknown number', { medics: '3' }, { min: 3, of: { medics: { min: 3, max: 3 } } }],
  ])('are as many as the row says: %s', (_, values, injured) => {
    expect(answers(values as Readonly<Record<string, unknown>>).injured).toEqual(injured);
  });
  it('are not known where the file writes 0 for that', () => {
    expect(answers({ injured: '0' }, { zeroIsUnknown: true }).injured).toBe('unknown');
  });
  it('are bounded by two columns', () => {
    expect(answers({ 'killed min': '2', 'killed max': '4' }).killed).toEqual({ min: 2, max: 4 });
  });
});

describe('a mapping', () => {
  it('keeps killed and injured apart', () => {
    const merged = { ...base, killed: { count: 'casualties' }, injured: { count: 'casualties' } };
    expect(parseMapping(merged)).toEqual({
      kind: 'wrong',
      problems: [expect.stringMatching(/merged number/)],
    });
  });
  it('that has an unknown field or zone is refused with its name', () => {
    expect(parseMapping({ ...base, kiled: 'x' })).toMatchObject({
      kind: 'wrong',
      problems: [expect.stringContaining('kiled')],
    });
    expect(parseMapping({ ...base, zone: 'Kyiv' })).toMatchObject({ kind: 'wrong' });
  });
  it.each([
    [
      {},
      [
        'dataset: is missing',
        'row: is missing',
        'occurred: is missing',
        'place: is missing',
        'source: is missing',
      ],
    ],
    [{ ...base, row: 'event' }, ['row: is none of incident, report']],
    [{ ...base, format: 'xlsx' }, ['format: is none of csv, json, geojson, kml']],
    [{ ...base, place: { latitude: 'x' } }, ['place: has no field latitude']],
    [{ ...base, place: { lat: 'x' } }, ['place: lat and lon belong together']],
    [{ ...base, occurred: 'date' }, ['occurred: is no object']],
    [{ ...base, id: '' }, [expect.stringMatching(/^id: /)]],
    [{ ...base, munition: 3 }, [expect.stringMatching(/^munition: is a column, a list of columns, /)]],
    [{ ...base, munition: { of: 'x', cods: {} } }, ['munition: has no field cods']],
    [
      { ...base, munition: { of: 'x', codes: { Grad: 'rocket' } } },
      [expect.stringMatching(/^munition.codes.Grad: "rocket" is none of cluster_munition, /)],
    ],
    [
      { ...base, phase: { of: 'x', codes: {}, otherwise: 'war' } },
      ['phase.otherwise: "war" is none of attack, remnant, unknown'],
    ],
    [
      { ...base, source: { kind: { is: 'press' } } },
      [expect.stringMatching(/^source.kind.is: "press" is none of /)],
    ],
    [{ ...base, encoding: 'cp-none' }, [expect.stringMatching(/^encoding: "cp-none" is none that is known/)]],
    [[], ['the mapping: is no object']],
    ['acled', ['the mapping: is no object']],
  ])('that is wrong says where and how, a line each: %j', (value, problems) => {
    expect(parseMapping(value)).toEqual({ kind: 'wrong', problems });
  });
  it('reads lists and what they hold by a key', () => {
    const filters = [
      { key: 'Weapon', value: 'cluster' },
      { key: 'Area', value: 'residential' },
    ];
    const munition = { of: 'filters[key=Weapon].value', codes: { cluster: 'cluster_munition' } };
    expect(answers({ filters }, { munition }).munition).toBe('cluster_munition');
  });
  it('leaves out what it does not want', () => {
    expect(read({ country: 'Elsewhere' }, { only: { country: ['Ukraine'] } })).toEqual({ kind: 'left_out' });
  });
  it('keeps a claim with its author', () => {
    expect(answers({ side: 'Side A', source: 'A newsroom' })).toMatchObject({
      attribution: { side: 'Side A', status: 'alleged' },
      source: { kind: 'newsroom', name: 'A newsroom' },
    });
  });
});
