import { describe, expect, test } from 'vitest';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import { approveCard, buttonsOf, now, read, startDesk, submit } from '../../../support/product/desk.ts';

/** The buttons of a card that is decided. */
const decided = (...more: string[]) => ['Undo the decision', 'Witness', 'History', ...more];

describe('the queue', () => {
  test('lists what waits, oldest first, in pages edited in place, and opens each card', async () => {
    let clock = Date.parse('2026-11-23T10:00:00Z');
    const { product, moderator, witness } = await startDesk({ now: () => new Date(clock) });
    await moderator.send('/queue');
    expect(read(moderator.last())).toContain('The queue is empty.');
    const reports = [];
    for (let n = 0; n < 10; n += 1) {
      reports.push(await submit(product, witness));
      clock += 60 * 60_000;
    }
    await moderator.send('/queue');
    const list = moderator.last();
    const receipts = reports.map(({ id }) => formatReceipt(id));
    const shown = () => now(moderator, list).match(/[0-9A-Z]{5}-[0-9A-Z]{5}/g);
    const rest = (waits: number) => [
      'Take the next',
      'Choose several',
      'Region',
      'Munition',
      'Waiting',
      'Most harmed',
      `• Queue: ${waits}`,
      'Mine: 0',
      'Asked: 0',
    ];
    const below = (count: number) => buttonsOf(moderator, list).slice(count);
    expect(now(moderator, list)).toMatch(/^Waiting for review: 10 reports/);
    expect(now(moderator, list)).toContain(
      'Killed: unknown; injured: 8 · Cluster munition\nno evidence · waiting 10 hr',
    );
    expect(shown()).toEqual(receipts.slice(0, 8));
    expect(below(8)).toEqual(['Refresh', 'Newer', ...rest(10)]);
    await moderator.press(list, 'Newer');
    expect(shown()).toEqual(receipts.slice(8));
    expect(below(2)).toEqual(['Older', 'Refresh', ...rest(10)]);
    await moderator.press(list, buttonsOf(moderator, list)[1] ?? '');
    expect(now(moderator, list)).toContain(`Report ${receipts[9]}`);
    await approveCard(moderator, list);
    expect(now(moderator, list)).toContain('Approved by Marko');
    expect(buttonsOf(moderator, list)).toEqual([...decided('Incident'), 'Back to the queue', 'Next report']);
    await moderator.press(list, 'Back to the queue');
    expect(shown()).toEqual([receipts[8]]);
    await moderator.press(list, 'Older');
    expect(shown()).toEqual(receipts.slice(0, 8));
  });
});
