import { formatReceipt, newIncidentId, readReceipt } from '../../../lib/identity/receipt.ts';
import type { Contribution } from '../../../lib/incident/contribution.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { Actor, IncidentState } from '../../../lib/review/changes.ts';
import type { Amendment, IncidentResult } from '../../../lib/review/incident-edits.ts';
import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import {
  button,
  type CallbackArgs,
  type IncidentArgs,
  type IncidentList,
  type Position,
} from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { tellUnreadable } from '../../text/unreadable.ts';
import { type Moderator, type ModeratorHandlers, moderatorOf } from '../access.ts';
import { awaitInput, clearPendingInput, type PendingInputOf } from '../pending-input.ts';
import {
  pressedKeyboard,
  pressedMessage,
  prompt,
  refuse,
  reply,
  send,
  showInPlace,
  viewOf,
} from '../reply.ts';
import { chosenOn } from '../selection.ts';
import { maxSourceLength, readSource } from '../source-input.ts';
import * as dialogs from './dialogs.ts';
import { asideScreen, numbersScreen } from './numbers.ts';
import { incidentListScreen, incidentPageSize } from './screens.ts';
import { readIncidentScreen, showIncident } from './show.ts';

/** The command /incidents. */
const sendIncidents = async (ctx: Ctx): Promise<void> => send(ctx, await listIncidents(ctx, 'embargoed'));

const listIncidents = async (ctx: Ctx, list: IncidentList, position?: Position): Promise<Screen> => {
  const { incidents } = ctx.deps.store;
  const page = { limit: incidentPageSize, ...position };
  const found = await (list === 'embargoed' ? incidents.embargoed(page) : incidents.latest(page));
  return tellUnreadable(incidentListScreen(list, found, viewOf(ctx)), found, ctx.t);
};

type Store = Ctx['deps']['store'];

/** A moderator, acting on the version of an incident that they saw. */
type ActingOnIncident = Actor & Readonly<{ incident: string; version: number }>;

/** A press that opens a dialog about an incident, which must still be as its screen showed it. */
const withIncident =
  <Args extends IncidentArgs>(
    screen: (
      incident: Incident,
      view: View,
      contributions: readonly Contribution[],
      args: Args,
      ctx: Ctx,
    ) => Promise<Screen> | Screen,
  ) =>
  async (args: Args, ctx: Ctx): Promise<void> => {
    const state = await readFresh(args, ctx);
    if (state)
      await showInPlace(ctx, await screen(state.incident, viewOf(ctx), state.contributions, args, ctx));
  };

/** The incident, if it still is as its screen showed it; otherwise the moderator sees what it is now. */
const readFresh = async ({ id, version }: IncidentArgs, ctx: Ctx): Promise<IncidentState | undefined> => {
  const state = await ctx.deps.store.incidents.readWhole(id);
  if (state?.incident.version === version) return state;
  await showResult(ctx, state ? { kind: 'conflict', ...state } : { kind: 'missing' });
  return undefined;
};

/** A press that changes an incident. `note` says so once it is done. */
const withEdit =
  <Args extends IncidentArgs>(
    edit: (
      incidents: Store['incidents'],
      acting: ActingOnIncident,
      args: Args,
      moderator: Moderator,
    ) => Promise<IncidentResult>,
    note: (t: Catalogue, args: Args) => string = t => t.incidents.changed,
  ) =>
  async (args: Args, ctx: Ctx, moderator: Moderator): Promise<void> => {
    const acting = actingOn(args, ctx, moderator);
    const result = await edit(ctx.deps.store.incidents, acting, args, moderator);
    await showResult(ctx, result, note(ctx.t, args));
  };

const withAmendment = <Args extends IncidentArgs>(amendment: (args: Args) => Amendment) =>
  withEdit<Args>((incidents, acting, args) => incidents.amend({ ...acting, amendment: amendment(args) }));

const actingOn = ({ id, version }: IncidentArgs, { deps }: Ctx, { key }: Moderator): ActingOnIncident => ({
  incident: id,
  version,
  by: key,
  at: deps.now().toISOString(),
});

/** A press that asks for words about an incident, as a reply of this moderator. */
const withPrompt =
  <Args extends IncidentArgs>(
    text: (t: Catalogue, args: Args) => string,
    pending: (
      args: Args,
    ) =>
      | Pick<PendingInputOf<'merge'>, 'kind'>
      | Pick<PendingInputOf<'contamination'>, 'kind' | 'state' | 'source'>
      | Pick<PendingInputOf<'claim'>, 'kind' | 'status' | 'source'>,
  ) =>
  async (args: Args, ctx: Ctx): Promise<void> => {
    if (!(await readFresh(args, ctx))) return;
    const { id, version } = args;
    await awaitInput(ctx, { ...pending(args), incident: id, version, message: pressedMessage(ctx) });
    await acknowledge(ctx);
    await promptAbout(ctx, id, text(ctx.t, args));
  };

