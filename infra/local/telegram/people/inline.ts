import { randomBytes } from 'node:crypto';
import type { InlineQuery, Message } from 'grammy/types';
import { inlineLifetimeMs } from '../bot-api/answering-inline.ts';
import { pushUpdate } from '../world/updates.ts';
import { botUser, type InlineAnswer, type World } from '../world/world.ts';
import { type Participant, post } from './posting.ts';

/** Using the bot in a chat in which it is not, by its name. */
export interface InlineUser {
  /** Types the bot's name and a query in some other chat; what the bot offers, undefined when it did not answer. */
  inline(query: string): Promise<InlineAnswer | undefined>;
  /** Sends what was offered in this chat. */
  choose(offered: InlineAnswer['results'][number]): Promise<Message>;
}

export function createInlineUser(world: World, participant: () => Participant): InlineUser {
  return {
    async inline(query) {
      const { user } = participant();
      const id = openQuery(world);
      const inline_query: InlineQuery = { id, from: user, query, offset: '', chat_type: 'private' };
      await pushUpdate(world, `inline:${user.id}`, { inline_query });
      const answer = world.inlineAnswers.get(id);
      world.inlineAnswers.delete(id);
      return answer;
    },
    choose: ({ message }) => post(world, participant(), { ...message, via_bot: botUser(world) }),
  };
}

/** Registers an inline query that the bot may answer, and forgets the expired ones. */
function openQuery(world: World): string {
  const { inlineQueries } = world.state;
  for (const [id, { sentAtMs }] of Object.entries(inlineQueries))
    if (world.now() - sentAtMs > 2 * inlineLifetimeMs) delete inlineQueries[id];
  const id = BigInt(`0x${randomBytes(7).toString('hex')}`).toString();
  inlineQueries[id] = { sentAtMs: world.now(), answered: false };
  return id;
}
