import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPassage } from '../../../../lib/language/passage/passage.ts';
import { findPlaces } from '../../../../lib/language/place/mention.ts';
import { loadGazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { offersOf } from './score.ts';

const gazetteer = await loadGazetteer('UA');
const found = (text: string): readonly string[] =>
  findPlaces(gazetteer, readPassage(text)).map(({ words, reading }) => `${words}: ${offersOf(reading)[0]}`);

describe('places within an account', () => {
  it.each([
    [
      'Вчора о третій ночі по Малокатеринівці касетами, 8 поранених, троє з них зі швидкої',
      'Малокатеринівці: Malokaterynivka UA-23',
    ],
    ['вчера в харькове прилетело, много раненых', 'харькове: Kharkiv UA-63'],
    [
      'Yesterday at 3 am cluster munitions hit Malokaterynivka, 8 injured',
      'Malokaterynivka: Malokaterynivka UA-23',
    ],
    ['Обстріл Нікополя: пошкоджено 5 будинків', 'Нікополя: Nikopol UA-12'],
    ['Миколаївка, Донецька область, вчора ввечері. Гради', 'Миколаївка, Донецька область: Mykolaivka UA-14'],
    ['знайшли снаряд за 5 км на північ від Ізюма', 'за 5 км на північ від Ізюма: near Izium UA-63'],
    ['Між Ізюмом і Слов’янськом обстріляли колону', 'Між Ізюмом і Слов’янськом: near Izium undefined'],
    [
      'hit a civilian object in the Kryvyi Rih district, Dnipropetrovsk region, with a rocket',
      'Kryvyi Rih district, Dnipropetrovsk region: district Kryvyi Rih district',
    ],
    ['Стріляли з Бєлгорода по Вовчанську', 'Вовчанську: Vovchansk UA-63'],
  ])('are found: %s', (text, place) => {
    expect(found(text)).toEqual([place]);
  });

  it('are all found, in their order, when there are several', () => {
    expect(found('В Купянске один раненый, в Изюме двое')).toEqual([
      'Купянске: Kupiansk UA-63',
      'Изюме: Izium UA-63',
    ]);
  });

  it.each([
    'Все світле зникло. Мирне населення евакуюють. Зоря ще не зійшла. Перемога буде за нами.',
    'Перше, що я почув, — червоне світло і велика пожежа, біле скло',
    'Сергій каже, що бачив вибухи. Ольга теж. Марія поранена.',
    'My mother saw a hat and a hut burning.',
    'На Хрещатику було чути вибух',
    'шахед летів на Київ',
    'Ракета з Криму влучила в будинок',
    'дякую, щастя вам, слава богу все живі',
  ])('are not made of everyday words, names of people, streets, courses or launch sites: %s', text => {
    expect(found(text)).toEqual([]);
  });

  it('may be everyday words after "село" and with a capital', () => {
    expect(found('В селі Світле був приліт')[0]).toMatch(/^Світле: Svitle/);
  });

  it('lie in the text where they say', () => {
    const text = 'Ой, у Харкові та під Бахмутом гучно';
    for (const { index, length, words } of findPlaces(gazetteer, readPassage(text)))
      expect(text.slice(index, index + length)).toBe(words);
  });

  it('never make reading fail, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        text => void findPlaces(gazetteer, readPassage(text)),
      ),
    );
  });
});
