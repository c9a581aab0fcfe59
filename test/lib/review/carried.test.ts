import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../lib/incident/incident.ts';
import type { IncidentState } from '../../../lib/review/changes.ts';
import { type Amendment, releaseIfDue } from '../../../lib/review/incident-edits.ts';
import { openReview } from '../../support/samples/review.ts';
import { report } from '../../support/samples/samples.ts';
import { clean } from '../../support/samples/submission.ts';

const startMs = Date.parse('2022-05-12T10:00:00.000Z');
const hourMs = 3_600_000;
const reports = ['A', 'B', 'C', 'D'].map(letter => ({
  ...report,
  id: `K7QF2M9XC${letter}`,
  reporter: `reporter-${letter}`,
  answers: { ...report.answers, occurred: { precision: 'unknown', zone: 'Europe/Kyiv' } as const },
  receivedAt: new Date(startMs).toISOString(),
}));

const by = { kind: 'regional_administration', name: 'Kharkiv oblast' } as const;
const amendments: readonly Amendment[] = [
  { kind: 'assess', assessment: 'confirmed' },
  { kind: 'assess', assessment: 'contested' },
  { kind: 'assess', assessment: undefined },
  { kind: 'contamination', contamination: { state: 'marked', by, date: '2022-05-13' } },
  { kind: 'contamination', contamination: { state: 'cleared', by, date: '2022-05-14' } },
  { kind: 'contamination', contamination: undefined },
  { kind: 'attribute', further: [{ side: 'one', status: 'alleged', by }] },
  { kind: 'attribute', further: [{ side: 'other', status: 'contested', by }] },
];

/** What somebody does next: the numbers choose which report or incident it is about. */
const stepOf = fc.record({
  what: fc.constantFrom(
    'approve',
    'approve',
    'reopen',
    'reject',
    'merge',
    'merge',
    'move',
    'amend',
    'hold',
    'earlier',
    'release',
  ),
  report: fc.nat(3),
  other: fc.nat(3),
  number: fc.nat(7),
});
type Step = typeof stepOf extends fc.Arbitrary<infer One> ? One : never;

const timeOf = (n: number): string => new Date(startMs + n * hourMs).toISOString();

/** Does one step on whatever is there, as the desk would: on the present version. Long because it is a list of steps. */
const act = (review: ReturnType<typeof openReview>, step: Step, n: number): unknown => {
  const actor = { by: `moderator-${n}`, at: timeOf(n) };
  const one = review.reports.get(reports[step.report]?.id ?? '');
  const two = review.reports.get(reports[step.other]?.id ?? '');
  const incident = review.incidents.get(one?.incident ?? '')?.incident;
  const other = review.incidents.get(two?.incident ?? '')?.incident;
  if (!one) return undefined;
  const deciding = { ...actor, version: one.version };
  const editing = { ...actor, version: incident?.version ?? 0 };
  const anew = `ZZZZZ${String(n).padStart(5, '0')}`;
  switch (step.what) {
    case 'approve':
      return review.decide(one.id, {
        ...deciding,
        kind: 'approve',
        checklist: clean,
        into:
          other && step.number < 5
            ? { kind: 'existing', incident: other.id }
            : { kind: 'new', incident: anew },
      });
    case 'reopen':
      return review.decide(one.id, { ...deciding, kind: 'reopen' });
    case 'reject':
      return review.decide(one.id, { ...deciding, kind: 'reject', rejection: { reason: 'duplicate' } });
    case 'merge':
      return incident && other && review.edit(incident.id, { ...editing, kind: 'merge', into: other.id });
    case 'move': {
      const into =
        other && step.number < 4
          ? ({ kind: 'existing', incident: other.id } as const)
          : ({ kind: 'new', incident: anew } as const);
      return incident && review.edit(incident.id, { ...editing, kind: 'move', reports: [one.id], into });
    }
    case 'amend': {
      const amendment = amendments[step.number];
      return incident && amendment && review.edit(incident.id, { ...editing, kind: 'amend', amendment });
    }
    case 'hold':
    case 'earlier': {
      if (!incident) return undefined;
      const until =
        step.what === 'hold'
          ? Date.parse(incident.releaseAt) + step.number * hourMs
          : startMs + (n + 1) * hourMs;
      return review.edit(incident.id, {
        ...editing,
        kind: 'hold',
        until: new Date(until).toISOString(),
        role: 'admin',
      });
    }
    case 'release': {
      const state = incident && review.incidents.get(incident.id);
      if (!state) return undefined;
      const { changes } = releaseIfDue(state, state.incident.releaseAt);
      for (const { after } of changes?.incidents ?? []) review.incidents.set(after.incident.id, after);
      return undefined;
    }
  }
};

/** Where each report that is in an incident is. */
const placesOf = (review: ReturnType<typeof openReview>): ReadonlyMap<string, IncidentState> =>
  new Map(
    [...review.incidents.values()].flatMap(state =>
      state.contributions.map(({ id }) => [id, state] as const),
    ),
  );

