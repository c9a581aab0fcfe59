import type { InlineQueryResult } from 'grammy/types';
import { badRequest } from '../rules/api-error.ts';
import { type Arguments, flag, integer, isRecord, json, nested, text } from '../rules/arguments.ts';
import { messageText } from '../rules/entities.ts';
import { inlineMarkup } from '../rules/markup.ts';
import { textContent } from '../world/messages.ts';
import type { InlineAnswer, World } from '../world/world.ts';
import { storedFileContent } from './media.ts';

/** https://core.telegram.org/bots/api#answerinlinequery */
const maxResults = 50;
const maxIdBytes = 64;
const maxOffsetBytes = 64;
/** An inline query can be answered for that long. */
export const inlineLifetimeMs = 30_000;

export function answerInlineQuery(world: World, from: Arguments): true {
  const id = text(from, 'inline_query_id');
  const query = Object.hasOwn(world.state.inlineQueries, id) ? world.state.inlineQueries[id] : undefined;
  if (!query || query.answered || world.now() - query.sentAtMs > inlineLifetimeMs)
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  const results = json(from, 'results', 'results');
  if (!Array.isArray(results)) throw badRequest('Expected an Array of InlineQueryResult');
  if (results.length > maxResults) throw badRequest('RESULTS_TOO_MUCH');
  const checked = results.map(result => checkResult(world, result));
  if (new Set(checked.map(({ result }) => result.id)).size < checked.length)
    throw badRequest('RESULT_ID_DUPLICATE');
  if (Buffer.byteLength(text(from, 'next_offset')) > maxOffsetBytes) throw badRequest('NEXT_OFFSET_INVALID');
  world.state.inlineQueries[id] = { ...query, answered: true };
  world.inlineAnswers.set(id, {
    results: checked,
    button: checkButton(from),
    cacheSeconds: integer(from, 'cache_time', 300, 0),
    isPersonal: flag(from, 'is_personal'),
  });
  return true;
}

const maxCaption = 1024;

/** The bot offers articles and photos that it sent before. */
function checkResult(world: World, value: unknown): InlineAnswer['results'][number] {
  if (!isRecord(value)) throw badRequest("Can't parse InlineQueryResult: expected an Object");
  const from = nested(value);
  const id = text(from, 'id');
  if (id === '' || Buffer.byteLength(id) > maxIdBytes) throw badRequest('RESULT_ID_INVALID');
  const markup = inlineMarkup(from, 'private');
  if (value.type === 'photo') {
    const caption = text(from, 'caption');
    if (caption.length > maxCaption) throw badRequest('MEDIA_CAPTION_TOO_LONG');
    const photo = storedFileContent(world, 'photo', text(from, 'photo_file_id'));
    return {
      result: value as unknown as InlineQueryResult,
      message: { ...photo, caption, reply_markup: markup },
    };
  }
  if (value.type !== 'article') throw badRequest(`unallowed result type "${value.type}"`);
  if (text(from, 'title').trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  const content = value.input_message_content;
  if (!isRecord(content)) throw badRequest('Input message content is not specified');
  const { message_text, ...rest } = content;
  const message = textContent(messageText(nested({ ...rest, text: message_text })));
  return { result: value as unknown as InlineQueryResult, message: { ...message, reply_markup: markup } };
}

function checkButton(from: Arguments): InlineAnswer['button'] {
  const button = json(from, 'button', 'InlineQueryResultsButton');
  if (button === undefined) return undefined;
  if (!isRecord(button) || typeof button.text !== 'string' || button.text === '')
    throw badRequest("Can't parse InlineQueryResultsButton");
  const start = String(button.start_parameter ?? '');
  if (!/^[\w-]{1,64}$/.test(start)) throw badRequest('START_PARAM_INVALID');
  return { text: button.text, start_parameter: start };
}
