import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Bundle, bundle, maxWebhookBytes } from '../../../infra/cdk/bundle.ts';
import { people } from '../../../infra/local/demo-people.ts';
import { startTelegram } from '../../../infra/local/telegram/server.ts';
import { dynamoConfig, openTestStore } from '../../support/database/dynamo.ts';

let folder = '';
let webhook: Bundle;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svidok-build-'));
  webhook = await bundle('webhook', folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the bundle of the webhook', () => {
  it('starts with no more than its budget', () => {
    expect(webhook.startBytes).toBeLessThanOrEqual(maxWebhookBytes);
  });

  it('leaves the gazetteer, the languages and the readers of words until they are asked for', () => {
    expect(webhook.lazyBytes).toBeGreaterThan(400_000);
    expect(webhook.parts.map(([name]) => name)).not.toContain('bot/locales/uk');
  });

  it('carries one grammY, and not the one for Node with its second HTTP client', () => {
    expect(webhook.parts.map(([name]) => name)).not.toContain('node-fetch');
  });

  it('answers API Gateway events, on Node alone', { timeout: 180_000 }, async () => {
    const { tables } = await openTestStore();
    const telegram = await startTelegram({ token: people.token, users: people.users, limits: false });
    onTestFinished(() => telegram.stop());
    const olena = telegram.user({ id: people.users[0]?.id ?? 0, first_name: 'Olena', language_code: 'uk' });
    await olena.send('hello');
    const { endpoint, region, credentials } = dynamoConfig();
    const secret = 'the-secret-of-the-bundle-test';
    const message = {
      message_id: 1,
      date: 1_760_000_000,
      chat: { id: olena.id, type: 'private', first_name: 'Olena' },
      from: { ...olena.user, language_code: 'uk' },
      text: '/start',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    };
    const events = [
      [{}, '{"update_id":1}'],
      [{ 'x-telegram-bot-api-secret-token': secret }, '{'],
      [{ 'x-telegram-bot-api-secret-token': secret }, JSON.stringify({ update_id: 2, message })],
    ].map(([headers, body]) => ({
      version: '2.0',
      headers,
      body,
      isBase64Encoded: false,
      requestContext: { requestId: 'r' },
    }));
    const script = `const { handler } = await import(${JSON.stringify(join(folder, 'webhook', 'index.mjs'))});
      const answers = [];
      for (const event of ${JSON.stringify(events)}) answers.push((await handler(event)).statusCode);
      process.stdout.write('answers ' + answers.join(' '));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: tmpdir(),
      env: {
        PATH: process.env.PATH,
        AWS_ENDPOINT_URL_DYNAMODB: endpoint,
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        CHATS_TABLE: tables.chats,
        KEYS_TABLE: tables.keys,
        RECORDS_TABLE: tables.records,
        BOT_TOKEN: people.token,
        BOT_INFO: JSON.stringify(people.placeholder),
        WEBHOOK_SECRET: secret,
        IDENTITY_SECRET: 'an-identity-secret-that-only-tests-use',
        OPERATOR: 'The tests of the bundle',
        TELEGRAM_API_ROOT: telegram.url,
      },
    });
    expect(stdout).toContain('answers 401 400 200');
    expect(olena.last().text).toContain('The tests of the bundle');
  });
});
