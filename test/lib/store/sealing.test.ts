import { beforeEach, describe, expect, test } from 'vitest';
import { createIdentity } from '../../../lib/identity/identity.ts';
import { newIncidentId, newReportId } from '../../../lib/identity/receipt.ts';
import type { Report } from '../../../lib/report/report.ts';
import { erasedIds, eraseKeys, revivedKeys } from '../../../lib/store/audit/erased.ts';
import { verify } from '../../../lib/store/audit/verify.ts';
import { reportKey, reportKeyKey } from '../../../lib/store/dynamodb/keys.ts';
import type { TableNames } from '../../../lib/store/dynamodb/tables.ts';
import { openStore } from '../../../lib/store/store.ts';
import { openTestStore, type TestStore, testIdentity } from '../../support/database/dynamo.ts';
import { answers, report } from '../../support/samples/samples.ts';
import { approval, clean, submission } from '../../support/samples/submission.ts';

/** What one witness said and sent, told with others of one incident, edited, asked about, and taken back. */

const at = '2026-03-14T19:00:00.000Z';
const olena = testIdentity.reporter(4711);
const marks = {
  point: { lat: 47.661_234, lon: 35.271_987, accuracyMetres: 17 },
  place: 'Zelena-mark, the blue gate',
  time: 'When-mark, just after dinner',
  account: 'Account-mark: I saw it from the window.',
  caption: 'Caption-mark of the yard',
  file: 'AgACAgIAAx-file-mark',
  reply: 'Reply-mark: at the corner.',
  replyFile: 'BQACAgIAAx-file-mark',
  correction: 'Correction-mark: from the balcony.',
} as const;

const said = (account: string): Report['answers'] => ({
  ...answers,
  place: { ...answers.place, precision: 'point', words: marks.place, point: marks.point },
  occurred: { ...answers.occurred, words: marks.time },
  account,
  evidence: [{ kind: 'photo', file: marks.file, caption: marks.caption }],
});

const sent = (part: Partial<Report>): Report => ({ ...report, id: newReportId(), ...part });

/** Nothing of these may be in any table: words, files, points, the person, and when they did something. */
const forbidden = [
  '-mark',
  '47.66',
  '35.27',
  olena,
  'reporter-b',
  ':37:12.345',
  ':38:12.345',
  ':39:12.345',
  ':40:12.345',
];

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});

/** What there is of the witness in the tables. */
const found = async (tables: readonly (keyof TableNames)[] = ['chats', 'keys', 'records']) => {
  const texts = await Promise.all(
    tables.map(async table => (await opened.dump(table)).map(item => JSON.stringify(item))),
  );
  return (
    texts
      .flat()
      // Their own contact and list are kept under their pseudonym, and name no report.
      .filter(text => !/"pk":"(OWN|CONTACT)#/.test(text))
      .flatMap(text => forbidden.filter(mark => text.includes(mark)).map(mark => `${mark} in ${text}`))
  );
};

const differences = async () =>
  (
    await verify({
      client: opened.client,
      tables: opened.tables,
      identity: testIdentity,
    })
  ).differences;

/** A report with everything, approved into an incident with one of another person; a second one of the same witness. */
const tellStory = async () => {
  const { store } = opened;
  const first = sent({
    reporter: olena,
    receivedAt: '2026-03-14T12:37:12.345Z',
    answers: said(marks.account),
  });
  const second = sent({
    reporter: olena,
    receivedAt: '2026-03-14T13:37:12.345Z',
    answers: said(marks.account),
  });
  const other = sent({ reporter: 'reporter-b', receivedAt: '2026-03-14T14:37:12.345Z' });
  for (const one of [first, second, other]) {
    const draft = { id: one.id, startedAt: one.receivedAt, at: 'review', answers: one.answers };
    const sending = submission(one);
    await store.chats.save(sending.chatKey, { version: 1, recent: [], draft });
    await store.reports.submit({ ...sending, chat: { ...sending.chat, version: 2 } });
  }
  const { id } = first;
  await store.reports.ask({ id, version: 1, by: 'marko', at, wording: { template: 'where_exactly' } });
  await store.reports.answer({
    id,
    reporter: olena,
    at: '2026-03-14T15:38:12.345Z',
    question: 0,
    text: marks.reply,
    evidence: [{ kind: 'photo', file: marks.replyFile }],
  });
  await store.reports.amend({
    id,
    reporter: olena,
    at: '2026-03-14T15:39:12.345Z',
    answers: said(marks.correction),
  });
  const edited = { ...said(marks.correction), munition: 'mortar' as const };
  await store.reports.edit({ id, version: 4, by: 'marko', at, answers: edited });
  const incident = newIncidentId();
  await store.reports.approve({ ...approval(other, { at }), into: { kind: 'new', incident } });
  const into = { kind: 'existing', incident } as const;
  await store.reports.approve({
    id,
    version: 5,
    by: 'marko',
    at,
    into,
    checklist: clean,
    sourceFor: ['munition'],
  });
  return { first, second, other, incident };
};

/** All tables as a thief has them, without what is random in every item: ids, sealed texts, keys, hashes, people's names. */
const asStolen = async (): Promise<readonly string[]> => {
  const tables = await Promise.all((['chats', 'keys', 'records'] as const).map(opened.dump));
  return tables
    .flat()
    .map(item => ({ ...item, under: Array.isArray(item.under) ? item.under.length : undefined }))
    .map(item =>
      JSON.stringify(item)
        .replaceAll(/"(OWN|CONTACT)#[^"]*"/g, '"$1"')
        .replaceAll(/"(sealed|wrapped)":"([^"]*)"/g, (_, field, text) => `"${field}":${text.length}`)
        .replaceAll(/"(hash|prev|state|head)":"[^"]*"/g, '"$1"')
        .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{10}\b/g, 'ID'),
    )
    .sort();
};

