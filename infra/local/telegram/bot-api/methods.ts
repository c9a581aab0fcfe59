import type { Arguments } from '../rules/arguments.ts';
import type { World } from '../world/world.ts';
import { answerCallbackQuery } from './answering.ts';
import { answerInlineQuery } from './answering-inline.ts';
import { leaveChat, sendChatAction } from './chats.ts';
import { deleteMessage, editMessageText } from './editing.ts';
import { sendMedia, sendMediaGroup, sendMessage } from './sending.ts';
import { setMyCommands, setMyText } from './settings.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts';

/** A method of the Bot API: returns its result, throws an ApiError. */
type Method = (world: World, from: Arguments) => unknown;

/** What the bot calls. A method that it does not call is unknown here: add it with the first call. */
const methods: Readonly<Record<string, Method>> = {
  getMe: world => world.bot,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto: sendMedia('photo'),
  sendVideo: sendMedia('video'),
  sendVideoNote: sendMedia('video_note'),
  sendAnimation: sendMedia('animation'),
  sendVoice: sendMedia('voice'),
  sendAudio: sendMedia('audio'),
  sendDocument: sendMedia('document'),
  sendMediaGroup,
  editMessageText,
  deleteMessage,
  answerCallbackQuery,
  answerInlineQuery,
  leaveChat,
  sendChatAction,
  setMyCommands,
  setMyName: setMyText('name'),
  setMyDescription: setMyText('description'),
  setMyShortDescription: setMyText('short_description'),
};

export const methodNames: readonly string[] = Object.keys(methods);

const byLowerCase = new Map(
  Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** Finds a method. As on the real server, names are not case-sensitive. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return byLowerCase.get(name.toLowerCase());
}
