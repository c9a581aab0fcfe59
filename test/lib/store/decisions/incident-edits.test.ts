import { beforeEach, describe, expect, test } from 'vitest';
import { newIncidentId, newReportId } from '../../../../lib/identity/receipt.ts';
import { disagreements } from '../../../../lib/incident/contribution.ts';
import type { Answers, Report } from '../../../../lib/report/report.ts';
import { verify } from '../../../../lib/store/audit/verify.ts';
import { countedGrades } from '../../../../lib/summary/grades.ts';
import { summaryOf } from '../../../../lib/summary/summary.ts';
import { openTestStore, type TestStore, testIdentity } from '../../../support/database/dynamo.ts';
import { answers, report } from '../../../support/samples/samples.ts';
import { approval, submission } from '../../../support/samples/submission.ts';
import { totalOf } from '../../../support/total.ts';

const at = '2026-03-14T13:00:00.000Z';
const later = '2026-03-14T14:00:00.000Z';
const by = 'marko';
const source = { kind: 'government', name: 'Ukraine' } as const;

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});

const submitted = async (part: Partial<Report> = {}, told: Partial<Answers> = {}): Promise<Report> => {
  const one = { ...report, id: newReportId(), ...part, answers: { ...answers, ...told } };
  await opened.store.reports.submit(submission(one));
  return one;
};
/** An incident of these reports, approved one after the other. */
const incidentOf = async (first: Report, ...others: readonly Report[]): Promise<string> => {
  const { into, ...rest } = approval(first, { at, by });
  await opened.store.reports.approve({ ...rest, into });
  for (const other of others)
    await opened.store.reports.approve({
      ...approval(other, { at, by }),
      into: { ...into, kind: 'existing' },
    });
  return into.incident;
};
const acting = async (incident: string) => ({
  incident,
  version: (await opened.store.incidents.read(incident))?.version ?? 0,
  by,
  at: later,
});
const counted = async (region?: string) => {
  const total = await totalOf(opened.store, { region });
  return [total.incidents, total.injured.min];
};
const expectWhole = async () => {
  const { differences } = await verify({
    client: opened.client,
    tables: opened.tables,
    identity: testIdentity,
  });
  expect(differences).toEqual([]);
};
const embargoedToday = { precision: 'unknown', zone: 'Europe/Kyiv' } as const;

