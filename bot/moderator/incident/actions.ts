import { formatReceipt, newIncidentId, readReceipt } from '../../../lib/identity/receipt.ts';
import { aspects, type Contribution } from '../../../lib/incident/contribution.ts';
import { assessments, type Incident } from '../../../lib/incident/incident.ts';
import { type Report, reportIdSchema } from '../../../lib/report/report.ts';
import { attributionStatuses, contaminationStates, namedSources } from '../../../lib/report/vocabulary.ts';
import type { IncidentState } from '../../../lib/review/changes.ts';
import type { Amendment, IncidentResult } from '../../../lib/review/incident-edits.ts';
import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { parseCallbackData } from '../../telegram/callback-data.ts';
import type { Screen } from '../../telegram/screen.ts';
import { type Moderator, moderatorOf } from '../access.ts';
import { awaitInput, clearPendingInput, type PendingInputOf } from '../pending-input.ts';
import { prompt, reply } from '../reply.ts';
import { readReason } from '../report/card.ts';
import { pressed, showIncident, turn, viewOf } from '../report/decisions.ts';
import { maxSourceLength, readSource } from '../source-input.ts';
import * as choices from './dialogs.ts';
import {
  type IncidentList,
  type IncidentPath,
  incidentDeskScreen,
  incidentListScreen,
  incidentLists,
  incidentPageSize,
} from './screens.ts';

/** What moderators do with incidents. Every press names the version that its screen showed. */

type Act = (ctx: Ctx, moderator: Moderator) => Promise<unknown>;

const isList = (part: string | undefined): part is IncidentList => incidentLists.some(list => list === part);

/** The lists of incidents: those that wait for their release, and those that are published. */
export const listIncidents = async (ctx: Ctx, list: IncidentList, position = ''): Promise<Screen> => {
  const { store } = ctx.deps;
  const cursor = position.slice(1);
  const page = {
    limit: incidentPageSize,
    ...(position.startsWith('a') && { after: cursor }),
    ...(position.startsWith('b') && { before: cursor }),
  };
  const read = list === 'embargoed' ? store.incidents.embargoed(page) : store.incidents.latest(page);
  return incidentListScreen(list, await read, viewOf(ctx));
};

/** What a press about incidents asks for; undefined for one that was never on a button. */
export const incidentActOf = (name: string, path: readonly string[]): Act | undefined => {
  const [first, second, third, fourth] = path;
  if (name === 'incidents')
    return isList(first) ? async ctx => turn(ctx, await listIncidents(ctx, first, second)) : undefined;
  if (name === 'incident')
    return reportIdSchema.safeParse(first).success ? ctx => openIncident(ctx, first ?? '') : undefined;
  if (!reportIdSchema.safeParse(first).success || !/^\d{1,9}$/.test(second ?? '')) return undefined;
  const incident: IncidentPath = { id: first ?? '', version: Number(second) };
  return actOn(name, incident, third, fourth);
};

