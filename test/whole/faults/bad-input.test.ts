import { describe, expect, it } from 'vitest';
import { samplePhoto } from '../../../infra/local/telegram/people/sample.ts';
import { locales } from '../../../lib/locale.ts';
import { catalogues } from '../../support/catalogues.ts';
import { startProduct } from '../../support/product/product.ts';
import { until } from '../../support/until.ts';
import { approve, begin, dataOf, go, release, unknownAllTheWay, untilButton } from '../steps.ts';

const t = catalogues.en.witness;
const hostile =
  '</b><script>alert(1)</script> & <a href="https://evil">x</a> \u202Eright to left\u202C Z\u0351\u0358\u0361a\u0322l\u0321g\u034Fo\u031B';

describe('whatever a witness does wrong gets a clear answer and loses nothing', () => {
  it.each(locales)(
    'a sticker, a contact, an edit, a live location, an unknown command, in %s',
    { timeout: 180_000 },
    async locale => {
      const { witness } = await startProduct({ language: locale });
      const texts = catalogues[locale].witness;
      await begin(witness);
      await go(witness, ['attack']);
      const question = witness.last().text ?? '';
      const place = texts.place.title;
      const stays = (note: string): void => {
        expect(witness.last().text).toContain(note);
        expect(witness.last().text).toContain(place);
      };
      expect(question).toContain(place);
      await witness.sticker();
      stays(texts.refused.sticker);
      await witness.contact({ phone_number: '+380501234567', first_name: 'Ivan' });
      stays(texts.refused.contact);
      const typed = await witness.send('\u200F\u200F !!!');
      stays(texts.refused.empty);
      await witness.edit(typed, 'Kharkiv');
      stays(texts.refused.edited);
      await witness.send('/nonsense');
      stays(texts.unknownCommand.source);
      const live = await witness.liveLocation(50.0, 36.23);
      expect(witness.last().text).toContain(texts.time.title);
      const before = witness.messages().length;
      await witness.moveLocation(live, 50.01, 36.24);
      expect(witness.messages()).toHaveLength(before);
    },
  );

  it('keeps one screen, however many answers are typed', async () => {
    const { witness } = await startProduct();
    await begin(witness);
    await go(witness, [
      'attack',
      '=Kharkiv',
      '=yesterday at 14:30',
      '=many small explosions',
      '=cluster',
      '=mlrs',
      'remains',
      '=0',
      '=8-10',
    ]);
    const mine = witness.messages().filter(message => message.from?.is_bot);
    expect(mine).toHaveLength(1);
    expect(mine[0]?.text).toContain('8–10');
  });

  it('a stale button, a forged one, and one from an earlier draft change nothing and say so', async () => {
    const { witness, telegram, store, deps } = await startProduct();
    await begin(witness);
    await go(witness, ['attack']);
    const data = dataOf(witness.last()).find(one => one.endsWith(':_none')) ?? '';
    await go(witness, ['_none']);
    await witness.forge(witness.last(), data);
    expect(witness.toasts.at(-1)?.text).toBe(t.staleButton);
    const key = deps.identity.chatKey(witness.id);
    const before = (await store.chats.read(key))?.draft;
    for (const forged of [
      'w',
      'w:',
      'w::::',
      'w:answer:XXXX:place:_none',
      `${data}:x:y`,
      'm:approve:AAAAAAAAAA:1',
      'm:',
      'r:latest:%:%',
      'x',
      '🙂'.repeat(16),
      'w:open:REPORT#1',
      'w:withdraw_yes:0000000000',
      'w:language:xx',
      'w:-:erase_yes',
    ]) {
      await witness.forge(witness.last(), forged);
    }
    await telegram.idle();
    const after = (await store.chats.read(key))?.draft;
    expect(after?.answers).toEqual(before?.answers);
    expect(after?.at).toBe(before?.at);
    for (const { attempts } of telegram.deliveries) expect(attempts).toEqual([200]);
  });

  it('two presses at once, and a press and a message at once, are each taken once', async () => {
    const { witness, store, deps, telegram } = await startProduct();
    await begin(witness);
    const screen = witness.last();
    const attack = dataOf(screen).find(one => one.endsWith(':attack')) ?? '';
    await Promise.all([
      witness.press(screen, attack),
      witness.press(screen, attack),
      witness.send('Kharkiv'),
    ]);
    await telegram.idle();
    const chat = await store.chats.read(deps.identity.chatKey(witness.id));
    // Whichever came first: the presses, and the words answered the next question, or the words, of which a card was shown.
    const { at, answers } = chat?.draft ?? {};
    expect(answers).toMatchObject({ place: { region: 'UA-63' } });
    expect([at, answers?.phase]).toEqual(at === 'card' ? ['card', undefined] : ['time', 'attack']);
  });

  it('the same update twice changes nothing the second time', async () => {
    const { witness, store, deps, telegram } = await startProduct();
    await begin(witness);
    await go(witness, ['attack', '_none', '_none', '_none', '_none']);
    telegram.faults.nextUpdate('duplicate');
    await witness.send('3');
    await telegram.idle();
    const chat = await store.chats.read(deps.identity.chatKey(witness.id));
    expect(chat?.draft?.answers.killed).toEqual({ min: 3, max: 3 });
    expect(chat?.draft?.answers.injured).toBeUndefined();
    expect(chat?.draft?.at).toBe('injured');
  });

  it('an album is kept picture by picture, and answered by one screen', async () => {
    const { witness, store, deps } = await startProduct();
    await begin(witness);
    await go(witness, unknownAllTheWay.slice(0, -2));
    await witness.album(
      [1, 2, 3].map(n => samplePhoto(`${n}.png`)),
      { caption: 'Our street' },
    );
    const chat = await store.chats.read(deps.identity.chatKey(witness.id));
    expect(chat?.draft?.answers.evidence).toHaveLength(3);
    expect(witness.messages().filter(message => message.from?.is_bot)).toHaveLength(1);
  });

  it('5,000 characters are kept whole, though Telegram sends them as two messages', async () => {
    const { witness, store, deps } = await startProduct();
    await begin(witness);
    await go(witness, unknownAllTheWay.slice(0, -3));
    const story = 'It was loud. '.repeat(400).slice(0, 5000).trim();
    await witness.send(story);
    const account = (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft?.answers.account ?? '';
    expect(account.replaceAll('\n', '').length).toBeGreaterThanOrEqual(story.length - 2);
    await witness.send(story);
    expect(
      (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft?.answers.account?.startsWith(
        'It was loud.',
      ),
    ).toBe(true);
  });

  it('shows hostile text as text, in every place where it can be typed', { timeout: 180_000 }, async () => {
    const product = await startProduct();
    const { witness, moderator, group, reader, telegram, store } = product;
    await begin(witness);
    await go(witness, ['attack', `=${hostile.slice(0, 150)}`]);
    if (dataOf(witness.last()).some(data => data.endsWith(':none_of_these')))
      await go(witness, ['none_of_these']);
    await go(witness, [
      'UA-63',
      '_none',
      '_none',
      '_none',
      '_none',
      '_none',
      '_none',
      'more',
      'newsroom',
      `=${hostile}`,
      `=${hostile}`,
      '_none',
      'no',
      `=${hostile}`,
      'alleged',
      `=${hostile.repeat(10)}`,
      '_none',
      'send',
    ]);
    await approve(moderator.in(group), (await store.queue.list({ limit: 1 })).items[0]?.id ?? '');
    await release(product);
    await until(async () => {
      await reader.send('/latest');
      return reader.last().text?.includes('alert(1)');
    });
    expect(telegram.calls.filter(call => call.error?.description.includes("can't parse entities"))).toEqual(
      [],
    );
    const shown = [...witness.messages(), ...moderator.in(group).messages(), ...reader.messages()].filter(
      one => one.from?.is_bot,
    );
    for (const { entities = [] } of shown)
      expect(entities.some(({ type }) => type === 'text_link')).toBe(false);
  });

  it('a blocked bot does not stop anything', async () => {
    const { witness, moderator, group, store, telegram } = await startProduct();
    await begin(witness);
    await go(witness, [...unknownAllTheWay, 'send']);
    await untilButton(moderator.in(group), 'approve');
    await witness.block();
    await approve(moderator.in(group), (await store.queue.list({ limit: 1 })).items[0]?.id ?? '');
    await telegram.idle();
    expect((await store.incidents.embargoed({ limit: 1 })).items).toHaveLength(1);
  });

  it('a group where it was not invited is told so and left', async () => {
    const { witness, telegram } = await startProduct();
    const stranger = await telegram.group({
      title: 'Strangers',
      members: [{ id: witness.id }],
      bot: 'member',
    });
    await telegram.idle();
    await witness.in(stranger).send('/start');
    await telegram.idle();
    expect(telegram.calls.some(({ method }) => method === 'leaveChat')).toBe(true);
  });
});
