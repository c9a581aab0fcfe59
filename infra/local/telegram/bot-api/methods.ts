import type { Arguments } from '../rules/arguments.ts';
import type { World } from '../world.ts';
import { answerCallbackQuery, answerInlineQuery } from './answering.ts';
import {
  deleteMessage,
  deleteMessages,
  getChat,
  getChatAdministrators,
  getChatMember,
  leaveChat,
} from './chats.ts';
import { editMessageCaption, editMessageMedia, editMessageReplyMarkup, editMessageText } from './editing.ts';
import { getFile } from './media.ts';
import {
  copyMessage,
  forwardMessage,
  sendChatAction,
  sendLocation,
  sendMedia,
  sendMediaGroup,
  sendMessage,
  sendVenue,
} from './sending.ts';
import {
  deleteMyCommands,
  getMyCommands,
  getMyText,
  setChatMenuButton,
  setMyCommands,
  setMyDefaultAdministratorRights,
  setMyText,
} from './settings.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts';

/** A method of the Bot API: returns its result, throws a Refusal. */
export type Method = (world: World, from: Arguments) => unknown;

const all: Readonly<Record<string, Method>> = {
  getMe: world => world.bot,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto: sendMedia('photo'),
  sendVideo: sendMedia('video'),
  sendDocument: sendMedia('document'),
  sendVoice: sendMedia('voice'),
  sendSticker: sendMedia('sticker'),
  sendMediaGroup,
  sendLocation,
  sendVenue,
  sendChatAction,
  copyMessage,
  forwardMessage,
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  answerCallbackQuery,
  answerInlineQuery,
  getFile,
  getChat,
  getChatMember,
  getChatAdministrators,
  leaveChat,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: setMyText('name'),
  getMyName: getMyText('name'),
  setMyDescription: setMyText('description'),
  getMyDescription: getMyText('description'),
  setMyShortDescription: setMyText('short_description'),
  getMyShortDescription: getMyText('short_description'),
  setMyDefaultAdministratorRights,
  setChatMenuButton,
};

const byLowerCase = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** Finds a method; names are not case-sensitive, as on the real server. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return byLowerCase.get(name.toLowerCase());
}
