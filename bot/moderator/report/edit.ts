import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { answersSchema } from '../../../lib/report/report.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { html, join } from '../../telegram/html.ts';
import { show } from '../../telegram/screen.ts';
import type { Moderator } from '../access.ts';
import type { CardPath } from './card.ts';
import { pressed, showCard, stillOpen, tell } from './decisions.ts';

/**
 * Correcting a report. The interview does it, on a draft made of the report, in the private chat of the moderator: every
 * answer can be given in every way that a witness has. Saving comes back here, where rights are asked.
 */

/** The press on "Edit": makes the draft. */
export const edit = async (ctx: Ctx, path: CardPath, moderator: Moderator): Promise<void> => {
  const report = await stillOpen(ctx, path, moderator, 'edit');
  if (!report) return;
  const { deps, person, t } = ctx;
  const { editing, buttons } = t.moderator;
  const chatKey = deps.identity.chatKey(person.userId);
  const { draft } = await ctx.states.read(chatKey);
  const isOurs = draft?.id === report.id && draft.revises?.as === 'moderator';
  if (draft && !isOurs) return acknowledge(ctx, { text: editing.draftOpen, alert: true });
  const shown = await show(
    deps.api,
    {
      text: join([html`<b>${editing.title(formatReceipt(report.id))}</b>`, html`${editing.how}`]),
      buttons: [[{ text: buttons.openPrivately, data: callbackData('w', '-', 'draft'), style: 'primary' }]],
      personal: true,
    },
    { chat: person.userId },
  );
  if (shown.kind === 'unreachable') return acknowledge(ctx, { text: editing.noChat, alert: true });
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

/** The press that saves, below the preview of that draft. */
export const saveEdit = async (ctx: Ctx, path: CardPath, moderator: Moderator): Promise<void> => {
  const { deps, person, t } = ctx;
  const chatKey = deps.identity.chatKey(person.userId);
  const { draft } = await ctx.states.read(chatKey);
  const isOurs = draft?.id === path.id && draft.revises?.version === path.version;
  if (!draft || !isOurs || draft.revises?.as !== 'moderator')
    return acknowledge(ctx, { text: t.moderator.refused.stale, alert: true });
  const answers = answersSchema.safeParse({
    attribution: null,
    account: null,
    evidence: [],
    ...draft.answers,
  });
  if (!answers.success) return acknowledge(ctx, { text: t.moderator.editing.incomplete, alert: true });
  const result = await deps.store.reports.edit({
    id: path.id,
    version: path.version,
    by: moderator.key,
    at: deps.now().toISOString(),
    answers: answers.data,
  });
  // The draft goes after the report is stored: a crash in between saves it again, which changes nothing.
  await ctx.states.update(chatKey, ctx.update.update_id, ({ draft: _, ...chat }) => ({
    chat,
    value: undefined,
  }));
  if (result.kind !== 'done') return tell(ctx, path, moderator, result);
  await acknowledge(ctx, { text: t.moderator.editing.saved(formatReceipt(path.id)) });
  await showCard(ctx, result.report, { edit: pressed(ctx) });
};
