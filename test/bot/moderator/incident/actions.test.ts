import { describe, expect, test } from 'vitest';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import type { Answers } from '../../../../lib/report/report.ts';
import {
  approveCard,
  buttonsOf,
  cardOf,
  enlist,
  now,
  read,
  startDesk,
  submit,
} from '../../../support/product/desk.ts';
import { answers } from '../../../support/samples/samples.ts';

/** An incident of these reports, each of a person of its own, all of one place and day. */
const incidentOf = async (
  { product, desk, store }: Awaited<ReturnType<typeof startDesk>>,
  ...changes: readonly Partial<Answers>[]
) => {
  const reports = [];
  for (const [index, change] of changes.entries()) {
    const report = await submit(product, { id: 1000 + index }, change);
    reports.push(report);
    const [known] = index === 0 ? [] : (await store.incidents.latest({ limit: 1 })).items;
    const at = product.deps.now().toISOString();
    await store.reports.approve({
      id: report.id,
      version: 1,
      by: 'm',
      at,
      into: known
        ? { kind: 'existing', incident: known.id }
        : { kind: 'new', incident: `${report.id.slice(0, 9)}0` },
      checklist: { militaryPosition: false, identifiesPerson: false, graphic: false },
    });
  }
  const [incident] = (await store.incidents.latest({ limit: 1 })).items;
  if (!incident) throw new Error('No incident');
  await desk.send('/incidents');
  await desk.press('Published');
  await desk.press('1. Malokaterynivka');
  return { incident, reports, card: desk.last() };
};

describe('an incident of several reports', () => {
  test('shows what they differ in, and takes each aspect from the report that a moderator chooses', async () => {
    const all = await startDesk();
    const { desk, store } = all;
    const { incident, card } = await incidentOf(all, {}, { munition: 'rocket_artillery' });
    expect(now(desk, card)).toContain('Its reports differ in: munition');
    await desk.press(card, 'Choose the munition');
    expect(now(desk, card)).toContain('1. Cluster munition');
    expect(now(desk, card)).toContain('2. Rocket (Grad, Uragan, Smerch)');
    await desk.press(card, '2');
    expect((await store.incidents.read(incident.id))?.munition).toBe('rocket_artillery');
    expect(desk.toasts.at(-1)).toMatchObject({ text: 'Done.', alert: false });
    await desk.press(card, 'Grade');
    await desk.press(card, 'confirmed by the moderators');
    expect((await store.incidents.read(incident.id))?.grade).toBe('confirmed');
  });

  test('counts no number that a moderator set aside, shows it with the reason, and counts it again', async () => {
    const all = await startDesk();
    const { desk, store } = all;
    const { incident, card } = await incidentOf(
      all,
      { killed: { min: 3, max: 3 } },
      { killed: { min: 200, max: 200 } },
    );
    const killed = async () => (await store.incidents.read(incident.id))?.killed;
    expect(await killed()).toMatchObject({ min: 3, max: 200 });
    await desk.press(card, 'Numbers of killed and injured');
    expect(now(desk, card)).toContain('Killed: 200');
    await desk.press(card, 'Set aside 2. Killed');
    await desk.press(card, 'includes people of other incidents');
    expect(await killed()).toMatchObject({ min: 3, max: 3 });
    await desk.press(card, 'Numbers of killed and injured');
    expect(now(desk, card)).toContain('Killed: 200 (set aside: includes people of other incidents)');
    await desk.press(card, 'Back');
    await desk.press(card, 'History');
    expect(now(desk, card)).toContain('includes people of other incidents');
    await desk.press(card, 'Back');
    await desk.press(card, 'Numbers of killed and injured');
    await desk.press(card, 'Count again 2. Killed');
    expect(await killed()).toMatchObject({ min: 3, max: 200 });
  });

  test('is split, moved and merged, and readers who open what is left are led on', async () => {
    const all = await startDesk();
    const { desk, store, reader } = all;
    const { incident, reports, card } = await incidentOf(all, {}, {}, {});
    await desk.press(card, 'Split or move');
    await desk.press(card, `3. ${formatReceipt(reports[2]?.id ?? '')}`);
    await desk.press(card, 'A new incident');
    const { items } = await store.incidents.latest({ limit: 5 });
    const other = items.find(({ id }) => id !== incident.id);
    expect(items.map(({ reportCount }) => reportCount).sort()).toEqual([1, 2]);
    await desk.press(card, 'Merge');
    await desk.press(card, '1. Merge with it');
    await desk.press(card, 'Merge');
    expect(now(desk, card)).toContain(`Merged into incident ${formatReceipt(other?.id ?? '')}`);
    expect((await store.incidents.read(other?.id ?? ''))?.reportCount).toBe(3);
    expect((await store.incidents.latest({ limit: 5 })).items).toHaveLength(1);
    await reader.start();
    await reader.send('/changes');
    expect(read(reader.last())).toContain('Merged into another incident');
    await reader.forge(reader.last(), `r:incident:${incident.id}`);
    expect(read(reader.last())).toContain('see that one');
    await reader.press('Open that incident');
    expect(read(reader.last())).toContain('several independent sources');
  });

  test('is merged by its id, given in a reply', async () => {
    const all = await startDesk();
    const { desk, store } = all;
    const { incident: first } = await incidentOf(all, {});
    const far = { ...answers.place, region: 'UA-63' };
    const report = await submit(all.product, { id: 77 }, { place: far });
    await approveCard(desk, await cardOf(desk, report));
    const second = (await store.incidents.latest({ limit: 5 })).items.find(({ id }) => id !== first.id);
    await desk.forge(desk.last(), `m:incident:${second?.id}`);
    await desk.forge(desk.last(), `m:mergeById:${second?.id}:1`);
    const question = desk.last();
    await desk.send('nothing', { replyTo: question });
    expect(read(desk.last())).toContain('That is not an incident id');
    await desk.send(formatReceipt(first.id).toLowerCase(), { replyTo: question });
    expect(await store.incidents.read(second?.id ?? '')).toMatchObject({
      status: 'retracted',
      mergedInto: first.id,
    });
  });

  test('is retracted with a reason, which readers are told', async () => {
    const all = await startDesk();
    const { desk, store, reader } = all;
    const { incident, card } = await incidentOf(all, {});
    await desk.press(card, 'Retract');
    await desk.press(card, 'There is not enough detail to support it');
    expect((await store.incidents.read(incident.id))?.status).toBe('retracted');
    await reader.start();
    await reader.send('/changes');
    expect(read(reader.last())).toContain('There is not enough detail to support it');
    expect((await store.incidents.latest({ limit: 1 })).items).toEqual([]);
    expect(await desk.forge(card, `m:setGrade:${incident.id}:1:confirmed`)).toMatchObject({
      alert: true,
      text: expect.stringContaining('has changed since'),
    });
  });

  test('has unexploded items noted by who says so, and claims with their authors', async () => {
    const all = await startDesk();
    const { desk, store, reader } = all;
    const { incident, card } = await incidentOf(all, {});
    await desk.press(card, 'Unexploded objects');
    await desk.press(card, 'unexploded objects suspected');
    await desk.press(card, 'Government');
    await desk.send('Ukraine\n12.05.2022', { replyTo: desk.last() });
    await desk.forge(desk.last(), `m:claims:${incident.id}:2`);
    await desk.press('Add a claim');
    await desk.press('Yes, it admitted it');
    await desk.press('Government');
    await desk.send('Ukrainian forces', { replyTo: desk.last() });
    await desk.send('Ukraine, 3 June 2022\nhttps://example.org/a', { replyTo: desk.last() });
    expect(await store.incidents.read(incident.id)).toMatchObject({
      contamination: { state: 'suspected', by: { kind: 'government', name: 'Ukraine' }, date: '2022-05-12' },
      further: [
        {
          side: 'Ukrainian forces',
          status: 'acknowledged',
          by: { kind: 'government', name: 'Ukraine', published: '2022-06-03', link: 'https://example.org/a' },
        },
      ],
    });
    await reader.start();
    await reader.forge(reader.last(), `r:incident:${incident.id}`);
    expect(read(reader.last())).toContain(
      'Unexploded objects: unexploded objects suspected (Ukraine, 12 May 2022)',
    );
    expect(read(reader.last())).toContain(
      'Attributed to Ukrainian forces by Ukraine (acknowledged by that side)',
    );
    await desk.forge(desk.last(), `m:claims:${incident.id}:3`);
    await desk.press('Remove claim 1');
    expect((await store.incidents.read(incident.id))?.further).toBeUndefined();
  });
});

