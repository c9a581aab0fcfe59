import { describe, expect, test } from 'vitest';
import { cardOf, now, read, startDesk, submit, until } from '../../../support/product/desk.ts';

describe('an edit', () => {
  test('is made with the interview in private, and both values are in the history', async () => {
    const { product, desk, moderator, reader, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await moderator.start();
    await desk.press(card, 'Edit');
    expect(desk.toasts.at(-1)?.text).toBe('The answers are open in your private chat with me.');
    await moderator.press('Open the answers');
    await moderator.press('Change an answer');
    await moderator.press('Injured');
    await moderator.forward({ type: 'user', sender_user: reader.user, date: 1 }, '77');
    expect(read(moderator.last())).toContain('was not taken as your words');
    await moderator.send('9');
    await moderator.press('Go on');
    await moderator.press('Save the corrections');
    const edited = await store.reports.read(report.id);
    expect(edited).toMatchObject({
      version: 2,
      status: 'in_review',
      answers: { injured: { min: 9, max: 9 } },
    });
    expect(edited?.answers).toEqual({ ...report.answers, injured: { min: 9, max: 9 } });
    await until(() => now(desk, card).includes('Injured: 9'));
    await desk.press(card, 'History');
    expect(now(desk, card)).toContain('2. Answers corrected · Marko');
    expect(now(desk, card)).toContain('Injured: 8, 3 of them medics → 9');
    expect(now(desk, card)).toContain('The history is unaltered: its chain is whole.');
    expect((await store.chats.read(product.deps.identity.chatKey(moderator.id)))?.draft).toBeUndefined();
  });

  test('of a report that changed meanwhile is refused', async () => {
    const { product, desk, moderator, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await moderator.start();
    await desk.press(card, 'Edit');
    await moderator.press('Open the answers');
    await store.reports.claim({
      id: report.id,
      version: 1,
      by: 'another',
      at: product.deps.now().toISOString(),
    });
    await moderator.press('Go on');
    expect(await moderator.press('Save the corrections')).toMatchObject({ alert: true });
    expect((await store.reports.read(report.id))?.version).toBe(2);
  });
});
