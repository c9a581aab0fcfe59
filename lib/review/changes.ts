import { changesOf, type EventDraft, type EventKind } from '../history/event.ts';
import type { Contribution } from '../incident/contribution.ts';
import { type Incident, incidentFields } from '../incident/incident.ts';
import type { Report } from '../report/report.ts';
import type { Outcome, Outline } from './outline.ts';

/** Who does something, by pseudonym (`witness`, `schedule` for those who have none), and when. */
export type Actor = Readonly<{ by: string; at: string }>;

/** An incident with what it is made of. */
export type IncidentState = Readonly<{ incident: Incident; contributions: readonly Contribution[] }>;

/**
 * What becomes of a report, and how its history tells it. `erases`: nothing stays of it but what became of it, because its
 * key is deleted.
 */
export type ReportChange = Readonly<{
  before: Report;
  after: Report;
  event: EventDraft;
  erases?: true | undefined;
}>;

/**
 * What becomes of a report whose key is gone, or of no use, though the rest of it is there: Records were restored to before
 * it was erased. `hasKey`: there is one, which no secret of ours opens.
 */
export type Reerasure = Readonly<{ before: Outline; after: Outcome; event: EventDraft; hasKey: boolean }>;

/** What becomes of an incident, and how its history tells it. Without `before` it is new. */
export type IncidentChange = Readonly<{
  before: IncidentState | undefined;
  after: IncidentState;
  event: EventDraft;
}>;

/** What a decision changes: all of it at once, and only while each `before` still is what is stored. */
export type Changes = Readonly<{
  reports?: readonly ReportChange[];
  erasedAgain?: readonly Reerasure[];
  incidents?: readonly IncidentChange[];
}>;

/** What a decision comes to. */
export type Decided<Result> = Readonly<{
  /** The answer, once the changes are stored. */
  result: Result;
  /** Without any nothing is stored. */
  changes?: Changes | undefined;
  /** Nothing is stored, and this is the answer, if this reporter is muted. */
  unlessMuted?: Readonly<{ reporter: string; result: Result }> | undefined;
  /** The answer if it is more than can be stored at once. */
  ifTooLarge?: Result | undefined;
}>;

export const changeIncident = (
  before: IncidentState | undefined,
  after: IncidentState,
  { by, at }: Actor,
  kind: EventKind,
): IncidentChange => ({
  before,
  after,
  event: {
    at,
    by,
    kind,
    changes: changesOf<Partial<Incident>>(before?.incident ?? {}, after.incident, incidentFields),
  },
});

/** How the history of a new incident begins. */
export const beginningOf = ({ status }: Incident): 'embargoed' | 'published' =>
  status === 'published' ? 'published' : 'embargoed';
