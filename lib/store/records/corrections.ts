import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { changesOf, type Event, eventSchema } from '../../history/event.ts';
import type { Incident } from '../../incident/incident.ts';
import { instantSchema, rejectionSchema, reportIdSchema } from '../../report/report.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem } from '../dynamodb/item.ts';
import { changeKey, changesPartition } from '../dynamodb/keys.ts';
import { absent, putWrite, queryAll, toExpression } from '../dynamodb/operations.ts';
import type { Page } from '../dynamodb/page.ts';

/**
 * What readers are told when something published was changed: of an amendment which fields, and old and new of those that
 * say nothing of where; of a retraction only that it was, why, and whether it is told with another incident now.
 */
export const correctionSchema = z.object({
  incident: reportIdSchema,
  version: z.int(),
  at: instantSchema,
  kind: z.enum(['amended', 'retracted']),
  fields: z.array(z.string()),
  values: eventSchema.shape.changes,
  retraction: z.optional(rejectionSchema),
  mergedInto: z.optional(reportIdSchema),
});
export type Correction = Readonly<z.infer<typeof correctionSchema>>;

export type Corrections = Readonly<{
  /** Amendments and retractions of what is published, newest first. `after` continues; a malformed one means the start. */
  list: (request: Readonly<{ limit: number; after?: string | undefined }>) => Promise<Page<Correction>>;
}>;

/** Fields that readers see, and of these the ones whose old value can do no harm. A place may have been withdrawn for safety. */
const telling = [
  'phase',
  'munition',
  'effect',
  'delivery',
  'occurred',
  'killed',
  'injured',
  'grade',
  'contamination',
] as const;
const quiet = ['place', 'areas', 'reportCount', 'sources', 'attributions', 'quotes'] as const;

export const createCorrections = ({ client, tables }: StoreContext): Corrections => ({
  list: async ({ limit, after }) => {
    const before = readCursor(after);
    const expression = before ? '#pk = :pk AND #sk < :before' : '#pk = :pk';
    const items = await queryAll(
      client,
      {
        TableName: tables.records,
        KeyConditionExpression: expression,
        ...toExpression(expression, { ':pk': changesPartition, ...(before && { ':before': before }) }),
        ScanIndexForward: false,
      },
      limit + 1,
    );
    const shown = items.slice(0, limit).map(item => parseItem(correctionSchema, item));
    const last = shown.at(-1);
    return { items: shown, ...(items.length > limit && last && { next: formatCursor(last) }) };
  },
});

/** Whether readers are told of an event in the history of an incident that was in this status before. */
export const isPublicCorrection = (
  { kind, changes }: Pick<Event, 'kind' | 'changes'>,
  before: string | undefined,
): boolean =>
  before === 'published' &&
  (kind === 'retracted' || [...telling, ...quiet].some(field => changes[field] !== undefined));

/** The write that tells readers of a change, if it is one of something published that they can see. */
export const correctionWrites = (
  { tables }: StoreContext,
  before: Incident | undefined,
  after: Incident,
): readonly TransactWriteItem[] => {
  if (before?.status !== 'published') return [];
  const isRetraction = after.status === 'retracted';
  const values = changesOf<Partial<Incident>>(before, after, telling);
  const fields = [...Object.keys(values), ...Object.keys(changesOf<Partial<Incident>>(before, after, quiet))];
  if (!isRetraction && fields.length === 0) return [];
  const change: Correction = {
    incident: after.id,
    version: after.version,
    at: after.changedAt,
    kind: isRetraction ? 'retracted' : 'amended',
    fields: isRetraction ? [] : fields,
    values: isRetraction ? {} : values,
    ...(after.retraction && { retraction: after.retraction }),
    ...(after.mergedInto && { mergedInto: after.mergedInto }),
  };
  return [putWrite(tables.records, changeKey(change.at, change.incident, change.version), change, absent)];
};

const instantDigits = 9;

/** `at` in milliseconds as 9 digits of base 36, the incident, the version: at most 23 characters, for a button. */
const formatCursor = ({ at, incident, version }: Correction): string =>
  `${Date.parse(at).toString(36).padStart(instantDigits, '0')}${incident}${version}`;

const readCursor = (cursor: string | undefined): string | undefined => {
  const [, time, incident, version] = cursor?.match(/^([0-9a-z]{9})([0-9A-Z]{10})(\d{1,6})$/) ?? [];
  if (!time || !incident || !version) return undefined;
  const milliseconds = Number.parseInt(time, 36);
  if (milliseconds > 8.64e15) return undefined;
  return changeKey(new Date(milliseconds).toISOString(), incident, Number(version)).sk;
};
