import { publicDate } from '../../lib/incident/publication/time.ts';
import type { Gazetteer } from '../../lib/place/gazetteer/gazetteer.ts';
import { placeOfSettlement } from '../../lib/place/gazetteer/gazetteer.ts';
import type { Place } from '../../lib/place/place.ts';
import type { Period } from '../../lib/summary/period.ts';
import { type Found, type Summary, summaryOf } from '../../lib/summary/summary.ts';
import type { CountedArea } from '../../lib/summary/tally.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { periodOf } from '../reader/period.ts';
import { filterOf, type Question, readQuestion } from '../reader/question.ts';
import type { PictureJob } from '../runtime/jobs.ts';
import type { View } from '../text/incident.ts';

/** A question that a picture answers, with the numbers that the summary in words has for it. */
export type Asked = Readonly<{
  order: PictureJob;
  view: View;
  gazetteer: Gazetteer;
  question: Question;
  period: Period | undefined;
  area: CountedArea;
  /** The settlement that was asked for. */
  place: Place | undefined;
  today: string;
  found: Found;
  summary: Summary;
}>;

/** What is asked, before it is counted. Undefined for a question that no button asks. */
export const askedBy = (
  order: PictureJob,
  { view, gazetteer, now }: Readonly<{ view: View; gazetteer: Gazetteer; now: Date }>,
): Omit<Asked, 'found' | 'summary'> | undefined => {
  const { country } = view;
  const pressed = readerCallbacks.parse(order.question);
  if (pressed?.name !== 'summary') return undefined;
  const question = readQuestion(pressed.args, country);
  const { settlement } = question;
  const found =
    gazetteer.settlements.find(({ id }) => id === settlement) ??
    gazetteer.sections.find(({ id }) => id === settlement)?.city;
  const place = found && placeOfSettlement(found, { origin: 'typed' });
  return {
    order,
    view,
    gazetteer,
    question,
    period: periodOf(question.requested, now, country.zone),
    area: { region: question.region ?? place?.region, settlement },
    place,
    today: publicDate(now.toISOString(), country.zone),
  };
};

export const withFound = (asked: Omit<Asked, 'found' | 'summary'>, found: Found): Asked => ({
  ...asked,
  found,
  summary: summaryOf(found, filterOf(asked.question)),
});
