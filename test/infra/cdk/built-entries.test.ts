import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { people } from '../../../infra/local/demo-people.ts';
import { type FunctionSurroundings, surroundFunction } from '../../support/aws/function.ts';
import { buildEntries } from './synth.ts';

const secret = 'a-secret-for-the-webhook-of-tests';
const context = { awsRequestId: 'request', getRemainingTimeInMillis: () => 20_000 };

let build: Awaited<ReturnType<typeof buildEntries>>;
let surroundings: FunctionSurroundings;
const lines: string[] = [];

/** The handler of a built entry, as Lambda imports it. */
const handlerOf = async (
  entry: string,
): Promise<(event: object, context: object) => Promise<Record<string, unknown> | undefined>> =>
  (await import(/* @vite-ignore */ pathToFileURL(`${build.folder}/${entry}/index.mjs`).href)).handler;

beforeAll(async () => {
  build = await buildEntries();
  surroundings = await surroundFunction({ BOT_TOKEN: people.token, WEBHOOK_SECRET: secret });
  vi.spyOn(process.stdout, 'write').mockImplementation(line => lines.push(String(line)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await surroundings.stop();
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
    const reader = surroundings.telegram.user({ id: 500_100_001, first_name: 'Olena' });
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
    surroundings.parameters.values.delete(`${surroundings.path}/WEBHOOK_SECRET`);
    expect(await handler(event, context)).toMatchObject({ Data: { Outcome: 'failed' } });
    expect(lines.join()).toContain('WEBHOOK_SECRET is missing');
  });

  it('say which fault of Parameter Store it was, although its classes are left out of the bundle', async () => {
    const handler = await handlerOf('registrar');
    surroundings.parameters.refuseWith('AccessDeniedException');
    const event = { RequestType: 'Update', ResourceProperties: { Url: 'https://example.org/webhook' } };
    expect(await handler(event, context)).toMatchObject({ Data: { Outcome: 'failed' } });
    expect(lines.join()).toContain('"error":"AccessDeniedException"');
  });
});
