/** What typed words say of a question with a closed list of answers. `several` only where several may be true (areas). */
export type OptionReading<Code extends string> =
  | Readonly<{ kind: 'one'; code: Code }>
  | Readonly<{ kind: 'several'; codes: readonly Code[] }>
  /** The words fit each of these and do not say which: it is asked. */
  | Readonly<{ kind: 'choose'; codes: readonly Code[] }>
  | Readonly<{ kind: 'not_understood' }>;

/** Reads a typed answer to a question whose buttons are the codes of one vocabulary of lib/report/vocabulary.ts. */
export const readOption = <Code extends string>(
  _text: string,
  _vocabulary: readonly Code[],
): OptionReading<Code> => ({
  kind: 'not_understood',
});
