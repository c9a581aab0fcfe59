import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../settings.ts';

/** Something that the person at the keyboard must change. The message says what. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What a command was given: the stage (`-c stage=prod`), its switches, and words for it. */
export type Command = Readonly<{
  settings: Settings;
  /** `-c` and its value, again and again, to be handed on to the CDK. */
  context: readonly string[];
  switches: ReadonlySet<string>;
  words: readonly string[];
}>;

/** Reads a command line, with the settings of its stage from cdk.json. */
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
  const given = new Map(
    values.context.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  return {
    settings: readSettings(key => given.get(key) ?? file.context[key]),
    context: values.context.flatMap(pair => ['-c', pair]),
    switches: new Set(Object.entries(values).flatMap(([name, value]) => (value === true ? [name] : []))),
    words: positionals,
  };
};

/** Runs a command to its end: what the person must change is said in a line, and the process ends with 1. */
export const runCommand = async (run: (args: readonly string[]) => Promise<boolean>): Promise<void> => {
  try {
    process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    const isKnown =
      error instanceof UsageError ||
      (error instanceof Error && /^There is no stage|^The stage/.test(error.message));
    console.error(isKnown ? error.message : error);
    process.exitCode = 1;
  }
};
