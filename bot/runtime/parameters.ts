import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';

/** The SDK's own default is to wait forever. */
const connectionTimeoutMs = 1000;
const requestTimeoutMs = 2000;

/**
 * The named parameters below a path (`/svidok/dev`), by name; those that do not exist are left out. One call, so at most 10
 * names. Needs the right to read exactly these, and throws what the SDK throws.
 */
export const readParameters = async (
  path: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const client = new SSMClient({
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
  try {
    const { Parameters: parameters = [] } = await client.send(
      new GetParametersCommand({ Names: names.map(name => `${path}/${name}`), WithDecryption: true }),
    );
    return Object.fromEntries(
      parameters.flatMap(({ Name: name = '', Value: value }) =>
        value === undefined ? [] : [[name.slice(path.length + 1), value]],
      ),
    );
  } finally {
    client.destroy();
  }
};