const actOn = (
  name: string,
  path: IncidentPath,
  choice: string | undefined,
  more: string | undefined,
): Act | undefined => {
  const of = <Code extends string>(vocabulary: readonly Code[], code: string | undefined) =>
    vocabulary.find(one => one === code);
  switch (name) {
    case 'i_choose': {
      const aspect = of(aspects, choice);
      return (
        aspect && choosing(path, (ctx, one, links) => choices.chooseScreen(one, links, aspect, viewOf(ctx)))
      );
    }
    case 'i_give': {
      const aspect = of(aspects, choice);
      return aspect && more ? amending(path, { kind: 'choose', choice: { [aspect]: more } }) : undefined;
    }
    case 'i_hold':
      return choice === undefined
        ? choosing(path, (ctx, one) => choices.holdScreen(one, viewOf(ctx)))
        : holding(path, Number(choice));
    case 'i_grade':
      return choice === undefined
        ? choosing(path, (ctx, one) => choices.assessScreen(one, viewOf(ctx)))
        : amending(path, { kind: 'assess', assessment: of(assessments, choice) });
    case 'i_ux': {
      if (choice === undefined)
        return choosing(path, (ctx, one) => choices.contaminationScreen(one, viewOf(ctx)));
      const state = of(contaminationStates, choice);
      return state
        ? choosing(path, (ctx, one) => choices.sourceKindScreen(one, viewOf(ctx), 'i_uxby', state))
        : amending(path, { kind: 'contamination', contamination: undefined });
    }
    case 'i_uxby': {
      const [state, source] = [of(contaminationStates, choice), of(namedSources, more)];
      return state && source
        ? asking(path, ({ t }) => t.incidents.ask.author, { kind: 'contamination', state, source })
        : undefined;
    }
    case 'i_claims':
      return choosing(path, (ctx, one) => choices.claimsScreen(one, viewOf(ctx)));
    case 'i_claim': {
      const status = of(attributionStatuses, choice);
      return choosing(path, (ctx, one) =>
        status
          ? choices.sourceKindScreen(one, viewOf(ctx), 'i_cby', status)
          : choices.claimStatusScreen(one, viewOf(ctx)),
      );
    }
    case 'i_cby': {
      const [status, source] = [of(attributionStatuses, choice), of(namedSources, more)];
      return status && source
        ? asking(path, ({ t }) => t.incidents.ask.side, { kind: 'claim', status, source })
        : undefined;
    }
    case 'i_drop':
      return dropping(path, Number(choice));
    case 'i_split':
      return choosing(path, async (ctx, one, links) =>
        choices.moveScreen(one, links, [], await near(ctx, links), viewOf(ctx)),
      );
    case 'i_pick':
      return picking(path, choice);
    case 'i_to':
      return choice === 'new' || reportIdSchema.safeParse(choice).success
        ? moving(path, choice ?? '')
        : undefined;
    case 'i_merge':
      if (choice === 'by_id')
        return asking(path, ({ t }) => t.incidents.merge.ask(formatReceipt(path.id)), { kind: 'merge' });
      return choosing(path, async (ctx, one, links) =>
        choice === undefined
          ? choices.mergeScreen(one, await near(ctx, links), viewOf(ctx))
          : choices.mergeConfirmScreen(one, choice, viewOf(ctx)),
      );
    case 'i_merge_yes':
      return choice === undefined ? undefined : merging(path, choice);
    case 'i_retract': {
      if (choice === undefined) return choosing(path, (ctx, one) => choices.retractScreen(one, viewOf(ctx)));
      const reason = readReason(choice);
      return (
        reason &&
        doing(
          path,
          (store, acting) => store.incidents.retract({ ...acting, retraction: { reason } }),
          ({ t }) => t.incidents.retract.done,
        )
      );
    }
    default:
      return undefined;
  }
};

const openIncident = async (ctx: Ctx, id: string): Promise<void> => {
  const state = await ctx.deps.store.incidents.readWhole(id);
  if (!state) return acknowledge(ctx, { text: ctx.t.moderator.refused.incidentGone, alert: true });
  await turn(ctx, incidentDeskScreen(state.incident, state.contributions, viewOf(ctx)));
};

/** A press that leads to a choice, for an incident that still is as its screen showed it. */
const choosing =
  (
    path: IncidentPath,
    screen: (ctx: Ctx, incident: Incident, links: readonly Contribution[]) => Promise<Screen> | Screen,
  ): Act =>
  async ctx => {
    const state = await stillThere(ctx, path);
    if (state) await turn(ctx, await screen(ctx, state.incident, state.contributions));
  };

/** The incident, if it still is as its screen showed it; otherwise the moderator sees what it is now. */
const stillThere = async (ctx: Ctx, { id, version }: IncidentPath): Promise<IncidentState | undefined> => {
  const state = await ctx.deps.store.incidents.readWhole(id);
  if (state?.incident.version === version) return state;
  await tell(ctx, state ? { kind: 'conflict', ...state } : { kind: 'missing' });
  return undefined;
};

type Store = Ctx['deps']['store'];

