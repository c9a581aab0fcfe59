import type { BotCommand, Message, User } from 'grammy/types';
import { commandsFor } from '../bot-api/settings.ts';
import type { Markup } from '../rules/markup.ts';
import { deleteEntries, findEntry, keyboardFor } from '../world/messages.ts';
import { type CallbackAnswer, chatById, type Toast, userById, type World } from '../world/world.ts';
import { createInlineUser, type InlineUser } from './inline.ts';
import { changeBot, type Participant } from './posting.ts';
import { findButton, sendCallback } from './pressing.ts';
import { botMessages } from './reading.ts';
import { createSharer, type Sharer } from './sharing.ts';
import { createWriter, type Writer } from './writing.ts';

/**
 * A person with Telegram on their phone, in the private chat with the bot or (by `in`) in a group. What the bot learns
 * of resolves when it has answered the update with 2xx, or Telegram gave up.
 */
export interface Person extends Writer, Sharer, Presser, Reader, InlineUser {
  readonly id: number;
  readonly user: User;
  readonly chatId: number;
  /** The same person in a group that they belong to. */
  in(group: { readonly id: number }): Person;
  setLanguage(languageCode: string): void;
  /** Notes and alerts shown to the person so far, in all chats. */
  readonly toasts: readonly Toast[];
}

interface Presser {
  /** Presses a button, by its label or callback data, of this message or of the latest that has it. */
  press(button: string): Promise<CallbackAnswer | undefined>;
  press(message: Message, button: string): Promise<CallbackAnswer | undefined>;
  /** Sends callback data that no button needs to carry, as a modified client can. */
  forge(message: Message, data: string): Promise<CallbackAnswer | undefined>;
  block(): Promise<void>;
  unblock(): Promise<void>;
}

interface Reader {
  /** Clears the chat on both sides, without an update for the bot. */
  clear(): void;
  /** What the chat shows now. */
  messages(): Message[];
  /** The bot's latest message in the chat; throws when there is none. */
  last(): Message;
  /** The labels of the message's inline keyboard, or of the latest one, by rows. */
  buttons(message?: Message): string[][];
  /** The keyboard or forced reply that is open below the chat. */
  keyboard(): Markup | undefined;
  commands(): readonly BotCommand[];
}

export function createPerson(
  world: World,
  userId: number,
  toasts: readonly Toast[],
  chatId = userId,
): Person {
  const participant = (): Participant => ({
    record: chatById(world, chatId),
    user: userById(world, userId),
  });
  const writer = createWriter(world, participant);
  return {
    ...writer,
    ...createSharer(world, participant),
    ...createPresser(world, participant, writer),
    ...createReader(world, participant),
    ...createInlineUser(world, participant),
    id: userId,
    get user() {
      return userById(world, userId);
    },
    chatId,
    in: group => createPerson(world, userId, toasts, group.id),
    setLanguage(language_code) {
      world.state.users[userId] = { ...userById(world, userId), language_code };
      world.emit({ type: 'world' });
    },
    get toasts() {
      return toasts.filter(toast => toast.userId === userId);
    },
  };
}

function createPresser(world: World, participant: () => Participant, writer: Writer): Presser {
  return {
    async press(first: Message | string, second?: string) {
      const [message, wanted] = typeof first === 'string' ? [undefined, first] : [first, second ?? ''];
      const found = findButton(participant().record, wanted, message);
      if (typeof found === 'string') return void (await writer.send(found));
      if (!('callback_data' in found.button))
        throw new Error(`The button "${found.button.text}" is a link: pressing it tells the bot nothing.`);
      return sendCallback(world, participant(), found.message, found.button.callback_data);
    },
    forge: (message, data) => sendCallback(world, participant(), message, data),
    block: () => changeBot(world, participant(), 'kicked'),
    unblock: () => changeBot(world, participant(), 'member'),
  };
}

function createReader(world: World, participant: () => Participant): Reader {
  const messages = () => participant().record.entries.map(({ message }) => message);
  return {
    clear() {
      const { record } = participant();
      deleteEntries(
        world,
        record,
        record.entries.map(({ message }) => message.message_id),
      );
      delete record.keyboard;
    },
    messages,
    last() {
      const message = botMessages(world, participant().record).at(-1);
      if (!message) throw new Error('The bot has sent nothing to this chat.');
      return message;
    },
    buttons(message) {
      const { record } = participant();
      const shown = message
        ? (findEntry(record, message.message_id)?.message ?? message)
        : messages().findLast(({ reply_markup }) => reply_markup);
      return shown?.reply_markup?.inline_keyboard.map(row => row.map(({ text }) => text)) ?? [];
    },
    keyboard() {
      const { record, user } = participant();
      return keyboardFor(record, user.id)?.markup;
    },
    commands() {
      const { record, user } = participant();
      return commandsFor(world, record, user.id);
    },
  };
}
