import { newReportId } from '../../../lib/identity/receipt.ts';
import type { Amount, Figure } from '../../../lib/summary/figure.ts';
import { findRegion } from '../../callbacks/codes.ts';
import type { CallbackArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { html } from '../../telegram/html.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import { tellUnreadable } from '../../text/unreadable.ts';
import { type Moderator, type ModeratorHandlers, moderatorOf } from '../access.ts';
import {
  awaitInput,
  clearPendingInput,
  type FigureForm,
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

/** Recording what others published as numbers: one moderator fills in a form line by line. */

/** The command /figure. */
export const sendFigures = async (ctx: Ctx): Promise<void> => send(ctx, await listFigures(ctx));

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
  const form: FigureForm = { source: {} };
  const shown = await show(ctx.deps.api, figureFormScreen(form, viewOf(ctx)), {
    chat: ctx.person.chatId,
    edit: pressedMessage(ctx),
  });
  if (shown.kind === 'shown') await awaitInput(ctx, { kind: 'figure', form, message: shown.message });
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
    await awaitInput(ctx, { kind: 'figure', form: filled, message });
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
  const maxLength = maxLengths[field];
  if (text.length > maxLength) return reply(ctx, desk.tooLong(maxLength));
  const filled = await readField(ctx, form, field, text);
  if (!filled) return reply(ctx, desk.notUnderstood);
  const screen = figureFormScreen(filled, viewOf(ctx), html`✓ ${desk.fields[field]}`);
  const shown = await show(ctx.deps.api, screen, { chat: ctx.person.chatId });
  await awaitInput(ctx, {
    kind: 'figure',
    form: filled,
    message: shown.kind === 'shown' ? shown.message : message,
  });
};

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
      const url = URL.parse(text.includes('://') ? text : `https://${text}`);
      return url?.hostname.includes('.')
        ? { ...form, source: { ...form.source, link: url.href } }
        : undefined;
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

const dayPattern = /\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}/g;
/** Words before a day that make it the end of a period, in the three languages. */
const untilPattern = /^(until|till|up to|to|by|до|по)\b|^(до|по)\s/iu;

/** "24.02.2022 – 30.03.2022", or one of the two days, which begins the period unless words say that it ends it. */
const readPeriod = async (ctx: Ctx, text: string): Promise<Figure['period'] | undefined> => {
  const written = text.match(dayPattern) ?? [];
  const days = await Promise.all(written.map(day => readDay(ctx, day)));
  const [first, second] = days;
  if (first === undefined) {
    const [from, to] = await Promise.all(
      text
        .split(/\s[–—-]\s/)
        .map(part => readDay(ctx, part.replace(/^(from|since|з|із|с|со|від|от)\s+/iu, ''))),
    );
    return from === undefined ? undefined : { from, to };
  }
  if (second !== undefined)
    return first <= second ? { from: first, to: second } : { from: second, to: first };
  return untilPattern.test(text.trim()) ? { to: first } : { from: first };
};

/** A number as it was published. Anything but one exact or least number stays in the source's words. */
const readAmount = async (text: string): Promise<Amount> => {
  const { readCount } = await import('../../../lib/reading/count.ts');
  const reading = readCount(text, 'killed');
  if (reading.kind !== 'understood' || reading.count === 'unknown' || !/\d/.test(text))
    return { words: text };
  const { min, max, about } = reading.count;
  if (about || (max !== undefined && max !== min)) return { words: text };
  return max === undefined ? { atLeast: min } : { exactly: min };
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
