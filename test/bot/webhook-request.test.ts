import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { UpdateOutcome } from '../../bot/bot.ts';
import { createLog } from '../../bot/runtime/log.ts';
import { createWebhookHandler, maxBodyBytes } from '../../bot/webhook-request.ts';

const secret = 'the-secret-of-the-webhook-0123456789';

const event = (
  body: string | undefined,
  headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret },
) => ({ headers, body, isBase64Encoded: false }) as unknown as APIGatewayProxyEventV2;

const setUp = (taken: UpdateOutcome = { kind: 'taken' }) => {
  const updates: unknown[] = [];
  const lines: string[] = [];
  const handle = createWebhookHandler(
    async update => {
      updates.push(update);
      return taken;
    },
    { secret, log: createLog(line => lines.push(line)) },
  );
  return { handle, updates, lines };
};

describe('the webhook', () => {
  it('takes an update that comes with the secret, whatever the case of the header', async () => {
    const { handle, updates } = setUp();
    expect(await handle(event('{"update_id":7}'))).toEqual({ statusCode: 200 });
    expect(await handle(event('{"update_id":8}', { 'X-Telegram-Bot-Api-Secret-Token': secret }))).toEqual({
      statusCode: 200,
    });
    expect(updates).toEqual([{ update_id: 7 }, { update_id: 8 }]);
  });

  it('takes a body in base64, as a gateway may pass it', async () => {
    const { handle, updates } = setUp();
    const body = Buffer.from(
      '{"update_id":7,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"text":"Київ"}}',
    );
    await handle({ ...event(body.toString('base64')), isBase64Encoded: true });
    expect(updates).toMatchObject([{ message: { text: 'Київ' } }]);
  });

  it.each([
    ['no secret', {}],
    ['a wrong one', { 'x-telegram-bot-api-secret-token': 'guess' }],
    ['one of the same length', { 'x-telegram-bot-api-secret-token': secret.replace('t', 'x') }],
    ['an empty one', { 'x-telegram-bot-api-secret-token': '' }],
  ])('refuses %s with 401 before it looks at the body', async (_, headers) => {
    const { handle, updates } = setUp();
    expect(await handle(event('not json at all', headers))).toEqual({ statusCode: 401 });
    expect(await handle(event('x'.repeat(maxBodyBytes + 1), headers))).toEqual({ statusCode: 401 });
    expect(updates).toEqual([]);
  });

  it('refuses a body above the stated size with 413, counted in bytes', async () => {
    const { handle } = setUp();
    const letters = 'ї'.repeat(maxBodyBytes / 2);
    expect(await handle(event(letters))).toMatchObject({ statusCode: 400 });
    expect(await handle(event(`${letters}ї`))).toEqual({ statusCode: 413 });
  });

  it.each([
    undefined,
    '',
    '{',
    'null',
    '[]',
    '7',
    '{}',
    '{"update_id":"7"}',
    '{"update_id":-1}',
    '{"update_id":7,"message":{"chat":{}}}',
    '{"update_id":7,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"text":{"$gt":""}}}',
    '{"update_id":7,"callback_query":{"id":"1","data":"x"}}',
  ])('refuses what is no JSON or no update with 400: %s', async body => {
    const { handle, updates } = setUp();
    expect(await handle(event(body))).toEqual({ statusCode: 400 });
    expect(updates).toEqual([]);
  });

  it('asks for the update again when the fault passes, and not after a bug', async () => {
    expect(await setUp({ kind: 'later', seconds: 9 }).handle(event('{"update_id":7}'))).toEqual({
      statusCode: 503,
      headers: { 'retry-after': '9' },
    });
    expect(await setUp({ kind: 'failed' }).handle(event('{"update_id":7}'))).toEqual({ statusCode: 200 });
  });

  it('logs refusals without anything that came', async () => {
    const { handle, lines } = setUp();
    await handle(event('{"update_id":"Olena +380501234567"}'));
    await handle(event('Olena', { 'x-telegram-bot-api-secret-token': 'a-guess' }));
    expect(lines.join('\n')).not.toMatch(/Olena|380501234567|a-guess/);
    expect(lines).toHaveLength(2);
  });
});
