import { people } from '../../../infra/local/demo-people.ts';
import { startTelegram, type Telegram } from '../../../infra/local/telegram/server.ts';
import { dynamoConfig, openTestStore } from '../database/dynamo.ts';
import { type ParameterServer, startParameterServer } from './ssm.ts';

/** What a Lambda function runs in: its secrets, by their names below `path`, and Telegram. `stop` puts this process back. */
export type FunctionSurroundings = Readonly<{
  path: string;
  parameters: ParameterServer;
  telegram: Telegram;
  stop: () => Promise<void>;
}>;

/** Makes this process one that a Lambda function can be loaded into: with its variables, secrets, tables and Telegram. */
export const surroundFunction = async (
  secrets: Readonly<{ BOT_TOKEN: string; WEBHOOK_SECRET: string }>,
  variables: Readonly<Record<string, string>> = {},
): Promise<FunctionSurroundings> => {
  const before = { ...process.env };
  const path = '/svidok/test';
  const { tables } = await openTestStore();
  const { endpoint, credentials } = dynamoConfig();
  const telegram = await startTelegram({ token: people.token, bot: people.bot, users: people.users });
  const parameters = await startParameterServer({
    [`${path}/BOT_TOKEN`]: secrets.BOT_TOKEN,
    [`${path}/BOT_INFO`]: JSON.stringify(people.placeholder),
    [`${path}/WEBHOOK_SECRET`]: secrets.WEBHOOK_SECRET,
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
    ...variables,
  });
  const stop = async (): Promise<void> => {
    process.env = before;
    await telegram.stop();
    await parameters.stop();
  };
  return { path, parameters, telegram, stop };
};
