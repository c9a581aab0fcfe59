import { changesOf, type Event, type EventDraft, type EventKind } from '../history/event.ts';
import type { Contribution } from '../incident/contribution.ts';
import { correctedBy } from '../incident/correction.ts';
import { type Incident, incidentFields } from '../incident/incident.ts';
import { holdBack, shownOf } from '../incident/shown.ts';
import type { Rules } from '../policy.ts';
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

/** A report that was not stored before, by its versions, of which the first is the one that came in. */
export type NewReport = readonly [NewVersion, ...NewVersion[]];
type NewVersion = Readonly<{ after: Report; event: EventDraft }>;

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
  created?: readonly NewReport[];
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
  /** Nothing is stored, and this is the answer, if the reporter is muted under any of these pseudonyms. */
  unlessMuted?: Readonly<{ reporters: readonly string[]; result: Result }> | undefined;
  /** The answer if it is more than can be stored at once. */
  ifTooLarge?: Result | undefined;
}>;

/** What becomes of an incident at once. Of what was published readers see all that waited, too. */
export const changeIncident = (
  before: IncidentState | undefined,
  after: IncidentState,
  { by, at }: Actor,
  kind: EventKind,
): IncidentChange => {
  const former = before?.incident;
  const incident: Incident = { ...after.incident, corrected: correctedBy(former, after.incident) };
  const event = { at, by, kind, changes: changesBetween(former, incident) };
  return { before, after: { ...after, incident }, event };
};

/** How an incident is changed, and when: `now` is the instant, where the actor's `at` tells less of it. */
type Changing = Readonly<{ rules: Rules; kind: EventKind; now?: string }>;

/** The same for readers with a batch, when they saw the incident before. */
export const changeWithBatch = (
  before: IncidentState,
  { incident, contributions }: IncidentState,
  actor: Actor,
  { rules, kind, now = actor.at }: Changing,
): IncidentChange => {
  const held = holdBack(before.incident, incident, { at: now, contributions, rules });
  return changeIncident(before, { incident: held, contributions }, actor, kind);
};

/**
 * What an event of an incident says. While readers do not see what it changes, it names when they will; once they do, it
 * says what they see changed, without former values, which may be of a report that is gone.
 */
const changesBetween = (before: Incident | undefined, after: Incident): Event['changes'] => {
  if (!before) return changesOf<Partial<Incident>>({}, after, incidentFields);
  if (after.shown)
    return {
      ...changesOf<Partial<Incident>>(before, after, incidentFields),
      releaseAt: { old: before.shown && before.releaseAt, new: after.releaseAt },
    };
  const changes = changesOf<Partial<Incident>>(shownOf(before), after, incidentFields);
  if (!before.shown) return changes;
  const seen = Object.entries(changes).map(([field, { old, ...now }]) => [
    field,
    field === 'status' || field === 'reportCount' ? { old, ...now } : now,
  ]);
  return { ...Object.fromEntries(seen), releaseAt: { old: before.releaseAt } };
};

/** How the history of a new incident begins. */
export const beginningOf = ({ status }: Incident): 'embargoed' | 'published' =>
  status === 'published' ? 'published' : 'embargoed';
