import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that was made: `UpdateTable` with its input. */
type AwsCall = Readonly<{ action: string; input: Readonly<Record<string, unknown>> }>;

/** A service of AWS on this computer, as much of it as `answers` has. */
export type AwsServer = Readonly<{ url: string; calls: readonly AwsCall[]; stop: () => Promise<void> }>;

/** To be thrown by an answer: the service refuses with this type of error. */
export class AwsError extends Error {
  override name = 'AwsError';
}

/** Serves a JSON protocol of AWS: each answer takes the input of one action and gives its output. */
export const startAwsServer = async (
  // Inputs are whatever the SDK sends for the action.
  answers: Readonly<Record<string, (input: never) => object>>,
): Promise<AwsServer> => {
  const calls: AwsCall[] = [];
  const answer = (action: string, input: never): readonly [number, object] => {
    const act = answers[action];
    if (!act) return [400, { __type: 'UnknownOperationException' }];
    try {
      return [200, act(input)];
    } catch (error) {
      if (error instanceof AwsError) return [400, { __type: error.message }];
      throw error;
    }
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const input = JSON.parse(Buffer.concat(chunks).toString());
    calls.push({ action, input });
    const [status, output] = answer(action, input as never);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(output));
  });
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop: () =>
      new Promise(settle => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
};

/** What the SDK needs to call a server for a service (`SSM`, `DYNAMODB`). */
export const awsEnvironment = (service: string, url: string): Readonly<Record<string, string>> => ({
  [`AWS_ENDPOINT_URL_${service}`]: url,
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
});
