import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { formatPlace, regionName } from '../../../lib/place/format.ts';
import { holderOf } from '../../../lib/review/lifecycle.ts';
import type { Outline } from '../../../lib/review/outline.ts';
import type { Page } from '../../../lib/store/dynamodb/page.ts';
import type { QueueSize } from '../../../lib/store/records/queue.ts';
import { findRegion, shortRegion } from '../../callbacks/codes.ts';
import {
  button,
  type CallbackArgs,
  moderatorCallbacks,
  type QueueList,
  type QueueView,
  queueAges,
  queueLists,
} from '../../callbacks/moderator.ts';
import { type Html, html, isolated, join, words } from '../../telegram/html.ts';
import { inPairs, keyboard, munitionRows, regionRows } from '../../telegram/keyboard.ts';
import type { Screen } from '../../telegram/screen.ts';
import { formatAge } from '../../text/age.ts';
import type { View } from '../../text/incident.ts';

/** How many waiting reports one screen lists. */
export const queuePageSize = 6;

/** A page of a list of the queue, the sizes of all lists, who looks at it, and names of colleagues by pseudonym. */
export type Queued = Readonly<{
  page: Page<Outline>;
  sizes: Readonly<Record<QueueList, QueueSize>>;
  me: string;
  nameOf: (key: string) => string | undefined;
}>;

/** What the queue can be narrowed by. */
const filters = ['region', 'munition', 'age'] as const;
type Filter = CallbackArgs<'narrow'>['by'];

/** A page of the queue, the longest wait first, with what narrows it. Each report opens its card. */
export const queueScreen = (queued: Queued, queue: QueueView, now: Date, view: View): Screen => {
  const { queue: texts } = view.t.moderator;
  const { items, unreadable = 0 } = queued.page;
  const { count, more } = queued.sizes[queue.list];
  return {
    text: join([
      join(
        [html`<b>${titleOf(queue.list, view)}</b>: ${texts.count(count, more)}`, filterText(queue, view)],
        '\n',
      ),
      html`${items.length > 0 ? texts.order : emptyText(queue, view)}`,
      ...items.map(report => queueLine(report, queued, now, view)),
      unreadable > 0 ? html`<i>${texts.unreadable(unreadable)}</i>` : undefined,
    ]),
    buttons: queueKeyboard(queued, queue, view),
    personal: true,
  };
};

const queueKeyboard = ({ page, sizes }: Queued, queue: QueueView, { t }: View): Screen['buttons'] => {
  const { queue: texts, buttons } = t.moderator;
  const { position, ...whole } = queue;
  const to = (text: string, change: Partial<QueueView>) =>
    button(text, 'queue', { view: { ...whole, ...change } });
  return keyboard(
    ...inPairs(
      page.items.map(({ id, version }) => button(formatReceipt(id), 'card', { id, version, from: queue })),
    ),
    [
      page.previous !== undefined && to(buttons.older, { position: { before: page.previous } }),
      page.items.length === 0 && position ? to(texts.first, {}) : to(buttons.refresh, { position }),
      page.next !== undefined && to(buttons.newer, { position: { after: page.next } }),
    ],
    queueLists.map(list =>
      to(`${list === queue.list ? '• ' : ''}${texts.lists[list](sizeText(sizes[list]))}`, { list }),
    ),
    queue.list === 'mine'
      ? undefined
      : filters.map(by =>
          button(`${queue[by] === undefined ? '' : '• '}${texts[by]}`, 'narrow', { by, view: whole }),
        ),
    queue.list === 'waiting' && sizes.waiting.count > 0
      ? [
          button(texts.select, 'select', { view: queue }),
          button(texts.next, 'next', { view: whole }, 'primary'),
        ]
      : undefined,
  );
};

const sizeText = ({ count, more }: QueueSize): string => (more ? `${count}+` : String(count));

const titleOf = (list: QueueList, { t }: View): string => {
  const { queue } = t.moderator;
  return { waiting: queue.title, mine: queue.mineTitle, asked: queue.askedTitle }[list];
};

/** Why a page has no reports. */
const emptyText = ({ list, region, munition, age, position }: QueueView, { t }: View): string => {
  const { queue } = t.moderator;
  if (position) return queue.nothingHere;
  return (region ?? munition ?? age) || list !== 'waiting' ? queue.nothingChosen : queue.empty;
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

/** A report in three lines: how long it has waited and who has claimed it, where, what. */
export const queueLine = (
  report: Outline,
  { me, nameOf }: Pick<Queued, 'me' | 'nameOf'>,
  now: Date,
  { t, locale, country }: View,
): Html => {
  const { queue, somebody } = t.moderator;
  const { place, munition, isHarmful, since } = report;
  const age = formatAge(now.getTime() - Date.parse(since), locale);
  const holder = holderOf(report, now.toISOString());
  const claimText = (by: string): string =>
    by === me ? queue.yours : queue.takenBy(isolated(nameOf(by) ?? somebody, 40));
  const claim = holder === undefined ? '' : ` · ${claimText(holder)}`;
  return join(
    [
      html`<b>${formatReceipt(report.id)}</b> · ${queue.waits(age)}${claim}`,
      html`${words(formatPlace(place, locale, country), 120)}`,
      html`${t.terms.munitions[munition]}${isHarmful ? html` · ${queue.people}` : ''}`,
    ],
    '\n',
  );
};

/** What to narrow the queue to: a region, a munition (page by page), or how long something has waited. */
export const queueFilterScreen = (by: Filter, queue: QueueView, page: number, view: View): Screen => {
  const { t, locale, country } = view;
  const { queue: texts, buttons } = t.moderator;
  const to = (change: Partial<QueueView>): string =>
    moderatorCallbacks.data('queue', { view: { ...queue, ...change } });
  const rows = {
    region: () => regionRows(country, locale, code => to({ region: shortRegion(code, country) })),
    munition: () =>
      munitionRows(t.terms.munitions, page, munition => to({ munition }), {
        before: buttons.back,
        after: t.reader.choose.more,
        data: target => moderatorCallbacks.data('narrow', { by, view: queue, page: target }),
      }),
    age: () => queueAges.map(age => [{ text: texts.olderThan(age), data: to({ age }) }]),
  }[by]();
  const any = { region: texts.anyRegion, munition: texts.anyMunition, age: texts.anyAge }[by];
  return {
    text: html`<b>${texts.which[by]}</b>`,
    buttons: [[{ text: any, data: to({ [by]: undefined }) }], ...rows],
  };
};
