import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';

/** How long to wait for Parameter Store; the SDK's own default is for ever. */
const connectionTimeoutMs = 1000;
const requestTimeoutMs = 2000;

/**
 * The parameters of these names below a path (`/svidok/dev`), by name; those that do not exist are left out. One call, so
 * at most 10 names. The one who calls needs the right to read exactly these.
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
