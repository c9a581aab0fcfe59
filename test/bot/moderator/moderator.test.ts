import { describe, expect, test } from 'vitest';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
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
} from '../../support/desk.ts';
import { answers } from '../../support/samples.ts';
import { nasty } from '../../support/screens.ts';

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

describe('rejecting in words', () => {
  test('takes the reply of the moderator who was asked, and of nobody else', async () => {
    const { product, desk, witness, store } = await startDesk();
    const daryna = (await enlist(product, 'Daryna')).in(product.group);
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await desk.press(card, 'Reject');
    await desk.press(card, 'In my own words…');
    const question = desk.last();
    expect(read(question)).toContain(formatReceipt(report.id));
    expect(desk.keyboard()).toBeDefined();
    expect(question.entities?.[0]).toMatchObject({ type: 'text_mention', user: { id: desk.id } });
    await daryna.send('Not mine to say', { replyTo: question });
    await desk.send('Chatter that is no reply');
    expect((await store.reports.read(report.id))?.status).toBe('submitted');
    await desk.send('x'.repeat(501), { replyTo: question });
    expect(read(desk.last())).toContain('501 characters, and the reason can have at most 500');
    const why = 'The <b>photo</b> is of another place';
    await desk.send(why, { replyTo: question });
    expect((await store.reports.read(report.id))?.rejection).toEqual({ reason: 'other', words: why });
    await until(() => now(desk, card).includes(why));
    await until(() => read(witness.last()).includes(why));
    expect(read(witness.last())).not.toContain('Another reason');
  });

  test('ends with /cancel', async () => {
    const { product, desk, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await desk.press(card, 'Reject');
    await desk.press(card, 'In my own words…');
    const question = desk.last();
    await desk.send('/cancel');
    expect(read(desk.last())).toContain('Cancelled');
    await desk.send('Too late', { replyTo: question });
    expect((await store.reports.read(report.id))?.status).toBe('submitted');
  });

  test('works in a private chat with the next message, and leaves a draft of the moderator alone', async () => {
    const { product, moderator, witness, store, deps } = await startDesk();
    const report = await submit(product, witness);
    await moderator.send('/queue');
    await moderator.press('1. Malokaterynivka');
    await moderator.press('Reject');
    await moderator.press('In my own words…');
    await moderator.sticker();
    expect(read(moderator.last())).toContain('Please write the reason as text');
    await moderator.send('Not enough to go on');
    expect((await store.reports.read(report.id))?.rejection?.words).toBe('Not enough to go on');
    expect((await store.chats.read(deps.identity.chatKey(moderator.id)))?.pendingInput).toBeUndefined();
    const card = moderator.messages().find(({ text }) => text?.startsWith('Report '));
    expect(card && now(moderator, card)).toContain('Not enough to go on');
    await moderator.send('And this is no reason any more');
    expect((await store.reports.read(report.id))?.version).toBe(2);
  });

  test.each([
    ['a reason', ['Reject', 'In my own words…']],
    ['a question', ['Ask', 'In my own words…']],
  ])('%s is never what somebody else wrote: forwarded, or below a photo', async (_, presses) => {
    const { product, moderator, reader, witness, store } = await startDesk();
    const report = await submit(product, witness);
    await moderator.send('/queue');
    await moderator.press('1. Malokaterynivka');
    for (const label of presses) await moderator.press(label);
    await moderator.forward({ type: 'user', sender_user: reader.user, date: 1 }, 'Somebody else’s words');
    expect(read(moderator.last())).toContain('was not taken as your words');
    await moderator.forwardPost({
      channel: { title: 'News', username: 'news' },
      message_id: 1,
      date: 1,
      text: 'A channel’s',
    });
    expect(read(moderator.last())).toContain('was not taken as your words');
    await moderator.photo(undefined, { caption: 'A caption' });
    expect(await store.reports.read(report.id)).toMatchObject({ version: 1, status: 'submitted' });
    await moderator.send('My own words');
    expect(JSON.stringify(await store.reports.read(report.id))).toContain('My own words');
  });

  test('is forgotten when the moderator begins something else in private', async () => {
    const { product, moderator, witness, store } = await startDesk();
    const report = await submit(product, witness);
    await moderator.send('/queue');
    await moderator.press('1. Malokaterynivka');
    await moderator.press('Reject');
    await moderator.press('In my own words…');
    await moderator.send('/queue');
    await moderator.send('Kramatorsk');
    expect((await store.reports.read(report.id))?.status).toBe('submitted');
  });
});

describe('rights', () => {
  test('are asked at every press: nobody else decides, opens evidence or reads a text', async () => {
    const { product, desk, witness, reader, telegram, store } = await startDesk();
    const group = await telegram.group({ ...product.group, title: 'Moderators', members: [desk] });
    await group.addMember(reader);
    const stranger = reader.in(product.group);
    const report = await submit(product, witness, { evidence: [{ kind: 'photo', file: 'x' }] });
    const card = await cardOf(desk, report);
    const before = telegram.calls.length;
    for (const data of [
      `m:approve:${report.id}:1`,
      `m:rejectFor:${report.id}:1:double`,
      `m:approveAsNew:${report.id}:1:-`,
      `m:claim:${report.id}:1`,
      `m:ask:${report.id}:1`,
      `m:edit:${report.id}:1`,
      `m:muteConfirmed:${report.id}:1`,
      `m:history:${report.id}:1`,
      `m:reporter:${report.id}:1`,
      'm:incidents:embargoed',
      'm:newFigure',
      'm:rejectPickedFor:double:w.',
      `m:evidence:${report.id}`,
      `m:account:${report.id}`,
      'm:queue:w.',
      'm:team',
      'm:language:ru',
    ])
      expect(await stranger.forge(card, data)).toMatchObject({
        alert: true,
        text: 'Only moderators can do this.',
      });
    expect(telegram.calls.slice(before).map(({ method }) => method)).toEqual(
      Array(17).fill('answerCallbackQuery'),
    );
    expect((await store.reports.read(report.id))?.version).toBe(1);
  });

  test('are gone for whoever was removed, on buttons that are open too', async () => {
    const { product, desk, witness, store, moderator } = await startDesk();
    const daryna = await enlist(product, 'Daryna');
    const report = await submit(product, witness);
    await daryna.send('/queue');
    await daryna.press('1. Malokaterynivka');
    await moderator.send('/moderators');
    const list = moderator.last();
    await moderator.press(
      list,
      moderator
        .buttons(list)
        .flat()
        .find(label => label.includes('Remove')) ?? '',
    );
    await moderator.press(list, 'Yes, remove');
    expect(now(moderator, list)).toContain('Daryna has been removed.');
    expect(await daryna.press('Approve')).toMatchObject({
      alert: true,
      text: 'This button no longer works.',
    });
    expect((await store.reports.read(report.id))?.status).toBe('submitted');
    const shown = (await cardOf(desk, report)).message_id;
    expect(shown).toBeGreaterThan(0);
  });

  test('a stranger learns nothing in private: /queue and /moderators are unknown commands', async () => {
    const { product, reader, witness } = await startDesk();
    await submit(product, witness);
    await reader.send('/nonsense');
    const unknown = reader.last().text;
    for (const command of ['/queue', '/moderators', '/moderators 1']) {
      await reader.send(command);
      expect(reader.last().text).toBe(unknown);
    }
  });

  test('forged and malformed presses are refused, and nothing changes', async () => {
    const { product, desk, witness, dump } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    const before = JSON.stringify(await dump('records'));
    for (const data of [
      'm:',
      'm:approve',
      `m:approve:${report.id}`,
      `m:approve:${report.id}:x`,
      'm:approve:AAAAAAAAA!:1',
      `m:rejectFor:${report.id}:1:other`,
      `m:checklist:${report.id}:1:z`,
      `m:add:${report.id}:1:-:nowhere`,
      `m:approveAsNew:${report.id}:1`,
      `m:askFor:${report.id}:1:z`,
      `m:saveEdit:${report.id}:1`,
      'm:incident:nothing',
      `m:takeFrom:${report.id}:1:place:${report.id}`,
      `m:holdFor:${report.id}:1:1000`,
      'm:saveFigure',
      'm:figureKind:own_eyes',
      'm:role:nobody:admin',
      'm:role:nobody:emperor',
      'm:narrow:constructor:w.',
      'm:pick:K7QF2M9XCA:1',
      'm:rejectPicked:w.',
      `m:rejectFor:${report.id}:1:nothing`,
      'm:queue:zzz',
      'm:language:xx',
      'm:nothing:at:all',
      `m:constructor:${report.id}:1`,
      'm:remove',
      'm:removeConfirmed:nobody',
      `m:evidence:${report.id.slice(1)}`,
    ])
      expect(await desk.forge(card, data), data).toMatchObject({ alert: true });
    expect(await desk.forge(card, 'm:approveAsNew:ZZZZZZZZZZ:1:-')).toMatchObject({
      text: 'That report no longer exists.',
    });
    expect(JSON.stringify(await dump('records'))).toBe(before);
  });
});

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

describe('evidence and account', () => {
  test('come to whoever asks, protected, in albums', async () => {
    const { product, desk, witness, deps, telegram } = await startDesk();
    const photo = await witness.photo();
    const document = await witness.document({
      name: 'a.txt',
      mime: 'text/plain',
      bytes: new Uint8Array([1]),
    });
    const sealed = (file: string | undefined) => deps.identity.seal(file ?? '');
    const picture = sealed(photo.photo?.at(-1)?.file_id);
    const report = await submit(product, witness, {
      evidence: [
        { kind: 'photo', file: picture, caption: nasty[0] },
        { kind: 'photo', file: picture },
        { kind: 'file', file: sealed(document.document?.file_id) },
        { kind: 'photo', file: 'not sealed by us' },
        { kind: 'audio', file: sealed('no-such-file') },
      ],
      account: 'я'.repeat(8192),
    });
    const card = await cardOf(desk, report);
    const before = telegram.calls.length;
    await desk.press(card, 'Evidence (5)');
    const calls = telegram.calls.slice(before).filter(({ error }) => !error);
    expect(calls.map(({ method }) => method)).toEqual([
      'answerCallbackQuery',
      'sendMediaGroup',
      'sendDocument',
      'sendMessage',
    ]);
    for (const { method, parameters } of calls)
      if (/Media|Document/.test(method)) expect(parameters.protect_content).toBe(true);
    expect(read(desk.last())).toBe('2 files could not be opened.');
    const shown = desk
      .messages()
      .filter(message => message.photo)
      .map(({ caption }) => caption);
    expect(shown[0]).toBe(`${formatReceipt(report.id)} · 1/5\n${nasty[0]}`);

    await desk.press(card, 'Whole text');
    const pieces = desk.messages().filter(({ text }) => text?.startsWith('Account of'));
    const text = pieces.map(piece => piece.text?.slice(piece.text.indexOf('\n') + 1)).join('');
    expect(text).toBe('я'.repeat(8192));
    for (const piece of pieces) expect(piece.has_protected_content).toBe(true);
  });
});
