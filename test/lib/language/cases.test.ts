import { describe, expect, it } from 'vitest';
import type { Field } from '../../../lib/language/account/field.ts';
import { readAccount } from '../../../lib/language/account.ts';
import { readCount } from '../../../lib/language/answer/count.ts';
import { searchPlaces } from '../../../lib/language/place/search.ts';
import { readTime } from '../../../lib/language/time/read.ts';
import { readCoordinates } from '../../../lib/place/coordinates/read.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import type { Count } from '../../../lib/report/count.ts';

/** Faults that others met in reading words, each as it was told; `K` is the number of the case. */
const gazetteer = await loadGazetteer('UA');
const now = new Date('2026-05-12T11:30:00Z');
const context = { now, zone: 'Europe/Kyiv', locale: 'uk' as const, gazetteer };

const least = (field: Field<Count> | undefined): number | undefined => {
  if (!field?.sure || field.value === 'unknown') return undefined;
  return field.value.min;
};

describe('counts of people in an account', () => {
  it.each([
    ['K01', 'Yesterday in Izium a 16-year-old and a 4-month-old infant were killed', 2],
    ['K03', 'At least six people died in Izium, among them one 3 month old child', 6],
    ['K04', 'Three members of a family of four were killed in Izium', 3],
    ['K05', 'Petro and his wife were killed in Izium yesterday', 2],
    [
      'K06',
      'У Херсоні жінка отримала смертельні поранення. Жінка, якій було 46 років, отримала поранення, які призвели до її смерті.',
      1,
    ],
  ])('%s: %s', (_, text, killed) => {
    const field = readAccount(text, context).killed;
    if (field?.sure) expect(least(field)).toBe(killed);
    else expect(field?.options.length).toBeGreaterThan(0);
  });

  it('K03: a child aged in months is one child', () => {
    const { killed } = readAccount(
      'At least six people died in Izium, among them one 3 month old child',
      context,
    );
    expect(killed).toMatchObject({ sure: true, value: { of: { children: { min: 1, max: 1 } } } });
  });

  it('K31: the sum of a day is no number of a strike', () => {
    const { injured } = readAccount(
      'Зранку ракетний удар по Харкову, 3 людей зазнали поранень. Ще двоє постраждали від ударів в області. Тобто за добу маємо 5 потерпілих.',
      context,
    );
    if (injured?.sure) expect(injured.value).toEqual({ min: 3, max: 3 });
  });
});

describe('an answer to how many', () => {
  it('K02: an age is no number of people', () => {
    expect(readCount('45-річна жінка', 'injured')).toEqual({
      kind: 'understood',
      count: { min: 1, max: 1, of: { women: { min: 1, max: 1 } } },
    });
  });

  it('K09: the number of a house beside nobody is nobody', () => {
    expect(readCount('будинок 12, нікого', 'injured')).toEqual({
      kind: 'understood',
      count: { min: 0, max: 0 },
    });
  });
});

describe('a place in an account', () => {
  it.each([
    ['K07', 'Опівдні обстріляли Дніпровський район Херсона, двоє поранених', 'UA-65'],
    ['K08', 'Вчора обстріляли Слобідський район Харкова, двоє поранених', 'UA-63'],
  ])('%s: %s', (_, text, region) => {
    const { place } = readAccount(text, context);
    if (place?.sure) expect(place.value.region).toBe(region);
  });
});

describe('an answer to where', () => {
  it.each([
    ['K28', 'N 49°59.610 E 36°13.824', 49.9935, 36.2304],
    ['K30', '37U CR 01234 45678', 50.03019, 36.22461],
  ])('%s: %s is a point', (_, text, lat, lon) => {
    const reading = readCoordinates(gazetteer, text);
    if (reading?.kind !== 'point') throw new Error(`read as ${reading?.kind}`);
    expect(reading.point.lat).toBeCloseTo(lat, 4);
    expect(reading.point.lon).toBeCloseTo(lon, 4);
  });

  it('K33: a village is known by its own name, made from no Latin letters', () => {
    const reading = searchPlaces(gazetteer, 'Вовчанські Хутори');
    const offered = reading.kind === 'choose' ? reading.places : [];
    const places = reading.kind === 'one' ? [reading.place] : offered;
    expect(places.map(({ settlement }) => settlement?.names.uk)).toContain('Вовчанські Хутори');
  });

  it('K34: a place is found under the name that it had until 2021', () => {
    const reading = searchPlaces(gazetteer, 'Новгородське');
    const offered = reading.kind === 'choose' ? reading.places : [];
    const places = reading.kind === 'one' ? [reading.place] : offered;
    expect(places.map(({ settlement }) => settlement?.id)).toContain(-1348728836);
  });
});

describe('a day', () => {
  it('K21: that does not exist is refused', () => {
    expect(['not_understood', 'choose']).toContain(readTime('32 січня', context).kind);
  });
});
