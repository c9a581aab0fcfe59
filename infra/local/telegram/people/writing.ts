import type { Message } from 'grammy/types';
import { maxTextLength, plainText } from '../rules/entities.ts';
import { type Content, captionContent, repliedMessage, textContent } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { changeBot, editPost, type Participant, post } from './posting.ts';

export interface SendOptions {
  readonly replyTo?: Message;
}

export interface Writer {
  /** Sends a text. Like clients, splits one of more than 4096 characters; returns the last message. */
  send(text: string, options?: SendOptions): Promise<Message>;
  /** Presses Start, unblocking the bot where needed. The payload is that of a deep link. */
  start(payload?: string): Promise<Message>;
  edit(message: Message, text: string): Promise<Message>;
}

export function createWriter(world: World, participant: () => Participant): Writer {
  const send: Writer['send'] = async (text, { replyTo } = {}) => {
    const characters = [...text];
    const next = () => textContent(plainText(characters.splice(0, maxTextLength).join('')));
    let message = await post(world, participant(), { ...reply(replyTo), ...next() });
    while (characters.length > 0) message = await post(world, participant(), next());
    return message;
  };
  return {
    send,
    async start(payload) {
      if (participant().record.bot === 'kicked') await changeBot(world, participant(), 'member');
      return send(payload === undefined ? '/start' : `/start ${payload}`);
    },
    edit: (message, text) =>
      editPost(world, participant(), message.message_id, ({ caption: _, ...old }) =>
        old.text === undefined
          ? { ...old, ...captionContent(plainText(text)) }
          : { ...old, entities: undefined, ...textContent(plainText(text)) },
      ),
  };
}

/** What makes a message a reply. */
export function reply(replyTo: Message | undefined): Content {
  return replyTo ? { reply_to_message: repliedMessage(replyTo) } : {};
}
