import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { CorruptItem } from '../../lib/store/dynamodb/errors.ts';
import { changeOf, keyOfRecord, type StreamChange } from '../../lib/store/records/stream.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { noteNews } from './follow/note.ts';
import { bringsNews, showCard } from './group/card.ts';
import { noteRelease } from './group/digest.ts';
import { concernsWitness, noticeId, notifyWitness } from './notify-witness.ts';
import { doOrPutAside, putAside } from './put-aside.ts';

/** Witnesses written to at the same time. */
const lanes = 5;

/** A record with what it says, unless it concerns nobody. */
type Read = Readonly<{ record: DynamoDBRecord; change: StreamChange }>;

/**
 * Notifies people of a batch of the records table's stream. Every notice stands for itself: one that cannot be told, or a
 * record that cannot be read, is put aside (`put-aside.ts`), and delays nobody else. Witnesses are written to at once, each
 * of their reports in order; cards go to the group one after the other.
 *
 * Records may come many times, after a restart even those of days ago: `exactlyOnce` keeps each notice from being repeated.
 * Only when the tables are out of reach is a record reported as failed, with every later one of the same report or
 * incident, and the stream delivers them again.
 */
export const notifyOfBatch = async (
  deps: WorkerDeps,
  { Records: records }: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> => {
  const failed = new Set<DynamoDBRecord>();
  const changes: Read[] = [];
  for (const record of records) {
    const read = await readRecord(deps, record);
    if (read === 'failed') failed.add(record);
    else if (read) changes.push({ record, change: read });
  }
  const [told, shown, noted] = await Promise.all([
    tellWitnesses(deps, changes),
    showInGroup(deps, changes),
    inOrder(changes, change => noteChange(deps, change)),
  ]);
  for (const record of [...told, ...shown, ...noted]) failed.add(record);
  return {
    batchItemFailures: records
      .filter(record => failed.has(record))
      .map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })),
  };
};

/** What a record says; undefined when that concerns nobody, or cannot be read, which is put aside. */
const readRecord = async (
  deps: WorkerDeps,
  record: DynamoDBRecord,
): Promise<StreamChange | 'failed' | undefined> => {
  try {
    const change = changeOf(record);
    if (change && isBroughtIn(change)) return undefined;
    return change?.before?.version === change?.after.version ? undefined : change;
  } catch (error) {
    const reason = error instanceof CorruptItem ? 'unreadable' : 'fault';
    const subject = keyOfRecord(record);
    deps.log.error('not_told', error, { what: 'record', reason });
    const aside = putAside(deps, { what: 'record', subject, reason, state: 'open' });
    return aside.then(
      () => undefined,
      () => 'failed' as const,
    );
  }
};

/** A report as it came in from a data set: nobody waits for an answer, and 100,000 cards would hide those of witnesses. */
const isBroughtIn = (change: StreamChange): boolean =>
  change.kind === 'report' && change.before === undefined && 'isImported' in change.after;

/** Those records whose notice could neither be told nor put aside. */
const tellWitnesses = async (
  deps: WorkerDeps,
  changes: readonly Read[],
): Promise<readonly DynamoDBRecord[]> => {
  const byReport = Object.values(
    Object.groupBy(changes, ({ change }) => (change.kind === 'report' ? change.after.id : '')),
  );
  const failed: DynamoDBRecord[] = [];
  const lane = async (): Promise<void> => {
    for (let ofReport = byReport.pop(); ofReport; ofReport = byReport.pop())
      failed.push(...(await inOrder(ofReport, change => tellWitness(deps, change))));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
};

const tellWitness = async (deps: WorkerDeps, change: StreamChange) => {
  if (change.kind !== 'report' || !concernsWitness(change.after)) return 'done';
  const { after, event } = change;
  const notice = noticeId(after.id, event);
  return doOrPutAside(deps, { what: 'notice', subject: after.id, notice }, () =>
    notifyWitness(deps, after, notice),
  );
};

/** Notes what is new for readers, of which the clock tells those who follow it. */
const noteChange = async (deps: WorkerDeps, change: StreamChange) =>
  change.kind === 'incident'
    ? doOrPutAside(deps, { what: 'news', subject: change.after.id, notice: change.event }, () =>
        noteNews(deps, change),
      )
    : 'done';

/** Those records whose card, or release, could neither be shown nor put aside. */
const showInGroup = async (
  deps: WorkerDeps,
  changes: readonly Read[],
): Promise<readonly DynamoDBRecord[]> => {
  let isRefused = false;
  return inOrder(changes, async change => {
    const { event } = change;
    const { id } = change.after;
    if (change.kind === 'incident') {
      const isRelease = change.before?.status === 'embargoed' && change.after.status === 'published';
      return isRelease
        ? doOrPutAside(deps, { what: 'card', subject: id }, () => noteRelease(deps, id, event))
        : 'done';
    }
    const isNews = bringsNews(change.after);
    const outcome = await doOrPutAside(deps, { what: 'card', subject: id }, async () => {
      isRefused = (await showCard(deps, { id, event, isNews, isRefused })) === 'refused' || isRefused;
    });
    isRefused ||= outcome !== 'done';
    return outcome;
  });
};

/** Does something for each change in turn. The records for which it failed, and every later one of the same thing. */
const inOrder = async (
  changes: readonly Read[],
  act: (change: StreamChange) => Promise<'done' | 'aside' | 'failed'>,
): Promise<readonly DynamoDBRecord[]> => {
  const failed: DynamoDBRecord[] = [];
  const blocked = new Set<string>();
  for (const { record, change } of changes) {
    const { id } = change.after;
    if (!blocked.has(id) && (await act(change)) !== 'failed') continue;
    blocked.add(id);
    failed.push(record);
  }
  return failed;
};
