import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { nextId } from '../../identity/receipt.ts';
import { marshal, type Raw, rawKey } from './item.ts';
import type { Key } from './keys.ts';
import { queryReadable } from './query.ts';
import type { RecordsIndex } from './tables.ts';

/** One page of a list. Cursors are short (19 characters) and may come from a button: a malformed one means the first page. */
export type PageRequest = Readonly<{
  limit: number;
  /** The page that follows this cursor. */
  after?: string | undefined;
  /** The page that precedes this cursor. Give one of the two at most. */
  before?: string | undefined;
}>;

export type Page<Item> = Readonly<{
  items: readonly Item[];
  /** How many items were skipped because they could not be read, and their keys. */
  unreadable?: number;
  skipped?: readonly string[];
  /** For `after`: there are more. */
  next?: string | undefined;
  /** For `before`: this is not the first page. */
  previous?: string | undefined;
}>;

/** An ordered list: the items of an index that have all the attributes `where`, by the instant `by` and then the id. */
export type List<Item> = Readonly<{
  table: string;
  index: RecordsIndex;
  where: Readonly<Record<string, string | undefined>>;
  /** The attribute of the index that orders the list. */
  by: string;
  /** Only what is not later than this in that order. */
  until?: string | undefined;
  /** Only what is not earlier than this in that order. Give one of the two at most. */
  since?: string | undefined;
  /** For an item that does not belong to the list: behind which instant `by` it goes on. Undefined for one that does. */
  leap?: ((raw: Raw, isBackwards: boolean) => string | undefined) | undefined;
  keyOf: (id: string) => Key;
  order: 'oldest first' | 'newest first';
  parse: (raw: Raw) => Item;
}>;

/** The items of a list, as a query. */
export const listQuery = ({
  table,
  index,
  where,
  by,
  until,
  since,
}: Pick<List<unknown>, 'table' | 'index' | 'where' | 'by' | 'until' | 'since'>) => {
  const bounds: Readonly<Record<string, string>> = { until: '<=', since: '>=' };
  const wanted = Object.entries({ ...where, until, since }).filter(([, value]) => value !== undefined);
  return {
    table,
    index,
    expression: wanted
      .map(([name]) => (bounds[name] ? `#${by} ${bounds[name]} :${name}` : `#${name} = :${name}`))
      .join(' AND '),
    values: Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])),
  };
};

/** Sorts behind every id. */
const lastId = '~';

/** One page of a list, in one query as long as all of its items can be read and belong to it. */
export const readPage = async <Item>(
  client: DynamoDBClient,
  list: List<Item>,
  { limit, after, before }: PageRequest,
): Promise<Page<Item>> => {
  const { where, by, keyOf, order, parse, leap } = list;
  const backwards = after === undefined && before !== undefined;
  const position = readCursor(after ?? before);
  const startAt = ({ at, id }: NonNullable<typeof position>): Raw => ({
    ...rawKey(keyOf(id)),
    ...marshal({ ...where, [by]: at, id }),
  });
  const { items, skipped, end } = await queryReadable(
    client,
    { ...listQuery(list), order: (order === 'oldest first') !== backwards ? 'ascending' : 'descending' },
    parse,
    {
      // One more than is shown tells whether there are more.
      most: limit + 1,
      start: position && startAt(position),
      leap:
        leap &&
        (raw => {
          const at = leap(raw, backwards);
          return at === undefined ? undefined : startAt({ at, id: lastId });
        }),
    },
  );
  const shown = items.slice(0, limit);
  const hasMore = items.length > limit;
  const first = shown.at(0)?.raw;
  const last = hasMore ? shown.at(-1)?.raw : (end ?? shown.at(-1)?.raw);
  const isCut = hasMore || end !== undefined;
  const cursor = (raw: Raw | undefined) => raw && formatCursor({ at: raw[by]?.S ?? '', id: raw.id?.S ?? '' });
  const passed = hasMore ? skipped.slice(0, shown.at(-1)?.skipped) : skipped;
  const page = { items: shown.map(({ item }) => item), unreadable: passed.length, skipped: passed };
  if (backwards)
    return {
      ...page,
      items: page.items.reverse(),
      next: position && cursor(first),
      previous: isCut ? cursor(last) : undefined,
    };
  return { ...page, next: isCut ? cursor(last) : undefined, previous: position && cursor(first) };
};

