import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { onTestFinished } from 'vitest';
import {
  startTelegram,
  type Telegram,
  type TelegramOptions,
} from '../../../../infra/local/telegram/server.ts';

export const token = '5000000001:stand-in';

/** What the bot of a test answers to an update: a status code, with a header or not. */
export type Handler = (update: Update, api: Api, secret: string | undefined) => Answer | Promise<Answer>;
type Answer = number | { status: number; retryAfter: number } | undefined;

/** Telegram, and a small bot behind a webhook that takes down what it got; both end with the test. */
export async function startBot(
  handle: Handler = () => 200,
  options: Partial<TelegramOptions> = {},
): Promise<{ telegram: Telegram; api: Api; updates: Update[]; webhook: string }> {
  const telegram = await startTelegram({ token, secondMs: 5, ...options });
  const api = new Api(token, { apiRoot: telegram.url });
  const updates: Update[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const update = JSON.parse(Buffer.concat(chunks).toString()) as Update;
    updates.push(update);
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    const answer = (await handle(update, api, secret as string | undefined)) ?? 200;
    if (typeof answer === 'number') response.writeHead(answer);
    else response.writeHead(answer.status, { 'retry-after': String(answer.retryAfter) });
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  await api.setWebhook(webhook, { secret_token: 'secret' });
  onTestFinished(async () => {
    await telegram.stop();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  return { telegram, api, updates, webhook };
}
