import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Metrics } from './metrics.ts';

/** Goes off when `metric` is at least `threshold`, in the metric's unit, for `periods` (1) periods of 5 minutes on end. */
export type AlarmDefinition = Readonly<{
  metric: (metrics: Metrics) => IMetric;
  threshold: number;
  periods?: number;
  /** The text of the e-mail: what it means for people, and what to do first. At most 1,024 characters. */
  description: string;
}>;

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const minuteSeconds = 60;
const daySeconds = 24 * 60 * minuteSeconds;

/** Every alarm, by the name that follows `svidok-<stage>-`. */
export const alarms: Readonly<Record<string, AlarmDefinition>> = {
  'webhook-errors': {
    metric: metrics => metrics.webhook.errors,
    threshold: 1,
    description:
      'The webhook crashed or timed out, so someone is waiting for an answer; Telegram will deliver the update again. Look for "level":"ERROR" and "Task timed out" in its log group. If this began with a deployment, deploy the previous version. If the function cannot start, its log names the parameter that is missing or wrong.',
  },
  'updates-failed': {
    metric: metrics => metrics.updates.failed,
    threshold: 1,
    description:
      'A bug: an update could not be handled. The person was told so, and the update will not come again. Look for "update_failed" in the log of the webhook: it names the error and where in the code it was thrown. Write a test, fix, deploy.',
  },
  'updates-later': {
    metric: metrics => metrics.updates.later,
    threshold: 20,
    periods: 2,
    description:
      'Many updates are being deferred because Telegram or DynamoDB is in trouble; nothing is lost, but people wait. Look for "update_later" in the log of the webhook and the error that it names. GrammyError: check the status of core.telegram.org. ThrottlingException: see the alarms of the tables. If Telegram rejects the token (401), store the new one (npm run secrets).',
  },
  'webhook-slow': {
    metric: metrics => metrics.webhook.slow,
    threshold: 8 * secondMs,
    periods: 3,
    description:
      'One answer in a hundred takes over 8 seconds. Check on the dashboard whether DynamoDB throttles or Telegram is slow (UpdateTime). If neither, give the webhook more memory in infra/cdk/bot/bot-stack.ts; its share of a processor grows with it.',
  },
  'webhook-throttles': {
    metric: metrics => metrics.webhook.throttles,
    threshold: 1,
    description:
      'AWS refused to run the webhook: this account runs too many functions at once. Telegram will deliver again. Request a higher quota of concurrent executions (Service Quotas, Lambda), or lower maxConnections in bot/register/registration.ts.',
  },
  'api-errors': {
    metric: metrics => metrics.serverErrors,
    threshold: 20,
    periods: 2,
    description:
      'The address that Telegram calls answers 5xx. If updates-later has gone off too, start there. If not, the function cannot be reached or does not start: look for "error" in the access log, and in the log of the webhook.',
  },
  refused: {
    metric: metrics => metrics.refused,
    threshold: 100,
    description:
      'Many calls without the right secret. If people get no answers, Telegram has a different secret than Parameter Store: run npm run register. If they do, someone else is probing the address; throttling holds, and nothing else is needed. If it goes on for days, put a WAF in front or change the address (see "Incidents" in infra/README.md).',
  },
  'not-registered': {
    metric: metrics => metrics.notRegistered,
    threshold: 1,
    description:
      'The deployment could not register the webhook with Telegram: until it is registered the bot may get no updates (Telegram keeps them for a day). Run npm run register, which tries again and says what is in the way.',
  },
  'worker-errors': {
    metric: metrics => metrics.worker.errors,
    threshold: 1,
    description:
      'The worker crashed, timed out or cannot start. Moderators and witnesses hear of nothing until it runs; nothing is lost for 23 hours. Look for "level":"ERROR" in its log. If this began with a deployment, deploy the previous version.',
  },
  'worker-throttles': {
    metric: metrics => metrics.worker.throttles,
    threshold: 5,
    description:
      'AWS refused to run the worker: this account runs too many functions at once. The stream waits. Request a higher quota of concurrent executions (Service Quotas, Lambda).',
  },
  'worker-slow': {
    metric: metrics => metrics.worker.slow,
    threshold: 90 * secondMs,
    periods: 2,
    description:
      'A batch takes the worker over 90 of its 120 seconds. Telegram is slow, or asks us to send less. Look for "not_told" in its log. If it stays this way, lower the batch size in infra/cdk/bot/worker.ts.',
  },
  'stream-late': {
    metric: metrics => metrics.worker.iteratorAge,
    threshold: 15 * minuteMs,
    periods: 2,
    description:
      'Cards and notices are over 15 minutes late: something keeps failing, or Telegram asks us to send less to the group. Look for "not_told" in the log of the worker. After 23 hours a record goes to the dead letters.',
  },
  'dead-letters': {
    metric: metrics => metrics.deadLetters,
    threshold: 1,
    description:
      'Someone was never notified: a record of the stream failed for 23 hours. The message in the queue svidok-<stage>-dead-letters names the shard and the sequence numbers; the log of the worker says why ("not_told"). Fix the cause; the report itself is intact, and in /queue. Then purge the queue.',
  },
  'queue-old': {
    metric: metrics => metrics.queueAge,
    threshold: daySeconds,
    description:
      'A report has been waiting for a day. Nothing is broken: ask the moderators to look at /queue, or add moderators with /moderators.',
  },
  'release-late': {
    metric: metrics => metrics.releaseLate,
    threshold: 10 * minuteSeconds,
    description:
      'An approved incident was released over 10 minutes late. The clock of the worker stopped, or releases failed: look for "not_done" and "release" in its log. It tries again every minute; nothing is lost.',
  },
  'chats-throttled': {
    metric: metrics => metrics.throttled.chats,
    threshold: 10,
    periods: 2,
    description:
      'DynamoDB throttles the table of chats: the caps in infra/cdk/data-stack.ts are reached, or one key is too busy (see contributor insights of the table). If people really write that much, raise the caps and deploy; if not, someone is flooding the bot.',
  },
  'records-throttled': {
    metric: metrics => metrics.throttled.records,
    threshold: 10,
    periods: 2,
    description:
      'DynamoDB throttles the table of records: the caps in infra/cdk/data-stack.ts are reached, or one key is too busy (see contributor insights of the table; a tally takes 1,000 writes a second). Raise the caps and deploy, unless someone is flooding the bot.',
  },
};
