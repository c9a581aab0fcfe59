import type { Country } from '../../../lib/country.ts';
import type { Topic } from '../../../lib/follow/topic.ts';
import type { Request } from '../../../lib/language/request.ts';
import { nameLemmas } from '../../../lib/place/gazetteer/declension.ts';
import { normalise } from '../../../lib/place/gazetteer/spelling.ts';
import type { Place } from '../../../lib/place/place.ts';
import { mostMunitions } from '../question.ts';

/** What typed words want to follow: some topics for sure, or (`either`) one of several that they may mean. */
export type Wanted = Readonly<{
  kind: 'sure' | 'either';
  topics: readonly Topic[];
  /** They say something else, too. */
  isPart: boolean;
}>;

/** All of the country, by its name or as "everything". Its name is declined at its end: Україна, Україною. */
const isCountry = (text: string, { names }: Country): boolean => {
  const stems = Object.values(names).map(name => name.toLowerCase().replace(/.$/u, ''));
  const named = new RegExp(
    `^(?:(?:all(?: of)?|the whole(?: of)?|уся|вся|всю|усю|всією|усією|всей|всеми?|всім|усім|усе|все|всё)\\s+)?(?:${stems.join('|')})\\p{L}{0,3}$`,
    'iu',
  );
  return (
    named.test(text) ||
    /^(?:everything|all|the (?:whole )?country|the whole country|(?:(?:всією|усією|всю|усю|вся|уся|всей)\s+)?(?:країн|стран)\p{L}{1,3}|(?:у|в)с(?:і|е)м|(?:у|в)се|всё)$/iu.test(
      text,
    )
  );
};

/** What the words after a command, as read, say to follow. Nothing is chosen among equals. */
export const wantedIn = (text: string, request: Request, country: Country): Wanted => {
  if (isCountry(text, country)) return { kind: 'sure', topics: [{ kind: 'country' }], isPart: false };
  const places = request.places.flatMap(topicOfPlace);
  const munitions: readonly Topic[] =
    request.munitions.length === 0
      ? []
      : [{ kind: 'munitions', munitions: request.munitions.slice(0, mostMunitions) }];
  const isPart = request.unread !== undefined || request.times.length > 0 || request.future;
  const isSure =
    !isPart &&
    !request.either &&
    places.length <= 1 &&
    (!request.guessed || request.places.every(place => isDeclined(text, place)));
  return { kind: isSure ? 'sure' : 'either', topics: [...places, ...munitions], isPart };
};

/** A district cannot be followed: its region stands in for it. */
const topicOfPlace = ({ settlement, region, precision }: Place): readonly Topic[] => {
  if (settlement && precision !== 'district') return [{ kind: 'settlement', settlement: settlement.id }];
  return region === undefined ? [] : [{ kind: 'region', region }];
};

/** Whether the words are a case of the settlement's own name ("Харковом"), rather than like it. */
const isDeclined = (text: string, { settlement }: Place): boolean => {
  const words = normalise(text).split(' ');
  const names = new Set(
    Object.values(settlement?.names ?? {}).map(name => normalise(name).replaceAll(' ', '')),
  );
  return nameLemmas(words).some(lemma => names.has(lemma));
};
