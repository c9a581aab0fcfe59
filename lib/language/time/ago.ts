import { shape } from './digits.ts';
import { number } from './number.ts';
import { either, means, once, opt, type Rule, seq, skip, text, unless, word } from './rule/rule.ts';
import { type Ago, heard, type Said, type Unit } from './said.ts';

type Quantity = Readonly<{ least: number; most: number; rough?: true }>;

const exactly = (value: number): Quantity => ({ least: value, most: value });
const unitOf = (value: string): Unit | undefined =>
  (['minute', 'hour', 'day', 'week', 'month', 'year'] as const).find(unit => unit === value);

const the = opt(word('t-the'));
/** A week may be called "неділя", which is Sunday otherwise. */
const unit: Rule<Unit> = either<Unit>(
  means(word('unit'), unitOf),
  means(word('t-sunday-week'), () => 'week' as const),
);

const decimal: Rule<number> = (words, at) => {
  const found = shape(words, at);
  return found?.value.is === 'pair' && found.value.secondDigits === 1 && found.value.mark !== '/'
    ? { value: found.value.first + found.value.second / 10, to: found.to }
    : undefined;
};
const amount: Rule<number> = either<number>(
  decimal,
  means(seq(number, opt(word('t-with-half'))), ([{ value, ordinal }, half]) =>
    ordinal ? undefined : value + (half === undefined ? 0 : 0.5),
  ),
);
const joint = seq(either(word('t-to'), word('t-or'), text('-')), opt(text('-')));

const quantity: Rule<Quantity> = once(
  either<Quantity>(
    means(seq(the, word('t-couple'), opt(text('of'))), () => ({ least: 2, most: 2, rough: true })),
    means(seq(the, word('t-few')), () => ({ least: 2, most: 6, rough: true })),
    means(seq(amount, opt(seq(joint, amount))), ([first, second]) =>
      second && second[1] > first ? { least: first, most: second[1] } : exactly(first),
    ),
  ),
);

const minutesToo = either(
  means(
    seq(opt(word('t-and')), amount, either(word('unit', 'minute'), text('м', 'm'))),
    ([, minutes]) => minutes,
  ),
  // "година двадцять тому"
  unless(
    means(number, ({ value, ordinal }) => (ordinal || value < 5 ? undefined : value)),
    word('unit'),
  ),
);
const oneHour = text('година', 'годину', 'час');

/** A length of time: "дві години", "годину", "часа два", "an hour and a half", "годину-дві", "2 год 15 хв". */
const unlessOneHour: Rule<Unit> = (words, at) => {
  const few = number(words, at + 1);
  return few && few.value.value >= 5 && oneHour(words, at) ? undefined : unit(words, at);
};
const length: Rule<Ago> = once(
  either<Ago>(
    means(seq(the, word('t-length')), ([, value]) => {
      const [size, named = ''] = value.split('-');
      const named_ = unitOf(named);
      return named_ && { ...exactly(Number(size)), unit: named_ };
    }),
    means(seq(quantity, unit, opt(word('t-with-half'))), ([{ least, most, rough }, of, half]) => {
      const extra = half === undefined ? 0 : 0.5;
      return heard<Ago>({ least: least + extra, most: most + extra, unit: of, rough });
    }),
    means(seq(quantity, word('unit', 'hour'), minutesToo), ([{ least }, , minutes]) => ({
      ...exactly(least * 60 + minutes),
      unit: 'minute',
    })),
    means(seq(the, either(oneHour, text('hour', '1')), minutesToo), ([, , minutes]) => ({
      ...exactly(60 + minutes),
      unit: 'minute',
    })),
    means(seq(the, unit, opt(word('t-with-half'))), ([, of, half]) => ({
      ...exactly(half === undefined ? 1 : 1.5),
      unit: of,
    })),
    // The number after the unit makes it rough: "часа два", "днів зо два"; "годину-дві" is a range.
    means(
      unless(
        seq(unlessOneHour, skip(2, word('t-at'), word('t-since'), text('зо'), word('t-maybe')), quantity),
        either<unknown>(unit, word('t-oclock')),
      ),
      ([of, , count]) => ({ ...count, unit: of, rough: true }),
    ),
    means(seq(unit, joint, amount), ([of, , most]) => (most > 1 ? { least: 1, most, unit: of } : undefined)),
  ),
);

/** Counting in whole days, months and years names a day, a month, a year; the rest stays a distance from now. */
const counted = ({ least, most, unit: of, rough }: Ago): Said => {
  const isWhole = least === most && Number.isInteger(least) && !rough;
  if (isWhole && of === 'day') return { day: { shift: -least } };
  if (isWhole && of === 'month') return { day: { monthShift: -least } };
  if (isWhole && of === 'year') return { day: { yearShift: -least } };
  return { ago: heard<Ago>({ least, most, unit: of, rough }) };
};

