import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

/** Runs every measurement of this folder in turn. Cold starts need a build, and are measured by a command of their own. */
const apart = new Set(['all.ts', 'cold.ts']);

const folder = import.meta.dirname;
const failed = globSync(['*.ts', 'reading/*.ts'], { cwd: folder })
  .filter(name => !apart.has(name))
  .sort()
  .filter(name => {
    process.stdout.write(`\n# test/bench/${name}\n\n`);
    return spawnSync(process.execPath, [join(folder, name)], { stdio: 'inherit' }).status !== 0;
  });
if (failed.length > 0) {
  process.stderr.write(`\nFailed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
