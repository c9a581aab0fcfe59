import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event } from '../../../../lib/history/event.ts';
import { newIncidentId, newReportId } from '../../../../lib/identity/receipt.ts';
import { aspects } from '../../../../lib/incident/contribution.ts';
import type { Incident } from '../../../../lib/incident/incident.ts';
import type { Answers, Report } from '../../../../lib/report/report.ts';
import { applyStep, type Step } from '../../../../lib/review/lifecycle.ts';
import type { StepResult } from '../../../../lib/review/review.ts';
import { verify } from '../../../../lib/store/audit/verify.ts';
import { isRetryable } from '../../../../lib/store/dynamodb/errors.ts';
import type { Store } from '../../../../lib/store/store.ts';
import { openTestStore, type TestStore, testIdentity } from '../../../support/database/dynamo.ts';
import { anyAnswers, report, rules as sampleRules } from '../../../support/samples/samples.ts';
import { clean, submission } from '../../../support/samples/submission.ts';

/** What can be done, and how often beside the others: what ends a report is rare, so that there is more to do. */
const weights = {
  claim: 3,
  unclaim: 1,
  ask: 2,
  answer: 3,
  edit: 2,
  approve: 8,
  join: 6,
  reject: 1,
  reopen: 2,
  amend: 2,
  withdraw: 1,
  hold: 3,
  retract: 1,
  release: 4,
  choose: 2,
  assess: 1,
  contamination: 1,
  attribute: 1,
  split: 2,
  move: 4,
  merge: 2,
} as const;
type Kind = keyof typeof weights;

/** What somebody does: which report or incident of those there are, and with which content of those prepared. */
type Deed = Readonly<{
  kind: Kind;
  target: number;
  other: number;
  by: string;
  answers: Answers;
}>;

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.oneof(
    ...(Object.entries(weights) as [Kind, number][]).map(([kind, weight]) => ({
      arbitrary: fc.constant(kind),
      weight,
    })),
  ),
  target: fc.nat(9),
  other: fc.nat(9),
  by: fc.constantFrom('marko', 'iryna', 'petro'),
  answers: anyAnswers,
});

/** What was done to a report, by the version that it made. */
type Done = Readonly<{ deed: Step; by: string; at: string; version: number; id: string }>;

/** Each run is some dozens of transactions; DESK_RUNS asks for more of them. */
const runs = Number(process.env.DESK_RUNS ?? 8);

const begins = Date.parse('2026-11-20T08:00:00.000Z');
const minuteMs = 60_000;

/**
 * One person's deed on what is there now. The bot is delivered again what met a passing fault: so is this. Long because it is
 * a list of deeds, each short.
 */
