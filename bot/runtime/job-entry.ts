import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { Api } from 'grammy/web';
import type * as z from 'zod/mini';
import type { Country } from '../../lib/country.ts';
import { environments } from './environment.ts';
import { httpsFetch } from './https-fetch.ts';
import { loadEnvironment } from './load-environment.ts';
import { createLog, inRequest, type Log } from './log.ts';
import { type LostJob, lostJobIn } from './lost-job.ts';
import { onUnauthorized } from './on-unauthorized.ts';
import { createReloadable, type Reloadable } from './reloadable.ts';

/** What every job needs. It has no secret but the bot's token. */
export type JobDeps = Readonly<{ api: Api; country: Country; now: () => Date; log: Log }>;

type JobEnvironments = Pick<typeof environments, 'export' | 'pictures'>;

/**
 * A Lambda entry that is called without waiting, and does a job a call, or tells of a job of another function that was lost. What
 * it needs is made at the first, and anew when the token was refused; a failed start is tried again with the next job.
 */
export const createJobEntry = <Name extends keyof JobEnvironments, Job, Own>({
  name,
  job: jobSchema,
  callTimeoutSeconds,
  own,
  run,
  tellLost,
}: Readonly<{
  /** Whose environment it reads. */
  name: Name;
  job: z.ZodMiniType<Job>;
  callTimeoutSeconds: number;
  own: (environment: z.output<JobEnvironments[Name]>) => Own;
  run: (deps: JobDeps & Own, job: Job) => Promise<void>;
  tellLost: (deps: JobDeps, lost: LostJob) => Promise<void>;
}>) => {
  let running: Promise<Reloadable<JobDeps & Own>> | undefined;
  const currentDeps = async (): Promise<JobDeps & Own> => {
    running ??= createReloadable(async onSecretChanged => {
      const environment = await loadEnvironment<JobEnvironments[Name]>(environments[name]);
      const { BOT_TOKEN, TELEGRAM_API_ROOT, COUNTRY, METRICS } = environment;
      const api = new Api(BOT_TOKEN, {
        apiRoot: TELEGRAM_API_ROOT,
        timeoutSeconds: callTimeoutSeconds,
        fetch: httpsFetch,
      });
      onUnauthorized(api, onSecretChanged);
      const log = createLog(undefined, { namespace: METRICS });
      return { api, country: COUNTRY, now: () => new Date(), log, ...own(environment) };
    });
    running.catch(() => {
      running = undefined;
    });
    return (await running).current();
  };
  return (event: unknown, context?: Pick<Context, 'awsRequestId'>): Promise<void> =>
    inRequest(context?.awsRequestId ?? randomUUID(), async () => {
      const deps = await currentDeps();
      const lost = lostJobIn(event);
      return lost ? tellLost(deps, lost) : run(deps, jobSchema.parse(event));
    });
};
