import { describe, expect, test } from 'vitest';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import { cardOf, enlist, now, read, startDesk, submit, until } from '../../../support/product/desk.ts';

const hourMs = 60 * 60_000;

describe('a claim', () => {
  test('keeps a report for one moderator, tells the others who has it, and ends by itself', async () => {
    let clock = Date.parse('2026-11-23T10:00:00Z');
    const { product, desk, witness, store } = await startDesk({ now: () => new Date(clock) });
    const daryna = (await enlist(product, 'Daryna')).in(product.group);
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await desk.press(card, 'Take it');
    expect(desk.toasts.at(-1)?.text).toBe('Yours until 23 November 2026, 12:30.');
    await until(() => now(desk, card).includes('Taken by Marko until 23 November 2026, 12:30'));
    for (const press of ['approve', 'reject', 'ask', 'edit', 'claim'])
      expect(await daryna.forge(card, `m:${press}:${report.id}:2`)).toMatchObject({
        alert: true,
        text: expect.stringContaining('Marko'),
      });
    expect((await store.reports.read(report.id))?.version).toBe(2);
    clock += hourMs;
    await daryna.forge(card, `m:claim:${report.id}:2`);
    expect(await store.reports.read(report.id)).toMatchObject({
      version: 3,
      claim: { by: product.deps.identity.member(daryna.id) },
    });
    await daryna.forge(card, `m:unclaim:${report.id}:3`);
    expect((await store.reports.read(report.id))?.claim).toBeUndefined();
  });

  test('is made by "take the next one": what waits longest and nobody has', async () => {
    let clock = Date.parse('2026-11-23T10:00:00Z');
    const { product, moderator, witness } = await startDesk({ now: () => new Date(clock) });
    const daryna = await enlist(product, 'Daryna');
    const first = await submit(product, witness);
    // The queue is in the order of hours.
    clock += 3_600_000;
    const second = await submit(product, witness);
    for (const [person, report] of [
      [moderator, first],
      [daryna, second],
    ] as const) {
      await person.send('/queue');
      await person.press('Take the next');
      expect(read(person.last())).toContain(`Report ${formatReceipt(report.id)}`);
    }
    await moderator.send('/queue');
    const list = moderator.last();
    expect(now(moderator, list)).toContain('taken by you');
    expect(now(moderator, list)).toContain('taken by Daryna');
    expect(await moderator.press(list, 'Take the next')).toMatchObject({
      alert: true,
      text: 'There is no free report here.',
    });
    await moderator.press(list, 'Mine: 1');
    expect(now(moderator, list)).toContain(formatReceipt(first.id));
    expect(now(moderator, list)).not.toContain(formatReceipt(second.id));
  });
});
