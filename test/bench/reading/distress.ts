/** `node test/bench/reading/distress.ts`: how long it takes to look for a call for help in the longest message (budget: 5 ms). */
import { recogniseDistress } from '../../../lib/language/distress/distress.ts';
import ninth from '../../lib/language/distress/ninth.json' with { type: 'json' };
import train from '../../lib/language/distress/train.json' with { type: 'json' };

const longest = 4096;
const fill = (text: string): string => text.repeat(Math.ceil(longest / text.length)).slice(0, longest);
const accounts = Object.values(train.other).flat().join('. ');
/** Calls of which none counts, in one sentence: every saying is looked for, and guarded. */
const guarded = [train, ninth]
  .flatMap(({ distress }) => Object.values(distress).flat())
  .map(call => `якщо ${call.replace(/[.!?]+/g, ',')} відео`)
  .join(' ');
const texts = [
  accounts,
  guarded,
  'a ',
  "a'",
  'а',
  '. ',
  'ми ',
  'не ',
  'під ',
  'був допоможіть ',
  "we're not ",
  'помогыты',
];

const fastestMs = (text: string): number =>
  Math.min(
    ...Array.from({ length: 100 }, () => {
      const start = performance.now();
      recogniseDistress(text);
      return performance.now() - start;
    }),
  );

console.table(
  Object.fromEntries(texts.map(text => [text.slice(0, 30), `${fastestMs(fill(text)).toFixed(2)} ms`])),
);
