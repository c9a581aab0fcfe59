import { importActor } from '../history/event.ts';
import type { KeyRing } from '../identity/sealing.ts';
import type { Rules } from '../policy.ts';
import type { Checklist, Report } from '../report/report.ts';
import { hourOf } from '../time/instant.ts';
import type { Changes, IncidentState } from './changes.ts';
import { decide, type IncidentTarget } from './review.ts';

/** An admin's approval of everything that is brought in with it. */
export type Approval = Readonly<{ by: string; checklist: Checklist }>;

/** A report that is brought in, submitted, and where it goes if it is approved with that. */
type Incoming = Readonly<{
  report: Report;
  into: IncidentTarget;
  /** The incident that there is, if it goes into one. */
  incident?: IncidentState | undefined;
  rules: Rules;
}>;

/**
 * What is stored when a report is brought in: itself, waiting for moderators, or (with an approval) approved into an incident
 * as any moderator would do it. `lost`: the incident that it was to join is gone or retracted meanwhile.
 */
export const bringIn = (
  { report, into, incident, rules }: Incoming,
  approval: Approval | undefined,
  voiceWithin: KeyRing['voiceWithin'],
): Changes | 'lost' => {
  const { version, receivedAt: at } = report;
  const submitted = {
    after: report,
    event: { at: hourOf(at), by: importActor, kind: 'submitted' as const },
  };
  if (!approval) return { created: [[submitted]] };
  const { result, changes } = decide(
    { report, incidents: incident ? [incident] : [], voiceWithin },
    { kind: 'approve', version, ...approval, at, into },
    rules,
  );
  if (result.kind !== 'done') return 'lost';
  return {
    created: [[submitted, ...(changes?.reports ?? []).map(({ after, event }) => ({ after, event }))]],
    incidents: changes?.incidents ?? [],
  };
};
