import { beforeAll, describe, expect, it } from 'vitest';
import { type Gazetteer, loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { readPhrases as readPlaces, scoreOf } from './place/score.ts';
import { readAccounts, readCounts, scoreAccounts, scoreCounts } from './score.ts';
import { judge, readPhrases as readTimes } from './time/corpus.ts';

const file = (name: string): URL => new URL(`check/${name}`, import.meta.url);

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer('UA');
});

/** What strangers wrote, of which nobody who writes rules reads the misses: the floors are what was first reached. */
describe('texts of strangers are read', () => {
  it('in accounts', () => {
    const accounts = readAccounts(file('accounts.json'));
    const { tallies } = scoreAccounts(accounts, gazetteer);
    const { right, filled, said } = tallies.get('all') ?? { right: 0, filled: 0, said: 0 };
    expect(accounts.length).toBeGreaterThanOrEqual(150);
    expect(right / filled).toBeGreaterThanOrEqual(0.95);
    expect(right / said).toBeGreaterThanOrEqual(0.81);
  }, 120_000);

  it('in answers that count people', () => {
    const { right, all, silentlyWrong } = scoreCounts(readCounts(file('counts.json')));
    expect(all).toBeGreaterThanOrEqual(150);
    expect(right).toBeGreaterThanOrEqual(142);
    expect(silentlyWrong).toBeLessThanOrEqual(5);
  });

  it('in answers that say where', () => {
    const { right, misses, silentlyWrong } = scoreOf(gazetteer, readPlaces('../check/places.jsonl'));
    expect(right + misses.length).toBeGreaterThanOrEqual(150);
    expect(right).toBeGreaterThanOrEqual(154);
    expect(silentlyWrong.length).toBeLessThanOrEqual(1);
  });

  it('in answers that say when', () => {
    const phrases = readTimes('../check/times.jsonl');
    const right = phrases.filter(phrase => judge(phrase).isRight);
    expect(phrases.length).toBeGreaterThanOrEqual(150);
    expect(right.length).toBeGreaterThanOrEqual(151);
  });
});
