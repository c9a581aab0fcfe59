/** `npm run register`: tells Telegram where the bot is, as a deployment does, and says what is in the way. */
import { Api } from 'grammy/web';
import { register, type Told } from '../../bot/register/registration.ts';
import { environments, readEnvironment } from '../../bot/runtime/environment.ts';
import { type Settings, webhookUrlName } from '../settings.ts';
import { readCommand, runCommand, UsageError } from './command.ts';
import { openParameterStore, type ParameterStore } from './parameter-store.ts';

const withinMs = 60_000;
const callTimeoutSeconds = 15;

/** Registers with what Parameter Store holds. Returns whether it is done, and lines that say how it is, or what to do. */
export const registerByHand = async (
  settings: Settings,
  store: ParameterStore,
  deadline: number = Date.now() + withinMs,
): Promise<Readonly<{ done: boolean; lines: readonly string[] }>> => {
  const parameters = await store.read();
  const url = parameters[webhookUrlName];
  if (url === undefined) throw new UsageError(`The stage ${settings.stage} is not deployed: npm run deploy`);
  const reading = readEnvironment(
    { ...parameters, COUNTRY: settings.country, TELEGRAM_API_ROOT: settings.telegramApiRoot },
    environments.registrar,
  );
  if (reading.kind === 'invalid')
    throw new UsageError(`${reading.problems.join('\n')}\nPut it in place: npm run secrets`);
  const { BOT_TOKEN, WEBHOOK_SECRET, COUNTRY, MODERATORS_CHAT, TELEGRAM_API_ROOT } = reading.environment;
  const api = new Api(BOT_TOKEN, { apiRoot: TELEGRAM_API_ROOT, timeoutSeconds: callTimeoutSeconds });
  const told = await register(
    api,
    { url, secret: WEBHOOK_SECRET, languages: COUNTRY.languages, moderatorsChat: MODERATORS_CHAT },
    deadline,
  );
  if (told.kind !== 'done') return { done: false, lines: [adviceFor(told)] };
  const info = await api.getWebhookInfo().catch(() => undefined);
  return {
    done: true,
    lines: [
      `Registered: ${url}`,
      ...(told.introduction === 'done'
        ? []
        : [
            'Its names and menus were not set, because Telegram asked to wait; it works all the same. Run this again in an hour.',
          ]),
      ...(info ? [`Updates that wait to be delivered: ${info.pending_update_count}`] : []),
      ...(info?.last_error_message ? [`What Telegram met last: ${info.last_error_message}`] : []),
    ],
  };
};

/** What to do about an outcome. Also said after a deployment. */
export const adviceFor = (told: Exclude<Told, { kind: 'done' }> | Readonly<{ kind: 'failed' }>): string => {
  switch (told.kind) {
    case 'refused':
      return `Telegram refuses (${told.why}). If it is 401 or 404, the token is not the bot's any more: npm run secrets -- BOT_TOKEN, then npm run register.`;
    case 'unreachable':
      return 'Telegram is out of reach. It keeps what people send for a day. Run npm run register until it says "Registered".';
    case 'failed':
      return 'The registration did not run: its log group (/svidok/<stage>/registrar) says why. Run npm run register.';
  }
};

if (import.meta.main)
  await runCommand(async args => {
    const { settings } = await readCommand(args);
    const { done, lines } = await registerByHand(settings, openParameterStore(settings));
    for (const line of lines) (done ? console.log : console.error)(line);
    return done;
  });
