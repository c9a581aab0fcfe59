/**
 * `npm run destroy`: removes the bot and its operations, and keeps the data, which the next deployment finds again. With
 * `--data` also removes the tables, their key and the parameters for good, once the name of the stage is typed.
 */
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Settings } from '../cdk/settings.ts';
import { readCommand, runCommand, UsageError } from './command.ts';
import { openParameterStore } from './parameter-store.ts';
import { runCdk } from './run-cdk.ts';

/** The CDK commands to run, in order. */
export const destroySteps = ({ stage }: Settings, withData: boolean): readonly (readonly string[])[] => [
  ['destroy', `svidok-${stage}-operations`, `svidok-${stage}-bot`, '--exclusively'],
  ...(withData
    ? [
        // Takes off the deletion protection first.
        [
          'deploy',
          `svidok-${stage}-data`,
          '--exclusively',
          '-c',
          'keepData=false',
          '--require-approval',
          'never',
        ],
        ['destroy', `svidok-${stage}-data`, '--exclusively', '-c', 'keepData=false'],
      ]
    : []),
];

if (import.meta.main)
  await runCommand(async args => {
    const { settings, context, switches } = await readCommand(args);
    const { stage } = settings;
    const withData = switches.has('data');
    if (withData) {
      const terminal = createInterface({ input: stdin, output: stdout });
      const typed = await terminal.question(
        `This removes every report of ${stage}, for ever; a backup is not kept either. Type "${stage}" to do it: `,
      );
      terminal.close();
      if (typed.trim() !== stage) throw new UsageError('Nothing was removed.');
    }
    for (const step of destroySteps(settings, withData)) await runCdk([...step, ...context]);
    if (withData) await openParameterStore(settings).remove();
    console.log(
      withData
        ? `The stage ${stage} is gone. Its key is deleted after 30 days.`
        : `The bot of ${stage} is gone; its data are kept. Telegram keeps new messages for a day: npm run deploy brings it back.`,
    );
    return true;
  });
