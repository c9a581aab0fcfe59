/**
 * `npm run destroy`: removes the bot and its operations, and keeps the data, which the next deployment finds again. With
 * `--data` also removes the tables, their key and the parameters for good, once the name of the stage is typed.
 */
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Settings } from '../cdk/settings.ts';
import { openParameterStore } from './account/parameter-store.ts';
import { runCdk } from './account/run-cdk.ts';
import { type Leftover, removeBackups, removeStrayTables } from './account/tables.ts';
import { openDynamo, readCommand, runCommand, UsageError } from './command.ts';

type Dynamo = Parameters<typeof removeBackups>[0];

/** Removes the bot of a stage; with its data also the tables, and every backup that can be removed. Returns the others. */
export const destroy = async (
  settings: Settings,
  { cdk, dynamo }: Readonly<{ cdk: (args: readonly string[]) => Promise<void>; dynamo?: Dynamo | undefined }>,
): Promise<readonly Leftover[]> => {
  const stack = (part: string): string => `svidok-${settings.stage}-${part}`;
  await cdk(['destroy', stack('operations'), stack('bot'), '--exclusively']);
  if (!dynamo) return [];
  // Takes off the deletion protection and the recovery first: what is deleted with it leaves a backup.
  const unprotected = ['--exclusively', '-c', 'keepData=false'];
  await cdk(['deploy', stack('data'), ...unprotected, '--require-approval', 'never']);
  // Before their key is gone.
  await removeStrayTables(dynamo, settings);
  await cdk(['destroy', stack('data'), ...unprotected]);
  return removeBackups(dynamo, settings);
};

/** A backup that an earlier deletion left. */
export const lineOf = ({ table, until }: Leftover): string =>
  `AWS keeps a backup of ${table} until ${until?.toISOString().slice(0, 10) ?? 'some day'}, because it was deleted earlier while it could be recovered. Nobody can delete it; without the key and the identity secret nobody can read it.`;

if (import.meta.main)
  await runCommand(async args => {
    const { settings, context, switches } = await readCommand(args);
    const { stage } = settings;
    const withData = switches.has('data');
    if (withData) {
      const terminal = createInterface({ input: stdin, output: stdout });
      const typed = await terminal.question(
        `This removes every report of ${stage}, for ever, with all backups. Type "${stage}" to do it: `,
      );
      terminal.close();
      if (typed.trim() !== stage) throw new UsageError('Nothing was removed.');
    }
    const left = await destroy(settings, {
      cdk: step => runCdk([...step, ...context]),
      dynamo: withData ? openDynamo(settings) : undefined,
    });
    if (withData) await openParameterStore(settings).remove();
    console.log(
      withData
        ? [`The stage ${stage} is gone. Its key is deleted after 30 days.`, ...left.map(lineOf)].join('\n')
        : `The bot of ${stage} is gone; its data are kept. Telegram keeps new messages for a day: npm run deploy brings it back.`,
    );
    return true;
  });
