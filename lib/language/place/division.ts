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

/** Divisions by the name, or its stem. */
type Named<Division> = Map<string, Division[]>;
type Divisions = Readonly<{
  /** Names that say "region" by themselves: Харківщина, Крим, Volhynia. */
  ownNames: Named<GazetteerRegion>;
  /** Stems and bare names that need the word "region" beside them, or the ending of an adjective. */
  regionStems: Named<GazetteerRegion>;
  districtStems: Named<GazetteerDistrict>;
  /** What the names begin with. */
  starts: ReadonlySet<string>;
}>;

/** A case leaves the first two letters of a name. */
const startOf = (word: string): string => word.slice(0, 2);

const add = <Division>(named: Named<Division>, key: string, division: Division): void => {
  const list = named.get(key);
  if (list) list.push(division);
  else named.set(key, [division]);
};

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
  const ownNames: Named<GazetteerRegion> = new Map();
  const regionStems: Named<GazetteerRegion> = new Map();
  const districtStems: Named<GazetteerDistrict> = new Map();
  for (const region of gazetteer.regions)
    for (const name of [region.names.uk, region.names.en, region.names.ru, ...region.also]) {
      const words = bareWords(name);
      const full = normalise(name).split(' ');
      if (words.length < full.length) add(regionStems, words.map(stemOf).join(''), region);
      else add(ownNames, words.join(''), region);
    }
  for (const district of gazetteer.districts)
    for (const name of [district.names.uk, district.names.en, district.names.ru])
      add(districtStems, bareWords(name).map(stemOf).join(''), district);
  const keys = [...ownNames.keys(), ...regionStems.keys(), ...districtStems.keys()];
  const divisions = { ownNames, regionStems, districtStems, starts: new Set(keys.map(startOf)) };
  known.set(gazetteer, divisions);
  return divisions;
};

const named = <Division>(list: Named<Division>, keys: readonly string[]): readonly Division[] => {
  const found = keys.flatMap(key => list.get(key) ?? []);
  return found.length > 1 ? [...new Set(found)] : found;
};

/** Spellings under which a division's stem may be listed: as it stands, by sound for Latin letters. */
const keysOf = (words: readonly string[]): readonly string[] => {
  const stems = words.map(stemOf);
  return [words.join(''), stems.join(''), ...words.flatMap(word => (words.length === 1 ? lemmas(word) : []))];
};

const bySound = <Division>(
  lists: readonly Named<Division>[],
  words: readonly string[],
): readonly Division[] => {
  const sound = skeleton(words.map(stemOf).join(' '));
  const alike = lists.flatMap(list => [...list].filter(([key]) => skeleton(key) === sound));
  return [...new Set(alike.flatMap(([, divisions]) => divisions))];
};

const startsWith = (words: readonly string[], at: number, set: ReadonlySet<string>): boolean =>
  set.has(words[at] ?? '');

/**
 * Every region and district named in the words, longest first at each place. Long because it is a list of ways to name one, the
 * surest first.
 */
export const findDivisions = (gazetteer: Gazetteer, words: readonly string[]): readonly DivisionMention[] => {
  const { ownNames, regionStems, districtStems, starts } = divisionsOf(gazetteer);
  const mentions: DivisionMention[] = [];
  let end = 0;
  for (let from = 0; from < words.length; ) {
    const mention = mayBegin(from) ? mentionAt(from, end) : undefined;
    if (mention) {
      mentions.push(mention);
      end = from + mention.count;
    }
    from += mention?.count ?? 1;
  }
  return mentions;

  /** Names begin as some division's does, or stand beside the word for one. */
  function mayBegin(from: number): boolean {
    if (starts.has(startOf(words[from] ?? ''))) return true;
    return [from - 1, from + 1, from + 2, from + 3].some(at => kindWords.has(words[at] ?? ''));
  }

  /** `end` is where the mention before ends: its "district" is not also that of what follows. */
  function mentionAt(from: number, end: number): DivisionMention | undefined {
    const isAfter = (set: ReadonlySet<string>): boolean => from > end && startsWith(words, from - 1, set);
    for (let size = Math.min(3, words.length - from); size >= 1; size--) {
      const name = words.slice(from, from + size);
      if (name.some(word => kindWords.has(word))) continue;
      const keys = keysOf(name);
      const after = from + size;
      if (startsWith(words, after, regionWords) || isAfter(regionWords)) {
        const regions = firstFound(
          () => named(regionStems, keys),
          () => named(ownNames, keys),
          () => bySound([regionStems, ownNames], name),
        );
        const count = size + (startsWith(words, after, regionWords) ? 1 : 0);
        if (regions.length > 0) return { from, count, regions, districts: [], kind: 'stated' };
      }
      if (startsWith(words, after, districtWords) || isAfter(districtWords)) {
        const districts = firstFound(
          () => named(districtStems, keys),
          () => bySound([districtStems], name),
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
      // "На Київській" is a street; "на Харківщині" says by itself that it is a region.
      if (words[from - 1] === 'на') continue;
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
