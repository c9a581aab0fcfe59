import type { Country } from '../../lib/country.ts';
import { type Munition, munitions } from '../../lib/report/vocabulary.ts';
import type { QueueFilter } from '../../lib/store/records/queue.ts';

/** The lists of a moderator: what waits for the team, what they have taken, what waits for witnesses. */
export const queueLists = ['waiting', 'mine', 'asked'] as const;
export type QueueList = (typeof queueLists)[number];

/** How long something has waited at least, in hours: what a moderator may ask for. */
export const queueAges = [1, 6, 24] as const;
export type QueueAge = (typeof queueAges)[number];

/** What of the queue a screen shows. `cursor` is a page of it: `a` or `b` (after, before) and where. */
export type QueueView = Readonly<{
  list: QueueList;
  region?: string;
  munition?: Munition;
  age?: QueueAge;
  cursor?: string;
}>;

export const wholeQueue: QueueView = { list: 'waiting' };

const pattern = /^([wma])\.(1|6|24)?\.([0-9a-z])?\.([0-9A-Z]{1,3})?\.([ab][0-9a-z]{9}[0-9A-Z]{10})?$/;
const letters: Readonly<Record<QueueList, string>> = { waiting: 'w', mine: 'm', asked: 'a' };

/**
 * A view of the queue as a part of a press, at most 31 characters: every card opened from it carries it, for the way
 * back. A region goes without its country, a munition as its place in the vocabulary, to which is only ever added.
 */
export const queuePath = ({ list, age, munition, region, cursor }: QueueView): string =>
  [
    letters[list],
    age ?? '',
    munition === undefined ? '' : munitions.indexOf(munition).toString(36),
    region?.slice(region.indexOf('-') + 1) ?? '',
    cursor ?? '',
  ].join('.');

export const isQueuePath = (part: string): boolean => pattern.test(part);

/** The view that a press names; undefined for one that no button ever had. */
export const readQueuePath = (part: string, country: Country): QueueView | undefined => {
  const [, letter, hours, index, code, cursor] = pattern.exec(part) ?? [];
  const list = queueLists.find(one => letters[one] === letter);
  if (!list) return undefined;
  const age = queueAges.find(one => String(one) === hours);
  const munition = index === undefined ? undefined : munitions[Number.parseInt(index, 36)];
  const region = country.regions.find(one => one.code === `${country.code}-${code}`)?.code;
  return {
    list,
    ...(age && { age }),
    ...(munition && { munition }),
    ...(region && { region }),
    ...(cursor && { cursor }),
  };
};

const hourMs = 60 * 60_000;

/** What the store is asked for, at an instant. */
export const filterOf = ({ list, region, munition, age }: QueueView, now: Date): QueueFilter => ({
  state: list === 'asked' ? 'asked' : 'waiting',
  region,
  munition,
  since: age && new Date(now.getTime() - age * hourMs).toISOString(),
});
