/**
 * `npm run bench:cold`: how long the webhook takes to start and to answer its first update, beside an empty function and
 * beside its libraries alone, all bundled alike and run by Lambda's own runtime client. `STARTS=30` for more of each.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFile } from '../../infra/cdk/bundle.ts';
import { people } from '../../infra/local/demo-people.ts';
import { createTables, localTables, startDynamo } from '../../infra/local/dynamodb.ts';
import { startTelegram } from '../../infra/local/telegram/server.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { startParameterServer } from '../support/aws/ssm.ts';
import { findRuntimeClient, type Start, startOnce } from './cold/runtime.ts';

const starts = Math.max(15, Number(process.env.STARTS) || 21);
const path = '/svidok/bench';
const secret = 'a-secret-for-the-webhook-of-measurements';

const budget = 1.1;

const variants = [
  { name: 'an empty function', file: 'test/bench/cold/empty.ts' },
  { name: 'the libraries alone', file: 'test/bench/cold/libraries.ts' },
  { name: 'the webhook', file: 'bot/webhook.ts' },
] as const;

const [user] = people.users;
const event = {
  headers: { 'x-telegram-bot-api-secret-token': secret },
  requestContext: { requestId: 'cold-start' },
  body: JSON.stringify({
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: user?.id, type: 'private', first_name: 'Olena' },
      from: { id: user?.id, is_bot: false, first_name: 'Olena', language_code: 'en' },
      text: '/start',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    },
  }),
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(9);

const measure = async (client: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'svidok-cold-'));
  const dynamo = await startDynamo();
  const telegram = await startTelegram({
    token: people.token,
    bot: people.bot,
    users: people.users,
    limits: false,
  });
  const parameters = await startParameterServer({
    [`${path}/BOT_TOKEN`]: people.token,
    [`${path}/BOT_INFO`]: JSON.stringify(people.placeholder),
    [`${path}/WEBHOOK_SECRET`]: secret,
    [`${path}/IDENTITY_SECRET`]: 'an-identity-secret-that-only-measurements-use',
  });
  try {
    await createTables(createDynamo(dynamo.config));
    // Nobody takes this update; a bot may write only to whoever wrote to it.
    void telegram.user({ ...user, first_name: 'Olena' }).start();
    const environment = {
      PATH: process.env.PATH ?? '',
      ...parameters.environment,
      ...dynamo.environment,
      PARAMETERS: path,
      CHATS_TABLE: localTables.chats,
      KEYS_TABLE: localTables.keys,
      RECORDS_TABLE: localTables.records,
      TELEGRAM_API_ROOT: telegram.url,
      OPERATOR: 'measurements',
    };
    const built = await Promise.all(
      variants.map(async ({ name, file }, n) => ({
        name,
        folder: join(folder, String(n)),
        ...(await bundleFile(file, join(folder, String(n)))),
        starts: [] as Start[],
      })),
    );
    // In turn, so that whatever else this machine does falls on all alike; the first round warms the disk.
    for (let round = 0; round <= starts; round += 1)
      for (const variant of built) {
        const start = await startOnce(client, variant.folder, event, environment);
        if (!start.answer.includes('200')) throw new Error(`${variant.name} answered ${start.answer}`);
        if (round > 0) variant.starts.push(start);
      }
    console.log(`Medians of ${starts} starts each, Node ${process.versions.node}:\n`);
    console.log(
      `${''.padEnd(22)}${'bundle'.padStart(9)}${'init'.padStart(9)}${'first'.padStart(9)}${'both'.padStart(9)}${'processor'.padStart(11)}`,
    );
    const totals = built.map(({ name, startBytes, starts: all }) => {
      const processor = median(all.map(({ processorMs }) => processorMs));
      const both = median(all.map(({ initMs, invokeMs }) => initMs + invokeMs));
      console.log(
        name.padEnd(22) +
          `${(startBytes / 1000).toFixed(0)} KB`.padStart(9) +
          ms(median(all.map(({ initMs }) => initMs))) +
          ms(median(all.map(({ invokeMs }) => invokeMs))) +
          ms(both) +
          ms(processor).padStart(11),
      );
      return processor;
    });
    const [, libraries = 1, webhook = 0] = totals;
    console.log(
      `\nThe webhook takes ${(webhook / libraries).toFixed(2)} × the processor time of its libraries alone (budget: ${budget} ×).`,
    );
  } finally {
    await telegram.stop();
    await parameters.stop();
    await dynamo.stop();
    await rm(folder, { recursive: true });
  }
};

const client = findRuntimeClient();
if (client === undefined) process.exitCode = 1;
else await measure(client);
