import { createServer, type IncomingMessage } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createStartJob, type ExportJob, exportJobSchema } from '../../../bot/runtime/jobs.ts';

const job: ExportJob = { chat: 1, locale: 'uk', bot: 'svidok_bot', question: 'r:summary:all', format: 'csv' };

/** A stand-in of Lambda that answers with this status. */
const startLambda = async (status: number) => {
  const seen: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push({ request, body });
    response.writeHead(status).end();
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', `http://127.0.0.1:${typeof address === 'object' && address?.port}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  return seen;
};

test('a job is handed to its function by a signed call that does not wait for it', async () => {
  const seen = await startLambda(202);
  await createStartJob('svidok-test-export')(job);
  const [{ request, body } = { request: undefined, body: '' }] = seen;
  expect(request?.method).toBe('POST');
  expect(request?.url).toBe('/2015-03-31/functions/svidok-test-export/invocations');
  expect(request?.headers['x-amz-invocation-type']).toBe('Event');
  expect(request?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=.*\/lambda\/aws4_request,/);
  expect(exportJobSchema.parse(JSON.parse(body))).toEqual(job);
});

test('a call that Lambda refuses, and a job that nothing does, are faults', async () => {
  await startLambda(403);
  await expect(createStartJob('svidok-test-export')(job)).rejects.toThrow('403');
  await expect(createStartJob(undefined)(job)).rejects.toThrow('no function is named');
});
