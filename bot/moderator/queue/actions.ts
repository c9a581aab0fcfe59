import { holderOf } from '../../../lib/review/lifecycle.ts';
import type { Outline } from '../../../lib/review/outline.ts';
import type { QueueFilter } from '../../../lib/store/records/queue.ts';
import { findRegion } from '../../callbacks/codes.ts';
import { type CallbackArgs, type QueueView, wholeQueue } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { type Moderator, type ModeratorHandlers, teamNames } from '../access.ts';
import { pressedKeyboard, pressedMessage, refuse, send, showInPlace, viewOf } from '../reply.ts';
import { showCard } from '../report/decisions.ts';
import { chosenOn } from '../selection.ts';
import {
  type Selected,
  selectionDoneScreen,
  selectionPageSize,
  selectionReasonsScreen,
  selectionScreen,
} from './bulk.ts';
import { type Queued, queueFilterScreen, queuePageSize, queueScreen } from './screens.ts';

/** The command /queue. */
export const sendQueue = async (ctx: Ctx, moderator: Moderator): Promise<void> => {
  const queued = await readQueue(ctx, moderator, wholeQueue);
  await send(ctx, queueScreen(queued, wholeQueue, ctx.deps.now(), viewOf(ctx)));
};

type QueuePress = CallbackArgs<'queue'>;

const hourMs = 60 * 60_000;

/** A view of the queue as the store is asked for it, at an instant. */
const filterOf = (queue: QueueView, { deps }: Ctx, now: Date): QueueFilter => {
  const { list, munition, age } = queue;
  return {
    state: list === 'asked' ? 'asked' : 'waiting',
    region: findRegion(queue.region, deps.country),
    munition,
    since: age && new Date(now.getTime() - age * hourMs).toISOString(),
  };
};

/** A page of a view of the queue, with the sizes of all lists. */
const readQueue = async (
  ctx: Ctx,
  { key: me }: Moderator,
  queue: QueueView,
  limit = queuePageSize,
): Promise<Queued> => {
  const { store, now: clock } = ctx.deps;
  const now = clock();
  const { list, position } = queue;
  const size = (state: 'waiting' | 'asked') =>
    store.queue.size(filterOf(list === state ? queue : { list: state }, ctx, now));
  const [claimed, page, waiting, asked, nameOf] = await Promise.all([
    store.queue.claimedBy(me, now.toISOString()),
    list === 'mine' ? undefined : store.queue.list({ limit, ...filterOf(queue, ctx, now), ...position }),
    size('waiting'),
    size('asked'),
    teamNames(ctx.deps),
  ]);
  return {
    page: page ?? { ...claimed, items: claimed.items.slice(0, limit) },
    sizes: { waiting, asked, mine: { count: claimed.items.length, more: false } },
    me,
    nameOf,
  };
};

/** Claims whatever waits longest in this view and nobody has claimed, and opens it. */
const takeNext = async ({ view }: QueuePress, ctx: Ctx, { key }: Moderator): Promise<void> => {
  const { store, now } = ctx.deps;
  const { position: _, ...whole } = view;
  const at = now();
  const report = await store.reports.claimNext({
    by: key,
    at: at.toISOString(),
    filter: { ...filterOf(whole, ctx, at), state: 'waiting' },
  });
  if (!report) return refuse(ctx, ctx.t.moderator.queue.none);
  await acknowledge(ctx);
  await showCard(ctx, report, { from: whole, edit: pressedMessage(ctx) });
};

const chosenReports = (ctx: Ctx): readonly Selected[] =>
  chosenOn(pressedKeyboard(ctx)).flatMap(({ name, args }) =>
    name === 'pick' ? { id: args.id, version: args.version } : [],
  );

/** A press on the choice of several reports. `choose` says which of the page are chosen now. */
const withSelection =
  <Press extends QueuePress>(choose: (queued: Queued, press: Press, ctx: Ctx) => readonly Selected[]) =>
  async (press: Press, ctx: Ctx, moderator: Moderator): Promise<void> => {
    const queued = await readQueue(ctx, moderator, press.view, selectionPageSize);
    const chosen = choose(queued, press, ctx);
    await showInPlace(ctx, selectionScreen(queued, chosen, press.view, ctx.deps.now(), viewOf(ctx)));
  };

/** Rejects the chosen reports one by one. Those that changed or were claimed in the meantime are left, and named. */
const rejectChosen = async (
  { reason, view }: CallbackArgs<'rejectPickedFor'>,
  ctx: Ctx,
  { key }: Moderator,
): Promise<void> => {
  const reports = chosenReports(ctx);
  if (reports.length === 0) return refuse(ctx, ctx.t.moderator.bulk.nothing);
  const at = ctx.deps.now().toISOString();
  const results = await ctx.deps.store.reports.rejectAll({ reports, by: key, at, rejection: { reason } });
  const left = reports.filter(({ id }) => results.get(id)?.kind !== 'done').map(({ id }) => id);
  await showInPlace(ctx, selectionDoneScreen(reports.length - left.length, left, view, viewOf(ctx)));
};

/** What moderators do with the queue: look at it, narrow it, take the next report, reject several. */
export const queueHandlers = {
  queue: async ({ view }, ctx, moderator) =>
    showInPlace(ctx, queueScreen(await readQueue(ctx, moderator, view), view, ctx.deps.now(), viewOf(ctx))),
  narrow: ({ by, view, page = 0 }, ctx) => showInPlace(ctx, queueFilterScreen(by, view, page, viewOf(ctx))),
  next: takeNext,

  select: withSelection(() => []),
  /** All of the page, but for what colleagues have claimed. */
  pickAll: withSelection(({ page, me }, _, ctx) => {
    const isFree = (report: Outline) => holderOf(report, ctx.deps.now().toISOString(), me) === undefined;
    return page.items.filter(isFree);
  }),
  pick: withSelection((_, { id, version }: CallbackArgs<'pick'>, ctx) => {
    const before = chosenReports(ctx);
    const others = before.filter(one => one.id !== id);
    return others.length < before.length ? others : [...before, { id, version }];
  }),
  rejectPicked: async ({ view }, ctx) => {
    const chosen = chosenReports(ctx);
    return chosen.length === 0
      ? refuse(ctx, ctx.t.moderator.bulk.nothing)
      : showInPlace(ctx, selectionReasonsScreen(chosen, view, viewOf(ctx)));
  },
  rejectPickedFor: rejectChosen,
} satisfies Partial<ModeratorHandlers>;
