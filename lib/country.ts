import type { Locale, Names } from './locale.ts';
import generated from './place/data/countries.json' with { type: 'json' };
import { type Delay, usualDelay } from './policy.ts';

/** A first-level region, by its ISO 3166-2 code. */
export type Region = Readonly<{ code: string; names: Names }>;

/**
 * The numbers to call, as they are dialled there. `all` answers for every service; the same number may stand for several.
 * `rescue` also comes for unexploded objects.
 */
type Emergency = Readonly<{ all: string; rescue: string; ambulance: string; police: string }>;

/** All that a country decides, except its gazetteer. Serving another one changes nothing else. */
export type Country = Readonly<{
  /** ISO 3166-1 alpha-2. */
  code: string;
  names: Names;
  /** The IANA zone that people there go by. */
  zone: string;
  /** The languages offered; the first is the default. */
  languages: readonly [Locale, ...Locale[]];
  emergency: Emergency;
  /** The publication delay. */
  delay: Delay;
  regions: readonly Region[];
  /**
   * The codes of the regions that a witness is offered first, ten at most, so that a phone shows the question above them: those
   * where witnesses are likeliest. The others stand one press further. Without it the first ten of `regions`.
   */
  offeredFirst?: readonly string[];
  /** The day on which a full-scale invasion of it began, by which people there reckon. */
  invaded?: string;
}>;

const region = (code: string, uk: string, en: string, ru: string): Region => ({
  code,
  names: { uk, en, ru },
});

const ukraine: Country = {
  code: 'UA',
  names: { uk: 'Україна', en: 'Ukraine', ru: 'Украина' },
  zone: 'Europe/Kyiv',
  languages: ['uk', 'en', 'ru'],
  emergency: { all: '112', rescue: '101', ambulance: '103', police: '102' },
  delay: usualDelay,
  invaded: '2022-02-24',
  regions: [
    region(
      'UA-43',
      'Автономна Республіка Крим',
      'Autonomous Republic of Crimea',
      'Автономная Республика Крым',
    ),
    region('UA-05', 'Вінницька область', 'Vinnytsia region', 'Винницкая область'),
    region('UA-07', 'Волинська область', 'Volyn region', 'Волынская область'),
    region('UA-12', 'Дніпропетровська область', 'Dnipropetrovsk region', 'Днепропетровская область'),
    region('UA-14', 'Донецька область', 'Donetsk region', 'Донецкая область'),
    region('UA-18', 'Житомирська область', 'Zhytomyr region', 'Житомирская область'),
    region('UA-21', 'Закарпатська область', 'Zakarpattia region', 'Закарпатская область'),
    region('UA-23', 'Запорізька область', 'Zaporizhzhia region', 'Запорожская область'),
    region('UA-26', 'Івано-Франківська область', 'Ivano-Frankivsk region', 'Ивано-Франковская область'),
    region('UA-30', 'Київ', 'Kyiv', 'Киев'),
    region('UA-32', 'Київська область', 'Kyiv region', 'Киевская область'),
    region('UA-35', 'Кіровоградська область', 'Kirovohrad region', 'Кировоградская область'),
    region('UA-09', 'Луганська область', 'Luhansk region', 'Луганская область'),
    region('UA-46', 'Львівська область', 'Lviv region', 'Львовская область'),
    region('UA-48', 'Миколаївська область', 'Mykolaiv region', 'Николаевская область'),
    region('UA-51', 'Одеська область', 'Odesa region', 'Одесская область'),
    region('UA-53', 'Полтавська область', 'Poltava region', 'Полтавская область'),
    region('UA-56', 'Рівненська область', 'Rivne region', 'Ровненская область'),
    region('UA-40', 'Севастополь', 'Sevastopol', 'Севастополь'),
    region('UA-59', 'Сумська область', 'Sumy region', 'Сумская область'),
    region('UA-61', 'Тернопільська область', 'Ternopil region', 'Тернопольская область'),
    region('UA-63', 'Харківська область', 'Kharkiv region', 'Харьковская область'),
    region('UA-65', 'Херсонська область', 'Kherson region', 'Херсонская область'),
    region('UA-68', 'Хмельницька область', 'Khmelnytskyi region', 'Хмельницкая область'),
    region('UA-71', 'Черкаська область', 'Cherkasy region', 'Черкасская область'),
    region('UA-77', 'Чернівецька область', 'Chernivtsi region', 'Черновицкая область'),
    region('UA-74', 'Чернігівська область', 'Chernihiv region', 'Черниговская область'),
  ],
  offeredFirst: ['UA-12', 'UA-14', 'UA-23', 'UA-30', 'UA-48', 'UA-51', 'UA-59', 'UA-63', 'UA-65', 'UA-74'],
};

/** The countries described here; all others come from `npm run gazetteer -- <code>`. */
export const handWritten: readonly string[] = [ukraine.code];

const countries: Readonly<Record<string, Country>> = {
  ...(generated as Readonly<Record<string, Country>>),
  [ukraine.code]: ukraine,
};

/** The country of a code, or undefined. */
export const findCountry = (code: string): Country | undefined => countries[code];

export const countryCodes = Object.keys(countries);
