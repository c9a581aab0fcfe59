import { type Reason, reasonFor } from '../../incident/duplicate.ts';
import type { Incident } from '../../incident/incident.ts';
import { type Stretch, stretchesAround } from '../../incident/nearby.ts';
import type { Report } from '../../report/report.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseAllReadable, parseItem, parseReadable, type Raw, type Readable } from '../dynamodb/item.ts';
import { contributionPrefix, incidentKey } from '../dynamodb/keys.ts';
import { read } from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';
import { contributionShape, parseIncident } from './incidents.ts';
import { parseReport } from './reports.ts';

/** What may be the same incident as a report: an incident there is, or a report that still waits. */
export type Duplicate = Readonly<
  { reason: Reason } & ({ kind: 'incident'; incident: Incident } | { kind: 'report'; report: Report })
>;

export type Duplicates = Readonly<{
  /** What may be the same as a report, the likeliest first, at most `limit`. Its own incident may be among it. */
  suggest: (report: Report, limit?: number) => Promise<Readable<Duplicate>>;
}>;

const usualLimit = 5;
/** So many candidates of each stretch are compared. */
const candidatesLimit = 300;

export const createDuplicates = (context: StoreContext): Duplicates => ({
  suggest: async (report, limit = usualLimit) => {
    const found = await Promise.all(
      stretchesAround(report.answers).map(stretch => candidates(context, stretch)),
    );
    const { items, unreadable } = parseAllReadable(raw => parseCandidate(raw), found.flat());
    const best = new Map<string, Likely>();
    for (const candidate of items) {
      const reason = isItself(report, candidate) ? undefined : reasonFor(report.answers, candidate.answers);
      if (reason && (best.get(candidate.key)?.reason.score ?? 0) < reason.score)
        best.set(candidate.key, { ...candidate, reason });
    }
    const likeliest = [...best.values()].sort((a, b) => b.reason.score - a.reason.score);
    const suggestions: Duplicate[] = [];
    let unreadableIncidents = 0;
    for (const { reason, report: other, incident: id } of likeliest) {
      if (suggestions.length === limit) break;
      if (other) {
        suggestions.push({ kind: 'report', report: other, reason });
        continue;
      }
      const raw = await read(context.client, context.tables.records, incidentKey(id));
      const incident = raw && parseReadable(parseIncident, raw);
      if (raw && !incident) unreadableIncidents += 1;
      if (incident && incident.status !== 'retracted')
        suggestions.push({ kind: 'incident', incident, reason });
    }
    return { items: suggestions, unreadable: unreadable + unreadableIncidents };
  },
});

/** A waiting report, or an incident by one of its contributions. */
type Candidate = Readonly<
  { key: string; answers: Report['answers'] } & (
    | { report: Report; incident?: undefined }
    | { report?: undefined; incident: string }
  )
>;
type Likely = Candidate & Readonly<{ reason: Reason }>;

const parseCandidate = (raw: Raw): Candidate => {
  const { pk: { S: key = '' } = {}, sk: { S: sk = '' } = {} } = raw;
  if (sk.startsWith(contributionPrefix)) {
    const { answers } = parseItem(contributionShape, raw);
    return { key, answers, incident: key.slice(key.indexOf('#') + 1) };
  }
  const report = parseReport(raw);
  return { key, answers: report.answers, report };
};

/** Whether a candidate is the report itself, or a report that is found as its incident because it was approved before. */
const isItself = ({ id }: Report, { report }: Candidate): boolean =>
  report !== undefined && (report.id === id || report.incident !== undefined);

const candidates = (
  { client, tables }: StoreContext,
  { occurrence, area, from, to }: Stretch,
): Promise<readonly Raw[]> =>
  queryAll(
    client,
    {
      table: tables.records,
      index: 'occurrence',
      expression: '#occurrence = :occurrence AND #area = :area AND #latitude BETWEEN :from AND :to',
      values: { ':occurrence': occurrence, ':area': area, ':from': from, ':to': to },
    },
    candidatesLimit,
  );
