import { newIncidentId } from '../../../lib/identity/receipt.ts';
import { holderOf, waits } from '../../../lib/review/lifecycle.ts';
import type { Outline } from '../../../lib/review/outline.ts';
import type { StepResult } from '../../../lib/review/review.ts';
import type { CallbackArgs, QueueView } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import type { Screen } from '../../telegram/screen.ts';
import { type Moderator, type ModeratorHandlers, teamNames } from '../access.ts';
import { pressedKeyboard, refuse, refuseStale, showInPlace, viewOf } from '../reply.ts';
import { actingOn, withReport } from '../report/decisions.ts';
import { callbacksOn, chosenOn } from '../selection.ts';
import { readQueue } from './actions.ts';
import {
  type Selectable,
  type Selected,
  selectionApprovalScreen,
  selectionDoneScreen,
  selectionReasonsScreen,
  selectionScreen,
} from './bulk.ts';
import { queuePageSize } from './screens.ts';

/**
 * Deciding about several reports together. What there is to choose from, and what is chosen, is on the pressed message; each
 * report is decided on its own, on the version that was shown, and what changed meanwhile is left and named.
 */

type QueuePress = CallbackArgs<'queue'>;

const picksOf = (callbacks: ReturnType<typeof callbacksOn>): readonly Selected[] =>
  callbacks.flatMap(({ name, args }) => (name === 'pick' ? { id: args.id, version: args.version } : []));

const chosenReports = (ctx: Ctx): readonly Selected[] => picksOf(chosenOn(pressedKeyboard(ctx)));

/** Those of these reports that still wait, as they are now. */
const readListed = async (
  ctx: Ctx,
  { key: me }: Moderator,
  reports: readonly Selected[],
): Promise<Selectable> => {
  const [items, nameOf] = await Promise.all([
    ctx.deps.store.queue.waitingAmong(reports.map(({ id }) => id)),
    teamNames(ctx.deps),
  ]);
  return { items: items.filter(waits), me, nameOf };
};

/** A press on the choice of several reports. `choose` says which of those listed are chosen now. */
const withSelection =
  <Press extends QueuePress>(
    choose: (items: readonly Outline[], press: Press, ctx: Ctx, moderator: Moderator) => readonly Selected[],
  ) =>
  async (press: Press, ctx: Ctx, moderator: Moderator): Promise<void> => {
    const listed = picksOf(callbacksOn(pressedKeyboard(ctx)));
    const list = await readListed(ctx, moderator, listed);
    const chosen = choose(list.items, press, ctx, moderator);
    await showInPlace(ctx, selectionScreen(list, chosen, press.view, ctx.deps.now(), viewOf(ctx)));
  };

/** A page of the queue to choose from. */
const select = async ({ view }: QueuePress, ctx: Ctx, moderator: Moderator): Promise<void> => {
  const { page, me, nameOf } = await readQueue(ctx, moderator, view);
  const list = { items: page.items.filter(waits), me, nameOf };
  await showInPlace(ctx, selectionScreen(list, [], view, ctx.deps.now(), viewOf(ctx)));
};

/** A report, already chosen, with the waiting ones that may be about the same strike. */
const gather = withReport<CallbackArgs<'gather'>>(async (ctx, report, { from }, moderator) => {
  const { items } = await ctx.deps.store.duplicates.suggest(report, queuePageSize - 1);
  const similar = items.flatMap(one => (one.kind === 'report' ? one.report : []));
  const list = await readListed(ctx, moderator, [report, ...similar]);
  const view: QueueView = { list: from?.list ?? 'waiting' };
  return selectionScreen(list, [report], view, ctx.deps.now(), viewOf(ctx));
});

/** A press that asks for the one confirmation. */
const withChosen =
  (screen: (list: Selectable, queue: QueueView, ctx: Ctx) => Screen) =>
  async ({ view }: QueuePress, ctx: Ctx, moderator: Moderator): Promise<void> => {
    const chosen = chosenReports(ctx);
    if (chosen.length === 0) return refuse(ctx, ctx.t.moderator.bulk.nothing);
    const list = await readListed(ctx, moderator, chosen);
    const isSame = ({ id, version }: Outline) => chosen.some(one => one.id === id && one.version === version);
    if (list.items.length < chosen.length || !list.items.every(isSame)) {
      const same = list.items.filter(isSame);
      await showInPlace(
        ctx,
        selectionScreen(list, same, view, ctx.deps.now(), viewOf(ctx)),
        ctx.t.moderator.bulk.changed,
      );
      return;
    }
    await showInPlace(ctx, screen(list, view, ctx));
  };

