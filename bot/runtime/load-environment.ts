import type * as z from 'zod/mini';
import { readParameters } from './aws/parameters.ts';
import { parameterNames, readEnvironment } from './environment.ts';

/**
 * The environment of this process: its variables and, when PARAMETERS names a path, the parameters below it in Parameter
 * Store. Throws IncompleteEnvironment.
 */
export const loadEnvironment = async <Schema extends z.ZodMiniObject>(
  schema: Schema,
): Promise<z.output<Schema>> => {
  const { PARAMETERS: path, ...variables } = process.env;
  const stored = parameterNames.filter(name => name in schema.shape && variables[name] === undefined);
  const parameters = path && stored.length > 0 ? await readParameters(path, stored) : {};
  const reading = readEnvironment({ ...variables, ...parameters }, schema);
  if (reading.kind === 'valid') return reading.environment;
  throw new IncompleteEnvironment(reading.problems);
};

/** A variable or parameter is missing or wrong. The message names it, and shows no value. */
export class IncompleteEnvironment extends Error {
  override name = 'IncompleteEnvironment';

  constructor(problems: readonly string[]) {
    super(`The environment is not complete.\n${problems.join('\n')}`);
  }
}
