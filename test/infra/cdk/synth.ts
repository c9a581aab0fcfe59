import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { bundle, entries } from '../../../infra/cdk/bundle.ts';
import { readSettings } from '../../../infra/cdk/settings.ts';
import { addSvidok } from '../../../infra/cdk/stacks.ts';

export type Templates = Readonly<{ data: Template; bot: Template; operations: Template }>;
export type Context = Readonly<Record<string, unknown>>;

/** The context of cdk.json: what `npm run synth` sees. */
export const cdkContext = async (): Promise<Context> =>
  JSON.parse(await readFile(new URL('../../../cdk.json', import.meta.url), 'utf8')).context;

/** Builds the Lambda entries into a folder of its own. */
export const buildEntries = async (): Promise<Readonly<{ folder: string; remove: () => Promise<void> }>> => {
  const folder = await mkdtemp(join(tmpdir(), 'svidok-build-'));
  await Promise.all(entries.map(entry => bundle(entry, folder)));
  return { folder, remove: () => rm(folder, { recursive: true }) };
};

/** The templates of a stage. Throws when cdk-nag or, unless CDK_VALIDATION is false, the built-in validation finds anything. */
export const synthesize = (build: string, context: Context): Templates => {
  const app = new App({ context: { ...context } });
  const { data, bot, operations } = addSvidok(
    app,
    readSettings(key => context[key]),
    build,
  );
  app.synth();
  return {
    data: Template.fromStack(data),
    bot: Template.fromStack(bot),
    operations: Template.fromStack(operations),
  };
};
