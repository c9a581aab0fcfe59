import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostOffered, searchPlaces } from '../../../../lib/language/place/search.ts';
import { loadGazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { otherLayouts, romanise, skeleton } from '../../../../lib/place/gazetteer/spelling.ts';
import { placeSchema } from '../../../../lib/place/place.ts';
import { placesOf } from '../../../support/samples/places.ts';

const gazetteer = await loadGazetteer('UA');
const search = (text: string, hints = {}) => searchPlaces(gazetteer, text, hints);
const offered = (text: string, hints = {}) => {
  const reading = search(text, hints);
  return reading.kind === 'choose' ? reading.places.map(place => place.settlement?.names.en) : reading.kind;
};

describe('a search', () => {
  it('takes one settlement by its own name, in a case, in any of the languages', () => {
    for (const text of ['Малокатеринівка', 'у Малокатеринівці', 'в Малокатериновке', 'in Malokaterynivka'])
      expect(search(text)).toMatchObject({
        kind: 'one',
        words: text,
        place: { region: 'UA-23', settlement: { names: { en: 'Malokaterynivka' } } },
      });
  });

  it('offers, and never takes, what is spelt otherwise, mistyped, or typed on the wrong layout', () => {
    for (const text of ['Крамоторск', 'Krammatorsk', 'rhfvfnjhcmr', 'бахмт', 'Chernobayivka'])
      expect(search(text).kind).toBe('choose');
  });

  it('never picks between namesakes: few are offered, and how many there are is said', () => {
    const reading = search('Миколаївка');
    expect(reading).toMatchObject({ kind: 'choose' });
    if (reading.kind === 'choose') {
      expect(reading.places.length).toBe(mostOffered);
      expect(reading.total).toBeGreaterThan(mostOffered);
    }
    expect(search('Миколаївка, Донецька')).toMatchObject({ kind: 'one', place: { region: 'UA-14' } });
  });

  it('does not take a small settlement without its region: a village beyond the gazetteer may have that name', () => {
    const reading = search('Веселівка');
    expect(reading.kind).not.toBe('one');
  });

  it('takes a form that may be a case only where a preposition governs one', () => {
    expect(search('у Чугуєві').kind).toBe('one');
    expect(search('Чугуєві').kind).toBe('choose');
  });

  it('keeps the words of a settlement that it does not know, and never takes another for it', () => {
    const text = 'Степове, Харківська обл.';
    expect(search(text)).toEqual({ kind: 'unknown', region: 'UA-63', words: text });
    for (const name of ['Роботине', 'Мощун', 'Гроза', 'Robotyne']) expect(search(name).kind).not.toBe('one');
  });

  it('keeps an address with the words, and says that the street is known', () => {
    expect(search('м. Харків, вул. Сумська 25')).toMatchObject({
      kind: 'one',
      words: 'м. Харків, вул. Сумська 25',
      place: { precision: 'street', settlement: { names: { en: 'Kharkiv' } } },
    });
  });

  it('puts namesakes near to what was reported before first', () => {
    const first = offered('Золочів', { near: { lat: 49.84, lon: 24.03 } });
    expect(first[0]).toBe('Zolochiv');
    expect(search('Золочів', { near: { lat: 49.84, lon: 24.03 } })).toMatchObject({
      places: [{ region: 'UA-46' }, {}],
    });
  });

  it('keeps to a region that is known already', () => {
    expect(search('Золочів', { region: 'UA-63' })).toMatchObject({ kind: 'one', place: { region: 'UA-63' } });
  });

  it('reckons a point from a distance and a direction, with the radius that the words leave', () => {
    const reading = search('10 km east of Kherson');
    expect(reading).toMatchObject({
      kind: 'near',
      place: { precision: 'district', words: '10 km east of Kherson' },
    });
    if (reading.kind === 'near') {
      expect(reading.place.point?.lon).toBeCloseTo(32.755, 1);
      expect(reading.place.point?.accuracyMetres).toBeGreaterThanOrEqual(2000);
    }
  });

  it('finds every settlement by each of its own names, once its region is known', () => {
    const missed: string[] = [];
    for (const settlement of gazetteer.settlements) {
      const { uk, en, ru } = settlement.names;
      for (const name of new Set([uk, en, ru, ...settlement.also])) {
        const reading = search(name, { region: settlement.region });
        const places = placesOf(reading);
        const more = reading.kind === 'choose' && reading.total > reading.places.length;
        if (!more && !places.some(place => place.settlement?.id === settlement.id)) missed.push(name);
      }
    }
    expect(missed).toEqual([]);
  });

  it('keeps the words, fits the schema and never fails, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom('Харків', 'під', 'Мала', 'km', '5', 'між', 'і', 'обл', 'р-н', 'north', ',', "'"),
          { maxLength: 8 },
        )
        .map(words => words.join(' ')),
    );
    fc.assert(
      fc.property(text, words => {
        const reading = search(words);
        expect(reading.words).toBe(words.trim());
        const places = placesOf(reading);
        for (const place of places) expect(placeSchema.parse(place)).toEqual(place);
      }),
    );
  });
});

describe('spelling', () => {
  it('gives one skeleton to all romanisations of a name', () => {
    const same = (...names: string[]) => expect(new Set(names.map(skeleton)).size).toBe(1);
    same('Малокатеринівка', 'Malokaterynivka', 'Malokaterinivka');
    same("Кам'янець-Подільський", 'Kamianets-Podilskyi', 'Kamyanets-Podilskyy');
    same('Ізюм', 'Изюм', 'Izium', 'Izyum', 'Izjum');
    same('Запоріжжя', 'Zaporizhzhia', 'Zaporizhzhya');
  });

  it('romanises by the national standard of 2010', () => {
    expect(["Знам'янка", 'Згурівка', 'Юнаківка', 'Щастя', 'Їжаківка', 'Костянтинівка'].map(romanise)).toEqual(
      ['Znamianka', 'Zghurivka', 'Yunakivka', 'Shchastia', 'Yizhakivka', 'Kostiantynivka'],
    );
  });

  it('retypes on the other layouts', () => {
    expect(otherLayouts('[fhrsd')).toContain('харків');
    expect(otherLayouts('лншм')).toContain('kyiv');
  });
});
