import { createHash, randomBytes } from 'node:crypto';
import type { CallbackQuery, InlineKeyboardButton, Message } from 'grammy/types';
import { callbackLifetimeMs } from '../bot-api/answering.ts';
import { findEntry } from '../world/messages.ts';
import type { ChatRecord } from '../world/state.ts';
import { pushUpdate } from '../world/updates.ts';
import type { CallbackAnswer, World } from '../world/world.ts';
import type { Participant } from './posting.ts';

/** A button of a message, or the text of a key of the reply keyboard. */
type FoundButton = { readonly message: Message; readonly button: InlineKeyboardButton } | string;

/**
 * Finds a button by its label or its callback data: of this message, as the chat shows it now, or else of the latest
 * message that has it, or of the reply keyboard. A deleted message can still be pressed. Throws when there is none.
 */
export function findButton(record: ChatRecord, wanted: string, message?: Message): FoundButton {
  const shown = message && (findEntry(record, message.message_id)?.message ?? message);
  for (const candidate of shown ? [shown] : record.entries.map(entry => entry.message).toReversed()) {
    const buttons = candidate.reply_markup?.inline_keyboard.flat() ?? [];
    const button =
      buttons.find(({ text }) => text === wanted) ??
      buttons.find(one => 'callback_data' in one && one.callback_data === wanted);
    if (button) return { message: candidate, button };
  }
  const open = record.keyboard?.markup;
  const keys = open && 'keyboard' in open ? open.keyboard.flat() : [];
  const key = keys.find(one => typeof one === 'object' && one.text === wanted);
  if (typeof key === 'object' && !('request_location' in key)) return key.text;
  if (key) throw new Error(`The key "${wanted}" sends no text: call location().`);
  throw new Error(`There is no button "${wanted}". There are: ${latestLabels(record)}.`);
}

function latestLabels({ entries }: ChatRecord): string {
  const latest = entries.findLast(({ message }) => message.reply_markup)?.message.reply_markup;
  return latest?.inline_keyboard.flatMap(row => row.map(({ text }) => `"${text}"`)).join(', ') ?? 'none';
}

/** Sends a callback query and waits for the bot's answer; undefined when none came. */
export async function sendCallback(
  world: World,
  { record, user }: Participant,
  message: Message,
  data: string,
): Promise<CallbackAnswer | undefined> {
  if (record.bot === 'left' || record.bot === 'kicked') throw new Error('The bot is not in this chat.');
  const id = openCallback(world, user.id);
  const callback_query: CallbackQuery = {
    id,
    from: user,
    message: findEntry(record, message.message_id)?.message ?? {
      chat: record.chat,
      message_id: message.message_id,
      date: 0,
    },
    chat_instance: chatInstance(world, record.chat.id),
    data,
  };
  await pushUpdate(world, `callback:${user.id}`, { callback_query });
  const answer = world.answers.get(id);
  world.answers.delete(id);
  return answer;
}

/** Registers a callback query that the bot may answer, and forgets the expired ones. */
function openCallback(world: World, userId: number): string {
  const { callbacks } = world.state;
  for (const [id, { sentAtMs }] of Object.entries(callbacks)) {
    if (world.now() - sentAtMs > 2 * callbackLifetimeMs) delete callbacks[id];
  }
  const id = BigInt(`0x${randomBytes(7).toString('hex')}`).toString();
  callbacks[id] = { userId, sentAtMs: world.now(), answered: false };
  return id;
}

/** The same for every press in a chat, and different from the chat's id. */
function chatInstance(world: World, chatId: number): string {
  const digest = createHash('sha256').update(`${world.bot.id}:${chatId}`).digest();
  return digest.readBigInt64BE(0).toString();
}
