import { readCount } from '../language/answer/count.ts';
import type { Count, Range } from '../report/count.ts';
import { casualtyGroups } from '../report/vocabulary.ts';
import type { Mapping, Read } from './mapping.ts';
import { type Findings, isFormula, quoted } from './problem.ts';
import { type Row, readText } from './row.ts';

type Harm = 'killed' | 'injured';

/** More people than any count may hold are a typing error. */
const most = 100_000;

/**
 * How many were killed, or injured, as exactly as the row says: "at least 8", "5-7" and "about 20" stay that. Undefined, with a
 * problem, when it is no number of people.
 */
export const readPeople = (row: Row, mapping: Mapping, harm: Harm, findings: Findings): Count | undefined => {
  const people = mapping[harm];
  if (!people) return 'unknown';
  const { refuse } = findings;
  const read = (one: Read | undefined, field: string = harm) =>
    numberOf(readText(row, one), harm, { field, zeroIsUnknown: mapping.zeroIsUnknown === true, findings });
  const [told, least, greatest] = [read(people.count), read(people.min), read(people.max)];
  if (told === undefined || least === undefined || greatest === undefined) return undefined;
  const total = told === 'unknown' ? bounds(least, greatest) : told;
  if (total === 'reversed')
    return refuse('number', harm, `at most ${ends(greatest)} is less than at least ${ends(least)}`);
  const groups = casualtyGroups.flatMap(group => {
    const one = people.of?.[group];
    const count = one && read(one, `${harm}, ${group}`);
    return count && count !== 'unknown' ? [[group, withoutGroups(count)] as const] : [];
  });
  if (groups.length === 0) return total;
  const named = Math.max(...groups.map(([, range]) => range.min));
  // Of an unknown number three were medics: at least three.
  if (total === 'unknown') return { min: named, of: Object.fromEntries(groups) };
  const above = groups.find(([, range]) => total.max !== undefined && range.min > total.max);
  if (above) return refuse('number', harm, `${above[1].min} ${above[0]} are more than all ${total.max}`);
  return { ...total, of: { ...total.of, ...Object.fromEntries(groups) } };
};

const ends = (count: Count): number => (count === 'unknown' ? 0 : (count.max ?? count.min));

const withoutGroups = ({ min, max, about }: Exclude<Count, 'unknown'>): Range => ({ min, max, about });

const bounds = (least: Count, greatest: Count): Count | 'reversed' => {
  const max = greatest === 'unknown' ? undefined : (greatest.max ?? greatest.min);
  if (least === 'unknown') return max === undefined ? 'unknown' : { min: 0, max };
  if (max !== undefined && max < least.min) return 'reversed';
  return { min: least.min, max };
};

/** What files write where they say nothing. */
export const nothingSaid = new Set([
  '',
  '-',
  '–',
  '—',
  '?',
  'n/a',
  'na',
  'nan',
  'null',
  'unknown',
  'not known',
]);

const numberOf = (
  text: string | undefined,
  harm: Harm,
  {
    field,
    zeroIsUnknown,
    findings: { refuse },
  }: Readonly<{ field: string; zeroIsUnknown: boolean; findings: Findings }>,
): Count | undefined => {
  if (text === undefined || nothingSaid.has(text.toLowerCase())) return 'unknown';
  // Spreadsheets write whole numbers as 3.0.
  const digits = /^(\d{1,9})(?:\.0+)?$/.exec(text)?.[1];
  if (digits !== undefined) {
    const n = Number(digits);
    if (n > most) return refuse('number', field, `${n} is more people than an incident can hold`);
    return n === 0 && zeroIsUnknown ? 'unknown' : { min: n, max: n };
  }
  if (/^[-−–]\s*\d/.test(text)) return refuse('number', field, `${text} is below zero`);
  if (isFormula(text)) return refuse('number', field, `${quoted(text)} is a formula`);
  const reading = readCount(text, harm);
  if (reading.kind === 'understood') return reading.count;
  if (reading.kind === 'contradiction' && reading.reason === 'reversed')
    return refuse('number', field, `${quoted(text)} has its greater end first`);
  return refuse('number', field, `${quoted(text)} is no number of people`);
};
