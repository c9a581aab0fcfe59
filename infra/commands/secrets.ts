/**
 * `npm run secrets`: stores the parameters of a stage in Parameter Store: secrets, and ids of people. Without names it asks
 * for those that are missing; with names (`npm run secrets -- IDENTITY_SECRET`) it replaces these. `--export <file>` keeps a
 * copy to be stored offline, and `--import <file>` puts back from it what is missing.
 */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Api, GrammyError } from 'grammy/web';
import { environmentSchema, type ParameterName, parameterNames } from '../../bot/runtime/environment.ts';
import { openParameterStore, type ParameterStore } from './account/parameter-store.ts';
import { openSecrets, type Secrets, sealSecrets } from './account/secrets-file.ts';
import { findData } from './account/tables.ts';
import { type Command, openDynamo, readCommand, runCommand, UsageError } from './command.ts';

/** Asks a person; what they type is not echoed when it is a secret. */
type Ask = (question: string, isSecret: boolean) => Promise<string>;

/** The parameters that a person supplies; the others are generated here, or come from Telegram. */
const questions: Readonly<Partial<Record<ParameterName, string>>> = {
  BOT_TOKEN: 'The token of the bot, from @BotFather (it is not shown): ',
  ADMINS: 'Telegram ids of the admins, separated by commas (none: Enter; they can be set later): ',
  MODERATORS_CHAT: "The id of the moderators' group (none: Enter; the bot tells it in the group): ",
};

type Places = Readonly<{
  store: ParameterStore;
  /** The first table that holds anything. */
  findData: () => Promise<string | undefined>;
}>;

/**
 * Stores the named parameters, or all that are missing, and returns which it stored. Throws UsageError before it stores
 * anything when a value is wrong, Telegram rejects the token, or a new identity secret would make existing data unreadable.
 */
export const putSecrets = async (
  names: readonly ParameterName[],
  { store, findData, ask, apiRoot }: Places & Readonly<{ ask: Ask; apiRoot: string }>,
): Promise<readonly ParameterName[]> => {
  const known = await store.read();
  const requested = names.length > 0 ? names : parameterNames.filter(name => known[name] === undefined);
  if (requested.includes('IDENTITY_SECRET') && known.IDENTITY_SECRET === undefined)
    refuseIfNeeded(await findData());
  const values = new Map<ParameterName, string>();
  for (const name of requested) {
    const question = questions[name];
    if (question !== undefined) {
      const typed = (await ask(question, name === 'BOT_TOKEN')).trim();
      if (typed === '' && name !== 'BOT_TOKEN') continue;
      if (!environmentSchema.shape[name].safeParse(typed).success)
        throw new UsageError(`This cannot be ${name}. Nothing was stored.`);
      values.set(name, typed);
    } else if (name === 'WEBHOOK_SECRET') values.set(name, newSecret());
    else if (name === 'IDENTITY_SECRET')
      // Older secrets stay behind the new one: what was named or sealed with them must still be found and opened.
      values.set(name, [newSecret(), known[name]].filter(secret => secret !== undefined).join(','));
  }
  const token = values.get('BOT_TOKEN') ?? known.BOT_TOKEN;
  if (token !== undefined && (values.has('BOT_TOKEN') || requested.includes('BOT_INFO')))
    values.set('BOT_INFO', JSON.stringify(await identify(token, apiRoot)));
  for (const [name, value] of values) await store.write(name, value);
  return [...values.keys()];
};

/** A new identity secret in place of a lost one would lock everybody out of what is there, for ever. */
const refuseIfNeeded = (table: string | undefined): void => {
  if (table === undefined) return;
  throw new UsageError(
    `The identity secret is missing, but ${table} holds data that only the old one opens. Put it back: npm run secrets -- --import <file>. If it is really lost, those data are: npm run destroy -- --data. Nothing was stored.`,
  );
};

/**
 * Puts back what is missing from secrets that were kept offline, and returns which it stored. Throws UsageError when this
 * stage has an identity secret that is not among theirs: its tables were filled under that one and need it.
 */
