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

  it('finds the nearest settlement', () => {
    expect(nearestSettlement(gazetteer, { lat: 47.66, lon: 35.25 })?.settlement.names.en).toBe(
      'Malokaterynivka',
    );
  });
});
