import {
  type Follower,
  follow,
  follows,
  mostTopics,
  newFollower,
  unfollow,
} from '../../../lib/follow/follower.ts';
import type { Topic } from '../../../lib/follow/topic.ts';
import type { readerCallbacks } from '../../callbacks/reader.ts';
import type { CallbackHandlers } from '../../callbacks/table.ts';
import type { Ctx } from '../../context.ts';
import { loadParsers } from '../../parsers.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { isByOthers } from '../../telegram/authorship.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { askedInWords } from './asked.ts';
import {
  followingScreen,
  followMunitionScreen,
  followRegionScreen,
  whenScreen,
  whichScreen,
} from './screens.ts';
import { readTopic, type SettlementOf, topicText } from './topic.ts';
import { type Wanted, wantedIn } from './words.ts';

/** What a command shows: what is followed, changed by the words after it if there are any. */
export const answerFollow = async (ctx: Ctx, what: 'follow' | 'unfollow', match: string): Promise<Screen> => {
  const words = match.trim();
  if (words === '') return following(ctx);
  return answerWanted(ctx, what, words, await wanted(ctx, words));
};

/** Follows, or stops following, what a message in words asks for; false for any other message, which says something else. */
export const followInWords = async (ctx: Ctx): Promise<boolean> => {
  const asked = askedInWords(ctx.message?.text);
  if (!asked || !ctx.message || isByOthers(ctx.message)) return false;
  // In the middle of a report, or of an answer, words belong there.
  const { draft, pendingInput } = await ctx.states.read(ctx.deps.identity.chatKey(ctx.person.chatId));
  if (draft || pendingInput) return false;
  const found = await wanted(ctx, asked.words);
  if (found.topics.length === 0 || found.isPart) return false;
  await send(ctx, await answerWanted(ctx, asked.what, asked.words, found));
  return true;
};

const wanted = async (ctx: Ctx, words: string): Promise<Wanted> => {
  const { country, now } = ctx.deps;
  const { request } = await loadParsers(country);
  return wantedIn(words, request(words, { now: now(), locale: ctx.locale }), country);
};

const answerWanted = async (
  ctx: Ctx,
  what: 'follow' | 'unfollow',
  words: string,
  { kind, topics }: Wanted,
): Promise<Screen> =>
  kind === 'sure' && topics.length > 0
    ? setAll(ctx, what, topics)
    : whichScreen(topics, viewOf(ctx), await settlements(ctx), { words, isStop: what === 'unfollow' });

type Handled =
  | 'follow'
  | 'unfollow'
  | 'unfollow_all'
  | 'following'
  | 'follow_regions'
  | 'follow_munitions'
  | 'follow_hours'
  | 'follow_when'
  | 'follow_night';

/** What a press about following does. */
export const followHandlers: Pick<CallbackHandlers<typeof readerCallbacks.definitions, [Ctx]>, Handled> = {
  follow: async ({ topic, place }, ctx) => turnTo(ctx, await setOne(ctx, 'follow', topic), place === 'n'),
  unfollow: async ({ topic, place }, ctx) => {
    if (place === undefined) return turnTo(ctx, await setOne(ctx, 'unfollow', topic));
    const note = await stopBelowNews(ctx, topic);
    await acknowledge(ctx, { text: note, alert: true });
  },
  unfollow_all: async (_, ctx) => {
    await ctx.deps.store.followers.forget(ctx.person.chatId);
    await turnTo(ctx, await following(ctx, ctx.t.follow.stoppedAll));
  },
  following: async ({ place }, ctx) => turnTo(ctx, await following(ctx), place === 'n'),
  follow_regions: (_, ctx) => turnTo(ctx, followRegionScreen(viewOf(ctx))),
  follow_munitions: ({ page }, ctx) => turnTo(ctx, followMunitionScreen(viewOf(ctx), page)),
  follow_hours: async (_, ctx) => {
    const follower = await ctx.deps.store.followers.read(ctx.person.chatId);
    await turnTo(ctx, follower ? whenScreen(follower, viewOf(ctx)) : await following(ctx));
  },
  follow_when: ({ when }, ctx) =>
    setWhen(ctx, follower => ({
      ...follower,
      digest: when === 'o' ? undefined : Number(when.slice(1)),
    })),
  follow_night: ({ night }, ctx) =>
    setWhen(ctx, follower => ({ ...follower, isAtNight: night === 'y' ? true : undefined })),
};

