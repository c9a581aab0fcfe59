import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Metrics } from './metrics.ts';

/** Goes off when `metric` is at least `threshold`, in the metric's unit, in `periods` (1) periods of 5 minutes of the last `of`. */
type AlarmDefinition = Readonly<{
  metric: (metrics: Metrics) => IMetric;
  threshold: number;
  periods?: number;
  /** As many as `periods` unless given. */
  of?: number;
  /** The metric is written all the time: that it is missing is a fault, too. */
  isContinuous?: boolean;
  /** Goes off when the metric is below the threshold instead. */
  isBelow?: boolean;
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
      'Telegram does not know the address of this bot, has another one, or refuses its token: people get no answers. Telegram keeps what they send for a day. Run npm run register, which registers again and says what is in the way. If this comes back, somebody else uses the token: revoke it at @BotFather, then npm run secrets -- BOT_TOKEN and npm run register.',
  },
  'updates-waiting': {
    metric: metrics => metrics.updatesPending,
    threshold: 1,
    periods: 3,
    isContinuous: true,
    description:
      'For 15 minutes Telegram has had updates that it does not get delivered, or could not be asked: some or all people get no answer. npm run register shows the last error that Telegram met, and puts the address right. If webhook-errors, api-errors, refused or updates-later has gone off too, start there. If all is well there, one person\'s update fails again and again: look for "update_later" in the log of the webhook.',
  },
  'delivery-failing': {
    metric: metrics => metrics.deliveryFailing,
    threshold: 1,
    periods: 2,
    description:
      'For 10 minutes Telegram has met errors when it delivers updates. npm run register names the last one. A wrong status: see the alarms of the webhook. No connection: the address is gone or AWS is in trouble; npm run deploy makes it again. Telegram keeps what people send for a day.',
  },
  'clock-stopped': {
    metric: metrics => metrics.ticks,
    threshold: 1,
    periods: 2,
    isBelow: true,
    isContinuous: true,
    description:
      'The clock has not run its tasks for 10 minutes: nothing is released, nobody is reminded, and the alarms that measure by the clock are blind. See whether the rule "Clock" is enabled (EventBridge) and whether worker-errors or worker-throttles has gone off. npm run deploy sets the rule right. Nothing is lost; it catches up.',
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
  'pictures-failed': {
    metric: metrics => metrics.pictures.failed,
    threshold: 3,
    description:
      'People asked for maps or charts and got words of regret: nothing else is delayed, and /summary has the numbers. Look for "picture_failed" and "picture_not_ordered" in the logs of pictures and of the webhook: they name the error. Counts that do not come to the number of the summary: run npm run verify. GrammyError: check core.telegram.org.',
  },
  'pictures-errors': {
    metric: metrics => metrics.pictures.errors,
    threshold: 1,
    description:
      'The function that draws pictures crashed, timed out or cannot start: who asked for one got none; the export function tells them (look for "job_lost_untold" in its log). Look for "level":"ERROR" and "Task timed out" in the log of pictures. If this began with a deployment, deploy the previous version.',
  },
  'exports-failed': {
    metric: metrics => metrics.export.failed,
    threshold: 1,
    description:
      'Somebody asked for a file and got words of regret: nothing else is delayed. Look for "export_failed" in the logs of export and of the webhook: it names the error. GrammyError: check core.telegram.org. CorruptItem: run npm run verify.',
  },
  'export-errors': {
    metric: metrics => metrics.export.errors,
    threshold: 1,
    description:
      'The function that makes files crashed, ran out of time or memory, or cannot start: who asked for one got none; the pictures function tells them (look for "job_lost_untold" in its log). Look for "level":"ERROR" and "Task timed out" in the log of export. 100,000 incidents fit: see test/bench/export.ts; with many more, give it more time in infra/cdk/bot/export.ts.',
  },
  'stream-late': {
    metric: metrics => metrics.worker.iteratorAge,
    threshold: 15 * minuteMs,
    periods: 2,
    description:
      'Cards and notices are over 15 minutes late: something keeps failing, or Telegram asks us to send less to the group. Look for "not_told" in the log of the worker.',
  },
  'not-told': {
    metric: metrics => metrics.notTold,
    threshold: 1,
    periods: 3,
    of: 6,
    description:
      'Notices, cards or tasks of the clock have failed again and again for half an hour; they are still being tried. Look for "not_told" and "not_done" in the log of the worker: "what" says which, "error" and "code" say why. GrammyError 400 or 403: the group forbids the bot something. Otherwise see the alarms of DynamoDB, and core.telegram.org.',
  },
  problems: {
    metric: metrics => metrics.problems,
    threshold: 1,
    description:
      'Something was put aside because it can be neither delivered nor read; everything else goes on. An admin sees what and why with /problems, and can try it again there once the reason is gone.',
  },
  unreadable: {
    metric: metrics => metrics.unreadable,
    threshold: 1,
    description:
      'Lists skip items that this release cannot read. After going back to an earlier release, they are of the newer one: deploy that again. Otherwise look for "unreadable" in the log of the webhook and the worker, which names the list, and run npm run verify, which names the items.',
  },
  'dead-letters': {
    metric: metrics => metrics.deadLetters,
    threshold: 1,
    description:
      'Someone was not notified: a record of the stream failed until it was given up. The message in the queue svidok-<stage>-dead-letters names the shard and the sequence numbers; the log of the worker says why ("not_told"). Fix the cause; the report itself is intact, and in /queue. Then purge the queue.',
  },
  'queue-old': {
    metric: metrics => metrics.queueAge,
    threshold: daySeconds,
    periods: 2,
    isContinuous: true,
    description:
      'A report has been waiting for a day: ask the moderators to look at /queue, or add moderators with /moderators. Or the queue could not be measured for 10 minutes: then look for "not_done" and "queue" in the log of the worker.',
  },
  'release-late': {
    metric: metrics => metrics.releaseLate,
    threshold: 10 * minuteSeconds,
    periods: 2,
    isContinuous: true,
    description:
      'An approved incident is over 10 minutes late, or what is due could not be read for 10 minutes: look for "not_done" and "release" in the log of the worker. It tries again every minute; nothing is lost.',
  },
  'followers-late': {
    metric: metrics => metrics.followersLate,
    threshold: 2 * 60 * minuteSeconds,
    periods: 2,
    isContinuous: true,
    description:
      'What followers are to be told is two hours late, or it could not be measured for 10 minutes. Twenty a second are told, some 60,000 in an hour: with more than that it is late without a fault. Otherwise look for "followers", "not_told" and "not_done" in the log of the worker: Telegram refuses or is out of order, or the tables are. Nothing is lost; the clock goes on every minute.',
  },
  'reads-throttled': {
    metric: metrics => metrics.throttled.reads,
    threshold: 10,
    periods: 2,
    description:
      'DynamoDB throttles reads of a table or an index: the caps in infra/cdk/data-stack.ts are reached, or one key is too busy. ReadThrottleEvents in CloudWatch shows which; "aws dynamodb update-contributor-insights --contributor-insights-action ENABLE" for it then shows the key (it costs, so disable it afterwards). If people really read that much, raise the caps and deploy; if not, someone is flooding the bot.',
  },
  'writes-throttled': {
    metric: metrics => metrics.throttled.writes,
    threshold: 10,
    periods: 2,
    description:
      'DynamoDB throttles writes of a table or an index (which stops writes to its table): the caps in infra/cdk/data-stack.ts are reached, or one key is too busy; a tally takes 1,000 writes a second. WriteThrottleEvents in CloudWatch shows which; "aws dynamodb update-contributor-insights --contributor-insights-action ENABLE" for it then shows the key (it costs, so disable it afterwards). Raise the caps and deploy, unless someone is flooding the bot.',
  },
};
