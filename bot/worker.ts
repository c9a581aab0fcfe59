import { randomUUID } from 'node:crypto';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  EventBridgeEvent,
} from 'aws-lambda';
import { Api, GrammyError } from 'grammy/web';
import { canonical } from '../lib/history/event.ts';
import type { Report } from '../lib/report/report.ts';
import { changeOf, type StreamChange } from '../lib/store/records/stream.ts';
import type { TelegramAccess } from './bot.ts';
import { createWorkerDeps } from './runtime/dependencies.ts';
import { environments } from './runtime/environment.ts';
import { loadEnvironment } from './runtime/load-environment.ts';
import { inRequest } from './runtime/log.ts';
import { onUnauthorized } from './runtime/on-unauthorized.ts';
import { createReloadable, type Reloadable } from './runtime/reloadable.ts';
import { tick } from './worker/clock.ts';
import type { WorkerDeps } from './worker/exactly-once.ts';
import { createGroupNotifier } from './worker/notify-moderators.ts';
import { concernsWitness, notifyWitness } from './worker/notify-witness.ts';

export type Worker = Readonly<{
  /** Takes a batch of the records table's stream; what could not be told is reported as failed, and comes again. */
  tell: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  /** Does what is to be done by the clock, every minute. */
  tick: () => Promise<void>;
}>;

const callTimeoutSeconds = 10;

/**
 * Tells people what happened, from the stream of the records table: the moderators' chat gets a card for each new report
 * and sees the outcome on it, wherever it was decided; the witness is told of every decision and question; releases are
 * announced. And does by the clock what has its time: releases, digests, reminders.
 *
 * A record may come many times, and those of days ago after a restart. What was told stays told: see `once`.
 */
export const createWorker = (
  deps: WorkerDeps,
  {
    token,
    apiRoot,
    reminderHours,
    onRefused = () => {},
  }: Omit<TelegramAccess, 'botInfo'> & Readonly<{ reminderHours: number }>,
): Worker => {
  const { log } = deps;
  const api = new Api(token, { apiRoot, timeoutSeconds: callTimeoutSeconds });
  onUnauthorized(api, onRefused);
  const group = createGroupNotifier(deps, api);

  const tell: Worker['tell'] = async ({ Records: records }) => {
    const failed: DynamoDBRecord[] = [];
    /** Reports and incidents of which something failed: what follows must not overtake it. */
    const held = new Set<string>();
    /** Telegram asked to write less to the moderators' chat: no further card in this batch. */
    let isGroupBusy = false;

    const attempt = async (what: string, act: () => Promise<void>): Promise<boolean> => {
      try {
        await act();
        return true;
      } catch (error) {
        log.error('not_told', error, { what });
        log.measure('not_told', [{ name: 'NotTold', value: 1, by: ['what'] }], { what });
        if (what === 'card') isGroupBusy ||= error instanceof GrammyError && error.error_code === 429;
        return false;
      }
    };
    const tellAll = async (change: StreamChange): Promise<boolean> => {
      if (change.kind === 'incident') {
        const { before, after } = change;
        const isRelease = before?.status === 'embargoed' && after.status === 'published';
        return !isRelease || attempt('release', () => group.noteRelease(after.id, after.version));
      }
      const { before, after } = change;
      const told = await Promise.all([
        !concernsWitness(before, after) || attempt('notice', () => notifyWitness(deps, api, after)),
        !isGroupBusy && attempt('card', () => group.showCard(after, isNews(before, after))),
      ]);
      return told.every(Boolean);
    };

    for (const record of records) {
      let change: StreamChange | undefined;
      const isRead = await attempt('record', async () => {
        change = changeOf(record);
      });
      const { before, after } = change ?? {};
      if (isRead && (!after || before?.version === after.version)) continue;
      if (change && after && !held.has(after.id) && (await tellAll(change))) continue;
      failed.push(record);
      if (after) held.add(after.id);
    }
    return {
      batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })),
    };
  };
  return { tell, tick: () => tick(deps, group, reminderHours) };
};

/** Whether a witness told something that moderators have not seen: an answer, or an amendment of what was not waiting. */
const isNews = (before: Report | undefined, after: Report): boolean => {
  if (!before) return false;
  const replies = ({ questions = [] }: Report) => questions.filter(({ reply }) => reply).length;
  if (replies(after) > replies(before)) return true;
  return before.waitingSince !== after.waitingSince && canonical(before.answers) !== canonical(after.answers);
};

let live: Promise<Reloadable<Worker>> | undefined;

/** What it works with is made at the first event. */
const running = async (): Promise<Worker> => {
  live ??= createReloadable(async onSecretChanged => {
    const environment = await loadEnvironment(environments.worker);
    return createWorker(createWorkerDeps(environment), {
      token: environment.BOT_TOKEN,
      apiRoot: environment.TELEGRAM_API_ROOT,
      reminderHours: environment.REMINDER_HOURS,
      onRefused: onSecretChanged,
    });
  });
  // What failed to start (Parameter Store was out of reach, say) is tried again at the next event.
  live.catch(() => {
    live = undefined;
  });
  return (await live).current();
};

/** Lambda entry: the stream of the records table, and the clock. */
export const handler = (
  event: DynamoDBStreamEvent | Pick<EventBridgeEvent<string, unknown>, 'source'>,
  context?: Pick<Context, 'awsRequestId'>,
): Promise<DynamoDBBatchResponse | undefined> =>
  inRequest(context?.awsRequestId ?? randomUUID(), async () => {
    const worker = await running();
    if ('Records' in event) return worker.tell(event);
    await worker.tick();
    return undefined;
  });
