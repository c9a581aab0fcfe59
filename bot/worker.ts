import { randomUUID } from 'node:crypto';
import { setTimeout as realPause } from 'node:timers/promises';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent, EventBridgeEvent } from 'aws-lambda';
import { Api } from 'grammy/web';
import type { TelegramAccess } from './bot.ts';
import { watchRegistration } from './register/watch.ts';
import { createWorkerDeps, type WorkerDeps } from './runtime/dependencies.ts';
import { environments } from './runtime/environment.ts';
import { httpsFetch } from './runtime/https-fetch.ts';
import { loadEnvironment } from './runtime/load-environment.ts';
import { inRequest } from './runtime/log.ts';
import { onUnauthorized } from './runtime/on-unauthorized.ts';
import { createReloadable, type Reloadable } from './runtime/reloadable.ts';
import { attempt } from './worker/attempt.ts';
import { tick } from './worker/clock.ts';
import { notifyOfBatch } from './worker/stream.ts';

/**
 * Notifies people of what happened to reports and incidents: the moderators' chat gets a card for each new report, which
 * then shows the outcome wherever it was decided; the witness hears of every decision and question.
 */
type Worker = Readonly<{
  /** Takes a batch of the records table's stream. Records whose notices failed are reported, and come again. */
  notify: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  /** Runs what is due by the clock: releases, digest, reminder, measurements. Every minute; counts that it did. */
  tick: () => Promise<void>;
}>;

const callTimeoutSeconds = 10;

export const createWorker = (
  deps: Omit<WorkerDeps, 'api'>,
  {
    token,
    apiRoot,
    reminderHours,
    webhookUrl,
    onRefused = () => {},
    pause = realPause,
  }: Omit<TelegramAccess, 'botInfo'> &
    Readonly<{
      reminderHours: number;
      /** Waits so many milliseconds, by the clock of `deps.now`. */
      pause?: (ms: number) => Promise<unknown>;
      /** Where Telegram should deliver updates; undefined when they are polled. */
      webhookUrl?: string | undefined;
    }>,
): Worker => {
  const api = new Api(token, { apiRoot, timeoutSeconds: callTimeoutSeconds, fetch: httpsFetch });
  onUnauthorized(api, onRefused);
  const all: WorkerDeps = { ...deps, api };
  return {
    notify: event => notifyOfBatch(all, event),
    tick: async () => {
      await tick(all, reminderHours, pause);
      if (webhookUrl !== undefined)
        await attempt(deps.log, 'not_done', 'telegram', () => watchRegistration(api, webhookUrl, deps));
      deps.log.measure('tick', [{ name: 'Ticks', value: 1 }]);
    },
  };
};

let worker: Promise<Reloadable<Worker>> | undefined;

/** The worker of this process, made at its first event. */
const currentWorker = async (): Promise<Worker> => {
  worker ??= createReloadable(async onSecretChanged => {
    const environment = await loadEnvironment(environments.worker);
    return createWorker(createWorkerDeps(environment), {
      token: environment.BOT_TOKEN,
      apiRoot: environment.TELEGRAM_API_ROOT,
      reminderHours: environment.REMINDER_HOURS,
      webhookUrl: environment.WEBHOOK_URL,
      onRefused: onSecretChanged,
    });
  });
  // A failed start (Parameter Store out of reach, say) is tried again at the next event.
  worker.catch(() => {
    worker = undefined;
  });
  return (await worker).current();
};

/** Lambda entry: the stream of the records table, and the clock. */
export const handler = (
  event: DynamoDBStreamEvent | Pick<EventBridgeEvent<string, unknown>, 'source'>,
  context?: Pick<Context, 'awsRequestId'>,
): Promise<DynamoDBBatchResponse | undefined> =>
  inRequest(context?.awsRequestId ?? randomUUID(), async () => {
    const { notify, tick } = await currentWorker();
    if ('Records' in event) return notify(event);
    await tick();
    return undefined;
  });
