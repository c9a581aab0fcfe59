import { describe, expect, test } from 'vitest';
import type { Sighting } from '../../../lib/incident/duplicate.ts';
import { suggestionsFor } from '../../../lib/incident/suggestion.ts';
import { nights } from '../../bench/parts/nights.ts';
import { rumours } from '../../bench/parts/rumours.ts';
import { offersFor, recallOf, scoreOf, wrongPerReport } from '../../bench/parts/suggested.ts';
import { type Witnessed, witnesses } from '../../bench/parts/witnesses.ts';
import { answers } from '../../support/samples/samples.ts';

const zone = 'Europe/Kyiv';
const hour = (n: number) => ({
  precision: 'hour' as const,
  start: `2026-03-14T${String(n).padStart(2, '0')}:00`,
  end: `2026-03-14T${String(n).padStart(2, '0')}:59`,
  zone,
});
const day = { precision: 'day' as const, start: '2026-03-14', end: '2026-03-14', zone };
const kharkiv = {
  id: 1,
  names: { uk: 'Харків', en: 'Kharkiv', ru: 'Харьков' },
  population: 1_433_886,
  point: { lat: 49.98, lon: 36.25 },
};
/** What somebody says who names only the city. */
const cityOnly: Sighting = {
  ...answers,
  munition: 'unknown',
  killed: 'unknown',
  injured: 'unknown',
  account: null,
  occurred: day,
  place: { precision: 'settlement', origin: 'typed', region: 'UA-63', settlement: kharkiv },
};
/** Somebody with a pin so many kilometres north of the centre. */
const pinned = (kilometres: number, occurred: Sighting['occurred'] = day): Sighting => ({
  ...cityOnly,
  occurred,
  place: {
    ...cityOnly.place,
    precision: 'point',
    origin: 'map_pin',
    point: { lat: 49.98 + kilometres / 111, lon: 36.25 },
  },
});
const offered = (own: Sighting, others: readonly Sighting[]) =>
  suggestionsFor(
    own,
    others.map((other, index) => ({ key: `${index}`, answers: other })),
  ).map(({ key }) => Number(key));

describe('what is offered', () => {
  test('is the one strike of that day in the city that a report names, and none of many', () => {
    expect(offered(cityOnly, [pinned(3)])).toEqual([0]);
    const many = Array.from({ length: 8 }, (_, n) => pinned(n * 2 - 8));
    expect(offered(cityOnly, many)).toEqual([]);
  });

  test('is of many strikes the one of its hour', () => {
    const strikes = [2, 7, 12, 17, 22].map((at, n) => pinned(n * 2 - 4, hour(at)));
    expect(offered({ ...cityOnly, occurred: hour(12) }, strikes)).toEqual([2]);
  });

  test('counts the reports of one strike as one strike', () => {
    const same = [pinned(3), pinned(3.1), pinned(2.9), pinned(3.05)];
    expect(offered(pinned(3.02), same).sort()).toEqual([0, 1, 2, 3]);
    expect(offered(cityOnly, same).length).toBeGreaterThan(0);
  });

  test('is what hands on the same statement, which is one voice', () => {
    const account = 'Мама каже, що влучили у двір на Салтівці, є поранені.';
    const told = { ...cityOnly, account, source: { kind: 'told' } } as const;
    const many = Array.from({ length: 8 }, (_, n) => pinned(n * 2 - 8));
    const again = { ...told, account: account.toUpperCase().replaceAll(',', ' –') };
    const [first, ...others] = suggestionsFor(
      told,
      [...many, again].map((other, index) => ({ key: `${index}`, answers: other })),
    );
    expect(first).toMatchObject({ key: '8', reason: { sameStatement: true } });
    expect(others).toEqual([]);
    expect(suggestionsFor(told, [{ key: '0', answers: cityOnly }])[0]?.reason.sameStatement).toBeUndefined();
  });

  test('is the likeliest first, with how likely it is', () => {
    const [first, second] = suggestionsFor(pinned(0), [
      { key: 'far', answers: pinned(0.55) },
      { key: 'near', answers: pinned(0.1) },
    ]);
    expect(first?.key).toBe('near');
    expect(first?.likelihood).toBeLessThanOrEqual(1);
    expect(second?.likelihood ?? 0).toBeLessThanOrEqual(first?.likelihood ?? 0);
  });
});

/** The rules were tuned with the first seeds; the others were set aside. Six months each, looked at together. */
describe.each([
  ['with which the rules were tuned', [11, 12, 13, 14, 15, 16]],
  ['that were set aside', [101, 102, 103, 104, 105, 106]],
])('of months of witnesses %s', (_, seeds) => {
  const offers = seeds.flatMap(seed => offersFor(witnesses(30, seed)));
  const rate = (which: Parameters<typeof recallOf<(typeof offers)[number]['report']>>[1]): number => {
    const { of, found } = recallOf(offers, which);
    return found / of;
  };

  test('those who name only the settlement, or the city, mostly have their strike among the first five', () => {
    expect(rate(({ how }) => how === 'pin')).toBeGreaterThan(0.88);
    expect(rate(({ how }) => how === 'settlement')).toBeGreaterThanOrEqual(0.8);
    expect(rate(({ how }) => how === 'city')).toBeGreaterThanOrEqual(0.7);
  });

  test('seven reports have one wrong offer at most', () => {
    expect(wrongPerReport(offers)).toBeLessThanOrEqual(1 / 7);
  });
});

/**
 * A set that was made when the rules were done, with other habits. Here the floors above are not reached: these are what is,
 * so that no change makes it worse unseen.
 */
test('of weeks of vaguer witnesses, most settlements and half of the cities are found, and few offers are wrong', () => {
  const offers = [1, 2, 3, 4, 5, 6].flatMap(seed => offersFor(rumours(seed)));
  const ofWeeks = offers.filter(({ report }) => !report.isOfNight);
  const rate = (how: Witnessed['how']): number => {
    const { of, found } = recallOf(ofWeeks, told => told.how === how);
    return found / of;
  };
  expect(rate('pin')).toBeGreaterThan(0.65);
  expect(rate('settlement')).toBeGreaterThan(0.65);
  expect(rate('city')).toBeGreaterThan(0.47);
  expect(wrongPerReport(ofWeeks)).toBeLessThan(0.2);
  // Of twenty strikes of one night in a city, none is offered to who names only the city.
  expect(wrongPerReport(offers.filter(({ report }) => report.isOfNight))).toBeLessThan(1 / 7);
});

test('of a set of shelled nights, nearly all pairs with pins are offered, and few offers are wrong', () => {
  const { pairs, found, suggestions, wrong } = scoreOf(
    offersFor(nights()),
    (a, b) => a.how === 'pin' && b.how === 'pin',
  );
  expect(found / pairs).toBeGreaterThan(0.98);
  expect(wrong / suggestions).toBeLessThan(0.2);
});