/** Decides about the chosen reports, or takes back what was `listed`, one by one, and shows what came of it. */
const decideChosen = async (
  ctx: Ctx,
  view: QueueView,
  decide: (report: Selected) => Promise<StepResult>,
  said: (n: number) => string,
  listed?: readonly Selected[],
): Promise<readonly Extract<StepResult, { kind: 'done' }>[]> => {
  const reports = listed ?? chosenReports(ctx);
  if (reports.length === 0) {
    await refuse(ctx, ctx.t.moderator.bulk.nothing);
    return [];
  }
  const results: Extract<StepResult, { kind: 'done' }>[] = [];
  const left: string[] = [];
  for (const report of reports) {
    const result = await decide(report);
    if (result.kind === 'done') results.push(result);
    else left.push(report.id);
  }
  const done = results.map(({ report: { id, version } }) => ({ id, version }));
  await showInPlace(
    ctx,
    selectionDoneScreen(said(done.length), { done, left, isUndone: listed !== undefined }, view, viewOf(ctx)),
  );
  return results;
};

const nothingShown = { militaryPosition: false, identifiesPerson: false, graphic: false };

/** As one incident, the first that can be approved makes it and the others join it. */
const approveChosen = async (
  { as, view }: CallbackArgs<'approvePickedAs'>,
  ctx: Ctx,
  moderator: Moderator,
): Promise<void> => {
  let incident: string | undefined;
  const approve = async (report: Selected): Promise<StepResult> => {
    const result = await ctx.deps.store.reports.approve({
      ...actingOn(report, ctx, moderator),
      into:
        incident === undefined ? { kind: 'new', incident: newIncidentId() } : { kind: 'existing', incident },
      checklist: nothingShown,
    });
    if (as === 'one' && result.kind === 'done' && result.report.status === 'approved')
      incident = result.report.incident;
    return result;
  };
  await decideChosen(ctx, view, approve, ctx.t.moderator.bulk.approved);
};

const rejectChosen = async (
  { reason, view }: CallbackArgs<'rejectPickedFor'>,
  ctx: Ctx,
  moderator: Moderator,
): Promise<void> => {
  const { reports } = ctx.deps.store;
  await decideChosen(
    ctx,
    view,
    report => reports.reject({ ...actingOn(report, ctx, moderator), rejection: { reason } }),
    ctx.t.moderator.bulk.done,
  );
};

/**
 * Takes back what the screen lists: the reports wait again, and an incident that none of them stands behind any more is taken
 * back before its release. What is already published stays until the next decision, as after any reopened report.
 */
const undoChosen = async ({ view }: QueuePress, ctx: Ctx, moderator: Moderator): Promise<void> => {
  const { store } = ctx.deps;
  const { bulk } = ctx.t.moderator;
  const listed = callbacksOn(pressedKeyboard(ctx)).flatMap(({ name, args }) =>
    name === 'card' ? { id: args.id, version: args.version } : [],
  );
  if (listed.length === 0) return refuseStale(ctx);
  const reopened = await decideChosen(
    ctx,
    view,
    report => store.reports.reopen(actingOn(report, ctx, moderator)),
    bulk.undone,
    listed,
  );
  const ids = new Set(reopened.map(({ report }) => report.id));
  for (const id of new Set(reopened.flatMap(({ report }) => report.incident ?? []))) {
    const state = await store.incidents.readWhole(id);
    if (state?.incident.status !== 'embargoed' || !state.contributions.every(one => ids.has(one.id)))
      continue;
    const { key: by } = moderator;
    const at = ctx.deps.now().toISOString();
    const retraction = { reason: 'other', words: bulk.takenBack } as const;
    await store.incidents.retract({ incident: id, version: state.incident.version, by, at, retraction });
  }
};

/** What moderators do with several reports. */
export const bulkHandlers = {
  select,
  gather,
  /** All that are listed, but for what colleagues have claimed. */
  pickAll: withSelection((items, _: QueuePress, ctx, { key }) => {
    const at = ctx.deps.now().toISOString();
    return items.filter(report => holderOf(report, at, key) === undefined);
  }),
  pick: withSelection((_, { id, version }: CallbackArgs<'pick'>, ctx) => {
    const before = chosenReports(ctx);
    const others = before.filter(one => one.id !== id);
    return others.length < before.length ? others : [...before, { id, version }];
  }),
  approvePicked: withChosen((list, queue, ctx) =>
    selectionApprovalScreen(list, queue, ctx.deps.now(), viewOf(ctx)),
  ),
  approvePickedAs: approveChosen,
  rejectPicked: withChosen((list, queue, ctx) =>
    selectionReasonsScreen(list, queue, ctx.deps.now(), viewOf(ctx)),
  ),
  rejectPickedFor: rejectChosen,
  undoPicked: undoChosen,
} satisfies Partial<ModeratorHandlers>;
