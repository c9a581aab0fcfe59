import { Composer } from 'grammy/web';
import { readReceipt } from '../../lib/identity/receipt.ts';
import { publicDate } from '../../lib/incident/publication/time.ts';
import type { Place } from '../../lib/place/place.ts';
import { countedGrades } from '../../lib/summary/grades.ts';
import { summaryOf } from '../../lib/summary/summary.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import type { CallbackHandlers } from '../callbacks/table.ts';
import type { Ctx } from '../context.ts';
import { loadParsers } from '../parsers.ts';
import type { PictureJob } from '../runtime/jobs.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import type { Html } from '../telegram/html.ts';
import { type Screen, show } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';
import { tellUnreadable } from '../text/unreadable.ts';
import {
  areaOf,
  type Choice,
  gradeButtons,
  listData,
  munitionScreen,
  readChoice,
  regionScreen,
} from './choice.ts';
import { readLink } from './citation.ts';
import { pictureWords, readerCommands, readerLink } from './commands.ts';
import { correctionPageSize, correctionsScreen } from './corrections.ts';
import { figuresScreen, readFigures } from './figures.ts';
import { answerFollow, followHandlers, followInWords } from './follow/actions.ts';
import { type Beside, codeScreen, incidentScreen, latestScreen, pageSize } from './latest.ts';
import { periodOf } from './period.ts';
import { orderPicture } from './picture.ts';
import { gradeScreen, kindScreen, type Question, questionArguments, readQuestion } from './question.ts';
import { type Command, readRequest, understand } from './request/request.ts';
import { summaryScreen } from './summary.ts';
import { filesScreen, startFile } from './tables/files.ts';
import { type Partition, tableOf } from './tables/rows.ts';
import { tableScreen } from './tables/screen.ts';

/**
 * What anybody may read: the latest incidents, a summary beside the figures of others, and corrections of what was
 * published. It needs no rights and keeps no state.
 */
export const reader = new Composer<Ctx>();

const privately = reader.filter(ctx => ctx.person.isPrivate);

const commands: Readonly<
  Record<(typeof readerCommands)[number], (ctx: Ctx, words: string) => Promise<Answer>>
> = {
  latest: (ctx, words) => answer(ctx, 'latest', words),
  summary: (ctx, words) => answer(ctx, 'summary', words),
  map: (ctx, words) => answer(ctx, 'map', words),
  incident: (ctx, words) => incidentByCode(ctx, words),
  changes: ctx => changes(ctx, undefined),
  export: (ctx, words) => answer(ctx, 'export', words),
  follow: (ctx, words) => answerFollow(ctx, 'follow', words),
  unfollow: (ctx, words) => answerFollow(ctx, 'unfollow', words),
};
for (const name of readerCommands)
  privately.command(name, async ctx => reply(ctx, await commands[name](ctx, ctx.match)));

privately.hears(pictureWords, async (ctx, next) => {
  if (ctx.message?.forward_origin) return next();
  const { chart, rest = '' } = (ctx.match as RegExpMatchArray).groups ?? {};
  await reply(ctx, await answer(ctx, chart === undefined ? 'map' : 'chart', rest));
});

privately.hears(readerLink, async ctx => {
  const link = readLink(ctx.match[1] ?? '', ctx.deps.country);
  if (!link) return send(ctx, await latest(ctx, {}));
  await reply(ctx, await led(ctx, link));
});

const led = (ctx: Ctx, link: NonNullable<ReturnType<typeof readLink>>): Promise<Answer> => {
  if ('incident' in link) return incident(ctx, link.incident, {});
  if ('map' in link) return counted(ctx, 'map', link.map);
  if ('choice' in link) return latest(ctx, link.choice);
  return 'question' in link ? summary(ctx, link.question) : changes(ctx, link.changesAfter);
};

privately.on('message:text', async (ctx, next) => {
  if (!(await followInWords(ctx))) await next();
});

privately.callbackQuery(
  /^r:/,
  ctx =>
    readerCallbacks.dispatch(ctx.callbackQuery.data, handlers, ctx) ??
    acknowledge(ctx, { text: ctx.t.reader.stale, alert: true }),
);

