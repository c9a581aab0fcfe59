/** What typed words say of a question with a closed list of answers. `several` only where several may be true (areas). */
export type OptionReading<Code extends string> =
  | Readonly<{ kind: 'one'; code: Code }>
  | Readonly<{ kind: 'several'; codes: readonly Code[] }>
  /** The words fit each of these and do not say which: it is asked. */
  | Readonly<{ kind: 'choose'; codes: readonly Code[] }>
  | Readonly<{ kind: 'not_understood' }>;

/** What several named meanings come to: their common codes, or else all of them without those that another absorbs. */
export const narrow = <Code extends string>(
  meanings: readonly (readonly Code[])[],
  absorbs: Readonly<Partial<Record<Code, readonly Code[]>>>,
): readonly Code[] => {
  const [first, ...rest] = meanings;
  if (!first) return [];
  const common = first.filter(code => rest.every(codes => codes.includes(code)));
  if (common.length > 0) return common;
  const certain = new Set(meanings.flatMap(codes => (codes.length === 1 ? codes : [])));
  const specific = meanings.filter(codes => codes.length === 1 || !codes.some(code => certain.has(code)));
  const all = [...new Set(specific.flat())];
  const absorbed = new Set(all.flatMap(code => (certain.has(code) ? (absorbs[code] ?? []) : [])));
  return all.filter(code => !absorbed.has(code));
};

/** One code, several that are all true, or several of which one is meant. */
export const readingOf = <Code extends string>(
  codes: readonly Code[],
  several: boolean,
): OptionReading<Code> => {
  const [code] = codes;
  if (code === undefined) return { kind: 'not_understood' };
  if (codes.length === 1) return { kind: 'one', code };
  return several ? { kind: 'several', codes } : { kind: 'choose', codes };
};

/** The reading of the codes found, with what the whole answer says of knowing. */
export const settle = <Code extends string>(
  codes: readonly Code[],
  found: Readonly<{ unknown: boolean; doubted: boolean }>,
  unknown: Code | undefined,
  several: boolean,
): OptionReading<Code> => {
  if (codes.length === 0)
    return found.unknown && unknown ? { kind: 'one', code: unknown } : { kind: 'not_understood' };
  if (found.doubted && unknown) return { kind: 'choose', codes: [...new Set([...codes, unknown])] };
  return readingOf(codes, several);
};
