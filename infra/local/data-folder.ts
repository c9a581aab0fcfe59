import { createHash } from 'node:crypto';
import { access, constants, mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from './setup-error.ts';

/**
 * Makes the folder and locks it for this process; resolves to what unlocks it. Throws `SetupError` when the folder
 * cannot be used, or another process has locked it.
 *
 * The lock is a socket that this process listens on: the operating system closes it however the process ends, so a
 * crash leaves at most a file that nobody answers at. It lies in the system's temporary folder, because paths of
 * sockets are limited to some 100 bytes.
 */
export const openDataFolder = async (folder: string): Promise<() => Promise<void>> => {
  const path = await makeFolder(folder).catch((error: NodeJS.ErrnoException) => {
    throw new SetupError(`DATA_FOLDER is wrong: ${folder} is not a folder to write to (${error.code}).`);
  });
  const socket = socketOf(path);
  const server = (await listen(socket)) ?? (await takeOver(socket));
  if (!server)
    throw new SetupError(
      `Svidok is running on ${folder} already. Stop it, or choose another folder: DATA_FOLDER=.data2 npm start`,
    );
  server.unref();
  return () => new Promise(settle => server.close(() => settle()));
};

const makeFolder = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  return realpath(folder);
};

const socketOf = (path: string): string => {
  const name = `svidok-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

/** Undefined when the socket is there already. */
const listen = (socket: string): Promise<Server | undefined> =>
  new Promise((settle, fail) => {
    const server = createServer(connection => connection.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? settle(undefined) : fail(error),
    );
    server.listen(socket, () => settle(server));
  });

/** Listens on a socket that a crash has left; undefined when somebody answers at it. */
const takeOver = async (socket: string): Promise<Server | undefined> => {
  const isAnswered = await new Promise<boolean>(settle => {
    const connection = connect(socket, () => settle(true));
    connection.once('error', () => settle(false)).once('close', () => settle(false));
  });
  if (isAnswered) return undefined;
  await rm(socket, { force: true });
  return listen(socket);
};
