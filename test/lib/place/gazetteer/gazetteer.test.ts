import { describe, expect, it } from 'vitest';
import { findCountry } from '../../../../lib/country.ts';
import { loadGazetteer, nearestSettlement } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { ownNameMatches } from '../../../../lib/place/gazetteer/lookup.ts';
import { normalise } from '../../../../lib/place/gazetteer/spelling.ts';

const gazetteer = await loadGazetteer('UA');

describe('the gazetteer of Ukraine', () => {
  it('names GeoNames and its licence in the data', async () => {
    const { default: file } = await import('../../../../lib/place/data/UA.json', { with: { type: 'json' } });
    expect(file.about).toMatch(/GeoNames.*CC BY 4\.0/);
  });

  it('has settlements of every region of the country, by ISO 3166-2 code', () => {
    const codes = new Set(gazetteer.settlements.map(settlement => settlement.region));
    expect([...codes].sort()).toEqual(
      findCountry('UA')
        ?.regions.map(region => region.code)
        .sort(),
    );
  });

  it('gives every settlement its own id', () => {
    expect(new Set(gazetteer.settlements.map(({ id }) => id)).size).toBe(gazetteer.settlements.length);
  });

  it('finds every settlement by each of its own names', () => {
    const missed: string[] = [];
    for (const settlement of gazetteer.settlements) {
      const { uk, en, ru } = settlement.names;
      for (const name of new Set([uk, en, ru, ...settlement.also])) {
        const matches = ownNameMatches(gazetteer, normalise(name).split(' '));
        if (!matches.some(match => match.kind === 'exact' && match.settlement === settlement))
          missed.push(name);
      }
    }
    expect(missed).toEqual([]);
  });

  it.each([
    ['Новгородське', 'Нью-Йорк', '2021-07-01'],
    ['New York', 'Нью-Йорк', '2021-07-01'],
    ['Артемівськ', 'Бахмут', '2016-02-04'],
    ['Дніпропетровськ', 'Дніпро', '2016-05-19'],
    ['Кіровоград', 'Кропивницький', '2016-07-14'],
    ['Володимир-Волинський', 'Володимир', '2021-12-16'],
    ['Новомосковськ', 'Самар', '2024-09-19'],
    ['Сєвєродонецьк', 'Сіверськодонецьк', '2024-09-19'],
  ])('finds a renamed place by its former name: %s is %s', (former, today, until) => {
    const found = ownNameMatches(gazetteer, normalise(former).split(' ')).map(({ settlement }) => settlement);
    const place = found.find(({ names }) => names.uk === today);
    expect(place?.former?.[0]?.until).toBe(until);
  });

  it('says of every former name when it ended', () => {
    const former = gazetteer.settlements.flatMap(settlement => settlement.former ?? []);
    expect(former.length).toBeGreaterThan(50);
    for (const { until } of former) expect(until).toMatch(/^20(1[5-9]|2[0-4])(-\d\d-\d\d)?$/);
  });

  it('marks what names are made from Latin letters, and not the ones that a person checked', () => {
    const named = (uk: string) => gazetteer.settlements.find(({ names }) => names.uk === uk);
    expect(named('Вовчанські Хутори')).toMatchObject({ region: 'UA-63', made: undefined });
    expect(named('Вовчанські Хуторі')).toBeUndefined();
    const made = gazetteer.settlements.filter(settlement => settlement.made);
    expect(made.length).toBeGreaterThan(0);
    expect(made.every(({ former }) => former === undefined)).toBe(true);
  });

  it('has the parts of a city as the city', () => {
    for (const part of ['Салтівка', 'Слобідський', 'Троєщина', 'Оболонь'])
      expect(gazetteer.sections.some(({ names }) => names.includes(part))).toBe(true);
    const matches = ownNameMatches(gazetteer, ['слобідський']);
    expect(matches.map(({ settlement }) => settlement.names.en)).toContain('Kharkiv');
  });

  it('finds the nearest settlement', () => {
    expect(nearestSettlement(gazetteer, { lat: 47.66, lon: 35.25 })?.settlement.names.en).toBe(
      'Malokaterynivka',
    );
  });
});
