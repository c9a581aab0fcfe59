import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Gazetteer, loadGazetteer } from '../../../lib/place/gazetteer.ts';
import { readAccount } from '../../../lib/reading/account.ts';
import { sayAccount } from './say.ts';

const account = z.object({
  phase: z.optional(z.string()),
  place: z.optional(z.string()),
  time: z.optional(z.string()),
  effect: z.optional(z.string()),
  munition: z.optional(z.string()),
  delivery: z.optional(z.string()),
  knownBy: z.optional(z.string()),
  killed: z.optional(z.string()),
  injured: z.optional(z.string()),
  areas: z.optional(z.string()),
  source: z.optional(z.string()),
  side: z.optional(z.string()),
  military: z.optional(z.boolean()),
});
const corpusSchema = z.object({ accounts: z.array(z.tuple([z.string(), account])) });

const load = (file: string) =>
  corpusSchema.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))).accounts;

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer('UA');
});

/** 14:30 of a Tuesday in Kyiv. */
const now = new Date('2026-05-12T11:30:00Z');
const context = () => ({ now, zone: 'Europe/Kyiv', locale: 'uk' as const, gazetteer });

const sorted = (areas: string): string => areas.split('+').toSorted().join('+');

type Score = { right: number; filled: number; said: number; misses: string[] };

const score = (corpus: ReturnType<typeof load>): Score => {
  const result: Score = { right: 0, filled: 0, said: 0, misses: [] };
  for (const [text, { military, areas, ...rest }] of corpus) {
    const want: Record<string, string | undefined> = {
      ...rest,
      areas: areas && sorted(areas),
      military: military ? 'yes' : undefined,
    };
    const got = sayAccount(readAccount(text, context()));
    for (const name of new Set([...Object.keys(want), ...Object.keys(got)])) {
      const [wanted, given] = [want[name], got[name]];
      const isSaid = wanted !== undefined && wanted !== '?';
      const isFilled = given !== undefined && given !== '?';
      if (isSaid) result.said++;
      if (isFilled) result.filled++;
      if (isSaid && wanted === given) result.right++;
      else if (isSaid || isFilled)
        result.misses.push(
          `${isFilled ? 'WRONG' : 'empty'} ${name}: wanted ${wanted}, got ${given}   «${text}»`,
        );
    }
  }
  return result;
};

const print = (name: string, { right, filled, said, misses }: Score): void => {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${name}: precision ${percent(right / filled)} (${right} of ${filled} filled), recall ${percent(right / said)} (of ${said} said)\n${misses.join('\n')}`,
  );
};

describe('reading a whole account', () => {
  it('reads the corpus, precise before complete', () => {
    const corpus = load('accounts.json');
    const result = score(corpus);
    print('accounts', result);
    expect(corpus.length).toBeGreaterThanOrEqual(100);
    expect(result.right / result.filled).toBeGreaterThanOrEqual(0.97);
    expect(result.right / result.said).toBeGreaterThanOrEqual(0.8);
  });

  it('reads accounts that the rules were not tuned on, nearly as precisely', () => {
    const corpus = load('accounts-unseen.json');
    const result = score(corpus);
    print('unseen accounts', result);
    expect(corpus.length).toBeGreaterThanOrEqual(30);
  });
});
