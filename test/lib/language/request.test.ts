import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Request, readRequest } from '../../../lib/language/request.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';

const gazetteer = await loadGazetteer('UA');
const context = {
  now: new Date('2026-11-23T10:00:00Z'),
  zone: 'Europe/Kyiv',
  locale: 'uk',
  gazetteer,
} as const;
const request = (text: string): Request => readRequest(text, context);

/** What was understood, in a line: places, munitions, times. */
const understood = (text: string): string => {
  const { places, munitions, times, guessed, either, future, unread } = request(text);
  return [
    ...places.map(({ settlement, district, region, precision }) => {
      if (precision === 'settlement') return settlement?.names.uk;
      return precision === 'district' ? district?.uk : region;
    }),
    ...munitions,
    ...times.map(({ start, end }) => (start === end ? start : `${start}..${end ?? ''}`)),
    guessed && '(guessed)',
    either && '(either)',
    future && '(future)',
    unread !== undefined && `(unread: ${unread})`,
  ]
    .filter(Boolean)
    .join(' ');
};

const march = '2022-03-01..2022-03-31';

describe("a reader's request", () => {
  it.each([
    ['Харків', 'Харків'],
    ['Харьков', 'Харків'],
    ['у Харкові', 'Харків'],
    ['Ізюм', 'Ізюм'],
    ['Balakliia', 'Балаклія'],
    ['Запорізька область', 'UA-23'],
    ['на Харківщині', 'UA-63'],
    ['Kharkiv oblast', 'UA-63'],
    ['Крим', 'UA-43'],
    ['Бучанський район', 'Бучанський район'],
    ['касетні', 'cluster_munition'],
    ['шахед', 'loitering_munition'],
    ['cluster munitions', 'cluster_munition'],
    ['касетни', 'cluster_munition'],
    ['march 2022', march],
    ['за березень 2022', march],
    ['март 2022', march],
    ['03.2022', march],
    ['2022-03', march],
    ['2022', '2022-01-01..2022-12-31'],
    ['за 2022 рік', '2022-01-01..2022-12-31'],
    ['2023–2024', '2023-01-01..2024-12-31'],
    ['вчора', '2026-11-22'],
    ['14.03.2022', '2022-03-14'],
    ['2022-03-14', '2022-03-14'],
    ['з 1 по 15 березня 2022', '2022-03-01..2022-03-15'],
    ['last week', '2026-11-16..2026-11-22'],
    ['від 5 березня', '2026-03-05..'],
    ['касетні Харків', 'Харків cluster_munition'],
    ['касетни Харків', 'Харків cluster_munition'],
    ['Харківська область березень 2022', `UA-63 ${march}`],
    ['вересень 2022, Харківщина', 'UA-63 2022-09-01..2022-09-30'],
    ['Изюм 2022', 'Ізюм 2022-01-01..2022-12-31'],
    ['в Харкові у березні 2022', `Харків ${march}`],
    ['у Харькове в прошлом году', 'Харків 2025-01-01..2025-12-31'],
    ['cluster munitions in March 2022', `cluster_munition ${march}`],
    ['Жовті Води 2022', 'Жовті Води 2022-01-01..2022-12-31'],
    ['Стрілецький Кут', 'Стрілецький Кут'],
  ])('"%s" is %s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  it.each([
    ['a city and its region share a name in English', 'Kharkiv', 'Харків UA-63'],
    ['a munition beside them is kept', 'cluster Kharkiv', 'Харків UA-63 cluster_munition'],
    [
      'several munitions are called so',
      'mines Izium',
      'Ізюм anti_personnel_mine anti_vehicle_mine scatterable_mine',
    ],
    ['the words only resemble a name', 'Пятихатки война', 'П’ятихатки'],
    ['near a settlement is in its region', '5 km north of Izium', 'Ізюм UA-63'],
  ])('is left open where %s', (_, text, expected) => {
    if (text.startsWith('Пятихатки')) expect(request(text)).toMatchObject({ guessed: true });
    else expect(understood(text)).toBe(expected);
  });

  it('is one or the other where a village is called as a month is', () => {
    expect(request('Жовтень')).toMatchObject({ either: true });
    expect(request('Жовтень').times[0]).toMatchObject({ start: '2026-10-01' });
    expect(request('Жовтень 2025')).toMatchObject({ either: false, places: [] });
  });

  it('takes Київ for the region that it is', () => {
    for (const name of ['Київ', 'Kyiv', 'Киев']) expect(understood(name)).toBe('UA-30');
  });

  it('says what has not come yet, and what it does not understand', () => {
    expect(understood('next month')).toBe('(future)');
    expect(understood('2030')).toBe('(future)');
    expect(understood('all')).toBe('(unread: all)');
    expect(understood('до березня 2022')).toBe('(unread: до березня 2022)');
    expect(understood('')).toBe('');
  });

  it('understands every settlement by its name, as itself or among others, and never as something else alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...gazetteer.settlements), ({ id, names, region }) => {
        const { places } = request(names.uk);
        const isListed = places.some(place => place.settlement?.id === id || place.region === region);
        expect(isListed || request(names.uk).hasMore).toBe(true);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => void request(text)));
  });
});
