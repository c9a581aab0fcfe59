import { licence } from '../../../lib/export/licence.ts';
import type { Place } from '../../../lib/place/place.ts';
import { isBesideObject } from '../../../lib/report/beside-object.ts';
import { formatLetters, readerCallbacks } from '../../callbacks/reader.ts';
import type { Ctx } from '../../context.ts';
import type { ExportJob } from '../../runtime/jobs.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { periodOf } from '../period.ts';
import { type Question, questionArguments, questionLines } from '../question.ts';

type Format = keyof typeof formatLetters;

/** The formats in which the incidents of a question can be taken away. */
export const filesScreen = (
  question: Question,
  { place, note, now }: Readonly<{ place: Place | undefined; note: Html | undefined; now: Date }>,
  view: View,
): Screen => {
  const { taking } = view.t;
  const period = periodOf(question.requested, now, view.country.zone);
  return {
    text: join([
      note,
      join(
        [
          html`<b>${taking.title}</b>`,
          ...questionLines(question, period, place, view).map(line => html`${line}`),
        ],
        '\n',
      ),
      html`${taking.about(licence.name)}`,
    ]),
    buttons: keyboard(
      ...(Object.keys(formatLetters) as Format[]).map(format => [
        {
          text: taking.formats[format],
          data: readerCallbacks.data('file', { ...questionArguments(question), format }),
        },
      ]),
      [{ text: taking.back, data: readerCallbacks.data('summary', questionArguments(question)) }],
    ),
  };
};

/** More files than these within a minute are asked for by nobody who reads them. */
const filesAMinute = 3;

/**
 * Has a file made for whoever asks. What becomes of it; `failed`, with a line in the log, when nobody makes it; `whenAway`: it would
 * come below the safety text of somebody who may be beside an object.
 */
export const startFile = async (
  { deps, person, locale, me, states }: Ctx,
  question: Question,
  format: ExportJob['format'],
): Promise<'started' | 'tooMany' | 'whenAway' | 'failed'> => {
  const { store, identity, jobs, log } = deps;
  const key = identity.chatKey(person.chatId);
  const { draft } = await states.read(key);
  if (draft && isBesideObject(draft)) return 'whenAway';
  const isFree = await store.rateLimit.take(`${key}#FILES`, filesAMinute);
  if (!isFree) return 'tooMany';
  try {
    await jobs.export({
      chat: person.chatId,
      locale,
      bot: me.username,
      question: readerCallbacks.data('summary', questionArguments(question)),
      format,
    });
    return 'started';
  } catch (error) {
    log.error('export_failed', error, { format });
    log.measure('export_failed', [{ name: 'ExportsFailed', value: 1 }]);
    return 'failed';
  }
};
