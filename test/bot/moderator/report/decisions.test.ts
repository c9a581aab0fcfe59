import type { Message } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../../infra/local/telegram/people/person.ts';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import type { Report } from '../../../../lib/report/report.ts';
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
} from '../../../support/desk.ts';
import { answers, rules } from '../../../support/samples.ts';

const hourMs = 60 * 60_000;

/** The button whose label begins so. */
const labelled = (person: Person, message: Message, beginning: string): string =>
  buttonsOf(person, message).find(label => label.startsWith(beginning)) ?? beginning;

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

describe('the queue', () => {
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
    await moderator.press(list, 'Take back 2');
    expect(now(moderator, list)).toContain('Taken back: 2 reports. They wait again.');
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
    await moderator.press(list, 'Take back 2');
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
      injured: { min: 10, max: 12 },
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

describe('a question to the witness', () => {
  test('is answered in the chat, with words and photos, by somebody who does not learn who asks', async () => {
    const { product, desk, witness, store, telegram } = await startDesk();
    const report = await submit(product, witness, {}, 'uk');
    const card = await cardOf(desk, report);
    await desk.press(card, 'Ask');
    await desk.press(card, 'Where exactly?');
    await until(() => now(desk, card).includes('Waiting for the witness’s answer.'));
    await until(() => read(witness.last()).includes('Де це сталося, якнайточніше'));
    expect(read(witness.last())).not.toContain('Marko');
    await witness.press('Відповісти');
    await witness.send('Біля школи № 5');
    await witness.photo();
    await telegram.idle();
    expect((await store.reports.read(report.id))?.questions?.[0]?.reply).toBeUndefined();
    await witness.press('Send the answer');
    expect(await store.reports.read(report.id)).toMatchObject({
      status: 'in_review',
      questions: [{ reply: { text: 'Біля школи № 5', evidence: [{ kind: 'photo' }] } }],
    });
    const fresh = await until(() =>
      desk.messages().findLast(message => read(message).includes('Answer: Біля школи № 5 (with 1 file)')),
    );
    await desk.press(fresh, 'Questions');
    expect(now(desk, fresh)).toContain('Біля школи № 5');
    await desk.press(fresh, '1. Evidence (1)');
    await until(() => desk.messages().some(({ photo }) => photo));
  });

  test('can be in words, and answered by a reply while a report is being written', async () => {
    const { product, desk, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await witness.press('I understand, continue');
    await witness.press('An attack');
    await desk.press(card, 'Ask');
    await desk.press(card, 'In my own words…');
    const prompted = desk.last();
    expect(read(prompted)).toContain('The bot writes to the witness in: English');
    await desk.send('Was it before or after noon?', { replyTo: prompted });
    const asked = await until(() =>
      witness.messages().findLast(message => read(message).includes('Was it before or after noon?')),
    );
    await witness.send('After noon', { replyTo: asked });
    await witness.press('Send the answer');
    expect((await store.reports.read(report.id))?.questions?.[0]).toMatchObject({
      wording: { words: 'Was it before or after noon?' },
      reply: { text: 'After noon' },
    });
    const chat = await store.chats.read(product.deps.identity.chatKey(witness.id));
    expect(chat?.draft).toBeDefined();
    expect(chat?.draft?.answers.account).toBeUndefined();
  });
});

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
