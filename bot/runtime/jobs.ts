import * as z from 'zod/mini';
import { locales } from '../../lib/locale.ts';
import { httpsFetch } from './https-fetch.ts';
import { signedHeaders } from './signature.ts';

/**
 * A file to make and to send, outside the request in which it was asked for: by a function of its own. `question` is what is asked
 * for as a button has it, `bot` the bot's name, for links.
 */
export const exportJobSchema = z.object({
  chat: z.int(),
  locale: z.enum(locales),
  bot: z.string(),
  question: z.string(),
  format: z.enum(['csv', 'xlsx', 'geojson', 'month', 'region', 'munition']),
  /** The view of the team. Whoever starts such a job checked that a moderator asks. */
  forTeam: z.optional(z.literal(true)),
});
export type ExportJob = Readonly<z.infer<typeof exportJobSchema>>;

/** Starts a job. Resolves once it is sure to be begun, not once it is done. */
export type StartJob = (job: ExportJob) => Promise<void>;

let here: StartJob | undefined;

/** Has the jobs of this process done by `run` from now on, where there is no function for them: `npm start`. */
export const runJobsHere = (run: StartJob): void => {
  here = run;
};

const timeoutMs = 3000;

/**
 * Starts jobs by calling a Lambda function without waiting for it. Needs the right to invoke it. The job lies in Lambda's own
 * queue meanwhile, encrypted, for five minutes at most.
 */
export const createStartJob =
  (functionName: string | undefined): StartJob =>
  async job => {
    if (here) return here(job);
    if (functionName === undefined) throw new Error('Nothing makes files: EXPORT_FUNCTION is not set.');
    const { AWS_REGION: region = '', AWS_ENDPOINT_URL_LAMBDA: endpoint } = process.env;
    const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = process.env;
    const url = new URL(
      `/2015-03-31/functions/${functionName}/invocations`,
      endpoint || `https://lambda.${region}.amazonaws.com`,
    );
    const body = JSON.stringify(job);
    const headers = { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' };
    const response = await httpsFetch(url, {
      method: 'POST',
      headers: signedHeaders(
        { method: 'POST', url, headers, body },
        {
          accessKeyId: AWS_ACCESS_KEY_ID,
          secretAccessKey: AWS_SECRET_ACCESS_KEY,
          sessionToken: AWS_SESSION_TOKEN,
        },
        { service: 'lambda', region, at: new Date() },
      ),
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`Lambda refuses to start a job: ${response.status}.`);
  };
