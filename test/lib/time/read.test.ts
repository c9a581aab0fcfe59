import { describe, expect, it } from 'vitest';
import { readTime } from '../../../lib/time/read.ts';
import { toInstant } from '../../../lib/time/zone.ts';
import { meaningOf, type Phrase, readPhrases } from './corpus.ts';

const zone = 'Europe/Kyiv';
const read = ({ text, now = '2026-05-12T14:20', locale = 'uk' }: Phrase): string =>
  meaningOf(readTime(text, { now: toInstant(now, zone), zone, locale }));

/** Prints the misses and the share that is right in value and precision. */
const score = (name: string): number => {
  const phrases = readPhrases(name);
  const misses = phrases.filter(phrase => read(phrase) !== phrase.means);
  for (const phrase of misses) console.log(`${phrase.text}: ${phrase.means}, but read as ${read(phrase)}`);
  console.log(`${name}: ${phrases.length - misses.length} of ${phrases.length} right`);
  return 1 - misses.length / phrases.length;
};

describe('a typed time', () => {
  it('is understood in value and precision across the corpus', () => {
    expect(score('corpus.jsonl')).toBeGreaterThanOrEqual(0.98);
  });
});
