import { describe, expect, test } from 'vitest';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import {
  approveCard,
  buttonsOf,
  cardOf,
  checkCard,
  enlist,
  now,
  read,
  startDesk,
  submit,
  until,
} from '../../../support/product/desk.ts';
import { answers } from '../../../support/samples/samples.ts';

/** The buttons of a card that waits, and of one that is decided. */
const waiting = ['Approve', 'Reject', 'Ask', 'Edit', 'Take it', 'Similar', 'Witness', 'History'];
const decided = (...more: string[]) => ['Undo the decision', 'Witness', 'History', ...more];

describe('a decision', () => {
  test('approves once: the incident is published, the card shows who and when, the witness is told', async () => {
    const { product, desk, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await approveCard(desk, card);
    expect(desk.toasts.at(-1)).toMatchObject({ text: 'Approved. Published.', alert: false });
    await until(() => now(desk, card).includes('Approved by Marko'));
    expect(buttonsOf(desk, card)).toEqual(decided('Incident'));
    const { items } = await store.incidents.latest({ limit: 5 });
    expect(items).toHaveLength(1);
    expect(items[0]?.place).not.toHaveProperty('point.lat', answers.place.point?.lat);
    await until(() => read(witness.last()).includes(`${formatReceipt(report.id)} was approved`));
  });

  test('that Telegram delivers twice is made once, and whoever made it is not told that somebody else did', async () => {
    const { product, desk, witness, store, telegram } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await checkCard(desk, card);
    telegram.faults.nextUpdate('duplicate');
    await desk.press(card, 'A new incident');
    await telegram.idle();
    expect(desk.toasts.filter(({ alert }) => alert)).toEqual([]);
    expect((await store.incidents.latest({ limit: 5 })).items).toHaveLength(1);
    expect((await store.reports.history(report.id)).events).toHaveLength(2);
  });

  test('is made by one of two moderators who press at once, and the other is told who decided', async () => {
    const { product, desk, witness, store } = await startDesk();
    const daryna = (await enlist(product, 'Daryna')).in(product.group);
    for (const second of ['Approve', 'Reject'] as const) {
      const report = await submit(product, witness);
      const card = await cardOf(desk, report);
      await checkCard(desk, card);
      const into = 'A new incident';
      if (second === 'Reject') {
        await Promise.all([desk.press(card, into), daryna.forge(card, `m:rejectFor:${report.id}:1:double`)]);
      } else await Promise.all([desk.press(card, into), daryna.press(card, into)]);
      const stored = await store.reports.read(report.id);
      const [winner, loser] =
        stored?.status === 'approved' && stored.decidedBy === product.deps.identity.member(desk.id)
          ? ['Marko', daryna]
          : ['Daryna', desk];
      expect(loser.toasts.at(-1)?.alert).toBe(true);
      expect(read({ text: loser.toasts.at(-1)?.text ?? '' })).toMatch(
        new RegExp(`^Already decided. (Approved|Rejected) by ${winner}, `),
      );
      expect(stored?.version).toBe(2);
      await until(() => now(desk, card).includes(`by ${winner}`));
    }
    const { items } = await store.incidents.latest({ limit: 5 });
    expect(items.length).toBeGreaterThanOrEqual(1);
  });

  test('on a version that is not the present one is refused, and the present one is shown', async () => {
    const { product, desk, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    for (const data of [
      `m:approve:${report.id}:7`,
      `m:rejectFor:${report.id}:7:double`,
      `m:checklist:${report.id}:7:pig`,
      `m:incidentFor:${report.id}:7:-`,
      `m:approveAsNew:${report.id}:7:-`,
      `m:reject:${report.id}:7`,
      `m:rejectInWords:${report.id}:7`,
    ]) {
      const answer = await desk.forge(card, data);
      expect(answer).toMatchObject({
        alert: true,
        text: expect.stringMatching(/^The report has changed since/),
      });
    }
    expect(await store.reports.read(report.id)).toEqual(report);
    expect(buttonsOf(desk, card)).toEqual(waiting);
  });

  test('rejects for each reason of the list, and tells it to the witness in their language', async () => {
    const { product, desk, witness } = await startDesk();
    const report = await submit(product, witness, {}, 'uk');
    const card = await cardOf(desk, report);
    await desk.press(card, 'Reject');
    expect(buttonsOf(desk, card)).toHaveLength(11);
    await desk.press(card, 'It shows a military position');
    await until(() => now(desk, card).includes('Reason: It shows a military position'));
    expect(buttonsOf(desk, card)).toEqual(decided());
    await until(() => read(witness.last()).includes('Видно військову позицію'));
    expect(buttonsOf(witness, witness.last())).toEqual(['Виправити це повідомлення']);
    expect(read(witness.last())).not.toContain('Marko');
  });

  test('goes back from the reasons to the card', async () => {
    const { product, desk, witness } = await startDesk();
    const card = await cardOf(desk, await submit(product, witness));
    await desk.press(card, 'Reject');
    await desk.press(card, 'Back');
    expect(buttonsOf(desk, card)).toEqual(waiting);
  });

  test('cannot be made of a report that its witness withdrew', async () => {
    const { product, desk, witness, store, deps } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await store.reports.withdraw({ id: report.id, reporter: report.reporter, at: deps.now().toISOString() });
    const answer = await desk.forge(card, `m:approveAsNew:${report.id}:1:-`);
    expect(answer).toMatchObject({ alert: true, text: 'The witness has withdrawn this report.' });
    await until(() => now(desk, card).includes('Withdrawn by the witness'));
    expect((await store.incidents.latest({ limit: 1 })).items).toEqual([]);
  });
});
