import { newReportId } from '../../../lib/identity/receipt.ts';
import { reportIdSchema } from '../../../lib/report/report.ts';
import { munitions, namedSources } from '../../../lib/report/vocabulary.ts';
import type { Amount, Figure } from '../../../lib/summary/figure.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { html } from '../../telegram/html.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import { type Moderator, moderatorOf } from '../access.ts';
import {
  awaitInput,
  clearPendingInput,
  type FigureForm,
  type FigureWords,
  figureWords,
  type PendingInputOf,
  readPendingInput,
} from '../pending-input.ts';
import { prompt, reply } from '../reply.ts';
import { pressed, turn, viewOf } from '../report/decisions.ts';
import { readDay } from '../source-input.ts';
import {
  type FigureField,
  figureChoiceScreen,
  figureFields,
  figureFormScreen,
  figureListScreen,
  figureRemovalScreen,
  isComplete,
} from './screens.ts';

/** Recording what others published as numbers: a form whose lines are filled in one by one, by one moderator. */

type Act = (ctx: Ctx, moderator: Moderator) => Promise<unknown>;

export const listFigures = async (ctx: Ctx, page = 0): Promise<Screen> =>
  figureListScreen((await ctx.deps.store.figures.list()).items, page, viewOf(ctx));

/** What a press about figures asks for; undefined for one that was never on a button. */
export const figureActOf = ([name, first, second]: readonly (string | undefined)[]): Act | undefined => {
  switch (name) {
    case 'list':
      return async ctx => turn(ctx, await listFigures(ctx, Number(first) || 0));
    case 'new':
      return begin;
    case 'form':
      return withForm((ctx, { form }) => turn(ctx, figureFormScreen(form, viewOf(ctx))));
    case 'field': {
      const field = figureFields.find(one => one === first);
      return field && fill(field, Number(second) || 0);
    }
    case 'value':
      return withForm((ctx, question) => choose(ctx, question, first, second));
    case 'save':
      return withForm(save);
    case 'cancel':
      return cancel;
    case 'remove':
    case 'remove_yes':
      return reportIdSchema.safeParse(second).success && /^\d{4}-\d{2}-\d{2}$/.test(first ?? '')
        ? removing(first ?? '', second ?? '', name === 'remove_yes')
        : undefined;
    default:
      return undefined;
  }
};

/** A press on a form works for the one who fills it in, as long as it is open. */
const withForm =
  (act: (ctx: Ctx, question: PendingInputOf<'figure'>, moderator: Moderator) => Promise<unknown>): Act =>
  async (ctx, moderator) => {
    const question = await readPendingInput(ctx);
    if (question?.kind === 'figure' && question.message === pressed(ctx))
      return act(ctx, question, moderator);
    const { figures, moderator: said } = ctx.t;
    const text = ctx.person.isPrivate ? figures.desk.ended : said.refused.notYours;
    return acknowledge(ctx, { text, alert: true });
  };

const begin: Act = async ctx => {
  await acknowledge(ctx);
  const form: FigureForm = { source: {} };
  const shown = await show(ctx.deps.api, figureFormScreen(form, viewOf(ctx)), {
    chat: ctx.person.chatId,
    edit: pressed(ctx),
  });
  if (shown.kind === 'shown') await awaitInput(ctx, { kind: 'figure', form, message: shown.message });
};

const cancel: Act = async ctx => {
  if ((await readPendingInput(ctx))?.kind === 'figure') await clearPendingInput(ctx);
  await acknowledge(ctx, { text: ctx.t.figures.desk.cancelled });
  await turn(ctx, await listFigures(ctx));
};

const isWords = (field: FigureField): field is FigureField & FigureWords =>
  figureWords.some(one => one === field);

/** The press on a line: a choice, or a question to be answered in words. */
const fill = (field: FigureField, page: number): Act =>
  withForm(async (ctx, { form, message }) => {
    if (field === 'kind' || field === 'munition' || field === 'region')
      return turn(ctx, figureChoiceScreen(field, page, viewOf(ctx)));
    if (!isWords(field)) return acknowledge(ctx);
    const { desk } = ctx.t.figures;
    await awaitInput(ctx, { kind: 'figure', form, message, field });
    await acknowledge(ctx);
    await prompt(ctx, `${desk.ask[field]}\n${desk.reply}`, desk.placeholder);
  });

