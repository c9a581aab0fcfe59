import { expect, test } from 'vitest';
import { correctionsScreen } from '../../../bot/reader/corrections.ts';
import { incidentScreen, latestScreen } from '../../../bot/reader/latest.ts';
import { summaryScreen } from '../../../bot/reader/summary.ts';
import { correctionPost, incidentPost } from '../../../bot/worker/channel/post.ts';
import { newsScreen } from '../../../bot/worker/follow/message.ts';
import { publicColumns } from '../../../lib/export/columns.ts';
import { csvOf } from '../../../lib/export/csv.ts';
import { type News, newsOf } from '../../../lib/follow/news.ts';
import { newIncidentId, newReportId } from '../../../lib/identity/receipt.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { usualReleases } from '../../../lib/policy.ts';
import type { Answers, Report } from '../../../lib/report/report.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import { verify } from '../../../lib/store/audit/verify.ts';
import { openTestStore, type TestStore, testIdentity } from '../../support/database/dynamo.ts';
import { answers, report, rules } from '../../support/samples/samples.ts';
import { clean, submission } from '../../support/samples/submission.ts';
import { textOf, viewIn } from '../../support/screens.ts';

const zone = 'Europe/Kyiv';
const minute = 60_000;
const day = 24 * 60 * minute;
/** Ten past one at night: no batch. In winter they are at 6:00 and 18:00 UTC. */
const start = Date.parse('2026-11-23T23:10:00.000Z');
const view = await viewIn('en');
const some = munitions.slice(0, 4);

/** The same numbers each time, from 0 to below 1. */
const numbersFrom = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};

/** Something that happens at an instant, in milliseconds. */
type Deed = Readonly<{ at: number; what: string; act: () => Promise<void> }>;

/** Everything that a reader can read on the screen, in one text. */
const poll = async ({ store }: TestStore): Promise<string> => {
  const page = await store.incidents.latest({ limit: 50 });
  const found = await Promise.all(page.items.map(({ id }) => store.incidents.readShown(id)));
  const filtered = await Promise.all(
    some.map(async munition => {
      const { items } = await store.incidents.latest({ limit: 50, munitions: [munition] });
      return `${munition}: ${items.map(({ id }) => id)}`;
    }),
  );
  const counted = await store.incidents.counted({});
  const citing = { bot: 'svidok_bot', today: '2026-11-23' };
  const screens = [
    latestScreen(page, {}, view),
    ...found.map(one => incidentScreen(one, {}, view, citing)),
    correctionsScreen(await store.corrections.list({ limit: 50 }), undefined, view),
    summaryScreen({ question: { requested: 'all' }, period: undefined, found: counted, ...citing }, view),
  ];
  return [...screens.map(textOf), ...filtered].join('\n\n');
};

/** The rows of a file of all that is published. */
const rows = async ({ store }: TestStore): Promise<string> => {
  const { items } = await store.incidents.latest({ limit: 50 });
  const columns = publicColumns(view.country, id => id);
  let file = '';
  for await (const piece of csvOf(columns, items)) file += piece;
  return file;
};

/** Incidents as the stream has them, by id. */
const snapshot = async ({ store }: TestStore, ids: readonly string[]) =>
  new Map(await Promise.all(ids.map(async id => [id, await store.incidents.read(id)] as const)));

type Snapshot = ReadonlyMap<string, Incident | undefined>;

/** What followers and the channel are told of the changes between two moments. */
const newsBetween = (before: Snapshot, after: Snapshot, at: number): readonly News[] =>
  [...after].flatMap(([id, now]) => (now && newsOf(before.get(id), now, new Date(at).toISOString())) ?? []);

