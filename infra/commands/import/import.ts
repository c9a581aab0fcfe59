import { setTimeout as pause } from 'node:timers/promises';
import { findCountry } from '../../../lib/country.ts';
import { importedReportId } from '../../../lib/identity/receipt.ts';
import type { Mapping } from '../../../lib/import/mapping.ts';
import type { ProblemKind } from '../../../lib/import/problem.ts';
import { type RowReading, readRow } from '../../../lib/import/report.ts';
import type { Row } from '../../../lib/import/row.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { Approval } from '../../../lib/review/bring-in.ts';
import type { Incoming } from '../../../lib/store/decisions/imports.ts';
import { isRetryable } from '../../../lib/store/dynamodb/errors.ts';
import type { Store } from '../../../lib/store/store.ts';
import { wallTime } from '../../../lib/time/zone.ts';
import { UsageError } from '../command.ts';
import { createGrouping } from './grouping.ts';

/** Into which tables rows come, and as whose: the pseudonyms of the data set, newest first. */
export type Target = Readonly<{
  store: Pick<Store, 'imports' | 'mutes'>;
  reporters: readonly [string, ...string[]];
  voiceWithin: (incident: string) => string;
  /** Of an admin. Without it everything waits for moderators. */
  approval?: Approval | undefined;
}>;

type ImportRequest = Readonly<{
  rows: AsyncIterable<Row>;
  mapping: Mapping;
  country: string;
  /** Without one nothing is written. */
  target?: Target | undefined;
  now?: () => Date;
  /** Each problem and note, with its line. */
  tell: (text: string) => void;
  /** After each row that was read. */
  onRow?: (rows: number) => void;
}>;

/** What an import came to, in rows. */
export type ImportSummary = Readonly<{
  read: number;
  leftOut: number;
  ready: number;
  written: number;
  there: number;
  joined: number;
  refused: number;
  /** Refused rows by what is wrong with them first. */
  kinds: ReadonlyMap<ProblemKind, number>;
}>;

/** So many rows are asked for at once whether they are there. */
const lookUpSize = 100;
/** So many transactions are under way at once. */
const lanes = 4;
/** A transaction holds 100 writes: a report that waits is three, one that is approved at least seven. */
const rowsOfTransaction = { waiting: 33, approved: 14 } as const;
const attempts = 8;
const longestPauseMs = 10_000;

/**
 * Reads rows and tells of each problem. With a target it stores what has none, in the order of the file; whatever happened to an
 * earlier attempt, no row twice, because the id of its report follows from the data set and the row's own id.
 */
export const importRows = async (request: ImportRequest): Promise<ImportSummary> => {
  const { rows, mapping, country: code, target, tell, onRow = () => {}, now = () => new Date() } = request;
  const country = findCountry(code);
  if (!country) throw new UsageError(`There is no country ${code}.`);
  const gazetteer = await loadGazetteer(code);
  const count = { read: 0, leftOut: 0, ready: 0, refused: 0 };
  const kinds = new Map<ProblemKind, number>();
  const seen = new Map<string, number>();
  const writer = target && createWriter(target, mapping, tell);
  for await (const row of rows) {
    count.read += 1;
    const today = wallTime(now(), country.zone).slice(0, 10);
    const reading = withoutRepeats(
      readRow(row, { mapping, gazetteer, zone: country.zone, today }),
      row,
      seen,
    );
    if (reading.kind === 'left_out') count.leftOut += 1;
    else if (reading.kind === 'refused') {
      count.refused += 1;
      const [first] = reading.problems;
      if (first) kinds.set(first.kind, (kinds.get(first.kind) ?? 0) + 1);
      for (const { field, says } of reading.problems) tell(`line ${row.line}: ${field}: ${says}`);
    } else {
      count.ready += 1;
      for (const { field, says } of reading.notes) tell(`line ${row.line}: note: ${field}: ${says}`);
      await writer?.add(row.line, {
        id: importedReportId(reading.imported),
        version: 1,
        status: 'submitted',
        reporter: target?.reporters[0] ?? '',
        locale: country.languages[0],
        receivedAt: now().toISOString(),
        answers: reading.answers,
        imported: reading.imported,
      });
    }
    onRow(count.read);
  }
  const done = (await writer?.end()) ?? { written: 0, there: 0, joined: 0 };
  return { ...count, ...done, kinds };
};

/** A row whose id an earlier one has is refused: which of the two is right nobody can tell. */
const withoutRepeats = (reading: RowReading, { line }: Row, seen: Map<string, number>): RowReading => {
  if (reading.kind !== 'read') return reading;
  const id = importedReportId(reading.imported);
  const earlier = seen.get(id);
  if (earlier === undefined) {
    seen.set(id, line);
    return reading;
  }
  const says = `the same row as line ${earlier}`;
  return { kind: 'refused', problems: [{ kind: 'repeated', field: 'id', says }] };
};

type Taken = Readonly<{ line: number; report: Report }>;

/**
 * Stores reports, many at once, and waits where as many are under way as may be. Long because its steps share what is under way
 * and what failed.
 */
const createWriter = (target: Target, { row }: Mapping, tell: (text: string) => void) => {
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
  let waiting: Taken[] = [];
  const batch: Incoming[] = [];
  /**
   * Whether the last rows were there. Where they were not, those that wait are brought in without asking: their own conditions
   * tell. What is grouped must be known first: it would find itself.
   */
  let wereThere = true;
  let failure: Readonly<{ error: unknown }> | undefined;

  const bring = async (incoming: readonly Incoming[]): Promise<number> => {
    const brought = await persistently(() => store.imports.bring(incoming, approval));
    done.written += brought.written.length;
    done.there += brought.there.length;
    wereThere ||= brought.there.length > 0;
    return brought.written.length;
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
  const group = async ({ line, report }: Taken): Promise<void> => {
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
    const known =
      approval || wereThere
        ? await persistently(() => store.imports.known(taken.map(({ report }) => report.id)))
        : new Set<string>();
    done.there += known.size;
    wereThere = known.size > 0;
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
const persistently = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error;
      await pause(Math.min(longestPauseMs, Math.random() * 200 * 2 ** attempt));
    }
  }
};
