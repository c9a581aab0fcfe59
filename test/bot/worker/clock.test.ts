import { Api } from 'grammy/web';
import { describe, expect, test } from 'vitest';
import { releaseDue } from '../../../bot/worker/due.ts';
import { people } from '../../../infra/local/demo-people.ts';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import type { Report } from '../../../lib/report/report.ts';
import { digestKey } from '../../../lib/store/dynamodb/keys.ts';
import type { Store } from '../../../lib/store/store.ts';
import { read } from '../../support/product/desk.ts';
import { answers } from '../../support/samples/samples.ts';
import { approval } from '../../support/samples/submission.ts';
import { incidentRecord, none, recordOf, setUp, submit, telegram } from './setup.ts';

describe('the clock', () => {
  const embargoed = async (store: Store, witness: Person, clock: Date): Promise<string> => {
    const report = await submit(store, witness, 'uk', {
      receivedAt: clock.toISOString(),
      answers: { ...answers, occurred: { precision: 'unknown', zone: 'Europe/Kyiv' } },
    });
    const approving = approval(report, { by: 'nobody-known', at: clock.toISOString() });
    await store.reports.approve(approving);
    return approving.into.incident;
  };

  test('releases what is due, once, and tells the group how many in one message', async () => {
    const { store, worker, tick, group, witness, sent, wait, deps } = await setUp();
    const incidents = [
      await embargoed(store, witness, deps.now()),
      await embargoed(store, witness, deps.now()),
    ];
    const before = await Promise.all(incidents.map(id => store.incidents.read(id)));
    await tick();
    expect((await store.incidents.latest({ limit: 5 })).items).toEqual([]);
    wait(4 * 3_600_000 + 1000);
    await tick();
    await tick();
    const after = await Promise.all(incidents.map(id => store.incidents.read(id)));
    expect(after.map(incident => incident?.status)).toEqual(['published', 'published']);
    const records = after.map((incident, n) => incidentRecord(incident, before[n]));
    for (let n = 0; n < 2; n += 1) expect(await worker({ Records: records })).toEqual(none);
    await tick();
    await tick();
    expect(sent(group.id)).toBe(1);
    expect(read(group.last())).toContain('2');
  });

  test('begins no release after half a minute of them; the rest is released with the next minute', async () => {
    const { store, wait, witness, deps } = await setUp();
    for (let n = 0; n < 5; n += 1) await embargoed(store, witness, deps.now());
    wait(4 * 3_600_000 + 1000);
    const slow = async (call: Parameters<Store['incidents']['release']>[0]) => {
      wait(10_000);
      return store.incidents.release(call);
    };
    const api = new Api(people.token, { apiRoot: telegram.url });
    const slowly = { ...deps, api, store: { ...store, incidents: { ...store.incidents, release: slow } } };
    const released = async () => (await store.incidents.latest({ limit: 9 })).items.length;
    await releaseDue(slowly);
    expect(await released()).toBe(3);
    await releaseDue(slowly);
    expect(await released()).toBe(5);
  });

  test('gathers into one message what came faster than the group may be written to', async () => {
    const { store, worker, tick, group, witness, sent, deps } = await setUp();
    const reports: Report[] = [];
    for (let n = 0; n < 16; n += 1)
      reports.push(await submit(store, witness, 'uk', { receivedAt: deps.now().toISOString() }));
    expect(await worker({ Records: reports.map(report => recordOf(report)) })).toEqual(none);
    expect(sent(group.id)).toBe(12);
    await tick();
    await tick();
    expect(sent(group.id)).toBe(13);
    expect(read(group.last())).toContain('4');
    expect(JSON.stringify(group.last().reply_markup)).toContain('m:queue');
  });

  test('reminds of what waits for too long, once in that time', async () => {
    const { store, tick, group, witness, sent, wait, deps } = await setUp();
    await submit(store, witness, 'uk', { receivedAt: deps.now().toISOString() });
    await tick();
    expect(sent(group.id)).toBe(0);
    wait(13 * 3_600_000);
    await tick();
    await tick();
    expect(sent(group.id)).toBe(1);
    wait(12 * 3_600_000);
    await tick();
    expect(sent(group.id)).toBe(2);
  });

  test('goes on though its digest cannot be read, which the next card mends', async () => {
    const { store, worker, tick, group, witness, wait, deps, log, spoil } = await setUp();
    const incident = await embargoed(store, witness, deps.now());
    const key = deps.identity.chatKey(group.id);
    await store.digests.postpone(key, 'releases');
    await spoil(digestKey(key), 'chats');
    wait(13 * 3_600_000);
    await submit(store, witness);
    await tick();
    expect((await store.incidents.read(incident))?.status).toBe('published');
    expect(log.filter(line => line.includes('"not_done"') && line.includes('digest'))).not.toEqual([]);
    expect(read(group.last())).toContain('1');
    telegram.faults.next('sendMessage', { kind: 'error', code: 429, retryAfter: 5 });
    await worker({ Records: [recordOf(await submit(store, witness))] });
    await tick();
    expect(await store.digests.read(key)).toEqual({ cards: 0, releases: 0, anonymous: 0 });
  });

  test('is not stopped by a Telegram that is down: what is due is released all the same', async () => {
    const { store, tick, witness, wait, deps, log } = await setUp();
    const incident = await embargoed(store, witness, deps.now());
    await submit(store, witness, 'uk', { receivedAt: deps.now().toISOString() });
    wait(13 * 3_600_000);
    telegram.faults.next('sendMessage', { kind: 'error', code: 502 });
    await tick();
    expect((await store.incidents.read(incident))?.status).toBe('published');
    expect(log.some(line => line.includes('not_done'))).toBe(true);
  });
});