const perform = async (
  { store }: TestStore,
  reports: readonly Report[],
  deed: Deed,
  at: string,
): Promise<readonly Done[]> => {
  const one = reports[deed.target % reports.length] as Report;
  const { by, answers } = deed;
  const witness = { id: one.id, reporter: one.reporter, at };
  const now = await store.reports.outcome(one.id);
  if (!now) throw new Error('A report is gone');
  const acting = { id: one.id, version: now.version, by, at };
  const did = async (deed: Step, who: string, act: () => Promise<StepResult>): Promise<readonly Done[]> => {
    const result = await insisting(act);
    return result.kind === 'done' ? [{ deed, by: who, at, version: result.report.version, id: one.id }] : [];
  };
  const wording = { template: 'where_exactly' } as const;
  const rejection = { reason: 'duplicate' } as const;
  switch (deed.kind) {
    case 'claim': {
      const until = new Date(Date.parse(at) + sampleRules.leaseMs).toISOString();
      return did({ kind: 'claim', until }, by, () => store.reports.claim(acting));
    }
    case 'unclaim':
      return did({ kind: 'unclaim' }, by, () => store.reports.unclaim(acting));
    case 'ask':
      return did({ kind: 'ask', wording }, by, () => store.reports.ask({ ...acting, wording }));
    case 'answer': {
      const reply = { question: 0, text: `Там, ${deed.other}`, evidence: [] };
      return did({ kind: 'answer', ...reply }, 'witness', () =>
        store.reports.answer({ ...witness, ...reply }),
      );
    }
    case 'edit':
      return did({ kind: 'edit', answers }, by, () => store.reports.edit({ ...acting, answers }));
    case 'approve':
    case 'join': {
      const known = deed.kind === 'join' ? await incidentOf(store, reports, deed.other) : undefined;
      const incident = known?.id ?? newIncidentId();
      const into = { kind: known ? ('existing' as const) : ('new' as const), incident };
      const sourceFor = aspects.filter((_, n) => (deed.other >> n) % 2 === 1);
      const result = await insisting(() =>
        store.reports.approve({ ...acting, into, checklist: clean, sourceFor }),
      );
      if (result.kind !== 'done') return [];
      // Two approvals of one moderator at once are one: into the incident of the first.
      const taken: Step =
        result.report.status === 'approved'
          ? { kind: 'approve', incident: result.report.incident ?? incident, checklist: clean }
          : { kind: 'endorse', checklist: clean };
      return [{ deed: taken, by, at, version: result.report.version, id: one.id }];
    }
    case 'reject':
      return did({ kind: 'reject', rejection }, by, () => store.reports.reject({ ...acting, rejection }));
    case 'reopen':
      return did({ kind: 'reopen' }, by, () => store.reports.reopen(acting));
    case 'amend':
      return did({ kind: 'amend', answers }, 'witness', () => store.reports.amend({ ...witness, answers }));
    case 'withdraw':
      return did({ kind: 'withdraw' }, 'witness', () => store.reports.withdraw(witness));
    default:
      await edit(store, reports, deed, at);
      return [];
  }
};

const edit = async (store: Store, reports: readonly Report[], deed: Deed, at: string): Promise<void> => {
  const { by } = deed;
  const incident = await incidentOf(store, reports, deed.target);
  if (!incident) return;
  const acting = { incident: incident.id, version: incident.version, by, at };
  const links = (await store.incidents.readWhole(incident.id))?.contributions ?? [];
  const some = links[deed.other % Math.max(1, links.length)]?.id ?? '';
  const other = (await incidentOf(store, reports, deed.other))?.id ?? newIncidentId();
  const source = { kind: 'government', name: 'Ukraine' } as const;
  const amend = (amendment: Parameters<Store['incidents']['amend']>[0]['amendment']) =>
    insisting(() => store.incidents.amend({ ...acting, amendment }));
  switch (deed.kind) {
    case 'hold': {
      const until = new Date(Date.parse(at) + (deed.other - 3) * 60 * minuteMs).toISOString();
      const role = deed.other % 2 === 0 ? 'admin' : 'moderator';
      return void (await insisting(() => store.incidents.hold({ ...acting, until, role })));
    }
    case 'retract':
      return void (await insisting(() =>
        store.incidents.retract({ ...acting, retraction: { reason: 'inconsistent' } }),
      ));
    case 'release':
      return void (await insisting(() => store.incidents.release({ incident: incident.id, at })));
    case 'choose':
      return void (await amend({ kind: 'choose', choice: { munition: some, place: some } }));
    case 'assess':
      return void (await amend({ kind: 'assess', assessment: deed.other % 2 ? 'confirmed' : undefined }));
    case 'contamination':
      return void (await amend({
        kind: 'contamination',
        contamination: { state: 'suspected', by: source, date: '2026-11-20' },
      }));
    case 'attribute':
      return void (await amend({
        kind: 'attribute',
        further: [{ side: `side ${deed.other}`, status: 'acknowledged', by: source }],
      }));
    case 'split':
      return void (await insisting(() =>
        store.incidents.moveReports({
          ...acting,
          reports: [some],
          into: { kind: 'new', incident: newIncidentId() },
        }),
      ));
    case 'move':
      return void (await insisting(() =>
        store.incidents.moveReports({
          ...acting,
          reports: [some],
          into: { kind: 'existing', incident: other },
        }),
      ));
    case 'merge':
      return void (await insisting(() => store.incidents.merge({ ...acting, into: other })));
  }
};

