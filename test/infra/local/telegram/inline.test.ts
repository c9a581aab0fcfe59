import type { InlineQueryResult } from 'grammy/types';
import { expect, test } from 'vitest';
import { startBot } from './bot.ts';

const article = (change: object = {}): InlineQueryResult => ({
  type: 'article',
  id: 'one',
  title: 'One',
  input_message_content: { message_text: '<b>One</b>', parse_mode: 'HTML' },
  ...change,
});

const answering = async (
  results: readonly InlineQueryResult[],
  other: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  let said = 'taken';
  const { telegram } = await startBot(async ({ inline_query: query }, api) => {
    await api.answerInlineQuery(query?.id ?? '', [...results], other).catch((error: Error) => {
      said = error.message;
    });
    return 200;
  });
  await telegram.user({ first_name: 'Olena' }).inline('Kharkiv');
  return said;
};

test.each<readonly [string, readonly InlineQueryResult[], object, string]>([
  ['an article', [article()], {}, 'taken'],
  ['nothing, with a button', [], { button: { text: 'Open', start_parameter: 's-_9' } }, 'taken'],
  ['more than 50', Array.from({ length: 51 }, (_, n) => article({ id: `${n}` })), {}, 'RESULTS_TOO_MUCH'],
  ['an id of 65 bytes', [article({ id: 'і'.repeat(33) })], {}, 'RESULT_ID_INVALID'],
  ['the same id twice', [article(), article()], {}, 'RESULT_ID_DUPLICATE'],
  ['no title', [article({ title: ' ' })], {}, 'ARTICLE_TITLE_EMPTY'],
  ['no text', [article({ input_message_content: { message_text: '' } })], {}, 'text is empty'],
  [
    'bad markup',
    [article({ input_message_content: { message_text: '<b>', parse_mode: 'HTML' } })],
    {},
    "can't parse entities",
  ],
  ['a bad start parameter', [], { button: { text: 'Open', start_parameter: 'a b' } }, 'START_PARAM_INVALID'],
  ['an offset that is too long', [], { next_offset: 'x'.repeat(65) }, 'NEXT_OFFSET_INVALID'],
])('an answer to an inline query with %s', async (_, results, other, says) => {
  expect(await answering(results, { ...other })).toContain(says);
});

test('an inline query is answered once, and within half a minute', async () => {
  const said: string[] = [];
  const { telegram } = await startBot(async ({ inline_query: query }, api) => {
    const answer = () => api.answerInlineQuery(query?.id ?? '', [article()]);
    if (query?.query === 'late') telegram.advance(31_000);
    await answer().catch((error: Error) => said.push(error.message));
    await answer().catch((error: Error) => said.push(error.message));
    return 200;
  });
  const olena = telegram.user({ first_name: 'Olena' });
  expect((await olena.inline('now'))?.results[0]?.message.text).toBe('One');
  expect(said).toEqual([expect.stringContaining('query is too old')]);
  expect(await olena.inline('late')).toBeUndefined();
  expect(said).toHaveLength(3);
});
