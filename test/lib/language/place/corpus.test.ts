import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { readPhrases, scoreOf } from './score.ts';

const gazetteer = await loadGazetteer('UA');

/** `corpus` was written before the search was tuned; `holdout` after, and nothing was tuned to it. */
describe.each([
  { file: './corpus.jsonl', least: 250, floor: 0.98 },
  { file: './holdout.jsonl', least: 80, floor: 0.95 },
])('the phrases of $file', ({ file, least, floor }) => {
  const phrases = readPhrases(file);
  const score = scoreOf(gazetteer, phrases);

  it('are many', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(least);
  });

  it('are right as the first suggestion or among the buttons', () => {
    const share = score.right / phrases.length;
    console.log(`${file}: ${score.right} of ${phrases.length} right\n  ${score.misses.join('\n  ')}`);
    expect(share).toBeGreaterThanOrEqual(floor);
  });

  it('are never silently wrong', () => {
    expect(score.silentlyWrong).toEqual([]);
  });
});