/** The message and the post that tell of it, in one text. */
const toldOf = async (
  { store }: TestStore,
  { incident: id, correction }: News,
  at: number,
): Promise<string> => {
  const incident = await store.incidents.readShown(id);
  if (!incident) throw new Error('Nothing is shown of what is told');
  const topics = [{ kind: 'country' }] as const;
  const told = correction
    ? ({ kind: 'corrected', incident, topics, correction } as const)
    : ({ kind: 'released', incident, topics } as const);
  const bot = 'svidok_bot';
  const post = correction
    ? correctionPost(correction, incident, bot, view)
    : incidentPost(incident, { bot, now: new Date(at) }, view);
  return [newsScreen([told], { isPerhapsAgain: false }, view, () => undefined), post]
    .map(textOf)
    .join('\n\n');
};

/**
 * People who send, correct and withdraw, and moderators who decide, each at a random minute of some days. Long because it is
 * a list of deeds, each short.
 */
const storyOf = ({ store }: TestStore, random: () => number) => {
  const pick = <Thing>(all: readonly Thing[]): Thing => all[Math.floor(random() * all.length)] as Thing;
  const incidents: string[] = [];
  const later = (at: number, days: number) => at + Math.floor(random() * days * day);
  const iso = (at: number) => new Date(at).toISOString();
  const approve = async (id: string, at: number) => {
    const now = await store.reports.read(id);
    if (!now || (now.status !== 'submitted' && now.status !== 'in_review')) return;
    const there = await Promise.all(incidents.map(one => store.incidents.read(one)));
    const open = there.flatMap(one => (one && one.status !== 'retracted' ? [one.id] : []));
    const own = open.find(one => one === now.incident);
    const joins = own ?? (open.length > 0 && random() < 0.6 ? pick(open) : undefined);
    const incident = joins ?? newIncidentId();
    incidents.push(incident);
    await store.reports.approve({
      id,
      version: now.version,
      by: 'marko',
      at: iso(at),
      into: { kind: joins ? 'existing' : 'new', incident },
      checklist: clean,
    });
  };
  const told = (at: number): Partial<Answers> => {
    const on = iso(at - Math.floor(random() * day)).slice(0, 16);
    return {
      munition: pick(some),
      killed: { min: Math.floor(random() * 5), max: 5 + Math.floor(random() * 5) },
      occurred: { precision: 'minute', start: on, end: on, zone },
    };
  };
  const deedsOfAll = [...Array(24).keys()].flatMap(n => {
    const id = newReportId();
    const reporter = `reporter ${Math.floor(n / 1.5)}`;
    const sent = later(start, 4);
    const one: Report = {
      ...report,
      id,
      reporter,
      receivedAt: iso(sent),
      answers: { ...answers, ...told(sent) },
    };
    const approved = later(sent, 0.2);
    const corrected = later(approved, 2);
    const reapproved = later(corrected, 0.2);
    const withdrawn = later(approved, 3);
    const assessed = later(approved, 3);
    const moved = later(approved, 3);
    const deeds: Deed[] = [
      { at: sent, what: 'sent', act: async () => void (await store.reports.submit(submission(one))) },
      { at: approved, what: 'approved', act: () => approve(id, approved) },
    ];
    if (n % 4 === 0)
      deeds.push(
        {
          at: corrected,
          what: 'corrected',
          act: async () => {
            const better = { ...one.answers, ...told(sent) };
            await store.reports.amend({ id, reporter, at: iso(corrected), answers: better });
          },
        },
        { at: reapproved, what: 'approved again', act: () => approve(id, reapproved) },
      );
    if (n % 3 === 0)
      deeds.push({
        at: withdrawn,
        what: 'withdrawn',
        act: async () => {
          await store.reports.withdraw({ id, reporter, at: iso(withdrawn) });
          expect(await store.reports.read(id)).toBeUndefined();
        },
      });
    if (n % 6 === 1)
      deeds.push({
        at: assessed,
        what: 'assessed',
        act: async () => {
          const now = await store.reports.read(id);
          const incident = await store.incidents.read(now?.incident ?? '');
          if (!incident) return;
          const amendment = { kind: 'assess', assessment: 'confirmed' } as const;
          const by = { by: 'marko', at: iso(assessed) };
          await store.incidents.amend({ incident: incident.id, version: incident.version, ...by, amendment });
        },
      });
    if (n % 8 === 2)
      deeds.push({
        at: moved,
        what: 'moved',
        act: async () => {
          const now = await store.reports.read(id);
          const from = await store.incidents.read(now?.incident ?? '');
          const into = { kind: 'new', incident: newIncidentId() } as const;
          if (!from) return;
          const by = { by: 'marko', at: iso(moved) };
          const moving = { incident: from.id, version: from.version, reports: [id], into, ...by };
          const result = await store.incidents.moveReports(moving);
          if (result.kind === 'done') incidents.push(into.incident);
        },
      });
    return deeds;
  });
  return { deeds: deedsOfAll, incidents };
};