const doing =
  (
    { id, version }: IncidentPath,
    act: (
      store: Store,
      acting: Readonly<{ incident: string; version: number; by: string; at: string }>,
      moderator: Moderator,
    ) => Promise<IncidentResult>,
    note: (ctx: Ctx, result: Extract<IncidentResult, { kind: 'done' }>) => string = ({ t }) =>
      t.incidents.changed,
  ): Act =>
  async (ctx, moderator) => {
    const at = ctx.deps.now().toISOString();
    const result = await act(ctx.deps.store, { incident: id, version, by: moderator.key, at }, moderator);
    await tell(ctx, result, result.kind === 'done' ? note(ctx, result) : undefined);
  };

const amending = (path: IncidentPath, amendment: Amendment): Act =>
  doing(path, (store, acting) => store.incidents.amend({ ...acting, amendment }));

const hourMs = 60 * 60_000;

/** Moves the release by so many hours; 0 is now, which only an admin can do. */
const holding =
  (path: IncidentPath, hours: number): Act =>
  async (ctx, moderator) => {
    const { incident } = (await stillThere(ctx, path)) ?? {};
    if (!incident) return;
    if (hours !== 0 && !choices.holdHours.some(one => one === hours))
      return acknowledge(ctx, { text: ctx.t.moderator.refused.stale, alert: true });
    const until =
      hours === 0
        ? ctx.deps.now().toISOString()
        : new Date(Date.parse(incident.releaseAt) + hours * hourMs).toISOString();
    await doing(path, (store, acting) => store.incidents.hold({ ...acting, until, role: moderator.role }))(
      ctx,
      moderator,
    );
  };

/** Removes a claim that a moderator added. */
const dropping =
  (path: IncidentPath, index: number): Act =>
  async (ctx, moderator) => {
    const { incident } = (await stillThere(ctx, path)) ?? {};
    if (!incident) return;
    const further = (incident.further ?? []).filter((_, at) => at !== index);
    await amending(path, { kind: 'attribute', further })(ctx, moderator);
  };

/** The reports that the pressed message's keyboard says are chosen. */
const chosenOn = (ctx: Ctx): readonly string[] => {
  const message = ctx.callbackQuery?.message;
  const keyboard = message && 'reply_markup' in message ? message.reply_markup : undefined;
  return (keyboard?.inline_keyboard ?? []).flat().flatMap(button => {
    if (!('callback_data' in button) || !choices.isMarked(button)) return [];
    const [, name, , , report] = parseCallbackData(button.callback_data ?? '');
    return name === 'i_pick' && report !== undefined ? [report] : [];
  });
};

const picking = (path: IncidentPath, report: string | undefined): Act =>
  choosing(path, async (ctx, incident, links) => {
    const chosen = chosenOn(ctx);
    const others = chosen.filter(id => id !== report);
    const now = others.length < chosen.length ? others : [...chosen, report ?? ''];
    const moved = links.filter(({ id }) => now.includes(id));
    const suggestions = await near(ctx, moved.length > 0 ? moved : links);
    return choices.moveScreen(incident, links, now, suggestions, viewOf(ctx));
  });

const moving =
  (path: IncidentPath, target: string): Act =>
  async (ctx, moderator) => {
    const reports = chosenOn(ctx);
    if (reports.length === 0) return acknowledge(ctx, { text: ctx.t.incidents.move.nothing, alert: true });
    const into =
      target === 'new'
        ? ({ kind: 'new', incident: newIncidentId() } as const)
        : ({ kind: 'existing', incident: target } as const);
    await doing(
      path,
      (store, acting) => store.incidents.moveReports({ ...acting, reports, into }),
      ({ t }) =>
        target === 'new' ? t.incidents.move.split(formatReceipt(into.incident)) : t.incidents.move.done,
    )(ctx, moderator);
  };

const merging = (path: IncidentPath, into: string): Act =>
  doing(
    path,
    (store, acting) => store.incidents.merge({ ...acting, into }),
    ({ t }) => t.incidents.merge.done(formatReceipt(into)),
  );

/** Other incidents near what these reports say. */
const near = async (ctx: Ctx, links: readonly Contribution[]): Promise<readonly Duplicate[]> => {
  const [link] = links;
  if (!link) return [];
  const report: Report = {
    id: link.id,
    version: 1,
    status: 'approved',
    reporter: link.reporter,
    locale: ctx.locale,
    receivedAt: link.receivedAt,
    answers: link.answers,
  };
  return (await ctx.deps.store.duplicates.suggest(report)).items;
};

