import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { Api } from 'grammy/web';
import { formatOutcome, type RegistrationOutcome, register, unregister } from './register/registration.ts';
import { environments } from './runtime/environment.ts';
import { httpsFetch } from './runtime/https-fetch.ts';
import { IncompleteEnvironment, loadEnvironment } from './runtime/load-environment.ts';
import { createLog, inRequest } from './runtime/log.ts';

/** Kept of the function's time to answer CloudFormation. */
const reserveMs = 10_000;
const callTimeoutSeconds = 10;

/**
 * Lambda entry: a custom resource that registers the webhook during a deployment. It always succeeds, because a deployment
 * must not be rolled back when Telegram is out of reach: `Outcome` says how it went, and a metric counts failures.
 */
export const handler = (
  event: Pick<CloudFormationCustomResourceEvent, 'RequestType' | 'ResourceProperties'>,
  context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>,
): Promise<Readonly<{ PhysicalResourceId: string; Data: Readonly<{ Outcome: string }> }>> =>
  inRequest(context.awsRequestId, async () => {
    const deadline = Date.now() + context.getRemainingTimeInMillis() - reserveMs;
    const log = createLog(undefined, { namespace: process.env.METRICS });
    const outcome = await update(event, deadline).catch((error: unknown): RegistrationOutcome => {
      const problems = error instanceof IncompleteEnvironment ? error.message : undefined;
      log.error('registration_failed', error, { problems });
      return { kind: 'failed' };
    });
    const { kind, ...details } = outcome;
    log.measure('registration', [{ name: 'NotRegistered', value: kind === 'done' ? 0 : 1 }], {
      outcome: kind,
      ...details,
    });
    return {
      // Never another: CloudFormation would then delete "the old one", which is the webhook just set.
      PhysicalResourceId: 'webhook',
      Data: { Outcome: formatOutcome(outcome) },
    };
  });

const update = async (
  { RequestType: type, ResourceProperties: { Url: url } }: Parameters<typeof handler>[0],
  deadline: number,
): Promise<RegistrationOutcome> => {
  const environment = await loadEnvironment(environments.registrar);
  const api = new Api(environment.BOT_TOKEN, {
    apiRoot: environment.TELEGRAM_API_ROOT,
    timeoutSeconds: callTimeoutSeconds,
    fetch: httpsFetch,
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
