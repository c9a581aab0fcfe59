import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runAction } from './actions.ts';
import { serveEvents } from './events.ts';
import type { PageContext } from './page-context.ts';

/** Where a part of the page lies, and its type, by its ending. */
const parts: Readonly<Record<string, readonly [folder: string, type: string]>> = {
  html: ['client', 'text/html'],
  js: ['client', 'text/javascript'],
  css: ['style', 'text/css'],
};

/**
 * Serves the chat page: `GET /` and its parts, `GET /events` (server-sent), `GET /media/<file id>`, and
 * `POST /control/<action>` with JSON, or multipart for files.
 */
export function createPageRoutes(context: PageContext) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (request.headers['sec-fetch-site'] === 'cross-site')
      return plain(response, 403, 'Only from the chat page.');
    const { pathname } = url;
    if (pathname.startsWith('/control/') && request.method === 'POST')
      return control(context, request, response, url);
    if (request.method !== 'GET') return plain(response, 405, 'GET only.');
    if (pathname === '/events') return serveEvents(context, request, response);
    if (pathname.startsWith('/media/')) return serveMedia(context, pathname, response);
    return servePart(pathname === '/' ? '/index.html' : pathname, response);
  };
}

async function servePart(pathname: string, response: ServerResponse): Promise<void> {
  const [, name = '', ending = ''] = /^\/([a-z-]+\.(html|js|css))$/.exec(pathname) ?? [];
  const [folder, type] = parts[ending] ?? [];
  const url = new URL(`${folder}/${name}`, import.meta.url);
  const body = folder && (await readFile(url).catch(() => undefined));
  if (!body) return plain(response, 404, 'Not found.');
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:",
  });
  response.end(body);
}

/** An action waits for the bot, which may be down; the page cannot, with a browser's six connections. */
async function control(
  context: PageContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  try {
    const contentType = request.headers['content-type'] ?? '';
    const isKnown = await runAction(context, url, contentType, Buffer.concat(chunks));
    if (!isKnown) return plain(response, 404, 'There is no such action.');
    response.writeHead(204).end();
  } catch (error) {
    plain(response, 400, error instanceof Error ? error.message : String(error));
  }
}

function serveMedia({ world }: PageContext, pathname: string, response: ServerResponse): void {
  const file = world.files.find(pathname.slice('/media/'.length));
  if (!file) {
    plain(response, 404, 'Not found.');
    return;
  }
  // Anything else is downloaded: a file that somebody sent must not run as a page of this origin.
  const isShown = /^(image\/(png|jpeg|gif|webp)|video\/\w+)$/.test(file.mime);
  response.writeHead(200, {
    'content-type': isShown ? file.mime : 'application/octet-stream',
    'content-disposition': isShown ? 'inline' : 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  response.end(world.files.bytes(file));
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
