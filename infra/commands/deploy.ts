/** `npm run deploy`: the stacks of a stage, then the address of the bot. */
import { mkdir, readFile } from 'node:fs/promises';
import { buildFolder } from '../build.ts';
import type { Settings } from '../settings.ts';
import { readCommand, runCommand, UsageError } from './command.ts';
import { neededParameters, openParameterStore, type ParameterStore } from './parameter-store.ts';
import { adviceFor } from './register.ts';
import { cdk } from './run-cdk.ts';

/**
 * Deploys with the parameters as they are now: a changed one starts the functions anew. Says where the bot is, or what is
 * left to do when Telegram could not be told; returns whether nothing is.
 */
export const deploy = async (
  settings: Settings,
  {
    store,
    run,
    say,
  }: Readonly<{
    store: ParameterStore;
    /** Deploys with this context, and returns the outputs by stack and name. */
    run: (context: readonly string[]) => Promise<Readonly<Record<string, Readonly<Record<string, string>>>>>;
    say: (line: string) => void;
  }>,
): Promise<boolean> => {
  const { names, text } = await store.versions();
  const missing = neededParameters.filter(name => !names.has(name));
  if (missing.length > 0)
    throw new UsageError(
      `Not in place yet for ${settings.stage}: ${missing.join(', ')}. Run: npm run secrets`,
    );
  const outputs = await run(['-c', `parametersVersion=${text}`]);
  const outcome = outputs[`svidok-${settings.stage}-bot`]?.Telegram ?? 'failed';
  say(`The bot: ${await addressOf(store)}`);
  if (outcome === 'registered') return true;
  const [kind = '', why = ''] = outcome.split(/: (.*)/s);
  say(
    `Everything is deployed, but Telegram was not told. ${adviceFor(
      kind === 'refused' ? { kind, why } : { kind: kind === 'unreachable' ? kind : 'failed' },
    )}`,
  );
  return false;
};

/** Where people find the bot. */
const addressOf = async (store: ParameterStore): Promise<string> => {
  const { BOT_INFO } = await store.read();
  const username = BOT_INFO && (JSON.parse(BOT_INFO) as { username?: string }).username;
  return username ? `https://t.me/${username}` : 'has no name yet (npm run secrets -- BOT_INFO)';
};

if (import.meta.main)
  await runCommand(async args => {
    const { settings, context, switches } = await readCommand(args);
    const file = `${buildFolder}/outputs-${settings.stage}.json`;
    return deploy(settings, {
      store: openParameterStore(settings),
      run: async more => {
        await mkdir(buildFolder, { recursive: true });
        const approval = switches.has('yes') ? ['--require-approval', 'never'] : [];
        await cdk(['deploy', '--all', '--outputs-file', file, ...context, ...more, ...approval]);
        return JSON.parse(await readFile(file, 'utf8'));
      },
      say: line => console.log(line),
    });
  });