const choose = async (
  ctx: Ctx,
  { form, message }: PendingInputOf<'figure'>,
  field: string | undefined,
  code: string | undefined,
): Promise<void> => {
  const now = chosen(ctx, form, field, code);
  if (!now) return acknowledge(ctx, { text: ctx.t.moderator.refused.stale, alert: true });
  await awaitInput(ctx, { kind: 'figure', form: now, message });
  await turn(ctx, figureFormScreen(now, viewOf(ctx)));
};

const chosen = (
  ctx: Ctx,
  form: FigureForm,
  field: string | undefined,
  code: string | undefined,
): FigureForm | undefined => {
  const isNone = code === 'none';
  switch (field) {
    case 'kind': {
      const kind = namedSources.find(one => one === code);
      return kind || isNone ? { ...form, source: { ...form.source, kind } } : undefined;
    }
    case 'munition': {
      const munition = munitions.find(one => one === code);
      return munition || isNone ? { ...form, munition } : undefined;
    }
    case 'region': {
      const region = ctx.deps.country.regions.find(one => one.code === code)?.code;
      return region || isNone ? { ...form, region } : undefined;
    }
    default:
      return undefined;
  }
};

/** The message that fills in a line. What is not understood is asked again; the form stays open. */
export const takeFigureWords = async (ctx: Ctx, question: PendingInputOf<'figure'>): Promise<void> => {
  const { desk } = ctx.t.figures;
  const { form, field, message } = question;
  if (!(await moderatorOf(ctx))) return reply(ctx, ctx.t.moderator.refused.notYou);
  const text = ctx.message?.text?.trim();
  if (!text || field === undefined) return reply(ctx, desk.textOnly);
  const most = mostOf[field];
  if (text.length > most) return reply(ctx, desk.tooLong(most));
  const now = await filled(ctx, form, field, text);
  if (!now) return reply(ctx, desk.notUnderstood);
  const shown = await show(ctx.deps.api, figureFormScreen(now, viewOf(ctx), html`✓ ${desk.fields[field]}`), {
    chat: ctx.person.chatId,
  });
  await awaitInput(ctx, {
    kind: 'figure',
    form: now,
    message: shown.kind === 'shown' ? shown.message : message,
  });
};

const mostOf: Readonly<Record<FigureWords, number>> = {
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

const filled = async (
  ctx: Ctx,
  form: FigureForm,
  field: FigureWords,
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
/** Words before one day that make it the end of a period, in the three languages. */
const untilPattern = /^(until|till|up to|to|by|до|по)\b|^(до|по)\s/iu;

/** "24.02.2022 – 30.03.2022", or one of the two: a day alone begins a period, unless words say that it ends one. */
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
    return from === undefined ? undefined : { from, ...(to !== undefined && { to }) };
  }
  if (second !== undefined)
    return first <= second ? { from: first, to: second } : { from: second, to: first };
  return untilPattern.test(text.trim()) ? { to: first } : { from: first };
};

/** A number as it was published: what is no number stays the source's words. */
const readAmount = async (text: string): Promise<Amount> => {
  const { readCount } = await import('../../../lib/reading/count.ts');
  const reading = readCount(text, 'killed');
  if (reading.kind !== 'understood' || reading.count === 'unknown' || !/\d/.test(text))
    return { words: text };
  const { min, max, about } = reading.count;
  if (about || (max !== undefined && max !== min)) return { words: text };
  return max === undefined ? { atLeast: min } : { exactly: min };
};

const save = async (ctx: Ctx, { form }: PendingInputOf<'figure'>, { key }: Moderator): Promise<void> => {
  const { desk } = ctx.t.figures;
  const { source, munition, ...said } = form;
  const { kind, published } = source;
  if (!isComplete(form) || !kind || !published || !munition)
    return acknowledge(ctx, { text: desk.wanted, alert: true });
  await ctx.deps.store.figures.record({
    id: newReportId(),
    version: 1,
    status: 'recorded',
    ...said,
    source: { ...source, kind },
    published,
    munition,
    recordedAt: ctx.deps.now().toISOString(),
    by: key,
  });
  await clearPendingInput(ctx);
  await acknowledge(ctx, { text: desk.saved });
  await turn(ctx, await listFigures(ctx));
};

const removing =
  (published: string, id: string, isSure: boolean): Act =>
  async (ctx, { key }) => {
    const { store, now } = ctx.deps;
    const figure = (await store.figures.list()).items.find(one => one.id === id);
    if (figure && !isSure) return turn(ctx, figureRemovalScreen(figure, viewOf(ctx)));
    if (figure) await store.figures.retract({ id, published, by: key, at: now().toISOString() });
    await acknowledge(ctx, { text: ctx.t.figures.desk.removed });
    await turn(ctx, await listFigures(ctx));
  };
