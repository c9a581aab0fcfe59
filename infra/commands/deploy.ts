/** `npm run deploy`: deploys the stacks of a stage and prints the address of the bot. */
import { mkdir, readFile } from 'node:fs/promises';
import { parseOutcome } from '../../bot/register/registration.ts';
import { buildFolder } from '../cdk/bundle.ts';
import type { Settings } from '../cdk/settings.ts';
import { openParameterStore, type ParameterStore, requiredParameters } from './account/parameter-store.ts';
import { runCdk } from './account/run-cdk.ts';
import { findUntold, openWatchers, type Watchers } from './account/watchers.ts';
import { readCommand, runCommand, UsageError } from './command.ts';
import { adviceFor } from './register.ts';

/**
 * Deploys with the current parameters: a changed one restarts the functions. Prints where the bot is and, when the webhook
 * could not be registered or somebody is not told of alarms, what is left to do. Returns whether the bot works; throws
 * UsageError when a parameter is missing.
 */
export const deploy = async (
  settings: Settings,
  {
    store,
    watchers,
    run,
    print,
  }: Readonly<{
    store: ParameterStore;
    watchers: Pick<Watchers, 'subscribers'>;
    /** Deploys with these arguments, and returns the outputs by stack and name. */
    run: (args: readonly string[]) => Promise<Readonly<Record<string, Readonly<Record<string, string>>>>>;
    print: (line: string) => void;
  }>,
): Promise<boolean> => {
  const { names, text } = await store.versions();
  const missing = requiredParameters.filter(name => !names.has(name));
  if (missing.length > 0)
    throw new UsageError(
      `Not in place yet for ${settings.stage}: ${missing.join(', ')}. Run: npm run secrets`,
    );
  const outputs = await run(['-c', `parametersVersion=${text}`]);
  const outcome = parseOutcome(outputs[`svidok-${settings.stage}-bot`]?.Telegram);
  print(`The bot: ${await addressOf(store)}`);
  const topic = outputs[`svidok-${settings.stage}-operations`]?.Topic;
  for (const line of await findUntold(settings, topic, watchers)) print(line);
  if (outcome.kind === 'done') return true;
  print(`Everything is deployed, but the webhook is not registered. ${adviceFor(outcome)}`);
  return false;
};

/** The address at which people find the bot. */
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
      watchers: openWatchers(settings),
      run: async args => {
        await mkdir(buildFolder, { recursive: true });
        const approval = switches.has('yes') ? ['--require-approval', 'never'] : [];
        await runCdk(['deploy', '--all', '--outputs-file', file, ...context, ...args, ...approval]);
        return JSON.parse(await readFile(file, 'utf8'));
      },
      print: line => console.log(line),
    });
  });
