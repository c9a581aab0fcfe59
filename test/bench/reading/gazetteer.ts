/**
 * `node test/bench/reading/gazetteer.ts`: size, load time and memory of the gazetteer, and the time of a search over both
 * corpora (budget: every search under 5 ms).
 */
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readPassage } from '../../../lib/language/passage/passage.ts';
import { findPlaces } from '../../../lib/language/place/mention.ts';
import { searchPlaces } from '../../../lib/language/place/search.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { readPhrases } from '../../lib/language/place/score.ts';

const file = new URL('../../../lib/place/data/UA.json', import.meta.url);
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;
const ms = (milliseconds: number): string => `${milliseconds.toFixed(2)} ms`;
const timed = <Value>(work: () => Value): Readonly<{ value: Value; took: number }> => {
  const start = performance.now();
  return { value: work(), took: performance.now() - start };
};
const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const before = heap();
const start = performance.now();
const gazetteer = await loadGazetteer('UA');
const loadTook = performance.now() - start;
const first = timed(() => searchPlaces(gazetteer, 'під Бахмутом'));
const firstGuess = timed(() => searchPlaces(gazetteer, 'Харьквов'));
const used = heap() - before;

const texts = ['./corpus.jsonl', './holdout.jsonl'].flatMap(readPhrases).map(phrase => phrase.text);
for (const text of texts) searchPlaces(gazetteer, text);
const searches = texts
  .map(text => ({
    text,
    took: Math.min(...[1, 2, 3].map(() => timed(() => searchPlaces(gazetteer, text)).took)),
  }))
  .sort((a, b) => a.took - b.took);
const median = searches[searches.length >> 1];
const worst = searches.at(-1);

const account =
  'Вчора о третій ночі по Малокатеринівці касетами, 8 поранених, троє з них зі швидкої. У Запоріжжі теж чули вибухи. '.repeat(
    8,
  );
findPlaces(gazetteer, readPassage(account));

console.table({
  settlements: gazetteer.settlements.length,
  'file, as committed': megabytes(statSync(file).size),
  'file, gzipped': megabytes(gzipSync(readFileSync(file)).length),
  'load (import and parse)': ms(loadTook),
  'first search (makes the index of names)': ms(first.took),
  'first guess (makes the index of sounds)': ms(firstGuess.took),
  'memory after both (run with --expose-gc)': megabytes(used),
  'searches measured': searches.length,
  'search, median': ms(median?.took ?? 0),
  'search, worst': `${ms(worst?.took ?? 0)} (${worst?.text})`,
  [`places in an account of ${account.length} letters`]: ms(
    timed(() => findPlaces(gazetteer, readPassage(account))).took,
  ),
});
