import { boardOf } from '../../../lib/follow/news.ts';
import { ended, type Running, runningOf, type Waiting, type Wave } from '../../../lib/follow/wave.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { CorruptItem } from '../../../lib/store/dynamodb/errors.ts';
import { wallTime } from '../../../lib/time/zone.ts';
import { loadParsers } from '../../parsers.ts';
import type { WorkerDeps } from '../../runtime/dependencies.ts';
import { putAside } from '../put-aside.ts';
import { type Clock, createPace } from './pace.ts';
import { type Telegraph, type Telling, tellFollower } from './tell.ts';

/** Followers read at once. */
const pageSize = 100;
/** Followers told at the same time: as many as keep the pace while each call takes up to a quarter of a second. */
const lanes = 5;
/** Longer than a page takes at the pace, with calls that are slow. */
const leaseMs = 60_000;
/** So many failures in a row are Telegram's, and nobody's own. */
const mostFailures = 10;
const failingPauseMs = 60_000;
/** What is released at the full hour belongs into the message of that hour. */
const afterHourMs = 4 * 60_000;

/**
 * Tells followers what is new, until the wave is over or at `untilMs`, from where the next minute goes on. One process at a
 * time: whoever has the lease, which ends by itself when that process does.
 */
export const tellFollowers = async (
  deps: WorkerDeps,
  { untilMs, ...clock }: Clock & Readonly<{ untilMs: number }>,
): Promise<void> => {
  const { store, log } = deps;
  const late = (sinceMs?: number): void =>
    log.measure('followers', [
      {
        name: 'FollowersLate',
        value: sinceMs === undefined ? 0 : Math.max(0, Math.round((clock.nowMs() - sinceMs) / 1000)),
      },
    ]);
  const head = await store.news.head();
  const wave = head && (await store.waves.read());
  if (!head || !wave) return late();
  const nowMs = clock.nowMs();
  const hour = wallTime(new Date(nowMs - afterHourMs), deps.country.zone).slice(0, 13);
  const waiting = await waitingOf(deps, head, wave);
  const running = runningOf(wave, waiting, { nowMs, hour });
  late(running?.sinceMs);
  if (!running || wave.leaseUntilMs > nowMs || wave.pausedUntilMs > nowMs) return;
  const leased = await store.waves.save(wave, { ...wave, running, leaseUntilMs: nowMs + leaseMs });
  if (leased) await runWave(deps, leased, running, { ...clock, untilMs });
};

/** What there is to tell. When nothing is new it is known from the head alone. */
const waitingOf = async (
  { store }: WorkerDeps,
  head: Readonly<{ seq: number; at: string }>,
  { passed, running }: Wave,
): Promise<Waiting> => {
  const isNew = head.seq > passed.seq && !running;
  const [first] = isNew ? (await store.news.list(passed.seq)).items : [];
  return { head: head.seq, newestMs: Date.parse(head.at), firstMs: first && Date.parse(first.at) };
};

/** Passes followers page by page, and notes after each how far it came. */
const runWave = async (
  deps: WorkerDeps,
  leased: Wave,
  begun: Running,
  { untilMs, ...clock }: Clock & Readonly<{ untilMs: number }>,
): Promise<void> => {
  const { store, log } = deps;
  const telegraph = await telegraphOf(deps, clock);
  let wave = leased;
  let running = begun;
  for (;;) {
    const page = await store.followers.page(running.after, pageSize);
    const passed = await tellPage(deps, telegraph, page.items, { untilMs, ...clock });
    const { counts, after, pauseMs } = passed;
    if (Object.keys(counts).length > 0) log.info('followers', counts);
    const isCut = after !== page.items.at(-1)?.key;
    running = {
      ...running,
      // A page may hold nobody who can be read: then it goes on behind it.
      after: isCut ? (after ?? running.after) : (page.next ?? running.after),
      hasLeft: running.hasLeft || (counts.left ?? 0) + (counts.failing ?? 0) > 0 || pauseMs !== undefined,
    };
    const nowMs = clock.nowMs();
    const isOver = !isCut && page.next === undefined;
    const goesOn = !isOver && pauseMs === undefined && nowMs < untilMs;
    const next = isOver ? ended(wave, running, nowMs) : { ...wave, running };
    const saved = await store.waves.save(wave, {
      ...next,
      pausedUntilMs: pauseMs === undefined ? 0 : nowMs + pauseMs,
      leaseUntilMs: goesOn ? nowMs + leaseMs : 0,
    });
    // Somebody else has taken it over: this process was too slow.
    if (!saved || !goesOn) return;
    wave = saved;
  }
};

/** How a page was passed: what became of how many, behind whom to go on, and for how long Telegram wants to be left alone. */
type Passed = Readonly<{
  counts: Readonly<Partial<Record<Telling['kind'], number>>>;
  after: string | undefined;
  pauseMs: number | undefined;
}>;

/** Tells those of a page that something is due for. One of them who cannot be told delays nobody. */
const tellPage = async (
  deps: WorkerDeps,
  telegraph: Telegraph,
  page: readonly Parameters<typeof tellFollower>[2][],
  { untilMs, nowMs }: Clock & Readonly<{ untilMs: number }>,
): Promise<Passed> => {
  const counts: Partial<Record<Telling['kind'], number>> = {};
  let next = 0;
  let failures = 0;
  let pauseMs: number | undefined;
  let isBroken = false;
  const note = (telling: Telling): void => {
    if (telling.kind !== 'nothing') counts[telling.kind] = (counts[telling.kind] ?? 0) + 1;
    if (telling.kind === 'stop') pauseMs = Math.max(pauseMs ?? 0, telling.pauseMs);
    failures = telling.kind === 'failing' ? failures + 1 : 0;
    if (failures >= mostFailures) pauseMs ??= failingPauseMs;
  };
  const lane = async (): Promise<void> => {
    while (next < page.length && pauseMs === undefined && !isBroken && nowMs() < untilMs) {
      const follower = page[next];
      next += 1;
      if (follower) note(await tellFollower(deps, telegraph, follower));
    }
  };
  // When the tables are out of reach, nobody is told any more, and nothing goes on behind what is thrown.
  const ends = await Promise.allSettled(
    Array.from({ length: lanes }, () =>
      lane().catch(error => {
        isBroken = true;
        throw error;
      }),
    ),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  if (counts.refused)
    await putAside(deps, { what: 'news', subject: 'followers', reason: 'refused', state: 'open' });
  return { counts, after: page[next - 1]?.key, pauseMs };
};

const telegraphOf = async (deps: WorkerDeps, clock: Clock): Promise<Telegraph> => {
  const { store, country } = deps;
  const read = new Map<string, Promise<Incident | undefined>>();
  const incidentOf = async (id: string): Promise<Incident | undefined> => {
    try {
      return await store.incidents.readShown(id);
    } catch (error) {
      if (!(error instanceof CorruptItem)) throw error;
      await putAside(deps, {
        what: 'record',
        subject: `INCIDENT#${id} INCIDENT`,
        reason: 'unreadable',
        state: 'open',
      });
      return undefined;
    }
  };
  const { items } = await store.news.list();
  return {
    board: boardOf(items),
    incidentOf: id => {
      const known = read.get(id) ?? incidentOf(id);
      read.set(id, known);
      return known;
    },
    settlementOf: (await loadParsers(country)).settlement,
    turn: createPace(clock),
  };
};
