import { setTimeout as pause } from 'node:timers/promises';
import type { Mapping } from '../../../lib/import/mapping.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { Incoming } from '../../../lib/store/decisions/imports.ts';
import { isRetryable } from '../../../lib/store/dynamodb/errors.ts';
import { UsageError } from '../command.ts';
import { createGrouping } from './grouping.ts';
import type { Target } from './target.ts';

/** So many rows are asked for at once whether they are there. */
const lookUpSize = 100;
/** So many transactions are under way at once. */
const lanes = 4;
/** A transaction holds 100 writes: a report that waits is three, one that is approved at least seven. */
const rowsOfTransaction = { waiting: 33, approved: 14 } as const;
const attempts = 8;
const longestPauseMs = 10_000;

type Waiting = Readonly<{ line: number; report: Report }>;

/**
 * Stores reports, many at once, and waits where as many are under way as may be. Long because its steps share what is under way
 * and what failed.
 */
export const createWriter = (target: Target, { row }: Mapping, tell: (text: string) => void) => {
  const { store, approval, reporters, voiceWithin } = target;
  const { approvedAt, approvedWhen } = store.imports;
  const done = { written: 0, there: 0, joined: 0 };
  const grouping = createGrouping(
    {
      approvedAt: when => persistently(() => approvedAt(when)),
      approvedWhen: () => persistently(approvedWhen),
    },
    voiceWithin,
    row,
  );
  const under = new Set<Promise<void>>();
  let waiting: Waiting[] = [];
  const batch: Incoming[] = [];
  let failure: Readonly<{ error: unknown }> | undefined;

  const bring = async (incoming: readonly Incoming[]): Promise<number> => {
    let tries = 0;
    const { written, there } = await persistently(() => {
      tries += 1;
      return store.imports.bring(incoming, approval);
    });
    // What was looked for and was not there was written by a try whose answer was lost. Such a try wrote all of them or none.
    const isOurs = approval !== undefined || (tries > 1 && there.length === incoming.length);
    const ours = written.length + (isOurs ? there.length : 0);
    done.written += ours;
    done.there += incoming.length - ours;
    return ours;
  };
  const start = async (incoming: readonly Incoming[]): Promise<void> => {
    if (incoming.length === 0) return;
    while (under.size >= lanes) await Promise.race(under);
    if (failure) throw failure.error;
    const writing: Promise<void> = bring(incoming)
      .then(() => {})
      .catch((error: unknown) => {
        failure = { error };
      })
      .finally(() => under.delete(writing));
    under.add(writing);
  };
  const settle = async (): Promise<void> => {
    await start(batch.splice(0));
    await Promise.all(under);
    if (failure) throw failure.error;
  };
  const group = async ({ line, report }: Waiting): Promise<void> => {
    const { into, mayBe } = await grouping.choose(report);
    if (mayBe)
      tell(`line ${line}: note: may be the incident ${mayBe}: look at ${into.incident} in /incidents`);
    if (into.kind === 'new') {
      batch.push({ report, into });
      return;
    }
    // What it joins may be under way, and a transaction touches an incident once.
    await settle();
    done.joined += await bring([{ report, into }]);
  };
  const flush = async (): Promise<void> => {
    const taken = waiting;
    waiting = [];
    for (const reporter of reporters)
      if (await persistently(() => store.mutes.has(reporter)))
        throw new UsageError(
          'A moderator muted this data set: nothing more of it is taken. Unmute it first.',
        );
    // What is grouped must be known first: it would find itself. Of what waits its own conditions tell.
    const known = approval
      ? await persistently(() => store.imports.known(taken.map(({ report }) => report.id)))
      : new Set<string>();
    done.there += known.size;
    const size = rowsOfTransaction[approval ? 'approved' : 'waiting'];
    for (const one of taken.filter(({ report }) => !known.has(report.id))) {
      if (approval) await group(one);
      else batch.push({ report: one.report, into: { kind: 'new', incident: one.report.id } });
      if (batch.length >= size) await start(batch.splice(0));
    }
  };
  return {
    add: async (line: number, report: Report): Promise<void> => {
      waiting.push({ line, report });
      if (waiting.length === lookUpSize) await flush();
    },
    end: async () => {
      if (waiting.length > 0) await flush();
      await settle();
      return done;
    },
  };
};

/** Tries again while DynamoDB is busy or out of reach, for a minute at most. */
export const persistently = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error;
      await pause(Math.min(longestPauseMs, Math.random() * 200 * 2 ** attempt));
    }
  }
};
