import { expect, test } from 'vitest';
import type { Person } from '../../infra/local/telegram/people/person.ts';
import { read } from '../support/desk.ts';
import { startProduct } from '../support/product.ts';
import { begin, go, unknownAllTheWay, untilButton } from './steps.ts';

test('somebody who is muted sees what everybody sees, whatever they do, and nothing is delivered again', {
  timeout: 120_000,
}, async () => {
  const product = await startProduct();
  const { telegram, store, deps, log } = product;
  const at = deps.now().toISOString();
  const people = [true, false].map(isMuted => ({
    isMuted,
    person: telegram.user({ first_name: 'Olena', language_code: 'en' }),
  }));
  const seen: (readonly string[])[] = [];
  for (const { isMuted, person } of people) {
    const screens: string[] = [];
    const reporter = deps.identity.reporter(person.id);
    /** What the person sees, but for what is theirs alone. */
    const look = (who: Person, id: string) =>
      screens.push(
        read(who.last())
          .replaceAll(new RegExp([...id].join('-?'), 'g'), 'ID')
          .replaceAll(/\b\d{1,2}:\d{2}\b/g, ''),
      );
    await begin(person);
    await go(person, [...unknownAllTheWay, 'send']);
    const { items } = await store.reports.ofReporter(reporter, { limit: 2 });
    const id = items[0]?.id ?? '';
    await store.reports.ask({ id, version: 1, by: 'marko', at, wording: { template: 'where_exactly' } });
    await untilButton(person, `reply:${id}`);
    if (isMuted) await store.mutes.set({ reporter, muted: true, by: 'marko', at });
    await go(person, [`reply:${id}`, '=At the school', 'reply_send']);
    look(person, id);
    await go(person, ['=/myreports', `open:${id}`, `amend:${id}`]);
    look(person, id);
    await go(person, ['send']);
    look(person, id);
    await go(person, ['=/report', ...unknownAllTheWay, 'send']);
    screens.push(read(person.last()).replaceAll(/[0-9A-Z]{3,}(-[0-9A-Z]+)+/g, 'ID'));
    seen.push(screens);
    // Nothing of it is kept.
    const report = await store.reports.read(id);
    expect(report?.questions?.[0]?.reply !== undefined).toBe(!isMuted);
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(log.filter(line => /"update_(later|failed)"/.test(line))).toEqual([]);
});
