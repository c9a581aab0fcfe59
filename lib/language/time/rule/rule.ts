import { ask, type Match } from './kind.ts';
import type { Words } from './words.ts';

/**
 * Reads something at a token. Every rule looks at a bounded number of tokens. `first`, where it is known, is what the token
 * must be: a family, `=text`, or `#` for a number; so that most rules need not be tried at most tokens.
 */
export type Rule<T> = ((words: Words, at: number) => Match<T> | undefined) &
  Readonly<{
    first?: ReadonlySet<string>;
    isOptional?: boolean;
    /** By the kind of token: can the rule start there? */
    starts?: (boolean | undefined)[];
  }>;

const union = (rules: readonly Rule<unknown>[]): ReadonlySet<string> | undefined => {
  const all = rules.map(({ first }) => first);
  return all.includes(undefined) ? undefined : new Set(all.flatMap(first => [...(first ?? [])]));
};

const canStart = ({ first, isOptional, starts }: Rule<unknown>, words: Words, at: number): boolean => {
  if (!first || !starts || isOptional) return true;
  const { id, names } = words.kind(at);
  starts[id] ??= [...names].some(name => first.has(name));
  return starts[id];
};

const marked = <T>(
  rule: (words: Words, at: number) => Match<T> | undefined,
  first?: ReadonlySet<string>,
  isOptional = false,
): Rule<T> => Object.assign(rule, { first, isOptional, starts: [] });

/** A rule in code that begins only with one of these. */
export const startsWith = <T>(
  names: readonly string[],
  rule: (words: Words, at: number) => Match<T> | undefined,
): Rule<T> => {
  ask(names);
  return marked(rule, new Set(names));
};

/** A word or saying of a family, which begins here; its value. With `values`, only these. */
export const word = (family: string, ...values: readonly string[]): Rule<string> =>
  startsWith([family], (words, at) => {
    const found = words.sense(family, at);
    return found && (values.length === 0 || values.includes(found.value))
      ? { value: found.value, to: found.to }
      : undefined;
  });

/** One of these marks or words, as folded. */
export const text = (...texts: readonly string[]): Rule<string> =>
  startsWith(
    texts.map(one => `=${one}`),
    (words, at) => {
      const value = words.text(at);
      return texts.includes(value) ? { value, to: at + 1 } : undefined;
    },
  );

let numberOfOnce = 0;

/** A rule that is read once at each token, however many others ask for it. */
export const once = <T>(rule: Rule<T>): Rule<T> => {
  const id = numberOfOnce++;
  return marked(
    (words, at) => {
      if (!canStart(rule, words, at)) return undefined;
      words.known[id] ??= [];
      const list = words.known[id];
      const known = list[at];
      if (known !== undefined) return (known as Match<T> | null) ?? undefined;
      const match = rule(words, at);
      list[at] = match ?? null;
      return match;
    },
    rule.first,
    rule.isOptional,
  );
};

type Values<Rules extends readonly Rule<unknown>[]> = {
  [Key in keyof Rules]: Rules[Key] extends Rule<infer Value> ? Value : never;
};

/** One after another. */
export const seq = <const Rules extends readonly Rule<unknown>[]>(...rules: Rules): Rule<Values<Rules>> => {
  const must = rules.findIndex(({ isOptional }) => !isOptional);
  const isOptional = must < 0;
  const read: Rule<Values<Rules>> = marked(
    (words, at) => {
      if (!canStart(read, words, at)) return undefined;
      const values: unknown[] = [];
      let to = at;
      for (const rule of rules) {
        const match = rule(words, to);
        if (!match) return undefined;
        values.push(match.value);
        to = match.to;
      }
      return { value: values as Values<Rules>, to };
    },
    union(isOptional ? rules : rules.slice(0, must + 1)),
    isOptional,
  );
  return read;
};

/** The longest of several; of equals the first. */
export const either = <T>(...rules: readonly Rule<T>[]): Rule<T> => {
  const byKind: (readonly Rule<T>[] | undefined)[] = [];
  return marked(
    (words, at) => {
      const { id } = words.kind(at);
      byKind[id] ??= rules.filter(rule => canStart(rule, words, at));
      let best: Match<T> | undefined;
      for (const rule of byKind[id]) {
        const match = rule(words, at);
        if (match && (!best || match.to > best.to)) best = match;
      }
      return best;
    },
    union(rules),
    rules.some(({ isOptional }) => isOptional),
  );
};

export const opt = <T>(rule: Rule<T>): Rule<T | undefined> =>
  marked<T | undefined>(
    (words, at) => (canStart(rule, words, at) ? rule(words, at) : undefined) ?? { value: undefined, to: at },
    rule.first,
    true,
  );

/** Any of several, again and again, up to `most` times; what was passed. */
export const skip = (most: number, ...rules: readonly Rule<string>[]): Rule<readonly string[]> => {
  const any = either(...rules);
  const read = (words: Words, at: number): Match<readonly string[]> => {
    const passed: string[] = [];
    let to = at;
    for (let step = 0; step < most && canStart(any, words, to); step++) {
      const match = any(words, to);
      if (!match) break;
      passed.push(match.value);
      to = match.to;
    }
    return { value: passed, to };
  };
  return marked(read, any.first, true);
};

/** What a rule reads, understood; undefined: it is none after all. */
export const means = <T, U>(rule: Rule<T>, meaning: (value: T) => U | undefined): Rule<U> =>
  marked<U>(
    (words, at) => {
      const match = rule(words, at);
      const value = match && meaning(match.value);
      return match && value !== undefined ? { value, to: match.to } : undefined;
    },
    rule.first,
    rule.isOptional,
  );

/** A rule that stands where the other does not follow. */
export const unless = <T>(rule: Rule<T>, follows: Rule<unknown>): Rule<T> =>
  marked<T>(
    (words, at) => {
      const match = rule(words, at);
      return match && !follows(words, match.to) ? match : undefined;
    },
    rule.first,
    rule.isOptional,
  );
