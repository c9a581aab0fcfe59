import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * Starts the headless Chromium of the install, which the caller closes. Unpacks it once, into the install's cache. Falls
 * back to the package's libraries and fonts on machines without their own.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpacked();
  const options = {
    executablePath: join(folder, 'chromium'),
    // Tests often run as root, in containers, where Chromium's own sandbox cannot start.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: existsSync('/etc/fonts') ? process.env : { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') },
  };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!String(error).includes('shared librar')) throw error;
    const libraries = join(folder, 'al2023', 'lib');
    return chromium.launch({ ...options, env: { ...options.env, LD_LIBRARY_PATH: libraries } });
  }
}

/**
 * The package unpacks into the temporary folder and trusts what it finds there, even if it is another version or half
 * written by a parallel test. So this unpacks into a folder of its own, which it then renames.
 */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const bin = join(require.resolve('@sparticuz/chromium'), '..', '..', '..', 'bin');
  const cache = join(require.resolve('playwright-core'), '..', '..', '.cache');
  const { version } = JSON.parse(await readFile(join(bin, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(`${folder}-`);
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  process.env.TMPDIR = own;
  // Makes the package unpack its libraries as well.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
  try {
    await chromiumPackage.executablePath(bin);
  } finally {
    restore('TMPDIR', TMPDIR);
    restore('AWS_EXECUTION_ENV', AWS_EXECUTION_ENV);
  }
  await rename(own, folder).catch(() => rm(own, { recursive: true }));
  return folder;
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
