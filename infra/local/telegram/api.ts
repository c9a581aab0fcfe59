import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { findMethod } from './bot-api/methods.ts';
import type { Route } from './control.ts';
import type { Fault } from './faults.ts';
import { type Arguments, readArguments } from './rules/arguments.ts';
import { Refusal, tooManyRequests } from './rules/refusal.ts';
import type { Call, World } from './world.ts';

const maxBodyBytes = 60 * 1024 * 1024;

/** `/bot<token>/<method>` and `/file/bot<token>/<path>`, with what the faults make of them. */
export function createApi(world: World): Route {
  return async (request, response, url) => {
    if (world.faults.outageLeftMs() > 0) request.socket.destroy();
    else if (url.pathname.startsWith('/file/')) download(world, url, response);
    else await call(world, request, response, url);
  };
}

interface Outcome {
  readonly result?: unknown;
  readonly refusal?: Refusal;
  /** The connection is cut instead of an answer. */
  readonly cut?: boolean;
}

async function call(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, token, name = ''] = /^\/bot([^/]*)\/(.*)$/.exec(url.pathname) ?? [];
  const startedAt = performance.now();
  let from: Arguments = { texts: {}, files: {} };
  let outcome: Outcome;
  try {
    if (token === undefined) throw new Refusal(404, 'Not Found');
    if (decodeURIComponent(token) !== world.token) throw new Refusal(401, 'Unauthorized');
    from = await readArguments(url, request.headers['content-type'] ?? '', await readBody(request));
    const found = findMethod(name);
    if (!found) throw new Refusal(404, 'Not Found: method not found');
    const fault = world.faults.take(found.name);
    const result = await withFault(fault, async () => found.method(world, from));
    outcome = { result, cut: fault?.kind === 'drop' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outcome = { refusal: error, cut: error.code === 0 };
  }
  log(world, findMethod(name)?.name ?? name, from, outcome, performance.now() - startedAt);
  if (outcome.cut) request.socket.destroy();
  else answer(response, outcome);
}

async function withFault(fault: Fault | undefined, method: () => Promise<unknown>): Promise<unknown> {
  if (fault?.kind === 'slow') await wait(fault.ms);
  if (fault?.kind === 'error') throw faultRefusal(fault);
  if (fault?.kind === 'drop' && fault.when === 'before') {
    throw new Refusal(0, 'The connection was cut before the call took effect');
  }
  return method();
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new Refusal(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function faultRefusal(fault: { code: number; description?: string; retryAfter?: number }): Refusal {
  if (fault.code === 429) return tooManyRequests(fault.retryAfter ?? 1);
  const known: Record<number, string> = {
    400: 'Bad Request: fault on demand',
    401: 'Unauthorized',
    403: 'Forbidden: bot was blocked by the user',
    500: 'Internal Server Error',
    502: 'Bad Gateway',
  };
  return new Refusal(fault.code, fault.description ?? known[fault.code] ?? 'fault on demand');
}

function answer(response: ServerResponse, outcome: Outcome): void {
  const { refusal, result } = outcome;
  const retryAfter = refusal?.parameters?.retry_after;
  response.writeHead(refusal?.code ?? 200, {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
  const parameters = refusal?.parameters && { parameters: refusal.parameters };
  const body = refusal
    ? { ok: false, error_code: refusal.code, description: refusal.message, ...parameters }
    : { ok: true, result };
  response.end(JSON.stringify(body));
}

function download(world: World, url: URL, response: ServerResponse): void {
  const [, token, path] = /^\/file\/bot([^/]*)\/(.*)$/.exec(url.pathname) ?? [];
  const file = Object.values(world.state.files).find(stored => stored.file_path === path);
  const refusal =
    token !== world.token
      ? new Refusal(401, 'Unauthorized')
      : file
        ? undefined
        : new Refusal(404, 'Not Found');
  if (refusal || !file) {
    answer(response, { refusal: refusal ?? new Refusal(404, 'Not Found') });
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.end(world.files.bytes(file));
}

function log(world: World, method: string, from: Arguments, { result, refusal }: Outcome, ms: number): void {
  const files = Object.entries(from.files).map(([name, file]) => [
    name,
    `${file.name}, ${file.bytes.length} bytes`,
  ]);
  const texts = Object.entries(from.texts).map(([name, value]) => [name, decoded(value)]);
  const call: Call = {
    id: (world.calls.at(-1)?.id ?? 0) + 1,
    at: new Date(world.now()).toISOString(),
    method,
    parameters: Object.fromEntries([...texts, ...files]),
    ...(refusal ? { error: { code: refusal.code, description: refusal.message } } : { result }),
    ms: Math.round(ms * 10) / 10,
  };
  world.happen({ type: 'call', call });
}

function decoded(value: string): unknown {
  try {
    return /^([[{]|-?\d+$|true$|false$)/.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}
