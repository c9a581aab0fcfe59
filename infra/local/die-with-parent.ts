/**
 * Runs a command for as long as whoever started this process is alive: its standard input is a pipe of theirs, which ends
 * with them, however they end. `node leash.ts <command> <arguments>`
 */
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.on('error', () => process.exit(1));
child.on('exit', code => process.exit(code ?? 1));
const stop = () => child.kill();
process.stdin.on('end', stop).on('error', stop).resume();
process.on('SIGTERM', stop);
