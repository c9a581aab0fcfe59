import { describe, expect, test } from 'vitest';
import type { Person } from '../../infra/local/telegram/people/person.ts';
import { read } from '../support/desk.ts';
import { type Product, startProduct } from '../support/product.ts';
import { begin, go, unknownAllTheWay, untilButton } from './steps.ts';

const at = '2026-11-20T09:00:00.000Z';

/** What somebody does after a report, of this id, and a mute. */
type Doing = (person: Person, id: string, product: Product) => Promise<void>;

/** The last screen of whoever does something, without what is theirs alone; and whether it was kept. */
const lastScreen = async (product: Product, doing: Doing, isMuted: boolean) => {
  const { telegram, store, deps } = product;
  const person = telegram.user({ first_name: 'Olena', language_code: 'en' });
  const reporter = deps.identity.reporter(person.id);
  await begin(person);
  await go(person, [...unknownAllTheWay, 'send']);
  const [one] = (await store.reports.ofReporter(reporter, { limit: 2 })).items;
  const id = one?.id ?? '';
  await store.reports.ask({ id, version: 1, by: 'marko', at, wording: { template: 'where_exactly' } });
  await untilButton(person, `reply:${id}`);
  if (isMuted) await store.mutes.set({ reporter, muted: true, by: 'marko', at });
  const before = await store.reports.read(id);
  await doing(person, id, product);
  const isKept = (await store.reports.read(id))?.version !== before?.version;
  const screen = read(person.last())
    .replaceAll(/[0-9A-Z]{5}-[0-9A-Z]{5}/g, 'ID')
    .replaceAll(/\d{1,2}:\d{2}/g, 'TIME');
  return { screen, isKept };
};

describe('somebody who is muted sees what everybody sees, nothing is kept, and nothing is delivered again', () => {
  test.each<readonly [string, Doing]>([
    ['answering', (person, id) => go(person, [`reply:${id}`, '=At the school', 'reply_send'])],
    [
      'correcting',
      (person, id) =>
        go(person, ['=/myreports', `open:${id}`, `amend:${id}`, 'change', 'killed', '=2', 'preview', 'send']),
    ],
  ])('%s', async (_, doing) => {
    const product = await startProduct();
    const muted = await lastScreen(product, doing, true);
    const other = await lastScreen(product, doing, false);
    expect(muted.screen).toBe(other.screen);
    expect([muted.isKept, other.isKept]).toEqual([false, true]);
    expect(product.log.filter(line => /"update_(later|failed)"/.test(line))).toEqual([]);
  });
});
