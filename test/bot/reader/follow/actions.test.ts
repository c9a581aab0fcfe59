import { describe, expect, test } from 'vitest';
import type { Person } from '../../../../infra/local/telegram/people/person.ts';
import { mostTopics } from '../../../../lib/follow/follower.ts';
import type { Topic } from '../../../../lib/follow/topic.ts';
import { now, read } from '../../../support/product/desk.ts';
import { type Product, startProduct } from '../../../support/product/product.ts';
import { begin, pressOn } from '../../../whole/steps.ts';

const country: Topic = { kind: 'country' };
const kharkivRegion: Topic = { kind: 'region', region: 'UA-63' };
const kharkiv: Topic = { kind: 'settlement', settlement: 706_483 };
const izium: Topic = { kind: 'settlement', settlement: 707_292 };
const cluster: Topic = { kind: 'munitions', munitions: ['cluster_munition'] };
const mines: Topic = {
  kind: 'munitions',
  munitions: ['anti_personnel_mine', 'anti_vehicle_mine', 'scatterable_mine'],
};

const followed = async ({ store }: Product, person: Person): Promise<readonly Topic[]> =>
  (await store.followers.read(person.chatId))?.topics.map(({ topic }) => topic) ?? [];

test('a reader chooses what to follow by buttons, sees it, changes when to be told, and stops', async () => {
  const product = await startProduct();
  const { reader, store } = product;
  await reader.send('/follow');
  const screen = reader.last();
  expect(now(reader, screen)).toContain('You follow nothing yet.');
  expect(now(reader, screen)).toContain('at most 10');
  expect(now(reader, screen)).toContain('are kept, encrypted, until you stop');
  await reader.press(screen, 'Follow a region');
  await reader.press(screen, 'Kharkiv region');
  expect(now(reader, screen)).toContain('From now on you follow: Kharkiv region.');
  expect(now(reader, screen)).toContain('Nothing comes between 22:00 and 08:00');
  await reader.press(screen, 'Follow a munition');
  await reader.press(screen, 'More');
  await reader.press(screen, 'Back');
  await reader.press(screen, 'Cluster munition');
  await reader.press(screen, 'Follow all of Ukraine');
  expect(await followed(product, reader)).toEqual([kharkivRegion, cluster, country]);

  await reader.press(screen, 'Soon, or once a day');
  await reader.press(screen, '20:00');
  expect(now(reader, screen)).toContain('once a day, from 20:00 on');
  await reader.press(screen, 'Also at night');
  expect(await store.followers.read(reader.chatId)).toMatchObject({ digest: 20, isAtNight: true });
  await reader.press(screen, 'Not at night');
  await reader.press(screen, 'Soon after it is published');
  const { digest, isAtNight } = (await store.followers.read(reader.chatId)) ?? {};
  expect([digest, isAtNight]).toEqual([undefined, undefined]);
  await reader.press(screen, 'What I follow');

  await reader.press(screen, 'Stop: Kharkiv region');
  expect(now(reader, screen)).toContain('You no longer follow: Kharkiv region.');
  await reader.press(screen, 'Stop everything');
  expect(now(reader, screen)).toContain('You follow nothing any more.');
  expect(await store.followers.read(reader.chatId)).toBeUndefined();
  expect((await product.dump('chats')).filter(({ pk }) => pk === 'FOLLOWERS')).toEqual([]);
});

describe('what a reader writes', () => {
  const following: readonly (readonly [words: string, topics: readonly Topic[]])[] = [
    ['/follow Kharkiv region', [kharkivRegion]],
    ['/follow Харківська область', [kharkivRegion]],
    ['/follow Изюм', [izium]],
    ['/follow cluster munitions', [cluster]],
    ['/follow міни', [mines]],
    ['/follow Ukraine', [country]],
    ['/Follow вся країна', [country]],
    ['follow Kharkiv region', [kharkivRegion]],
    ['I want to follow Izium', [izium]],
    ['Subscribe to cluster munitions', [cluster]],
    ['стежити за Харковом', [kharkiv]],
    ['Стежити за Харківською областю.', [kharkivRegion]],
    ['хочу слідкувати за касетними боєприпасами', [cluster]],
    ['стежити за Україною', [country]],
    ['підписатися на Ізюм', [izium]],
    ['следить за Харьковом', [kharkiv]],
    ['следи за Харьковской областью', [kharkivRegion]],
    ['подпишите меня на Изюм', [izium]],
    ['следить за всей страной', [country]],
  ];
  const stopping = [
    ['/unfollow Izium', 'You no longer follow'],
    ['unfollow Izium', 'You no longer follow'],
    ['не стежити за Ізюмом', 'You no longer follow'],
    ['отписаться от Изюма', 'You no longer follow'],
    ['/unfollow Kharkiv region', 'You do not follow this'],
  ] as const;

  test('is followed, or stopped, in three languages, after the command and without it', async () => {
    const product = await startProduct();
    const newcomer = () => product.telegram.user({ first_name: 'Reader', language_code: 'en' });
    for (const [words, topics] of following) {
      const one = newcomer();
      await begin(one);
      await one.send(words);
      expect({ words, topics: await followed(product, one) }).toEqual({ words, topics });
    }
    for (const [words, said] of stopping) {
      const one = newcomer();
      await one.send('/follow Izium');
      await one.send(words);
      expect(read(one.last())).toContain(said);
      const topics = said.includes('no longer') ? [] : [izium];
      expect({ words, topics: await followed(product, one) }).toEqual({ words, topics });
    }
  });

  test('and that may mean several things, is asked about', async () => {
    const product = await startProduct();
    const { reader } = product;
    await reader.send('/follow Kharkiv');
    expect(read(reader.last())).toContain('Which do you want to follow?');
    expect(await followed(product, reader)).toEqual([]);
    await reader.press('Kharkiv region');
    await reader.send('/follow Kharkiv 2022');
    expect(read(reader.last())).toContain('Which do you want to follow?');
    await reader.send('/follow Hogwarts');
    expect(read(reader.last())).toContain('I did not understand what to follow: Hogwarts');
    expect(await followed(product, reader)).toEqual([kharkivRegion]);
  });

  test('in the middle of a report, forwarded, or with something else beside it, is not taken from the report', async () => {
    const product = await startProduct();
    const { witness, store, deps } = product;
    await begin(witness);
    await witness.send('Стежити за Харковом було важко, прилетіло в будинок');
    expect(await followed(product, witness)).toEqual([]);
    await witness.forward({ type: 'hidden_user', date: 1, sender_user_name: 'Somebody' }, 'follow Izium');
    expect(await followed(product, witness)).toEqual([]);
    await witness.send('follow Izium');
    expect(await followed(product, witness)).toEqual([]);
    const chat = await store.chats.read(deps.identity.chatKey(witness.chatId));
    expect(chat?.draft).toBeDefined();
  });
});