describe('several reports of one incident', () => {
  test('are counted as one, with one range for each count, corroborated by different people only', async () => {
    const one = await submitted({}, { injured: { min: 2, max: 4 } });
    const two = await submitted({}, { injured: { min: 3, max: 3 } });
    const incident = await incidentOf(one, two);
    expect(await opened.store.incidents.read(incident)).toMatchObject({
      grade: 'single_source',
      reportCount: 2,
      injured: { min: 2, max: 4 },
    });
    const three = await submitted({ reporter: 'another' });
    await opened.store.reports.approve({ ...approval(three, { at }), into: { kind: 'existing', incident } });
    expect(await opened.store.incidents.read(incident)).toMatchObject({ grade: 'corroborated' });
    expect(await counted()).toEqual([1, 2]);
    // What an incident keeps of a report is not one more report of its reporter.
    const theirs = (await opened.store.reports.ofReporter(report.reporter, { limit: 9 })).items;
    expect(theirs.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    await expectWhole();
  });

  test('differ visibly, and a moderator chooses whose place, time or munition it is', async () => {
    const one = await submitted();
    const two = await submitted({ reporter: 'b' }, { munition: 'mortar' });
    const incident = await incidentOf(one, two);
    expect(disagreements((await opened.store.incidents.readWhole(incident))?.contributions ?? [])).toEqual([
      'munition',
    ]);
    const choice = { munition: two.id };
    const amending = { ...(await acting(incident)), amendment: { kind: 'choose', choice } as const };
    expect(await opened.store.incidents.amend(amending)).toMatchObject({
      kind: 'done',
      incident: { munition: 'mortar', place: { region: 'UA-23' } },
    });
    expect(await opened.store.incidents.amend(amending)).toMatchObject({ kind: 'conflict' });
    const unknown = { kind: 'choose', choice: { place: newReportId() } } as const;
    expect(
      await opened.store.incidents.amend({ ...(await acting(incident)), amendment: unknown }),
    ).toMatchObject({ why: 'not_of_incident' });
    const found = await opened.store.incidents.counted({});
    const { munitions } = summaryOf(found, { grades: countedGrades });
    expect(munitions.map(({ code }) => code)).toEqual(['mortar']);
    await expectWhole();
  });

  test('stay as published when one is amended, until it is approved again', async () => {
    const one = await submitted();
    const incident = await incidentOf(one);
    const before = await opened.store.incidents.read(incident);
    const told = { ...answers, injured: { min: 9, max: 9 } };
    await opened.store.reports.amend({ id: one.id, reporter: one.reporter, at: later, answers: told });
    expect(await opened.store.incidents.read(incident)).toEqual(before);
    // Another report comes in meanwhile: what was amended is not in it yet.
    const two = await submitted({ reporter: 'b' }, { injured: { min: 1, max: 1 } });
    await opened.store.reports.approve({
      ...approval(two, { at: later }),
      into: { kind: 'existing', incident },
    });
    expect(await opened.store.incidents.read(incident)).toMatchObject({ injured: { min: 1, max: 8 } });
    const again = approval({ id: one.id, version: 3 }, { at: later, incident });
    expect(
      await opened.store.reports.approve({ ...again, into: { kind: 'existing', incident } }),
    ).toMatchObject({
      kind: 'done',
    });
    expect(await opened.store.incidents.read(incident)).toMatchObject({ injured: { min: 1, max: 9 } });
    expect(await counted()).toEqual([1, 1]);
    await expectWhole();
  });
});

describe('moving reports', () => {
  test('splits, moves and merges, each in one transaction, with exact tallies', async () => {
    const { store } = opened;
    const one = await submitted();
    const two = await submitted({ reporter: 'b' }, { injured: { min: 1, max: 1 } });
    const incident = await incidentOf(one, two);
    const other = newIncidentId();
    const split = {
      ...(await acting(incident)),
      reports: [two.id],
      into: { kind: 'new', incident: other },
    } as const;
    expect(await store.incidents.moveReports(split)).toMatchObject({
      kind: 'done',
      incident: { reportCount: 1, grade: 'single_source' },
      other: { id: other, injured: { min: 1, max: 1 } },
    });
    expect([await counted(), await counted('UA-23')]).toEqual([
      [2, 9],
      [2, 9],
    ]);
    expect(await store.reports.read(two.id)).toMatchObject({ incident: other, status: 'approved' });
    const merged = await store.incidents.merge({ ...(await acting(other)), into: incident });
    expect(merged).toMatchObject({ kind: 'done', incident: { status: 'retracted', mergedInto: incident } });
    expect(await counted()).toEqual([1, 1]);
    expect((await store.incidents.latest({ limit: 5 })).items.map(({ id }) => id)).toEqual([incident]);
    await expectWhole();
  });

  test('of what is not, or not any more, of the incident is refused', async () => {
    const { store } = opened;
    const one = await submitted();
    const incident = await incidentOf(one);
    const other = await incidentOf(await submitted());
    const into = { kind: 'existing', incident: other } as const;
    const move = { ...(await acting(incident)), reports: [newReportId()], into };
    expect(await store.incidents.moveReports(move)).toMatchObject({
      kind: 'refused',
      why: 'not_of_incident',
    });
    const alone = {
      ...(await acting(incident)),
      reports: [one.id],
      into: { kind: 'new', incident: newIncidentId() },
    } as const;
    expect(await store.incidents.moveReports(alone)).toMatchObject({ why: 'unchanged' });
    await store.incidents.retract({ ...(await acting(other)), retraction: { reason: 'inconsistent' } });
    expect(await store.incidents.moveReports({ ...move, reports: [one.id] })).toMatchObject({
      why: 'incident_retracted',
    });
  });
});

describe('the release', () => {
  const embargoed = async (): Promise<string> =>
    incidentOf(await submitted({ receivedAt: '2026-03-14T12:30:00.000Z' }, { occurred: embargoedToday }));

  test('waits, is listed, is not before its time, and happens once', async () => {
    const { store } = opened;
    const incident = await embargoed();
    expect(await store.incidents.read(incident)).toMatchObject({
      status: 'embargoed',
      releaseAt: '2026-03-14T16:00:00.000Z',
    });
    expect([(await store.incidents.latest({ limit: 5 })).items, await counted()]).toEqual([[], [0, 0]]);
    expect((await store.incidents.embargoed({ limit: 5 })).items.map(({ id }) => id)).toEqual([incident]);
    expect((await store.incidents.due('2026-03-14T15:59:00.000Z', 5)).items).toEqual([]);
    expect(await store.incidents.release({ incident, at: '2026-03-14T15:59:00.000Z' })).toBe('not_due');
    const due = '2026-03-14T16:01:00.000Z';
    expect((await store.incidents.due(due, 5)).items.map(({ id }) => id)).toEqual([incident]);
    const released = await Promise.all([1, 2, 3].map(() => store.incidents.release({ incident, at: due })));
    expect(released.filter(outcome => outcome === 'released')).toHaveLength(1);
    expect(await counted()).toEqual([1, 8]);
    expect((await store.incidents.embargoed({ limit: 5 })).items).toEqual([]);
    await expectWhole();
  });

  test('is moved later by a moderator, and earlier by an admin only', async () => {
    const { store } = opened;
    const incident = await embargoed();
    const hold = async (until: string, role: 'moderator' | 'admin') =>
      store.incidents.hold({ ...(await acting(incident)), until, role });
    expect(await hold('2026-03-14T20:00:00.000Z', 'moderator')).toMatchObject({ kind: 'done' });
    expect(await hold('2026-03-14T16:00:00.000Z', 'moderator')).toMatchObject({ why: 'admins_only' });
    expect(await hold('2026-03-14T13:30:00.000Z', 'admin')).toMatchObject({ why: 'past' });
    expect(await hold('2026-03-14T14:30:00.000Z', 'admin')).toMatchObject({
      kind: 'done',
      incident: { releaseAt: '2026-03-14T14:30:00.000Z' },
    });
    await expectWhole();
  });
});

describe('what moderators say of an incident', () => {
  test('is its grade, further claims and contamination, and stays when reports come and go', async () => {
    const { store } = opened;
    const [one, two] = [await submitted(), await submitted({ reporter: 'b' })];
    const incident = await incidentOf(one, two);
    const claim = { side: 'a side', status: 'acknowledged', by: source } as const;
    const contamination = { state: 'suspected', by: source, date: '2026-03-15' } as const;
    for (const amendment of [
      { kind: 'attribute', further: [claim] },
      { kind: 'contamination', contamination },
      { kind: 'assess', assessment: 'confirmed' },
    ] as const)
      expect(await store.incidents.amend({ ...(await acting(incident)), amendment })).toMatchObject({
        kind: 'done',
      });
    await store.reports.withdraw({ id: two.id, reporter: 'b', at: later });
    expect(await store.incidents.read(incident)).toMatchObject({
      attributions: [claim],
      contamination,
      grade: 'confirmed',
      reportCount: 1,
    });
    const none = { kind: 'assess', assessment: undefined } as const;
    await store.incidents.amend({ ...(await acting(incident)), amendment: none });
    expect(await store.incidents.read(incident)).toMatchObject({ grade: 'single_source' });
    await expectWhole();
  });
});

describe('readers', () => {
  test('are told what was amended and retracted, the last first, and no value of what stands no more', async () => {
    const { store } = opened;
    const incident = await incidentOf(await submitted());
    expect((await store.corrections.list({ limit: 5 })).items).toEqual([]);
    const contamination = { state: 'cleared', by: source, date: '2026-03-15' } as const;
    await store.incidents.amend({
      ...(await acting(incident)),
      amendment: { kind: 'contamination', contamination },
    });
    expect((await store.corrections.list({ limit: 1 })).items).toMatchObject([
      { values: { contamination: { new: contamination } }, about: { place: { precision: 'settlement' } } },
    ]);
    const retraction = { reason: 'unsafe_to_publish' } as const;
    await store.incidents.retract({
      ...(await acting(incident)),
      at: '2026-03-14T15:00:00.000Z',
      retraction,
    });
    const { items, next } = await store.corrections.list({ limit: 1 });
    expect(items).toMatchObject([{ incident, kind: 'retracted', fields: [], values: {}, retraction }]);
    const older = await store.corrections.list({ limit: 1, after: next });
    expect(older.items).toMatchObject([
      { kind: 'amended', fields: ['contamination'], values: {}, about: { occurred: { precision: 'day' } } },
    ]);
    expect([older.next, (await store.corrections.list({ limit: 1, after: 'forged' })).items]).toEqual([
      undefined,
      items,
    ]);
    expect(JSON.stringify([items, older])).not.toContain('Malokaterynivka');
  });
});
