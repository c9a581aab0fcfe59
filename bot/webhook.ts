import { createBot } from './bot.ts';
import { depsOf, environmentOfProcess } from './compose.ts';
import { createIntake } from './intake.ts';

/** Lambda entry: Telegram's webhook behind an HTTP API. Everything is made once, when the function starts. */
const environment = environmentOfProcess();
const deps = depsOf(environment);
const takeUpdate = createBot(deps, {
  token: environment.BOT_TOKEN,
  botInfo: environment.BOT_INFO,
  apiRoot: environment.TELEGRAM_API_ROOT,
});

export const handler = createIntake(takeUpdate, { secret: environment.WEBHOOK_SECRET, log: deps.log });
