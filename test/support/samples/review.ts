import { inOrder } from '../../../lib/incident/contribution.ts';
import type { Rules } from '../../../lib/policy.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { Changes, IncidentChange, IncidentState } from '../../../lib/review/changes.ts';
import {
  editIncident,
  type IncidentEdit,
  type IncidentResult,
  movedReports,
  releaseIfDue,
  targetOf,
} from '../../../lib/review/incident-edits.ts';
import { type Decision, decide, incidentsOf, type StepResult } from '../../../lib/review/review.ts';
import { rules as sampleRules } from './samples.ts';

/** Reports and incidents in memory, of which pure decisions are made and their changes kept. */
export const openReview = (
  submitted: readonly Report[],
  rules: Rules = sampleRules,
  onChange: (change: IncidentChange) => void = () => {},
) => {
  const reports = new Map(submitted.map(report => [report.id, report]));
  const incidents = new Map<string, IncidentState>();
  const keep = ({ reports: changed = [], incidents: touched = [] }: Changes): void => {
    for (const { after } of changed) reports.set(after.id, after);
    for (const change of touched) onChange(change);
    for (const { after } of touched)
      incidents.set(after.incident.id, { ...after, contributions: inOrder(after.contributions) });
  };
  return {
    reports,
    incidents,
    decide: (id: string, decision: Decision): StepResult => {
      const report = reports.get(id);
      if (!report) return { kind: 'missing' };
      const about = incidentsOf(report, decision).flatMap(one => incidents.get(one) ?? []);
      const { result, changes } = decide({ report, incidents: about }, decision, rules);
      keep(changes ?? {});
      return result;
    },
    edit: (id: string, edit: IncidentEdit): IncidentResult => {
      const edited = incidents.get(id);
      if (!edited) return { kind: 'missing' };
      const target = incidents.get(targetOf(edit)?.incident ?? '');
      const moved = movedReports(edited, edit).flatMap(one => reports.get(one) ?? []);
      const { result, changes } = editIncident({ edited, target, moved }, edit, rules);
      keep(changes ?? {});
      return result;
    },
    /** What the clock does: releases whatever is due. */
    tick: (at: string): void => {
      for (const state of [...incidents.values()]) keep(releaseIfDue(state, at).changes ?? {});
    },
  };
};
