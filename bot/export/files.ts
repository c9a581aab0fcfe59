import { createWriteStream } from 'node:fs';
import { join as pathOf } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Column } from '../../lib/export/columns.ts';
import { csvOf } from '../../lib/export/csv.ts';
import { geojsonOf } from '../../lib/export/geojson.ts';
import { licence } from '../../lib/export/licence.ts';
import { belongsTo } from '../../lib/export/selection.ts';
import { type SummaryRow, summaryColumns } from '../../lib/export/summary-columns.ts';
import { xlsxOf } from '../../lib/export/xlsx.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import type { Page, PageRequest } from '../../lib/store/dynamodb/page.ts';
import { areaOf } from '../reader/choice.ts';
import { questionLines } from '../reader/question.ts';
import type { Partition } from '../reader/tables/rows.ts';
import { tableOf } from '../reader/tables/rows.ts';
import { rowName } from '../reader/tables/screen.ts';
import type { ExportJob } from '../runtime/jobs.ts';
import type { View } from '../text/incident.ts';
import { type Asked, columnsOf, type ExportDeps } from './asked.ts';

/** A file on disk: of how many rows; how many incidents may belong to what was asked, and how many could not be read, until now. */
export type FilePart = Readonly<{
  path: string;
  rows: number;
  isTable: boolean;
  isLast: boolean;
  perhaps: number;
  unreadable: number;
}>;

/** Telegram takes 50 MB of a bot (core.telegram.org/bots/api#sending-files). What is being compressed is written a little later. */
const maxPartBytes = 45_000_000;
const pageSize = 500;

type Making = Readonly<{ job: ExportJob; asked: Asked; view: View; folder: string; maxBytes?: number }>;

/** The files of a job, one after the other, each written before the next is begun. None, when nothing belongs to what was asked. */
export const filesOf = (deps: ExportDeps, making: Making): AsyncGenerator<FilePart> => {
  const { format } = making.job;
  return format === 'csv' || format === 'xlsx' || format === 'geojson'
    ? incidentFiles(deps, { ...making, format })
    : tableFile(deps, { ...making, by: format });
};

async function* tableFile(
  { incidents }: ExportDeps,
  { asked, view, folder, by }: Making & Readonly<{ by: Partition }>,
): AsyncGenerator<FilePart> {
  const { question, place, now } = asked;
  const table = await tableOf(incidents, { question, by, region: place?.region, now, country: view.country });
  if (table.rows.length === 0) return;
  const rows: readonly SummaryRow[] = table.rows.map(row => ({ ...row, name: rowName(row, table, view) }));
  const path = pathOf(folder, 'table');
  await pipeline(Readable.from(csvOf(summaryColumns, rows)), createWriteStream(path));
  yield { path, rows: rows.length, isTable: true, isLast: true, perhaps: 0, unreadable: table.unreadable };
}

type Format = 'csv' | 'xlsx' | 'geojson';

async function* incidentFiles(
  deps: ExportDeps,
  { job, asked, view, folder, format, maxBytes = maxPartBytes }: Making & Readonly<{ format: Format }>,
): AsyncGenerator<FilePart> {
  const { question, period, place, today, bot } = asked;
  const columns = columnsOf(job, asked, view);
  const counts = { perhaps: 0, unreadable: 0 };
  const source = peeking(wanted(deps, { job, asked, counts }));
  for (let part = 1; await source.hasMore(); part += 1) {
    let rows = 0;
    let bytes = 0;
    const some = async function* () {
      while (bytes < maxBytes && (await source.hasMore())) {
        rows += 1;
        yield source.take();
      }
    };
    const about = {
      title: questionLines(question, period, place, view).join('; '),
      asOf: today,
      source: `https://t.me/${bot}`,
      licence,
      columns: columns.map(({ name, hxl, about: meaning }) => ({ name, hxl, about: meaning })),
    };
    const path = pathOf(folder, `part-${part}`);
    const counted = async function* () {
      for await (const piece of piecesOf(format, columns, some(), about)) {
        bytes += Buffer.byteLength(piece);
        yield piece;
      }
    };
    await pipeline(Readable.from(counted(), { objectMode: false }), createWriteStream(path));
    yield { path, rows, isTable: false, isLast: !(await source.hasMore()), ...counts };
  }
}

const piecesOf = (
  format: Format,
  columns: readonly Column<Incident>[],
  incidents: AsyncIterable<Incident>,
  about: Readonly<Record<string, unknown>>,
): AsyncGenerator<string | Uint8Array> => {
  switch (format) {
    case 'csv':
      return csvOf(columns, incidents);
    case 'geojson':
      return geojsonOf(columns, incidents, about);
    case 'xlsx':
      return xlsxOf(columns, incidents, 'Svidok');
  }
};

/** The incidents that belong to what was asked, a page of them in memory. Those that may are counted. */
async function* wanted(
  { incidents }: ExportDeps,
  {
    job: { forTeam },
    asked: { question, period },
    counts,
  }: Readonly<{
    job: ExportJob;
    asked: Asked;
    counts: { perhaps: number; unreadable: number };
  }>,
): AsyncGenerator<Incident> {
  const { munitions, grades } = question;
  const selection = { period, munitions, grades };
  const lists = [
    (page: PageRequest) => incidents.latest({ ...page, ...areaOf(question), munitions, forTeam }),
    ...(forTeam ? [incidents.embargoed] : []),
  ];
  for (const list of lists)
    for await (const incident of allOf(list, counts)) {
      const belongs = forTeam ? 'surely' : belongsTo(incident, selection);
      if (belongs === 'surely') yield incident;
      if (belongs === 'perhaps') counts.perhaps += 1;
    }
}

async function* allOf(
  list: (page: PageRequest) => Promise<Page<Incident>>,
  counts: { unreadable: number },
): AsyncGenerator<Incident> {
  let after: string | undefined;
  do {
    const page = await list({ limit: pageSize, after });
    counts.unreadable += page.unreadable ?? 0;
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** Items one by one, of which it can be asked whether there are more. */
const peeking = <Item>(items: AsyncGenerator<Item>) => {
  let next: IteratorResult<Item> | undefined;
  const peek = async (): Promise<IteratorResult<Item>> => {
    next ??= await items.next();
    return next;
  };
  return {
    hasMore: async (): Promise<boolean> => (await peek()).done !== true,
    take: async (): Promise<Item> => {
      const { value } = await peek();
      next = undefined;
      return value;
    },
  };
};
