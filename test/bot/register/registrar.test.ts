import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../bot/registrar.ts';
import { people } from '../../../infra/local/demo-people.ts';
import { startTelegram, type Telegram } from '../../../infra/local/telegram/server.ts';
import { type ParameterServer, startParameterServer } from '../../support/aws/ssm.ts';

const path = '/svidok/test';
const url = 'https://example.execute-api.eu-central-1.amazonaws.com/webhook';
const environment = { ...process.env };
/** The handler keeps 10 s of its time for its answer. */
const reserveMs = 10_000;

let parameters: ParameterServer;
let telegram: Telegram;

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  telegram = await startTelegram({ token: people.token, bot: people.bot });
  parameters = await startParameterServer({
    [`${path}/BOT_TOKEN`]: people.token,
    [`${path}/WEBHOOK_SECRET`]: 'the-secret-of-the-webhook',
    [`${path}/MODERATORS_CHAT`]: '-1001500100009',
  });
  Object.assign(process.env, parameters.environment, { PARAMETERS: path, TELEGRAM_API_ROOT: telegram.url });
});
afterAll(async () => {
  vi.restoreAllMocks();
  process.env = environment;
  await telegram.stop();
  await parameters.stop();
});

const during = (RequestType: 'Create' | 'Update' | 'Delete', secondsForTelegram: number) =>
  handler(
    { RequestType, ResourceProperties: { ServiceToken: '', Url: url } },
    { awsRequestId: 'request', getRemainingTimeInMillis: () => reserveMs + secondsForTelegram * 1000 },
  );
const answer = (Outcome: string) => ({ PhysicalResourceId: 'webhook', Data: { Outcome } });
const methods = () => new Set(telegram.calls.map(({ method }) => method));

describe('a deployment', () => {
  it('registers the webhook with its secret, and sets names, descriptions and menus in every language', async () => {
    expect(await during('Create', 20)).toEqual(answer('registered'));
    const webhook = telegram.calls.find(({ method }) => method === 'setWebhook');
    expect(webhook).toMatchObject({
      parameters: expect.objectContaining({ url, secret_token: 'the-secret-of-the-webhook' }),
    });
    expect(methods()).toEqual(
      new Set(['setWebhook', 'setMyName', 'setMyDescription', 'setMyShortDescription', 'setMyCommands']),
    );
    const menus = telegram.calls.filter(({ method }) => method === 'setMyCommands');
    // For those who read none of the three languages, and for each of them; in private, and in the moderators' chat.
    expect(menus).toHaveLength(8);
  });

  it('is the same a second time', async () => {
    expect(await during('Update', 20)).toEqual(answer('registered'));
  });

  it('waits out a short trouble of Telegram', async () => {
    telegram.faults.next('setWebhook', { kind: 'error', code: 502 });
    telegram.faults.next('setWebhook', { kind: 'error', code: 429, retryAfter: 1 });
    expect(await during('Update', 20)).toEqual(answer('registered'));
  });

  it('succeeds although Telegram refuses, and says why', async () => {
    telegram.faults.next('setWebhook', { kind: 'error', code: 401, description: 'Unauthorized' });
    expect(await during('Update', 20)).toEqual(answer('refused: 401: Unauthorized'));
  });

  it('succeeds although Telegram is too slow', async () => {
    telegram.faults.next('setWebhook', { kind: 'slow', ms: 5000 }, 3);
    expect(await during('Update', 2)).toEqual(answer('unreachable'));
    telegram.faults.clear();
  });

  it('succeeds although Telegram asks to wait for longer than a deployment can', async () => {
    telegram.faults.next('setWebhook', { kind: 'error', code: 429, retryAfter: 3600 });
    expect(await during('Update', 5)).toEqual(answer('unreachable'));
  });

  it('succeeds although Telegram is down', async () => {
    telegram.faults.outage(60_000);
    expect(await during('Create', 3)).toEqual(answer('unreachable'));
    expect(await during('Delete', 2)).toEqual(answer('unreachable'));
    telegram.faults.clear();
  });

  it('registers although the names are refused, without which the bot works', async () => {
    telegram.faults.next('setMyName', { kind: 'error', code: 429, retryAfter: 3600 });
    expect(await during('Update', 10)).toEqual(answer('registered'));
  });

  it('succeeds although its secrets are missing', async () => {
    const token = parameters.values.get(`${path}/BOT_TOKEN`) ?? '';
    parameters.values.delete(`${path}/BOT_TOKEN`);
    expect(await during('Update', 10)).toEqual(answer('failed'));
    parameters.values.set(`${path}/BOT_TOKEN`, token);
  });

  it('takes the webhook away when the bot is removed', async () => {
    telegram.calls.length = 0;
    expect(await during('Delete', 10)).toEqual(answer('registered'));
    expect(methods()).toEqual(new Set(['deleteWebhook']));
  });
});