/** The incident's id is in the message, so that a reply to it can be told apart. */
const promptAbout = (ctx: Ctx, id: string, text: string): Promise<void> => {
  const shown = formatReceipt(id);
  return prompt(ctx, text.includes(shown) ? text : `${shown}: ${text}`, ctx.t.incidents.ask.placeholder);
};

const hourMs = 60 * 60_000;

/** Moves the release later. */
const hold = async (args: CallbackArgs<'holdFor'>, ctx: Ctx, moderator: Moderator): Promise<void> => {
  const { incident } = (await readFresh(args, ctx)) ?? {};
  if (!incident) return;
  const until = new Date(Date.parse(incident.releaseAt) + args.hours * hourMs).toISOString();
  await withEdit((incidents, acting, _, { role }) => incidents.hold({ ...acting, until, role }))(
    args,
    ctx,
    moderator,
  );
};

/** Removes a claim that a moderator added. */
const removeClaim = async (
  args: CallbackArgs<'removeClaim'>,
  ctx: Ctx,
  moderator: Moderator,
): Promise<void> => {
  const { incident } = (await readFresh(args, ctx)) ?? {};
  if (!incident) return;
  const further = (incident.further ?? []).filter(claim => dialogs.claimCode(claim) !== args.claim);
  await withAmendment(() => ({ kind: 'attribute', further }))(args, ctx, moderator);
};

const chosenReports = (ctx: Ctx): readonly string[] =>
  chosenOn(pressedKeyboard(ctx)).flatMap(({ name, args }) => (name === 'pickReport' ? args.report : []));

/** Moves the chosen reports to another incident, or to a new one. */
const moveReports = async (
  { into, ...args }: IncidentArgs & Readonly<{ into?: string }>,
  ctx: Ctx,
  moderator: Moderator,
): Promise<void> => {
  const reports = chosenReports(ctx);
  const { move } = ctx.t.incidents;
  if (reports.length === 0) return refuse(ctx, move.nothing);
  const id = into ?? newIncidentId();
  await withEdit(
    (incidents, acting) =>
      incidents.moveReports({
        ...acting,
        reports,
        into: { kind: into === undefined ? 'new' : 'existing', incident: id },
      }),
    () => (into === undefined ? move.split(formatReceipt(id)) : move.done),
  )(args, ctx, moderator);
};

export const incidentCommands = { incidents: sendIncidents };

/** What moderators do with incidents. Every press but those that only look names the version that its screen showed. */
export const incidentHandlers = {
  incidents: async ({ list, position }, ctx) => showInPlace(ctx, await listIncidents(ctx, list, position)),
  incident: async ({ id }, ctx) => {
    const screen = await readIncidentScreen(ctx, id);
    return screen ? showInPlace(ctx, screen) : refuse(ctx, ctx.t.moderator.refused.incidentGone);
  },

  chooseSource: withIncident((incident, view, contributions, { aspect }) =>
    dialogs.sourceScreen(incident, contributions, aspect, view),
  ),
  takeFrom: withAmendment(({ aspect, report }) => ({ kind: 'choose', choice: { [aspect]: report } })),

  numbers: withIncident(numbersScreen),
  setAside: withIncident((incident, view, _, args) => asideScreen(incident, args, view)),
  setAsideFor: withAmendment(({ report, of, reason }) => ({ kind: 'aside', report, of, reason })),

  hold: withIncident(dialogs.holdScreen),
  holdFor: hold,
  releaseNow: withEdit((incidents, acting, _, { role }) =>
    incidents.hold({ ...acting, until: acting.at, role }),
  ),

  grade: withIncident(dialogs.gradeScreen),
  setGrade: withAmendment(({ grade }) => ({ kind: 'assess', assessment: grade })),

  unexploded: withIncident(dialogs.contaminationScreen),
  unexplodedState: withIncident((incident, view, _, args) =>
    dialogs.sourceKindScreen(incident, view, (text, source) =>
      button(text, 'unexplodedBy', { ...args, source }),
    ),
  ),
  unexplodedBy: withPrompt(
    t => t.incidents.ask.author,
    ({ state, source }) => ({ kind: 'contamination', state, source }),
  ),
  nothingUnexploded: withAmendment(() => ({ kind: 'contamination', contamination: undefined })),

  claims: withIncident(dialogs.claimsScreen),
  addClaim: withIncident(dialogs.claimStatusScreen),
  claimStatus: withIncident((incident, view, _, args) =>
    dialogs.sourceKindScreen(incident, view, (text, source) => button(text, 'claimBy', { ...args, source })),
  ),
  claimBy: withPrompt(
    t => t.incidents.ask.side,
    ({ status, source }) => ({ kind: 'claim', status, source }),
  ),
  removeClaim,

  split: withIncident(async (incident, view, contributions, _, ctx) =>
    dialogs.moveScreen(incident, contributions, [], await suggestNear(ctx, contributions), view),
  ),
  pickReport: withIncident(async (incident, view, contributions, { report }, ctx) => {
    const before = chosenReports(ctx);
    const chosen = before.includes(report) ? before.filter(id => id !== report) : [...before, report];
    const moved = contributions.filter(({ id }) => chosen.includes(id));
    const suggestions = await suggestNear(ctx, moved.length > 0 ? moved : contributions);
    return dialogs.moveScreen(incident, contributions, chosen, suggestions, view);
  }),
  moveToNew: moveReports,
  moveTo: moveReports,

  merge: withIncident(async (incident, view, contributions, _, ctx) =>
    dialogs.mergeScreen(incident, await suggestNear(ctx, contributions), view),
  ),
  mergeById: withPrompt(
    (t, { id }) => t.incidents.merge.ask(formatReceipt(id)),
    () => ({ kind: 'merge' }),
  ),
  mergeWith: withIncident((incident, view, _, { into }) => dialogs.mergeConfirmScreen(incident, into, view)),
  mergeConfirmed: withEdit(
    (incidents, acting, { into }) => incidents.merge({ ...acting, into }),
    (t, { into }) => t.incidents.merge.done(formatReceipt(into)),
  ),

  retract: withIncident(dialogs.retractScreen),
  retractFor: withEdit(
    (incidents, acting, { reason }) => incidents.retract({ ...acting, retraction: { reason } }),
    t => t.incidents.retract.done,
  ),
} satisfies Partial<ModeratorHandlers>;

