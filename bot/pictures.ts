import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { Api } from 'grammy/web';
import { type PictureDeps, sendPicture } from './picture/send.ts';
import { createPictureStore } from './runtime/dependencies.ts';
import { environments } from './runtime/environment.ts';
import { httpsFetch } from './runtime/https-fetch.ts';
import { pictureJobSchema } from './runtime/jobs.ts';
import { loadEnvironment } from './runtime/load-environment.ts';
import { createLog, inRequest } from './runtime/log.ts';
import { onUnauthorized } from './runtime/on-unauthorized.ts';
import { createReloadable, type Reloadable } from './runtime/reloadable.ts';

/** A photo of a megabyte on a slow day. */
const callTimeoutSeconds = 20;

let pictures: Promise<Reloadable<PictureDeps>> | undefined;

/** What this process draws with, made at its first order. */
const currentDeps = async (): Promise<PictureDeps> => {
  pictures ??= createReloadable(async onSecretChanged => {
    const environment = await loadEnvironment(environments.pictures);
    const api = new Api(environment.BOT_TOKEN, {
      apiRoot: environment.TELEGRAM_API_ROOT,
      timeoutSeconds: callTimeoutSeconds,
      fetch: httpsFetch,
    });
    onUnauthorized(api, onSecretChanged);
    return {
      api,
      store: createPictureStore(environment),
      country: environment.COUNTRY,
      now: () => new Date(),
      log: createLog(undefined, { namespace: environment.METRICS }),
    };
  });
  // A failed start (Parameter Store out of reach, say) is tried again at the next order.
  pictures.catch(() => {
    pictures = undefined;
  });
  return (await pictures).current();
};

/** Lambda entry: draws and sends one picture. The webhook orders it without waiting. */
export const handler = (event: unknown, context?: Pick<Context, 'awsRequestId'>): Promise<void> =>
  inRequest(context?.awsRequestId ?? randomUUID(), async () =>
    sendPicture(await currentDeps(), pictureJobSchema.parse(event)),
  );
