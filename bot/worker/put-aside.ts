import type { NewProblem, ProblemReason } from '../../lib/store/chats/problems.ts';
import { CorruptItem, isRetryable } from '../../lib/store/dynamodb/errors.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { inTries } from '../runtime/tries.ts';
import { type ApiError, apiErrorOf, isTransient, type Unreachable } from '../telegram/api-errors.ts';
import { ClaimedElsewhere } from '../telegram/exactly-once.ts';

/** What is to be done for one recipient or one item. */
type Task = Readonly<Pick<NewProblem, 'what' | 'subject' | 'notice'>>;

/** `store`: the tables are out of reach, which concerns everybody and is nothing to write into them. */
type Failure = Readonly<{ kind: 'later' | 'open'; reason: ProblemReason } | { kind: 'store' }>;

/**
 * Nothing can be written to a chat, or (`too_many`) not this minute; or (`refused`) what is there can be taken away no more. `later`: when that ends is found out by itself, as with the moderators' chat, of which an
 * admin learns once, whatever was to be told there.
 */
export class Refused extends Error {
  override name = 'Refused';
  readonly why: Unreachable | 'too_many' | 'refused';
  readonly kind: 'later' | 'open';

  constructor(why: Unreachable | 'too_many' | 'refused', kind: 'later' | 'open') {
    super('A chat takes no messages, or does not let one go.');
    this.why = why;
    this.kind = kind;
  }
}

/** How an error is read: whether the same may succeed by itself later, and why it did not now. */
const failureOf = (error: unknown): Failure => {
  const apiError = apiErrorOf(error);
  if (apiError !== undefined)
    return { kind: isTransient(apiError) ? 'later' : 'open', reason: reasonOf(apiError) };
  if (error instanceof Refused) return { kind: error.kind, reason: reasonOf(error.why) };
  if (error instanceof ClaimedElsewhere) return { kind: 'later', reason: 'busy' };
  if (isRetryable(error)) return { kind: 'store' };
  return { kind: 'open', reason: error instanceof CorruptItem ? 'unreadable' : 'fault' };
};

/** The reason to store for an error of Telegram's. A new error does not compile until it has a reason here. */
export const reasonOf = (apiError: ApiError): ProblemReason => {
  switch (apiError) {
    // About one message or one moment: what is done then does not fail for it, so an admin needs no word for it.
    case 'migrated':
    case 'not_modified':
    case 'message_gone':
    case 'message_fixed':
      return 'refused';
    default:
      return apiError;
  }
};

/**
 * Does one thing for one recipient, in a few tries where it may pass; what fails all the same is put aside, so that everything
 * else goes on within a second. `failed`: not even that could be stored; deliver it again.
 */
export const doOrPutAside = async (
  deps: Pick<WorkerDeps, 'store' | 'log'>,
  task: Task,
  act: () => Promise<unknown>,
): Promise<'done' | 'aside' | 'failed'> => {
  const { log } = deps;
  const { what } = task;
  try {
    await inTries(act, mayPassSoon);
    return 'done';
  } catch (error) {
    const failure = failureOf(error);
    log.error('not_told', error, { what, reason: failure.kind === 'store' ? 'store' : failure.reason });
    log.measure('not_told', [{ name: 'NotTold', value: 1 }], { what });
    if (failure.kind === 'store') return 'failed';
    try {
      await putAside(deps, { ...task, reason: failure.reason, state: failure.kind });
      return 'aside';
    } catch (noting) {
      log.error('not_put_aside', noting, { what });
      return 'failed';
    }
  }
};

/** Not in a second: that Telegram wants to be asked less, or that the group takes no messages. */
const mayPassSoon = (error: unknown): boolean =>
  failureOf(error).kind !== 'open' && apiErrorOf(error) !== 'too_many' && !(error instanceof Refused);

/** Puts something aside, and counts it when that is news for an admin. */
export const putAside = async (
  { store, log }: Pick<WorkerDeps, 'store' | 'log'>,
  problem: NewProblem,
): Promise<void> => {
  const { what, reason } = problem;
  const noted = await inTries(() => store.problems.note(problem), isRetryable);
  if (noted === 'new') log.measure('problem', [{ name: 'Problems', value: 1 }], { what, reason });
};
