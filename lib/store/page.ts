/** One page of a list. Cursors are short (19 characters) and may come from a button: a malformed one means the first page. */
export type PageRequest = Readonly<{
  limit: number;
  /** The page that follows this cursor … */
  after?: string | undefined;
  /** … or the one that precedes it. */
  before?: string | undefined;
}>;

export type Page<Item> = Readonly<{
  items: readonly Item[];
  /** For `after`: there are more. */
  next?: string | undefined;
  /** For `before`: this is not the first page. */
  previous?: string | undefined;
}>;
