import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a call on its way to DynamoDB and back. */
export type Fate =
  | 'pass'
  /** It is carried out, and the answer never arrives. */
  | 'answer lost'
  /** It never arrives. */
  | 'request lost'
  /** No answer for longer than anybody waits. */
  | 'silence'
  | Readonly<{ status: number; body: object }>;

/**
 * A way to a DynamoDB on which faults happen that DynamoDB Local never has. `fateOf` decides by the command
 * (`PutItem` …), for every call.
 */
export const startProxy = async (target: string, fateOf: (command: string) => Fate) => {
  const server = createServer(async (request, response) => {
    // The tests' clock is not this server's: the client would take the difference for its own clock's fault, and try again.
    response.sendDate = false;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => /^(x-amz-|authorization|content-type)/.test(name)),
    ) as Record<string, string>;
    const fate = fateOf(headers['x-amz-target']?.split('.').at(-1) ?? '');
    if (fate === 'silence') return;
    if (fate === 'request lost') return request.socket.destroy();
    if (typeof fate === 'object') {
      response.writeHead(fate.status, { 'content-type': 'application/x-amz-json-1.0' });
      return response.end(JSON.stringify(fate.body));
    }
    const answer = await fetch(target, { method: 'POST', headers, body: Buffer.concat(chunks) });
    const body = Buffer.from(await answer.arrayBuffer());
    if (fate === 'answer lost') return request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
    return response.end(body);
  });
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>(settle => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
};
