import { lemmas } from '../../place/gazetteer/declension.ts';
import type { Gazetteer, GazetteerDistrict, GazetteerRegion } from '../../place/gazetteer/gazetteer.ts';
import { ownNameMatches } from '../../place/gazetteer/lookup.ts';
import { normalise, skeleton } from '../../place/gazetteer/spelling.ts';
import { districtWords, regionWords } from './words.ts';

/**
 * Regions and districts among the words of a text: "Запорізька обл.", "на Харківщині", "Kryvyi Rih district",
 * "Донецкая".
 */
export type DivisionMention = Readonly<{
  /** Position of the first word and number of words. */
  from: number;
  count: number;
  regions: readonly GazetteerRegion[];
  districts: readonly GazetteerDistrict[];
  /**
   * `stated` with the word "region" or a name of its own; `adjective`, bare ("Запорізька"); `city`, a name that a
   * settlement has as well (Київ, "Kharkiv").
   */
  kind: 'stated' | 'adjective' | 'city';
}>;

type Named<Division> = Readonly<{ key: string; division: Division }>;
type Divisions = Readonly<{
  /** Names that say "region" by themselves: Харківщина, Крим, Volhynia. */
  ownNames: readonly Named<GazetteerRegion>[];
  /** Stems and bare names that need the word "region" beside them, or the ending of an adjective. */
  regionStems: readonly Named<GazetteerRegion>[];
  districtStems: readonly Named<GazetteerDistrict>[];
}>;

const adjectiveEnding = /(ий|ый|ой|ого|ому|им|ым|ом|ая|ую|ої|ій|ою|а|у)$/;
const feminineEnding = /^(а|ої|ій|у|ою|ая|ой|ую)$/;

const kindWords = new Set([...regionWords, ...districtWords]);
const bareWords = (name: string): readonly string[] =>
  normalise(name)
    .split(' ')
    .filter(word => !kindWords.has(word) && word !== 'місто' && word !== 'raion');
const stemOf = (word: string): string => (/[а-яіїєґ]$/.test(word) ? word.replace(adjectiveEnding, '') : word);

const known = new WeakMap<Gazetteer, Divisions>();

const divisionsOf = (gazetteer: Gazetteer): Divisions => {
  const before = known.get(gazetteer);
  if (before) return before;
  const ownNames: Named<GazetteerRegion>[] = [];
  const regionStems: Named<GazetteerRegion>[] = [];
  for (const region of gazetteer.regions)
    for (const name of [region.names.uk, region.names.en, region.names.ru, ...region.also]) {
      const words = bareWords(name);
      const full = normalise(name).split(' ');
      if (words.length < full.length) regionStems.push({ key: words.map(stemOf).join(''), division: region });
      else ownNames.push({ key: words.join(''), division: region });
    }
  const districtStems = gazetteer.districts.flatMap(district =>
    [district.names.uk, district.names.en, district.names.ru].map(name => ({
      key: bareWords(name).map(stemOf).join(''),
      division: district,
    })),
  );
  const divisions = { ownNames, regionStems, districtStems };
  known.set(gazetteer, divisions);
  return divisions;
};

const named = <Division>(list: readonly Named<Division>[], keys: readonly string[]): readonly Division[] => [
  ...new Set(list.filter(({ key }) => keys.includes(key)).map(({ division }) => division)),
];

/** Spellings under which a division's stem may be listed: as it stands, by sound for Latin letters. */
const keysOf = (words: readonly string[]): readonly string[] => {
  const stems = words.map(stemOf);
  return [words.join(''), stems.join(''), ...words.flatMap(word => (words.length === 1 ? lemmas(word) : []))];
};

const bySound = <Division>(
  list: readonly Named<Division>[],
  words: readonly string[],
): readonly Division[] => {
  const sound = skeleton(words.map(stemOf).join(' '));
  return [...new Set(list.filter(({ key }) => skeleton(key) === sound).map(({ division }) => division))];
};

const startsWith = (words: readonly string[], at: number, set: ReadonlySet<string>): boolean =>
  set.has(words[at] ?? '');

/** Every region and district named in the words, longest first at each place. */
export const findDivisions = (gazetteer: Gazetteer, words: readonly string[]): readonly DivisionMention[] => {
  const { ownNames, regionStems, districtStems } = divisionsOf(gazetteer);
  const mentions: DivisionMention[] = [];
  for (let from = 0; from < words.length; ) {
    const mention = mentionAt(from);
    if (mention) mentions.push(mention);
    from += mention?.count ?? 1;
  }
  return mentions;

  function mentionAt(from: number): DivisionMention | undefined {
    for (let size = Math.min(3, words.length - from); size >= 1; size--) {
      const name = words.slice(from, from + size);
      if (name.some(word => kindWords.has(word))) continue;
      const keys = keysOf(name);
      const after = from + size;
      if (startsWith(words, after, regionWords) || startsWith(words, from - 1, regionWords)) {
        const regions = firstFound(
          () => named(regionStems, keys),
          () => named(ownNames, keys),
          () => bySound([...regionStems, ...ownNames], name),
        );
        const count = size + (startsWith(words, after, regionWords) ? 1 : 0);
        if (regions.length > 0) return { from, count, regions, districts: [], kind: 'stated' };
      }
      if (startsWith(words, after, districtWords) || startsWith(words, from - 1, districtWords)) {
        const districts = firstFound(
          () => named(districtStems, keys),
          () => bySound(districtStems, name),
        );
        const count = size + (startsWith(words, after, districtWords) ? 1 : 0);
        if (districts.length > 0) return { from, count, regions: [], districts, kind: 'stated' };
      }
      const regions = named(ownNames, keys);
      if (regions.length > 0) {
        const kind = ownNameMatches(gazetteer, name).length === 0 ? 'stated' : 'city';
        return { from, count: size, regions, districts: [], kind };
      }
      const last = name.at(-1) ?? '';
      const stem = keys[1] ?? '';
      if (feminineEnding.test(last.slice(stemOf(last).length))) {
        const adjectives = named(regionStems, [stem]);
        if (adjectives.length > 0)
          return { from, count: size, regions: adjectives, districts: [], kind: 'adjective' };
      }
    }
    return undefined;
  }
};

const firstFound = <Value>(...searches: readonly (() => readonly Value[])[]): readonly Value[] => {
  for (const search of searches) {
    const found = search();
    if (found.length > 0) return found;
  }
  return [];
};