test('nobody follows more than ten things, and is told so', async () => {
  const product = await startProduct();
  const { reader } = product;
  await reader.send('/follow');
  const screen = reader.last();
  const codes = ['05', '07', '12', '14', '18', '21', '23', '26', '32', '35', '46'];
  for (const code of codes) await reader.forge(screen, `r:follow:a${code}`);
  expect(now(reader, screen)).toContain('You follow 10 already');
  expect(await followed(product, reader)).toHaveLength(mostTopics);
  await reader.forge(screen, 'r:follow:a05');
  expect(now(reader, screen)).toContain('You follow this already: Vinnytsia region.');
  await reader.forge(screen, 'r:follow:a99');
  expect(await followed(product, reader)).toHaveLength(mostTopics);
});

test('below the news one press stops what they are about, and the news stay; what is followed opens below', async () => {
  const product = await startProduct();
  const { reader } = product;
  await reader.send('/follow Izium');
  await reader.send('/latest');
  const news = reader.last();
  const said = now(reader, news);
  expect(await reader.forge(news, 'r:unfollow:as707292:n')).toEqual({
    text: expect.stringContaining('You no longer follow: '),
    alert: true,
  });
  expect(await followed(product, reader)).toEqual([]);
  await reader.forge(news, 'r:following:n');
  expect(now(reader, news)).toBe(said);
  expect(read(reader.last())).toContain('You follow nothing yet.');
});

describe('what is kept of who follows something', () => {
  test('tells nobody who has the tables who it is or what they follow, and /privacy says what it is', async () => {
    const product = await startProduct();
    const { reader, witness } = product;
    for (const person of [reader, witness]) await person.send('/follow Izium');
    await reader.send('/follow Kharkiv region');
    const kept = (await product.dump('chats')).filter(({ pk }) => pk === 'FOLLOWERS');
    expect(kept).toHaveLength(2);
    for (const item of kept) {
      expect(Object.keys(item).sort()).toEqual(['pk', 'sealed', 'shape', 'sk']);
      expect(JSON.stringify(item)).not.toMatch(new RegExp(`707292|UA-63|${reader.id}|${witness.id}`));
    }
    expect(kept[0]?.sealed).not.toBe(kept[1]?.sealed);
    await reader.send('/privacy');
    expect(read(reader.last())).toContain('What you follow with /follow: your chat, your language');
    expect(read(reader.last()).length).toBeLessThanOrEqual(4096);
  });

  test.each([
    ['en', 'What you follow'],
    ['uk', 'За чим ви стежите'],
    ['ru', 'За чем вы следите'],
  ])('is erased with the contact, also in %s', async (language, words) => {
    const product = await startProduct({ language });
    const { reader } = product;
    await begin(reader);
    await reader.send('/follow Izium');
    await reader.send('/privacy');
    expect(read(reader.last())).toContain(words);
    await pressOn(reader, 'erase');
    await pressOn(reader, 'erase_yes');
    expect((await product.dump('chats')).filter(({ pk }) => pk === 'FOLLOWERS')).toEqual([]);
  });

  test('follows the language that they choose', async () => {
    const product = await startProduct();
    const { reader, store } = product;
    await begin(reader);
    await reader.send('/follow Izium');
    await reader.send('/language');
    await reader.press('Українська');
    expect((await store.followers.read(reader.chatId))?.locale).toBe('uk');
  });
});
