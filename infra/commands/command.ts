import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readSettings, type Settings, SettingsError } from '../cdk/settings.ts';

/** The person at the keyboard must change something; the message says what. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A parsed command line. */
type Command = Readonly<{
  settings: Settings;
  /** Every `-c key=value`, to pass on to the CDK. */
  context: readonly string[];
  /** `--data`, `--yes`. */
  switches: ReadonlySet<string>;
  positionals: readonly string[];
}>;

/** Parses a command line and reads the settings of its stage from cdk.json. Throws SettingsError. */
export const readCommand = async (args: readonly string[]): Promise<Command> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      context: { type: 'string', short: 'c', multiple: true, default: [] },
      data: { type: 'boolean' },
      yes: { type: 'boolean', short: 'y' },
    },
    allowPositionals: true,
  });
  const file = JSON.parse(await readFile(new URL('../../cdk.json', import.meta.url), 'utf8'));
  const overrides = new Map(
    values.context.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  return {
    settings: readSettings(key => overrides.get(key) ?? file.context[key]),
    context: values.context.flatMap(pair => ['-c', pair]),
    switches: new Set(Object.entries(values).flatMap(([name, value]) => (value === true ? [name] : []))),
    positionals,
  };
};

/**
 * Runs a command and sets the exit code: 0 when `run` resolves to true, else 1. Prints UsageError and SettingsError as one
 * line, anything else with its stack.
 */
export const runCommand = async (run: (args: readonly string[]) => Promise<boolean>): Promise<void> => {
  try {
    process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    const isKnown = error instanceof UsageError || error instanceof SettingsError;
    console.error(isKnown ? error.message : error);
    process.exitCode = 1;
  }
};
