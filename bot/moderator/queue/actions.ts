import type { RejectionReason } from '../../../lib/report/vocabulary.ts';
import { holderOf } from '../../../lib/review/lifecycle.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import { type Moderator, teamNames } from '../access.ts';
import { filterOf, type QueueView, queuePath } from '../callbacks.ts';
import { pressed, showCard, turn, viewOf } from '../report/decisions.ts';
import {
  type Selected,
  selectedIn,
  selectionDoneScreen,
  selectionPageSize,
  selectionReasonsScreen,
  selectionScreen,
} from './bulk.ts';
import { type Queued, queueChoiceScreen, queuePageSize, queueScreen } from './screens.ts';

/** What a moderator does with the queue: look, narrow it, take the next, reject several. */

export const sendQueue = async (ctx: Ctx, moderator: Moderator, queue: QueueView): Promise<void> => {
  const screen = queueScreen(await read(ctx, moderator, queue), queue, ctx.deps.now(), viewOf(ctx));
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId });
};

export const turnQueue = async (ctx: Ctx, moderator: Moderator, queue: QueueView): Promise<void> =>
  turn(ctx, queueScreen(await read(ctx, moderator, queue), queue, ctx.deps.now(), viewOf(ctx)));

export const chooseInQueue = (
  ctx: Ctx,
  choice: 'region' | 'munition' | 'age',
  queue: QueueView,
  page: number,
): Promise<void> => turn(ctx, queueChoiceScreen(choice, queue, page, viewOf(ctx)));

/** Takes whatever waits longest of what is chosen and nobody has, and opens it. */
export const takeNext = async (ctx: Ctx, { key }: Moderator, queue: QueueView): Promise<void> => {
  const { store, now } = ctx.deps;
  const { cursor: _, ...whole } = queue;
  const at = now();
  const report = await store.reports.claimNext({
    by: key,
    at: at.toISOString(),
    filter: { ...filterOf(whole, at), state: 'waiting' },
  });
  if (!report) return acknowledge(ctx, { text: ctx.t.moderator.queue.none, alert: true });
  await acknowledge(ctx);
  await showCard(ctx, report, { from: queuePath(whole), edit: pressed(ctx) });
};

/** A page of the queue with the sizes of every list. */
const read = async (
  ctx: Ctx,
  { key: me }: Moderator,
  queue: QueueView,
  limit = queuePageSize,
): Promise<Queued> => {
  const { store, now } = ctx.deps;
  const at = now();
  const { list, cursor } = queue;
  const size = (state: 'waiting' | 'asked') =>
    store.queue.size({ ...filterOf(list === state ? queue : { list: state }, at), state });
  const [{ items: mine }, page, waiting, asked, nameOf] = await Promise.all([
    store.queue.claimedBy(me, at.toISOString()),
    list === 'mine'
      ? undefined
      : store.queue.list({
          limit,
          ...filterOf(queue, at),
          ...(cursor?.startsWith('a') && { after: cursor.slice(1) }),
          ...(cursor?.startsWith('b') && { before: cursor.slice(1) }),
        }),
    size('waiting'),
    size('asked'),
    teamNames(ctx.deps),
  ]);
  return {
    page: page ?? { items: mine.slice(0, limit) },
    sizes: { waiting, asked, mine: { count: mine.length, more: false } },
    me,
    nameOf,
  };
};

/** What the pressed message's keyboard says is chosen. */
const chosenOn = (ctx: Ctx): readonly Selected[] => {
  const message = ctx.callbackQuery?.message;
  return selectedIn(message && 'reply_markup' in message ? message.reply_markup : undefined);
};

const selecting = async (
  ctx: Ctx,
  moderator: Moderator,
  queue: QueueView,
  choose: (queued: Queued) => readonly Selected[],
): Promise<void> => {
  const queued = await read(ctx, moderator, queue, selectionPageSize);
  await turn(ctx, selectionScreen(queued, choose(queued), queue, ctx.deps.now(), viewOf(ctx)));
};

export const select = (ctx: Ctx, moderator: Moderator, queue: QueueView): Promise<void> =>
  selecting(ctx, moderator, queue, () => []);

/** All of the page, but for what colleagues have taken. */
export const pickAll = (ctx: Ctx, moderator: Moderator, queue: QueueView): Promise<void> =>
  selecting(ctx, moderator, queue, ({ page, me }) =>
    page.items.filter(report => holderOf(report, ctx.deps.now().toISOString(), me) === undefined),
  );

/** Chooses one more, or leaves it out again. */
export const pick = (ctx: Ctx, moderator: Moderator, one: Selected, queue: QueueView): Promise<void> => {
  const chosen = chosenOn(ctx);
  const others = chosen.filter(({ id }) => id !== one.id);
  return selecting(ctx, moderator, queue, () => (others.length < chosen.length ? others : [...chosen, one]));
};

export const askBulkReason = (ctx: Ctx, _: Moderator, queue: QueueView): Promise<void> => {
  const chosen = chosenOn(ctx);
  return chosen.length === 0
    ? acknowledge(ctx, { text: ctx.t.moderator.bulk.nothing, alert: true })
    : turn(ctx, selectionReasonsScreen(chosen, queue, viewOf(ctx)));
};

/** Rejects all that is chosen, each on its own: what somebody else changed or took meanwhile is left, and named. */
export const rejectChosen = async (
  ctx: Ctx,
  { key }: Moderator,
  reason: RejectionReason,
  queue: QueueView,
): Promise<void> => {
  const reports = chosenOn(ctx);
  if (reports.length === 0) return acknowledge(ctx, { text: ctx.t.moderator.bulk.nothing, alert: true });
  const at = ctx.deps.now().toISOString();
  const results = await ctx.deps.store.reports.rejectAll({ reports, by: key, at, rejection: { reason } });
  const left = reports.filter(({ id }) => results.get(id)?.kind !== 'done').map(({ id }) => id);
  const screen: Screen = selectionDoneScreen(reports.length - left.length, left, queue, viewOf(ctx));
  await turn(ctx, screen);
};
