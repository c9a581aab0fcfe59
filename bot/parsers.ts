import type { Country } from '../lib/country.ts';
import type { AccountReading } from '../lib/language/account.ts';
import type { CountReading } from '../lib/language/answer/count.ts';
import type { MunitionReading } from '../lib/language/answer/munition.ts';
import type { OptionReading } from '../lib/language/answer/narrow.ts';
import type { Phrases } from '../lib/language/asked/phrases.ts';
import type { PlaceReading, SearchHints } from '../lib/language/place/search.ts';
import type { Request } from '../lib/language/request.ts';
import type { Locale, Names } from '../lib/locale.ts';
import type { CoordinatesReading } from '../lib/place/coordinates/read.ts';
import type { PointReading } from '../lib/place/pin/judge.ts';
import type { Place, PlaceOrigin, Point } from '../lib/place/place.ts';
import type { TimeReading } from '../lib/time/reading.ts';

/**
 * Parsers of a person's words and pins. Loaded when the first words arrive: most answers are presses, which need none of
 * this, and the gazetteer alone is a megabyte.
 */
export type Parsers = Readonly<{
  clean: (text: string) => string;
  time: (text: string, context: Readonly<{ now: Date; locale: Locale }>) => TimeReading;
  count: (text: string, asked: 'killed' | 'injured') => CountReading;
  option: <Code extends string>(text: string, vocabulary: readonly Code[]) => OptionReading<Code>;
  munition: (text: string) => MunitionReading;
  /** Everything that one message says. Asynchronous so that a deployer can put a model here. */
  account: (
    text: string,
    context: Readonly<{ now: Date; locale: Locale }>,
  ) => AccountReading | Promise<AccountReading>;
  yesNo: (text: string) => 'yes' | 'no' | undefined;
  place: (text: string, hints?: SearchHints) => PlaceReading;
  coordinates: (text: string) => CoordinatesReading | undefined;
  /** Whether a point lies in the country, or looks mistaken. */
  judge: (point: Point) => PointReading;
  pin: (point: Point, origin: PlaceOrigin, title?: string) => Place;
  /** What a reader asked to see. */
  request: (text: string, context: Readonly<{ now: Date; locale: Locale }>) => Request;
  /** What a reader's request says in set phrases. */
  phrases: (text: string, today: string) => Phrases;
  /** The settlement of a GeoNames id, if the country has one. */
  settlement: (id: number) => Place | undefined;
  /** The nearest town, which tells a settlement from its namesakes. */
  townBy: (place: Place) => Names | undefined;
}>;

/** Loads the parsers for a country. Modules and gazetteer are cached by the runtime. */
export const loadParsers = async (country: Country): Promise<Parsers> => {
  const [
    text,
    time,
    count,
    option,
    munition,
    search,
    coordinates,
    judge,
    pin,
    account,
    request,
    phrases,
    label,
    gazetteers,
  ] = await Promise.all([
    import('../lib/language/text/text.ts'),
    import('../lib/language/time/read.ts'),
    import('../lib/language/answer/count.ts'),
    import('../lib/language/answer/option.ts'),
    import('../lib/language/answer/munition.ts'),
    import('../lib/language/place/search.ts'),
    import('../lib/place/coordinates/read.ts'),
    import('../lib/place/pin/judge.ts'),
    import('../lib/place/pin/pin.ts'),
    import('../lib/language/account.ts'),
    import('../lib/language/request.ts'),
    import('../lib/language/asked/phrases.ts'),
    import('../lib/place/label.ts'),
    import('../lib/place/gazetteer/gazetteer.ts'),
  ]);
  const gazetteer = await gazetteers.loadGazetteer(country.code);
  return {
    clean: text.cleanText,
    time: (words, context) => time.readTime(words, { ...context, zone: country.zone }),
    count: count.readCount,
    option: option.readOption,
    munition: munition.readMunition,
    account: (words, context) => account.readAccount(words, { ...context, zone: country.zone, gazetteer }),
    yesNo: option.readYesNo,
    place: (words, hints) => search.searchPlaces(gazetteer, words, hints),
    coordinates: words => coordinates.readCoordinates(gazetteer, words),
    judge: point => judge.judgePoint(gazetteer, point),
    pin: (point, origin, title) => pin.placeOfPoint(gazetteer, point, origin, title),
    request: (words, context) => request.readRequest(words, { ...context, zone: country.zone, gazetteer }),
    phrases: (words, today) => phrases.takePhrases(words, today, country.invaded),
    settlement: id => {
      // Who follows a part of a city follows the city.
      const found =
        gazetteer.settlements.find(settlement => settlement.id === id) ??
        gazetteer.sections.find(section => section.id === id)?.city;
      return found && gazetteers.placeOfSettlement(found, { origin: 'typed' });
    },
    townBy: place => label.nearestTown(gazetteer, place),
  };
};
