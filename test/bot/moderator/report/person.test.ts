import { describe, expect, test } from 'vitest';
import { cardOf, now, startDesk, submit } from '../../../support/product/desk.ts';

describe('a person', () => {
  test('is known by what else they reported, and can be muted without being identified', async () => {
    const { product, desk, witness, store, log } = await startDesk();
    const bad = await submit(product, witness);
    await store.reports.reject({
      id: bad.id,
      version: 1,
      by: 'm',
      at: product.deps.now().toISOString(),
      rejection: { reason: 'abuse' },
    });
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await desk.press(card, 'Witness');
    expect(now(desk, card)).toContain('rejected: 1');
    expect(now(desk, card)).toContain('It does not describe an incident');
    await desk.press(card, 'Mute this person');
    await desk.press(card, 'Yes, mute');
    expect(await store.mutes.has(report.reporter)).toBe(true);
    await expect(submit(product, witness)).rejects.toThrow('muted');
    expect([...log, now(desk, card)].join()).not.toContain(String(witness.id));
    await desk.press(card, 'Unmute');
    expect(await store.mutes.has(report.reporter)).toBe(false);
  });
});
