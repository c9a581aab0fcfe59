import { describe, expect, test } from 'vitest';
import { cardOf, now, read, startDesk, submit, until } from '../../../support/product/desk.ts';

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
