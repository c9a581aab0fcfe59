import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** A server on a free port of 127.0.0.1. */
type LocalGateway = Readonly<{ url: string; stop: () => Promise<void> }>;

/** Starts a server that calls a Lambda handler as API Gateway's HTTP API does (payload 2.0). Like API Gateway, refuses bodies above 10 MB. */
export const startGateway = async (handler: Handler): Promise<LocalGateway> => {
  const server = createServer(async (request, response) => {
    try {
      const body = await bodyOf(request);
      if (body === undefined) return void response.writeHead(413).end();
      const result = await handler(eventOf(request, body));
      const headers = Object.entries(result.headers ?? {}).map(
        ([name, value]) => [name, String(value)] as const,
      );
      response.writeHead(result.statusCode ?? 200, Object.fromEntries(headers)).end(result.body);
    } catch {
      // What API Gateway answers when the function fails.
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end('{"message":"Internal Server Error"}');
    }
  });
  return listen(server);
};

/**
 * A server that takes calls of functions by name which nobody waits for, as Lambda does (`Event`): it answers 202, then runs the
 * handler, and once more when that throws.
 */
export const startFunctions = async (
  functions: Readonly<Record<string, (event: unknown) => Promise<unknown>>>,
  onFailure: (name: string) => void = () => {},
): Promise<LocalGateway> => {
  const server = createServer(async (request, response) => {
    const [, name = ''] = /^\/2015-03-31\/functions\/([\w-]+)\/invocations$/.exec(request.url ?? '') ?? [];
    const handler = functions[name];
    const body = await bodyOf(request);
    const isEvent = request.headers['x-amz-invocation-type'] === 'Event';
    response.writeHead(handler && body && isEvent ? 202 : 404).end();
    if (!handler || !body || !isEvent) return;
    const event: unknown = JSON.parse(body.toString('utf8'));
    await handler(event)
      .catch(() => handler(event))
      .catch(() => onFailure(name));
  });
  return listen(server);
};

const listen = async (server: Server): Promise<LocalGateway> => {
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
};

const maxBytes = 10 * 1024 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** API Gateway passes text as it is and anything else as base64; JSON counts as text. */
const eventOf = (request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 => {
  const path = request.url ?? '/';
  const method = request.method ?? 'POST';
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : value,
      ]),
    ),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: randomUUID(),
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    body: body.toString('utf8'),
    isBase64Encoded: false,
  };
};

const close = (server: Server): Promise<void> =>
  new Promise(settle => {
    server.close(() => settle());
    server.closeAllConnections();
  });
