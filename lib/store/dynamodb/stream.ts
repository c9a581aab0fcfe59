import type { DynamoDBRecord } from 'aws-lambda';
import { type Incident, incidentSchema } from '../../incident/incident.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import { parseItem, type Raw } from './item.ts';
import { incidentKey, reportKey } from './keys.ts';

/**
 * A report or an incident that was stored or changed: as it is after the change, and as it was before, unless it is new.
 */
export type StreamChange =
  | Readonly<{ kind: 'report'; before: Report | undefined; after: Report }>
  | Readonly<{ kind: 'incident'; before: Incident | undefined; after: Incident }>;

/**
 * What a record of the records table's stream tells of a report or an incident; undefined when it is about anything else.
 * Throws `CorruptItem` when it is about one that is none.
 */
export const changeOf = ({ dynamodb }: DynamoDBRecord): StreamChange | undefined => {
  const { NewImage: after, OldImage: before } = dynamodb ?? {};
  const id = after?.id?.S;
  if (!after || id === undefined) return undefined;
  const isAt = ({ pk, sk }: { pk: string; sk: string }) => after.pk?.S === pk && after.sk?.S === sk;
  if (isAt(reportKey(id)))
    return {
      kind: 'report',
      before: before && parseItem(reportSchema, before as Raw),
      after: parseItem(reportSchema, after as Raw),
    };
  if (isAt(incidentKey(id)))
    return {
      kind: 'incident',
      before: before && parseItem(incidentSchema, before as Raw),
      after: parseItem(incidentSchema, after as Raw),
    };
  return undefined;
};
