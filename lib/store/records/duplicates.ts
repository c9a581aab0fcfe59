import { contributionSchema } from '../../incident/contribution.ts';
import { type Reason, reasonFor } from '../../incident/duplicate.ts';
import type { Incident } from '../../incident/incident.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem, type Raw } from '../dynamodb/item.ts';
import { incidentKey, linkPrefix } from '../dynamodb/keys.ts';
import { queryAll, read, toExpression } from '../dynamodb/operations.ts';
import type { RecordsIndex } from '../dynamodb/tables.ts';
import { parseIncident } from './commit.ts';
import { type Stretch, stretchesAround } from './nearby.ts';

/** What may be the same incident as a report: an incident there is, or a report that still waits. */
export type Duplicate = Readonly<
  { reason: Reason } & ({ kind: 'incident'; incident: Incident } | { kind: 'report'; report: Report })
>;

export type Duplicates = Readonly<{
  /** What may be the same as a report, the likeliest first, at most `limit`. Its own incident may be among it. */
  suggest: (report: Report, limit?: number) => Promise<readonly Duplicate[]>;
}>;

const usualLimit = 5;
/** So many candidates of each stretch are compared. */
const candidatesLimit = 300;

export const createDuplicates = (context: StoreContext): Duplicates => ({
  suggest: async (report, limit = usualLimit) => {
    const found = await Promise.all(
      stretchesAround(report.answers).map(stretch => candidates(context, stretch)),
    );
    const best = new Map<string, Candidate>();
    for (const raw of found.flat()) {
      const candidate = candidateOf(report, raw);
      if (candidate && (best.get(candidate.key)?.reason.score ?? 0) < candidate.reason.score)
        best.set(candidate.key, candidate);
    }
    const likeliest = [...best.values()].sort((a, b) => b.reason.score - a.reason.score);
    const suggestions: Duplicate[] = [];
    for (const candidate of likeliest) {
      if (suggestions.length === limit) break;
      const { reason } = candidate;
      if (candidate.report) suggestions.push({ kind: 'report', report: candidate.report, reason });
      else {
        const raw = await read(context.client, context.tables.records, incidentKey(candidate.incident));
        const incident = raw && parseIncident(raw);
        if (incident && incident.status !== 'retracted')
          suggestions.push({ kind: 'incident', incident, reason });
      }
    }
    return suggestions;
  },
});

type Candidate = Readonly<
  { key: string; reason: Reason } & ({ report: Report } | { report?: undefined; incident: string })
>;

/** A waiting report, or an incident by one of its links; undefined when it is not likely enough, or the report itself. */
const candidateOf = (report: Report, raw: Raw): Candidate | undefined => {
  const { pk: { S: pk = '' } = {}, sk: { S: sk = '' } = {} } = raw;
  if (sk.startsWith(linkPrefix)) {
    const reason = reasonFor(report.answers, parseItem(contributionSchema, raw).answers);
    const incident = pk.slice(pk.indexOf('#') + 1);
    return reason && { key: pk, reason, incident };
  }
  const other = parseItem(reportSchema, raw);
  // One that was approved before is found as its incident.
  if (other.id === report.id || other.incident !== undefined) return undefined;
  const reason = reasonFor(report.answers, other.answers);
  return reason && { key: pk, reason, report: other };
};

const candidates = (
  { client, tables }: StoreContext,
  { occurrence, area, from, to }: Stretch,
): Promise<readonly Raw[]> => {
  const expression = '#occurrence = :occurrence AND #area = :area AND #latitude BETWEEN :from AND :to';
  return queryAll(
    client,
    {
      TableName: tables.records,
      IndexName: 'occurrence' satisfies RecordsIndex,
      KeyConditionExpression: expression,
      ...toExpression(expression, { ':occurrence': occurrence, ':area': area, ':from': from, ':to': to }),
    },
    candidatesLimit,
  );
};
