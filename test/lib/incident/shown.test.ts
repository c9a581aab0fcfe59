import { describe, expect, it } from 'vitest';
import { correctionOf, toldNow } from '../../../lib/incident/correction.ts';
import { shownOf } from '../../../lib/incident/shown.ts';
import { usualReleases } from '../../../lib/policy.ts';
import type { Checklist, Report } from '../../../lib/report/report.ts';
import type { RejectionReason } from '../../../lib/report/vocabulary.ts';
import type { IncidentChange } from '../../../lib/review/changes.ts';
import { openReview } from '../../support/samples/review.ts';
import { report, rules } from '../../support/samples/samples.ts';
import { clean } from '../../support/samples/submission.ts';

const batches = { ...rules, releases: usualReleases('Europe/Kyiv'), random: 0.9 };
const id = 'ZZZZZ00001';
const released = '2026-11-23T06:00:00.000Z';
/** Between two batches. */
const at = '2026-11-25T10:17:42.123Z';
const batch = '2026-11-26T06:00:00.000Z';
const by = { by: 'marko', at };

const second: Report = {
  ...report,
  id: 'K7QF2M9XCB',
  reporter: 'another',
  answers: { ...report.answers, munition: 'mortar', killed: { min: 2, max: 2 } },
};

/** A published incident, and a report that is not in it. */
const published = () => {
  const changes: IncidentChange[] = [];
  const review = openReview([report, second], batches, change => changes.push(change));
  const approve = (one: Report, kind: 'new' | 'existing', on: string, checklist: Checklist = clean) =>
    review.decide(one.id, {
      kind: 'approve',
      version: review.reports.get(one.id)?.version ?? 0,
      by: 'marko',
      at: on,
      into: { kind, incident: id },
      checklist,
      sourceFor: kind === 'existing' ? ['munition'] : [],
    });
  approve(report, 'new', '2026-11-22T10:00:00.000Z');
  review.tick(released);
  const now = () => {
    const state = review.incidents.get(id);
    if (!state) throw new Error('No incident');
    return state;
  };
  const told = () =>
    changes.flatMap(({ before, after }) => correctionOf(before?.incident, after.incident) ?? []);
  return { review, approve, now, told, join: () => approve(second, 'existing', at) };
};

describe('what readers see of something published', () => {
  it('stays as it was until the batch, whatever is decided of it', () => {
    const { now, join, review, told } = published();
    const before = now().incident;
    join();
    expect(now().incident).toMatchObject({ munition: 'mortar', grade: 'corroborated', releaseAt: batch });
    expect(shownOf(now().incident)).toEqual({ ...before, version: 3, releaseAt: batch });
    review.tick('2026-11-26T05:59:00.000Z');
    expect(told()).toEqual([]);
    review.tick('2026-11-26T06:00:20.000Z');
    expect(now().incident).toMatchObject({ munition: 'mortar', publishedAt: released, changedAt: batch });
    expect(now().incident.shown).toBeUndefined();
    expect(told()).toMatchObject([{ at: batch, kind: 'amended' }]);
  });

  it('changes with one batch for all that changed until then, which is not drawn again', () => {
    const { now, join, review } = published();
    join();
    const amendment = { kind: 'assess', assessment: 'confirmed' } as const;
    const { version } = now().incident;
    review.edit(id, { kind: 'amend', version, by: 'marko', at: '2026-11-25T11:00:00.000Z', amendment });
    expect(now().incident).toMatchObject({ grade: 'confirmed', releaseAt: batch });
    expect(shownOf(now().incident).grade).toBe('single_source');
  });

  it('of a withdrawn report goes with the batch, and what is private of it at once', () => {
    const { now, review, told } = published();
    review.decide(report.id, { kind: 'withdraw', reporter: report.reporter, at });
    expect(now()).toMatchObject({ contributions: [], incident: { status: 'retracted', reportCount: 0 } });
    expect(shownOf(now().incident)).toMatchObject({ status: 'published', munition: 'cluster_munition' });
    expect(JSON.stringify(now().incident)).not.toContain('10:17');
    review.tick(batch);
    expect(now().incident).toMatchObject({ status: 'retracted', changedAt: batch });
    expect(now().incident.shown).toBeUndefined();
    expect(JSON.stringify(now().incident)).not.toContain('cluster_munition');
    expect(told()).toMatchObject([{ at: batch, kind: 'retracted', fields: [] }]);
  });

  it('is no former value of a report that went, though another came with the same batch', () => {
    const { now, review, join, told } = published();
    join();
    review.decide(report.id, { kind: 'withdraw', reporter: report.reporter, at });
    review.tick(batch);
    const [correction] = told();
    if (!correction) throw new Error('No correction');
    const { values } = toldNow(correction, shownOf(now().incident));
    expect(values.munition).toEqual({ new: 'mortar' });
    for (const value of Object.values(values)) expect(value.old).toBeUndefined();
  });

  it('is nothing of a report that was withdrawn before its batch', () => {
    const { now, review, join, told } = published();
    const { version: _, releaseAt: _r, ...before } = now().incident;
    join();
    review.decide(second.id, { kind: 'withdraw', reporter: second.reporter, at });
    review.tick(batch);
    expect(now().incident).toMatchObject(before);
    expect(told()).toEqual([]);
  });

  it('changes at once where nobody is to be protected by waiting', () => {
    const review = openReview([report, second], rules);
    const into = { incident: id } as const;
    for (const [one, kind] of [
      [report, 'new'],
      [second, 'existing'],
    ] as const)
      review.decide(one.id, {
        kind: 'approve',
        version: 1,
        ...by,
        into: { kind, ...into },
        checklist: clean,
      });
    const incident = review.incidents.get(id)?.incident;
    expect([incident?.grade, incident?.shown]).toEqual(['corroborated', undefined]);
  });
});

describe('what a moderator takes away to protect somebody', () => {
  const isShown = (state: ReturnType<ReturnType<typeof published>['now']>) =>
    shownOf(state.incident).status === 'published';

  it('is a retraction, with all that waits', () => {
    const { now, join, review } = published();
    join();
    const { version } = now().incident;
    review.edit(id, { kind: 'retract', version, ...by, retraction: { reason: 'unsafe_to_publish' } });
    expect(isShown(now())).toBe(false);
  });

  it.each<readonly [RejectionReason, boolean]>([
    ['unsafe_to_publish', false],
    ['military_position', false],
    ['duplicate', true],
    ['abuse', true],
  ])('is a report rejected as %s: shown until the batch: %s', (reason, waits) => {
    const { now, review } = published();
    review.decide(report.id, { kind: 'reopen', version: 2, ...by });
    review.decide(report.id, { kind: 'reject', version: 3, ...by, rejection: { reason } });
    expect(now().incident.status).toBe('retracted');
    expect(isShown(now())).toBe(waits);
  });

  it('is what is found in a report that was published already, not in one that joins', () => {
    const found = { ...clean, identifiesPerson: true };
    const { now, approve, review } = published();
    approve(second, 'existing', at, found);
    expect(now().incident.shown).toBeDefined();
    const again = published();
    again.review.decide(report.id, { kind: 'reopen', version: 2, ...by });
    again.approve(report, 'existing', at, found);
    expect(again.now().incident.shown).toBeUndefined();
    review.tick(batch);
    expect(now().incident.shown).toBeUndefined();
  });
});
