import type { DynamoDBRecord } from 'aws-lambda';
import type { Incident } from '../../incident/incident.ts';
import type { Raw } from '../dynamodb/item.ts';
import { incidentKey, reportKey } from '../dynamodb/keys.ts';
import { parseIncident } from './incidents.ts';
import { parseReport, type StoredReport } from './reports.ts';

/** A report (as it is stored) or an incident after a change, and as it was before, unless it is new. */
export type StreamChange =
  | Readonly<{ kind: 'report'; before: StoredReport | undefined; after: StoredReport }>
  | Readonly<{ kind: 'incident'; before: Incident | undefined; after: Incident }>;

/**
 * The change that a record of the records table's stream is about; undefined when that is no report or incident. Throws
 * `CorruptItem` when it cannot be read.
 */
export const changeOf = ({ dynamodb }: DynamoDBRecord): StreamChange | undefined => {
  const after = dynamodb?.NewImage as Raw | undefined;
  const before = dynamodb?.OldImage as Raw | undefined;
  const id = after?.id?.S;
  if (!after || id === undefined) return undefined;
  const isAt = ({ pk, sk }: { pk: string; sk: string }) => after.pk?.S === pk && after.sk?.S === sk;
  if (isAt(reportKey(id)))
    return { kind: 'report', before: before && parseReport(before), after: parseReport(after) };
  if (isAt(incidentKey(id)))
    return { kind: 'incident', before: before && parseIncident(before), after: parseIncident(after) };
  return undefined;
};
