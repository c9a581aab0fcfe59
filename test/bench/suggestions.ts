/** How many duplicates are suggested to a moderator, and how many suggestions are wrong, for a set of shelled nights. */
import { nights, type Told } from './parts/nights.ts';
import { type Score, scoreOf } from './parts/suggested.ts';

const set = nights();
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const line = (name: string, { pairs, found, suggestions, wrong }: Score): string =>
  [
    name.padEnd(28),
    `${found} of ${pairs} pairs suggested (${percent(found, pairs)})`.padEnd(44),
    `${wrong} of ${suggestions} suggestions wrong (${percent(wrong, suggestions)})`,
  ].join('');

const both = (how: Told['how']) => (a: Told, b: Told) => a.how === how && b.how === how;
console.log(`${set.length} reports of ${new Set(set.map(({ truth }) => truth)).size} incidents in 14 days`);
console.log(line('all', scoreOf(set)));
console.log(line('both with a pin', scoreOf(set, both('pin'))));
console.log(
  line(
    'one with a pin',
    scoreOf(set, (a, b) => a.how !== b.how),
  ),
);
console.log(line('both name the settlement', scoreOf(set, both('settlement'))));

const start = performance.now();
scoreOf(set);
console.log(`${((performance.now() - start) / set.length).toFixed(2)} ms for the suggestions of one report`);
