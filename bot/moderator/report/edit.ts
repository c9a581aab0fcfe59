import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { answersSchema } from '../../../lib/report/report.ts';
import type { CallbackArgs, ReportArgs } from '../../callbacks/moderator.ts';
import { witnessCallbacks } from '../../callbacks/witness.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { html, join } from '../../telegram/html.ts';
import { show } from '../../telegram/screen.ts';
import type { Moderator } from '../access.ts';
import { pressedMessage, refuse, refuseStale } from '../reply.ts';
import { actingOn, noteShown, readFresh, showCard, showResult } from './decisions.ts';

/**
 * Correcting a report. The interview edits a draft of it in the moderator's private chat, where every answer can be given in
 * every way that a witness has. Saving comes back here, where rights are checked.
 */

/** The press on "Edit": makes the draft. */
export const edit = async (args: ReportArgs, ctx: Ctx, moderator: Moderator): Promise<void> => {
  const report = await readFresh(args, ctx, moderator, 'edit');
  if (!report) return;
  const { deps, person, t } = ctx;
  const { editing, buttons } = t.moderator;
  const chatKey = deps.identity.chatKey(person.userId);
  const { draft } = await ctx.states.read(chatKey);
  const isOurs = draft?.id === report.id && draft.revises?.as === 'moderator';
  if (draft && !isOurs) return refuse(ctx, editing.draftOpen);
  const shown = await show(
    deps.api,
    {
      text: join([html`<b>${editing.title(formatReceipt(report.id))}</b>`, html`${editing.how}`]),
      buttons: [[{ text: buttons.openPrivately, data: witnessCallbacks.data('draft'), style: 'primary' }]],
      personal: true,
    },
    { chat: person.userId },
  );
  if (shown.kind === 'unreachable') return refuse(ctx, editing.noChat);
  await noteShown(ctx, report, shown, person.userId);
  await ctx.states.update(chatKey, ctx.update.update_id, chat => ({
    chat: {
      ...chat,
      draft: {
        id: report.id,
        startedAt: deps.now().toISOString(),
        at: 'review',
        safe: true,
        answers: report.answers,
        revises: { version: report.version, as: 'moderator' },
      },
    },
    value: undefined,
  }));
  await acknowledge(ctx, person.isPrivate ? undefined : { text: editing.opened });
};

/** The press on "Save" below the preview of that draft. */
export const saveEdit = async (
  args: CallbackArgs<'saveEdit'>,
  ctx: Ctx,
  moderator: Moderator,
): Promise<void> => {
  const { deps, person, t } = ctx;
  const chatKey = deps.identity.chatKey(person.userId);
  const { draft } = await ctx.states.read(chatKey);
  const { id, revises } = draft ?? {};
  if (!draft || id !== args.id || revises?.version !== args.version || revises.as !== 'moderator')
    return refuseStale(ctx);
  const answers = answersSchema.safeParse({
    attribution: null,
    account: null,
    evidence: [],
    ...draft.answers,
  });
  if (!answers.success) return refuse(ctx, t.moderator.editing.incomplete);
  const result = await deps.store.reports.edit({
    ...actingOn(args, ctx, moderator),
    answers: answers.data,
  });
  // Only now: after a crash in between, the draft is saved again, which changes nothing.
  await ctx.states.update(chatKey, ctx.update.update_id, ({ draft: _, ...chat }) => ({
    chat,
    value: undefined,
  }));
  if (result.kind !== 'done') return showResult(args, ctx, moderator, result);
  await acknowledge(ctx, { text: t.moderator.editing.saved(formatReceipt(args.id)) });
  await showCard(ctx, result.report, { edit: pressedMessage(ctx) });
};
