import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { createLog } from '../../../../bot/runtime/log.ts';
import { createWorker } from '../../../../bot/worker.ts';
import type { Person } from '../../../../infra/local/telegram/people/person.ts';
import { findCountry } from '../../../../lib/country.ts';
import { type Follower, newFollower } from '../../../../lib/follow/follower.ts';
import type { Topic } from '../../../../lib/follow/topic.ts';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import { correctedBy } from '../../../../lib/incident/correction.ts';
import type { Incident } from '../../../../lib/incident/incident.ts';
import type { Locale } from '../../../../lib/locale.ts';
import { marshal, stamp } from '../../../../lib/store/dynamodb/item.ts';
import { incidentKey } from '../../../../lib/store/dynamodb/keys.ts';
import { incidentShape, storedIncident } from '../../../../lib/store/records/incidents.ts';
import { openStore, type Store } from '../../../../lib/store/store.ts';
import { createTestClient, openTestStore, testIdentity } from '../../../support/database/dynamo.ts';
import type { Line } from '../../../support/database/line.ts';
import { rules, incident as sample } from '../../../support/samples/samples.ts';
import { incidentRecord, telegram, token } from '../setup.ts';

export { telegram };

/** Noon in Kyiv. */
const noon = Date.parse('2026-11-23T10:00:00.000Z');
/** As the gazetteer has it. */
export const malokaterynivka = 702_072;
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** A worker whose clock only moves when it waits, or is told to; and what becomes of incidents, as the stream tells it. */
export const startFollowing = async ({
  line,
  wrap = store => store,
  channel,
  writeMs = 0,
}: Readonly<{
  /** How long a write of a follower takes. */
  writeMs?: number;
  line?: Line;
  wrap?: (store: Store) => Store;
  channel?: Readonly<{ id: number; locale: Locale }>;
}> = {}) => {
  let clock = noon;
  const now = () => clock;
  const { client, tables, store, dump } = await openTestStore({ now });
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const log: string[] = [];
  const slow = (fast: Store): Store => ({
    ...fast,
    followers: {
      ...fast.followers,
      replace: (...args) => {
        clock += writeMs;
        return fast.followers.replace(...args);
      },
    },
  });
  const makeWorker = () => {
    const own = openStore({
      client: line ? createTestClient(line) : client,
      tables,
      identity: testIdentity,
      rules,
      now,
    });
    return createWorker(
      {
        store: wrap(slow(own)),
        identity: testIdentity,
        country,
        kept: { rejectedDays: 90, keyRecoveryDays: 7 },
        moderatorsChat: undefined,
        channel,
        now: () => new Date(clock),
        log: createLog(one => log.push(one)),
      },
      {
        token,
        apiRoot: telegram.url,
        reminderHours: 12,
        pause: async ms => {
          clock += ms;
        },
      },
    );
  };
  let worker = makeWorker();

  /** An incident as it is stored, and what the stream says of that. */
  const show = async (after: Incident, before?: Incident): Promise<DynamoDBRecord> => {
    const content = { ...storedIncident(after), head: `event ${after.id} ${after.version}` };
    await client.send(
      new PutItemCommand({
        TableName: tables.records,
        Item: marshal({ ...incidentKey(after.id), ...stamp(incidentShape, content) }),
      }),
    );
    const record = incidentRecord(after, before);
    const image = { ...record.dynamodb?.NewImage, head: { S: content.head } };
    return { ...record, dynamodb: { ...record.dynamodb, NewImage: image } };
  };
  const deliver = async (record: DynamoDBRecord): Promise<void> => {
    const { batchItemFailures } = await worker.notify({ Records: [record] });
    if (batchItemFailures.length > 0) throw new Error('The record would come again.');
  };
  /** A release, and what the stream says of it. */
  const released = async (change: Partial<Incident> = {}) => {
    const at = new Date(clock).toISOString();
    const place = { ...sample.place, settlementId: malokaterynivka };
    const before: Incident = {
      ...sample,
      id: newReportId(),
      place,
      ...change,
      version: 1,
      status: 'embargoed',
      publishedAt: undefined,
    };
    const incident: Incident = {
      ...before,
      version: 2,
      status: 'published',
      publishedAt: at,
      changedAt: at,
    };
    return { incident, record: await show(incident, before) };
  };
  const release = async (part: Partial<Incident> = {}): Promise<Incident> => {
    const { incident, record } = await released(part);
    await deliver(record);
    return incident;
  };
  const change = async (before: Incident, part: Partial<Incident>): Promise<Incident> => {
    const changedAt = new Date(clock).toISOString();
    const next = { ...before, ...part, version: before.version + 1, changedAt };
    const after = { ...next, corrected: correctedBy(before, next) };
    await deliver(await show(after, before));
    return after;
  };
  let people = 0;
  const person = (): Person => {
    people += 1;
    const one = telegram.user({ first_name: `Follower ${people}` });
    void one.start();
    return one;
  };
  /** Somebody who follows this, since before now. */
  const follower = async (
    topics: readonly Topic[],
    part: Partial<Follower> = {},
    one = person(),
  ): Promise<Person> => {
    const since = new Date(clock - 1).toISOString();
    await store.followers.change(one.chatId, () => ({
      ...newFollower({ chat: one.chatId, locale: 'en' }),
      topics: topics.map(topic => ({ topic, since })),
      ...part,
    }));
    return one;
  };
  /** So many minutes pass, of which the clock runs each. */
  const minutes = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      const begin = clock;
      await worker.tick();
      clock = Math.max(clock, begin + minuteMs);
    }
  };
  return {
    ...{ store, dump, log, released, release, change, show, deliver, follower, person, minutes },
    now,
    wait: (ms: number) => {
      clock += ms;
    },
    /** Another process takes over. */
    restart: () => {
      worker = makeWorker();
    },
    tick: () => worker.tick(),
  };
};

export const country: Topic = { kind: 'country' };
export const region = (code: string): Topic => ({ kind: 'region', region: code });
export const settlement = (id: number): Topic => ({ kind: 'settlement', settlement: id });

/** The news that somebody was told, one text a message. */
export const newsOf = (person: Person): readonly string[] =>
  person
    .messages()
    .flatMap(({ text = '' }) => (text.includes('New for what you follow') ? [text] : []))
    .map(text => text.replaceAll(/[⁨⁩]/g, ''));
