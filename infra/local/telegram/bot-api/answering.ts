import { badRequest } from '../rules/api-error.ts';
import { type Arguments, flag, text } from '../rules/arguments.ts';
import type { World } from '../world/world.ts';

/** https://core.telegram.org/bots/api#answercallbackquery: "0-200 characters". */
const maxAnswerLength = 200;
/** A callback query can be answered for that long. */
export const callbackLifetimeMs = 150_000;

export function answerCallbackQuery(world: World, from: Arguments): true {
  const id = text(from, 'callback_query_id');
  const query = Object.hasOwn(world.state.callbacks, id) ? world.state.callbacks[id] : undefined;
  if (!query || query.answered || world.now() - query.sentAtMs > callbackLifetimeMs)
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  const answer = { text: text(from, 'text'), alert: flag(from, 'show_alert') };
  if ([...answer.text].length > maxAnswerLength) throw badRequest('MESSAGE_TOO_LONG');
  world.state.callbacks[id] = { ...query, answered: true };
  world.answers.set(id, answer);
  if (answer.text) world.emit({ type: 'toast', toast: { userId: query.userId, ...answer } });
  return true;
}
