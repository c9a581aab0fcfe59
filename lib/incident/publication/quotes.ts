import type { Post, Report } from '../../report/report.ts';

/** How much of a post is quoted, in UTF-16 units: as much as previews, cards and lists have room for. Its link has the rest. */
export const maxQuoteLength = 1000;

/**
 * What is quoted of a report: the words of a forwarded post that anybody can read at its link, and never a word that a
 * person typed, whoever they say wrote it. Nothing once a moderator who approved it found something in it that identifies
 * a person, shows a military position, or is graphic.
 */
export const publicQuote = ({
  answers: { post },
  approvals = [],
}: Pick<Report, 'answers' | 'approvals'>): Post | undefined => {
  const isWithheld = approvals.some(({ checklist }) => Object.values(checklist).includes(true));
  return post?.by.link === undefined || isWithheld ? undefined : { ...post, text: beginningOf(post.text) };
};

/** At most `maxQuoteLength`, cut between words, or at least not within a character. */
const beginningOf = (text: string): string =>
  text.length <= maxQuoteLength
    ? text
    : `${text.slice(0, maxQuoteLength - 2).replace(/\s+\S*$|[\uD800-\uDBFF]$/, '')} …`;
