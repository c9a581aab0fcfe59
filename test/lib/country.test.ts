import { describe, expect, it } from 'vitest';
import { countryCodes, findCountry } from '../../lib/country.ts';

describe('a country', () => {
  it('has a number to call for each need', () => {
    for (const code of countryCodes) {
      const { all, rescue, ambulance, police } = findCountry(code)?.emergency ?? {};
      for (const number of [all, rescue, ambulance, police]) expect(number).toMatch(/^\d{2,6}$/);
    }
  });

  it('knows whom to call in Ukraine', () => {
    expect(findCountry('UA')?.emergency).toEqual({
      all: '112',
      rescue: '101',
      ambulance: '103',
      police: '102',
    });
  });
});