describe('what is stored of a witness', () => {
  test('is the same when both reports of an incident are of one witness, and when the second was only told of it', async () => {
    const whose = async (reporters: readonly [first: string, second: string, elsewhere: string]) => {
      opened = await openTestStore();
      const { store } = opened;
      const incident = newIncidentId();
      const isOne = reporters[0] === reporters[1];
      for (const [n, reporter] of reporters.entries()) {
        const source = { kind: n === 1 && !isOne ? 'told' : 'own_eyes' } as const;
        const one = sent({
          reporter,
          receivedAt: `2026-03-14T1${n}:37:12.345Z`,
          answers: { ...said(marks.account), source },
        });
        await store.reports.submit(submission(one));
        if (n === 2) continue;
        const into = { kind: n === 0 ? 'new' : 'existing', incident } as const;
        expect(await store.reports.approve({ ...approval(one, { at }), into })).toMatchObject({
          kind: 'done',
        });
      }
      expect(await store.incidents.read(incident)).toMatchObject({ reportCount: 2, grade: 'single_source' });
      return asStolen();
    };
    const ofOne = await whose([olena, olena, 'reporter-b']);
    const ofTwo = await whose([olena, 'reporter-b', olena]);
    expect(ofOne.length).toBeGreaterThan(12);
    expect(ofOne).toEqual(ofTwo);
  });

  test('says in none of the tables what they said, when, who they are, or that two reports are theirs', async () => {
    await tellStory();
    expect(await found()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test('is there for those who have the keys: card, history, incident, their own list', async () => {
    const { store } = opened;
    const { first, second, incident } = await tellStory();
    expect(await store.reports.read(first.id)).toMatchObject({
      reporter: olena,
      receivedAt: first.receivedAt,
      answers: { account: marks.correction, place: { point: marks.point } },
      questions: [{ reply: { text: marks.reply, at: '2026-03-14T15:38:12.345Z' } }],
    });
    const { events, verdict } = await store.reports.history(first.id);
    expect(verdict).toEqual({ kind: 'whole' });
    expect(events.find(({ kind }) => kind === 'answered')?.changes.reply?.new).toMatchObject({
      text: marks.reply,
    });
    const whole = await store.incidents.readWhole(incident);
    expect(whole?.incident.grade).toBe('corroborated');
    const voices = whole?.contributions.map(one => one.reporter) ?? [];
    expect(new Set(voices).size).toBe(2);
    expect(voices).not.toContain(olena);
    const own = await store.reports.ofReporter(olena, { limit: 5 });
    expect(own.items.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  test('is erased when they withdraw: from items, links and histories, and the incident is corrected', async () => {
    const { store } = opened;
    const { first, incident } = await tellStory();
    await store.reports.withdraw({ id: first.id, reporter: olena, at: '2026-03-14T20:40:12.345Z' });
    expect(await found()).toEqual([]);
    expect(await differences()).toEqual([]);
    expect(await store.reports.read(first.id)).toBeUndefined();
    const item = (await opened.dump('records')).find(
      ({ pk, sk }) => pk === `REPORT#${first.id}` && sk === 'REPORT',
    );
    expect(Object.keys(item ?? {}).sort()).toEqual(
      ['decidedAt', 'erased', 'head', 'id', 'last', 'pk', 'shape', 'sk', 'status', 'version'].sort(),
    );
    expect(item).toMatchObject({ status: 'withdrawn', version: 7, decidedAt: '2026-03-14T20:00:00.000Z' });
    expect((await store.incidents.readWhole(incident))?.contributions).toHaveLength(1);
    // They still see the receipt and what became of it.
    expect(await store.reports.own(olena, first.id)).toMatchObject({
      status: 'withdrawn',
      receivedAt: first.receivedAt,
    });
    const { events, verdict } = await store.reports.history(first.id);
    expect(verdict).toEqual({ kind: 'whole' });
    expect(JSON.stringify(events)).not.toContain('mark:');
  });

  test('is not told by their list any more, once they were forgotten', async () => {
    const { store } = opened;
    const { first } = await tellStory();
    await store.chats.forget(olena, submission(first).chatKey);
    expect(await store.reports.own(olena, first.id)).toBeUndefined();
    expect((await store.reports.ofReporter(olena, { limit: 5 })).items).toEqual([]);
    expect(await store.reports.read(first.id)).toMatchObject({ id: first.id });
  });
});

test('a rejected report is erased once its time is over, and no other', async () => {
  const { store } = opened;
  const { second, other } = await tellStory();
  await store.reports.reject({ id: second.id, version: 1, by: 'marko', at, rejection: { reason: 'abuse' } });
  expect((await store.reports.rejectedBefore('2026-03-14T18:59:00.000Z', 5)).items).toEqual([]);
  const { items: due } = await store.reports.rejectedBefore(at, 5);
  expect(due.map(({ id }) => id)).toEqual([second.id]);
  expect(await store.reports.erase({ id: second.id, at })).toMatchObject({ kind: 'done' });
  expect(await store.reports.erase({ id: other.id, at })).toMatchObject({ kind: 'refused' });
  expect(await store.reports.read(second.id)).toBeUndefined();
  expect(await store.reports.outcome(second.id)).toMatchObject({ status: 'rejected', last: 'erased' });
  expect((await store.reports.rejectedBefore(at, 5)).items).toEqual([]);
  expect(await differences()).toEqual([]);
});

test('records restored to before a withdrawal bring back nothing; the keys, within their days, all of it', async () => {
  const { store } = opened;
  const { first, incident } = await tellStory();
  const records = await opened.dump('records');
  const keys = await opened.dump('keys');
  await store.reports.withdraw({ id: first.id, reporter: olena, at });

  await opened.restore('records', records);
  expect(await store.reports.read(first.id)).toBeUndefined();
  expect(await store.reports.own(olena, first.id)).toMatchObject({ status: 'withdrawn' });
  const { events } = await store.reports.history(first.id);
  expect(JSON.stringify([events, await store.incidents.readWhole(incident)])).not.toMatch(/-mark|35\.2719/);
  expect((await differences()).map(({ what }) => what)).toContain(
    'cannot be opened: its key is gone, or another',
  );
  const restored = await opened.dump('records');

  // What was erased is taken out again, and what is published made again without it.
  expect(await erasedIds(opened)).toEqual([first.id]);
  expect(await store.reports.erase({ id: first.id, at })).toEqual({ kind: 'missing' });
  expect(await erasedIds(opened)).toEqual([]);
  expect(await store.reports.outcome(first.id)).toMatchObject({ status: 'withdrawn' });
  expect(await store.incidents.read(incident)).toMatchObject({ reportCount: 1 });
  expect((await store.incidents.readWhole(incident))?.contributions).toHaveLength(1);
  expect(await found()).toEqual([]);
  expect(await differences()).toEqual([]);

  await opened.restore('records', restored);
  await opened.restore('keys', keys);
  expect(await store.reports.read(first.id)).toMatchObject({ answers: { account: marks.correction } });
  expect((await store.incidents.readWhole(incident))?.contributions).toHaveLength(2);
  expect(await differences()).toEqual([]);
});

test('a key that comes back, from a backup or a copy, after its report was erased opens nothing, is found, and goes again', async () => {
  const { store } = opened;
  const { first, incident } = await tellStory();
  const keys = await opened.dump('keys');
  await store.reports.withdraw({ id: first.id, reporter: olena, at });
  await opened.restore('keys', keys);

  expect(await store.reports.read(first.id)).toBeUndefined();
  expect(await store.reports.own(olena, first.id)).toMatchObject({ status: 'withdrawn' });
  const histories = [await store.reports.history(first.id), await store.incidents.history(incident)];
  expect(JSON.stringify([histories, await store.incidents.readWhole(incident)])).not.toMatch(
    /-mark|35\.2719|mortar/,
  );
  expect(await revivedKeys(opened)).toEqual([first.id]);
  expect((await differences()).map(({ what }) => what)).toEqual(['is the key of a report that was erased']);
  await eraseKeys({ ...opened, identity: testIdentity }, [first.id]);
  expect(await differences()).toEqual([]);
  expect(await found()).toEqual([]);
});

test('a key is wrapped anew when its report is changed after the secret was', async () => {
  const { first } = await tellStory();
  const rotated = createIdentity([
    'a-newer-secret-that-only-tests-use',
    'an-identity-secret-that-only-tests-use',
  ]);
  const store = openStore({ ...opened, identity: rotated });
  const stored = async () =>
    (await opened.dump('keys')).find(({ pk }) => pk === reportKeyKey(first.id).pk)?.wrapped as string;
  expect(await store.reports.read(first.id)).toMatchObject({ reporter: olena });
  expect(rotated.isCurrent(await stored())).toBe(false);
  await store.reports.reopen({ id: first.id, version: 6, by: 'marko', at });
  expect(rotated.isCurrent(await stored())).toBe(true);
  const later = openStore({ ...opened, identity: createIdentity(['a-newer-secret-that-only-tests-use']) });
  expect(await later.reports.read(first.id)).toMatchObject({ version: 7, status: 'in_review' });
});

test('of a published incident that is restored with its only report erased, nothing is published again', async () => {
  const { store } = opened;
  const { other, incident } = await tellStory();
  await store.reports.withdraw({ id: other.id, reporter: 'reporter-b', at });
  const records = await opened.dump('records');
  const own = (await store.incidents.readWhole(incident))?.contributions[0];
  await store.reports.withdraw({ id: own?.id ?? '', reporter: olena, at });
  await opened.restore('records', records);
  expect((await store.incidents.latest({ limit: 1 })).items).toHaveLength(1);
  for (const id of await erasedIds(opened)) await store.reports.erase({ id, at });
  expect((await store.incidents.latest({ limit: 1 })).items).toEqual([]);
  expect(await store.incidents.read(incident)).toMatchObject({ status: 'retracted', munition: 'unknown' });
  expect(await differences()).toEqual([]);
});

test('a report that cannot be read leaves the history of its incident to be read', async () => {
  const { store, spoil } = opened;
  const { first, incident } = await tellStory();
  const before = await store.incidents.history(incident);
  await spoil(reportKey(first.id));
  const { events, verdict } = await store.incidents.history(incident);
  expect(verdict).toEqual(before.verdict);
  expect(events.map(({ kind }) => kind)).toEqual(before.events.map(({ kind }) => kind));
});

test('a report in an incident that moderators retracted is erased from it too', async () => {
  const { store } = opened;
  const { first, other, incident } = await tellStory();
  const { version = 0 } = (await store.incidents.read(incident)) ?? {};
  const retraction = { reason: 'other', words: 'A mistake.' } as const;
  await store.incidents.retract({ incident, version, by: 'marko', at, retraction });
  await store.reports.withdraw({ id: first.id, reporter: olena, at });
  expect((await store.incidents.readWhole(incident))?.contributions).toHaveLength(1);
  await store.reports.withdraw({ id: other.id, reporter: 'reporter-b', at });
  expect(await store.incidents.read(incident)).toMatchObject({
    status: 'retracted',
    retraction,
    injured: 'unknown',
    sources: [],
  });
  expect(await differences()).toEqual([]);
});

test('what a correction and a history say of a report goes with it, also what somebody copied before', async () => {
  const { store } = opened;
  const { incident } = await tellStory();
  const quoted = {
    text: 'Quote-mark of the post',
    by: { kind: 'newsroom', link: 'https://t.me/x/1' },
  } as const;
  const post = sent({
    reporter: 'reporter-c',
    answers: { ...said(marks.account), munition: 'mortar', post: quoted },
  });
  await store.reports.submit(submission(post));
  const approving = { ...approval(post, { at }), into: { kind: 'existing', incident } as const };
  await store.reports.approve({ ...approving, sourceFor: ['munition'] });
  expect(await found()).not.toEqual([]);
  const texts = async (what: unknown) => JSON.stringify(await what);
  expect(await texts(store.incidents.history(incident))).toContain('Quote-mark');
  expect(await texts(store.corrections.list({ limit: 9 }))).toContain('mortar');
  await store.reports.withdraw({ id: post.id, reporter: 'reporter-c', at });
  expect(await found()).toEqual([]);
  const { events, verdict } = await store.incidents.history(incident);
  expect(verdict).toEqual({ kind: 'whole' });
  expect(await texts(events)).not.toContain('Quote-mark');
  expect(events.flatMap(({ changes }) => changes.quotes ?? []).slice(1)).toEqual([{}, {}]);
  expect(await differences()).toEqual([]);
});
