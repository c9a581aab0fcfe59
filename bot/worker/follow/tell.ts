import { GrammyError } from 'grammy/web';
import { dueNews, type Follower } from '../../../lib/follow/follower.ts';
import type { Board } from '../../../lib/follow/news.ts';
import { toldOf } from '../../../lib/follow/told.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { isRetryable } from '../../../lib/store/dynamodb/errors.ts';
import type { StoredFollower } from '../../../lib/store/followers/followers.ts';
import { loadCatalogue } from '../../locales/load.ts';
import type { SettlementOf } from '../../reader/follow/topic.ts';
import type { WorkerDeps } from '../../runtime/dependencies.ts';
import { inTries } from '../../runtime/tries.ts';
import { apiErrorOf } from '../../telegram/api-errors.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import { keepSafetyInSight } from '../safety.ts';
import { newsScreen } from './message.ts';

/** Longer than one telling takes, so that a claim ends only when its holder is gone. */
const claimMs = 60_000;
/** Where Telegram refuses but does not say for how long. */
const usualPauseMs = 60_000;

/**
 * What became of telling one follower. `nothing`: nothing was due. `left`: to be tried by another wave. `refused`: Telegram
 * does not take this message, and never will. `stop`: it takes none for a while.
 */
export type Telling = Readonly<
  | { kind: 'told' | 'nothing' | 'dropped' | 'left' | 'refused' }
  | { kind: 'failing' }
  | { kind: 'stop'; pauseMs: number }
>;

/** What all tellings of a step share. `incidentOf` reads an incident as readers see it, once a step. */
export type Telegraph = Readonly<{
  board: Board;
  incidentOf: (id: string) => Promise<Incident | undefined>;
  settlementOf: SettlementOf;
  /** Waits for its turn. */
  turn: () => Promise<void>;
}>;

type TellDeps = Pick<WorkerDeps, 'api' | 'store' | 'identity' | 'country' | 'now' | 'log'>;

/**
 * Tells a follower what is due for them, in one message. They are claimed before it is sent, on condition that they still
 * follow the same, and marked as told after it.
 *
 * It cannot be known whether a message was sent when the process ended in between, or when Telegram's answer was lost: then
 * the claim runs out, the next wave tells them again, and the message says that it may be there already. Told twice and told
 * so is better than not told that there are unexploded items in one's village.
 */
export const tellFollower = async (
  deps: TellDeps,
  telegraph: Telegraph,
  found: StoredFollower,
): Promise<Telling> => {
  const { store, country, now } = deps;
  // Once the older secret is gone, they could neither be told nor end it.
  const stored = found.isOld ? await store.followers.replace(found, found.follower) : found;
  if (!stored) return { kind: 'left' };
  const { board } = telegraph;
  const moment = { now: now(), zone: country.zone };
  const due = dueNews(stored.follower, board, moment);
  if (due.length === 0) return { kind: 'nothing' };
  const { claim: earlier } = stored.follower;
  if (earlier && earlier.atMs + claimMs > moment.now.getTime()) return { kind: 'left' };
  const incidents = new Map<string, Incident>();
  for (const id of new Set(due.map(({ incident }) => incident))) {
    const incident = await telegraph.incidentOf(id);
    if (incident) incidents.set(id, incident);
  }
  const told = toldOf(stored.follower, due, incidents);
  // What was taken back before it was told: it is over.
  if (told.length === 0) {
    await store.followers.replace(stored, seenAll(stored.follower, board.head));
    return { kind: 'nothing' };
  }
  const { locale } = stored.follower;
  const view = { t: await loadCatalogue(locale), locale, country };
  const screen = newsScreen(
    told,
    { isPerhapsAgain: due.some(({ seq }) => seq <= (earlier?.upTo ?? 0)) },
    view,
    telegraph.settlementOf,
  );
  await telegraph.turn();
  const claim = { atMs: now().getTime(), upTo: board.head };
  const claimed = await store.followers.replace(stored, { ...stored.follower, claim });
  // They changed what they follow, or somebody else is telling them, just now.
  if (!claimed) return { kind: 'left' };
  return send(deps, claimed, screen, stored.follower);
};

const seenAll = ({ claim: _, ...follower }: Follower, head: number): Follower => ({
  ...follower,
  seen: Math.max(follower.seen, head),
});

/** Sends it to whom was claimed. `before`: how they were before the claim, to which they return where nothing was sent. */
const send = async (
  deps: TellDeps,
  claimed: StoredFollower,
  screen: Screen,
  before: Follower,
): Promise<Telling> => {
  const { api, store, log } = deps;
  const { followers } = store;
  const unclaim = () => followers.replace(claimed, before).catch(() => undefined);
  try {
    const shown = await show(api, screen, { chat: claimed.follower.chat });
    if (shown.kind === 'unreachable') {
      // They blocked the bot, or are gone: nothing of them is kept.
      await followers.drop(claimed);
      return { kind: 'dropped' };
    }
    await keepSafetyInSight(deps, claimed.follower.chat, claimed.follower.locale);
  } catch (error) {
    const why = apiErrorOf(error);
    // Whether it came is not known: the claim stays, and says so.
    if (why === 'lost') return { kind: 'left' };
    if (why === 'too_many' || why === 'unauthorized') {
      await unclaim();
      const { retry_after: seconds } = error instanceof GrammyError ? error.parameters : {};
      return { kind: 'stop', pauseMs: seconds === undefined ? usualPauseMs : seconds * 1000 };
    }
    log.error('not_told', error, { what: 'follower', reason: why ?? 'fault' });
    if (why === 'server' || why === 'unreached' || why === undefined) {
      await unclaim();
      return { kind: 'failing' };
    }
    await markTold(deps, claimed);
    return { kind: 'refused' };
  }
  await markTold(deps, claimed);
  return { kind: 'told' };
};

/** Marks that the claimed news were told, whatever the follower has changed meanwhile. */
const markTold = async ({ store: { followers } }: TellDeps, claimed: StoredFollower): Promise<void> => {
  const upTo = claimed.follower.claim?.upTo ?? 0;
  let stored: StoredFollower | undefined = claimed;
  for (let attempt = 0; stored && attempt < attempts; attempt += 1) {
    const at: StoredFollower = stored;
    if (await inTries(() => followers.replace(at, seenAll(at.follower, upTo)), isRetryable)) return;
    stored = await inTries(() => followers.again(at.key), isRetryable);
  }
};

const attempts = 5;
