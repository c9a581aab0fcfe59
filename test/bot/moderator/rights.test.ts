import { describe, expect, test } from 'vitest';
import { cardOf, enlist, now, startDesk, submit } from '../../support/product/desk.ts';

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