/** What was said of the incident that a report left, and is not said of the one that it is in now. */
const lostOn = (
  was: Incident,
  now: Incident,
  { isPart, isBack, at }: Readonly<{ isPart: boolean; isBack: boolean; at: string }>,
): readonly string[] => {
  const has = (claim: unknown) =>
    (now.further ?? []).some(one => JSON.stringify(one) === JSON.stringify(claim));
  const lost: string[] = [];
  if ((was.further ?? []).some(claim => !has(claim))) lost.push('claims');
  if (was.contamination && !now.contamination) lost.push('contamination');
  if (!isBack && was.contamination && was.contamination.state !== now.contamination?.state)
    lost.push('contamination');
  const isGradeKept = was.assessment === now.assessment || (isPart && was.assessment === 'confirmed');
  if (was.assessment && !isGradeKept && !(isBack && now.assessment)) lost.push('grade');
  if (
    was.hold &&
    !was.hold.earlier &&
    was.status !== 'published' &&
    was.hold.at > at &&
    now.releaseAt < was.hold.at
  )
    lost.push('hold');
  return lost;
};

describe('what moderators said of an incident', () => {
  test('goes with its reports, through any sequence of decisions, and nothing published is taken back by it', () => {
    fc.assert(
      fc.property(fc.array(stepOf, { minLength: 4, maxLength: 30 }), steps => {
        const review = openReview(reports);
        /** The incident that each report was in last, as it was then. */
        const last = new Map<string, Incident>();
        for (const [n, step] of steps.entries()) {
          const before = placesOf(review);
          act(review, step, n);
          const after = placesOf(review);
          for (const { id } of reports) {
            const was = before.get(id)?.incident ?? last.get(id);
            const now = after.get(id)?.incident;
            const isMoved = was && now && was.id !== now.id;
            const isPart = (before.get(id)?.contributions.length ?? 0) > 1;
            const rest = [...after.values()].some(({ incident }) => incident.id === was?.id);
            if (isMoved) {
              expect(
                lostOn(was, now, { isPart: isPart || rest, isBack: !before.has(id), at: timeOf(n) }),
                `${step.what} ${id}`,
              ).toEqual([]);
              if (before.has(id)) expect([was.status, now.status]).not.toEqual(['published', 'embargoed']);
            }
            if (now) last.set(id, now);
            else if (was) last.set(id, review.incidents.get(was.id)?.incident ?? was);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('two incidents of which different things were said', () => {
  const at = new Date(startMs).toISOString();
  const moderator = { by: 'marko', at };
  const [a, b] = ['ZZZZZ00001', 'ZZZZZ00002'] as const;
  const both = () => {
    const review = openReview(reports);
    for (const [n, incident] of [a, b].entries())
      review.decide(reports[n]?.id ?? '', {
        ...moderator,
        kind: 'approve',
        version: 1,
        into: { kind: 'new', incident },
        checklist: clean,
      });
    const version = (id: string) => review.incidents.get(id)?.incident.version ?? 0;
    const amend = (id: string, amendment: Amendment) =>
      review.edit(id, { ...moderator, kind: 'amend', version: version(id), amendment });
    const hold = (id: string, until: string) =>
      review.edit(id, { ...moderator, kind: 'hold', version: version(id), until, role: 'moderator' });
    const merge = () => review.edit(a, { ...moderator, kind: 'merge', version: version(a), into: b });
    const release = (id: string) => {
      const state = review.incidents.get(id);
      if (!state) throw new Error('No incident');
      const [change] = releaseIfDue(state, state.incident.releaseAt).changes?.incidents ?? [];
      if (change) review.incidents.set(id, change.after);
    };
    return { review, amend, hold, merge, release };
  };

  test('are not merged while their grades differ, and keep both grade and claims once they do not', () => {
    const { amend, merge } = both();
    amend(a, { kind: 'assess', assessment: 'contested' });
    amend(b, { kind: 'assess', assessment: 'confirmed' });
    amend(a, { kind: 'attribute', further: [{ side: 'one', status: 'alleged', by }] });
    expect(merge()).toMatchObject({ kind: 'refused', why: 'judgements_differ' });
    amend(b, { kind: 'assess', assessment: undefined });
    expect(merge()).toMatchObject({
      kind: 'done',
      other: { grade: 'contested', attributions: [{ side: 'one' }] },
    });
  });

  test('are released when the later hold says, whichever of them had it', () => {
    for (const held of [a, b]) {
      const { hold, merge } = both();
      const until = new Date(startMs + 90 * 24 * hourMs).toISOString();
      hold(held, until);
      expect(merge()).toMatchObject({ kind: 'done', other: { releaseAt: until, hold: { at: until } } });
    }
  });

  test('are not merged so that what is published is taken back, or what is held is published', () => {
    const one = both();
    one.release(a);
    expect(one.merge()).toMatchObject({ kind: 'refused', why: 'would_unpublish' });
    const two = both();
    two.hold(a, new Date(startMs + 90 * 24 * hourMs).toISOString());
    two.release(b);
    expect(two.merge()).toMatchObject({ kind: 'refused', why: 'still_held' });
  });

  test('keep the hold of a report whose approval is taken back and given again', () => {
    const { review, hold } = both();
    const until = new Date(startMs + 90 * 24 * hourMs).toISOString();
    hold(a, until);
    const id = reports[0]?.id ?? '';
    const decide = (rest: object) =>
      review.decide(id, { ...moderator, version: review.reports.get(id)?.version, ...rest } as never);
    decide({ kind: 'reopen' });
    decide({ kind: 'reject', rejection: { reason: 'duplicate' } });
    decide({ kind: 'reopen' });
    const into = { kind: 'new', incident: 'ZZZZZ00003' } as const;
    expect(decide({ kind: 'approve', checklist: clean, into })).toMatchObject({
      kind: 'done',
      incident: { incident: { status: 'embargoed', releaseAt: until } },
    });
  });
});
