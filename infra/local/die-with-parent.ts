/**
 * Runs a command until it ends, or the process that started this one does: standard input is a pipe from that process,
 * closed by the operating system however it ends. `node die-with-parent.ts <command> <arguments>`
 */
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.on('error', () => process.exit(1));
child.on('exit', code => process.exit(code ?? 1));
const stop = () => child.kill();
process.stdin.on('end', stop).on('error', stop).resume();
process.on('SIGTERM', stop);
