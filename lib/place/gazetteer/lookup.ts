import { lemmas, nameLemmas } from './declension.ts';
import type { Gazetteer, GazetteerSettlement } from './gazetteer.ts';
import { type Misspelling, spellingCost } from './misspelling.ts';
import { nameKey, normalise, skeleton } from './spelling.ts';

/**
 * How a typed name came to a settlement, surest first: by one of its own names as it stands, by one of its own names
 * in a case, by the same sounds in other letters, by sounds with an ending, on the wrong keyboard layout, with typing
 * errors. Only the first two may be taken without asking.
 */
const matchKinds = ['exact', 'declined', 'sound', 'inflected', 'layout', 'misspelt'] as const;
type MatchKind = (typeof matchKinds)[number];

export type Match = Readonly<{
  settlement: GazetteerSettlement;
  kind: MatchKind;
  /** Less is better, among matches of one kind: a former or foreign name costs more than today's, a part's name most. */
  cost: number;
}>;

type Entry = Readonly<{ settlement: GazetteerSettlement; cost: number }>;
type Entries = ReadonlyMap<string, readonly Entry[]>;
type Sounds = Readonly<{ sounds: Entries; stems: Entries; misspellings: readonly Misspelling<Entry>[] }>;

/** The cost of a city by the name of a part of it: many cities have a part of that name. */
export const partCost = 2;

const add = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else if (!entries.some(other => other.settlement === entry.settlement)) entries.push(entry);
};

/** A skeleton without its ending, so that Latin spellings of a case meet ("Kramatorska", "Kharkovom"). */
const stemOf = (sounds: string): string =>
  sounds.replace(/(ogo|omu|imi|ami|ovi|im|iH|om|em|oi|ov|ei|aH|[aeiou])$/, '');

/** Each index is made when first needed: most answers are own names, and never need the sounds. */
const memo = <Index>(build: (gazetteer: Gazetteer) => Index): ((gazetteer: Gazetteer) => Index) => {
  const built = new WeakMap<Gazetteer, { index: Index }>();
  return gazetteer => {
    const known = built.get(gazetteer);
    if (known) return known.index;
    const index = build(gazetteer);
    built.set(gazetteer, { index });
    return index;
  };
};

const todaysNames = ({ names }: GazetteerSettlement): ReadonlySet<string> =>
  new Set([names.uk, names.en, names.ru]);

const namesOf = memo((gazetteer): Entries => {
  const names = new Map<string, Entry[]>();
  for (const settlement of gazetteer.settlements) {
    for (const name of todaysNames(settlement)) add(names, nameKey(name), { settlement, cost: 0 });
    for (const name of settlement.also) add(names, nameKey(name), { settlement, cost: 1 });
  }
  for (const { names: own, city } of gazetteer.sections)
    for (const name of own) add(names, nameKey(name), { settlement: city, cost: partCost });
  return names;
});

const soundsOf = memo((gazetteer): Sounds => {
  const sounds = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  const put = (name: string, entry: Entry): void => {
    const sound = skeleton(name);
    add(sounds, sound, entry);
    add(stems, stemOf(sound), entry);
  };
  for (const settlement of gazetteer.settlements) {
    for (const name of todaysNames(settlement)) put(name, { settlement, cost: 0 });
    for (const name of settlement.also) put(name, { settlement, cost: 1 });
    if (settlement.guess !== undefined) put(settlement.guess, { settlement, cost: 1 });
  }
  for (const { names, city } of gazetteer.sections)
    for (const name of names) put(name, { settlement: city, cost: partCost });
  const misspellings = [...sounds].map(([sound, entries]) => ({
    sound,
    length: sound.length,
    letters: lettersOf(sound),
    entries,
  }));
  return { sounds, stems, misspellings };
});

/** The letters of a word as bits: two words that differ in many letters are not compared further. */
const lettersOf = (sound: string): number => {
  let bits = 0;
  for (let at = 0; at < sound.length; at++) bits |= 1 << (sound.charCodeAt(at) & 31);
  return bits;
};

