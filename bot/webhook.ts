import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { createBot } from './bot.ts';
import { createDeps } from './runtime/dependencies.ts';
import { environments } from './runtime/environment.ts';
import { loadEnvironment } from './runtime/load-environment.ts';
import { inRequest } from './runtime/log.ts';
import { createReloadable } from './runtime/reloadable.ts';
import { createWebhookHandler } from './webhook-request.ts';

/** Built when the function starts, and rebuilt when a secret was rotated. */
const reloadable = await createReloadable(async onSecretChanged => {
  const environment = await loadEnvironment(environments.webhook);
  const deps = createDeps(environment);
  const takeUpdate = createBot(deps, {
    token: environment.BOT_TOKEN,
    botInfo: environment.BOT_INFO,
    apiRoot: environment.TELEGRAM_API_ROOT,
    onRefused: onSecretChanged,
  });
  return createWebhookHandler(takeUpdate, { secret: environment.WEBHOOK_SECRET, log: deps.log });
});

/** Lambda entry: Telegram's webhook behind an HTTP API. */
export const handler = (
  event: APIGatewayProxyEventV2,
  context?: Pick<Context, 'awsRequestId'>,
): Promise<APIGatewayProxyStructuredResultV2> =>
  inRequest(context?.awsRequestId ?? event?.requestContext?.requestId ?? '', async () => {
    const answer = await (await reloadable.current())(event);
    // Telegram may already send a newer webhook secret than this warm function has read.
    const isRenewed = answer.statusCode === 401 && (await reloadable.renew().catch(() => false));
    return isRenewed ? (await reloadable.current())(event) : answer;
  });
