import * as z from 'zod/mini';
import { localeSchema } from '../../lib/locale.ts';
import { themes } from '../../lib/picture/theme.ts';
import { httpsFetch } from './https-fetch.ts';
import { signedHeaders } from './signature.ts';

/**
 * What is made and sent outside of the request in which it was asked for, by functions of their own: files and pictures. A
 * `question` is what is asked for as a summary's button has it, `bot` the bot's name, for links.
 */
const asking = { chat: z.int(), locale: localeSchema, bot: z.string(), question: z.string() };

export const exportJobSchema = z.object({
  ...asking,
  format: z.enum(['csv', 'xlsx', 'geojson', 'month', 'region', 'munition']),
  /** The view of the team. Whoever starts such a job checked that a moderator asks. */
  forTeam: z.optional(z.literal(true)),
});
export type ExportJob = Readonly<z.infer<typeof exportJobSchema>>;

export const pictureJobSchema = z.object({
  ...asking,
  kind: z.enum(['map', 'chart']),
  theme: z.enum(themes),
});
export type PictureJob = Readonly<z.infer<typeof pictureJobSchema>>;

/** Starts a job. Resolves once it is sure to be begun, not once it is done. */
type StartJob<Job> = (job: Job) => Promise<void>;

/** How jobs are started, by what they make. */
export type Jobs = Readonly<{ export: StartJob<ExportJob>; picture: StartJob<PictureJob> }>;

const timeoutMs = 3000;

/**
 * Starts jobs by calling a Lambda function without waiting for it (`Event`). Without the SDK's client, as in `readParameters`;
 * needs the right to invoke it. `AWS_ENDPOINT_URL_LAMBDA` names another address, as for the SDK. The job lies in Lambda's own
 * queue meanwhile, encrypted, for five minutes at most.
 */
export const createStartJob =
  <Job>(functionName: string | undefined): StartJob<Job> =>
  async job => {
    if (functionName === undefined) throw new Error('Nothing does such jobs: no function is named for them.');
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
    if (response.status !== 202) throw new Error(`Lambda refuses to start a job: ${response.status}.`);
  };
