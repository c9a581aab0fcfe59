const monthNames = 'January|February|March|April|May|June|July|August|September|October|November|December';
const year = '(?:\\s+(?:19|20)\\d{2})?';
const joined = new RegExp(
  `(?<!\\p{L})(?:from\\s+|between\\s+)?((?:${monthNames})${year})\\s+(?:to|till|until|through|and)\\s+((?:${monthNames})${year})(?!\\p{L})`,
  'iu',
);

/** "From March to May 2022" as "March - May 2022", which is read as one stretch. */
export const withJoinedMonths = (text: string): string => text.replace(joined, '$1 - $2');
