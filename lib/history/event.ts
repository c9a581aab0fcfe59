import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { instantSchema } from '../time/instant.ts';

/** What can happen to a report, an incident, a figure, a reporter or the team. Stored: add to it, never rename. */
export const eventKinds = [
  // A report
  'submitted',
  'claimed',
  'unclaimed',
  'asked',
  'answered',
  'edited',
  'endorsed',
  'approved',
  'rejected',
  'reopened',
  'amended',
  'withdrawn',
  'moved',
  'erased',
  // An incident
  'embargoed',
  'held',
  'published',
  'retracted',
  // A figure
  'recorded',
  // A reporter
  'muted',
  'unmuted',
  // The team
  'added',
  'role_changed',
  'removed',
  'exported',
] as const;
export type EventKind = (typeof eventKinds)[number];

const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * One entry of an append-only history. `n` counts from 1 and is the version that the event made. `by` is a pseudonym,
 * `witness` or `schedule`; `changes` the values that changed, old and new, of which the private ones are `sealed`: by the key
 * of the report whose history it is, or by those of all reports `under`; `state` the digest of the whole thing as it is stored afterwards, which reveals a silent change of the thing itself; `prev` the
 * `hash` of the event before.
 */
export const eventSchema = z.object({
  n: z.int().check(z.gte(1)),
  at: instantSchema,
  by: z.string(),
  kind: z.enum(eventKinds),
  changes: z.record(z.string(), z.object({ old: z.optional(z.json()), new: z.optional(z.json()) })),
  sealed: z.optional(z.string()),
  under: z.optional(z.array(z.string())),
  state: sha256Schema,
  prev: sha256Schema,
  hash: sha256Schema,
});
export type Event = Readonly<z.infer<typeof eventSchema>>;

/** The `by` of what a reporter did: histories do not even hold their pseudonym. */
export const witnessActor = 'witness';

/** The `by` of how a report came in that nobody sent by chat. */
export const importActor = 'import';

/** The `by` of what happened because its time had come. */
export const scheduleActor = 'schedule';

/** The `prev` of a first event. */
const genesisHash = '0'.repeat(64);

/** An event before it has a place in the chain. */
export type EventDraft = Readonly<
  Pick<Event, 'at' | 'by' | 'kind' | 'sealed' | 'under'> & { changes?: Event['changes'] }
>;

/** The event that follows `last` (undefined: the first one), after which the thing is `state`. */
export const nextEvent = (
  last: Readonly<Pick<Event, 'n' | 'hash'>> | undefined,
  { at, by, kind, changes = {}, sealed, under }: EventDraft,
  state: unknown,
): Event => {
  const event = {
    n: (last?.n ?? 0) + 1,
    at,
    by,
    kind,
    changes,
    sealed,
    under,
    state: digest(state),
    prev: last?.hash ?? genesisHash,
  };
  return { ...event, hash: digest(event) };
};

/** The values of `fields` that differ, old beside new, as a history keeps them. */
export const changesOf = <T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): Event['changes'] =>
  Object.fromEntries(
    fields
      .filter(field => canonical(before[field]) !== canonical(after[field]))
      .map(field => [
        field,
        {
          old: plain(before[field]),
          new: plain(after[field]),
        },
      ]),
  );

export type Verdict =
  | Readonly<{ kind: 'whole' }>
  /** `n` is the first event, from 1, that does not hold. */
  | Readonly<{ kind: 'broken'; n: number; why: 'gap' | 'link' | 'hash' | 'state' }>;

/**
 * Whether a history is what was once written: from 1 without a gap, each event with the hash of the one before, and the
 * last one with the digest of `state`, if that is given. Without `state` missing last events are not noticed.
 */
export const verifyChain = (events: readonly Event[], state?: unknown): Verdict => {
  let prev = genesisHash;
  for (const [index, event] of events.entries()) {
    const n = index + 1;
    if (event.n !== n) return { kind: 'broken', n, why: 'gap' };
    if (event.prev !== prev) return { kind: 'broken', n, why: 'link' };
    const { hash, ...content } = event;
    if (digest(content) !== hash) return { kind: 'broken', n, why: 'hash' };
    prev = hash;
  }
  const last = events.at(-1);
  if (state !== undefined && last?.state !== digest(state))
    return { kind: 'broken', n: events.length, why: 'state' };
  return { kind: 'whole' };
};

/** The SHA-256 of a value's canonical JSON, in hex. */
export const digest = (value: unknown): string =>
  createHash('sha256')
    .update(canonical(value) ?? '')
    .digest('hex');

/** JSON with sorted keys: equal values have equal text, whatever order they were built or stored in. */
export const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, part) => sorted(part));

const sorted = (part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part;

/** A value as JSON holds it: without fields that are undefined. */
const plain = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
