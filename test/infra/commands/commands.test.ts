import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParameterName } from '../../../bot/runtime/environment.ts';
import type { Settings } from '../../../infra/cdk/settings.ts';
import { openParameterStore, type ParameterStore } from '../../../infra/commands/account/parameter-store.ts';
import { openSecrets, sealSecrets } from '../../../infra/commands/account/secrets-file.ts';
import { readCommand } from '../../../infra/commands/command.ts';
import { deploy } from '../../../infra/commands/deploy.ts';
import { registerByHand } from '../../../infra/commands/register.ts';
import { importSecrets, putSecrets } from '../../../infra/commands/secrets.ts';
import { smoke } from '../../../infra/commands/smoke.ts';
import { people } from '../../../infra/local/demo-people.ts';
import { startTelegram, type Telegram } from '../../../infra/local/telegram/server.ts';
import { type ParameterServer, startParameterServer } from '../../support/aws/ssm.ts';
import { startProduct, webhookSecret } from '../../support/product/product.ts';

const path = '/svidok/dev';
const environment = { ...process.env };
const token = `123456789:${randomBytes(24).toString('base64url')}`;

let server: ParameterServer;
let telegram: Telegram;
let settings: Settings;
let store: ParameterStore;
/** A table that holds data, if any does. */
let tableWithData: string | undefined;

beforeEach(async () => {
  tableWithData = undefined;
  telegram = await startTelegram({ token, bot: people.bot });
  server = await startParameterServer();
  Object.assign(process.env, server.environment);
  ({ settings } = await readCommand([]));
  settings = { ...settings, telegramApiRoot: telegram.url };
  store = openParameterStore(settings);
});
afterEach(async () => {
  process.env = environment;
  await telegram.stop();
  await server.stop();
});

/** Somebody who types these, in order. */
const typing = (...typed: readonly string[]) => {
  const rest = [...typed];
  return async () => rest.shift() ?? '';
};
const put = (names: readonly ParameterName[], ...typed: readonly string[]) =>
  putSecrets(names, {
    store,
    findData: async () => tableWithData,
    ask: typing(...typed),
    apiRoot: settings.telegramApiRoot,
  });
const kept = (name: string) => server.values.get(`${path}/${name}`);

describe('npm run secrets', () => {
  it('asks for the token and makes the rest, and asks Telegram who the bot is', async () => {
    expect(await put([], token, '', '77')).toEqual([
      'BOT_TOKEN',
      'WEBHOOK_SECRET',
      'IDENTITY_SECRET',
      'ADMINS',
      'BOT_INFO',
    ]);
    expect(kept('ADMINS')).toBe('77');
    expect(kept('BOT_TOKEN')).toBe(token);
    expect(JSON.parse(kept('BOT_INFO') ?? '')).toMatchObject({ username: 'svidok_bot', is_bot: true });
    expect(kept('WEBHOOK_SECRET')).toMatch(/^[\w-]{43}$/);
  });

  it('leaves what is there as it is', async () => {
    await put([], token, '', '');
    const before = new Map(server.values);
    expect(await put([], '', '')).toEqual([]);
    expect(server.values).toEqual(before);
  });

  it('puts a new identity secret before the older ones, which are still needed', async () => {
    await put([], token, '', '');
    const [first = ''] = kept('IDENTITY_SECRET')?.split(',') ?? [];
    await put(['IDENTITY_SECRET']);
    expect(kept('IDENTITY_SECRET')?.split(',')).toEqual([expect.stringMatching(/^[\w-]{43}$/), first]);
  });

  it.each([
    ['that is none', 'not a token', /cannot be BOT_TOKEN/],
    ['that Telegram does not know', '987654321:another-bot-altogether', /Telegram refuses this token/],
  ])('stores nothing of a token %s', async (_, typed, said) => {
    await expect(put([], typed, '', '')).rejects.toThrow(said);
    expect(server.values.size).toBe(0);
  });

  it('stores nothing when Telegram is down, and says so', async () => {
    telegram.faults.outage(60_000);
    await expect(put([], token, '', '')).rejects.toThrow(/out of reach/);
    expect(server.values.size).toBe(0);
  });
});

