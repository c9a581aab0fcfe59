import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, expect } from 'vitest';
import { createLog } from '../../../bot/runtime/log.ts';
import { createWorker } from '../../../bot/worker.ts';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { startTelegram, type Telegram } from '../../../infra/local/telegram/server.ts';
import { findCountry } from '../../../lib/country.ts';
import type { EventKind } from '../../../lib/history/event.ts';
import type { Identity } from '../../../lib/identity/identity.ts';
import { newReportId } from '../../../lib/identity/receipt.ts';
import type { ReportKey } from '../../../lib/identity/sealing.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { Report } from '../../../lib/report/report.ts';
import { marshal, stamp } from '../../../lib/store/dynamodb/item.ts';
import { incidentKey, reportKey } from '../../../lib/store/dynamodb/keys.ts';
import { incidentShape } from '../../../lib/store/records/incidents.ts';
import { erasedReport, reportShape, sealReport } from '../../../lib/store/records/reports.ts';
import { openStore, type Store } from '../../../lib/store/store.ts';
import { createTestClient, openTestStore, testIdentity } from '../../support/database/dynamo.ts';
import type { Line } from '../../support/database/line.ts';
import { answers, rules } from '../../support/samples/samples.ts';
import { approval } from '../../support/samples/submission.ts';

export const token = '500100000:worker';
/** The keys of all reports that were submitted, for records of the stream as the store would write them. */
const keys = new Map<string, ReportKey>();
export const identity: Identity = {
  ...testIdentity,
  wrapKey: (id, key) => {
    keys.set(id, key);
    return testIdentity.wrapKey(id, key);
  },
};
/** The Telegram of a test file, which ends with it. */
export const telegram: Telegram = await startTelegram({ token, secondMs: 20, limits: false });
afterAll(() => telegram.stop());

/** A worker on a store and a moderators' chat of its own, and a witness who talked to the bot. */
export const setUp = async ({
  wrap = (store: Store) => store,
  groupType = 'supergroup' as 'group' | 'supergroup',
  hasGroup = true,
  /** The worker's line to the tables. */
  line = undefined as Line | undefined,
} = {}) => {
  let clock = Date.now();
  const now = () => clock;
  const { store, tables, spoil } = await openTestStore({ now, identity });
  const own = line ? openStore({ client: createTestClient(line), tables, identity, rules, now }) : store;
  const marko = telegram.user({ first_name: 'Marko' });
  const group = await telegram.group({
    title: 'Moderators',
    type: groupType,
    members: [marko],
    bot: 'administrator',
  });
  const witness = telegram.user({ first_name: 'Olena' });
  void witness.start();
  const log: string[] = [];
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const deps = {
    store: wrap(own),
    identity,
    country,
    kept: { rejectedDays: 90, keyRecoveryDays: 7 },
    moderatorsChat: hasGroup ? group.id : undefined,
    now: () => new Date(clock),
    log: createLog(line => log.push(line)),
  };
  const { notify: worker, tick } = createWorker(deps, { token, apiRoot: telegram.url, reminderHours: 12 });
  const sent = (chat: number, method = 'sendMessage') =>
    telegram.calls.filter(call => call.method === method && !call.error && call.parameters.chat_id === chat)
      .length;
  return {
    ...{ store, spoil, worker, tick, deps, group, witness, log, sent },
    wait: (ms: number) => (clock += ms),
  };
};

let reporters = 0;
export const submit = async (
  store: Store,
  witness: Person,
  locale: Locale = 'uk',
  part: Partial<Report> = {},
): Promise<Report> => {
  const report: Report = {
    id: newReportId(),
    version: 1,
    status: 'submitted',
    reporter: identity.reporter(witness.id),
    locale,
    receivedAt: '2026-11-20T08:00:00.000Z',
    answers,
    ...part,
  };
  reporters += 1;
  const saved = await store.reports.submit({
    chatKey: `chat-${reporters}`,
    chat: { version: 1, recent: [] },
    report,
    contact: { chat: identity.seal(String(witness.id)), locale },
  });
  expect(saved).toBe('saved');
  return report;
};
export const by = { by: 'nobody-known', at: '2026-11-20T09:00:00.000Z' };
export const reject = async (store: Store, { id, version }: Report): Promise<Report> => {
  const result = await store.reports.reject({ id, version, ...by, rejection: { reason: 'duplicate' } });
  if (result.kind !== 'done') throw new Error(result.kind);
  return result.report;
};
export const approve = async (store: Store, report: Report): Promise<Report> => {
  const result = await store.reports.approve(approval(report, by));
  if (result.kind !== 'done') throw new Error(result.kind);
  return result.report;
};

/** The event that made a version, as far as the worker cares. */
const lastOf = (after: Report, before: Report | undefined): EventKind => {
  if (!before) return 'submitted';
  if (before.status === 'needs_info' && after.questions?.at(-1)?.reply) return 'answered';
  if (before.status === after.status) return 'moved';
  switch (after.status) {
    case 'approved':
    case 'rejected':
    case 'withdrawn':
      return after.status;
    default:
      return after.status === 'needs_info' ? 'asked' : 'claimed';
  }
};

let sequence = 0;
export const recordOf = (after: Report, before?: Report): DynamoDBRecord => {
  const image = (report: Report, last: EventKind) => {
    const key = keys.get(report.id);
    const stored =
      key && report.status !== 'withdrawn' ? sealReport(key, report, last) : erasedReport(report, last);
    return marshal({
      ...reportKey(report.id),
      ...stamp(reportShape, stored),
      head: `event ${report.version}`,
    }) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  };
  sequence += 1;
  return {
    eventName: before ? 'MODIFY' : 'INSERT',
    dynamodb: {
      SequenceNumber: String(sequence),
      NewImage: image(after, lastOf(after, before)),
      OldImage: before && image(before, 'submitted'),
    },
  } as DynamoDBRecord;
};
/** A record of an incident that changed. */
export const incidentRecord = (after: Incident | undefined, before: Incident | undefined): DynamoDBRecord => {
  const image = (incident: Incident | undefined) =>
    marshal({
      ...incidentKey(incident?.id ?? ''),
      ...stamp(incidentShape, incident ?? {}),
      head: `event ${incident?.version}`,
    });
  sequence += 1;
  return {
    eventName: 'MODIFY',
    dynamodb: { SequenceNumber: String(sequence), NewImage: image(after), OldImage: image(before) },
  } as DynamoDBRecord;
};
export const none = { batchItemFailures: [] };
