import type { Agent, IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';

/** Not imported: for an import Node reads all exports of a module, and one of these loads the HTTP client that is left out here. */
const { Agent: HttpAgent, request: httpRequest } = process.getBuiltinModule('node:http');

/**
 * As much of `fetch` as grammY uses, over `node:https`: the first use of the global one loads a second HTTP client, which is a
 * tenth of a cold start. Resolves once the whole answer is there; rejects when there is none, or the signal aborts.
 */
export const httpsFetch = (async (url: string | URL, init: RequestInit = {}): Promise<Answer> => {
  const target = new URL(url);
  const { method = 'GET', headers, body, signal } = init;
  const connections = connectionsFor(target.protocol);
  const done = connections.begin();
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = target.protocol === 'http:' ? httpRequest : httpsRequest;
      const length = typeof body === 'string' ? { 'content-length': Buffer.byteLength(body) } : {};
      const call = send(
        target,
        {
          method,
          headers: { ...(headers as Record<string, string> | undefined), ...length },
          agent: connections.agent(),
          signal: signal ?? undefined,
        },
        resolve,
      );
      call.on('error', reject);
      if (typeof body === 'string' || !body) call.end(body ?? undefined);
      // A file: grammY streams it.
      else
        Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
          .once('error', reject)
          .pipe(call);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
    const status = answer.statusCode ?? 0;
    const text = Buffer.concat(chunks).toString('utf8');
    return { ok: status >= 200 && status < 300, status, json: async () => JSON.parse(text) };
  } finally {
    done();
  }
}) as unknown as typeof fetch;

type Answer = Pick<Response, 'ok' | 'status' | 'json'>;

/** Telegram closes connections that nobody uses; a function that was frozen meanwhile would write into a closed one. */
const idleMs = 4000;

type Connections = Readonly<{
  agent: () => Agent;
  /** A call begins, and ends when the result is called. */
  begin: () => () => void;
}>;

/** Keeps connections open between calls, but begins with new ones after a pause. */
const createConnections = (create: () => Agent): Connections => {
  let agent = create();
  let running = 0;
  let usedAt = Date.now();
  return {
    agent: () => agent,
    begin: () => {
      if (running === 0 && Date.now() - usedAt > idleMs) {
        agent.destroy();
        agent = create();
      }
      running += 1;
      return () => {
        running -= 1;
        usedAt = Date.now();
      };
    },
  };
};

const http = createConnections(() => new HttpAgent({ keepAlive: true }));
const https = createConnections(() => new HttpsAgent({ keepAlive: true }));
const connectionsFor = (protocol: string): Connections => (protocol === 'http:' ? http : https);
