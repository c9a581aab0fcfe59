import type { Draft } from '../../lib/report/draft.ts';

/** How a draft leaves the person: what screens must know before the interview is loaded. */

/** Half-answer of the question `place`: the phone's own button for sending a location is open. */
export const locating = 'locating';

/** Whether the phone's own button for sending a location is to be open below the chat. */
export const isLocating = (draft: Draft | undefined): boolean =>
  draft?.at === 'place' && draft.pending?.place === locating;

/** Whether no more was told than what is reported. A press delivered twice begins one draft, of which nothing is to be resumed. */
export const isJustBegun = ({ answers, revises, safe }: Draft): boolean =>
  !revises && !safe && Object.keys(answers).every(name => name === 'phase' || name === 'effect');
