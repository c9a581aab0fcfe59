import type { Api } from 'grammy/web';
import * as z from 'zod/mini';
import { loadCatalogue } from '../locales/load.ts';
import { apiErrorOf, isUnreachable } from '../telegram/api-errors.ts';
import { exportJobSchema, pictureJobSchema } from './jobs.ts';
import type { Log } from './log.ts';

/**
 * What Lambda hands on of a job whose process died, ran out of time or memory, or never started
 * (docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
const lostJobSchema = z.object({
  requestContext: z.object({ condition: z.string() }),
  requestPayload: z.unknown(),
});

/** The job that was lost; undefined for an event that is a job itself. */
export const lostJobIn = (event: unknown): Readonly<{ job: unknown; condition: string }> | undefined => {
  const lost = lostJobSchema.safeParse(event);
  return lost.success
    ? { job: lost.data.requestPayload, condition: lost.data.requestContext.condition }
    : undefined;
};

/**
 * Tells whoever asked that what they asked for does not come. Done by a function that makes something else, because the one that
 * died may not start at all. Does not throw: what cannot be told is logged, and nobody is left to hand it on to.
 */
export const tellLost = async (
  { api, log }: Readonly<{ api: Api; log: Log }>,
  { job, condition }: NonNullable<ReturnType<typeof lostJobIn>>,
): Promise<void> => {
  try {
    const picture = pictureJobSchema.safeParse(job);
    const { chat, locale } = picture.success ? picture.data : exportJobSchema.parse(job);
    const t = await loadCatalogue(locale);
    log.info('job_lost', { condition, kind: picture.success ? 'picture' : 'export' });
    await api.sendMessage(chat, picture.success ? t.pictures.failed : t.taking.failed);
  } catch (error) {
    if (!isUnreachable(apiErrorOf(error))) log.error('job_lost_untold', error, { condition });
  }
};
