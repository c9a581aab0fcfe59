import type { Span } from '../passage/passage.ts';

/**
 * What a text says of one question: a value where it says it plainly, or options where it says it in a way that must be
 * asked (two places, two numbers, doubt). `words` is where it stands.
 */
export type Field<Value> = Readonly<{ words: Span }> &
  (Readonly<{ sure: true; value: Value }> | Readonly<{ sure: false; options: readonly Value[] }>);

export const sure = <Value>(value: Value, words: Span): Field<Value> => ({ sure: true, value, words });
export const unsure = <Value>(options: readonly Value[], words: Span): Field<Value> => ({
  sure: false,
  options,
  words,
});

/** One option is certain, several must be asked, none says nothing. */
export const fieldOf = <Value>(options: readonly Value[], words: Span): Field<Value> | undefined => {
  const [only] = options;
  if (only === undefined) return undefined;
  return options.length === 1 ? sure(only, words) : unsure(options, words);
};

/** What is filled becomes an option. */
export const asked = <Value>(field: Field<Value> | undefined): Field<Value> | undefined =>
  field?.sure ? unsure([field.value], field.words) : field;
