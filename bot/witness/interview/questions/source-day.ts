import type { Draft } from '../../../../lib/report/draft.ts';
import type { Occurred } from '../../../../lib/time/occurred.ts';
import { unknownTime } from '../../../../lib/time/presets.ts';
import { withPending } from '../question.ts';

/** The day on which the source told of it, which bounds when it happened; undefined for what the person saw. */
export const sourceDay = ({ answers: { source, forwarded } }: Draft): string | undefined =>
  source?.published ?? (source?.kind === 'told' ? forwarded?.date : undefined);

/** No later than the source told of it. */
export const notAfterSource = (draft: Draft, zone: string): Occurred | undefined => {
  const day = sourceDay(draft);
  return day === undefined ? undefined : unknownTime(zone, { end: day });
};

/** Whether it would have happened after its source told of it. */
export const isAfterSource = ({ start }: Occurred, draft: Draft): boolean => {
  const day = sourceDay(draft);
  return day !== undefined && start !== undefined && start.slice(0, 10) > day;
};

const laterTime = 'laterTime';

/** The draft with a time later than its source accepted: the person insisted on that day. */
export const acceptLater = (draft: Draft, occurred: Occurred): Draft =>
  isAfterSource(occurred, draft) ? withPending(draft, laterTime, daysOf(occurred, draft)) : draft;

/** The draft with a time that is later than its source put to the question again, beside the bound that the source gives. */
export const questionLater = (draft: Draft, zone: string): Draft => {
  const { occurred, ...answers } = draft.answers;
  const bound = notAfterSource(draft, zone);
  if (!occurred || !bound || !isAfterSource(occurred, draft)) return draft;
  if (draft.pending?.[laterTime] === daysOf(occurred, draft)) return draft;
  const options = JSON.parse(JSON.stringify([occurred, bound]));
  return withPending({ ...draft, answers }, 'time', { options });
};

const daysOf = ({ start }: Occurred, draft: Draft): string =>
  `${start?.slice(0, 10)} after ${sourceDay(draft)}`;