/** Other incidents near what the first of these reports says. */
const suggestNear = async (
  ctx: Ctx,
  contributions: readonly Contribution[],
): Promise<readonly Duplicate[]> => {
  const [contribution] = contributions;
  if (!contribution) return [];
  const { id, reporter, receivedAt, answers } = contribution;
  const report: Report = {
    id,
    version: 1,
    status: 'approved',
    reporter,
    locale: ctx.locale,
    receivedAt,
    answers,
  };
  return (await ctx.deps.store.duplicates.suggest(report)).items;
};

/** The message that answers a question about an incident. */
export const takeIncidentInput = async (
  ctx: Ctx,
  pending: PendingInputOf<'merge' | 'contamination' | 'claim'>,
): Promise<void> => {
  const { refused } = ctx.t.moderator;
  const { ask, merge, changed } = ctx.t.incidents;
  const moderator = await moderatorOf(ctx);
  if (!moderator) return reply(ctx, refused.notYou);
  const text = ctx.message?.text?.trim();
  if (!text) return reply(ctx, ask.textOnly);
  if (text.length > maxSourceLength) return reply(ctx, ask.tooLong(maxSourceLength));
  const { incident: id, version, message } = pending;
  if (pending.kind === 'claim' && pending.side === undefined) {
    await awaitInput(ctx, { ...pending, side: text });
    return promptAbout(ctx, id, ask.author);
  }
  const into = pending.kind === 'merge' ? readReceipt(text) : undefined;
  if (pending.kind === 'merge' && into === undefined) return reply(ctx, merge.badId);
  const { incidents } = ctx.deps.store;
  const acting = actingOn({ id, version }, ctx, moderator);
  const result =
    pending.kind === 'merge'
      ? await incidents.merge({ ...acting, into: into ?? '' })
      : await incidents.amend({ ...acting, amendment: await readAmendment(ctx, pending, text) });
  await clearPendingInput(ctx);
  await reply(ctx, refusalText(ctx, result) ?? changed);
  if (result.kind !== 'missing') await showIncident(ctx, result, ctx.person.isPrivate ? undefined : message);
};

/** What a moderator typed about who says so, as a change of the incident. */
const readAmendment = async (
  ctx: Ctx,
  pending: PendingInputOf<'contamination' | 'claim'>,
  text: string,
): Promise<Amendment> => {
  const by = await readSource(ctx, pending.source, text);
  if (pending.kind === 'contamination') {
    const date = by.published ?? ctx.deps.now().toISOString().slice(0, 10);
    return { kind: 'contamination', contamination: { state: pending.state, by, date } };
  }
  const present = await ctx.deps.store.incidents.read(pending.incident);
  const claim = { side: pending.side ?? '', status: pending.status, by };
  return { kind: 'attribute', further: [...(present?.further ?? []), claim] };
};

/** Why nothing was done; undefined when it was. */
const refusalText = ({ t }: Ctx, result: IncidentResult): string | undefined => {
  const { refused } = t.moderator;
  switch (result.kind) {
    case 'missing':
      return refused.incidentGone;
    case 'conflict':
      return refused.incidentChanged;
    case 'refused':
      return refused.why[result.why];
    case 'done':
      return undefined;
  }
};

/** Tells whoever pressed what came of it, and shows the incident as it is now. */
const showResult = async (ctx: Ctx, result: IncidentResult, done?: string): Promise<void> => {
  const refusal = refusalText(ctx, result);
  await (refusal === undefined
    ? acknowledge(ctx, { text: done ?? ctx.t.incidents.changed })
    : refuse(ctx, refusal));
  if (result.kind === 'missing') return;
  await showIncident(ctx, result, pressedMessage(ctx));
};
