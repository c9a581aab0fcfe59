import { isBesideObject } from '../../lib/report/beside-object.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import type { Ctx } from '../context.ts';
import type { PictureJob } from '../runtime/jobs.ts';
import { type Question, questionArguments } from './question.ts';

/** More pictures than these within a minute are asked for by nobody who looks at them. */
const picturesAMinute = 6;

/**
 * Orders a picture, which comes by itself. What becomes of the order; `failed`, with a line in the log, when nobody takes it;
 * `whenAway`: it would come below the safety text of somebody who may be beside an object.
 */
export const orderPicture = async (
  { deps, locale, person, me, states }: Ctx,
  {
    kind,
    question,
    theme = 'light',
  }: Pick<PictureJob, 'kind'> & Readonly<{ question: Question; theme?: PictureJob['theme'] | undefined }>,
): Promise<'ordered' | 'tooMany' | 'whenAway' | 'failed'> => {
  const { store, identity, jobs, log } = deps;
  const key = identity.chatKey(person.chatId);
  const { draft } = await states.read(key);
  if (draft && isBesideObject(draft)) return 'whenAway';
  const isFree = await store.rateLimit.take(`${key}#PICTURES`, picturesAMinute);
  if (!isFree) return 'tooMany';
  try {
    await jobs.picture({
      chat: person.chatId,
      locale,
      bot: me.username,
      question: readerCallbacks.data('summary', questionArguments(question)),
      kind,
      theme,
    });
    return 'ordered';
  } catch (error) {
    log.error('picture_not_ordered', error, { kind });
    log.measure('picture_not_ordered', [{ name: 'PicturesFailed', value: 1 }]);
    return 'failed';
  }
};
