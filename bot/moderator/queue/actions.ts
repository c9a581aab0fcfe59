import type { QueueFilter } from '../../../lib/store/records/queue.ts';
import { findRegion } from '../../callbacks/codes.ts';
import { type CallbackArgs, type QueueView, wholeQueue } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { type Moderator, type ModeratorHandlers, teamNames } from '../access.ts';
import { pressedMessage, refuse, send, showInPlace, viewOf } from '../reply.ts';
import { showCard } from '../report/decisions.ts';
import { filterChoices, queueFilterScreen } from './filters.ts';
import { type CountedList, countedList, type Queued, queuePageSize, queueScreen } from './screens.ts';

/** The command /queue. */
const sendQueue = async (ctx: Ctx, moderator: Moderator): Promise<void> => {
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
export const readQueue = async (
  ctx: Ctx,
  { key: me }: Pick<Moderator, 'key'>,
  queue: QueueView,
): Promise<Queued> => {
  const { store, now: clock } = ctx.deps;
  const now = clock();
  const { list, position } = queue;
  const size = (state: CountedList) =>
    store.queue.size(filterOf(countedList(list) === state ? queue : { list: state }, ctx, now));
  const [claimed, page, waiting, asked, nameOf] = await Promise.all([
    store.queue.claimedBy(me, now.toISOString()),
    list === 'mine'
      ? undefined
      : store.queue.list({
          limit: queuePageSize,
          ...filterOf(queue, ctx, now),
          order: list === 'harmed' ? 'harm' : 'age',
          ...position,
        }),
    size('waiting'),
    size('asked'),
    teamNames(ctx.deps),
  ]);
  return {
    page: page ?? { ...claimed, items: claimed.items.slice(0, queuePageSize) },
    sizes: { waiting, asked, mine: { count: claimed.items.length, more: false } },
    me,
    nameOf,
  };
};

/** Claims whatever comes first in this view and nobody has claimed, and opens it. */
const takeNext = async ({ view }: QueuePress, ctx: Ctx, { key }: Moderator): Promise<void> => {
  const { store, now } = ctx.deps;
  const { position: _, ...whole } = view;
  const at = now();
  const report = await store.reports.claimNext({
    by: key,
    at: at.toISOString(),
    filter: {
      ...filterOf(whole, ctx, at),
      state: 'waiting',
      order: view.list === 'harmed' ? 'harm' : 'age',
    },
  });
  if (!report) return refuse(ctx, ctx.t.moderator.queue.none);
  await acknowledge(ctx);
  await showCard(ctx, report, { from: whole, edit: pressedMessage(ctx) });
};

/** Beyond this, how many there are beside a filter does not matter; each one counted costs as much as one read. */
const filterCountLimit = 99;

const chooseFilter = async ({ by, view }: CallbackArgs<'narrow'>, ctx: Ctx): Promise<void> => {
  const now = ctx.deps.now();
  const counted = await Promise.all(
    filterChoices(by, view, viewOf(ctx)).map(async choice => ({
      ...choice,
      size: await ctx.deps.store.queue.size(filterOf(choice.view, ctx, now), filterCountLimit),
    })),
  );
  await showInPlace(ctx, queueFilterScreen(by, view, counted, viewOf(ctx)));
};

export const queueCommands = { queue: sendQueue };

/** What moderators do with the queue: look at it, narrow it, take the next report. */
export const queueHandlers = {
  queue: async ({ view }, ctx, moderator) =>
    showInPlace(ctx, queueScreen(await readQueue(ctx, moderator, view), view, ctx.deps.now(), viewOf(ctx))),
  narrow: chooseFilter,
  next: takeNext,
} satisfies Partial<ModeratorHandlers>;
