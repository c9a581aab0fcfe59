/**
 * `npm run secrets`: stores the parameters of a stage in Parameter Store: secrets, and ids of people. Without names it asks
 * for those that are missing; with names (`npm run secrets -- IDENTITY_SECRET`) it replaces these.
 */
import { randomBytes } from 'node:crypto';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Api, GrammyError } from 'grammy/web';
import { environmentSchema, type ParameterName, parameterNames } from '../../bot/runtime/environment.ts';
import { readCommand, runCommand, UsageError } from './command.ts';
import { openParameterStore, type ParameterStore } from './parameter-store.ts';

/** Asks a person; what they type is not echoed when it is a secret. */
type Ask = (question: string, isSecret: boolean) => Promise<string>;

/** The parameters that a person supplies; the others are generated here, or come from Telegram. */
const questions: Readonly<Partial<Record<ParameterName, string>>> = {
  BOT_TOKEN: 'The token of the bot, from @BotFather (it is not shown): ',
  ADMINS: 'Telegram ids of the admins, separated by commas (none: Enter; they can be set later): ',
  MODERATORS_CHAT: "The id of the moderators' group (none: Enter; the bot tells it in the group): ",
};

/**
 * Stores the named parameters, or all that are missing, and returns which it stored. Throws UsageError before it stores
 * anything when a value is wrong or Telegram rejects the token.
 */
export const putSecrets = async (
  names: readonly ParameterName[],
  { store, ask, apiRoot }: Readonly<{ store: ParameterStore; ask: Ask; apiRoot: string }>,
): Promise<readonly ParameterName[]> => {
  const known = await store.read();
  const requested = names.length > 0 ? names : parameterNames.filter(name => known[name] === undefined);
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

if (import.meta.main)
  await runCommand(async args => {
    const { settings, positionals } = await readCommand(args);
    const unknown = positionals.find(word => !parameterNames.some(name => name === word));
    if (unknown !== undefined)
      throw new UsageError(`There is no parameter ${unknown}. There are: ${parameterNames.join(', ')}.`);
    const keyboard = openKeyboard();
    try {
      const stored = await putSecrets(positionals as ParameterName[], {
        store: openParameterStore(settings),
        ask: keyboard.ask,
        apiRoot: settings.telegramApiRoot,
      });
      const next = stored.includes('WEBHOOK_SECRET')
        ? 'npm run deploy, or npm run register'
        : 'npm run deploy';
      console.log(
        stored.length === 0
          ? `Nothing was missing for ${settings.stage}.`
          : `Stored for ${settings.stage}: ${stored.join(', ')}. It takes effect with: ${next}`,
      );
      return true;
    } finally {
      keyboard.close();
    }
  });
