import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { Api } from 'grammy/web';
import { createDynamo } from '../lib/store/dynamodb/client.ts';
import { createIncidentLists } from '../lib/store/records/incidents.ts';
import type { ExportDeps } from './export/asked.ts';
import { runExport } from './export/run.ts';
import { environments } from './runtime/environment.ts';
import { httpsFetch } from './runtime/https-fetch.ts';
import { exportJobSchema } from './runtime/jobs.ts';
import { loadEnvironment } from './runtime/load-environment.ts';
import { createLog, inRequest } from './runtime/log.ts';
import { onUnauthorized } from './runtime/on-unauthorized.ts';
import { createReloadable, type Reloadable } from './runtime/reloadable.ts';

/** A file of 45 MB over a slow line. */
const callTimeoutSeconds = 240;

let deps: Promise<Reloadable<ExportDeps>> | undefined;

/** Made at the first job. It reads incidents as they are published, and has no secret but the bot's token. */
const currentDeps = async (): Promise<ExportDeps> => {
  deps ??= createReloadable(async onSecretChanged => {
    const { BOT_TOKEN, TELEGRAM_API_ROOT, RECORDS_TABLE, COUNTRY, METRICS } = await loadEnvironment(
      environments.export,
    );
    const api = new Api(BOT_TOKEN, {
      apiRoot: TELEGRAM_API_ROOT,
      timeoutSeconds: callTimeoutSeconds,
      fetch: httpsFetch,
    });
    onUnauthorized(api, onSecretChanged);
    return {
      api,
      incidents: createIncidentLists({ client: createDynamo(), tables: { records: RECORDS_TABLE } }),
      country: COUNTRY,
      now: () => new Date(),
      log: createLog(undefined, { namespace: METRICS }),
    };
  });
  // A failed start is tried again with the next job.
  deps.catch(() => {
    deps = undefined;
  });
  return (await deps).current();
};

/** Lambda entry, called without waiting: makes a file and sends it. */
export const handler = (event: unknown, context?: Pick<Context, 'awsRequestId'>): Promise<void> =>
  inRequest(context?.awsRequestId ?? randomUUID(), async () =>
    runExport(await currentDeps(), exportJobSchema.parse(event)),
  );