const setWhen = async (ctx: Ctx, change: (follower: Follower) => Follower): Promise<void> => {
  const follower = await ctx.deps.store.followers.change(
    ctx.person.chatId,
    before => before && change(before),
  );
  await turnTo(ctx, follower ? whenScreen(follower, viewOf(ctx)) : await following(ctx));
};

const setOne = async (ctx: Ctx, what: 'follow' | 'unfollow', code: string): Promise<Screen> => {
  const topic = readTopic(code, ctx.deps.country);
  return topic ? setAll(ctx, what, [topic]) : following(ctx);
};

/** Follows topics, or stops; the screen says what became of the last of them. */
const setAll = async (ctx: Ctx, what: 'follow' | 'unfollow', topics: readonly Topic[]): Promise<Screen> => {
  let note: string | undefined;
  for (const topic of topics) note = await (what === 'follow' ? start(ctx, topic) : stop(ctx, topic));
  return following(ctx, note);
};

/** What to say once a topic is followed. */
const start = async (ctx: Ctx, topic: Topic): Promise<string> => {
  const { store, now } = ctx.deps;
  const { chatId: chat } = ctx.person;
  const { follow: texts } = ctx.t;
  const name = topicText(topic, viewOf(ctx), await settlements(ctx));
  let kind: ReturnType<typeof follow>['kind'] = 'known';
  await store.followers.change(chat, before => {
    const follower = { ...newFollower({ chat, locale: ctx.locale }), ...before, locale: ctx.locale };
    const outcome = follow(follower, topic, now().toISOString());
    kind = outcome.kind;
    return outcome.kind === 'full' ? before : outcome.follower;
  });
  const said = { followed: texts.followed(name), known: texts.known(name), full: texts.full(mostTopics) };
  return said[kind];
};

/** What to say once a topic is not followed any more. */
const stop = async (ctx: Ctx, topic: Topic): Promise<string> => {
  const { follow: texts } = ctx.t;
  const name = topicText(topic, viewOf(ctx), await settlements(ctx));
  let wasFollowed = false;
  await ctx.deps.store.followers.change(ctx.person.chatId, before => {
    wasFollowed = before !== undefined && follows(before, topic);
    return before && unfollow(before, topic);
  });
  return wasFollowed ? texts.stopped(name) : texts.notFollowed(name);
};

const stopBelowNews = async (ctx: Ctx, code: string): Promise<string> => {
  const topic = readTopic(code, ctx.deps.country);
  return topic ? stop(ctx, topic) : ctx.t.reader.stale;
};

const following = async (ctx: Ctx, note?: string): Promise<Screen> => {
  const follower = await ctx.deps.store.followers.read(ctx.person.chatId);
  return followingScreen(follower, viewOf(ctx), await settlements(ctx), note);
};

const settlements = async (ctx: Ctx): Promise<SettlementOf> =>
  (await loadParsers(ctx.deps.country)).settlement;

const viewOf = ({ t, locale, deps }: Ctx): View => ({ t, locale, country: deps.country });

/** Turns the message pressed into a screen, or (`isBelow`) sends that below it. */
const turnTo = async (ctx: Ctx, screen: Screen, isBelow = false): Promise<void> => {
  await acknowledge(ctx);
  await send(ctx, screen, isBelow ? undefined : ctx.callbackQuery?.message?.message_id);
};

const send = async (ctx: Ctx, screen: Screen, edit?: number): Promise<void> => {
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit });
};
