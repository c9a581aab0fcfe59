import { nameLemmas } from './declension.ts';
import type { Gazetteer, GazetteerSettlement } from './gazetteer.ts';
import { type Misspelling, spellingCost } from './misspelling.ts';
import { nameKey, otherLayouts, skeleton } from './spelling.ts';

/**
 * How a typed name came to a settlement, surest first: by one of its own names as it stands, by one of its own names
 * in a case, by the same sounds in other letters, by sounds with an ending, on the wrong keyboard layout, with typing
 * errors. Only the first two may be taken without asking.
 */
export const matchKinds = ['exact', 'declined', 'sound', 'inflected', 'layout', 'misspelt'] as const;
export type MatchKind = (typeof matchKinds)[number];

export type Match = Readonly<{
  settlement: GazetteerSettlement;
  kind: MatchKind;
  /** Less is better, among matches of one kind: a former or foreign name costs more than today's. */
  cost: number;
}>;

type Entry = Readonly<{ settlement: GazetteerSettlement; cost: number }>;
type Index = Readonly<{
  names: ReadonlyMap<string, readonly Entry[]>;
  sounds: ReadonlyMap<string, readonly Entry[]>;
  stems: ReadonlyMap<string, readonly Entry[]>;
  misspellings: readonly Misspelling<Entry>[];
}>;

const add = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else if (!entries.some(other => other.settlement === entry.settlement)) entries.push(entry);
};

/** A skeleton without its ending, so that Latin spellings of a case meet ("Kramatorska", "Kharkovom"). */
const stemOf = (sounds: string): string =>
  sounds.replace(/(ogo|omu|imi|ami|ovi|im|iH|om|em|oi|ov|ei|aH|[aeiou])$/, '');

const indexes = new WeakMap<Gazetteer, Index>();

const buildIndex = (gazetteer: Gazetteer): Index => {
  const names = new Map<string, Entry[]>();
  const sounds = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  for (const settlement of gazetteer.settlements) {
    const own = new Set([settlement.names.uk, settlement.names.en, settlement.names.ru]);
    for (const [list, cost] of [
      [own, 0],
      [settlement.also, 1],
    ] as const)
      for (const name of list) {
        const entry = { settlement, cost };
        add(names, nameKey(name), entry);
        const sound = skeleton(name);
        add(sounds, sound, entry);
        add(stems, stemOf(sound), entry);
      }
    if (settlement.guess !== undefined) {
      const sound = skeleton(settlement.guess);
      add(sounds, sound, { settlement, cost: 1 });
      add(stems, stemOf(sound), { settlement, cost: 1 });
    }
  }
  const misspellings = [...sounds].map(([sound, entries]) => ({
    sound,
    length: sound.length,
    letters: lettersOf(sound),
    entries,
  }));
  return { names, sounds, stems, misspellings };
};

/** The letters of a word as bits: two words that differ in many letters are not compared further. */
const lettersOf = (sound: string): number => {
  let bits = 0;
  for (let at = 0; at < sound.length; at++) bits |= 1 << (sound.charCodeAt(at) & 31);
  return bits;
};

const indexOf = (gazetteer: Gazetteer): Index => {
  const known = indexes.get(gazetteer);
  if (known) return known;
  const index = buildIndex(gazetteer);
  indexes.set(gazetteer, index);
  return index;
};

const asMatches = (entries: Iterable<Entry>, kind: MatchKind, more = 0): readonly Match[] => {
  const least = new Map<GazetteerSettlement, number>();
  for (const { settlement, cost } of entries)
    least.set(settlement, Math.min(cost + more, least.get(settlement) ?? Infinity));
  return [...least].map(([settlement, cost]) => ({ settlement, kind, cost }));
};

/** Settlements whose name stands there as it is, or in a case. `words` as `normalise` leaves them. */
export const ownNameMatches = (gazetteer: Gazetteer, words: readonly string[]): readonly Match[] => {
  const { names } = indexOf(gazetteer);
  const exact = names.get(words.join('')) ?? [];
  const declined = nameLemmas(words).flatMap(name => names.get(name) ?? []);
  const matches = asMatches(exact, 'exact');
  const found = new Set(matches.map(match => match.settlement));
  return [...matches, ...asMatches(declined, 'declined').filter(match => !found.has(match.settlement))];
};

const soundMatches = (gazetteer: Gazetteer, words: readonly string[]): readonly Match[] => {
  const { sounds, stems } = indexOf(gazetteer);
  const sound = skeleton(words.join(' '));
  if (sound.length < 3) return [];
  const same = asMatches(sounds.get(sound) ?? [], 'sound');
  const found = new Set(same.map(match => match.settlement));
  const stem = stemOf(sound);
  const inflected =
    stem.length < 4 ? [] : asMatches([...(stems.get(stem) ?? []), ...(stems.get(sound) ?? [])], 'inflected');
  return [...same, ...inflected.filter(match => !found.has(match.settlement))];
};

const misspeltMatches = (gazetteer: Gazetteer, words: readonly string[]): readonly Match[] => {
  const { misspellings } = indexOf(gazetteer);
  const sound = skeleton(words.join(' '));
  const most = sound.length < 4 ? 0 : sound.length < 6 ? 1 : 2;
  if (most === 0) return [];
  const letters = lettersOf(sound);
  return misspellings.flatMap(other => {
    if (Math.abs(other.length - sound.length) > most) return [];
    if (bitCount(letters ^ other.letters) > 2 * most) return [];
    const cost = spellingCost(sound, other.sound, most);
    return cost > most ? [] : asMatches(other.entries, 'misspelt', 10 * cost);
  });
};

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/** Every match of the surest kinds that have any, best first: kind, cost, population. */
export const matchName = (
  gazetteer: Gazetteer,
  words: readonly string[],
  typed: string,
): readonly Match[] => {
  const own = ownNameMatches(gazetteer, words);
  if (own.length > 0) return rank(own);
  const sound = soundMatches(gazetteer, words);
  if (sound.length > 0) return rank(sound);
  const layout = otherLayouts(typed)
    .map(text => text.split(/[^\p{L}]+/u).filter(word => word !== ''))
    .flatMap(retyped => ownNameMatches(gazetteer, retyped.map(nameKey)))
    .map((match): Match => ({ ...match, kind: 'layout' }));
  if (layout.length > 0) return rank(layout);
  return rank(misspeltMatches(gazetteer, words));
};

/** Best first: the surer kind, then the lesser cost, then the larger population. */
export const rank = (matches: readonly Match[]): readonly Match[] => {
  const best = new Map<GazetteerSettlement, Match>();
  const order = (a: Match, b: Match): number =>
    matchKinds.indexOf(a.kind) - matchKinds.indexOf(b.kind) ||
    a.cost - b.cost ||
    b.settlement.population - a.settlement.population;
  for (const match of matches) {
    const other = best.get(match.settlement);
    if (other === undefined || order(match, other) < 0) best.set(match.settlement, match);
  }
  return [...best.values()].sort(order);
};
