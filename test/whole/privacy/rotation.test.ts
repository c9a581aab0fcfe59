import { describe, expect, it } from 'vitest';
import { createIdentity, type Identity } from '../../../lib/identity/identity.ts';
import { newIncidentId } from '../../../lib/identity/receipt.ts';
import { cardOf, enlist, read, submit } from '../../support/product/desk.ts';
import { startProduct } from '../../support/product/product.ts';
import { approval } from '../../support/samples/submission.ts';
import { until } from '../../support/until.ts';
import { approve, begin, dataOf, go, pressOn, unknownAllTheWay } from '../steps.ts';

const older = 'the-identity-secret-of-last-year-for-tests';
const newer = 'the-identity-secret-of-this-year-for-tests';

/** A product whose identity secret can be changed while it runs, as a deployment changes it. */
const startRotating = async () => {
  let identity: Identity = createIdentity([older]);
  const current = new Proxy({} as Identity, { get: (_, name) => identity[name as keyof Identity] });
  const product = await startProduct({ identity: current });
  return {
    product,
    rotate: async (): Promise<void> => {
      identity = createIdentity([newer, older]);
      // A deployment starts every function anew.
      await product.restart();
    },
  };
};

const key = (secret: string) => createIdentity([secret]);

describe('after the identity secret was changed', () => {
  it('a witness goes on with the report that was begun before, and nothing of it stays under the old name', async () => {
    const { product, rotate } = await startRotating();
    const { witness, store } = product;
    await begin(witness);
    await go(witness, ['attack', '=Kharkiv']);
    await rotate();
    await go(witness, ['=yesterday at 14:30']);
    expect(await store.chats.read(key(older).chatKey(witness.id))).toBeUndefined();
    const chat = await store.chats.read(key(newer).chatKey(witness.id));
    expect(chat?.draft?.answers).toMatchObject({ phase: 'attack', place: { region: 'UA-63' } });
    expect(chat?.draft?.answers).toHaveProperty('occurred');
  });

  it('reports of before and after stand in one list, page by page, and those of before can be withdrawn', async () => {
    const { product, rotate } = await startRotating();
    const { witness, store } = product;
    await begin(witness);
    const before = [];
    for (let n = 0; n < 7; n += 1) before.push(await submit(product, witness));
    await rotate();
    const after = [];
    await witness.send('/help');
    for (let n = 0; n < 5; n += 1) after.push(await submit(product, witness));
    await witness.send('/myreports');
    const listed = (): readonly string[] => dataOf(witness.last()).filter(data => data.includes(':open:'));
    const first = listed();
    const older = dataOf(witness.last()).find(data => /:mine:./.test(data)) ?? '';
    await witness.press(older);
    const all = [...first, ...listed()].map(data => data.split(':').at(-1));
    expect(all).toEqual([...before, ...after].map(({ id }) => id).toReversed());
    const [oldest] = before;
    await pressOn(witness, `open:${oldest?.id}`);
    await pressOn(witness, `withdraw:${oldest?.id}`);
    await pressOn(witness, `withdraw_yes:${oldest?.id}`);
    expect((await store.reports.outcome(oldest?.id ?? ''))?.status).toBe('withdrawn');
  });

  it('somebody who was muted stays so: what they send is taken from nobody, and not kept', async () => {
    const { product, rotate } = await startRotating();
    const { witness, store, dump } = product;
    await begin(witness);
    const { reporter } = await submit(product, witness);
    const mute = { reporter, muted: true, by: 'moderator', at: new Date().toISOString() };
    await store.mutes.set(mute);
    await rotate();
    const reports = async () => (await dump('records')).filter(({ sk }) => sk === 'REPORT').length;
    const before = await reports();
    await go(witness, [...unknownAllTheWay, 'send']);
    expect(await reports()).toBe(before);
    await store.mutes.set({ ...mute, muted: false });
    await pressOn(witness, 'home');
    await go(witness, [...unknownAllTheWay, 'send']);
    expect(await reports()).toBe(before + 1);
  });

  it.each(['before', 'after'] as const)(
    'somebody muted by a report of %s the change neither answers nor corrects any of theirs',
    async muted => {
      const { product, rotate } = await startRotating();
      const { witness, store } = product;
      await witness.start();
      await pressOn(witness, 'agree');
      const older = await submit(product, witness);
      await rotate();
      await witness.send('/help');
      const newer = await submit(product, witness);
      const at = new Date().toISOString();
      for (const { id } of [older, newer])
        await store.reports.ask({ id, version: 1, by: 'marko', at, wording: { template: 'where_exactly' } });
      const { reporter } = muted === 'before' ? older : newer;
      await store.mutes.set({ reporter, muted: true, by: 'marko', at });
      const answerQuestion = (id: string) =>
        go(witness, ['=/myreports', `open:${id}`, `reply:${id}`, '=At the school', 'reply_send']);
      const correct = (id: string, killed: number) =>
        go(witness, [
          ...['=/myreports', `open:${id}`, `amend:${id}`, 'change', 'killed', `=${killed}`],
          ...['preview', 'send'],
        ]);
      const versions = () =>
        Promise.all([older, newer].map(async ({ id }) => (await store.reports.read(id))?.version));
      for (const { id } of [older, newer]) {
        await answerQuestion(id);
        await correct(id, 2);
      }
      expect(await versions()).toEqual([2, 2]);
      await store.mutes.set({ reporter, muted: false, by: 'marko', at });
      for (const { id } of [older, newer]) await correct(id, 3);
      expect(await versions()).toEqual([3, 3]);
    },
  );

  it.each([
    ['before', 'after'],
    ['after', 'before'],
  ] as const)(
    'somebody muted by a report of %s the change is heard again once a moderator unmutes them by one of %s it',
    async (muted, unmuted) => {
      const { product, rotate } = await startRotating();
      const { witness, store } = product;
      await witness.start();
      await pressOn(witness, 'agree');
      const older = await submit(product, witness);
      await rotate();
      await witness.send('/help');
      const newer = await submit(product, witness);
      const of = (when: 'before' | 'after') => (when === 'before' ? older : newer).reporter;
      expect(of('before')).not.toBe(of('after'));
      const at = new Date().toISOString();
      await store.mutes.set({ reporter: of(muted), muted: true, by: 'marko', at });
      expect(await store.mutes.has(of(unmuted))).toBe(true);
      expect(await store.mutes.set({ reporter: of(unmuted), muted: true, by: 'marko', at })).toBe(
        'unchanged',
      );
      expect(await store.mutes.set({ reporter: of(unmuted), muted: false, by: 'marko', at })).toBe('saved');
      expect(await store.mutes.has(of(muted))).toBe(false);
      const { id } = await submit(product, witness);
      expect(await store.reports.read(id)).toBeDefined();
    },
  );

  it('two reports of one witness, of before and after, are one voice', async () => {
    const { product, rotate } = await startRotating();
    const { witness, store } = product;
    await witness.start();
    await pressOn(witness, 'agree');
    const older = await submit(product, witness);
    await rotate();
    await witness.send('/help');
    const newer = await submit(product, witness);
    const incident = newIncidentId();
    for (const [kind, one] of [
      ['new', older],
      ['existing', newer],
    ] as const)
      expect(await store.reports.approve({ ...approval(one), into: { kind, incident } })).toMatchObject({
        kind: 'done',
      });
    const whole = await store.incidents.readWhole(incident);
    expect(new Set(whole?.contributions.map(({ reporter }) => reporter)).size).toBe(1);
    expect(whole?.incident.grade).toBe('single_source');
  });

  it('a witness of before is told what was decided, and is forgotten under every name', async () => {
    const { product, rotate } = await startRotating();
    const { witness, moderator, group, store, dump } = product;
    await begin(witness);
    const desk = moderator.in(group);
    await desk.send('/language');
    await pressOn(desk, 'language:en');
    const report = await submit(product, witness);
    await cardOf(desk, report);
    await rotate();
    await approve(desk, report.id);
    await until(() => witness.messages().some(message => read(message).includes('was approved')));
    await submit(product, witness);
    await witness.send('/privacy');
    await go(witness, ['erase', 'erase_yes']);
    for (const secret of [older, newer])
      expect(await store.chats.readContact(key(secret).reporter(witness.id))).toBeUndefined();
    const chats = await dump('chats');
    for (const secret of [older, newer])
      expect(JSON.stringify(chats)).not.toContain(key(secret).chatKey(witness.id));
  });

  it('moderators are still moderators, once each, with their names', async () => {
    const { product, rotate } = await startRotating();
    const { moderator, store } = product;
    await moderator.send('/language');
    const daryna = await enlist(product, 'Daryna');
    await rotate();
    await daryna.start();
    await daryna.send('/queue');
    expect(read(daryna.last())).toContain('Waiting');
    await moderator.send(`/moderators ${daryna.id}`);
    await moderator.send('/moderators');
    expect((await store.members.list()).items).toHaveLength(2);
    expect(read(moderator.last())).toContain('Daryna');
  });

  it("the moderators' chat keeps its language, on cards too", async () => {
    const { product, rotate } = await startRotating();
    const desk = product.moderator.in(product.group);
    await desk.send('/language');
    await pressOn(desk, 'language:en');
    await rotate();
    const report = await submit(product, product.reader);
    expect(read(await cardOf(desk, report))).toContain('Report ');
  });
});
