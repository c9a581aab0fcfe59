import { describe, expect, it } from 'vitest';
import { readAccount } from '../../../../lib/language/account.ts';
import { searchPlaces } from '../../../../lib/language/place/search.ts';
import { loadGazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { offersOf } from './score.ts';

const gazetteer = await loadGazetteer('UA');
const answer = (text: string) => searchPlaces(gazetteer, text);

/** What an account says of its place: `Kharkiv` taken, `? Kharkiv, Sumy` offered, nothing. */
const placeIn = (text: string): string | undefined => {
  const { place } = readAccount(text, {
    now: new Date('2026-05-12T11:30:00Z'),
    zone: 'Europe/Kyiv',
    locale: 'uk',
    gazetteer,
  });
  if (!place) return undefined;
  const places = place.sure ? [place.value] : place.options;
  const names = places.map(
    ({ settlement, district, region }) => settlement?.names.en ?? district?.en ?? region,
  );
  return `${place.sure ? '' : '? '}${names.join(', ')}`;
};

describe('a pronoun or a saying is no settlement', () => {
  it.each(['мене', 'меня', 'на щастя', 'к счастью', 'наше', 'thank god'])('as an answer: %s', text => {
    expect(answer(text).kind).toBe('unknown');
  });

  it.each([
    ['Біля мене прилетіло вночі', undefined],
    ['Мене поранило вчора в Нікополі', 'Nikopol'],
    ['На щастя, ніхто не постраждав, прилетіло в Краматорську', 'Kramatorsk'],
    ['К счастью, никто не пострадал, прилетело в Краматорске', 'Kramatorsk'],
    ['Luckily nobody was hurt, a shell hit a house in Kramatorsk', 'Kramatorsk'],
  ])('in an account: %s', (text, place) => {
    expect(placeIn(text)).toBe(place);
  });
});

describe('a street or a square is no settlement', () => {
  it.each(['вулиця Грушевського', 'площа Перемоги', 'на Київській', 'улица Мира', 'вул. Градова 5'])(
    'as an answer: %s',
    text => {
      const { kind } = answer(text);
      expect(['unknown', 'choose']).toContain(kind);
    },
  );

  it.each([
    ['На вулиці Перемоги прилетіло, вікна вилетіли', undefined],
    ['На вулиці 8 Березня в Куп’янську прилетіло', 'Kupiansk'],
    ['на Суботній площі вибух, Суми', 'Sumy'],
    ['вул. Градова, Херсон: прилетіло, двоє поранених', 'Kherson'],
    ['живу на вулиці Харківській у Сумах, вчора прилетів шахед', 'Sumy'],
    ['на улице Победы прилетело, двое раненых', undefined],
  ])('in an account: %s', (text, place) => {
    expect(placeIn(text)).toBe(place);
  });

  it('and "under" a city is no street', () => {
    expect(offersOf(answer('під Бахмутом'))).toEqual(['Bakhmut UA-14']);
    expect(offersOf(answer('пд Бахмутом'))).toEqual(['Bakhmut UA-14']);
    expect(placeIn('Під Бахмутом касетами накрило автобус, троє поранених')).toBe('Bakhmut');
  });
});

describe('a district of a city is the city', () => {
  it.each([
    ['слобідський район харкова', 'one', ['Kharkiv UA-63']],
    ['Шевченківський район Києва', 'one', ['Kyiv UA-30']],
    ['Дніпровський район Херсона', 'choose', ['Kherson UA-65']],
    ['Слобідський район', 'choose', ['Kharkiv UA-63']],
    ['Салтівка', 'choose', ['Kharkiv UA-63']],
  ])('as an answer: %s', (text, kind, offers) => {
    expect(answer(text).kind).toBe(kind);
    expect(offersOf(answer(text))).toEqual(offers);
  });

  it.each([
    ['Вчора обстріляли Слобідський район Харкова, двоє поранених', 'Kharkiv'],
    ['Опівдні обстріляли Дніпровський район Херсона, двоє поранених', '? Kherson'],
    ['вчера в Харькове на Салтовке прилетело, трое раненых', 'Kharkiv'],
  ])('in an account: %s', (text, place) => {
    expect(placeIn(text)).toBe(place);
  });
});

describe('a place in an account', () => {
  it.each([
    ['обстріл херсона, загинула жінка', 'Kherson'],
    ['прилетіло в бахмуті, двоє загинули', 'Bakhmut'],
    ['вибухи в харкові і чугуєві', '? Kharkiv, Chuhuiv'],
    ['Удар по Краматорську та Слов’янську, четверо поранених', '? Kramatorsk, Sloviansk'],
    ['Обстріляли Нікополь з Енергодара', 'Nikopol'],
    ['Я зараз у Львові, але вчора були в Ізюмі, прилетіло в дім', 'Izium'],
    ['Пишу з Варшави, маму поранило в Торецьку', 'Toretsk'],
  ])('%s', (text, place) => {
    expect(placeIn(text)).toBe(place);
  });
});

describe('a name is found', () => {
  it.each([
    ['Вовчанські Хутори', 'Vovchanski Khutory UA-63'],
    ['у Вовчанських Хуторах', 'Vovchanski Khutory UA-63'],
    ['Новгородське', 'Niu-York UA-14'],
    ['[fhrsd', 'Kharkiv UA-63'],
    ['{fhrsd', 'Kharkiv UA-63'],
    ['BP.V', 'Izium UA-63'],
    ['словянськ', 'Sloviansk UA-14'],
    ['Слов*янськ', 'Sloviansk UA-14'],
    ['КУПЯНСК', 'Kupiansk UA-63'],
    ['бахмт', 'Bakhmut UA-14'],
    ['ізюм', 'Izium UA-63'],
  ])('under %s', (text, place) => {
    expect(offersOf(answer(text))).toContain(place);
  });
});
