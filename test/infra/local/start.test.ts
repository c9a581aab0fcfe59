import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { people, peopleSpeaking } from '../../../infra/local/demo-people.ts';
import { portError } from '../../../infra/local/setup-error.ts';
import { startTelegram } from '../../../infra/local/telegram/server.ts';
import { until } from '../../support/until.ts';

const script = fileURLToPath(new URL('../../../infra/local/start.ts', import.meta.url));

type Run = Readonly<{ child: ChildProcess; output: () => string; ended: Promise<number | null> }>;

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'svidok-start-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** `npm start` with these variables, on any free port. */
const start = (variables: Readonly<Record<string, string>>): Run => {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [script], { env: { ...inherited, PORT: '0', ...variables } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', text => {
      output += text;
    });
  const ended = new Promise<number | null>(settle => child.once('exit', settle));
  cleanUps.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, output: () => output, ended };
};

const addressOf = (run: Run): Promise<string> =>
  until(() => /Svidok is ready: (\S+)/.exec(run.output())?.[1]);

/** The processes that a process started, and those that they started. */
const descendants = (pid: number): readonly number[] => {
  const children = (): string => {
    try {
      return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
    } catch {
      return '';
    }
  };
  return children()
    .split('\n')
    .filter(line => line !== '')
    .map(Number)
    .flatMap(child => [child, ...descendants(child)]);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const olena = String(people.users[0]?.id);

const act = async (url: string, action: string, fields: Readonly<Record<string, string>>): Promise<void> => {
  const response = await fetch(`${url}/control/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: olena, ...fields }),
  });
  if (!response.ok) throw new Error(await response.text());
};

type Shown = Readonly<{
  message_id: number;
  text?: string;
  reply_markup?: { inline_keyboard?: { callback_data?: string }[][] };
}>;

/** The messages of the witness's chat, as the chat page receives them. */
const chatOf = async (url: string): Promise<readonly Shown[]> => {
  const abort = new AbortController();
  const response = await fetch(`${url}/events`, { signal: abort.signal });
  let text = '';
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    text += Buffer.from(part).toString('utf8');
    if (text.includes('\n\n')) break;
  }
  abort.abort();
  const { chats } = JSON.parse(text.slice('data: '.length, text.indexOf('\n\n'))) as {
    chats: Record<string, { message: Shown }[]>;
  };
  return (chats[olena] ?? []).map(({ message }) => message);
};

const press = async (url: string, path: string): Promise<void> => {
  const message = await until(async () =>
    (await chatOf(url)).findLast(one => JSON.stringify(one.reply_markup ?? {}).includes(`:${path}"`)),
  );
  const button = message.reply_markup?.inline_keyboard
    ?.flat()
    .find(one => one.callback_data?.endsWith(`:${path}`));
  await act(url, 'press', { message_id: String(message.message_id), data: button?.callback_data ?? '' });
};

describe('npm start', () => {
  it('keeps the draft when it is killed, and leaves no process when it is stopped', {
    timeout: 90_000,
  }, async () => {
    const folder = await newFolder();
    const first = start({ DATA_FOLDER: folder });
    const url = await addressOf(first);
    await act(url, 'start', {});
    await press(url, 'agree');
    await press(url, 'attack');
    await act(url, 'send', { text: 'Харків' });
    await until(async () => (await chatOf(url)).some(({ text }) => text?.includes('3')));
    const left = descendants(first.child.pid ?? 0);
    expect(left.length).toBeGreaterThan(0);
    first.child.kill('SIGKILL');
    await first.ended;
    await until(() => !left.some(isAlive));

    const second = start({ DATA_FOLDER: folder });
    const again = await addressOf(second);
    await act(again, 'send', { text: '/start' });
    await press(again, '_go');
    await press(again, '_back');
    await until(async () => (await chatOf(again)).some(({ text }) => text?.includes('Харків')));
    const others = descendants(second.child.pid ?? 0);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    await until(() => !others.some(isAlive));
  });

  it('says in one line that the port is in use, and what to do', { timeout: 180_000 }, async () => {
    const server = createServer();
    await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle));
    cleanUps.push(() => new Promise(settle => server.close(settle)));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const run = start({ DATA_FOLDER: await newFolder(), PORT: String(port) });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=8081 npm start`,
    );
  });

  it('says in one line that a port needs special rights, and nothing of other errors', () => {
    expect(portError({ code: 'EACCES' }, 1)?.message).toBe(
      'Port 1 needs special rights. Choose one above 1023: PORT=8080 npm start',
    );
    expect(portError(new Error('other'), 1)).toBeUndefined();
  });

  it('says in one line that the data folder is a file', { timeout: 180_000 }, async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    const run = start({ DATA_FOLDER: file });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^DATA_FOLDER is wrong: \S+ is not a folder to write to \(EEXIST\)\.\n$/);
  });

  it('refuses in one line to run twice on one data folder', { timeout: 90_000 }, async () => {
    const folder = await newFolder();
    const first = start({ DATA_FOLDER: folder });
    await addressOf(first);
    const other = join(folder, '..', basename(folder));
    // With a token it polls, and would take the messages that the first one waits for.
    for (const BOT_TOKEN of ['', people.token]) {
      const second = start({ DATA_FOLDER: other, BOT_TOKEN });
      expect(await second.ended).toBe(1);
      expect(second.output()).toMatch(
        /^Svidok is running on \S+ already\. Stop it, or choose another folder: .+\n$/,
      );
    }
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });

  it("gives people's phones the languages of the country, the reader's the second", () => {
    const spoken = (...languages: Parameters<typeof peopleSpeaking>[0]) =>
      peopleSpeaking(languages).map(({ language_code }) => language_code);
    expect(spoken('ru', 'uk')).toEqual(['ru', 'ru', 'uk']);
    expect(spoken('en')).toEqual(['en', 'en', 'en']);
  });

  it.each([
    ['Java is missing', { JAVA_HOME: '/nowhere' }, /Java.+Install Java 17 or newer/],
    ['a country is not known', { COUNTRY: 'XX' }, /^COUNTRY is wrong: it must be one of UA/m],
    ['a port is no number', { PORT: 'abc' }, /^PORT is wrong: it must be a number/m],
    ['a token is not one', { BOT_TOKEN: 'abc' }, /^BOT_TOKEN is wrong: it must be the bot's token/m],
  ])('says in one line that %s', { timeout: 180_000 }, async (_, variables, expected) => {
    const run = start({ DATA_FOLDER: await newFolder(), ...variables });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(expected);
    expect(run.output()).not.toMatch(/\n\s+at /);
  });

  it('with a token long-polls the Bot API server that is named', { timeout: 180_000 }, async () => {
    const telegram = await startTelegram({
      token: people.token,
      users: people.users,
      groups: [people.group],
    });
    cleanUps.push(() => telegram.stop());
    const run = start({
      DATA_FOLDER: await newFolder(),
      BOT_TOKEN: people.token,
      TELEGRAM_API_ROOT: telegram.url,
      ADMINS: String(people.users[1]?.id),
      OPERATOR: 'The tests of polling',
    });
    await addressOf(run);
    const witness = telegram.user({ id: Number(olena), first_name: 'Olena', language_code: 'en' });
    void witness.start();
    await until(() => witness.messages().some(({ text }) => text?.includes('The tests of polling')));
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it('says in one line that Telegram refuses the token', { timeout: 180_000 }, async () => {
    const telegram = await startTelegram({ token: people.token });
    cleanUps.push(() => telegram.stop());
    const run = start({
      DATA_FOLDER: await newFolder(),
      BOT_TOKEN: '123456789:not-the-token-of-this-bot',
      TELEGRAM_API_ROOT: telegram.url,
    });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^Telegram refuses BOT_TOKEN \(.+\)\. Copy it again from @BotFather\.$/m);
    expect(run.output()).not.toContain('not-the-token-of-this-bot');
  });
});
