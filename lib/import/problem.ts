/** What can be wrong with a row. By these the summary at the end counts. */
const problemKinds = [
  'unreadable',
  'id',
  'repeated',
  'date',
  'place',
  'outside',
  'number',
  'munition',
  'code',
  'source',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** Why a row is refused: which part of a report is wrong, and what is wrong with it, in words. */
export type Problem = Readonly<{ kind: ProblemKind; field: string; says: string }>;

/** Collects what is found in one row: problems, for which it is refused, and notes on what could not be kept as it was. */
export type Findings = Readonly<{
  refuse: (kind: ProblemKind, field: string, says: string) => undefined;
  note: (field: string, says: string) => void;
}>;

/** What a spreadsheet would reckon: what number it stood for there, the file does not say. */
export const isFormula = (text: string): boolean =>
  /^[=+@]\s*[\p{L}\d("']/u.test(text) && !/^\+\d+$/.test(text);

/** A value as it is quoted in a message. */
export const quoted = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`;
