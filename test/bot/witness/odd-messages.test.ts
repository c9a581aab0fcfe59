import { describe, expect, test } from 'vitest';
import type { Report } from '../../../lib/report/report.ts';
import { cardOf, read, startDesk, submit } from '../../support/product/desk.ts';
import { webhookSecret } from '../../support/product/product.ts';
import { begin, go, pressOn, unknownAllTheWay } from '../../whole/steps.ts';

const mediaOf = { file_id: 'f', file_unique_id: 'u', width: 1, height: 1, duration: 1 };
const forwarded = { forward_origin: { type: 'hidden_user', sender_user_name: 'Olena', date: 1_700_000_000 } };

/** Kinds of messages of which nothing is taken, some with a caption. */
const useless: Readonly<Record<string, object>> = {
  poll: { poll: { id: '1', question: 'Was it loud?', options: [] } },
  dice: { dice: { emoji: '🎲', value: 3 } },
  story: { story: { id: 1, chat: { id: 7, type: 'private' } } },
  sticker: { sticker: { ...mediaOf, type: 'regular' } },
  contact: { contact: { phone_number: '+380501234567', first_name: 'Ivan' } },
  'paid media': { paid_media: { star_count: 1, paid_media: [] }, caption: 'Two wounded in Izium' },
  'an animation': { animation: mediaOf, document: mediaOf, caption: 'Two wounded in Izium' },
  'a forwarded rich message (K25)': { rich_message: {}, ...forwarded },
  'a kind of next year': { hologram: {} },
};

describe('nothing is lost in silence', () => {
  test('of a kind of message that cannot be used one line says so, and the question stays as it was', async () => {
    const { product, witness, store, deps } = await startDesk();
    await go(witness, ['agree', 'attack']);
    const stored = async () => (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
    const before = await stored();
    let updates = 900_000;
    for (const [kind, content] of Object.entries(useless)) {
      updates += 1;
      const message = {
        message_id: updates,
        date: Math.floor(Date.now() / 1000),
        chat: { id: witness.chatId, type: 'private', first_name: 'Olena' },
        from: witness.user,
        ...content,
      };
      const answer = await fetch(product.webhook, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhookSecret },
        body: JSON.stringify({ update_id: updates, message }),
      });
      expect({ kind, status: answer.status }).toEqual({ kind, status: 200 });
      const told = read(witness.last());
      expect(told, kind).toMatch(
        /cannot be recorded|cannot be used|not accepted|do not send people’s contacts/,
      );
      expect(told, kind).toContain('Where did it happen?');
      expect(await stored(), kind).toEqual(before);
    }
  });

  test('before consent, what was sent is said not to be kept in the last line above the buttons, in sight', async () => {
    const { witness } = await startDesk();
    const lastLine = () => read(witness.last()).split('\n').at(-1);
    await witness.send('Two shells hit the market in Izium yesterday, three people were injured');
    expect(lastLine()).toBe('Your message was not saved: please read this first. Then send it again.');
    await witness.contact({ phone_number: '+380501234567', first_name: 'Ivan' });
    expect(lastLine()).toBe('Please do not send people’s contacts. This one was not saved.');
    await witness.forwardPost({
      channel: { title: 'News' },
      message_id: 1,
      date: 1_700_000_000,
      text: 'Izium',
    });
    expect(lastLine()).toBe('Please read this first. Then forward the post again.');
  });

  test('a caption of 2,048 characters reaches the moderators whole, and no emoji is ever halved (K14, K15)', {
    timeout: 180_000,
  }, async () => {
    const { product, desk, witness, store, telegram, dump } = await startDesk();
    // Telegram's limits, and ours, fall into a character of two units wherever the caption is cut.
    const end = ' Four people were wounded.';
    const caption = `a${'😀'.repeat((2048 - end.length - 1) / 2)}${end}`.slice(0, 2048);
    await go(witness, ['agree', ...unknownAllTheWay.slice(0, -1)]);
    telegram.calls.length = 0;
    await witness.photo(undefined, { caption });
    await go(witness, ['_none', 'done', 'send']);
    const [{ id } = { id: '' }] = (await store.queue.list({ limit: 1 })).items;
    const report = (await store.reports.read(id)) as Report;
    expect(report.answers.account).toContain(end.trim());
    expect(report.answers.evidence?.[0]?.caption).toBe(caption);
    const card = await cardOf(desk, report);
    await pressOn(desk, `evidence:${id}`);
    await pressOn(desk, `history:${id}`);
    const next = await cardOf(desk, await submit(product, witness));
    expect(next.message_id).not.toBe(card.message_id);
    const said = [
      ...telegram.calls.map(({ parameters }) => JSON.stringify(parameters)),
      ...(await Promise.all((['chats', 'keys', 'records'] as const).map(dump))).map(items =>
        JSON.stringify(items),
      ),
    ];
    expect(said.filter(text => !text.isWellFormed() || /\\ud[89a-f]/i.test(text))).toEqual([]);
    expect(telegram.calls.filter(({ error }) => error)).toEqual([]);
  });

  test('of a file and of a voice it is said what they hold, and who sees it (K26)', async () => {
    const { witness } = await startDesk();
    await begin(witness);
    await go(witness, unknownAllTheWay.slice(0, -1));
    await witness.document();
    expect(read(witness.last())).toContain('may hold the exact place, the time and the phone');
    expect(witness.buttons(witness.last()).flat()).toContain('Remove this file');
    await witness.press('Remove this file');
    await witness.voice();
    expect(read(witness.last())).toContain('can be recognised');
  });
});
