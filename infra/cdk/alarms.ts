import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Metrics } from './metrics.ts';

/** An alarm: `metric` reaches `threshold` for `periods` periods of 5 minutes. `todo` is what the e-mail says. */
export type AlarmDefinition = Readonly<{
  name: string;
  metric: IMetric;
  threshold: number;
  periods?: number;
  todo: string;
}>;

const seconds = 1000;
const minutes = 60 * seconds;
const hourSeconds = 60 * 60;

/** Every alarm, each with what it means for people and what to do first. */
export const alarmsOf = (metrics: Metrics): readonly AlarmDefinition[] => [
  {
    name: 'webhook-errors',
    metric: metrics.webhook.errors,
    threshold: 1,
    todo: 'The webhook function crashed or ran out of time, so somebody waits for an answer; Telegram delivers again. Look in its log group for "level":"ERROR" and "Task timed out". After a deployment: deploy the version before. If it cannot start, its log names the parameter that is missing or wrong.',
  },
  {
    name: 'updates-failed',
    metric: metrics.updates.failed,
    threshold: 1,
    todo: 'A bug: an update could not be handled; the person was told so, and it will not come again. Look in the log of the webhook for "update_failed": it names the error and where in the code. Write a test, fix, deploy.',
  },
  {
    name: 'updates-later',
    metric: metrics.updates.later,
    threshold: 20,
    periods: 2,
    todo: 'Many updates are put off, because Telegram or DynamoDB is in trouble; nothing is lost, people wait. Look in the log of the webhook for "update_later" and the error it names. GrammyError: see core.telegram.org status; ThrottlingException: see the alarms of the tables. If Telegram refuses the token (401): put the new one in place (npm run secrets).',
  },
  {
    name: 'webhook-slow',
    metric: metrics.webhook.slow,
    threshold: 8 * seconds,
    periods: 3,
    todo: 'One answer in a hundred takes over 8 seconds. See on the dashboard whether DynamoDB is throttled or Telegram is slow (UpdateTime). If neither, raise the memory of the webhook in infra/cdk/bot-stack.ts, which raises its processor too.',
  },
  {
    name: 'webhook-throttles',
    metric: metrics.webhook.throttles,
    threshold: 1,
    todo: 'AWS refused to run the webhook: too many functions at once in this account. Telegram delivers again. Ask for a higher quota of concurrent executions (Service Quotas, Lambda), or lower max_connections in bot/register/registration.ts.',
  },
  {
    name: 'api-errors',
    metric: metrics.serverErrors,
    threshold: 20,
    periods: 2,
    todo: 'The address that Telegram calls answers 5xx. With updates-later too: see there. Alone: the function cannot be reached or does not start; look in the access log for "error" and in the log of the webhook.',
  },
  {
    name: 'refused',
    metric: metrics.refused,
    threshold: 100,
    todo: 'Many calls without the right secret. If people get no answers, Telegram has another secret than Parameter Store: run npm run register. If they do, somebody else is knocking; throttling holds, nothing else is needed. If it goes on for days, put a WAF in front or change the address (see "Incidents" in the README).',
  },
  {
    name: 'not-registered',
    metric: metrics.notRegistered,
    threshold: 1,
    todo: 'The deployment could not register the webhook with Telegram: until it is, the bot may get no updates (Telegram keeps them for a day). Run npm run register, which does it again and says what is in the way.',
  },
  {
    name: 'worker-errors',
    metric: metrics.worker.errors,
    threshold: 1,
    todo: 'The worker crashed, ran out of time or cannot start. Moderators and witnesses are not told of changes until it runs; nothing is lost for 23 hours. Look in its log for "level":"ERROR". After a deployment: deploy the version before.',
  },
  {
    name: 'worker-throttles',
    metric: metrics.worker.throttles,
    threshold: 5,
    todo: 'AWS refused to run the worker: too many functions at once in this account. The stream waits. Ask for a higher quota of concurrent executions (Service Quotas, Lambda).',
  },
  {
    name: 'worker-slow',
    metric: metrics.worker.slow,
    threshold: 90 * seconds,
    periods: 2,
    todo: 'A batch of the worker takes over 90 of its 120 seconds. Telegram is slow, or asks to write less. Look in its log for "not_told". If it stays so, lower the batch size in infra/cdk/bot-stack.ts.',
  },
  {
    name: 'stream-late',
    metric: metrics.worker.iteratorAge,
    threshold: 15 * minutes,
    periods: 2,
    todo: 'Cards and notices are over 15 minutes late: something fails again and again, or Telegram asks to write less in the group. Look in the log of the worker for "not_told". After 23 hours a record goes to the dead letters.',
  },
  {
    name: 'dead-letters',
    metric: metrics.deadLetters,
    threshold: 1,
    todo: 'Somebody was never told something: a record of the stream failed for 23 hours. The message in the queue svidok-<stage>-dead-letters names the shard and the sequence numbers; the log of the worker says why ("not_told"). Fix the cause; the report itself is whole, and in /queue. Then purge the queue.',
  },
  {
    name: 'queue-old',
    metric: metrics.queueAge,
    threshold: 24 * hourSeconds,
    todo: 'A report has waited for a day. Nothing is broken: ask the moderators to look at /queue, or add moderators with /moderators.',
  },
  {
    name: 'release-late',
    metric: metrics.releaseLate,
    threshold: 10 * 60,
    todo: 'An approved incident was released over 10 minutes after its time. The clock of the worker stood still, or releases failed: look in its log for "not_done" and "release". Each minute it tries again; nothing is lost.',
  },
  {
    name: 'chats-throttled',
    metric: metrics.throttled.chats,
    threshold: 10,
    periods: 2,
    todo: 'DynamoDB refuses reads or writes of the table of chats: the caps in infra/cdk/data-stack.ts are reached, or one key is too busy (see contributor insights of the table). If people really write that much, raise the caps and deploy; if not, somebody is flooding the bot.',
  },
  {
    name: 'records-throttled',
    metric: metrics.throttled.records,
    threshold: 10,
    periods: 2,
    todo: 'DynamoDB refuses reads or writes of the table of records: the caps in infra/cdk/data-stack.ts are reached, or one key is too busy (see contributor insights of the table; a tally takes 1,000 writes a second). Raise the caps and deploy, unless somebody is flooding the bot.',
  },
];
