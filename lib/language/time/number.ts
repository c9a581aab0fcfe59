import type { Match } from './rule/kind.ts';
import { once, type Rule, startsWith } from './rule/rule.ts';
import type { Words } from './rule/words.ts';

export type NumberRead = Readonly<{
  value: number;
  /** A named place in a row ("п'ятого", "5-го"): which of its forms tells a day from an hour. */
  ordinal?: 'day' | 'hour' | 'other';
  /** As typed, when in digits. */
  digits?: string;
}>;

/** Masculine and neuter forms name a day, feminine ones an hour ("година"). */
const dayEnding = /(?:ого|его|го|[^о]е|ое|є|th|st|nd|rd|first|second|third)$/;
const hourEnding = /(?:а|я|ої|єї|ьої|ій|у|ю|ою|ой|ей|ая|ую|й|ї)$/;

const ordinalBy = (form: string): 'day' | 'hour' | 'other' => {
  if (dayEnding.test(form)) return 'day';
  return hourEnding.test(form) && !/[иы]й$/.test(form) ? 'hour' : 'other';
};

/** What is written after digits of an ordinal: "5-го", "3-тя", "21st". */
const suffix =
  /^(?:го|ого|ої|ій|й|я|ї|ю|ою|му|е|а|ая|ую|ой|ей|ого|тій|тої|та|ту|тою|га|гої|гій|гу|тя|тю|тьої|ма|мої|мій|ша|шої|шій|шу|те|ше|ге|тє|ме|ті|го|тя|st|nd|rd|th)$/;

const digitsAt = ({ passage: { tokens } }: Words, at: number): Match<NumberRead> | undefined => {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length > 4) return undefined;
  const dashed = tokens[at + 1]?.text === '-' && tokens[at + 1]?.glued ? at + 2 : at + 1;
  const ending = tokens[dashed];
  const written =
    ending?.glued &&
    ending.kind === 'word' &&
    (suffix.test(ending.text) || (dashed > at + 1 && /^(?:м|ом|му)$/.test(ending.text)))
      ? ending.text
      : undefined;
  return {
    value: {
      value: Number(token.text),
      digits: token.text,
      ordinal: written === undefined ? undefined : ordinalBy(written),
    },
    to: written === undefined ? at + 1 : dashed + 1,
  };
};

const ordinalAt = (words: Words, at: number): Match<NumberRead> | undefined => {
  const found = words.sense('ordinal', at);
  return (
    found && {
      value: { value: Number(found.value), ordinal: ordinalBy(words.text(at)) },
      to: at + 1,
    }
  );
};

/** One word of a number. */
export const numeral: Rule<NumberRead> = startsWith(['#'], (words, at) => {
  const value = words.numeral(at);
  return value === undefined || value >= 100 ? undefined : { value: { value }, to: at + 1 };
});

/** A whole number below 100, or four digits, in digits or words ("двадцять п'ятого", "twenty-one"). */
export const number: Rule<NumberRead> = once(
  startsWith(['#', 'ordinal'], (words, at) => {
    const tens = numeral(words, at);
    const single = tens ? undefined : (digitsAt(words, at) ?? ordinalAt(words, at));
    if (single) return single;
    if (!tens || tens.value.value < 20) return tens;
    const after = words.text(at + 1) === '-' ? at + 2 : at + 1;
    const rest = ordinalAt(words, after) ?? numeral(words, after);
    const isUnit = rest && rest.value.value > 0 && rest.value.value < 10;
    return isUnit
      ? { value: { ...rest.value, value: tens.value.value + rest.value.value }, to: rest.to }
      : tens;
  }),
);
