/** From and to, both inclusive. */
export type Days = Readonly<{ from: string; to: string }>;

/** A pattern of whole words, in any case. */
export const phrase = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');

/** A text without the marks and spaces that are left at its ends when something is taken out. */
export const tidy = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/^[\s,.;:–—-]+|[\s,.;:–—-]+$/gu, '');
