import { type Country, findCountry } from '../../../lib/country.ts';
import { importedReportId } from '../../../lib/identity/receipt.ts';
import { readFigureRow } from '../../../lib/import/figure.ts';
import { columnsOf, type FigureMapping, type Mapping } from '../../../lib/import/mapping.ts';
import type { Problem, ProblemKind } from '../../../lib/import/problem.ts';
import { type Note, readRow } from '../../../lib/import/report.ts';
import { type Row, readText } from '../../../lib/import/row.ts';
import { type Gazetteer, loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { wallTime } from '../../../lib/time/zone.ts';
import { UsageError } from '../command.ts';
import type { Target } from './target.ts';
import { createWriter, persistently } from './writer.ts';

type ImportRequest = Readonly<{
  rows: AsyncIterable<Row>;
  mapping: Mapping | FigureMapping;
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

/** What a row comes to, and how it is stored if nothing is wrong with it. */
type Taken =
  | Readonly<{ kind: 'left_out' }>
  | Readonly<{ kind: 'refused'; problems: readonly Problem[] }>
  | Readonly<{ kind: 'read'; id: string; notes: readonly Note[]; store: () => Promise<void> }>;

type Taker = Readonly<{
  /** `today` is a date in the country. */
  take: (row: Row, today: string) => Taken;
  end: () => Promise<Pick<ImportSummary, 'written' | 'there' | 'joined'>>;
}>;

/**
 * Reads rows and tells of each problem. With a target it stores what has none, in the order of the file; whatever happened to an
 * earlier attempt, no row twice, because the id of its report, or figure, follows from the data set and the row's own id.
 */
export const importRows = async (request: ImportRequest): Promise<ImportSummary> => {
  const { rows, mapping, country: code, tell, onRow = () => {}, now = () => new Date() } = request;
  const country = findCountry(code);
  if (!country) throw new UsageError(`There is no country ${code}.`);
  const { take, end } = createTaker({ ...request, now }, mapping, country, await loadGazetteer(code));
  const count = { read: 0, leftOut: 0, ready: 0, refused: 0 };
  const kinds = new Map<ProblemKind, number>();
  const seen = new Map<string, number>();
  const remarks = createRemarks(mapping);
  for await (const row of rows) {
    count.read += 1;
    const taken = withoutRepeats(take(row, wallTime(now(), country.zone).slice(0, 10)), row, seen);
    remarks.add(row, taken);
    if (taken.kind === 'left_out') count.leftOut += 1;
    else if (taken.kind === 'refused') {
      count.refused += 1;
      const [first] = taken.problems;
      if (first) kinds.set(first.kind, (kinds.get(first.kind) ?? 0) + 1);
      for (const { field, says } of taken.problems) tell(`line ${row.line}: ${field}: ${says}`);
    } else {
      count.ready += 1;
      for (const { field, says } of taken.notes) tell(`line ${row.line}: note: ${field}: ${says}`);
      await taken.store();
    }
    onRow(count.read);
  }
  const done = await end();
  for (const text of remarks.all()) tell(text);
  return { ...count, ...done, kinds };
};

type Taking = Pick<ImportRequest, 'target' | 'tell'> & Readonly<{ now: () => Date }>;

const createTaker = (
  taking: Taking,
  mapping: Mapping | FigureMapping,
  country: Country,
  gazetteer: Gazetteer,
): Taker =>
  mapping.row === 'figure'
    ? takeFigures(taking, mapping, country, gazetteer)
    : takeReports(taking, mapping, country, gazetteer);

const takeReports = (
  { target, tell, now }: Taking,
  mapping: Mapping,
  { zone, languages }: Country,
  gazetteer: Gazetteer,
): Taker => {
  const writer = target && createWriter(target, mapping, tell);
  return {
    take: (row, today) => {
      const reading = readRow(row, { mapping, gazetteer, zone, today });
      if (reading.kind !== 'read') return reading;
      const { imported, answers, notes } = reading;
      const id = importedReportId(imported);
      const store = async () => {
        await writer?.add(row.line, {
          id,
          version: 1,
          status: 'submitted',
          reporter: target?.reporters[0] ?? '',
          locale: languages[0],
          receivedAt: now().toISOString(),
          answers,
          imported,
        });
      };
      return { kind: 'read', id, notes, store };
    },
    end: async () => (await writer?.end()) ?? { written: 0, there: 0, joined: 0 },
  };
};

/** Figures have no queue: whoever records one approves it. */
const takeFigures = (
  { target, now }: Taking,
  mapping: FigureMapping,
  { zone }: Country,
  gazetteer: Gazetteer,
): Taker => {
  const done = { written: 0, there: 0, joined: 0 };
  return {
    take: (row, today) => {
      const reading = readFigureRow(row, { mapping, gazetteer, zone, today });
      if (reading.kind !== 'read') return reading;
      const { imported, figure, notes } = reading;
      const id = importedReportId(imported);
      const store = async () => {
        const by = target?.approval?.by;
        if (!target || by === undefined) return;
        const recorded = {
          ...figure,
          id,
          version: 1,
          status: 'recorded',
          recordedAt: now().toISOString(),
          by,
        } as const;
        const result = await persistently(() => target.store.figures.record(recorded));
        done[result === 'saved' ? 'written' : 'there'] += 1;
      };
      return { kind: 'read', id, notes, store };
    },
    end: async () => done,
  };
};

/** A row whose id an earlier one has is refused: which of the two is right nobody can tell. */
const withoutRepeats = (taken: Taken, { line }: Row, seen: Map<string, number>): Taken => {
  if (taken.kind !== 'read') return taken;
  const earlier = seen.get(taken.id);
  if (earlier === undefined) {
    seen.set(taken.id, line);
    return taken;
  }
  const says = `the same row as line ${earlier}`;
  return { kind: 'refused', problems: [{ kind: 'repeated', field: 'id', says }] };
};

/**
 * What is to be said once of a whole file, for whoever writes its mapping: each word that has no code, with how many rows have it;
 * and each column of the mapping in which no row says anything, as one whose name is misspelt in JSON.
 */
const createRemarks = (mapping: Mapping | FigureMapping) => {
  const silent = new Set(columnsOf(mapping));
  const words = new Map<string, { rows: number; line: number }>();
  return {
    add: (row: Row, taken: Taken): void => {
      for (const column of silent) if (readText(row, column) !== undefined) silent.delete(column);
      for (const { kind, field, says } of taken.kind === 'refused' ? taken.problems : []) {
        if (kind !== 'code' && kind !== 'munition') continue;
        const word = `${field}: ${says}`;
        const known = words.get(word) ?? { rows: 0, line: row.line };
        words.set(word, { ...known, rows: known.rows + 1 });
      }
    },
    all: (): readonly string[] => [
      ...[...words]
        .toSorted(([, a], [, b]) => b.rows - a.rows)
        .map(
          ([word, { rows, line }]) =>
            `in ${rows} ${rows === 1 ? 'row' : 'rows'}, first in line ${line}: ${word}`,
        ),
      ...[...silent].map(column => `note: no row says anything in "${column}"`),
    ],
  };
};
