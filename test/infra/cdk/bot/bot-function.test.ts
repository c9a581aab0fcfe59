import { App, Duration, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { environments } from '../../../../bot/runtime/environment.ts';
import { BotFunction, type Variables } from '../../../../infra/cdk/bot/bot-function.ts';
import { readSettings } from '../../../../infra/cdk/settings.ts';

const settings = readSettings(
  key => ({ stages: { dev: { region: 'eu-central-1', country: 'UA', operator: 'the tests' } } })[key],
);

const make = (variables: Variables<typeof environments.registrar>) =>
  new BotFunction(new Stack(new App(), 'stack'), 'Function', {
    settings,
    entry: 'registrar',
    build: new URL('../../../..', import.meta.url).pathname,
    description: '',
    schema: environments.registrar,
    variables,
    statements: [],
    memoryMb: 256,
    timeout: Duration.seconds(10),
  });

const complete = { COUNTRY: 'UA', TELEGRAM_API_ROOT: 'https://api.telegram.org', METRICS: 'svidok/dev' };

describe('the environment of a function', () => {
  it('does not compile when a variable is missing, or is one that the handler does not read', () => {
    const { METRICS: _, ...incomplete } = complete;
    // @ts-expect-error METRICS is missing.
    const missing: Variables<typeof environments.registrar> = incomplete;
    // @ts-expect-error The registrar has nothing to do with the tables.
    const needless: Variables<typeof environments.registrar> = { ...complete, CHATS_TABLE: 'chats' };
    // @ts-expect-error A secret is no variable.
    const secret: Variables<typeof environments.registrar> = { ...complete, BOT_TOKEN: '1:a' };
    expect([missing, needless, secret]).toHaveLength(3);
  });

  it.each([
    ['COUNTRY', 'Atlantis'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['METRICS', 'with spaces'],
  ])('is refused at synthesis when %s is "%s", which the handler would refuse', (name, value) => {
    expect(() => make({ ...complete, [name]: value })).toThrow(name);
  });
});
