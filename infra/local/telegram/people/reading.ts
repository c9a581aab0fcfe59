import type { Message } from 'grammy/types';
import type { ChatRecord } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** The bot's messages in a chat, oldest first. */
export function botMessages(world: World, { entries }: ChatRecord): Message[] {
  return entries.flatMap(({ message }) => (message.from?.id === world.bot.id ? [message] : []));
}