/** What the clock does every minute: which incidents it released, in that order. */
const tick = async ({ store }: TestStore, at: number): Promise<readonly string[]> => {
  const { items } = await store.incidents.due(new Date(at).toISOString(), 100);
  for (const { id } of items) await store.incidents.release({ incident: id, at: new Date(at).toISOString() });
  return items.map(({ id }) => id);
};

test('whoever polls everything, follows everything and reads the channel sees something change at batches only, and no time of day', {
  timeout: 300_000,
}, async () => {
  const batches = { ...rules, releases: usualReleases(zone) };
  const opened = await openTestStore({ rules: batches });
  const { client, tables, store } = opened;
  const differences = async () => (await verify({ client, tables, identity: testIdentity })).differences;
  const story = storyOf(opened, numbersFrom(1));
  const deeds = [...story.deeds];
  const until = start + 10 * day;
  for (let at = Date.parse('2026-11-24T06:00:00.000Z'); at < until; at += day / 2)
    deeds.push({ at, what: 'batch', act: async () => {} });
  let seen = await poll(opened);
  let file = await rows(opened);
  let known = await snapshot(opened, []);
  let newsSeen = 0;
  let batchesSeen = 0;
  let isVerified = false;
  for (const { at, what, act } of deeds.toSorted((a, b) => a.at - b.at)) {
    await act();
    const released = await tick(opened, at);
    const [now, fileNow] = [await poll(opened), await rows(opened)];
    const knownNow = await snapshot(opened, [...new Set(story.incidents)]);
    const news = newsBetween(known, knownNow, at);
    const when = `${what} at ${new Date(at).toISOString()}`;
    if (what === 'batch') batchesSeen += now === seen ? 0 : 1;
    else expect([now, fileNow, news], when).toEqual([seen, file, []]);
    const told = await Promise.all(news.map(one => toldOf(opened, one, at)));
    expect([now, ...told].join('\n'), when).not.toMatch(/\d:\d\d/);
    // Of a part of the day a file has the bounds.
    expect(fileNow, when).not.toMatch(/T\d\d:(?!00|59)\d\d/);
    // The codes were drawn by lot: their order is nobody's order of sending.
    expect(released, when).toEqual(released.toSorted());
    newsSeen += news.length;
    seen = now;
    file = fileNow;
    known = knownNow;
    // Once while much of it waits.
    if (isVerified || at < start + 3 * day) continue;
    isVerified = true;
    expect(await differences(), when).toEqual([]);
  }
  expect(await differences()).toEqual([]);
  expect(batchesSeen).toBeGreaterThan(5);
  expect(newsSeen).toBeGreaterThan(10);
  expect(seen).toContain('Corrected');
  expect(seen).toContain('Retracted');
  const { items } = await store.incidents.latest({ limit: 50 });
  for (const shown of items) expect(await store.incidents.read(shown.id)).toEqual(shown);
  for (const { publishedAt, changedAt } of items)
    for (const at of [publishedAt, changedAt]) expect(at).toMatch(/T(06|18):00:00\.000Z$/);
});