describe('a release', () => {
  test('is lengthened by any moderator and shortened by an admin only, and the clock does it', async () => {
    const start = Date.parse('2026-11-23T10:00:00Z');
    let clock = start;
    const all = await startDesk({ now: () => new Date(clock) });
    const { product, desk, witness, store } = all;
    const daryna = (await enlist(product, 'Daryna')).in(product.group);
    const zone = 'Europe/Kyiv';
    const report = await submit(product, witness, { occurred: { precision: 'unknown', zone } });
    await approveCard(desk, await cardOf(desk, report));
    expect(desk.toasts.at(-1)?.text).toBe('Approved. Release: 23 November 2026, 15:00.');
    await daryna.send('/incidents');
    expect(read(daryna.last())).toContain('release: 23 November 2026, 15:00');
    await daryna.press('1. Malokaterynivka');
    const card = daryna.last();
    await daryna.press(card, 'Release time');
    await daryna.press(card, '12 h later');
    expect(now(daryna, card)).toContain('Release: 24 November 2026, 03:00 at the earliest');
    await daryna.press(card, 'Release time');
    expect(await daryna.press(card, 'Now (admins)')).toMatchObject({
      alert: true,
      text: 'Only an admin can release it earlier.',
    });
    clock += 4 * 60 * 60_000;
    await product.tick();
    expect((await store.incidents.latest({ limit: 1 })).items).toEqual([]);
    await desk.press(card, 'Release time');
    await desk.press(card, 'Now (admins)');
    await product.tick();
    expect((await store.incidents.latest({ limit: 1 })).items).toHaveLength(1);
    // The stream notes the release; the next digest tells of it.
    const isTold = () => desk.messages().some(message => read(message).includes('Published: 1 incident'));
    while (!isTold()) await product.tick();
    expect(buttonsOf(daryna, card)).toContain('History');
    await daryna.press(card, 'History');
    expect(now(daryna, card)).toContain('on schedule');
  });
});
