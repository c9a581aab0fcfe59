import * as z from 'zod/mini';
import { localeSchema } from '../../lib/locale.ts';
import { themes } from '../../lib/picture/theme.ts';
import { callAws } from './aws/call.ts';

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

/**
 * Starts jobs by calling a Lambda function without waiting for it (`Event`); needs the right to invoke it. The job lies in
 * Lambda's own queue meanwhile, encrypted, for five minutes at most.
 */
export const createStartJob =
  <Job>(functionName: string | undefined): StartJob<Job> =>
  async job => {
    if (functionName === undefined) throw new Error('Nothing does such jobs: no function is named for them.');
    const response = await callAws('lambda', {
      path: `/2015-03-31/functions/${functionName}/invocations`,
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' },
      body: JSON.stringify(job),
    });
    if (response.status !== 202) throw new Error(`Lambda refuses to start a job: ${response.status}.`);
  };
