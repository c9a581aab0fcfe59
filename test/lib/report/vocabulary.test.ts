import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../lib/language/lexicon/lexicon.ts';
import { munitionWords } from '../../../lib/language/words/munition.ts';
import { munitions, munitionTraits } from '../../../lib/report/vocabulary.ts';

describe('a munition', () => {
  it.each(munitions.filter(munition => munition !== 'unknown'))('%s is read in typed words', munition => {
    const named = rowsOf(munitionWords).map(({ sense }) => sense.value.replace(/[*>].*/, '').split('|'));
    expect(named.some(types => types.includes(munition))).toBe(true);
  });

  it.each(munitions)('%s names only those further down that it is taken for', munition => {
    const further: readonly string[] = munitions.slice(munitions.indexOf(munition) + 1);
    for (const other of munitionTraits[munition].takenFor) expect(further).toContain(other);
  });
});
