import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { formatPlace, regionName } from '../../../lib/place/format.ts';
import type { Count } from '../../../lib/report/count.ts';
import { formatCount } from '../../../lib/report/count-format.ts';
import { holderOf } from '../../../lib/review/lifecycle.ts';
import type { Outline } from '../../../lib/review/outline.ts';
import type { Page } from '../../../lib/store/dynamodb/page.ts';
import type { QueueSize } from '../../../lib/store/records/queue.ts';
import { monthTitle } from '../../../lib/time/calendar.ts';
import { findRegion } from '../../callbacks/codes.ts';
import { button, type QueueList, type QueueView, type queueLists } from '../../callbacks/moderator.ts';
import { type Html, html, isolated, join, words } from '../../telegram/html.ts';
import { inPairs, keyboard } from '../../telegram/keyboard.ts';
import type { Screen } from '../../telegram/screen.ts';
import { formatAge } from '../../text/age.ts';
import { dateText, type View } from '../../text/incident.ts';
import { placeLabel } from '../place-label.ts';
import { queueFilters } from './filters.ts';

/** How many waiting reports one screen lists: as many as can be read and compared on a phone. */
export const queuePageSize = 8;

/** The lists that are counted: one of them can be read in two orders. */
export type CountedList = Exclude<(typeof queueLists)[number], 'harmed'>;

/** A page of a list of the queue, the sizes of all lists, who looks at it, and names of colleagues by pseudonym. */
export type Queued = Readonly<{
  page: Page<Outline>;
  sizes: Readonly<Record<CountedList, QueueSize>>;
  me: string;
  nameOf: (key: string) => string | undefined;
}>;

export const countedList = (list: QueueList): CountedList => (list === 'harmed' ? 'waiting' : list);

/** A page of the queue, in its order, with what narrows it. Each report opens its card. */
export const queueScreen = (queued: Queued, queue: QueueView, now: Date, view: View): Screen => {
  const { queue: texts } = view.t.moderator;
  const { items, unreadable = 0 } = queued.page;
  const { count, more } = queued.sizes[countedList(queue.list)];
  const order = queue.list === 'harmed' ? texts.orderByHarm : texts.order;
  return {
    text: join([
      join(
        [html`<b>${titleOf(queue.list, view)}</b>: ${texts.count(count, more)}`, filterText(queue, view)],
        '\n',
      ),
      html`${items.length > 0 ? order : emptyText(queue, view)}`,
      ...items.map((report, index) => queueLine(report, index + 1, queued, now, view)),
      unreadable > 0 ? html`<i>${texts.unreadable(unreadable)}</i>` : undefined,
    ]),
    buttons: queueKeyboard(queued, queue, view),
    personal: true,
  };
};

const queueKeyboard = ({ page, sizes }: Queued, queue: QueueView, view: View): Screen['buttons'] => {
  const { queue: texts, buttons } = view.t.moderator;
  const { position, ...whole } = queue;
  const to = (text: string, change: Partial<QueueView>) =>
    button(text, 'queue', { view: { ...whole, ...change } });
  const tab = (list: CountedList) =>
    to(
      `${list === countedList(queue.list) ? '• ' : ''}${texts.lists[list](sizeText(sizes[list]))}`,
      list === 'waiting' ? { list } : { list, region: undefined, munition: undefined, age: undefined },
    );
  const isWaiting = countedList(queue.list) === 'waiting';
  const narrowing =
    queue.list === 'mine'
      ? []
      : queueFilters.map(by =>
          button(`${queue[by] === undefined ? '' : '• '}${texts[by]}`, 'narrow', { by, view: whole }),
        );
  const order =
    queue.list === 'harmed' ? to(texts.byAge, { list: 'waiting' }) : to(texts.byHarm, { list: 'harmed' });
  return keyboard(
    ...inPairs(
      page.items.map((report, index) =>
        button(placeLabel(report.place, index + 1, view), 'card', {
          id: report.id,
          version: report.version,
          from: queue,
        }),
      ),
    ),
    [
      page.previous !== undefined && to(buttons.older, { position: { before: page.previous } }),
      page.items.length === 0 && position ? to(texts.first, {}) : to(buttons.refresh, { position }),
      page.next !== undefined && to(buttons.newer, { position: { after: page.next } }),
    ],
    isWaiting && page.items.length > 0
      ? [
          button(texts.next, 'next', { view: whole }, 'primary'),
          button(texts.select, 'select', { view: queue }),
        ]
      : undefined,
    // Two in a row: of three labels a phone shows eight letters each.
    ...inPairs([...narrowing, ...(isWaiting ? [order] : [])]),
    ...inPairs((['waiting', 'mine', 'asked'] as const).map(tab)),
  );
};