export const importSecrets = async (
  secrets: Secrets,
  { store }: Pick<Places, 'store'>,
): Promise<readonly ParameterName[]> => {
  const known = await store.read();
  const theirs = new Set(secrets.IDENTITY_SECRET?.split(','));
  if (known.IDENTITY_SECRET?.split(',').some(secret => !theirs.has(secret)))
    throw new UsageError('This stage has another identity secret than the file. Nothing was stored.');
  const missing = parameterNames.filter(name => known[name] === undefined && secrets[name] !== undefined);
  for (const name of missing) await store.write(name, secrets[name] ?? '');
  return missing;
};

const newSecret = (): string => randomBytes(32).toString('base64url');
const identifyTimeoutSeconds = 20;

const identify = async (token: string, apiRoot: string): Promise<object> => {
  try {
    return await new Api(token, { apiRoot, timeoutSeconds: identifyTimeoutSeconds }).getMe();
  } catch (error) {
    throw new UsageError(
      error instanceof GrammyError && error.error_code < 500
        ? `Telegram refuses this token (${error.description}). Nothing was stored.`
        : `Telegram is out of reach at ${apiRoot}, so the token cannot be checked. Nothing was stored; try again later.`,
    );
  }
};

/** Asks at the keyboard, or reads the lines of piped input. */
const openKeyboard = (): Readonly<{ ask: Ask; close: () => void }> => {
  let isHidden = false;
  const output = new Writable({
    write: (chunk, _, done) => {
      if (!isHidden) stdout.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: stdin, output, terminal: stdin.isTTY === true });
  const piped = stdin.isTTY ? undefined : lines[Symbol.asyncIterator]();
  return {
    ask: async (question, isSecret) => {
      stdout.write(question);
      if (piped) return (await piped.next()).value ?? '';
      isHidden = isSecret;
      const typed = await lines.question('');
      isHidden = false;
      if (isSecret) stdout.write('\n');
      return typed;
    },
    close: () => lines.close(),
  };
};

/** Encrypts what is stored into a file; never over another. */
const exportTo = async (file: string, store: ParameterStore, ask: Ask): Promise<void> => {
  const { WEBHOOK_URL: _, ...secrets } = await store.read();
  if (secrets.IDENTITY_SECRET === undefined) throw new UsageError('There is nothing to keep yet.');
  const passphrase = await ask(
    'A passphrase for the file, of at least 12 characters (it is not shown): ',
    true,
  );
  if ((await ask('The same again: ', true)) !== passphrase) throw new UsageError('They differ.');
  await writeFile(file, sealSecrets(secrets, passphrase), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new UsageError(`${file} cannot be written (${error.code}).`);
    },
  );
};

const readFrom = async (file: string, ask: Ask): Promise<Secrets> => {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${error.code}).`);
  });
  return openSecrets(content, await ask('The passphrase of the file (it is not shown): ', true));
};

/** What was done, in a line or two. */
const run = async ({ settings, positionals, options }: Command, ask: Ask): Promise<string> => {
  const { stage, telegramApiRoot: apiRoot } = settings;
  const store = openParameterStore(settings);
  if (options.export !== undefined) {
    await exportTo(options.export, store, ask);
    return `Kept in ${options.export}. Store it and its passphrase apart, where neither AWS nor this computer is needed to get at them. Do this again after every change of a secret.`;
  }
  const stored =
    options.import === undefined
      ? await putSecrets(positionals as ParameterName[], {
          store,
          findData: () => findData(openDynamo(settings), settings),
          ask,
          apiRoot,
        })
      : await importSecrets(await readFrom(options.import, ask), { store });
  if (stored.length === 0) return `Nothing was missing for ${stage}.`;
  const next = stored.includes('WEBHOOK_SECRET') ? 'npm run deploy, or npm run register' : 'npm run deploy';
  const keep = stored.includes('IDENTITY_SECRET')
    ? `\nWithout the identity secret the data are lost: keep a copy offline with npm run secrets -- --export ${stage}.secrets`
    : '';
  return `Stored for ${stage}: ${stored.join(', ')}. It takes effect with: ${next}${keep}`;
};

if (import.meta.main)
  await runCommand(async args => {
    const command = await readCommand(args);
    const unknown = command.positionals.find(word => !parameterNames.some(name => name === word));
    if (unknown !== undefined)
      throw new UsageError(`There is no parameter ${unknown}. There are: ${parameterNames.join(', ')}.`);
    const keyboard = openKeyboard();
    try {
      console.log(await run(command, keyboard.ask));
      return true;
    } finally {
      keyboard.close();
    }
  });
