import { describe, expect, test } from 'vitest';
import { peopleText, sumText } from '../../../bot/text/people.ts';
import { nothing, type Sum } from '../../../lib/summary/counters.ts';
import { viewIn } from '../../support/screens.ts';

const english = await viewIn('en');
const said = (min: number, max = min, change: Partial<Sum> = {}): Sum => ({
  known: 2,
  min,
  max,
  open: 0,
  about: 0,
  ...change,
});

describe('the people of some incidents', () => {
  test.each<readonly [Sum, number, string]>([
    [said(3, 5), 2, '3–5'],
    [said(0), 2, '0'],
    [said(0, 0, { known: 0 }), 4, 'unknown'],
    [said(20, 20, { about: 1 }), 2, 'about 20'],
    [said(3, 3, { open: 1 }), 2, 'at least 3'],
    [said(53, 53, { open: 1, about: 1 }), 2, 'at least about 53'],
    [said(13), 19, 'at least 13 (known for 2 of 19 incidents)'],
    [said(3, 5), 5, 'at least 3 (known for 2 of 5 incidents)'],
    [said(20, 20, { about: 1 }), 5, 'at least about 20 (known for 2 of 5 incidents)'],
    [said(0), 5, '0 (known for 2 of 5 incidents only)'],
    [said(0, 4), 5, '0–4 (known for 2 of 5 incidents only)'],
  ])('%j of %i incidents are said as "%s"', (sum, incidents, text) => {
    expect(sumText(sum, incidents, english)).toBe(text);
  });

  test('are said with the children, medics and rescuers among them, and how many incidents tell of these', () => {
    const killed = {
      ...nothing.killed,
      ...said(8),
      children: said(1, 1, { known: 1 }),
      medics: said(3),
    };
    expect(peopleText(killed, 2, english)).toBe(
      '8; of whom children: at least 1 (known for 1 of 2 incidents), medics: 3',
    );
  });

  test('are said in Ukrainian and Russian, too', async () => {
    expect(sumText(said(13), 19, await viewIn('uk'))).toBe('щонайменше 13 (відомо для 2 з 19 подій)');
    expect(sumText(said(13), 19, await viewIn('ru'))).toBe('не менее 13 (известно для 2 из 19 событий)');
    expect(sumText(said(53, 53, { open: 1, about: 1 }), 2, await viewIn('uk'))).toBe('щонайменше близько 53');
  });
});
