import type { Message } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../../infra/local/telegram/people/person.ts';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import type { Report } from '../../../../lib/report/report.ts';
import { buttonsOf, now, startDesk, submit } from '../../../support/product/desk.ts';
import { answers, rules } from '../../../support/samples/samples.ts';

const hourMs = 60 * 60_000;

/** The button whose label begins so. */
const labelled = (person: Person, message: Message, beginning: string): string =>
  buttonsOf(person, message).find(label => label.startsWith(beginning)) ?? beginning;

describe('the queue, narrowed and chosen from', () => {
  test('is narrowed by region, munition and age, each with its count', async () => {
    let clock = Date.parse('2026-11-23T10:00:00Z');
    const { product, moderator, witness } = await startDesk({ now: () => new Date(clock) });
    const inKharkiv = { ...answers.place, region: 'UA-63' };
    const receipts = [];
    for (const change of [
      { place: inKharkiv, munition: 'mortar' as const },
      { munition: 'mortar' as const },
      { place: inKharkiv },
    ]) {
      receipts.push(formatReceipt((await submit(product, witness, change)).id));
      // The queue is in the order of hours.
      clock += hourMs;
    }
    const [a, b, c] = receipts;
    clock += 7 * hourMs;
    const late = formatReceipt((await submit(product, witness, { place: inKharkiv })).id);
    await moderator.send('/queue');
    const list = moderator.last();
    const shown = () => now(moderator, list).match(/[0-9A-Z]{5}-[0-9A-Z]{5}/g);
    await moderator.press(list, 'Region');
    await moderator.press(list, 'Kharkiv region · 3');
    expect(shown()).toEqual([a, c, late]);
    expect(now(moderator, list)).toMatch(/^Waiting for review: 3 reports\nKharkiv region/);
    await moderator.press(list, 'Munition');
    await moderator.press(list, 'Mortar round · 1');
    expect(shown()).toEqual([a]);
    await moderator.press(list, '• Region');
    await moderator.press(list, 'All regions');
    expect(shown()).toEqual([a, b]);
    await moderator.press(list, '• Munition');
    await moderator.press(list, 'All munitions');
    await moderator.press(list, 'Waiting');
    await moderator.press(list, 'over 6 h · 3');
    expect(shown()).toEqual([a, b, c]);
    // The other order keeps what narrows it, and is narrowed by the same.
    await moderator.press(list, 'Most harmed');
    expect(shown()).toEqual([a, b, c]);
    await moderator.press(list, 'Region');
    await moderator.press(list, 'Kharkiv region · 2');
    expect(shown()).toEqual([a, c]);
    expect(now(moderator, list)).toMatch(/^Waiting for review: 2 reports\nKharkiv region; over 6 h/);
    await moderator.press(list, 'Longest wait');
    expect(shown()).toEqual([a, c]);
  });

  test('rejects a chosen set at once, names what a colleague changed meanwhile, and takes it back', async () => {
    let clock = Date.parse('2026-11-23T10:00:00Z');
    const { product, moderator, witness, store } = await startDesk({ now: () => new Date(clock) });
    const reports: Report[] = [];
    for (let n = 0; n < 4; n += 1) {
      reports.push(await submit(product, witness));
      clock += hourMs;
    }
    const statuses = () => Promise.all(reports.map(async ({ id }) => (await store.reports.read(id))?.status));
    await moderator.send('/queue');
    const list = moderator.last();
    await moderator.press(list, 'Choose several');
    await moderator.press(list, 'Tick all of these');
    expect(buttonsOf(moderator, list)).toContain('Reject 4…');
    await moderator.press(list, labelled(moderator, list, '☑ 2.'));
    await moderator.press(list, 'Reject 3…');
    expect(now(moderator, list)).toContain('Chosen: 3 reports');
    const taken = reports[2];
    const at = product.deps.now().toISOString();
    await store.reports.claim({ id: taken?.id ?? '', version: 1, by: 'somebody', at });
    await moderator.press(list, 'It does not describe an incident');
    expect(now(moderator, list)).toContain('Rejected: 2 reports.');
    expect(now(moderator, list)).toContain(`taken them: ${formatReceipt(taken?.id ?? '')}`);
    expect(await statuses()).toEqual(['rejected', 'submitted', 'in_review', 'rejected']);
    await moderator.press(list, 'Undo 2');
    expect(now(moderator, list)).toContain('Undone: 2 reports. They wait again.');
    expect(await statuses()).toEqual(['in_review', 'submitted', 'in_review', 'in_review']);
  });

  test('approves several of one strike into one incident, with one confirmation and a way back', async () => {
    const { product, moderator, witness, reader, store } = await startDesk({
      rules: { ...rules, delay: { militaryMs: 72 * hourMs, otherMs: 72 * hourMs } },
    });
    const yesterday = new Date(Date.now() - 24 * hourMs).toISOString().slice(0, 10);
    const occurred = { precision: 'day', start: yesterday, end: yesterday, zone: 'Europe/Kyiv' } as const;
    const one = await submit(product, witness, { occurred });
    const two = await submit(product, reader, { occurred });
    await moderator.send('/queue');
    const list = moderator.last();
    await moderator.press(list, labelled(moderator, list, '1.'));
    await moderator.press(list, 'Similar');
    await moderator.press(list, 'Several together');
    await moderator.press(list, 'Tick all of these');
    await moderator.press(list, 'Approve 2…');
    expect(now(moderator, list)).toContain('you confirm that none of them');
    await moderator.press(list, 'One incident for all');
    expect(now(moderator, list)).toContain('Approved: 2 reports.');
    const [first, second] = [await store.reports.read(one.id), await store.reports.read(two.id)];
    expect(first).toMatchObject({ status: 'approved', incident: second?.incident });
    const id = first?.incident ?? '';
    expect(await store.incidents.read(id)).toMatchObject({ status: 'embargoed', reportCount: 2 });
    await moderator.press(list, 'Undo 2');
    expect(await store.reports.read(one.id)).toMatchObject({ status: 'in_review' });
    expect(await store.incidents.read(id)).toMatchObject({ status: 'retracted' });
    expect((await store.queue.list({ limit: 9 })).items).toHaveLength(2);
  });

  test('unticks what changed before the confirmation, and says so', async () => {
    const { product, moderator, witness, store } = await startDesk();
    const report = await submit(product, witness);
    await submit(product, witness);
    await moderator.send('/queue');
    const list = moderator.last();
    await moderator.press(list, 'Choose several');
    await moderator.press(list, 'Tick all of these');
    const at = new Date().toISOString();
    await store.reports.withdraw({ id: report.id, reporter: report.reporter, at });
    await moderator.press(list, 'Approve 2…');
    expect(moderator.toasts.at(-1)?.text).toBe('Some have changed since, and are no longer ticked.');
    expect(buttonsOf(moderator, list)).toContain('Approve 1…');
  });
});
