import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { readSettings, type Settings, SettingsError } from '../cdk/settings.ts';

/** The person at the keyboard must change something; the message says what. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A parsed command line. */
export type Command = Readonly<{
  settings: Settings;
  /** Every `-c key=value`, to pass on to the CDK. */
  context: readonly string[];
  /** `--data`, `--yes`. */
  switches: ReadonlySet<string>;
  /** What is given as `--from prod`. */
  options: Readonly<Partial<Record<'at' | 'from' | 'export' | 'import', string>>>;
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
      at: { type: 'string' },
      from: { type: 'string' },
      export: { type: 'string' },
      import: { type: 'string' },
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
    options: values,
    positionals,
  };
};

/** DynamoDB in the region of a stage; `AWS_ENDPOINT_URL_DYNAMODB` and credentials come from the environment. */
export const openDynamo = ({ region }: Settings): DynamoDBClient => createDynamo({ region });

/**
 * Runs a command and sets the exit code: 0 when `run` resolves to true, else 1. Prints what the person can mend as one line,
 * anything else with its stack.
 */
export const runCommand = async (run: (args: readonly string[]) => Promise<boolean>): Promise<void> => {
  try {
    process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    const known = adviceFor(error);
    console.error(known ?? error);
    process.exitCode = 1;
  }
};

/** What a person can do about an error; undefined for an error of ours. */
const adviceFor = (error: unknown): string | undefined => {
  if (error instanceof UsageError || error instanceof SettingsError) return error.message;
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (name === 'CredentialsProviderError')
    return 'There are no AWS credentials. Run "aws configure" (or set AWS_PROFILE) first.';
  if (name === 'AccessDeniedException') return `These AWS credentials may not do this: ${message}`;
  // Of parseArgs.
  return code?.startsWith('ERR_PARSE_ARGS') ? message : undefined;
};
