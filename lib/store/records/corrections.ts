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
    const { before, passed: already = 0 } = readCursor(after) ?? {};
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
      { most: already + limit + 1 },
    );
    const known = skippedBefore(items, already);
    const shown = items.slice(already, already + limit);
    const last = shown.at(-1);
    const hasMore = items.length > already + limit;
    const passed = (hasMore ? skipped.slice(0, last?.skipped) : skipped).slice(known);
    const seen = items.slice(0, already + limit).flatMap(({ raw }) => raw.sk?.S ?? []);
    return {
      items: await Promise.all(
        shown.map(async ({ item }) => {
          const raw = await read(client, tables.records, incidentKey(item.incident));
          return toldNow(item, raw && parseReadable(parseShown, raw));
        }),
      ),
      unreadable: passed.length,
      skipped: passed,
      next: formatCursor(hasMore ? last?.raw : end, seen),
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

/** How many unreadable items come before the first that was not shown yet. */
const skippedBefore = (items: readonly Readonly<{ skipped: number }>[], already: number): number =>
  already === 0 ? 0 : (items[already - 1]?.skipped ?? 0);

/** Of the sort key of a correction all but the version. */
const groupOf = (sk: string): string => sk.slice(0, sk.lastIndexOf('#'));

/**
 * The instant as 9 digits of base 36, the incident, and how many corrections of it on that date were `seen`. Not its version,
 * as in released cursors: buttons can be read, and it counts what nobody is told, reports that joined among them.
 */
const formatCursor = (raw: Raw | undefined, seen: readonly string[]): string | undefined => {
  const sk = raw?.sk?.S ?? '';
  const [at = '', incident] = sk.split('#');
  if (incident === undefined) return undefined;
  const passed = seen.filter(one => groupOf(one) === groupOf(sk)).length;
  return `${formatInstantKey(at)}${incident}-${passed}`;
};

/** Behind which sort key a page begins, and how many after it were passed. */
const readCursor = (cursor: string | undefined): Readonly<{ before: string; passed: number }> | undefined => {
  const [, digits, incident, mark, number] =
    cursor?.match(/^([0-9a-z]{9})([0-9A-Z]{10})(-?)(\d{1,6})$/) ?? [];
  const at = readInstantKey(digits);
  if (at === undefined || incident === undefined) return undefined;
  const { sk } = correctionKey(at, incident, Number(number));
  return mark === '-' ? { before: `${groupOf(sk)}#~`, passed: Number(number) } : { before: sk, passed: 0 };
};
