import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { people } from '../../infra/local/demo-people.ts';
import { type FunctionSurroundings, surroundFunction } from '../support/aws/function.ts';

/** How long a function waits at least before it reads its secrets again. */
const pauseMs = 61_000;
const oldSecret = 'the-secret-of-last-year';
const newSecret = 'the-secret-of-this-year';

let surroundings: FunctionSurroundings;
let handler: typeof import('../../bot/webhook.ts')['handler'];

const send = (secret: string, updateId: number) =>
  handler({
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({
      update_id: updateId,
      message: {
        message_id: updateId,
        date: 1,
        chat: { id: 500_100_001, type: 'private', first_name: 'Olena' },
        from: { id: 500_100_001, is_bot: false, first_name: 'Olena', language_code: 'en' },
        text: '/start',
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      },
    }),
    requestContext: { requestId: `request-${updateId}` },
  } as unknown as APIGatewayProxyEventV2);

const later = (): void => {
  vi.setSystemTime(Date.now() + pauseMs);
};

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  surroundings = await surroundFunction(
    { BOT_TOKEN: '1234567890:a-token-that-was-revoked', WEBHOOK_SECRET: oldSecret },
    { COUNTRY: 'UA', METRICS: 'svidok/test' },
  );
  vi.useFakeTimers({ toFake: ['Date'] });
  ({ handler } = await import('../../bot/webhook.ts'));
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await surroundings.stop();
});

describe('the webhook as Lambda runs it', () => {
  it('reads its secrets once, when it starts, and only what it needs', () => {
    expect(surroundings.parameters.calls).toEqual([
      ['BOT_TOKEN', 'BOT_INFO', 'WEBHOOK_SECRET', 'IDENTITY_SECRET', 'MODERATORS_CHAT', 'ADMINS'].map(
        name => `${surroundings.path}/${name}`,
      ),
    ]);
  });

  it('puts an update off when Telegram refuses the token, and takes it once there is a new one', async () => {
    expect(await send(oldSecret, 1)).toMatchObject({ statusCode: 503 });
    expect(surroundings.parameters.calls).toHaveLength(1);
    surroundings.parameters.values.set(`${surroundings.path}/BOT_TOKEN`, people.token);
    later();
    expect(await send(oldSecret, 1)).toMatchObject({ statusCode: 200 });
    expect(surroundings.parameters.calls).toHaveLength(2);
    // This Telegram lets every message be edited: the page is shown where an earlier delivery would have put it.
    expect(surroundings.telegram.calls.at(-1)?.method).toMatch(/^(sendMessage|editMessageText)$/);
  });

  it('knows a new webhook secret as soon as Telegram does, and the old one no more', async () => {
    surroundings.parameters.values.set(`${surroundings.path}/WEBHOOK_SECRET`, newSecret);
    expect(await send(newSecret, 2)).toMatchObject({ statusCode: 401 });
    later();
    expect(await send(newSecret, 2)).toMatchObject({ statusCode: 200 });
    expect(await send(oldSecret, 3)).toMatchObject({ statusCode: 401 });
  });

  it('does not read its secrets again for everybody who knows none', async () => {
    const before = surroundings.parameters.calls.length;
    later();
    for (let n = 0; n < 20; n += 1)
      expect(await send('guess-after-guess', 4)).toMatchObject({ statusCode: 401 });
    expect(surroundings.parameters.calls).toHaveLength(before + 1);
  });

  it('goes on with what it has when the secrets cannot be read', async () => {
    later();
    await surroundings.parameters.stop();
    expect(await send('guess-after-guess', 5)).toMatchObject({ statusCode: 401 });
    expect(await send(newSecret, 6)).toMatchObject({ statusCode: 200 });
  });

  it('logs each update with the id of its request and what became of it, and counts it', async () => {
    const lines: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation(line => lines.push(String(line)) > 0);
    await send(newSecret, 7);
    spy.mockRestore();
    const line = lines.map(text => JSON.parse(text)).find(({ event }) => event === 'update');
    expect(line).toMatchObject({ requestId: 'request-7', kind: 'message', outcome: 'taken', Updates: 1 });
    expect(line._aws.CloudWatchMetrics).toEqual([
      {
        Namespace: 'svidok/test',
        Dimensions: [['kind'], ['outcome']],
        Metrics: [{ Name: 'Updates', Unit: 'Count' }],
      },
      {
        Namespace: 'svidok/test',
        Dimensions: [[]],
        Metrics: [{ Name: 'UpdateTime', Unit: 'Milliseconds' }],
      },
    ]);
  });
});
