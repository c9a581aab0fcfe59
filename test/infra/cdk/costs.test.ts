import { readFile } from 'node:fs/promises';
import type { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../../bot/runtime/log.ts';
import { createWorker } from '../../../bot/worker.ts';
import { people } from '../../../infra/local/demo-people.ts';
import { startTelegram } from '../../../infra/local/telegram/server.ts';
import { findCountry } from '../../../lib/country.ts';
import { dataOf } from '../../support/aws/cloudwatch.ts';
import { openTestStore, testIdentity } from '../../support/database/dynamo.ts';
import { buildEntries, cdkContext, synthesize, type Templates } from './synth.ts';

/** List prices in USD, as infra/README.md assumes them. */
const prices = { key: 1, alarm: 0.1, metric: 0.3, insights: 0.5, reads: 0.125 / 1e6, writes: 0.625 / 1e6 };
const daySeconds = 24 * 60 * 60;

let build: Awaited<ReturnType<typeof buildEntries>>;
let templates: Templates;
let readme = '';

beforeAll(async () => {
  process.env.CDK_VALIDATION = 'false';
  build = await buildEntries();
  templates = synthesize(build.folder, await cdkContext());
  readme = await readFile(new URL('../../../infra/README.md', import.meta.url), 'utf8');
});
afterAll(async () => {
  delete process.env.CDK_VALIDATION;
  await build.remove();
});

const all = (): readonly Template[] => [templates.data, templates.bot, templates.operations];
const count = (type: string): number =>
  all().reduce((sum, template) => sum + Object.keys(template.findResources(type)).length, 0);

/** The cells of the row of a table in "Costs" that begins like this. */
const row = (beginning: string): readonly string[] => {
  const line = readme.split('\n').find(one => one.startsWith(`| ${beginning}`));
  if (line === undefined) throw new Error(`infra/README.md has no row "${beginning}".`);
  return line
    .split('|')
    .map(cell => cell.trim())
    .slice(1, -1);
};

type Throughput = Readonly<{ MaxReadRequestUnits?: number; MaxWriteRequestUnits?: number }>;
type Capped = Readonly<{
  WriteOnDemandThroughputSettings?: Throughput;
  ReadOnDemandThroughputSettings?: Throughput;
  GlobalSecondaryIndexes?: readonly Capped[];
}>;
type Table = Capped & Readonly<{ Replicas: readonly Capped[] }>;
const tables = (): readonly Table[] =>
  Object.values(templates.data.findResources('AWS::DynamoDB::GlobalTable')).map(
    ({ Properties }) => Properties,
  );
const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

it('a month: the key, alarms and insights in the template, and the metrics that the clock writes', async () => {
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const telegram = await startTelegram({ token: people.token });
  const lines: string[] = [];
  const worker = createWorker(
    {
      store: (await openTestStore()).store,
      identity: testIdentity,
      country,
      kept: { rejectedDays: 90, keyRecoveryDays: 7 },
      moderatorsChat: undefined,
      now: () => new Date(),
      log: createLog(line => lines.push(line), { namespace: 'svidok/dev' }),
    },
    { token: people.token, apiRoot: telegram.url, reminderHours: 12, webhookUrl: 'https://example.org' },
  );
  await worker.tick();
  await telegram.stop();
  const metrics = new Set(lines.flatMap(line => dataOf(line, 0)).map(({ name }) => name)).size;
  const insights =
    JSON.stringify(templates.data.toJSON()).split('ContributorInsightsSpecification').length - 1;
  const expected = (quantity: number, price: number) => [
    String(quantity),
    price.toFixed(2),
    (quantity * price).toFixed(2),
  ];
  expect(row('The KMS key').slice(1)).toEqual(expected(count('AWS::KMS::Key'), prices.key));
  expect(row('Alarms,').slice(1)).toEqual(expected(count('AWS::CloudWatch::Alarm'), prices.alarm));
  expect(row('Own metrics').slice(1)).toEqual(expected(metrics, prices.metric));
  expect(row('Contributor insights').slice(1)).toEqual(expected(insights, prices.insights));
});

it('a day at all caps, of tables and indexes', () => {
  const indexes = tables().flatMap(({ GlobalSecondaryIndexes = [] }) => GlobalSecondaryIndexes);
  const replicas = tables().flatMap(({ Replicas }) => Replicas);
  const reads = sum(
    [...replicas, ...replicas.flatMap(({ GlobalSecondaryIndexes = [] }) => GlobalSecondaryIndexes)].map(
      one => one.ReadOnDemandThroughputSettings?.MaxReadRequestUnits,
    ),
  );
  const writes = sum(
    [...tables(), ...indexes].map(one => one.WriteOnDemandThroughputSettings?.MaxWriteRequestUnits),
  );
  const expected = (perSecond: number, price: number) => {
    const units = perSecond * daySeconds;
    return [
      `${Math.round(units / 1e6)} million units`,
      `${price * 1e6} a million`,
      (units * price).toFixed(2),
    ];
  };
  expect(row('Reads of')).toEqual([
    `Reads of ${tables().length} tables and ${indexes.length} indexes`,
    ...expected(reads, prices.reads),
  ]);
  expect(row('Writes of the same').slice(1)).toEqual(expected(writes, prices.writes));
});
