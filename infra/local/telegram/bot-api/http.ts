import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError, tooManyRequests } from '../rules/api-error.ts';
import { type Arguments, readArguments } from '../rules/arguments.ts';
import type { Fault } from '../world/faults.ts';
import type { World } from '../world/world.ts';
import { findMethod } from './methods.ts';

/** https://core.telegram.org/bots/api#sending-files: photos of at most 10 MB, with their words. */
const maxBodyBytes = 11 * 1024 * 1024;

/** Serves `/bot<token>/<method>`, with the faults that are set. */
export function createBotApi(world: World) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (world.faults.outageLeftMs() > 0) request.socket.destroy();
    else await serve(world, request, response, url);
  };
}

interface Outcome {
  readonly result?: unknown;
  readonly error?: ApiError;
  /** The connection is cut instead of an answer. */
  readonly cut?: boolean;
}

async function serve(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const startedAt = performance.now();
  const [, token = '', name = ''] = /^\/bot([^/]*)\/(.*)$/.exec(url.pathname) ?? [];
  const found = findMethod(name);
  let from: Arguments = { texts: {}, files: {} };
  let outcome: Outcome;
  try {
    if (decodeURIComponent(token) !== world.token) throw new ApiError(401, 'Unauthorized');
    from = await readArguments(url, request.headers['content-type'] ?? '', await readBody(request));
    if (!found) throw new ApiError(404, 'Not Found: method not found');
    const fault = world.faults.take(found.name, from.texts.chat_id);
    await failBefore(fault);
    outcome = { result: await found.method(world, from), cut: fault?.kind === 'drop' };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    outcome = { error, cut: error.code === 0 };
  }
  log(world, found?.name ?? name, from, outcome, performance.now() - startedAt);
  if (outcome.cut) request.socket.destroy();
  else answer(response, outcome);
}

/** What a fault does before the call takes effect. Code 0 stands for a connection that is cut. */
async function failBefore(fault: Fault | undefined): Promise<void> {
  if (fault?.kind === 'slow') await wait(fault.ms);
  if (fault?.kind === 'error') throw faultError(fault);
  if (fault?.kind === 'drop' && fault.when === 'before')
    throw new ApiError(0, 'The connection was cut before the call took effect');
}

const faultDescriptions: Readonly<Record<number, string>> = {
  400: 'Bad Request: fault on demand',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
};

function faultError({ code, description, retryAfter }: Extract<Fault, { kind: 'error' }>): ApiError {
  if (code === 429) return tooManyRequests(retryAfter ?? 1);
  return new ApiError(code, description ?? faultDescriptions[code] ?? 'fault on demand');
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new ApiError(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(response: ServerResponse, { error, result }: Outcome): void {
  const retryAfter = error?.parameters?.retry_after;
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  response.writeHead(error?.code ?? 200, { 'content-type': 'application/json' });
  const body = error
    ? { ok: false, error_code: error.code, description: error.message, parameters: error.parameters }
    : { ok: true, result };
  response.end(JSON.stringify(body));
}

function log(world: World, method: string, from: Arguments, { result, error }: Outcome, ms: number): void {
  const parameters = Object.entries(from.texts).map(([name, value]) => [name, decoded(value)]);
  world.emit({
    type: 'call',
    call: {
      id: (world.calls.at(-1)?.id ?? 0) + 1,
      at: new Date(world.now()).toISOString(),
      method,
      parameters: Object.fromEntries(parameters),
      result,
      error: error && { code: error.code, description: error.message },
      ms: Math.round(ms * 10) / 10,
    },
  });
}

function decoded(value: string): unknown {
  try {
    return /^([[{]|-?\d+$|true$|false$)/.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}
