/** The readers' commands, in a file of their own so that checking for them does not load the readers' part. */
export const readerCommands = [
  'latest',
  'summary',
  'map',
  'incident',
  'changes',
  'follow',
  'unfollow',
  'export',
] as const;

/** A link to an incident, a summary, a map, a list or the corrections: `/start iK7QF2M9XCA`. */
export const readerLink = /^\/start(?:@\w+)? ((?:[islmp][\w-]{1,63}|c[\w-]{0,32}))$/;

/** A message that asks for a map or bars in words: "map of Kharkiv region in March 2022", "карта за березень". */
export const pictureWords =
  /^\s*(?:(?<map>map|карт[аиу]|мап[аиу])|(?<chart>chart|графік|график|діаграма|диаграмма))(?:[\s:,]+(?<rest>[^\n]{0,100}))?\s*$/iu;
