import type { ReportKey } from '../../identity/sealing.ts';
import { likeness, type Reason } from '../../incident/duplicate.ts';
import type { Incident } from '../../incident/incident.ts';
import { pointOf } from '../../incident/location.ts';
import { type Stretch, stretchesAround } from '../../incident/nearby.ts';
import { suggestionsFor } from '../../incident/suggestion.ts';
import type { Report } from '../../report/report.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import {
  keyText,
  parseAllReadable,
  parseItem,
  parseReadable,
  type Raw,
  type Readable,
} from '../dynamodb/item.ts';
import { contributionPrefix, incidentKey } from '../dynamodb/keys.ts';
import { read } from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';
import { readKeys } from '../keys/report-keys.ts';
import { contributionShape, openContribution, parseIncident, type StoredContribution } from './incidents.ts';
import { isWhole, openReport, parseReport, type WholeReport } from './reports.ts';

/** What may be the same incident as a report: an incident there is, or a report that still waits. */
export type Duplicate = Readonly<
  { reason: Reason } & ({ kind: 'incident'; incident: Incident } | { kind: 'report'; report: Report })
>;

export type Duplicates = Readonly<{
  /** Possible duplicates of a report, the likeliest first, at most `limit`. Its own incident may be among them. */
  suggest: (report: Report, limit?: number) => Promise<Readable<Duplicate>>;
}>;

const usualLimit = 5;
/** Candidates compared, the nearest of all: their keys are read in one batch. */
const comparedLimit = 100;
/** Candidates read from each stretch. */
const candidatesLimit = 300;

export const createDuplicates = (context: StoreContext): Duplicates => ({
  suggest: async (report, limit = usualLimit) => {
    const found = await Promise.all(
      stretchesAround(report.answers).map(stretch => candidates(context, stretch)),
    );
    const stored = parseAllReadable(parseCandidate, found.flat());
    const near = nearest(report, stored.items);
    const keys = await readKeys(
      context,
      near.map(({ item }) => item.id),
    );
    const likeliest = suggestionsFor(
      report.answers,
      near.flatMap(one => openCandidate(keys, one) ?? []),
    );
    const suggestions: Duplicate[] = [];
    const unreadable: string[] = [];
    for (const { reason, report: other, incident: id } of likeliest) {
      if (suggestions.length === limit) break;
      if (other) {
        suggestions.push({ kind: 'report', report: other, reason });
        continue;
      }
      const raw = await read(context.client, context.tables.records, incidentKey(id));
      const incident = raw && parseReadable(parseIncident, raw);
      if (raw && !incident) unreadable.push(keyText(raw));
      if (incident && incident.status !== 'retracted')
        suggestions.push({ kind: 'incident', incident, reason });
    }
    const skipped = [...stored.skipped, ...unreadable];
    return { items: suggestions, unreadable: skipped.length, skipped };
  },
});

/** A waiting report, or (where it names an incident) a contribution, as stored. `key` is the same for one incident. */
type Stored = Readonly<
  { key: string } & (
    | { item: WholeReport; incident?: undefined }
    | { item: StoredContribution; incident: string }
  )
>;

const parseCandidate = (raw: Raw): Stored | undefined => {
  const { pk: { S: key = '' } = {}, sk: { S: sk = '' } = {} } = raw;
  if (sk.startsWith(contributionPrefix))
    return { key, item: parseItem(contributionShape, raw), incident: key.slice(key.indexOf('#') + 1) };
  const item = parseReport(raw);
  return isWhole(item) ? { key, item } : undefined;
};

/** Candidates that their public facts do not rule out, the nearest in latitude first. */
const nearest = ({ id, answers }: Report, all: readonly Stored[]): readonly Stored[] => {
  const own = pointOf(answers.place)?.point.lat;
  const distance = ({ item: { place } }: Stored): number =>
    own === undefined || !place.point ? 0 : Math.abs(place.point.lat - own);
  // Neither the report itself, nor one that is found as its incident because it was approved before.
  const isOther = ({ item, incident }: Stored): boolean =>
    incident !== undefined || (item.id !== id && !('incident' in item && item.incident !== undefined));
  return all
    .filter(
      one =>
        isOther(one) &&
        one.item.phase === answers.phase &&
        likeness(one.item.munition, answers.munition) !== undefined,
    )
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, comparedLimit);
};

/** A waiting report, or an incident by one of its contributions. */
type Candidate = Readonly<
  { key: string; answers: Report['answers'] } & (
    | { report: Report; incident?: undefined }
    | { report?: undefined; incident: string }
  )
>;

/** A candidate opened; undefined when it was erased. */
const openCandidate = (
  keys: ReadonlyMap<string, ReportKey>,
  { key: partition, item, incident }: Stored,
): Candidate | undefined => {
  const key = keys.get(item.id);
  if (!key) return undefined;
  if (incident !== undefined)
    return { key: partition, incident, answers: openContribution(key, incident, item).answers };
  const report = openReport(key, item);
  return report && { key: partition, report, answers: report.answers };
};

const candidates = (
  { client, tables }: StoreContext,
  { nearby, area, from, to }: Stretch,
): Promise<readonly Raw[]> =>
  queryAll(
    client,
    {
      table: tables.records,
      index: 'nearby',
      expression: '#nearby = :nearby AND #area = :area AND #latitude BETWEEN :from AND :to',
      values: { ':nearby': nearby, ':area': area, ':from': from, ':to': to },
    },
    candidatesLimit,
  );
