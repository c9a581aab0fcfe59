import type { Api } from 'grammy/web';
import { loadCatalogue } from './locales/load.ts';
import { exportJobSchema, pictureJobSchema } from './runtime/jobs.ts';
import type { Log } from './runtime/log.ts';
import type { LostJob } from './runtime/lost-job.ts';
import { apiErrorOf, isUnreachable } from './telegram/api-errors.ts';

/**
 * Tells whoever asked that what they asked for does not come. Done by a function that makes something else, because the one that
 * died may not start at all. Does not throw: what cannot be told is logged, and nobody is left to hand it on to.
 */
export const tellLost = async (
  { api, log }: Readonly<{ api: Api; log: Log }>,
  { job, condition }: LostJob,
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