/** One page of a list that was read whole, newest first. */
export const pageOf = <Item extends { readonly id: string }>(
  all: readonly Item[],
  by: keyof Item & string,
  { limit, after, before }: PageRequest,
): Page<Item> => {
  const cursor = (item: Item): string => formatCursor({ at: String(item[by]), id: item.id });
  const sorted = all.toSorted((a, b) => (cursor(a) < cursor(b) ? 1 : -1));
  const position = readCursor(after ?? before) && (after ?? before);
  const backwards = after === undefined && position !== undefined;
  const isBeyond = (item: Item) => position === undefined || cursor(item) < position;
  // Going back, the page ends with the last item that is newer than the position.
  const end = sorted.filter(item => position !== undefined && cursor(item) > position).length;
  const start = backwards ? Math.max(0, end - limit) : sorted.filter(item => !isBeyond(item)).length;
  const items = sorted.slice(start, backwards ? end : start + limit);
  const [first, last] = [items.at(0), items.at(-1)];
  return {
    items,
    next: last && start + items.length < sorted.length ? cursor(last) : undefined,
    previous: first && start > 0 ? cursor(first) : undefined,
  };
};

/**
 * One page of several lists together, newest first: each list was asked for the same page of `limit` after the same
 * cursor.
 */
export const mergePages = <Item extends { readonly id: string }>(
  pages: readonly Page<Item>[],
  by: keyof Item & string,
  limit: number,
): Page<Item> => {
  const cursor = (item: Item): string => formatCursor({ at: String(item[by]), id: item.id });
  // Beyond the end of a page that has a next one it is not known what that list holds. Cursors sort by time, then id.
  const horizon = pages
    .flatMap(({ next }) => next ?? [])
    .sort()
    .at(-1);
  const all = pages
    .flatMap(({ items }) => items)
    .filter(item => horizon === undefined || cursor(item) >= horizon)
    .sort((a, b) => (cursor(a) < cursor(b) ? 1 : -1));
  const items = all.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    unreadable: pages.reduce((total, { unreadable = 0 }) => total + unreadable, 0),
    next: all.length > limit && last ? cursor(last) : horizon,
  };
};

/** How many items one page of what is wanted looks at before it says what it has; and while it has nothing, of all lists together. */
const mostLookedAt = 1000;
const mostLookedAtInVain = 5000;

/**
 * One page of several lists together, of those items that are wanted, newest first. Where few are, it may hold fewer than
 * `limit` and have a next one all the same.
 */
