import type { DynamoDBRecord } from 'aws-lambda';
import { type Report, reportSchema } from '../report/report.ts';
import { parsed, type Raw } from './item.ts';
import { reportKey } from './keys.ts';

/** A report that was stored or changed: as it is after the change, and as it was before, unless it is new. */
export type ReportChange = Readonly<{ before: Report | undefined; after: Report }>;

/**
 * What a record of the records table's stream tells of a report; undefined when it is about anything else. Throws
 * `CorruptItem` when it is about a report that is none.
 */
export const reportChangeOf = ({ dynamodb }: DynamoDBRecord): ReportChange | undefined => {
  const { NewImage: after, OldImage: before } = dynamodb ?? {};
  const id = after?.id?.S;
  if (!after || id === undefined) return undefined;
  const key = reportKey(id);
  if (after.pk?.S !== key.pk || after.sk?.S !== key.sk) return undefined;
  return { before: before && parsed(reportSchema, before as Raw), after: parsed(reportSchema, after as Raw) };
};
