import { Composer } from 'grammy/web';
import { everywhere } from '../../lib/summary/tally.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Ctx } from '../context.ts';
import type { View } from '../incident.ts';
import { pathOf, press } from '../press.ts';
import { type Screen, show } from '../screen.ts';
import { type Choice, choicePath, findRegion, munitionScreen, readChoice, regionScreen } from './choice.ts';
import { incidentScreen, latestScreen, pageSize } from './latest.ts';
import { periodOf, type Span, spans, summaryScreen } from './summary.ts';

/**
 * What anybody may read: the latest incidents and their summary. No rights, no state; an answer is one query, or two.
 * Other roles lead here with the presses `r:l` (latest) and `r:s` (summary).
 */
export const reader = new Composer<Ctx>();

const privately = reader.filter(ctx => ctx.person.isPrivate);

privately.command('latest', async ctx => send(ctx, await latest(ctx, {})));
privately.command('summary', async ctx => send(ctx, await summary(ctx, 'month', undefined)));

privately.callbackQuery(/^r:/, async ctx => {
  const screen = await screenOf(ctx, pathOf(ctx.callbackQuery.data).slice(1));
  if (!screen) return acknowledge(ctx, { text: ctx.t.reader.stale, alert: true });
  await acknowledge(ctx);
  await send(ctx, screen, ctx.callbackQuery.message?.message_id);
});

/** The screen that a press leads to. Each part of the path is what `press` was given where the button was made. */
const screenOf = async (ctx: Ctx, [name, ...path]: readonly string[]): Promise<Screen | undefined> => {
  const { country } = ctx.deps;
  switch (name) {
    case 'l':
      return latest(ctx, readChoice(path, country));
    case 'i': {
      const [id = '', ...choice] = path;
      return incident(ctx, id, readChoice(choice, country));
    }
    case 'regions': {
      const { munition } = readChoice(['', path[0]], country);
      return regionScreen(viewOf(ctx), region =>
        press('r', 'l', ...choicePath({ ...(region && { region }), ...(munition && { munition }) })),
      );
    }
    case 'munitions':
      return munitionScreen(viewOf(ctx), readChoice(path.slice(0, 1), country), Number(path[1]) || 0);
    case 's':
      return summary(ctx, spanOf(path[0]), findRegion(path[1], country));
    case 'areas':
      return regionScreen(viewOf(ctx), region =>
        press('r', 's', spanOf(path[0]), ...choicePath({ ...(region && { region }) }).slice(0, 1)),
      );
    default:
      return undefined;
  }
};

const latest = async (ctx: Ctx, choice: Choice): Promise<Screen> => {
  const { region, munition, position } = choice;
  const cursor = position?.slice(1);
  const page = await ctx.deps.store.latest({
    limit: pageSize,
    region,
    munition,
    ...(position?.startsWith('a') && { after: cursor }),
    ...(position?.startsWith('b') && { before: cursor }),
  });
  return latestScreen(page, choice, viewOf(ctx));
};

const incident = async (ctx: Ctx, id: string, choice: Choice): Promise<Screen> =>
  incidentScreen(id === '' ? undefined : await ctx.deps.store.readIncident(id), choice, viewOf(ctx));

const summary = async (ctx: Ctx, span: Span, region: string | undefined): Promise<Screen> => {
  const { store, country, now } = ctx.deps;
  const scope = region ?? everywhere;
  const period = periodOf(span, now(), country.zone);
  const [days, months] = await Promise.all([
    period ? store.tallyDays(scope, period) : [],
    store.tallyMonths(scope),
  ]);
  return summaryScreen({ span, period, region, days, months }, viewOf(ctx));
};

const spanOf = (part: string | undefined): Span =>
  Object.hasOwn(spans, part ?? '') ? (part as Span) : 'month';

const viewOf = ({ t, locale, deps }: Ctx): View => ({ t, locale, country: deps.country });

const send = async (ctx: Ctx, screen: Screen, edit?: number): Promise<void> => {
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit });
};