const handlers: CallbackHandlers<typeof readerCallbacks.definitions, [Ctx]> = {
  latest: (args, ctx) => turnTo(ctx, latest(ctx, readChoice(args, ctx.deps.country))),
  list: (args, ctx) => turnTo(ctx, latest(ctx, readChoice(args, ctx.deps.country))),
  incident: ({ id, ...args }, ctx) => turnTo(ctx, incident(ctx, id, readChoice(args, ctx.deps.country))),
  regions: (args, ctx) =>
    turnTo(
      ctx,
      regionScreen(viewOf(ctx), region => listData({ ...readChoice(args, ctx.deps.country), region })),
    ),
  munitions: ({ page, ...args }, ctx) =>
    turnTo(ctx, munitionScreen(viewOf(ctx), readChoice(args, ctx.deps.country), page)),
  grades: (args, ctx) => {
    const choice = readChoice(args, ctx.deps.country);
    return turnTo(
      ctx,
      gradeButtons(viewOf(ctx), ctx.t.reader.everyGrade, grades => listData({ ...choice, grades })),
    );
  },
  summary: (args, ctx) => turnTo(ctx, summary(ctx, readQuestion(args, ctx.deps.country))),
  summary_regions: (args, ctx) => {
    const question = readQuestion(args, ctx.deps.country);
    return turnTo(
      ctx,
      regionScreen(viewOf(ctx), region =>
        readerCallbacks.data('summary', questionArguments({ ...question, region })),
      ),
    );
  },
  summary_kinds: ({ page = 0, ...args }, ctx) =>
    turnTo(ctx, kindScreen(readQuestion(args, ctx.deps.country), page, viewOf(ctx))),
  support: (args, ctx) => turnTo(ctx, gradeScreen(readQuestion(args, ctx.deps.country), viewOf(ctx))),
  summary_grades: (args, ctx) => turnTo(ctx, gradeScreen(readQuestion(args, ctx.deps.country), viewOf(ctx))),
  changes: ({ after }, ctx) => turnTo(ctx, changes(ctx, after)),
  table: ({ by, ...args }, ctx) => turnTo(ctx, table(ctx, readQuestion(args, ctx.deps.country), by)),
  files: (args, ctx) => turnTo(ctx, files(ctx, readQuestion(args, ctx.deps.country))),
  file: async ({ format, ...args }, ctx) => {
    const begun = await startFile(ctx, readQuestion(args, ctx.deps.country), format);
    await acknowledge(ctx, { text: ctx.t.taking[begun], alert: begun !== 'started' });
  },
  figures: ({ page, period = 'all', ...args }, ctx) =>
    turnTo(ctx, figures(ctx, readQuestion({ ...args, period }, ctx.deps.country), page)),
  map: (args, ctx) => orderByPress(ctx, 'map', args),
  chart: (args, ctx) => orderByPress(ctx, 'chart', args),
  ...followHandlers,
  follow_open: async ({ id }, ctx) => {
    await acknowledge(ctx);
    await send(ctx, await incident(ctx, id, {}));
  },
};

/** What a command is answered with at once, and the picture that follows it. */
type Answer = Screen | Readonly<{ screen: Screen; picture: PictureJob['kind']; question: Question }>;

/** The text first: nobody waits for a picture to read the numbers. */
const reply = async (ctx: Ctx, answered: Answer): Promise<void> => {
  if (!('screen' in answered)) return send(ctx, answered);
  const { screen, picture, question } = answered;
  await send(ctx, screen);
  const ordered = await orderPicture(ctx, { kind: picture, question });
  if (ordered !== 'ordered') await ctx.deps.api.sendMessage(ctx.person.chatId, ctx.t.pictures[ordered]);
};

const orderByPress = async (
  ctx: Ctx,
  kind: PictureJob['kind'],
  { theme, ...args }: Parameters<typeof readQuestion>[0] & Readonly<{ theme?: 'dark' | undefined }>,
): Promise<void> => {
  const ordered = await orderPicture(ctx, { kind, question: readQuestion(args, ctx.deps.country), theme });
  await acknowledge(ctx, { text: ctx.t.pictures[ordered], alert: ordered !== 'ordered' });
};

/** Turns the message pressed into the screen that the press leads to. */
const turnTo = async (ctx: Ctx, screen: Screen | Promise<Screen>): Promise<void> => {
  const next = await screen;
  await acknowledge(ctx);
  await send(ctx, next, ctx.callbackQuery?.message?.message_id);
};

/** A page of the figures of others. */
const figures = async (ctx: Ctx, question: Question, page: number): Promise<Screen> => {
  const { store, country, now } = ctx.deps;
  const period = periodOf(question.requested, now(), country.zone);
  const found = await readFigures(store, question, period);
  return tellUnreadable(figuresScreen(found.items, page, { question, period }, viewOf(ctx)), found, ctx.t);
};

const changes = async (ctx: Ctx, after: string | undefined): Promise<Screen> => {
  const page = await ctx.deps.store.corrections.list({ limit: correctionPageSize, after });
  return tellUnreadable(correctionsScreen(page, after, viewOf(ctx), citingOf(ctx)), page, ctx.t);
};

/** What a command shows: everything, or what the words after it say. */
const answer = async (ctx: Ctx, command: Command, match: string): Promise<Answer> => {
  const text = match.trim();
  if (text === '') return everything[command](ctx);
  const { country, now: clock } = ctx.deps;
  const now = clock();
  const parsers = await loadParsers(country);
  const { request, said } = readRequest(text, viewOf(ctx), parsers, now);
  const understood = understand({ text, command, request }, viewOf(ctx), {
    now,
    townBy: parsers.townBy,
    said,
  });
  if (understood.kind === 'asked') return understood.screen;
  const { choice, period, note } = understood;
  const { munitions: kinds, grades } = choice;
  if (command === 'latest')
    return latest(ctx, { ...choice, period: period === 'all' ? undefined : period }, { note });
  const requested = period ?? (command === 'export' ? 'all' : 'month');
  const question = { requested, ...areaOf(choice), munitions: kinds, grades };
  return command === 'export' ? files(ctx, question, note) : counted(ctx, command, question, note);
};