describe('the identity secret', () => {
  it.each([
    ['asked for with all that is missing', []],
    ['asked for by name', ['IDENTITY_SECRET'] as const],
  ])('is never made anew while tables hold what only the lost one opens: %s', async (_, names) => {
    tableWithData = 'svidok-dev-keys';
    await expect(put(names, token, '', '')).rejects.toThrow(/svidok-dev-keys holds data.*--import <file>/);
    expect(server.values.size).toBe(0);
  });

  it('is rotated as ever while it is there', async () => {
    await put([], token, '', '');
    tableWithData = 'svidok-dev-keys';
    expect(await put(['IDENTITY_SECRET'])).toEqual(['IDENTITY_SECRET']);
  });

  it('is put back from the file that was kept offline, with all else that is missing, into any region', async () => {
    await put([], token, '-1001234567890', '77');
    const before = new Map(server.values);
    const file = sealSecrets(await store.read(), 'twelve characters or more');
    server.values.clear();
    tableWithData = 'svidok-dev-keys';
    const secrets = openSecrets(file, 'twelve characters or more');
    expect((await importSecrets(secrets, { store })).length).toBe(6);
    expect(server.values).toEqual(before);
    expect(await importSecrets(secrets, { store })).toEqual([]);
  });

  it('is not put beside another one, under which a stage was begun', async () => {
    await put([], token, '', '');
    const file = sealSecrets(await store.read(), 'twelve characters or more');
    server.values.clear();
    await put([], token, '', '');
    const before = new Map(server.values);
    await expect(importSecrets(openSecrets(file, 'twelve characters or more'), { store })).rejects.toThrow(
      /another identity secret/,
    );
    expect(server.values).toEqual(before);
  });

  it('cannot be read from the file without the passphrase, and a changed file is refused', async () => {
    await put([], token, '', '');
    const file = sealSecrets(await store.read(), 'twelve characters or more');
    for (const secret of server.values.values()) expect(file).not.toContain(secret);
    expect(() => openSecrets(file, 'twelve characters or less')).toThrow(/passphrase/);
    const { sealed, ...rest } = JSON.parse(file);
    const changed = JSON.stringify({ ...rest, sealed: `${sealed.slice(0, -2)}AA` });
    expect(() => openSecrets(changed, 'twelve characters or more')).toThrow(/passphrase/);
    for (const other of ['', '{}', '[1]', 'null'])
      expect(() => openSecrets(other, 'twelve characters or more')).toThrow(/no file of/);
    expect(() => sealSecrets({}, 'short')).toThrow(/12 characters/);
  });
});

describe('npm run deploy', () => {
  const printed: string[] = [];
  const deployed = async (
    outcome: string,
    {
      notify = ['a@example.org'],
      confirmed = notify,
    }: Readonly<{ notify?: string[]; confirmed?: string[] }> = {},
  ) => {
    printed.length = 0;
    const contexts: (readonly string[])[] = [];
    const done = await deploy(
      { ...settings, notify },
      {
        store,
        watchers: {
          subscribers: async topic =>
            notify.map(address => ({
              address,
              isConfirmed: topic === 'the topic' && confirmed.includes(address),
            })),
        },
        run: async context => {
          contexts.push(context);
          return {
            'svidok-dev-bot': { Telegram: outcome },
            'svidok-dev-operations': { Topic: 'the topic' },
          };
        },
        print: line => printed.push(line),
      },
    );
    return { done, context: contexts[0] };
  };

  it('begins nothing without the secrets, and names the command that puts them in place', async () => {
    await expect(deployed('registered')).rejects.toThrow(/BOT_TOKEN.*npm run secrets/);
  });

  it('prints where the bot is', async () => {
    await put([], token, '', '');
    expect(await deployed('registered')).toMatchObject({ done: true });
    expect(printed).toEqual(['The bot: https://t.me/svidok_bot']);
  });

  it.each([
    ['no address is configured', [], [], /^Nobody is told .*"notify"/],
    ['nobody has confirmed', ['a@example.org'], [], /^Nobody is told yet[\s\S]*a@example\.org must follow/],
    [
      'somebody has not',
      ['a@example.org', 'b@example.org'],
      ['a@example.org'],
      /^b@example\.org must follow/,
    ],
  ] as const)('says who is not told of alarms when %s', async (_, notify, confirmed, said) => {
    await put([], token, '', '');
    const result = await deployed('registered', { notify: [...notify], confirmed: [...confirmed] });
    expect(result.done).toBe(true);
    expect(printed.slice(1).join('\n')).toMatch(said);
  });

  it('starts the functions anew after a parameter has changed, and only then', async () => {
    await put([], token, '', '');
    const { context: first } = await deployed('registered');
    expect((await deployed('registered')).context).toEqual(first);
    await put(['WEBHOOK_SECRET']);
    expect((await deployed('registered')).context).not.toEqual(first);
  });

  it.each([
    ['unreachable', /out of reach.*npm run register/],
    ['refused: 401: Unauthorized', /401: Unauthorized.*npm run secrets -- BOT_TOKEN/],
    ['failed', /npm run register/],
  ])('says what is left to do when the registration was %s', async (outcome, said) => {
    await put([], token, '', '');
    expect(await deployed(outcome)).toMatchObject({ done: false });
    expect(printed.join('\n')).toMatch(/https:\/\/t\.me\/svidok_bot/);
    expect(printed.join('\n')).toMatch(said);
  });
});

