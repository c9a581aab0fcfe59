import type { DynamoDBRecord } from 'aws-lambda';
import type { Incident } from '../../incident/incident.ts';
import { headOf } from '../dynamodb/history.ts';
import { keyText, parseReadable, type Raw } from '../dynamodb/item.ts';
import { incidentKey, reportKey } from '../dynamodb/keys.ts';
import { parseIncident } from './incidents.ts';
import { parseReport, type StoredReport } from './reports.ts';

/**
 * A report (as it is stored) or an incident after a change, and as it was before, unless it is new or
 * that cannot be read. `event` is the hash of
 * the event that made it so: no other event has it, whatever the records were restored to in between.
 */
export type StreamChange = Readonly<{ event: string }> &
  (
    | Readonly<{ kind: 'report'; before: StoredReport | undefined; after: StoredReport }>
    | Readonly<{ kind: 'incident'; before: Incident | undefined; after: Incident }>
  );

/**
 * The change in a record of the table's stream; undefined when it is of neither a report nor an incident. Throws
 * `CorruptItem` when it cannot be read.
 */
export const changeOf = ({ dynamodb }: DynamoDBRecord): StreamChange | undefined => {
  const after = dynamodb?.NewImage as Raw | undefined;
  const before = dynamodb?.OldImage as Raw | undefined;
  const id = after?.id?.S;
  if (!after || id === undefined) return undefined;
  const isAt = ({ pk, sk }: { pk: string; sk: string }) => after.pk?.S === pk && after.sk?.S === sk;
  const [isReport, isIncident] = [isAt(reportKey(id)), isAt(incidentKey(id))];
  if (!isReport && !isIncident) return undefined;
  const event = headOf(after);
  const earlier = <Item>(parse: (raw: Raw) => Item) => before && parseReadable(parse, before);
  return isReport
    ? { kind: 'report', event, before: earlier(parseReport), after: parseReport(after) }
    : { kind: 'incident', event, before: earlier(parseIncident), after: parseIncident(after) };
};

/** What names a record of the stream: the key of its item. */
export const keyOfRecord = ({ dynamodb }: DynamoDBRecord): string =>
  keyText((dynamodb?.NewImage ?? dynamodb?.OldImage ?? dynamodb?.Keys ?? {}) as Raw);
