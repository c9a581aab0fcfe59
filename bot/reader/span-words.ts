import { type Span, spans } from './period.ts';

/** How people call the periods that have a button of their own: the labels of the buttons, and what means the same. */
const words: Readonly<Record<Span, readonly string[]>> = {
  week: ['7 days', '7 днів', '7 дней'],
  month: ['30 days', '30 днів', '30 дней'],
  all: ['all time', 'the war so far', 'весь час', 'увесь час', 'всё время', 'все время'],
};

/** What may stand before them: "for the last 7 days", "за останні 7 днів". */
const before =
  '(?:(?:for|in|over|of|за|у|в|протягом)\\s+)?(?:(?:the)\\s+)?(?:(?:last|past|останні|последние)\\s+)?';

const patterns = (Object.keys(spans) as Span[]).map(span => ({
  span,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${before}(?:${words[span].join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
}));

/** Which of these periods a text names, if it names one, and what is left of it. */
export const takeSpan = (text: string): Readonly<{ span: Span | undefined; rest: string }> => {
  const found = patterns.find(({ pattern }) => pattern.test(text));
  if (!found) return { span: undefined, rest: text };
  const rest = text
    .replace(found.pattern, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–—-]+|[\s,.;:–—-]+$/gu, '');
  return { span: found.span, rest };
};
