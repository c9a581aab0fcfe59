import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { people } from '../../../infra/local/demo-people.ts';
import type { Mapping } from '../../../lib/import/mapping.ts';
import { dynamoConfig, type TestStore } from '../../support/database/dynamo.ts';
import { munitionWords } from './own-count.ts';

/** How the made-up files say what they say. */
const mapping = (dataset: string): Mapping => ({
  dataset,
  row: 'incident',
  id: 'event_id',
  occurred: { date: 'event_date', to: 'date_to', notAfter: 'not_after', precision: 'date_precision' },
  place: {
    lat: 'latitude',
    lon: 'longitude',
    settlement: 'location',
    region: 'admin1',
    precision: { of: 'geo_precision', codes: { '1': 'settlement', '2': 'district', '3': 'region' } },
  },
  phase: 'event_kind',
  munition: { of: 'weapon', codes: munitionWords },
  killed: { min: 'killed_min', max: 'killed_max', of: { children: 'killed_children' } },
  injured: { count: 'injured' },
  source: { kind: { is: dataset === 'Wire' ? 'newsroom' : 'monitor' }, name: 'publisher', link: 'url' },
  attribution: { side: 'claimed_by', status: { is: 'alleged' } },
  account: ['notes'],
});

const admin = String(people.users[1]?.id);

/** The command as infra/README.md tells it, under way: what it says in the end, and with which code; none when it was killed. */
type Running = Readonly<{ kill: () => void; ended: Promise<Readonly<{ out: string; code: number | null }>> }>;

/** Starts it with a made-up file, to write to these tables; `isApproved`: as an admin. */
export const startImport = async (
  { tables }: Pick<TestStore, 'tables'>,
  name: string,
  content: string,
  isApproved = true,
): Promise<Running> => {
  const folder = await mkdtemp(join(tmpdir(), 'svidok-import-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(`${file}.csv`, content);
  await writeFile(`${file}.mapping.json`, JSON.stringify(mapping(name)));
  const { endpoint, region, credentials } = dynamoConfig();
  const switches = isApproved ? ['--write', '--approve'] : ['--write'];
  const child = spawn(process.execPath, ['infra/commands/import.ts', `${file}.csv`, ...switches], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      ...{ AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region },
      ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
      ...{ CHATS_TABLE: tables.chats, KEYS_TABLE: tables.keys, RECORDS_TABLE: tables.records },
      IDENTITY_SECRET: 'an-identity-secret-that-only-tests-use',
      ...{ ADMINS: admin, APPROVE_AS: admin, RELEASES: 'batches' },
    },
  });
  const code = new Promise<number | null>(settle => child.once('exit', settle));
  return {
    kill: () => child.kill('SIGKILL'),
    ended: Promise.all([text(child.stdout), code]).then(([out, ended]) => ({ out, code: ended })),
  };
};
