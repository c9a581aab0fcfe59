import { newReportId } from '../../../lib/identity/receipt.ts';
import type { Figure } from '../../../lib/summary/figure.ts';
import { findRegion } from '../../callbacks/codes.ts';
import type { CallbackArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { type Html, html } from '../../telegram/html.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import { tellUnreadable } from '../../text/unreadable.ts';
import { type Moderator, type ModeratorHandlers, moderatorOf } from '../access.ts';
import {
  awaitInput,
  clearPendingInput,
  type FigureForm,
  leaveQuestion,
  type PendingInputOf,
  readPendingInput,
  type TypedFigureField,
} from '../pending-input.ts';
import { pressedMessage, prompt, refuse, refuseStale, reply, send, showInPlace, viewOf } from '../reply.ts';
import { readDay } from '../source-input.ts';
import {
  completed,
  figureChoiceScreen,
  figureFormScreen,
  figureListScreen,
  figureRemovalScreen,
} from './screens.ts';
import { httpLink, readAmount, readFigure, readPeriod } from './typed.ts';

/** Recording what others published as numbers: one moderator fills in a form line by line. */

/** The command /figure: the list, or, with words behind it, the form that they fill in. */
const sendFigures = async (ctx: Ctx): Promise<void> => {
  const words = ctx.message?.text?.replace(/^\/\S+/, '').trim() ?? '';
  if (words === '') return send(ctx, await listFigures(ctx));
  if (await fillInWhole(ctx, { kind: 'figure', form: { source: {} } }, words)) return;
  const pending = await readPendingInput(ctx);
  if (pending) await leaveQuestion(ctx, pending);
};

const listFigures = async (ctx: Ctx, page = 0): Promise<Screen> => {
  const all = await ctx.deps.store.figures.list();
  return tellUnreadable(figureListScreen(all.items, page, viewOf(ctx)), all, ctx.t);
};

/** A press on a form, which works only for whoever fills it in, and only while it is open. */
const withForm =
  <Args>(
    act: (ctx: Ctx, pending: PendingInputOf<'figure'>, args: Args, moderator: Moderator) => Promise<unknown>,
  ) =>
  async (args: Args, ctx: Ctx, moderator: Moderator): Promise<unknown> => {
    const pending = await readPendingInput(ctx);
    if (pending?.kind === 'figure' && pending.message === pressedMessage(ctx))
      return act(ctx, pending, args, moderator);
    const { figures, moderator: texts } = ctx.t;
    return refuse(ctx, ctx.person.isPrivate ? figures.desk.ended : texts.refused.notYours);
  };

const begin = async (ctx: Ctx): Promise<void> => {
  await acknowledge(ctx);
  const open = await readPendingInput(ctx);
  const form: FigureForm = open?.kind === 'figure' ? open.form : { source: {} };
  const shown = await show(ctx.deps.api, figureFormScreen(form, viewOf(ctx)), {
    chat: ctx.person.chatId,
    edit: pressedMessage(ctx),
  });
  if (shown.kind === 'shown')
    await awaitInput(ctx, { kind: 'figure', form, message: shown.message, field: 'whole' });
};

/**
 * A whole figure in one message, on top of what the form has. What is not understood (false) is asked for again; the form
 * stays.
 */
const fillInWhole = async (
  ctx: Ctx,
  pending: Pick<PendingInputOf<'figure'>, 'kind' | 'form' | 'message'>,
  text: string,
): Promise<boolean> => {
  const { desk } = ctx.t.figures;
  const isShort = text.length <= wholeMaxLength;
  const form = isShort ? await readFigure(ctx, pending.form, text) : undefined;
  if (form) await showForm(ctx, form, html`${desk.check}`, pending.message);
  else await reply(ctx, isShort ? `${desk.notUnderstood}\n${desk.example}` : desk.tooLong(wholeMaxLength));
  return form !== undefined;
};

/** The form below what was typed. The next message says more of it. */
const showForm = async (
  ctx: Ctx,
  form: FigureForm,
  note: Html,
  before: number | undefined,
): Promise<void> => {
  const shown = await show(ctx.deps.api, figureFormScreen(form, viewOf(ctx), note), {
    chat: ctx.person.chatId,
  });
  const message = shown.kind === 'shown' ? shown.message : before;
  await awaitInput(ctx, { kind: 'figure', form, message, field: 'whole' });
};

const cancel = async (ctx: Ctx): Promise<void> => {
  if ((await readPendingInput(ctx))?.kind === 'figure') await clearPendingInput(ctx);
  await showInPlace(ctx, await listFigures(ctx), ctx.t.figures.desk.cancelled);
};

/** The press on a line: offers values, or asks for words. */
const fillIn = async (
  ctx: Ctx,
  { form, message }: PendingInputOf<'figure'>,
  { field, page = 0 }: CallbackArgs<'figureField'>,
): Promise<void> => {
  if (field === 'kind' || field === 'munition' || field === 'region')
    return showInPlace(ctx, figureChoiceScreen(field, page, viewOf(ctx)));
  const { desk } = ctx.t.figures;
  await awaitInput(ctx, { kind: 'figure', form, message, field });
  await acknowledge(ctx);
  await prompt(ctx, `${desk.ask[field]}\n${desk.reply}`, desk.placeholder);
};

/** The press on a value. */
const withValue = <Args>(fill: (form: FigureForm, args: Args) => FigureForm) =>
  withForm<Args>(async (ctx, { form, message }, args) => {
    const filled = fill(form, args);
    await awaitInput(ctx, { kind: 'figure', form: filled, message, field: 'whole' });
    await showInPlace(ctx, figureFormScreen(filled, viewOf(ctx)));
  });

/** The message that fills in a line. Whatever is not understood is asked for again; the form stays open. */
export const takeFigureInput = async (
  ctx: Ctx,
  { form, field, message }: PendingInputOf<'figure'>,
): Promise<void> => {
  const { desk } = ctx.t.figures;
  if (!(await moderatorOf(ctx))) return reply(ctx, ctx.t.moderator.refused.notYou);
  const text = ctx.message?.text?.trim();
  if (!text || field === undefined) return reply(ctx, desk.textOnly);
  if (field === 'whole') return void (await fillInWhole(ctx, { kind: 'figure', form, message }, text));
  const maxLength = maxLengths[field];
  if (text.length > maxLength) return reply(ctx, desk.tooLong(maxLength));
  const filled = await readField(ctx, form, field, text);
  if (!filled) return reply(ctx, desk.notUnderstood);
  await showForm(ctx, filled, html`✓ ${desk.fields[field]}`, message);
};

const wholeMaxLength = 1000;
/** In characters. */
const maxLengths: Readonly<Record<TypedFigureField, number>> = {
  name: 200,
  link: 500,
  published: 100,
  period: 100,
  user: 200,
  area: 200,
  attacks: 200,
  people: 100,
  killed: 200,
  injured: 200,
};

/** The form with a line filled in; undefined when the text was not understood. */
const readField = async (
  ctx: Ctx,
  form: FigureForm,
  field: TypedFigureField,
  text: string,
): Promise<FigureForm | undefined> => {
  switch (field) {
    case 'name':
      return { ...form, source: { ...form.source, name: text } };
    case 'link': {
      const link = httpLink(text);
      return link === undefined ? undefined : { ...form, source: { ...form.source, link } };
    }
    case 'published': {
      const published = await readDay(ctx, text);
      return published === undefined ? undefined : { ...form, source: { ...form.source, published } };
    }
    case 'period': {
      const period = await readPeriod(ctx, text);
      return period && { ...form, period };
    }
    case 'user':
    case 'area':
    case 'people':
      return { ...form, [field]: text };
    default:
      return { ...form, [field]: await readAmount(text) };
  }
};

const save = async (
  ctx: Ctx,
  { form }: PendingInputOf<'figure'>,
  _: unknown,
  { key }: Moderator,
): Promise<void> => {
  const { desk } = ctx.t.figures;
  const figure = completed(form);
  if (!figure) return refuse(ctx, desk.wanted);
  await ctx.deps.store.figures.record({
    id: newReportId(),
    version: 1,
    status: 'recorded',
    ...figure,
    recordedAt: ctx.deps.now().toISOString(),
    by: key,
  });
  await clearPendingInput(ctx);
  await showInPlace(ctx, await listFigures(ctx), desk.saved);
};

const findFigure = async (ctx: Ctx, id: string): Promise<Figure | undefined> =>
  (await ctx.deps.store.figures.list()).items.find(figure => figure.id === id);

const showRemoved = async (ctx: Ctx): Promise<void> =>
  showInPlace(ctx, await listFigures(ctx), ctx.t.figures.desk.removed);

export const figureCommands = { figure: sendFigures };

export const figureHandlers = {
  figures: async ({ page }, ctx) => showInPlace(ctx, await listFigures(ctx, page)),
  newFigure: (_, ctx) => begin(ctx),
  figureForm: withForm((ctx, { form }) => showInPlace(ctx, figureFormScreen(form, viewOf(ctx)))),
  figureField: withForm(fillIn),
  figureKind: withValue((form, { kind }) => ({ ...form, source: { ...form.source, kind } })),
  figureMunition: withValue((form, { munition }) => ({ ...form, munition })),
  figureRegion: (args, ctx, moderator) => {
    const region = findRegion(args.region, ctx.deps.country);
    return region === undefined && args.region !== undefined
      ? refuseStale(ctx)
      : withValue(form => ({ ...form, region }))(args, ctx, moderator);
  },
  saveFigure: withForm(save),
  cancelFigure: (_, ctx) => cancel(ctx),
  removeFigure: async ({ id }, ctx) => {
    const figure = await findFigure(ctx, id);
    return figure ? showInPlace(ctx, figureRemovalScreen(figure, viewOf(ctx))) : showRemoved(ctx);
  },
  removeFigureConfirmed: async ({ id }, ctx, { key }) => {
    const { store, now } = ctx.deps;
    const figure = await findFigure(ctx, id);
    if (figure)
      await store.figures.retract({ id, published: figure.published, by: key, at: now().toISOString() });
    await showRemoved(ctx);
  },
} satisfies Partial<ModeratorHandlers>;
