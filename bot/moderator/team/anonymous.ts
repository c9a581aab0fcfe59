import type { Ctx } from '../../context.ts';
import { groupKey, takeRoom } from '../group-share.ts';
import { reply } from '../reply.ts';
import { isForBot } from './chat.ts';
import { readModeratorsChat } from './chat-migration.ts';

/**
 * What is written to the bot in the moderators' chat in the name of the group, or of a channel. It could be anybody there, so
 * nothing of it is taken; whoever wrote it is told why. Nobody knows whom to write to in private: without room in the group,
 * the next digest says it.
 */
export const answerAnonymous = async (ctx: Ctx): Promise<void> => {
  const { person, deps, message, me } = ctx;
  if (person.isPrivate || person.chatId !== (await readModeratorsChat(deps))) return;
  const isReply = message?.reply_to_message?.from?.id === me.id;
  if (!isReply && !isForBot(ctx)) return;
  if (await takeRoom(deps, 'update')) await reply(ctx, ctx.t.moderator.group.anonymous);
  else await deps.store.digests.postpone(groupKey(deps), 'anonymous');
};
