import { GrammyError, HttpError } from 'grammy/web';

/**
 * What it means that a call to Telegram did not succeed. `lost`: the connection ended without an answer, so nobody can know
 * whether Telegram did what it was asked; `unreached`: it surely did not.
 */
export type ApiError =
  | 'blocked'
  | 'chat_gone'
  | 'removed'
  | 'no_right'
  | 'topic_closed'
  | 'bad_peer'
  | 'migrated'
  | 'too_many'
  | 'not_modified'
  | 'message_gone'
  | 'message_fixed'
  | 'bad_text'
  | 'unauthorized'
  | 'refused'
  | 'server'
  | 'unreached'
  | 'lost';

/**
 * Telegram's answers, from its server's source and from public reports of what it said: a code, words of the description in
 * any case (none: whatever it says), and the meaning. The first line that fits counts.
 */
const answers: readonly (readonly [code: number, words: string, meaning: ApiError])[] = [
  [401, '', 'unauthorized'],
  [429, '', 'too_many'],
  [403, 'not enough rights', 'no_right'],
  [403, 'have no rights', 'no_right'],
  [403, 'CHAT_WRITE_FORBIDDEN', 'no_right'],
  [403, 'bot was kicked', 'removed'],
  [403, 'bot is not a member', 'removed'],
  [403, 'group chat was deleted', 'removed'],
  [403, 'user is deactivated', 'chat_gone'],
  [403, '', 'blocked'],
  [400, 'upgraded to a supergroup', 'migrated'],
  [400, 'chat not found', 'chat_gone'],
  [400, 'user not found', 'chat_gone'],
  [400, 'not enough rights', 'no_right'],
  [400, 'have no rights', 'no_right'],
  [400, 'need administrator rights', 'no_right'],
  [400, 'CHAT_WRITE_FORBIDDEN', 'no_right'],
  [400, 'CHAT_RESTRICTED', 'no_right'],
  [400, 'CHAT_SEND_', 'no_right'],
  [400, 'TOPIC_CLOSED', 'topic_closed'],
  [400, 'TOPIC_DELETED', 'topic_closed'],
  [400, 'message thread not found', 'topic_closed'],
  [400, 'PEER_ID_INVALID', 'bad_peer'],
  [400, 'message is not modified', 'not_modified'],
  [400, 'message to edit not found', 'message_gone'],
  [400, 'message to delete not found', 'message_gone'],
  [400, 'MESSAGE_ID_INVALID', 'message_gone'],
  [400, "message can't be edited", 'message_fixed'],
  [400, "message can't be deleted", 'message_fixed'],
  [400, "can't parse entities", 'bad_text'],
  [400, 'must be encoded in UTF-8', 'bad_text'],
  [400, 'message is too long', 'bad_text'],
  [400, 'message text is empty', 'bad_text'],
  [400, 'BUTTON_DATA_INVALID', 'bad_text'],
];

/** Network errors that happen before anything is sent. After any other, the call may have gone through. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an error of a call to Telegram means; undefined for any other error. */
export const apiErrorOf = (error: unknown): ApiError | undefined => {
  if (error instanceof HttpError)
    return codesOf(error.error).some(code => unreached.has(code)) ? 'unreached' : 'lost';
  if (!(error instanceof GrammyError)) return undefined;
  const { error_code: code, description } = error;
  if (code >= 500) return 'server';
  const said = description.toLowerCase();
  return answers.find(([of, words]) => of === code && said.includes(words.toLowerCase()))?.[2] ?? 'refused';
};

/** No message can be written to this chat, now and for whatever the bot does: it is for people to change. */
const unreachable = ['blocked', 'chat_gone', 'removed', 'no_right', 'topic_closed', 'bad_peer'] as const;
export type Unreachable = (typeof unreachable)[number];

export const isUnreachable = (apiError: ApiError | undefined): apiError is Unreachable =>
  unreachable.some(one => one === apiError);

/** The same call may succeed later. */
export const isTransient = (apiError: ApiError | undefined): boolean =>
  apiError === 'too_many' || apiError === 'server' || apiError === 'unreached' || apiError === 'unauthorized';

/** The codes of an error and its causes. */
const codesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error ? [String(error.code)] : [];
  return [...own, ...codesOf(error.cause)];
};
