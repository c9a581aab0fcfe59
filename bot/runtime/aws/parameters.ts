import { setTimeout as pause } from 'node:timers/promises';
import { callAws } from './call.ts';

const attempts = 3;
const pauseMs = 100;

/**
 * The named parameters below a path (`/svidok/dev`), by name; those that do not exist are left out. One call, so at most 10
 * names, without the SDK's client, whose loading is a tenth of a cold start. Region and credentials are the function's own.
 * Needs the right to read exactly these. Throws an error named as AWS names it, after some tries if it may pass.
 */
export const readParameters = async (
  path: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const body = JSON.stringify({ Names: names.map(name => `${path}/${name}`), WithDecryption: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { Parameters: found = [] } = await call(body);
      return Object.fromEntries(
        found.flatMap(({ Name: name = '', Value: value }) =>
          value === undefined ? [] : [[name.slice(path.length + 1), value]],
        ),
      );
    } catch (error) {
      if (attempt === attempts || (error instanceof ParameterStoreError && !error.mayPass)) throw error;
      await pause(pauseMs * 2 ** attempt);
    }
  }
};

/** Parameter Store refuses; `name` is AWS's name of the error. */
class ParameterStoreError extends Error {
  readonly mayPass: boolean;

  constructor(name: string, mayPass: boolean) {
    super('Parameter Store refuses.');
    this.name = name;
    this.mayPass = mayPass;
  }
}

type Found = Readonly<{ Parameters?: readonly Readonly<{ Name?: string; Value?: string }>[] }>;

const call = async (body: string): Promise<Found> => {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameters' };
  const response = await callAws('ssm', { headers, body });
  if (response.ok) return (await response.json()) as Found;
  const { __type: type = '' } = (await response.json().catch(() => ({}))) as { __type?: string };
  const name = type.split('#').at(-1) || `Status${response.status}`;
  throw new ParameterStoreError(name, response.status >= 500 || /Throttling|TooManyRequests/.test(name));
};
