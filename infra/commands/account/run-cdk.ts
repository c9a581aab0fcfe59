import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../command.ts';

/** Runs the CDK's own command in this terminal. Throws UsageError when it fails, after the CDK has printed why. */
export const runCdk = async (args: readonly string[]): Promise<void> => {
  const bin = join(dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'bin', 'cdk');
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new UsageError(`cdk ${args[0]} failed; see above.`);
};
