import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxQuoteLength } from '../../../../lib/incident/publication/quotes.ts';
import type { Checklist, Report } from '../../../../lib/report/report.ts';
import { report } from '../../../support/samples/samples.ts';
import { madeOf } from './samples.ts';

describe('what is quoted', () => {
  const post = {
    text: 'П’ятеро поранених.',
    by: { kind: 'prosecutor', name: 'Офіс', link: 'https://t.me/o/1' },
  } as const;
  const quotesOf = (change: Partial<Report['answers']>, checklist?: Partial<Checklist>) =>
    madeOf([
      {
        ...report,
        answers: { ...report.answers, ...change },
        approvals: checklist && [
          {
            by: 'marko',
            at: report.receivedAt,
            checklist: { militaryPosition: false, identifiesPerson: false, graphic: false, ...checklist },
          },
        ],
      },
    ]).quotes;

  it('is a forwarded post that anybody can read, and no word that a person typed, whatever source they name', () => {
    expect(quotesOf({ post }, {})).toEqual([post]);
    expect(quotesOf({ post: { ...post, by: { ...post.by, link: undefined } } })).toEqual([]);
    expect(quotesOf({ source: post.by, account: post.text })).toEqual([]);
  });

  it('is nothing once a moderator found that something identifies a person, shows a position or is graphic', () => {
    for (const found of ['identifiesPerson', 'militaryPosition', 'graphic'] as const)
      expect(quotesOf({ post }, { [found]: true })).toEqual([]);
  });

  it('is cut between words, never within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1000, maxLength: 1300 }), text => {
        const [{ text: shown = '' } = {}] = quotesOf({ post: { ...post, text } });
        expect(shown.length).toBeLessThanOrEqual(maxQuoteLength);
        expect(shown.isWellFormed()).toBe(true);
        expect(text.startsWith(shown.replace(/ …$/, ''))).toBe(true);
      }),
    );
  });
});
