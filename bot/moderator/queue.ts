import { formatReceipt } from '../../lib/identity/receipt.ts';
import { formatPlace } from '../../lib/place/format.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Page } from '../../lib/store/page.ts';
import { html, join, words } from '../html.ts';
import type { View } from '../incident.ts';
import { press } from '../press.ts';
import type { Screen } from '../screen.ts';
import { formatAge } from './age.ts';

/** How many waiting reports one screen lists. */
export const queuePageSize = 6;

/** The page of the queue that a press names: `0`, or `a` or `b` (after, before) and a cursor. */
export type QueuePosition = string;
export const firstPage: QueuePosition = '0';
export const isPosition = (part: string): boolean => /^(0|[ab][\w-]{1,24})$/.test(part);

/** A page of what waits for a decision, oldest first; each opens its card. */
export const queueScreen = (
  page: Page<Report>,
  size: Readonly<{ count: number; more: boolean }>,
  position: QueuePosition,
  now: Date,
  view: View,
): Screen => {
  const { t, locale, country } = view;
  const { queue, buttons } = t.moderator;
  const line = (report: Report) => {
    const { place, munition, killed, injured } = report.answers;
    const age = formatAge(now.getTime() - Date.parse(report.receivedAt), locale);
    const harmed = [killed, injured].some(count => count !== 'unknown' && (count.max ?? 1) > 0);
    return join(
      [
        html`<b>${formatReceipt(report.id)}</b> · ${queue.waits(age)}`,
        html`${words(formatPlace(place, locale, country), 120)}`,
        html`${t.terms.munitions[munition]}${harmed ? html` · ${queue.people}` : ''}`,
      ],
      '\n',
    );
  };
  const empty = size.count === 0 ? queue.empty : queue.nothingHere;
  return {
    text: join([
      html`<b>${queue.title}</b>: ${queue.count(size.count, size.more)}`,
      page.items.length > 0 ? html`${queue.order}` : html`${empty}`,
      ...page.items.map(line),
    ]),
    buttons: [
      ...inPairs(
        page.items.map(({ id, version }) => ({
          text: formatReceipt(id),
          data: press('m', 'card', id, String(version), position),
        })),
      ),
      [
        ...(page.previous ? [{ text: buttons.older, data: press('m', 'queue', `b${page.previous}`) }] : []),
        page.items.length === 0 && position !== firstPage
          ? { text: queue.first, data: press('m', 'queue', firstPage) }
          : { text: buttons.refresh, data: press('m', 'queue', position) },
        ...(page.next ? [{ text: buttons.newer, data: press('m', 'queue', `a${page.next}`) }] : []),
      ],
    ],
    personal: true,
  };
};

const inPairs = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
