import { correctionOf, correctionSchema, type ToldCorrection, toldNow } from '../../incident/correction.ts';
import type { Incident } from '../../incident/incident.ts';
import { publicDate } from '../../incident/publication/time.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem, parseReadable, type Raw, type Shape, stamp } from '../dynamodb/item.ts';
import { correctionKey, correctionsPartition, incidentKey } from '../dynamodb/keys.ts';
import { absent, putWrite, read, type Write } from '../dynamodb/operations.ts';
import { formatInstantKey, type Page, readInstantKey } from '../dynamodb/page.ts';
import { queryReadable } from '../dynamodb/query.ts';
import { parseShown } from './incidents.ts';

export const correctionShape = {
  kind: 'correction',
  version: 1,
  schema: correctionSchema,
} as const satisfies Shape;

export type Corrections = Readonly<{
  /**
   * Amendments and retractions of what is published, the latest day first, as they
   * are told now. `after` continues; a malformed one means the start.
   */
  list: (request: Readonly<{ limit: number; after?: string | undefined }>) => Promise<Page<ToldCorrection>>;
}>;

export const createCorrections = (context: StoreContext): Corrections => ({
  list: async ({ limit, after }) => {
    const { client, tables } = context;
    const before = readCursor(after);
    const { items, skipped, end } = await queryReadable(
      client,
      {
        table: tables.records,
        expression: before === undefined ? '#pk = :pk' : '#pk = :pk AND #sk < :before',
        values: { ':pk': correctionsPartition, ':before': before },
        order: 'descending',
      },
      raw => parseItem(correctionShape, raw),
      // One more than is shown tells whether there are more.
      { most: limit + 1 },
    );
    const shown = items.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = items.length > limit;
    const passed = hasMore ? skipped.slice(0, last?.skipped) : skipped;
    return {
      items: await Promise.all(
        shown.map(async ({ item }) => {
          const raw = await read(client, tables.records, incidentKey(item.incident));
          return toldNow(item, raw && parseReadable(parseShown, raw));
        }),
      ),
      unreadable: passed.length,
      skipped: passed,
      next: formatCursor(hasMore ? last?.raw : end),
    };
  },
});

/** Writes the correction that readers see of a change of an incident, if there is one. */
export const correctionWrites = (
  { tables }: StoreContext,
  before: Incident | undefined,
  after: Incident,
): readonly Write[] => {
  const correction = correctionOf(before, after);
  if (!correction) return [];
  const { at, incident, version } = correction;
  const key = correctionKey(publicDate(at, after.occurred.zone), incident, version);
  return [putWrite(tables.records, key, stamp(correctionShape, correction), absent)];
};

/** The instant as 9 digits of base 36, the incident, the version: at most 25 characters, for a button. */
const formatCursor = (raw: Raw | undefined): string | undefined => {
  const [at, incident, version] = raw?.sk?.S?.split('#') ?? [];
  return at === undefined ? undefined : `${formatInstantKey(at)}${incident}${version}`;
};

const readCursor = (cursor: string | undefined): string | undefined => {
  const [, digits, incident, version] = cursor?.match(/^([0-9a-z]{9})([0-9A-Z]{10})(\d{1,6})$/) ?? [];
  const at = readInstantKey(digits);
  return at !== undefined && incident !== undefined
    ? correctionKey(at, incident, Number(version)).sk
    : undefined;
};