/** Asks for words about an incident, as a reply of this moderator only. */
const asking =
  (
    path: IncidentPath,
    text: (ctx: Ctx) => string,
    question:
      | Pick<PendingInputOf<'merge'>, 'kind'>
      | Pick<PendingInputOf<'contamination'>, 'kind' | 'state' | 'source'>
      | Pick<PendingInputOf<'claim'>, 'kind' | 'status' | 'source'>,
  ): Act =>
  async ctx => {
    if (!(await stillThere(ctx, path))) return;
    await awaitInput(ctx, { ...question, incident: path.id, version: path.version, message: pressed(ctx) });
    await acknowledge(ctx);
    await promptAbout(ctx, path.id, text(ctx));
  };

/** The incident's id is in the question, so that a reply to it is known as one. */
const promptAbout = (ctx: Ctx, id: string, text: string): Promise<void> => {
  const shown = formatReceipt(id);
  return prompt(ctx, text.includes(shown) ? text : `${shown}: ${text}`, ctx.t.incidents.ask.placeholder);
};

/** The message after such a question. */
export const takeAboutIncident = async (
  ctx: Ctx,
  question: PendingInputOf<'merge' | 'contamination' | 'claim'>,
): Promise<void> => {
  const { t, deps } = ctx;
  const moderator = await moderatorOf(ctx);
  if (!moderator) return reply(ctx, t.moderator.refused.notYou);
  const text = ctx.message?.text?.trim();
  if (!text) return reply(ctx, t.incidents.ask.textOnly);
  if (text.length > maxSourceLength) return reply(ctx, t.incidents.ask.tooLong(maxSourceLength));
  const { incident, version } = question;
  const acting = { incident, version, by: moderator.key, at: deps.now().toISOString() };
  if (question.kind === 'claim' && question.side === undefined) {
    const { until: _, asked: __, ...open } = question;
    await awaitInput(ctx, { ...open, side: text });
    return promptAbout(ctx, incident, t.incidents.ask.author);
  }
  const into = question.kind === 'merge' ? readReceipt(text) : undefined;
  if (question.kind === 'merge' && into === undefined) return reply(ctx, t.incidents.merge.badId);
  const present = await deps.store.incidents.read(incident);
  const result =
    question.kind === 'merge'
      ? await deps.store.incidents.merge({ ...acting, into: into ?? '' })
      : await deps.store.incidents.amend({
          ...acting,
          amendment: await amendmentOf(ctx, question, present, text),
        });
  await clearPendingInput(ctx);
  await reply(ctx, noteOn(ctx, result) ?? t.incidents.changed);
  if (result.kind !== 'missing')
    await showIncident(ctx, result, ctx.person.isPrivate ? undefined : question.message);
};

const amendmentOf = async (
  ctx: Ctx,
  question: PendingInputOf<'contamination' | 'claim'>,
  present: Incident | undefined,
  text: string,
): Promise<Amendment> => {
  const by = await readSource(ctx, question.source, text);
  if (question.kind === 'contamination') {
    const date = by.published ?? ctx.deps.now().toISOString().slice(0, 10);
    return { kind: 'contamination', contamination: { state: question.state, by, date } };
  }
  const claim = { side: question.side ?? '', status: question.status, by };
  return { kind: 'attribute', further: [...(present?.further ?? []), claim] };
};

/** Why nothing was done; undefined when it was. */
const noteOn = ({ t }: Ctx, result: IncidentResult): string | undefined => {
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

/** Tells whoever pressed what became of it, and shows the incident as it is now. */
const tell = async (ctx: Ctx, result: IncidentResult, done?: string): Promise<void> => {
  const note = noteOn(ctx, result);
  await acknowledge(
    ctx,
    note === undefined ? { text: done ?? ctx.t.incidents.changed } : { text: note, alert: true },
  );
  if (result.kind === 'missing') return;
  await showIncident(ctx, result, pressed(ctx));
};
