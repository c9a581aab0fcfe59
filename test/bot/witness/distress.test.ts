import { describe, expect, test } from 'vitest';
import { witnessCallbacks } from '../../../bot/callbacks/witness.ts';
import { emptyChat } from '../../../lib/store/chats/chats.ts';
import { catalogues } from '../../support/catalogues.ts';
import { read, startDesk, submit, until } from '../../support/product/desk.ts';
import { startProduct } from '../../support/product/product.ts';
import { dataOf, go } from '../../whole/steps.ts';

const calls = {
  en: 'Help us, we are trapped under rubble',
  uk: 'Допоможіть, ми під завалами',
  ru: 'Помогите, мы под завалами',
} as const;
/** It calls for help, and tells of an attack. */
const alarming = 'Izium, right now: shells on Shevchenka street, 3 wounded, one is bleeding';
const firstLines = {
  en: 'Call 112, or 101 (rescue service), 103 (ambulance), 102 (police) now.',
  uk: 'Телефонуйте зараз: 112 або 101 (рятувальники), 103 (швидка), 102 (поліція).',
  ru: 'Звоните сейчас: 112 или 101 (спасатели), 103 (скорая), 102 (полиция).',
} as const;

describe('a call for help', () => {
  test.each(['en', 'uk', 'ru'] as const)(
    'is answered with the numbers in %s before consent, whatever language it is in, and nothing is stored',
    async language => {
      const { witness, dump } = await startProduct({ language });
      await witness.start();
      const [page] = witness.messages().filter(({ reply_markup }) => reply_markup);
      const before = await dump('chats');
      for (const call of Object.values(calls)) {
        await witness.send(call);
        expect(read(witness.last()).split('\n')[0]).toBe(firstLines[language]);
      }
      expect(await dump('chats')).toEqual(before);
      // The report can go on afterwards.
      expect(witness.messages().filter(({ reply_markup }) => reply_markup)).toEqual([page]);
      expect(read(witness.last())).toContain('/start');
    },
  );

  test.each([
    ['en', 'Help'],
    ['uk', 'Допоможіть!'],
    ['ru', 'помогите пожалуйста'],
  ] as const)(
    'that is a bare word is answered in %s with the numbers and with where the person is, before consent and at a question',
    async (language, word) => {
      const { witness, store, deps } = await startProduct({ language });
      const { distress, place } = catalogues[language].witness;
      const numbers =
        distress.unsaid(deps.country.emergency).source.split('</b>')[0]?.replace('<b>', '') ?? '';
      const draft = async () => (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
      await witness.start();
      await witness.send(word);
      expect(dataOf(witness.last())).toContain(witnessCallbacks.data('agree'));
      expect(read(witness.last())).toContain(deps.country.emergency.all);
      await go(witness, ['agree', 'attack']);
      const before = await draft();
      await witness.send(word);
      expect(read(witness.last()).startsWith(numbers)).toBe(true);
      expect(read(witness.last())).toContain(place.title);
      expect(await draft()).toEqual(before);
    },
  );

  test('that is a bare word below a photo can still be taken with its photo', async () => {
    const { witness, store, deps } = await startDesk();
    await go(witness, ['agree', 'attack']);
    await witness.photo(undefined, { caption: 'Help!' });
    await witness.press('Use only this message');
    const { draft } = (await store.chats.read(deps.identity.chatKey(witness.id))) ?? {};
    expect(draft?.answers.evidence).toMatchObject([{ kind: 'photo', caption: 'Help!' }]);
  });

  test('leaves the draft as it was, at a question, in a caption and at the preview, and leads back to it', async () => {
    const { witness, store, deps, dump } = await startDesk();
    const draft = async () => (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
    await witness.press('I understand, continue');
    await witness.press('An attack');
    const atPlace = await draft();
    await witness.send(calls.uk);
    expect(read(witness.last())).toContain('Call 112');
    await witness.photo(undefined, { caption: calls.en });
    expect(read(witness.last())).toContain('Call 112');
    expect(await draft()).toEqual(atPlace);
    expect(JSON.stringify(await dump('chats'))).not.toContain('завал');
    await witness.press('Go on with the report');
    expect(read(witness.last())).toContain('Where did it happen?');

    const key = deps.identity.chatKey(witness.id);
    const chat = await store.chats.read(key);
    if (!chat || !atPlace) throw new Error('No draft');
    const atPreview = { ...atPlace, at: 'preview' };
    await store.chats.save(key, { ...chat, version: chat.version + 1, draft: atPreview });
    await witness.send(calls.ru);
    expect(read(witness.last())).toContain('Call 112');
    expect(await draft()).toEqual(atPreview);
  });

  test.each([
    'Izium, right now: shells on Shevchenka street, 3 wounded, one is bleeding',
    'Izium, Shevchenka street: two shells hit the yard, 3 wounded. Mother is shouting: help us, we are trapped!',
  ])('that was none is taken as it was written, though it was kept nowhere: %s', async account => {
    const { witness, store, deps, dump } = await startDesk();
    const chat = () => store.chats.read(deps.identity.chatKey(witness.id));
    await witness.press('I understand, continue');
    await witness.send(account);
    expect(read(witness.last())).toContain('Call 112');
    expect((await chat())?.draft).toBeUndefined();
    await witness.press('Use only this message');
    expect((await chat())?.draft?.answers).toMatchObject({
      account,
      injured: { min: 3, max: 3 },
    });
    expect(JSON.stringify(await dump('chats'))).not.toContain('Shevchenka');
    expect(witness.messages().filter(({ reply_markup }) => reply_markup)).toHaveLength(1);
  });

  test.each(['en', 'uk', 'ru'] as const)(
    'after another says in %s that its button takes it alone',
    async language => {
      const { witness, store, deps } = await startProduct({ language });
      const { agree, distress } = catalogues[language].witness;
      await witness.start();
      await witness.press(agree);
      await witness.send(calls.en);
      await witness.send(alarming);
      expect(distress.told).toMatch(/only|лише|только/);
      expect(read(witness.last())).toContain('112');
      await witness.press(distress.told);
      const { draft } = (await store.chats.read(deps.identity.chatKey(witness.id))) ?? {};
      expect(draft?.answers.account).toBe(alarming);
      expect(witness.messages().filter(({ reply_markup }) => reply_markup)).toHaveLength(1);
    },
  );

  test('that was none, in a caption at a question, brings its photo too', async () => {
    const { witness, store, deps } = await startDesk();
    const draft = async () => (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
    await witness.press('I understand, continue');
    await witness.photo(undefined, { caption: calls.en });
    expect((await draft())?.answers.evidence).toBeUndefined();
    await witness.press('Use only this message');
    expect((await draft())?.answers.evidence).toMatchObject([{ kind: 'photo', caption: calls.en }]);
  });

  test('leads home where nothing was begun', async () => {
    const { witness } = await startDesk();
    await witness.press('I understand, continue');
    await witness.send(calls.en);
    await witness.press('Report later');
    expect(read(witness.last())).toContain('What do you want to report, or look at?');
  });

  test("is no answer to a moderator's question", async () => {
    const { product, desk, witness, store, deps } = await startDesk();
    const report = await submit(product, witness);
    const at = deps.now().toISOString();
    await store.reports.ask({
      id: report.id,
      version: report.version,
      by: deps.identity.member(desk.id),
      at,
      wording: { words: 'How do you know?' },
    });
    await until(() => read(witness.last()).includes('How do you know?'));
    await witness.press('Answer');
    const pending = async () => (await store.chats.read(deps.identity.chatKey(witness.id)))?.pendingInput;
    const before = await pending();
    await witness.send(calls.en);
    expect(read(witness.last())).toContain('Call 112');
    expect(before).toBeDefined();
    expect(await pending()).toEqual(before);
    await witness.press('Go on with the report');
    expect(read(witness.last())).toContain('How do you know?');
  });

  test("of a moderator is no answer to what the bot asked them, and a channel's post is none", async () => {
    const { moderator, witness, store, deps } = await startDesk();
    const key = deps.identity.chatKey(moderator.id);
    const pendingInput = { kind: 'member' };
    await store.chats.save(key, { ...emptyChat(), version: emptyChat().version + 1, pendingInput });
    await moderator.send(calls.en);
    expect(read(moderator.last())).toContain('Call 112');
    expect((await store.chats.read(key))?.pendingInput).toEqual(pendingInput);
    await witness.press('I understand, continue');
    await witness.forwardPost({
      channel: { title: 'News' },
      message_id: 1,
      date: 1_700_000_000,
      text: calls.en,
    });
    expect(read(witness.last())).not.toContain('Call 112');
  });
});
