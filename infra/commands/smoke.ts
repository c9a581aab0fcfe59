/**
 * `npm run smoke`: after a deployment, whether Telegram knows the webhook, the webhook refuses strangers and answers an update,
 * and no alarm has gone off. Exits with 1 when a check fails.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Api } from 'grammy/web';
import { type Settings, webhookUrlName } from '../cdk/settings.ts';
import { openParameterStore, type ParameterStore } from './account/parameter-store.ts';
import { openWatchers, type Watchers } from './account/watchers.ts';
import { readCommand, runCommand, UsageError } from './command.ts';

const callTimeoutMs = 30_000;
const quietWithinMs = 15 * 60_000;
const betweenLooksMs = 15_000;

/** The result of each check, in the order in which they were made. */
type Check = Readonly<{ what: string; isRight: boolean; found?: string | undefined }>;

/** Alarms that the deployment itself set off get `withinMs` to recover. */
export const smoke = async (
  settings: Settings,
  {
    store,
    firing,
    withinMs = quietWithinMs,
  }: Readonly<{ store: ParameterStore; withinMs?: number }> & Pick<Watchers, 'firing'>,
): Promise<readonly Check[]> => {
  const { BOT_TOKEN: token, WEBHOOK_SECRET: secret, [webhookUrlName]: url } = await store.read();
  if (token === undefined || secret === undefined || url === undefined)
    throw new UsageError(`The stage ${settings.stage} is not deployed: npm run deploy`);
  const info = await new Api(token, { apiRoot: settings.telegramApiRoot, timeoutSeconds: 20 })
    .getWebhookInfo()
    .catch(() => undefined);
  const stranger = await post(url, { update_id: 0 });
  const known = await post(url, syntheticUpdate(token), { 'x-telegram-bot-api-secret-token': secret });
  const alarms = await quiet(firing, withinMs);
  return [
    { what: 'Telegram knows the webhook', isRight: info?.url === url, found: info?.last_error_message },
    { what: 'The webhook refuses whoever has no secret', isRight: stranger === 401, found: String(stranger) },
    { what: 'The webhook answers an update', isRight: known === 200, found: String(known) },
    { what: 'All alarms are quiet', isRight: alarms.length === 0, found: alarms.join(', ') },
  ];
};

/**
 * An update that makes the bot read a chat and answer nothing: the bot itself has stayed a member of its own private chat. It
 * is about nobody, and nothing of it is kept.
 */
const syntheticUpdate = (token: string): object => {
  const id = Number(token.split(':')[0]);
  const user = { id, is_bot: false, first_name: 'Smoke' };
  const member = { status: 'member', user };
  return {
    update_id: 0,
    my_chat_member: {
      chat: { id, type: 'private', first_name: 'Smoke' },
      from: user,
      date: Math.floor(Date.now() / 1000),
      old_chat_member: member,
      new_chat_member: member,
    },
  };
};

/** The status of the answer, 0 without one. */
const post = async (url: string, body: object, headers: Record<string, string> = {}): Promise<number> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(callTimeoutMs),
    });
    return response.status;
  } catch {
    return 0;
  }
};

/** The alarms that are still on when the time is over; none as soon as all are quiet. */
const quiet = async (firing: Watchers['firing'], withinMs: number): Promise<readonly string[]> => {
  const until = Date.now() + withinMs;
  for (;;) {
    const alarms = await firing();
    if (alarms.length === 0 || Date.now() >= until) return alarms;
    await pause(Math.min(betweenLooksMs, Math.max(1, until - Date.now())));
  }
};

if (import.meta.main)
  await runCommand(async args => {
    const { settings } = await readCommand(args);
    const checks = await smoke(settings, {
      store: openParameterStore(settings),
      firing: openWatchers(settings).firing,
    });
    for (const { what, isRight, found } of checks)
      console.log(`${isRight ? 'yes' : 'NO '}  ${what}${!isRight && found ? ` (${found})` : ''}`);
    return checks.every(({ isRight }) => isRight);
  });
