import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { newReportId } from '../../../lib/identity/receipt.ts';
import { dynamoConfig, openTestStore, type TestStore } from '../../support/database/dynamo.ts';
import { report } from '../../support/samples/samples.ts';
import { approval, submission } from '../../support/samples/submission.ts';

const at = '2026-03-14T13:00:00.000Z';

let opened: TestStore;
/** Records from before a withdrawal, beside keys from after it: what a restore leaves. */
beforeAll(async () => {
  opened = await openTestStore();
  const { store } = opened;
  const [kept, withdrawn] = ['a', 'b'].map(reporter => ({ ...report, id: newReportId(), reporter }));
  if (!kept || !withdrawn) throw new Error('No reports');
  for (const one of [kept, withdrawn]) {
    await store.reports.submit(submission(one));
    await store.reports.approve(approval(one, { at }));
  }
  const records = await opened.dump('records');
  await store.reports.withdraw({ id: withdrawn.id, reporter: withdrawn.reporter, at });
  await opened.restore('records', records);
});

/** Runs the command as infra/README.md tells to. What it prints, and how it ends. */
const run = async (args: readonly string[], change: Readonly<Record<string, string>> = {}) => {
  const { endpoint, region, credentials } = dynamoConfig();
  const child = spawn(process.execPath, ['infra/commands/verify.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region },
      ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
      ...{ RECORDS_TABLE: opened.tables.records, KEYS_TABLE: opened.tables.keys },
      IDENTITY_SECRET: 'an-identity-secret-that-only-tests-use',
      ...change,
    },
  });
  const [out, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(settle => child.once('exit', settle)),
  ]);
  return { code, out, errors };
};

describe('npm run verify, after Records were restored to before a withdrawal', () => {
  it('names what differs, without content', async () => {
    const { code, out } = await run([]);
    expect(code).toBe(1);
    expect(out).toMatch(/\d+ differences\.\n$/);
    expect(out).not.toMatch(/вікна|Малокатеринівка/);
  });

  it('takes out again with --erase what was withdrawn since, and then finds nothing', async () => {
    expect(await run(['--erase'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Erased again: 1\.\n.*: no differences\.\n$/),
    });
    expect(await run(['--erase'])).toMatchObject({ code: 0, out: expect.stringContaining('again: 0.') });
  });

  it('says in one line what is missing beside the table', async () => {
    expect(await run([], { KEYS_TABLE: '' })).toEqual({
      code: 2,
      out: '',
      errors: 'RECORDS_TABLE needs KEYS_TABLE and IDENTITY_SECRET beside it.\n',
    });
  });
});
