import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

/** How long one cold start took, in milliseconds. */
export type Start = Readonly<{
  /** From the start of the process until it asks for its first event. */
  initMs: number;
  /** From there to its answer. */
  invokeMs: number;
  /** Of both, on processors: what this machine does besides hardly changes it. */
  processorMs: number;
  answer: string;
}>;

/**
 * The runtime interface client that Lambda's own Node runtime is made of. Its native part is built once, on demand: it takes
 * a minute and tools that nothing else here needs. Returns undefined, having said why, when that cannot be.
 */
export const findRuntimeClient = (): string | undefined => {
  let folder: string;
  try {
    folder = dirname(createRequire(import.meta.url).resolve('aws-lambda-ric'));
  } catch {
    console.error('aws-lambda-ric, an optional dependency, is not installed: npm install aws-lambda-ric');
    return undefined;
  }
  if (!existsSync(join(folder, 'rapid-client.node'))) {
    console.log('Building the native part of aws-lambda-ric, once (a minute or two) …');
    const script = 'sh scripts/preinstall.sh && sh scripts/postinstall.sh';
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) {
      console.error(
        `It could not be built. It needs Linux, cmake, make, a C++ compiler, xz and the headers of Node.\n${stderr.slice(-500)}`,
      );
      return undefined;
    }
  }
  return join(folder, 'index.mjs');
};

const giveUpAfterMs = 20_000;

/** Starts a built function once, as Lambda would, gives it one event, and ends it. */
export const startOnce = async (
  client: string,
  folder: string,
  event: object,
  environment: Readonly<Record<string, string>>,
): Promise<Start> => {
  let child: ChildProcess | undefined;
  let stop = (): void => {};
  try {
    return await new Promise<Start>((resolve, reject) => {
      const errors: string[] = [];
      let begun = 0;
      let asked = 0;
      const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', chunk => chunks.push(chunk));
        request.on('end', () => {
          if (request.url?.endsWith('/invocation/next')) {
            // The second time it has nothing to do until it is ended.
            if (asked > 0) return;
            asked = performance.now();
            response
              .writeHead(200, {
                'content-type': 'application/json',
                'lambda-runtime-aws-request-id': 'cold-start',
                'lambda-runtime-deadline-ms': String(Date.now() + giveUpAfterMs),
                'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:local:0:function:cold',
              })
              .end(JSON.stringify(event));
            return;
          }
          response.writeHead(202).end();
          const answer = Buffer.concat(chunks).toString();
          if (request.url?.endsWith('/response'))
            resolve({
              initMs: asked - begun,
              invokeMs: performance.now() - asked,
              processorMs: processorMsOf(child?.pid ?? 0),
              answer,
            });
          else reject(new Error(`The function failed: ${answer}`));
        });
      });
      const timer = setTimeout(() => reject(new Error(`No answer. ${errors.join('')}`)), giveUpAfterMs);
      stop = () => {
        clearTimeout(timer);
        server.close();
        server.closeAllConnections();
      };
      server.listen(0, '127.0.0.1', () => {
        begun = performance.now();
        child = spawn(process.execPath, [client, 'index.handler'], {
          env: {
            ...environment,
            AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
            LAMBDA_TASK_ROOT: folder,
            _HANDLER: 'index.handler',
            AWS_LAMBDA_FUNCTION_NAME: 'cold',
            AWS_LAMBDA_FUNCTION_VERSION: '1',
            AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
            AWS_LAMBDA_LOG_GROUP_NAME: 'cold',
            AWS_LAMBDA_LOG_STREAM_NAME: 'cold',
            AWS_LAMBDA_LOG_FORMAT: 'JSON',
            AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
          },
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        child.stderr?.on('data', chunk => errors.push(String(chunk)));
        child.on('exit', code => reject(new Error(`It ended (${code}). ${errors.join('')}`)));
      });
    });
  } finally {
    stop();
    child?.removeAllListeners('exit');
    child?.kill('SIGKILL');
  }
};

/** The time that a process has run for, in all its threads (Linux, like the runtime client). */
const processorMsOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`).reduce(
    (sum, thread) =>
      sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
    0,
  );
