import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { people } from '../../../infra/local/demo-people.ts';
import { startTelegram, type Telegram } from '../../../infra/local/telegram/server.ts';
import { type ParameterServer, startParameterServer } from '../../support/aws/ssm.ts';
import { dynamoConfig, openTestStore } from '../../support/database/dynamo.ts';
import { buildEntries } from './synth.ts';

const path = '/svidok/test';
const secret = 'a-secret-for-the-webhook-of-tests';
const environment = { ...process.env };
const context = { awsRequestId: 'request', getRemainingTimeInMillis: () => 20_000 };

let build: Awaited<ReturnType<typeof buildEntries>>;
let parameters: ParameterServer;
let telegram: Telegram;
const lines: string[] = [];

/** The handler of a built entry, as Lambda imports it. */
const handlerOf = async (
  entry: string,
): Promise<(event: object, context: object) => Promise<Record<string, unknown> | undefined>> =>
  (await import(/* @vite-ignore */ pathToFileURL(`${build.folder}/${entry}/index.mjs`).href)).handler;

beforeAll(async () => {
  build = await buildEntries();
  const { tables } = await openTestStore();
  const { endpoint, credentials } = dynamoConfig();
  telegram = await startTelegram({ token: people.token, bot: people.bot, users: people.users });
  parameters = await startParameterServer({
    [`${path}/BOT_TOKEN`]: people.token,
    [`${path}/BOT_INFO`]: JSON.stringify(people.placeholder),
    [`${path}/WEBHOOK_SECRET`]: secret,
    [`${path}/IDENTITY_SECRET`]: 'an-identity-secret-that-only-tests-use',
  });
  Object.assign(process.env, parameters.environment, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    PARAMETERS: path,
    CHATS_TABLE: tables.chats,
    KEYS_TABLE: tables.keys,
    RECORDS_TABLE: tables.records,
    TELEGRAM_API_ROOT: telegram.url,
    OPERATOR: 'the tests',
  });
  vi.spyOn(process.stdout, 'write').mockImplementation(line => lines.push(String(line)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  process.env = environment;
  await telegram.stop();
  await parameters.stop();
  await build.remove();
});

describe('the built functions', () => {
  it('answer an update, read in any language, with all parts that are loaded when asked for', async () => {
    const handler = await handlerOf('webhook');
    const update = (n: number, text: string) =>
      handler(
        {
          headers: { 'x-telegram-bot-api-secret-token': secret },
          requestContext: { requestId: String(n) },
          body: JSON.stringify({
            update_id: n,
            message: {
              message_id: n,
              date: 1,
              chat: { id: 500_100_001, type: 'private', first_name: 'Olena' },
              from: { id: 500_100_001, is_bot: false, first_name: 'Olena', language_code: 'uk' },
              text,
              entities: text.startsWith('/')
                ? [{ type: 'bot_command', offset: 0, length: text.length }]
                : undefined,
            },
          }),
        },
        context,
      );
    expect(await update(1, '/start')).toEqual({ statusCode: 200 });
    expect(await update(2, 'Учора о 14:30 у Харкові, двоє поранених')).toEqual({ statusCode: 200 });
    expect(lines.filter(line => line.includes('"outcome":"taken"'))).toHaveLength(2);
  });

  it('measure the queue when the clock says so, and take records of the stream', async () => {
    const handler = await handlerOf('worker');
    expect(await handler({ 'detail-type': 'Scheduled Event', detail: {} }, context)).toBeUndefined();
    expect(lines.some(line => line.includes('"QueueAge":0,"QueueSize":0'))).toBe(true);
    expect(await handler({ Records: [] }, context)).toEqual({ batchItemFailures: [] });
  });

  it('draw a picture and send it, with the font and the renderer that lie beside the bundle', {
    timeout: 180_000,
  }, async () => {
    const handler = await handlerOf('pictures');
    const reader = telegram.user({ id: 500_100_001, first_name: 'Olena' });
    await reader.send('/start');
    const order = {
      chat: reader.id,
      locale: 'uk',
      kind: 'map',
      question: 'r:summary:all',
      theme: 'dark',
      bot: 'svidok_bot',
    };
    await handler(order, context);
    expect(reader.last().photo?.at(-1)).toMatchObject({ width: 1280 });
    expect(reader.last().caption).toContain('Україна');
  });

  it('register the webhook, and say what is missing when something is', async () => {
    const handler = await handlerOf('registrar');
    const event = { RequestType: 'Create', ResourceProperties: { Url: 'https://example.org/webhook' } };
    expect(await handler(event, context)).toMatchObject({ Data: { Outcome: 'registered' } });
    parameters.values.delete(`${path}/WEBHOOK_SECRET`);
    expect(await handler(event, context)).toMatchObject({ Data: { Outcome: 'failed' } });
    expect(lines.join()).toContain('WEBHOOK_SECRET is missing');
  });

  it('say which fault of Parameter Store it was, although its classes are left out of the bundle', async () => {
    const handler = await handlerOf('registrar');
    parameters.refuseWith('AccessDeniedException');
    const event = { RequestType: 'Update', ResourceProperties: { Url: 'https://example.org/webhook' } };
    expect(await handler(event, context)).toMatchObject({ Data: { Outcome: 'failed' } });
    expect(lines.join()).toContain('"error":"AccessDeniedException"');
  });
});
