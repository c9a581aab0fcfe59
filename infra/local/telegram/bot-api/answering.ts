import { type Arguments, flag, integer, json, text } from '../rules/arguments.ts';
import { badRequest } from '../rules/refusal.ts';
import type { World } from '../world.ts';

/** https://core.telegram.org/bots/api#answercallbackquery: "0-200 characters". */
const maxAnswerLength = 200;
/** After that long a callback query can no longer be answered. */
export const callbackLifetimeMs = 150_000;
const tooOld = 'query is too old and response timeout expired or query ID is invalid';

/** What the bot answered to a button press. */
export interface CallbackAnswer {
  readonly text: string;
  readonly alert: boolean;
  readonly url: string;
  readonly cacheSeconds: number;
}

export function answerCallbackQuery(world: World, from: Arguments): true {
  const id = text(from, 'callback_query_id');
  const asked = Object.hasOwn(world.state.callbacks, id) ? world.state.callbacks[id] : undefined;
  if (!asked || asked.answered || world.now() - asked.askedAtMs > callbackLifetimeMs)
    throw badRequest(tooOld);
  const answer: CallbackAnswer = {
    text: text(from, 'text'),
    alert: flag(from, 'show_alert'),
    url: text(from, 'url'),
    cacheSeconds: integer(from, 'cache_time', 0, 0),
  };
  if ([...answer.text].length > maxAnswerLength) throw badRequest('MESSAGE_TOO_LONG');
  if (answer.url && !/^https:\/\/t\.me\//.test(answer.url)) throw badRequest('URL_INVALID');
  world.state.callbacks[id] = { ...asked, answered: true };
  world.answers.set(id, answer);
  if (answer.text) {
    world.happen({
      type: 'toast',
      toast: { userId: asked.userId, text: answer.text, alert: answer.alert },
    });
  }
  return true;
}

/** What the bot answered to an inline query: its results as sent. */
export interface InlineAnswer {
  readonly results: readonly Record<string, unknown>[];
  readonly nextOffset: string;
}

const maxInlineResults = 50;

export function answerInlineQuery(world: World, from: Arguments): true {
  const id = text(from, 'inline_query_id');
  const asked = Object.hasOwn(world.state.callbacks, id) ? world.state.callbacks[id] : undefined;
  if (!asked || asked.answered || world.now() - asked.askedAtMs > 30_000) throw badRequest(tooOld);
  const results = json(from, 'results', 'inline query results') ?? [];
  if (!Array.isArray(results)) throw badRequest('Expected an Array of inline query results');
  if (results.length > maxInlineResults) throw badRequest('RESULTS_TOO_MUCH');
  const ids = new Set<string>();
  for (const result of results) {
    const resultId = String(result?.id ?? '');
    if (resultId === '' || Buffer.byteLength(resultId) > 64) throw badRequest('RESULT_ID_INVALID');
    if (ids.has(resultId)) throw badRequest('RESULT_ID_DUPLICATE');
    ids.add(resultId);
    if (result.type === 'article' && !result.input_message_content) {
      throw badRequest("Can't parse inline query result: Input message content is not specified");
    }
  }
  world.state.callbacks[id] = { ...asked, answered: true };
  world.answers.set(id, { results, nextOffset: text(from, 'next_offset') } satisfies InlineAnswer);
  return true;
}
