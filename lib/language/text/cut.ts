let segmenter: Intl.Segmenter | undefined;

/** How far back a character as people see it may begin: longer ones are piles of marks, and may be split between letters. */
const longestCharacter = 64;

/**
 * The beginning of a text, at most `maxLength` UTF-16 units, that ends between two characters as people see them: no emoji,
 * flag or letter with its accents is split. The text must be cleaned already (`cleanText`).
 */
export const beginningOf = (text: string, maxLength: number): string => {
  if (text.length <= maxLength) return text;
  if (maxLength <= 0) return '';
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const from = Math.max(0, maxLength - longestCharacter);
  const around = text.slice(from, maxLength + longestCharacter);
  const start = from + (segmenter.segment(around).containing(maxLength - from)?.index ?? 0);
  return (start > from || from === 0) && start > 0
    ? text.slice(0, start)
    : text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');
};
