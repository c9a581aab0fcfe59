import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { Api } from 'grammy/web';
import { register, type Told, unregister } from './register/registration.ts';
import { environments } from './runtime/environment.ts';
import { IncompleteEnvironment, loadEnvironment } from './runtime/load-environment.ts';
import { createLog, inRequest } from './runtime/log.ts';

/** Left of the function's time for answering CloudFormation. */
const reserveMs = 10_000;
const callTimeoutSeconds = 10;

/**
 * Lambda entry: a custom resource of the deployment, by which Telegram is told where the bot is. It always succeeds: a
 * deployment must not be undone because Telegram was out of reach. What became of it is in `Outcome`, and counted.
 */
export const handler = (
  event: Pick<CloudFormationCustomResourceEvent, 'RequestType' | 'ResourceProperties'>,
  context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>,
): Promise<Readonly<{ PhysicalResourceId: string; Data: Readonly<{ Outcome: string }> }>> =>
  inRequest(context.awsRequestId, async () => {
    const deadline = Date.now() + context.getRemainingTimeInMillis() - reserveMs;
    const { METRICS: namespace } = process.env;
    const log = createLog(undefined, { namespace });
    const outcome = await attempt(event, deadline).catch(error => {
      log.error('registration_failed', error, {
        ...(error instanceof IncompleteEnvironment && { problems: error.message }),
      });
      return { kind: 'failed' } as const;
    });
    const isDone = outcome.kind === 'done';
    log.measure('registration', [{ name: 'NotRegistered', value: isDone ? 0 : 1 }], {
      outcome: outcome.kind,
      ...('why' in outcome && { why: outcome.why }),
      ...('introduction' in outcome && { introduction: String(outcome.introduction) }),
    });
    return {
      // One for ever: another would make CloudFormation delete "the old one", the very webhook just set.
      PhysicalResourceId: 'webhook',
      Data: { Outcome: isDone ? 'registered' : 'why' in outcome ? `refused: ${outcome.why}` : outcome.kind },
    };
  });

const attempt = async (
  { RequestType: type, ResourceProperties: { Url: url } }: Parameters<typeof handler>[0],
  deadline: number,
): Promise<Told> => {
  const environment = await loadEnvironment(environments.registrar);
  const api = new Api(environment.BOT_TOKEN, {
    apiRoot: environment.TELEGRAM_API_ROOT,
    timeoutSeconds: callTimeoutSeconds,
  });
  return type === 'Delete'
    ? unregister(api, deadline)
    : register(
        api,
        {
          url: String(url),
          secret: environment.WEBHOOK_SECRET,
          languages: environment.COUNTRY.languages,
          moderatorsChat: environment.MODERATORS_CHAT,
        },
        deadline,
      );
};