const sizeText = ({ count, more }: QueueSize): string => (more ? `${count}+` : String(count));

const titleOf = (list: QueueList, { t }: View): string => {
  const { queue } = t.moderator;
  return { waiting: queue.title, harmed: queue.title, mine: queue.mineTitle, asked: queue.askedTitle }[list];
};

/** Why a page has no reports. */
const emptyText = ({ list, region, munition, age, position }: QueueView, { t }: View): string => {
  const { queue } = t.moderator;
  if (position) return queue.nothingHere;
  return (region ?? munition ?? age) || countedList(list) !== 'waiting' ? queue.nothingChosen : queue.empty;
};

/** What narrows the list, in words. */
const filterText = (queue: QueueView, { t, locale, country }: View): Html | undefined => {
  const { munition, age } = queue;
  const region = findRegion(queue.region, country);
  const parts = [
    region && regionName(region, locale, country),
    munition && t.terms.munitions[munition],
    age && t.moderator.queue.olderThan(age),
  ].filter(part => part !== undefined);
  return parts.length > 0 ? html`${parts.join('; ')}` : undefined;
};

/** What decides about a report, in three lines: where and when; whom it harmed, by what; evidence, wait, and who has it. */
export const queueLine = (
  report: Outline,
  n: number,
  { me, nameOf }: Pick<Queued, 'me' | 'nameOf'>,
  now: Date,
  view: View,
): Html => {
  const { t, locale, country } = view;
  const { queue, somebody } = t.moderator;
  const { place, munition, since, hasEvidence } = report;
  const age = formatAge(now.getTime() - Date.parse(since), locale);
  const holder = holderOf(report, now.toISOString());
  const claimText = (by: string): string =>
    by === me ? queue.yours : queue.takenBy(isolated(nameOf(by) ?? somebody, 40));
  return join(
    [
      html`<b>${n}. ${words(formatPlace(place, locale, country), 90)}</b>, ${dayText(report.day, view)}`,
      html`${harmText(report, view)} · ${t.terms.munitions[munition]}`,
      join(
        [
          hasEvidence === undefined ? undefined : html`${hasEvidence ? queue.evidence : queue.noEvidence}`,
          html`${queue.waits(age)}`,
          html`${formatReceipt(report.id)}`,
          holder === undefined ? undefined : html`${claimText(holder)}`,
        ],
        ' · ',
      ),
    ],
    '\n',
  );
};

/** A day, a month, or that neither is known. */
const dayText = (day: string, { t, locale, country }: View): string => {
  if (day.length === 10) return dateText(day, country.zone, locale);
  return day.length === 7 ? monthTitle(day, locale) : t.moderator.queue.undated;
};

const harmText = ({ killed, injured, isHarmful }: Outline, { t, locale }: View): string => {
  const { queue } = t.moderator;
  if (killed === undefined || injured === undefined) return isHarmful ? queue.people : queue.unharmed;
  if (!isHarmful) return killed === 'unknown' || injured === 'unknown' ? queue.harmUnknown : queue.unharmed;
  const total = (count: Count): string =>
    formatCount(count === 'unknown' ? count : { ...count, of: undefined }, locale);
  return `${t.terms.killed}: ${total(killed)}; ${t.terms.injured.toLocaleLowerCase(locale)}: ${total(injured)}`;
};