export const readWanted = async <Item extends { readonly id: string }>(
  client: DynamoDBClient,
  lists: readonly List<Item>[],
  { limit, after, before }: PageRequest,
  isWanted: ((item: Item) => boolean) | undefined,
): Promise<Page<Item>> => {
  const [list] = lists;
  if (!list || (lists.length === 1 && !isWanted))
    return list ? readPage(client, list, { limit, after, before }) : { items: [] };
  const by = list.by as keyof Item & string;
  const position = readCursor(after ?? before) && (after ?? before);
  const isBackwards = after === undefined && position !== undefined;
  const size = isWanted ? Math.max(limit + 1, mostLookedAt / 4) : limit + 1;
  const items: Item[] = [];
  const skipped: string[] = [];
  let cursor = position;
  let lookedAt = 0;
  const most = () =>
    items.length > 0 ? mostLookedAt : Math.max(mostLookedAt, mostLookedAtInVain / lists.length);
  do {
    const request = { limit: size, [isBackwards ? 'before' : 'after']: cursor };
    const pages = await Promise.all(lists.map(one => readPage(client, one, request)));
    const merged = isBackwards ? mergeBack(pages, by, size) : mergePages(pages, by, size);
    // What stands in two of the lists comes once.
    const wanted = merged.items.filter(
      (item, at, all) => (isWanted?.(item) ?? true) && all.findIndex(({ id }) => id === item.id) === at,
    );
    if (isBackwards) items.unshift(...wanted);
    else items.push(...wanted);
    skipped.push(...pages.flatMap(page => page.skipped ?? []));
    cursor = isBackwards ? merged.previous : merged.next;
    lookedAt += size;
  } while (cursor !== undefined && items.length <= limit && lookedAt < most());
  const shown = isBackwards ? items.slice(-limit) : items.slice(0, limit);
  const onward = items.length > limit ? cursorOf(by, isBackwards ? shown.at(0) : shown.at(-1)) : cursor;
  const page = { items: shown, unreadable: skipped.length, skipped };
  if (isBackwards) return { ...page, next: cursorOf(by, shown.at(-1)), previous: onward };
  return { ...page, next: onward, previous: position && cursorOf(by, shown.at(0)) };
};

/** As `mergePages`, of pages that precede a cursor. */
const mergeBack = <Item extends { readonly id: string }>(
  pages: readonly Page<Item>[],
  by: keyof Item & string,
  limit: number,
): Page<Item> => {
  const horizon = pages
    .flatMap(({ previous }) => previous ?? [])
    .sort()
    .at(0);
  const all = pages
    .flatMap(({ items }) => items)
    .filter(item => horizon === undefined || (cursorOf(by, item) ?? '') <= horizon)
    .sort((a, b) => ((cursorOf(by, a) ?? '') < (cursorOf(by, b) ?? '') ? 1 : -1));
  const items = all.slice(-limit);
  return { items, previous: all.length > limit ? cursorOf(by, items.at(0)) : horizon };
};

const cursorOf = <Item extends { readonly id: string }>(
  by: keyof Item & string,
  item: Item | undefined,
): string | undefined => item && formatCursor({ at: String(item[by]), id: item.id });

/** The position right before an item in a list newest first: from there on the list begins with it. `at` is what orders the list. */
export const cursorBefore = ({ at, id }: Position): string => {
  const next = nextId(id);
  return next === undefined
    ? formatCursor({ at: new Date(Date.parse(at) + 1).toISOString(), id: '0000000000' })
    : formatCursor({ at, id: next });
};

/** The place in the list of corrections above all those of a day. */
export const topOfDay = (date: string): string =>
  `${formatInstantKey(`${date}T00:00:00.000Z`)}ZZZZZZZZZZ999999`;

type Position = Readonly<{ at: string; id: string }>;

const instantDigits = 9;
/** The last instant that a date can hold. */
const latestMs = 8.64e15;

/** An instant as 9 digits of base 36 (until the year 5188), whose text order is that of time. */
export const formatInstantKey = (at: string): string =>
  Date.parse(at).toString(36).padStart(instantDigits, '0');

/** The instant of such digits; undefined when there is none. */
export const readInstantKey = (digits: string | undefined): string | undefined => {
  const milliseconds = /^[0-9a-z]{9}$/.test(digits ?? '') ? Number.parseInt(digits ?? '', 36) : Number.NaN;
  return milliseconds <= latestMs ? new Date(milliseconds).toISOString() : undefined;
};

const formatCursor = ({ at, id }: Position): string => formatInstantKey(at) + id;

const readCursor = (cursor: string | undefined): Position | undefined => {
  const [, digits, id] = cursor?.match(/^([0-9a-z]{9})([0-9A-Z]{10})$/) ?? [];
  const at = readInstantKey(digits);
  return at !== undefined && id !== undefined ? { at, id } : undefined;
};
