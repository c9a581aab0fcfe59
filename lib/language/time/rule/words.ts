import { entriesOf, type Found } from '../../lexicon/lexicon.ts';
import type { Passage } from '../../passage/passage.ts';
import { plainByWord } from '../../text/number.ts';
import { nearlySame, spellingKey } from '../../text/spelling.ts';
import { words as lexicon } from '../../words/index.ts';
import { type Kind, kindOf, type Match } from './kind.ts';

/** The words of a passage as the rules of time see them, a slip of the finger mended. */
export type Words = Readonly<{
  passage: Passage;
  /** What of a family begins at a token. */
  sense: (family: string, at: number) => Found | undefined;
  /** The value of a numeral. */
  numeral: (at: number) => number | undefined;
  /** Folded; empty beyond the end. */
  text: (at: number) => string;
  /** What a token may be: the families that begin at it, its text, whether it is a number. */
  kind: (at: number) => Kind;
  /** What rules have read already, by rule and token; null: nothing. */
  known: (Match<unknown> | null | undefined)[][];
  /** A word that says nothing of time. */
  isForeign: (at: number) => boolean;
  /** May a time begin here: is there, within reach of the rules, more than links and numbers? */
  mayBegin: (at: number) => boolean;
}>;

/** Families whose words may be mistyped: those with content. */
const content = new Set(
  (
    'month weekday days-from-now part part-name season unit ordinal t-which hour-name half-hour t-ago t-month-day ' +
    't-third holiday t-quarter t-half'
  ).split(' '),
);

/** Grammar that makes a time by itself. */
const cores = new Set(
  (
    't-lately t-tonight t-small-hours t-last-year t-last-year-2 t-this-year t-weekend t-month-day t-year-word t-am t-pm ' +
    't-length part-adjective'
  ).split(' '),
);
/** How far from what makes a time it may begin or go on. */
const reach = 10;

/** Words that are of no time themselves. */
const beside = new Set(['t-ordinary', 't-street', 't-attack', 't-told', 't-signal']);

const isOfTime = (family: string): boolean =>
  family.startsWith('t-') || family === 'part-adjective' || content.has(family);

/** Shorter words resemble each other by chance; in an account, where most words are no times, even longer ones do. */
const shortestSlip = { answer: 4, account: 8 } as const;
const shortestMeant = 5;
const longestMeant = 24;

type Mode = keyof typeof shortestSlip;

/** Long because its questions about a word share what was found of it once. */
export const wordsOf = (passage: Passage, mode: Mode): Words => {
  const { tokens } = passage;
  const begins = new Array<Map<string, Found> | undefined>(tokens.length);
  const isTimely = new Array<boolean>(tokens.length).fill(false);
  for (const family of timeFamilies())
    for (const found of passage.all(family)) {
      const here = begins[found.from] ?? new Map<string, Found>();
      begins[found.from] = here.set(family, found);
      if (!beside.has(family)) isTimely.fill(true, found.from, found.to);
    }
  for (const [at, token] of tokens.entries()) {
    const value = halfHourOf(token.text);
    if (value === undefined) continue;
    const found = { family: 'half-hour', value, lemma: token.text, capital: false, number: undefined };
    begins[at] = new Map([['half-hour', { ...found, from: at, to: at + 1 }]]);
    isTimely[at] = true;
  }
  const mended = new Map<number, Meant>();
  const meantAt = (at: number): Meant => {
    let meant = mended.get(at);
    if (!meant) {
      const token = tokens[at];
      const isUnknown =
        token?.kind === 'word' &&
        token.text.length >= shortestSlip[mode] &&
        token.text.length <= longestMeant &&
        !lexicon().entries.has(token.text) &&
        !entriesOf(lexicon(), token.text).some(({ sense }) => isOfTime(sense.family)) &&
        !plainByWord.has(token.text);
      meant = isUnknown ? meantBy(token.text) : nothing;
      if (meant === nothing && mode === 'answer' && token?.kind === 'word') meant = shortFor(token.text);
      mended.set(at, meant);
    }
    return meant;
  };
  const sense = (family: string, at: number): Found | undefined => {
    const found = begins[at]?.get(family);
    if (found) return found;
    if (begins[at] || !content.has(family) || isTimely[at]) return undefined;
    const slip = meantAt(at).found.find(one => one.family === family);
    return slip && { ...slip, from: at, to: at + 1 };
  };
  const text = (at: number): string => tokens[at]?.text ?? '';
  const numeral = (at: number): number | undefined =>
    plainByWord.get(text(at)) ??
    (mode === 'answer' ? latinNumeral(text(at)) : undefined) ??
    meantAt(at).numeral;
  const isForeign = (at: number): boolean => {
    const token = tokens[at];
    if (token?.kind === 'mark') return token.text === '№' || token.text === '#';
    if (token?.kind !== 'word' || numeral(at) !== undefined || meantAt(at).found.length > 0) return false;
    return !isTimely[at];
  };
  const ready: (Kind | undefined)[] = [];
  const kind = (at: number): Kind => {
    const known = ready[at];
    if (known) return known;
    const isNumber = tokens[at]?.kind === 'number' || numeral(at) !== undefined;
    const families = [
      ...(begins[at]?.keys() ?? []),
      ...(isTimely[at] ? [] : meantAt(at).found.map(({ family }) => family)),
    ];
    const made = kindOf([...families, `=${text(at)}`, ...(isNumber ? ['#'] : [])]);
    ready[at] = made;
    return made;
  };
  const isCore = (at: number): boolean => {
    const families = [...(begins[at]?.keys() ?? [])];
    if (families.some(family => content.has(family) || cores.has(family))) return true;
    if (families.includes('t-clock-at'))
      return [at + 1, at + 2, at + 3].some(
        next => tokens[next]?.kind === 'number' || numeral(next) !== undefined,
      );
    if (tokens[at]?.kind !== 'number') return meantAt(at).found.length > 0;
    if (text(at).length === 4) return true;
    const [mark, second] = [tokens[at + 1], tokens[at + 2]];
    // "8-10" is of anything; "16-40" and "24-02-22" are not.
    if (mark?.text === '-' && tokens[at + 3]?.text !== '-') return /^(?:00|[3-5]\d)$/.test(text(at + 2));
    return mark?.glued === true && (second?.glued === true || mark.kind === 'word');
  };
  const isNear = new Array<boolean>(tokens.length).fill(mode === 'answer');
  if (mode === 'account')
    for (const at of tokens.keys()) if (isCore(at)) isNear.fill(true, Math.max(0, at - reach), at + reach);
  const mayBegin = (at: number): boolean => {
    if (tokens[at]?.kind === 'mark' && text(at) !== '@' && text(at) !== '~') return false;
    return isNear[at] === true && !isForeign(at);
  };
  return { passage, sense, numeral, text, kind, known: [], isForeign, mayBegin };
};

