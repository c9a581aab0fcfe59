import { randomUUID } from 'node:crypto';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { Api } from 'grammy/web';
import { createBot } from '../../../bot/bot.ts';
import { createLog } from '../../../bot/runtime/log.ts';
import { allowedUpdates } from '../../../bot/telegram/allowed-updates.ts';
import { createWebhookHandler } from '../../../bot/webhook-request.ts';
import { createWorker } from '../../../bot/worker.ts';
import { createTables, type LocalDynamo } from '../../../infra/local/dynamodb.ts';
import { startGateway } from '../../../infra/local/lambda.ts';
import { followStream } from '../../../infra/local/stream.ts';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { startTelegram } from '../../../infra/local/telegram/server.ts';
import { findCountry } from '../../../lib/country.ts';
import { createIdentity } from '../../../lib/identity/identity.ts';
import { newReportId } from '../../../lib/identity/receipt.ts';
import type { Answers, Report } from '../../../lib/report/report.ts';
import { createDynamo } from '../../../lib/store/dynamodb/client.ts';
import type { Key } from '../../../lib/store/dynamodb/keys.ts';
import type { TableNames } from '../../../lib/store/dynamodb/tables.ts';
import { openStore } from '../../../lib/store/store.ts';
import { answers, rules } from '../../support/samples/samples.ts';
import { approval } from '../../support/samples/submission.ts';

export type Desk = Awaited<ReturnType<typeof startDesk>>;

const token = '500100000:bench';
const secret = 'a-secret-for-the-webhook-of-measurements';

/**
 * Webhook, worker and a moderators' group on tables of their own and before a Telegram of their own, without limits. The
 * stream is read, but handed to the worker only when it is asked for. Long because it is a list of parts, each of which
 * needs the ones above it.
 */
export const startDesk = async ({ config }: LocalDynamo) => {
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const id = randomUUID();
  const tables: TableNames = { chats: `chats-${id}`, keys: `keys-${id}`, records: `records-${id}` };
  const client = createDynamo(config);
  await createTables(client, tables);
  const identity = createIdentity(['an-identity-secret-that-only-tests-use']);
  const clock = { aheadMs: 0 };
  const now = () => Date.now() + clock.aheadMs;
  const store = openStore({ client, tables, identity, rules, now });
  const telegram = await startTelegram({ token, limits: false, secondMs: 20 });
  const logged: { line: string; at: number }[] = [];
  const moderator = telegram.user({ first_name: 'Marko' });
  const group = await telegram.group({ title: 'Moderators', members: [moderator], bot: 'administrator' });
  const api = new Api(token, { apiRoot: telegram.url });
  const deps = {
    // Where Telegram sets no limits, the desk has no share of them either.
    store: { ...store, rateLimit: { take: async () => true } },
    identity,
    country,
    operator: 'the tests',
    kept: { rejectedDays: 90, keyRecoveryDays: 7 },
    admins: new Set([moderator.id]),
    moderatorsChat: group.id,
    now: () => new Date(now()),
    jobs: { export: async () => {}, picture: async () => {} },
    log: createLog(line => logged.push({ line, at: Date.now() })),
  };
  const access = { token, botInfo: await api.getMe(), apiRoot: telegram.url };
  const gateway = await startGateway(
    createWebhookHandler(createBot(deps, access), { secret, log: deps.log }),
  );
  await api.setWebhook(gateway.url, { secret_token: secret, allowed_updates: allowedUpdates });
  const worker = createWorker(deps, { ...access, reminderHours: 12 });

  const records: DynamoDBRecord[] = [];
  const follower = followStream({
    client,
    config,
    table: tables.records,
    handler: async ({ Records }) => {
      records.push(...Records);
      return { batchItemFailures: [] };
    },
  });
  return {
    store,
    identity,
    telegram,
    group,
    worker,
    /** The lines of the log, with when they were written. */
    logged,
    now,
    wait: (ms: number) => {
      clock.aheadMs += ms;
    },
    /** The records of the stream since the last call, once all of these reports' and incidents' have come. */
    recordsOf: async (ids: readonly string[]): Promise<readonly DynamoDBRecord[]> => {
      const has = (id: string) => records.some(({ dynamodb }) => dynamodb?.NewImage?.id?.S === id);
      while (!ids.every(has)) await new Promise(settle => setTimeout(settle, 50));
      return records.splice(0);
    },
    newPerson: (): Person => telegram.user({ first_name: 'Olena', language_code: 'uk' }),
    /** Stores a report of a person as the interview does, without the interview. */
    submit: async (person: Person, change: Partial<Answers> = {}): Promise<Report> => {
      const report: Report = {
        id: newReportId(),
        version: 1,
        status: 'submitted',
        reporter: identity.reporter(person.id),
        locale: 'uk',
        receivedAt: new Date(now()).toISOString(),
        answers: { ...answers, ...change },
      };
      const chatKey = identity.chatKey(person.id);
      const before = await store.chats.read(chatKey);
      const chat = { recent: [], ...before, version: (before?.version ?? 0) + 1 };
      const contact = { chat: identity.seal(String(person.id)), locale: 'uk' } as const;
      const saved = await store.reports.submit({ chatKey, chat, report, contact });
      if (saved !== 'saved') throw new Error(`The report was not saved: ${saved}`);
      return report;
    },
    /** Approves a report into an incident of its own. Its id. */
    approve: async (report: Report): Promise<string> => {
      const approving = approval(report, { at: new Date(now()).toISOString() });
      const { kind } = await store.reports.approve(approving);
      if (kind !== 'done') throw new Error(`Not approved: ${kind}`);
      return approving.into.incident;
    },
    /** Makes an item one that cannot be read: of a later release, or with a field that holds something else. */
    spoil: ({ pk, sk }: Key, table: keyof TableNames, how: 'later' | 'damaged') =>
      client.send(
        new UpdateItemCommand({
          TableName: tables[table],
          Key: { pk: { S: pk }, sk: { S: sk } },
          UpdateExpression: 'SET #field = :value',
          ExpressionAttributeNames: { '#field': how === 'later' ? 'shape' : 'version' },
          ExpressionAttributeValues: { ':value': { S: how === 'later' ? 'anything.999' : 'none' } },
        }),
      ),
    stop: async () => {
      await follower.stop();
      await telegram.stop();
      await gateway.stop();
      client.destroy();
    },
  };
};
