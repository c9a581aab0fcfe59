import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { GrammyError } from 'grammy/web';
import { changeOf, type StreamChange } from '../../lib/store/records/stream.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { attempt } from './attempt.ts';
import { bringsNews, showCard } from './card.ts';
import { noteRelease } from './digest.ts';
import { concernsWitness, notifyWitness } from './notify-witness.ts';

/**
 * Notifies people of a batch of the records table's stream. Records may come many times, after a restart even those of days
 * ago: `exactlyOnce` keeps each notice from being repeated. A record whose notices failed is reported as failed, and so is
 * every later one of the same report or incident, which must not overtake it; the stream delivers them again.
 */
export const notifyOfBatch = async (
  deps: WorkerDeps,
  { Records: records }: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> => {
  const failed: DynamoDBRecord[] = [];
  /** Ids of reports and incidents of which a record failed. */
  const blocked = new Set<string>();
  /** Telegram asked us to send less to the moderators' chat: the rest of this batch gets no cards. */
  let isGroupBusy = false;
  const notify = (what: string, act: () => Promise<unknown>, onError?: (error: unknown) => void) =>
    attempt(deps.log, 'not_told', what, act, onError);

  const notifyOf = async (change: StreamChange): Promise<boolean> => {
    if (change.kind === 'incident') {
      const { before, after } = change;
      const isRelease = before?.status === 'embargoed' && after.status === 'published';
      return !isRelease || notify('release', () => noteRelease(deps, after));
    }
    const { after } = change;
    const outcomes = await Promise.all([
      !concernsWitness(after) || notify('notice', () => notifyWitness(deps, after)),
      !isGroupBusy &&
        notify(
          'card',
          () => showCard(deps, after, bringsNews(after)),
          error => {
            isGroupBusy ||= error instanceof GrammyError && error.error_code === 429;
          },
        ),
    ]);
    return outcomes.every(Boolean);
  };
  const deliver = async (record: DynamoDBRecord): Promise<boolean> => {
    const change = changeOf(record);
    if (!change || change.before?.version === change.after.version) return true;
    const { id } = change.after;
    const isDelivered = !blocked.has(id) && (await notifyOf(change));
    if (!isDelivered) blocked.add(id);
    return isDelivered;
  };

  for (const record of records) if (!(await notify('record', () => deliver(record)))) failed.push(record);
  return {
    batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })),
  };
};
