import { expect, test } from 'vitest';
import { likenessText } from '../../../bot/text/likeness.ts';
import { findCountry } from '../../../lib/country.ts';
import type { Reason } from '../../../lib/incident/duplicate.ts';
import { catalogues } from '../../support/catalogues.ts';

const reason: Reason = {
  score: 2,
  distanceMetres: 2000,
  withinMetres: 500,
  apartMinutes: 0,
  precision: 'day',
  munition: 'same',
};

test.each([
  ['uk', 'одне й те саме свідчення, передане двічі: це один голос'],
  ['en', 'one statement told twice: it counts as one voice'],
  ['ru', 'одно и то же свидетельство, переданное дважды: это один голос'],
] as const)('a suggestion says in %s when both hand on one statement, and only then', (locale, mark) => {
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const view = { t: catalogues[locale], locale, country };
  expect(likenessText({ ...reason, sameStatement: true }, 'mortar', view)).toContain(`; ${mark}`);
  expect(likenessText(reason, 'mortar', view)).not.toContain(mark);
});
