/** What a rule read from a place, and the token after it. */
export type Match<T> = Readonly<{ value: T; to: number }>;

/** What tokens are to the rules: one object for all that are alike. */
export type Kind = Readonly<{ id: number; names: ReadonlySet<string> }>;

const asked = new Set<string>();
const kinds = new Map<string, Kind>();

/** Notes what a rule begins with: one of these families of words, `=text`, or `#` for a number. */
export const ask = (names: readonly string[]): void => {
  for (const name of names) asked.add(name);
};

/** The kind of a token that is all these; what no rule begins with does not matter. */
export const kindOf = (all: readonly string[]): Kind => {
  const names = all.filter(name => asked.has(name));
  const key = names.join();
  let kind = kinds.get(key);
  if (!kind) {
    kind = { id: kinds.size, names: new Set(names) };
    kinds.set(key, kind);
  }
  return kind;
};
