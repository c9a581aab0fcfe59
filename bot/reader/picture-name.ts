import { createHash } from 'node:crypto';
import type { Period } from '../../lib/summary/period.ts';
import type { Found } from '../../lib/summary/summary.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import type { PictureJob } from '../runtime/jobs.ts';
import { type Question, questionArguments } from './question.ts';

/** Raised when the same numbers are drawn in another way: what was sent before is then drawn anew. */
const drawing = 3;

/**
 * A hash of all that decides what a picture shows, under which Telegram's id of it is kept once it was sent. When anything of it was
 * last changed is among the tallies.
 */
export const pictureName = (
  { kind, locale, theme, bot }: Pick<PictureJob, 'kind' | 'locale' | 'theme' | 'bot'>,
  {
    question,
    period,
    today,
    found: { surely, perhaps },
  }: Readonly<{ question: Question; period: Period | undefined; today: string; found: Found }>,
): string => {
  const asked = readerCallbacks.data('summary', questionArguments(question));
  return createHash('sha256')
    .update(JSON.stringify([drawing, kind, locale, theme, bot, today, asked, period, surely, perhaps]))
    .digest('base64url');
};
