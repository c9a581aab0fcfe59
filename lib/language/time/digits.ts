import { once, type Rule, startsWith } from './rule/rule.ts';

/** What digits and marks may be by their shape alone. */
export type Shape =
  | Readonly<{ is: 'instant'; instant: Date }>
  | Readonly<{ is: 'clock'; hour: number; minute: number }>
  | Readonly<{ is: 'date'; day: number; month: number; year: number; orderKnown: boolean }>
  /** A month and a year: "03.2022". */
  | Readonly<{ is: 'month'; month: number; year: number }>
  /** Two numbers with a mark between: a day and a month, an hour and its minutes, or a decimal. */
  | Readonly<{ is: 'pair'; first: number; second: number; mark: string; secondDigits: number }>;

type Groups = readonly (string | undefined)[];
type Form = Readonly<{ pattern: RegExp; make: (groups: Groups) => Shape | undefined }>;

const num = (digits: string | undefined): number => Number(digits);
const fullYear = (digits: string | undefined): number =>
  digits?.length === 2 ? 2000 + num(digits) : num(digits);

const date = (day?: string, month?: string, year?: string, orderKnown = true): Shape => ({
  is: 'date',
  day: num(day),
  month: num(month),
  year: fullYear(year),
  orderKnown,
});

/** In the order in which they are tried. */
const forms: readonly Form[] = [
  {
    pattern: /\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})/iy,
    make: ([all = '']) => {
      const instant = new Date(all.toUpperCase());
      return Number.isNaN(instant.getTime()) ? undefined : { is: 'instant', instant };
    },
  },
  {
    pattern: /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y,
    make: ([, year, , month, day]) => date(day, month, year),
  },
  {
    // "11.05. 19.20" names no year.
    pattern: /(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}(?!\d)|\d{2}(?!\d|[.:]\d{2}(?!\d)))/y,
    make: ([, day, mark, month, year]) => date(day, month, year, mark === '.'),
  },
  {
    pattern: /(\d{1,2})[\s,](\d{1,2})[\s,](20\d{2})(?!\d)/y,
    make: ([, day, month, year]) => (num(day) <= 31 && num(month) <= 12 ? date(day, month, year) : undefined),
  },
  {
    pattern: /(\d{1,2})[./](20\d{2})(?!\d)/y,
    make: ([, month, year]) =>
      num(month) >= 1 && num(month) <= 12 ? { is: 'month', month: num(month), year: num(year) } : undefined,
  },
  {
    pattern: /(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?\+0?[23]:?00)?(?!\d|:\d)/y,
    make: ([, hour, minute]) => ({ is: 'clock', hour: num(hour), minute: num(minute) }),
  },
  {
    pattern:
      /(\d{1,2})\s?(?:год|г|h|ч)\.?\s?(\d{2})(?!\d|[-./]\d|\s?(?:год|днів|дней|days|(?:хв|мин|м|min|m)?\S*\s+(?:тому|назад|ago)))(?:\s?(?:хв|мин|min|м)(?!\p{L})\.?)?/iuy,
    make: ([, hour, minute]) =>
      num(hour) < 25 && num(minute) < 60 ? { is: 'clock', hour: num(hour), minute: num(minute) } : undefined,
  },
  {
    pattern: /(\d{1,2})([./,])(\d{1,2})(?![\d%])/y,
    make: ([, first, mark = '', second = '']) => ({
      is: 'pair',
      first: num(first),
      second: num(second),
      mark,
      secondDigits: second.length,
    }),
  },
];

/** The shape that begins at a token of digits. */
export const shape: Rule<Shape> = once(
  startsWith(['#'], ({ passage: { text, tokens }, sense }, at) => {
    const token = tokens[at];
    if (token?.kind !== 'number') return undefined;
    for (const { pattern, make } of forms) {
      pattern.lastIndex = token.start;
      const groups = pattern.exec(text);
      const made = groups && make(groups);
      if (!groups || !made) continue;
      const end = token.start + groups[0].length;
      let to = at + 1;
      while ((tokens[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to++;
      // "о 17 год. 11 травня"
      if (made.is === 'clock' && sense('month', to)) continue;
      return { value: made, to };
    }
    return undefined;
  }),
);