describe('npm run register', () => {
  const url = 'https://example.execute-api.eu-central-1.amazonaws.com/webhook';
  const registered = (seconds = 20) => registerByHand(settings, store, Date.now() + seconds * 1000);

  it('says that nothing is deployed yet', async () => {
    await put([], token, '', '');
    await expect(registered()).rejects.toThrow(/not deployed/);
  });

  it('registers, and says how it is', async () => {
    await put([], token, '', '');
    server.values.set(`${path}/WEBHOOK_URL`, url);
    const { done, lines } = await registered();
    expect(done).toBe(true);
    expect(lines).toEqual([`Registered: ${url}`, 'Updates waiting to be delivered: 0']);
    expect(telegram.calls.find(({ method }) => method === 'setWebhook')).toMatchObject({
      parameters: expect.objectContaining({ url, secret_token: kept('WEBHOOK_SECRET') }),
    });
  });

  it('says what to do when Telegram refuses, is slow, or is down, and shows no secret', async () => {
    await put([], token, '', '');
    server.values.set(`${path}/WEBHOOK_URL`, url);
    telegram.faults.next('setWebhook', { kind: 'error', code: 401, description: 'Unauthorized' });
    const refused = await registered();
    telegram.faults.next('setWebhook', { kind: 'slow', ms: 4000 });
    const slow = await registered(1);
    telegram.faults.outage(60_000);
    const down = await registered(2);
    expect([refused.done, slow.done, down.done]).toEqual([false, false, false]);
    expect(refused.lines.join()).toMatch(/npm run secrets -- BOT_TOKEN/);
    for (const { lines } of [slow, down]) expect(lines.join()).toMatch(/out of reach/);
    for (const { lines } of [refused, slow, down]) {
      expect(lines.join()).not.toContain(token);
      expect(lines.join()).not.toContain(kept('WEBHOOK_SECRET'));
    }
  });
});

describe('npm run smoke', () => {
  const startBot = async () => {
    const product = await startProduct();
    await put([], token, '', '');
    server.values.set(`${path}/WEBHOOK_URL`, product.webhook);
    server.values.set(`${path}/WEBHOOK_SECRET`, webhookSecret);
    server.values.set(`${path}/BOT_TOKEN`, people.token);
    return product;
  };
  const checked = async (apiRoot: string, alarms: readonly string[] = []) => {
    const checks = await smoke(
      { ...settings, telegramApiRoot: apiRoot },
      { store, firing: async () => alarms, withinMs: 20 },
    );
    return checks.filter(({ isRight }) => !isRight).map(({ what }) => what);
  };

  it('finds nothing wrong where all is well, tells nobody anything and leaves nothing behind', async () => {
    const { telegram: real, dump, log } = await startBot();
    const before = real.calls.length;
    expect(await checked(real.url)).toEqual([]);
    expect(real.calls.slice(before).map(({ method }) => method)).toEqual(['getWebhookInfo']);
    expect(await dump('chats')).toEqual([]);
    expect(log.join()).toContain('"kind":"my_chat_member","outcome":"taken"');
  });

  it('names what is wrong: the registration, the answer, an alarm that stays on', async () => {
    const { telegram: real } = await startBot();
    expect(await checked(real.url, ['svidok-dev-problems'])).toEqual(['All alarms are quiet']);
    server.values.set(`${path}/WEBHOOK_SECRET`, 'another-secret-than-the-webhook-has');
    expect(await checked(real.url)).toEqual(['The webhook answers an update']);
    server.values.set(`${path}/WEBHOOK_URL`, 'http://127.0.0.1:9/webhook');
    expect(await checked(real.url)).toHaveLength(3);
  });

  it('says that nothing is deployed', async () => {
    await expect(checked('http://127.0.0.1:9')).rejects.toThrow(/not deployed/);
  });
});
