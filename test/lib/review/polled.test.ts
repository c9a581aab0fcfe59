import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correction, correctionOf, toldNow } from '../../../lib/incident/correction.ts';
import { deriveIncident, type Incident, judgementOf } from '../../../lib/incident/incident.ts';
import { publicReportCount } from '../../../lib/incident/publication/people.ts';
import { publicDate } from '../../../lib/incident/publication/time.ts';
import { shownOf } from '../../../lib/incident/shown.ts';
import { usualReleases } from '../../../lib/policy.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { Decision } from '../../../lib/review/review.ts';
import { type Counters, nothing, sum } from '../../../lib/summary/counters.ts';
import { cellName, tallyChanges } from '../../../lib/summary/tally.ts';
import { openReview } from '../../support/samples/review.ts';
import { anyAnswers, report, rules } from '../../support/samples/samples.ts';
import { clean } from '../../support/samples/submission.ts';

const zone = 'Europe/Kyiv';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const start = Date.parse('2026-11-23T23:10:00.000Z');
/** In winter, 8:00 and 20:00 in Kyiv. */
const isBatch = (at: number) => /T(06|18):00:00/.test(new Date(at).toISOString());

/** The reports are of six people; each is sent, decided and taken back at some minute of some days. */
const people = 6;
const anyStep = fc.record({
  kind: fc.constantFrom('new', 'join', 'join', 'amend', 'withdraw', 'reopen', 'assess', 'merge', 'split'),
  target: fc.nat(23),
  incident: fc.nat(5),
  minute: fc.nat(4 * 24 * 60),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
const anyStory = fc.record({
  answers: fc.array(anyAnswers, { minLength: 24, maxLength: 24 }),
  steps: fc.array(anyStep, { minLength: 20, maxLength: 60 }),
});
type Step = Readonly<{
  kind: string;
  target: number;
  incident: number;
  random: number;
}>;

/** Everything that readers can be told, as it is told. */
const openPublic = (answers: readonly Report['answers'][]) => {
  const reports = answers.map((told, n) => ({
    ...report,
    id: `K7QF2M9X${String(n).padStart(2, '0')}`,
    reporter: `person ${n % people}`,
    receivedAt: new Date(start).toISOString(),
    answers: told,
  }));
  let random = 0;
  const batches = { ...rules, releases: usualReleases(zone) };
  const drawing = Object.defineProperty(batches, 'random', { get: () => random });
  const corrections: Correction[] = [];
  const tallies = new Map<string, Counters>();
  const count = (incident: Incident | undefined, sign: 1 | -1): void => {
    const [before, after] = sign === 1 ? [undefined, incident] : [incident, undefined];
    for (const { scope, add, ...cell } of tallyChanges(before, after)) {
      const key = `${scope} ${cellName(cell)}`;
      tallies.set(key, sum(tallies.get(key) ?? nothing, add));
    }
  };
  const review = openReview(reports, drawing, ({ before, after }) => {
    const correction = correctionOf(before?.incident, after.incident);
    if (correction) corrections.push(correction);
    count(before && shownOf(before.incident), -1);
    count(shownOf(after.incident), 1);
  });
  const shown = () =>
    [...review.incidents.values()]
      .map(({ incident }) => shownOf(incident))
      .filter(({ publishedAt }) => publishedAt);
  const page = ({ version: _, approvedAt: _a, releaseAt: _r, hold: _h, reportCount, ...one }: Incident) => ({
    ...one,
    reports: publicReportCount({ reportCount, grade: one.grade }),
    publishedAt: publicDate(one.publishedAt ?? '', zone),
    changedAt: publicDate(one.changedAt, zone),
  });
  return {
    review,
    draw: (drawn: number) => {
      random = drawn;
    },
    poll: () => ({
      latest: shown()
        .filter(({ status }) => status === 'published')
        .toSorted((a, b) => `${b.publishedAt}${b.id}`.localeCompare(`${a.publishedAt}${a.id}`))
        .map(page),
      corrections: corrections.map(one => {
        const { at, ...told } = toldNow(
          one,
          shown().find(({ id }) => id === one.incident),
        );
        return { ...told, at: publicDate(at, zone) };
      }),
      summary: [...tallies].filter(([, { incidents }]) => incidents !== 0).toSorted(),
    }),
  };
};

type Public = ReturnType<typeof openPublic>;

/** What somebody does at an instant, if they still can. */
const act = ({ review }: Public, { kind, target, incident: n, random }: Step, at: string): void => {
  const id = `K7QF2M9X${String(target).padStart(2, '0')}`;
  const one = review.reports.get(id);
  if (!one) return;
  const by = { by: 'marko', at };
  const there = [...review.incidents.values()].map(({ incident }) => incident);
  const open = there.filter(({ status }) => status !== 'retracted');
  const other = open[n % Math.max(1, open.length)];
  const own = there.find(({ id }) => id === one.incident);
  const fresh = `ZZZZZ${String(there.length).padStart(5, '0')}`;
  const approve = (into: Extract<Decision, { kind: 'approve' }>['into']) =>
    review.decide(id, { kind: 'approve', version: one.version, ...by, into, checklist: clean });
  switch (kind) {
    case 'new':
      return void approve({ kind: 'new', incident: fresh });
    case 'join':
      return void (other && approve({ kind: 'existing', incident: other.id }));
    case 'amend': {
      const killed = { min: Math.floor(random * 9), max: 9 };
      const { reporter } = one;
      return void review.decide(id, { kind: 'amend', reporter, at, answers: { ...one.answers, killed } });
    }
    case 'withdraw':
      return void review.decide(id, { kind: 'withdraw', reporter: one.reporter, at });
    case 'reopen':
      return void review.decide(id, { kind: 'reopen', version: one.version, ...by });
    case 'assess': {
      const amendment = { kind: 'assess', assessment: random < 0.5 ? 'confirmed' : 'contested' } as const;
      return void (own && review.edit(own.id, { kind: 'amend', version: own.version, ...by, amendment }));
    }
    case 'merge':
      return void (
        own &&
        other &&
        review.edit(own.id, { kind: 'merge', version: own.version, ...by, into: other.id })
      );
    case 'split': {
      const into = { kind: 'new', incident: fresh } as const;
      return void (
        own && review.edit(own.id, { kind: 'move', version: own.version, ...by, reports: [id], into })
      );
    }
  }
};

const eachMinute = (
  {
    answers,
    steps,
  }: Readonly<{ answers: readonly Report['answers'][]; steps: readonly (Step & { minute: number })[] }>,
  look: (seen: Public, step: Step | undefined, at: number) => void,
): Public => {
  const seen = openPublic(answers);
  const deeds = [
    ...steps.map(step => ({ at: start + step.minute * minuteMs, step })),
    ...[...Array(20).keys()].map(n => ({
      at: Date.parse('2026-11-24T06:00:00.000Z') + n * (dayMs / 2),
      step: undefined,
    })),
  ];
  for (const { at, step } of deeds.toSorted((a, b) => a.at - b.at)) {
    if (step) seen.draw(step.random);
    if (step) act(seen, step, new Date(at).toISOString());
    seen.review.tick(new Date(at).toISOString());
    look(seen, step, at);
  }
  return seen;
};

describe('whoever polls all that is published', () => {
  it('sees something change at batches only, whatever people send, correct and withdraw between them', () => {
    fc.assert(
      fc.property(anyStory, story => {
        let before = '';
        eachMinute(story, ({ poll }, step, at) => {
          const now = JSON.stringify(poll());
          if (!isBatch(at) && before !== '') expect([step?.kind, now]).toEqual([step?.kind, before]);
          expect(now).not.toMatch(/T\d\d:\d\d:\d\d/);
          before = now;
        });
      }),
      { numRuns: 60 },
    );
  });

  it('sees in the end what the reports make, and it is counted so', () => {
    fc.assert(
      fc.property(anyStory, story => {
        const { review, poll } = eachMinute(story, () => {});
        const published = [...review.incidents.values()].filter(
          ({ incident }) => incident.status === 'published',
        );
        for (const { incident, contributions } of published) {
          expect(incident.shown).toBeUndefined();
          expect(incident).toEqual({ ...incident, ...deriveIncident(contributions, judgementOf(incident)) });
        }
        const { latest, summary } = poll();
        expect(latest.map(({ id }) => id).toSorted()).toEqual(
          published.map(({ incident }) => incident.id).toSorted(),
        );
        const recount = new Map<string, Counters>();
        for (const { incident } of published)
          for (const { scope, add, ...cell } of tallyChanges(undefined, incident)) {
            const key = `${scope} ${cellName(cell)}`;
            recount.set(key, sum(recount.get(key) ?? nothing, add));
          }
        expect(summary.map(([key]) => key)).toEqual([...recount.keys()].toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
