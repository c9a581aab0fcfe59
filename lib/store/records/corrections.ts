import { keyOfAll, type ReportKey } from '../../identity/sealing.ts';
import {
  type Correction,
  correctionOf,
  correctionSchema,
  type ToldCorrection,
  toldNow,
} from '../../incident/correction.ts';
import type { Incident } from '../../incident/incident.ts';
import { publicDate } from '../../incident/publication/time.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { keyUnder } from '../dynamodb/history.ts';
import { parseItem, parseReadable, type Raw, type Shape, stamp } from '../dynamodb/item.ts';
import { correctionKey, correctionsPartition, incidentKey } from '../dynamodb/keys.ts';
import { absent, putWrite, read, type Write } from '../dynamodb/operations.ts';
import { formatInstantKey, type Page, readInstantKey } from '../dynamodb/page.ts';
import { queryReadable } from '../dynamodb/query.ts';
import { sealAs, unsealAs } from '../dynamodb/sealed.ts';
import { readKeys } from '../keys/report-keys.ts';
import { parseIncident } from './incidents.ts';

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
    const under = new Set(shown.flatMap(({ item }) => item.under ?? []));
    const keys = await readKeys(context, [...under]);
    return {
      items: await Promise.all(
        shown.map(async ({ item }) => {
          const raw = await read(client, tables.records, incidentKey(item.incident));
          return toldNow(openCorrection(keys, item), raw && parseReadable(parseIncident, raw));
        }),
      ),
      unreadable: passed.length,
      skipped: passed,
      next: formatCursor(hasMore ? last?.raw : end),
    };
  },
});

/** The write of what readers are told of a change of an incident, if anything. `keys` are those of all its reports now. */
export const correctionWrites = (
  { tables }: StoreContext,
  before: Incident | undefined,
  after: Incident,
  keys: ReadonlyMap<string, ReportKey>,
): readonly Write[] => {
  const correction = correctionOf(before, after);
  if (!correction) return [];
  const { at, incident, version, values } = correction;
  const key = correctionKey(publicDate(at, after.occurred.zone), incident, version);
  const isSealed = keys.size > 0 && Object.keys(values).length > 0;
  const stored: Correction = {
    ...correction,
    values: {},
    sealed: isSealed
      ? sealAs(keyOfAll([...keys.values()]), sealedField(correction), valuesSchema, values)
      : undefined,
    under: isSealed ? [...keys.keys()].sort() : undefined,
  };
  return [putWrite(tables.records, key, stamp(correctionShape, stored), absent)];
};

const valuesSchema = correctionSchema.shape.values;
const sealedField = ({ incident, version }: Correction) => ({
  report: incident,
  field: `correction ${version}`,
});

/** A correction with its values, while the keys of all its reports are there. */
const openCorrection = (keys: ReadonlyMap<string, ReportKey>, stored: Correction): Correction => {
  const { sealed, under = [], ...correction } = stored;
  const key = keyUnder(keys, under);
  if (sealed === undefined || !key) return correction;
  return { ...correction, values: unsealAs(key, sealedField(stored), valuesSchema, sealed) };
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