/** "півтретьої", "полпервого": the half hour before the hour that is named. */
const halfHourOf = (word: string): string | undefined => {
  const hour = /^(?:пів|пол)(.{5,})$/.exec(word)?.[1];
  const named = hour === undefined ? undefined : lexicon().entries.get(hour);
  return named?.find(({ sense }) => sense.family === 'ordinal')?.sense.value;
};

let latinNumerals: ReadonlyMap<string, number> | undefined;

/** "dva", "pyat": a numeral of the other languages in Latin letters. */
const latinNumeral = (word: string): number | undefined => {
  if (!/^[a-z]{3,}$/.test(word) || lexicon().entries.has(word) || /^(?:try|sim|sto)$/.test(word))
    return undefined;
  latinNumerals ??= new Map([...plainByWord].map(([form, value]) => [spellingKey(form), value]));
  return latinNumerals.get(spellingKey(word));
};

type Meant = Readonly<{ found: readonly Found[]; numeral?: number }>;
const nothing: Meant = { found: [] };

let families: readonly string[] | undefined;
const timeFamilies = (): readonly string[] => {
  families ??= [...lexicon().families].filter(isOfTime);
  return families;
};

/** "воскр", "понед.": the beginning of the name of one weekday or month. */
const shortFor = (written: string): Meant => {
  if (written.length < 3 || entriesOf(lexicon(), written).length > 0 || plainByWord.has(written))
    return nothing;
  const meant = [
    ...new Map(
      named()
        .filter(([form]) => form.startsWith(written))
        .map(([, one]) => [keyOf(one), one]),
    ).values(),
  ];
  const [only] = meant;
  return only && meant.length === 1 ? only : nothing;
};

let names: readonly (readonly [form: string, Meant])[] | undefined;
const named = (): readonly (readonly [form: string, Meant])[] => {
  names ??= [
    ...lexicon()
      .wordsOf(family => family === 'weekday' || family === 'month')
      .keys(),
  ]
    .filter(form => form.length > 5)
    .map(form => [form, meantOf(form)] as const)
    .filter(([, { found }]) => found.some(({ family }) => family === 'weekday' || family === 'month'));
  return names;
};

const drops = (form: string): readonly string[] =>
  Array.from(form, (_, index) => form.slice(0, index) + form.slice(index + 1));

let neighbours: ReadonlyMap<string, readonly string[]> | undefined;

/** Every form with one letter left out, so that forms one slip apart meet. */
const neighbourhood = (): ReadonlyMap<string, readonly string[]> => {
  if (neighbours) return neighbours;
  const built = new Map<string, string[]>();
  const forms = lexicon().wordsOf(family => content.has(family));
  for (const form of [...forms.keys(), ...plainByWord.keys()]) {
    if (form.length < shortestMeant) continue;
    for (const key of [form, ...drops(form)]) {
      const list = built.get(key);
      if (list) list.push(form);
      else built.set(key, [form]);
    }
  }
  neighbours = built;
  return built;
};

const meantOf = (form: string): Meant => ({
  numeral: plainByWord.get(form),
  found: (lexicon().entries.get(form) ?? [])
    .filter(({ sense: { family }, rest }) => rest.length === 0 && content.has(family) && family !== 'ordinal')
    .map(({ sense, number }) => ({ ...sense, number, from: 0, to: 1 })),
});

/** The name of a part of the day means the same as when it was. */
const dimension = (family: string): string => (family === 'part-name' ? 'part' : family);
const keyOf = ({ found, numeral }: Meant): string =>
  [...new Set([String(numeral), ...found.map(({ family, value }) => `${dimension(family)}:${value}`)])]
    .sort()
    .join();

/** What a word with one slip means, when all the words that it may be agree. */
const meantBy = (written: string): Meant => {
  const near = new Set([written, ...drops(written)].flatMap(key => neighbourhood().get(key) ?? []));
  const meant = [...near].filter(form => nearlySame(form, written)).map(meantOf);
  const [first] = meant;
  if (!first || meant.some(one => keyOf(one) !== keyOf(first))) return nothing;
  return { numeral: first.numeral, found: meant.flatMap(({ found }) => found) };
};
