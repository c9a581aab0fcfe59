import { describe, expect, test } from 'vitest';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import {
  approveCard,
  buttonsOf,
  cardOf,
  checkCard,
  enlist,
  now,
  startDesk,
  submit,
  until,
} from '../../../support/product/desk.ts';
import { rules } from '../../../support/samples/samples.ts';

describe('approving', () => {
  test('asks each item of the checklist, and stops at a military position', async () => {
    const { product, desk, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await desk.press(card, 'Approve');
    expect(buttonsOf(desk, card)).toContain('None of these');
    await desk.press(card, 'Graphic');
    expect(buttonsOf(desk, card)).toContain('Only what is ticked');
    await desk.press(card, 'Position');
    expect(now(desk, card)).toContain('What shows a military position cannot be approved.');
    expect(buttonsOf(desk, card)).not.toContain('Only what is ticked');
    expect(buttonsOf(desk, card)).not.toContain('None of these');
    expect(await desk.forge(card, `m:approveAsNew:${report.id}:1:PG`)).toMatchObject({
      alert: true,
      text: 'It shows a military position: it cannot be approved.',
    });
    await checkCard(desk, card);
    await desk.press(card, 'A new incident');
    expect(await store.reports.read(report.id)).toMatchObject({
      status: 'approved',
      approvals: [{ checklist: { militaryPosition: false, identifiesPerson: false, graphic: false } }],
    });
  });

  test('suggests incidents and waiting reports that may be the same, best first, with the reason', async () => {
    const { product, desk, witness, reader, store } = await startDesk();
    const first = await submit(product, witness);
    await approveCard(desk, await cardOf(desk, first));
    const [incident] = (await store.incidents.latest({ limit: 1 })).items;
    const second = await submit(product, reader, { injured: { min: 10, max: 12 } });
    const third = await submit(product, witness);
    const card = await cardOf(desk, second);
    await checkCard(desk, card);
    const text = now(desk, card);
    expect(text).toContain(`Incident ${formatReceipt(incident?.id ?? '')}`);
    expect(text).toContain(`Report ${formatReceipt(third.id)}, waiting`);
    expect(text).toContain('Why: same place, same day, both cluster munition');
    expect(buttonsOf(desk, card)).toContainEqual(expect.stringMatching(/^\d\. Open report$/));
    const join = buttonsOf(desk, card).find(label => label.endsWith('Join incident')) ?? '';
    await desk.press(card, join);
    const joined = await store.incidents.read(incident?.id ?? '');
    expect(joined).toMatchObject({
      reportCount: 2,
      grade: 'corroborated',
      injured: { min: 8, max: 12 },
    });
    await until(() => buttonsOf(desk, card).includes('Incident'));
  });

  test('takes two different moderators where that is configured', async () => {
    const { product, desk, witness } = await startDesk({
      rules: { ...rules, approvalsNeeded: 2 },
    });
    const daryna = (await enlist(product, 'Daryna')).in(product.group);
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await approveCard(desk, card);
    expect(desk.toasts.at(-1)?.text).toContain('A second moderator must approve it too.');
    await until(() => now(desk, card).includes('First approval: Marko'));
    await checkCard(desk, card);
    expect(await desk.press(card, 'A new incident')).toMatchObject({
      alert: true,
      text: 'You have already approved it. A second moderator must approve it too.',
    });
    await approveCard(daryna, card);
    expect((await product.store.reports.read(report.id))?.status).toBe('approved');
  });

  test('says when the incident will be released', async () => {
    const clock = Date.parse('2026-11-23T10:00:00Z');
    const { product, desk, witness } = await startDesk({ now: () => new Date(clock) });
    const zone = 'Europe/Kyiv';
    const occurred = { precision: 'hour' as const, start: '2026-11-23T11:00', end: '2026-11-23T11:59', zone };
    const report = await submit(product, witness, { occurred });
    await approveCard(desk, await cardOf(desk, report));
    expect(desk.toasts.at(-1)?.text).toMatch(/^Approved\. Release: 23 November 2026, (14:59|15:00)\.$/);
  });

  test('can be taken back: the report waits again, and what is published stays until then', async () => {
    const { product, desk, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await approveCard(desk, card);
    await until(() => now(desk, card).includes('Approved by Marko'));
    await desk.press(card, 'Undo the decision');
    await until(() => now(desk, card).includes('What is published stays as it is'));
    expect((await store.incidents.latest({ limit: 5 })).items).toHaveLength(1);
    await checkCard(desk, card);
    await desk.press(card, 'Keep its current incident');
    expect((await store.incidents.latest({ limit: 5 })).items).toHaveLength(1);
    expect((await store.reports.read(report.id))?.status).toBe('approved');
  });
});
