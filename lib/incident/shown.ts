import type { Rules } from '../policy.ts';
import type { Contribution } from './contribution.ts';
import { dueOf, type Incident, type IncidentView } from './incident.ts';
import { publicChanges } from './publication/corrections.ts';
import { releaseAfter, releaseAgain } from './publication/release.ts';

/**
 * What readers see of something published while a change of it waits for its batch. A second report, a correction, a
 * withdrawal: the minute at which each appeared would tell that of approving it, and so nearly that of sending it, or that
 * of taking it back. So the team and the tables of reports have the change at once, and readers with a batch, all that
 * changed until then together.
 *
 * At once, and with it all that waits, appears only what a moderator takes away to protect somebody: a retraction, a
 * rejection as unsafe, a report already published that is approved again as one that identifies a person or is graphic.
 * Its minute tells of that moderator alone. A withdrawal waits: what is shown of it readers have read before, it says less
 * than a settlement and a part of a day of anybody, and the minute would say when its witness held the phone. Everything
 * private is erased in the minute of withdrawing, whatever is still shown.
 */

/** What there is to see of an incident. */
export const viewOf = ({
  id: _id,
  version: _version,
  hold: _hold,
  approvedAt: _approvedAt,
  releaseAt: _releaseAt,
  shown: _shown,
  withdrew: _withdrew,
  ...view
}: Incident): IncidentView => view;

/** An incident that looks like this, and of which nothing waits. */
export const lookingLike = (
  { id, version, hold, approvedAt, releaseAt }: Incident,
  view: IncidentView,
): Incident => ({ id, version, hold, approvedAt, releaseAt, ...view });

/** An incident as readers see it. */
export const shownOf = (incident: Incident): Incident =>
  incident.shown ? lookingLike(incident, incident.shown) : incident;

/**
 * The next version of an incident as it is stored: `after`, of which readers see what they saw before until its batch, when
 * it was published; made of these contributions, at the instant `at`.
 */
export const holdBack = (
  before: Incident,
  after: Incident,
  {
    at,
    contributions,
    rules: { delay, releases: policy, random },
  }: Readonly<{
    at: string;
    contributions: readonly Contribution[];
    rules: Pick<Rules, 'delay' | 'releases' | 'random'>;
  }>,
): Incident => {
  if (shownOf(before).status !== 'published' || policy.kind === 'immediate') return after;
  const due = after.hold?.earlier ? new Date(at) : dueOf(contributions, at, delay);
  const release = before.shown
    ? releaseAgain(new Date(before.releaseAt), { due, random, policy })
    : releaseAfter(due, random, policy);
  return {
    ...after,
    releaseAt: release.toISOString(),
    shown: before.shown ?? viewOf(before),
    withdrew: before.withdrew || after.reportCount < before.reportCount || undefined,
  };
};

/** The next version of an incident whose change is due. Readers are told that it changed, and when, if they see a difference. */
export const releaseChange = (incident: Incident): Incident => {
  const { shown, withdrew: _, ...changed } = incident;
  const isSeen =
    changed.status === 'retracted' || publicChanges(shownOf(incident), changed).fields.length > 0;
  return {
    ...changed,
    version: incident.version + 1,
    changedAt: isSeen ? incident.releaseAt : (shown?.changedAt ?? changed.changedAt),
  };
};
