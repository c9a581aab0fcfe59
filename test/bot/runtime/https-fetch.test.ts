import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, HttpError, InputFile } from 'grammy/web';
import { expect, it, onTestFinished } from 'vitest';
import { httpsFetch } from '../../../bot/runtime/https-fetch.ts';

type Seen = { method: string; headers: IncomingMessage['headers']; body: string };

/** A Bot API server that answers like this, and what it was asked. */
const serve = async (answer: (response: ServerResponse) => void) => {
  const seen: Seen[] = [];
  const sockets = new Set<unknown>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    sockets.add(request.socket);
    seen.push({
      method: request.url?.split('/').at(-1) ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    answer(response);
  });
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { seen, sockets, server, api: new Api('1:a', { apiRoot, fetch: httpsFetch, timeoutSeconds: 5 }) };
};
const answering = (result: unknown) => (response: ServerResponse) =>
  void response.end(JSON.stringify({ ok: true, result }));

it('calls the Bot API with any text, and reuses the connection', async () => {
  const { api, seen, sockets } = await serve(answering({ message_id: 7 }));
  expect(await api.sendMessage(1, 'Привіт 👋')).toEqual({ message_id: 7 });
  await api.sendMessage(1, 'again');
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ chat_id: 1, text: 'Привіт 👋' });
  expect(Number(seen[0]?.headers['content-length'])).toBe(Buffer.byteLength(seen[0]?.body ?? ''));
  expect(sockets.size).toBe(1);
});

it('uploads a file', async () => {
  const { api, seen } = await serve(answering({ message_id: 7 }));
  await api.sendDocument(1, new InputFile(Buffer.from('the content'), 'name.txt'));
  expect(seen[0]?.headers['content-type']).toMatch(/^multipart\/form-data/);
  expect(seen[0]?.body).toContain('the content');
});

it('hands on what Telegram refuses, with its description', async () => {
  const { api } = await serve(response =>
    response
      .writeHead(429)
      .end('{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}'),
  );
  await expect(api.getMe()).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
});

it.each<[string, (response: ServerResponse) => void]>([
  ['an answer that is no JSON', response => response.writeHead(502).end('<html>')],
  ['a connection that is cut before the answer', response => response.destroy()],
  [
    'a connection that is cut within it',
    response => void response.writeHead(200).write('{', () => response.destroy()),
  ],
])('fails as the client does for %s', async (_, answer) => {
  const { api } = await serve(answer);
  await expect(api.getMe()).rejects.toBeInstanceOf(HttpError);
});

it('gives up when it is told to', async () => {
  const { api } = await serve(() => {});
  const signal = AbortSignal.timeout(100);
  await expect(api.getMe(signal as Parameters<Api['getMe']>[0])).rejects.toBeInstanceOf(HttpError);
});

it('fails when nobody is there', async () => {
  const api = new Api('1:a', { apiRoot: 'http://127.0.0.1:9', fetch: httpsFetch });
  await expect(api.getMe()).rejects.toBeInstanceOf(HttpError);
});
