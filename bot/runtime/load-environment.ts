import type * as z from 'zod/mini';
import { parameterNames, readEnvironment } from './environment.ts';
import { readParameters } from './parameters.ts';

/**
 * The environment of this process: its variables and, where PARAMETERS says so, what Parameter Store holds below that
 * path. Throws, saying what is missing or wrong, and shows no value.
 */
export const loadEnvironment = async <Schema extends z.ZodMiniObject>(
  schema: Schema,
): Promise<z.output<Schema>> => {
  const { PARAMETERS: path, ...variables } = process.env;
  const kept = parameterNames.filter(name => name in schema.shape && variables[name] === undefined);
  const parameters = path && kept.length > 0 ? await readParameters(path, kept) : {};
  const reading = readEnvironment({ ...variables, ...parameters }, schema);
  if (reading.kind === 'valid') return reading.environment;
  throw new IncompleteEnvironment(reading.problems);
};

/** Something is missing or wrong. The message says what, without any value. */
export class IncompleteEnvironment extends Error {
  override name = 'IncompleteEnvironment';

  constructor(problems: readonly string[]) {
    super(`The environment is not complete.\n${problems.join('\n')}`);
  }
}