const asMatches = (entries: Iterable<Entry>, kind: MatchKind, more = 0): readonly Match[] => {
  const least = new Map<GazetteerSettlement, number>();
  for (const { settlement, cost } of entries)
    least.set(settlement, Math.min(cost + more, least.get(settlement) ?? Infinity));
  return [...least].map(([settlement, cost]) => ({ settlement, kind, cost }));
};

/** The first words of all names of several words, and how the words of each begin: most that stand together begin none. */
const longNamesOf = memo(
  (gazetteer): Readonly<{ first: ReadonlySet<string>; starts: ReadonlySet<string> }> => {
    const names = gazetteer.settlements
      .flatMap(settlement => [...todaysNames(settlement), ...settlement.also])
      .filter(name => /[ -]/.test(name))
      .map(name => normalise(name).split(' '))
      .filter(({ length }) => length > 1);
    return {
      first: new Set(names.flatMap(([first]) => first ?? [])),
      starts: new Set(names.map(startsOf)),
    };
  },
);

/** A case leaves the first two letters of each word. */
const startsOf = (words: readonly string[]): string => words.map(word => word.slice(0, 2)).join(' ');

const mayBeDeclined = (gazetteer: Gazetteer, words: readonly string[]): boolean => {
  const [first = '', second] = words;
  if (second === undefined) return true;
  const known = longNamesOf(gazetteer);
  if (!known.starts.has(startsOf(words))) return false;
  return lemmas(first).some(lemma => known.first.has(lemma)) || /ов(ого|ому|им|ім)$/.test(first);
};

/** Settlements whose name stands there as it is, or in a case. `words` as `normalise` leaves them. */
export const ownNameMatches = (gazetteer: Gazetteer, words: readonly string[]): readonly Match[] => {
  const names = namesOf(gazetteer);
  const exact = names.get(words.join('')) ?? [];
  const declined = mayBeDeclined(gazetteer, words)
    ? nameLemmas(words).flatMap(name => names.get(name) ?? [])
    : [];
  if (exact.length === 0 && declined.length === 0) return [];
  const matches = asMatches(exact, 'exact');
  const found = new Set(matches.map(match => match.settlement));
  return [...matches, ...asMatches(declined, 'declined').filter(match => !found.has(match.settlement))];
};

const soundMatches = (gazetteer: Gazetteer, words: readonly string[]): readonly Match[] => {
  const { sounds, stems } = soundsOf(gazetteer);
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
  const { misspellings } = soundsOf(gazetteer);
  const sound = skeleton(words.join(' '));
  if (sound.length < 4) return [];
  const most = sound.length < 6 ? 1 : 2;
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

/**
 * As {@link ownNameMatches}; and for Latin letters, of which each romanisation has its own, also the settlements whose
 * name sounds the same: "Hulyaypole" is one's listed spelling and the other's unlisted one.
 */
export const namedMatches = (gazetteer: Gazetteer, words: readonly string[]): readonly Match[] => {
  const own = ownNameMatches(gazetteer, words);
  if (own.length === 0 || !/[a-z]/.test(words.join(''))) return own;
  const found = new Set(own.map(match => match.settlement));
  const same = soundMatches(gazetteer, words).filter(
    ({ kind, cost, settlement }) => kind === 'sound' && cost === 0 && !found.has(settlement),
  );
  return [...own, ...same];
};

/** Settlements that sound like it or are spelt nearly so, best first. None of them may be taken without asking. */
export const matchByGuess = (gazetteer: Gazetteer, words: readonly string[]): readonly Match[] => {
  const sound = soundMatches(gazetteer, words);
  return rank(sound.length > 0 ? sound : misspeltMatches(gazetteer, words));
};

/** True for a match by one of the settlement's own names, as it stands or in a case. */
export const isOwn = (match: Match | undefined): boolean =>
  match?.kind === 'exact' || match?.kind === 'declined';

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
