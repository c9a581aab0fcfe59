import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { formatPlace, regionName } from '../../../lib/place/format.ts';
import { type Report, waitsSince } from '../../../lib/report/report.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import { holderOf } from '../../../lib/review/lifecycle.ts';
import type { Page } from '../../../lib/store/dynamodb/page.ts';
import type { QueueSize } from '../../../lib/store/records/queue.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { type Html, html, isolated, join, words } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { formatAge } from '../../text/age.ts';
import type { View } from '../../text/incident.ts';
import { type QueueList, type QueueView, queueAges, queueLists, queuePath } from '../callbacks.ts';

/** How many waiting reports one screen lists. */
export const queuePageSize = 6;

/** What of the queue is shown: a page, how many there are on each list, who looks, and colleagues by their pseudonyms. */
export type Queued = Readonly<{
  page: Page<Report>;
  sizes: Readonly<Record<QueueList, QueueSize>>;
  me: string;
  nameOf: (key: string) => string | undefined;
}>;

/** A page of what waits, longest first, with the choices that narrow it; each report opens its card. */
export const queueScreen = (queued: Queued, queue: QueueView, now: Date, view: View): Screen => {
  const { t } = view;
  const { queue: said, buttons } = t.moderator;
  const { page, sizes } = queued;
  const { cursor: _, ...whole } = queue;
  const to = (change: Partial<QueueView>): string =>
    callbackData('m', 'queue', queuePath({ ...whole, ...change }));
  const isFiltered = queue.region ?? queue.munition ?? queue.age;
  const size = sizes[queue.list];
  const empty = queue.cursor
    ? said.nothingHere
    : isFiltered || queue.list !== 'waiting'
      ? said.nothingChosen
      : said.empty;
  return {
    text: join([
      join(
        [
          html`<b>${titleOf(queue.list, view)}</b>: ${said.count(size.count, size.more)}`,
          chosen(queue, view),
        ],
        '\n',
      ),
      page.items.length > 0 ? html`${said.order}` : html`${empty}`,
      ...page.items.map(report => queueLine(report, queued, now, view)),
    ]),
    buttons: [
      ...inPairs(
        page.items.map(({ id, version }) => ({
          text: formatReceipt(id),
          data: callbackData('m', 'card', id, String(version), queuePath(queue)),
        })),
      ),
      [
        ...(page.previous ? [{ text: buttons.older, data: to({ cursor: `b${page.previous}` }) }] : []),
        page.items.length === 0 && queue.cursor
          ? { text: said.first, data: to({}) }
          : { text: buttons.refresh, data: callbackData('m', 'queue', queuePath(queue)) },
        ...(page.next ? [{ text: buttons.newer, data: to({ cursor: `a${page.next}` }) }] : []),
      ],
      ...inPairs(
        queueLists.map(list => ({
          text: `${list === queue.list ? '• ' : ''}${said.lists[list](sizeText(sizes[list]))}`,
          data: to({ list }),
        })),
      ),
      ...(queue.list === 'mine'
        ? []
        : [
            (['region', 'munition', 'age'] as const).map(choice => ({
              text: `${queue[choice] === undefined ? '' : '• '}${said[choice]}`,
              data: callbackData('m', 'queue_by', choice, queuePath(whole)),
            })),
          ]),
      ...(queue.list === 'waiting' && size.count > 0
        ? [
            [
              { text: said.select, data: callbackData('m', 'select', queuePath(queue)) },
              {
                text: said.next,
                data: callbackData('m', 'next', queuePath(whole)),
                style: 'primary' as const,
              },
            ],
          ]
        : []),
    ],
    personal: true,
  };
};

export const sizeText = ({ count, more }: QueueSize): string => (more ? `${count}+` : String(count));

const titleOf = (list: QueueList, { t }: View): string => {
  const { queue } = t.moderator;
  return { waiting: queue.title, mine: queue.mineTitle, asked: queue.askedTitle }[list];
};

/** What narrows the list, in words. */
const chosen = ({ region, munition, age }: QueueView, { t, locale, country }: View): Html | undefined => {
  const parts = [
    region && regionName(region, locale, country),
    munition && t.terms.munitions[munition],
    age && t.moderator.queue.olderThan(age),
  ].filter(part => part !== undefined);
  return parts.length > 0 ? html`${parts.join('; ')}` : undefined;
};

/** A report in three lines: how long it waits and who has it, where, what. */
export const queueLine = (
  report: Report,
  { me, nameOf }: Pick<Queued, 'me' | 'nameOf'>,
  now: Date,
  { t, locale, country }: View,
): Html => {
  const { queue, somebody } = t.moderator;
  const { place, munition, killed, injured } = report.answers;
  const age = formatAge(now.getTime() - Date.parse(waitsSince(report)), locale);
  const harmed = [killed, injured].some(count => count !== 'unknown' && (count.max ?? 1) > 0);
  const holder = holderOf(report, now.toISOString());
  const taken =
    holder === undefined
      ? ''
      : holder === me
        ? ` · ${queue.yours}`
        : ` · ${queue.takenBy(isolated(nameOf(holder) ?? somebody, 40))}`;
  return join(
    [
      html`<b>${formatReceipt(report.id)}</b> · ${queue.waits(age)}${taken}`,
      html`${words(formatPlace(place, locale, country), 120)}`,
      html`${t.terms.munitions[munition]}${harmed ? html` · ${queue.people}` : ''}`,
    ],
    '\n',
  );
};

/** How many munitions fit on one keyboard without scrolling far. */
const munitionsShown = 9;

/** What to narrow the queue by: all the regions, the munitions page by page, or how long something waits. */
export const queueChoiceScreen = (
  choice: 'region' | 'munition' | 'age',
  queue: QueueView,
  page: number,
  view: View,
): Screen => {
  const { t, locale, country } = view;
  const { queue: said, buttons } = t.moderator;
  const button = (text: string, change: Partial<Record<typeof choice, string | number>>): Button => {
    const { [choice]: _, ...others } = queue;
    return { text, data: callbackData('m', 'queue', queuePath({ ...others, ...change } as QueueView)) };
  };
  const turn = (text: string, target: number): Button => ({
    text,
    data: callbackData('m', 'queue_by', choice, queuePath(queue), String(target)),
  });
  const pages = Math.ceil(munitions.length / munitionsShown);
  const shown = Math.min(Math.max(0, page), pages - 1);
  const rows = {
    region: () =>
      inPairs(
        country.regions
          .map(({ code, names }) => button(names[locale], { region: code }))
          .sort((a, b) => a.text.localeCompare(b.text, locale)),
      ),
    munition: () => [
      ...munitions
        .slice(shown * munitionsShown, (shown + 1) * munitionsShown)
        .map(munition => [button(t.terms.munitions[munition], { munition })]),
      [
        ...(shown > 0 ? [turn(buttons.back, shown - 1)] : []),
        ...(shown < pages - 1 ? [turn(t.reader.choose.more, shown + 1)] : []),
      ],
    ],
    age: () => queueAges.map(age => [button(said.olderThan(age), { age })]),
  }[choice]();
  const any = { region: said.anyRegion, munition: said.anyMunition, age: said.anyAge }[choice];
  return {
    text: html`<b>${said.which[choice]}</b>`,
    buttons: [[button(any, {})], ...rows],
  };
};

export const inPairs = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