const roughly = (ago: Ago): Ago => {
  const isDays = ago.unit === 'day' && ago.most > 1;
  return ago.unit === 'hour' || ago.unit === 'minute' || isDays ? { ...ago, rough: true } : ago;
};

const vague = either(word('t-about'), word('t-maybe'), text('з', 'с', 'із'));

const leading = skip(3, vague, word('t-the'), word('t-exact'));
const lengthAgo = seq(length, opt(word('t-odd')), word('t-ago'));

/** "менше години тому": since then; "more than two hours ago": up to as much again. */
const unequal: Rule<Said> = means(
  seq(opt(word('t-not')), word('t-than'), length, word('t-ago')),
  ([not, than, { least, most, unit: of }]) => {
    const isLess = (than === 'less') === (not === undefined);
    return { ago: isLess ? { least: 0, most, unit: of } : { least, most: 2 * most, unit: of } };
  },
);

/** "дві години тому", "час назад", "3 days ago", "приблизно дві години тому". */
const past: Rule<Said> = (words, start) => {
  const at = lengthAgo(words, start) ? start : (leading(words, start)?.to ?? start);
  const found = lengthAgo(words, at);
  if (!found) return undefined;
  const [ago, odd] = found.value;
  // The abbreviation "год" is hours in Ukrainian; alone, before the Russian "назад", it is a year.
  const asYear: Ago = words.text(at) === 'год' ? { ...ago, unit: 'year' } : ago;
  const isExact = Array.from({ length: at - start }, (_, step) => words.sense('t-exact', start + step)).some(
    Boolean,
  );
  const from = words.sense('days-from-now', found.to);
  if ((isExact || from) && asYear.unit === 'week' && asYear.least === asYear.most)
    return {
      value: { day: { shift: Number(from?.value ?? 0) - 7 * asYear.least } },
      to: from?.to ?? found.to,
    };
  const isVague = odd !== undefined || (at > start && !isExact && words.sense('t-the', at - 1) === undefined);
  return { value: counted(isVague ? roughly(asYear) : asYear), to: found.to };
};

/** "через годину", "in two hours": ahead of now. */
const ahead: Rule<Said> = means(
  either<Ago>(
    means(seq(word('t-ahead'), length), ([, after]) => after),
    means(seq(unit, word('t-ahead'), quantity), ([of, , count]) => ({ ...count, unit: of })),
  ),
  ({ least, most, unit: of }) => ({ ago: { least: -most, most: -least, unit: of } }),
);

const lately: Rule<Said> = means(word('t-lately'), () => ({
  ago: { least: 0, most: 6, unit: 'day', rough: true },
}));

/** "прошло два дня", "it's been two hours". */
const passed: Rule<Said> = means(
  either(
    means(seq(word('t-passed'), length), ([, ago]) => ago),
    means(seq(length, either(word('t-passed'), unless(text('как'), text('раз')))), ([ago]) => ago),
  ),
  counted,
);

const within = skip(
  3,
  text('за', 'протягом', 'впродовж', 'упродовж', 'в', 'течение', 'у', 'межах'),
  word('t-about'),
);
/** Not English "last", which names the one before this. */
const lastSlavic: Rule<string> = (words, at) => (words.text(at) === 'last' ? undefined : final(words, at));
const final = word('t-final');
const withinThe = seq(text('in', 'within', 'over', 'during'), text('the'));
/** "за останні дві години", "in the last hour": since then. */
const inLast: Rule<Said> = means(
  either(
    means(seq(within, lastSlavic, length), ([, , ago]) => ago),
    means(seq(withinThe, text('last', 'past'), length), ([, , ago]) => ago),
  ),
  ({ most, unit: of }) =>
    of === 'day' && most === 1 ? { day: { shift: -1 } } : { ago: { least: 0, most, unit: of } },
);

const partAgo: Rule<Said> = means(
  seq(number, word('part-name', 'night', 'evening', 'morning'), word('t-ago')),
  ([{ value }, part]) =>
    heard<Said>({
      day: { shift: -value },
      part: part as 'night' | 'evening' | 'morning',
      night: part === 'night' ? 'begins' : undefined,
    }),
);

/** A length before or after something else: "two hours after the attack", "за годину до". */
/** True: what it is beside is told only as "that". */
export const besideAt: Rule<boolean> = means(
  seq(
    either<unknown>(
      seq(opt(either(word('t-ahead'), text('за', 'з', 'с'))), length),
      seq(unit, either(word('t-ahead'), text('за')), quantity),
    ),
    text('after', 'before', 'past', 'після', 'опісля', 'после', 'до', 'перед'),
    opt(text('того', 'цього', 'этого', 'that', 'then', 'it')),
  ),
  ([, , that]) => that !== undefined,
);

export const agoAt: Rule<Said> = either<Said>(past, unequal, lately, passed, inLast, partAgo);
export const aheadAt: Rule<Said> = ahead;
