/** `npm run register`: registers the webhook with Telegram as a deployment does, and says what is in the way. */
import { Api } from 'grammy/web';
import { type RegistrationOutcome, register } from '../../bot/register/registration.ts';
import { environments, readEnvironment } from '../../bot/runtime/environment.ts';
import { type Settings, webhookUrlName } from '../cdk/settings.ts';
import { openParameterStore, type ParameterStore } from './account/parameter-store.ts';
import { readCommand, runCommand, UsageError } from './command.ts';

const timeoutMs = 60_000;
const callTimeoutSeconds = 15;

/** Registers with what Parameter Store holds. The lines describe the webhook, or say what to do when it is not done. */
export const registerByHand = async (
  settings: Settings,
  store: ParameterStore,
  deadline: number = Date.now() + timeoutMs,
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
  const outcome = await register(
    api,
    { url, secret: WEBHOOK_SECRET, languages: COUNTRY.languages, moderatorsChat: MODERATORS_CHAT },
    deadline,
  );
  if (outcome.kind !== 'done') return { done: false, lines: [adviceFor(outcome)] };
  const info = await api.getWebhookInfo().catch(() => undefined);
  return {
    done: true,
    lines: [
      `Registered: ${url}`,
      outcome.profile !== 'done' &&
        'Its names and menus were not set, because Telegram asked to wait; it works all the same. Run this again in an hour.',
      info && `Updates waiting to be delivered: ${info.pending_update_count}`,
      info?.last_error_message && `Telegram's last error: ${info.last_error_message}`,
    ].filter(line => typeof line === 'string'),
  };
};

/** What to do about a registration that is not done. */
export const adviceFor = (outcome: Exclude<RegistrationOutcome, { kind: 'done' }>): string => {
  switch (outcome.kind) {
    case 'refused':
      return `Telegram refuses (${outcome.why}). If it is 401 or 404, the token is not the bot's any more: npm run secrets -- BOT_TOKEN, then npm run register.`;
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