/** What a command shows that asks for nothing in particular. */
const everything: Readonly<Record<Command, (ctx: Ctx) => Promise<Answer>>> = {
  latest: ctx => latest(ctx, {}),
  summary: ctx => summary(ctx, { requested: 'month' }),
  map: ctx => counted(ctx, 'map', { requested: 'month' }),
  chart: ctx => counted(ctx, 'chart', { requested: 'month' }),
  export: ctx => files(ctx, { requested: 'all' }),
};

/** A summary, and the picture of it that was asked for. */
const counted = async (
  ctx: Ctx,
  command: Exclude<Command, 'latest' | 'export'>,
  question: Question,
  note?: Html,
): Promise<Answer> => {
  const screen = await summary(ctx, question, note);
  return command === 'summary' ? screen : { screen, picture: command, question };
};

const latest = async (ctx: Ctx, choice: Choice, beside: Beside = {}): Promise<Screen> => {
  const { store, country, now } = ctx.deps;
  const { region, settlement, munitions, grades, position } = choice;
  const days = choice.period && periodOf(choice.period, now(), country.zone);
  const cursor = position?.slice(1);
  const [page, place, found] = await Promise.all([
    store.incidents.latest({
      limit: pageSize,
      region,
      settlement,
      munitions,
      grades,
      period: days,
      after: position?.startsWith('a') ? cursor : undefined,
      before: position?.startsWith('b') ? cursor : undefined,
    }),
    placeOf(ctx, choice),
    days && store.incidents.counted(areaOf(choice), days),
  ]);
  // However well supported: the list has every grade unless some are chosen.
  const perhaps = found && summaryOf(found, { munitions, grades: grades ?? countedGrades }).perhaps.when;
  return tellUnreadable(
    latestScreen(page, choice, viewOf(ctx), { place, days, perhaps, citing: citingOf(ctx), ...beside }),
    page,
    ctx.t,
  );
};

/** The settlement of a choice. The gazetteer is loaded only for it. */
const placeOf = async (ctx: Ctx, { settlement }: Pick<Question, 'settlement'>): Promise<Place | undefined> =>
  settlement === undefined ? undefined : (await loadParsers(ctx.deps.country)).settlement(settlement);

const incident = async (ctx: Ctx, id: string, choice: Choice): Promise<Screen> =>
  incidentScreen(await ctx.deps.store.incidents.readShown(id), choice, viewOf(ctx), citingOf(ctx));

/** The incident whose code was typed. */
const incidentByCode = async (ctx: Ctx, words: string): Promise<Screen> => {
  const id = readReceipt(words);
  return id === undefined ? codeScreen(viewOf(ctx)) : incident(ctx, id, {});
};

const todayOf = ({ deps: { now, country } }: Ctx): string => publicDate(now().toISOString(), country.zone);

const citingOf = (ctx: Ctx) => ({ bot: ctx.me.username, today: todayOf(ctx) });

/** The summary that answers a question, beside the figures of others. */
const summary = async (ctx: Ctx, question: Question, note?: Html): Promise<Screen> => {
  const { store, country, now } = ctx.deps;
  const place = await placeOf(ctx, question);
  const period = periodOf(question.requested, now(), country.zone);
  const area = { region: question.region ?? place?.region, settlement: question.settlement };
  const [found, { items: others }] = await Promise.all([
    store.incidents.counted(area, period),
    readFigures(store, question, period),
  ]);
  const asked = { question, period, place, note, found, today: todayOf(ctx), bot: ctx.me.username, others };
  return summaryScreen(asked, viewOf(ctx));
};

/** A summary taken apart. */
const table = async (ctx: Ctx, question: Question, by: Partition): Promise<Screen> => {
  const { store, country, now: clock } = ctx.deps;
  const place = await placeOf(ctx, question);
  const asked = { question, by, region: place?.region, now: clock(), country };
  const shown = { question, by, place, today: todayOf(ctx) };
  return tableScreen(await tableOf(store.incidents, asked), shown, viewOf(ctx));
};

/** The formats in which incidents can be taken away. */
const files = async (ctx: Ctx, question: Question, note?: Html): Promise<Screen> => {
  const place = await placeOf(ctx, question);
  return filesScreen(question, { place, note, now: ctx.deps.now() }, viewOf(ctx));
};

const viewOf = ({ t, locale, deps }: Ctx): View => ({ t, locale, country: deps.country });

const send = async (ctx: Ctx, screen: Screen, edit?: number): Promise<void> => {
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit });
};