/** One of the incidents that the reports are in. */
const incidentOf = async (
  store: Store,
  reports: readonly Report[],
  n: number,
): Promise<Incident | undefined> => {
  const { incident } = (await store.reports.read(reports[n % reports.length]?.id ?? '')) ?? {};
  return incident === undefined ? undefined : store.incidents.read(incident);
};

const insisting = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await act();
    } catch (error) {
      if (!isRetryable(error) || attempt === 10) throw error;
    }
};

/** What a report is after its history, by the pure life cycle alone. */
const replayed = (submitted: Report, history: readonly Event[], done: readonly Done[]): Report =>
  history.slice(1).reduce((before, event) => {
    const own = done.filter(({ id, version }) => id === submitted.id && version === event.n);
    const moved = event.changes.incident?.new;
    if (event.kind === 'moved')
      own.push({
        deed: { kind: 'move', incident: String(moved) },
        by: event.by,
        at: event.at,
        version: event.n,
        id: submitted.id,
      });
    const [only] = own;
    expect([event.n, own.length, only?.by]).toEqual([event.n, 1, event.by]);
    const result = only && applyStep(before, only.deed, only);
    if (result?.kind !== 'done') throw new Error(`${event.kind} cannot follow ${before.status}`);
    return result.report;
  }, submitted);

test(
  'whatever several people do at once, nothing is lost or done twice, every step is one of the life cycle, and all tallies and histories hold',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAnswers, { minLength: 2, maxLength: 4 }),
        fc.array(fc.array(anyDeed, { minLength: 2, maxLength: 4 }), { minLength: 8, maxLength: 20 }),
        fc.constantFrom<1 | 2>(1, 1, 2),
        async (told, rounds, approvalsNeeded) => {
          const rules = { ...sampleRules, approvalsNeeded };
          const opened = await openTestStore({ rules });
          const reports = told.map(
            (answers, n): Report => ({
              ...report,
              id: newReportId(),
              reporter: `reporter ${n % 3}`,
              receivedAt: new Date(begins - n * minuteMs).toISOString(),
              answers,
            }),
          );
          for (const one of reports) await opened.store.reports.submit(submission(one));
          const done: Done[] = [];
          for (const [n, round] of rounds.entries()) {
            const at = new Date(begins + n * 25 * minuteMs).toISOString();
            const results = await Promise.all(round.map(deed => perform(opened, reports, deed, at)));
            done.push(...results.flat());
          }
          for (const submitted of reports) {
            const { events: history } = await opened.store.reports.history(submitted.id);
            // A witness's step that was there already is no event of its own.
            const own = done.filter(
              ({ id, version }, index) =>
                id === submitted.id &&
                done.findIndex(one => one.id === id && one.version === version) === index,
            );
            const last = replayed(submitted, history, own);
            expect(await opened.store.reports.read(submitted.id)).toEqual(
              last.status === 'withdrawn' ? undefined : last,
            );
            expect((await opened.store.reports.outcome(submitted.id))?.version).toBe(last.version);
          }
          const { differences } = await verify({
            client: opened.client,
            tables: opened.tables,
            identity: testIdentity,
          });
          expect(differences).toEqual([]);
          const published = (await opened.dump('records')).filter(
            ({ sk, status }) => sk === 'INCIDENT' && status === 'published',
          );
          const listed = (await opened.store.incidents.latest({ limit: 100 })).items;
          expect(listed.map(({ id }) => id).sort()).toEqual(published.map(({ id }) => String(id)).sort());
          for (const { releaseAt, publishedAt = '' } of listed) expect(publishedAt >= releaseAt).toBe(true);
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
  },
  Number(process.env.DESK_MS ?? 120_000),
);
