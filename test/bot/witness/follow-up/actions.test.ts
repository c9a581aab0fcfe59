import { describe, expect, test } from 'vitest';
import { samplePhoto } from '../../../../infra/local/telegram/people/sample.ts';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import { approveCard, cardOf, now, read, startDesk, submit, until } from '../../../support/product/desk.ts';

const post = {
  channel: { title: 'Запорізька обласна військова адміністрація', username: 'zoda_gov_ua' },
  message_id: 8123,
  // 11 May 2022, 09:00 in Kyiv.
  date: Date.UTC(2022, 4, 11, 6) / 1000,
  text: 'У Малокатеринівці внаслідок обстрілу касетними боєприпасами з РСЗВ поранено 8 людей, троє з них – медики.',
};

describe('a post of a channel, forwarded', () => {
  test('starts a report with its source, day, link and words', async () => {
    const { witness, store, deps } = await startDesk();
    await witness.press('I understand, continue');
    await witness.forwardPost(post);
    const draft = (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
    expect(draft?.answers).toMatchObject({
      post: { text: post.text, by: { link: 'https://t.me/zoda_gov_ua/8123' } },
      source: {
        kind: 'regional_administration',
        name: 'Запорізька обласна військова адміністрація',
        channel: 'Telegram post',
        link: 'https://t.me/zoda_gov_ua/8123',
        published: '2022-05-11',
      },
    });
    expect(read(witness.last())).toContain(
      'Taken from the post by Запорізька обласна військова адміністрація',
    );
  });

  test('is kept with a report that is begun, its picture too, and asks nothing of somebody who has not agreed', async () => {
    const { witness, store, deps, reader } = await startDesk();
    await reader.start();
    await reader.forwardPost(post);
    expect(read(reader.last())).toContain('Then forward the post again.');
    await witness.press('I understand, continue');
    await witness.press('An attack');
    await witness.forwardPost({
      ...post,
      photo: samplePhoto(),
    });
    const draft = (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
    expect(draft?.answers).toMatchObject({
      phase: 'attack',
      source: { kind: 'regional_administration' },
      evidence: [{ kind: 'photo' }],
    });
  });
});

describe('an amendment', () => {
  test('after approval returns the report to review, and leaves what is published until then', async () => {
    const { product, desk, witness, store } = await startDesk();
    const report = await submit(product, witness);
    const card = await cardOf(desk, report);
    await approveCard(desk, card);
    await until(() => now(desk, card).includes('Approved by Marko'));
    await witness.press('I understand, continue');
    await witness.send('/myreports');
    await witness.press(`${formatReceipt(report.id)}: Approved`);
    await witness.press('Correct this report');
    expect(read(witness.last())).toContain('Change the answers you need to');
    await witness.press('Change an answer');
    await witness.press('Killed');
    await witness.send('2');
    await witness.press('Go on');
    await witness.press('Send the correction');
    expect(read(witness.last())).toContain('Your correction of report');
    expect(await store.reports.read(report.id)).toMatchObject({
      status: 'in_review',
      answers: { killed: { min: 2, max: 2 } },
    });
    const [shown] = (await store.incidents.latest({ limit: 1 })).items;
    expect(shown).toMatchObject({ version: 1, killed: 'unknown' });
    const fresh = await until(() =>
      desk
        .messages()
        .findLast(message => read(message).includes('It was approved before and has changed since.')),
    );
    await approveCard(desk, fresh, 'Keep its current incident');
    expect((await store.incidents.read(shown?.id ?? ''))?.killed).toEqual({ min: 2, max: 2 });
    await witness.send('/changes');
    // The notice of the decision may come below it.
    await until(() => witness.messages().find(message => read(message).includes('Killed: unknown → 2')));
  });

  test('is not begun over a draft, nor of a report of somebody else', async () => {
    const { product, witness, reader, store, deps } = await startDesk();
    const report = await submit(product, witness);
    await reader.start();
    await reader.forge(reader.last(), `w:amend:${report.id}`);
    expect(read(reader.last())).not.toContain(formatReceipt(report.id));
    await witness.press('I understand, continue');
    await witness.press('An attack');
    await witness.forge(witness.last(), `w:amend:${report.id}`);
    expect(read(witness.last())).toContain('First send or erase the report you are writing.');
    const draft = (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
    expect(draft?.id).not.toBe(report.id);
  });
});
