import { regionName } from '../../../lib/place/format.ts';
import type { Place } from '../../../lib/place/place.ts';
import type { Munition } from '../../../lib/report/vocabulary.ts';
import { readerCallbacks } from '../../callbacks/reader.ts';
import { type Html, html, join, lengthOf } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import { limits, type Screen } from '../../telegram/screen.ts';
import { dateText, type View } from '../../text/incident.ts';
import { sumText } from '../../text/people.ts';
import { areaCode, gradesText } from '../choice.ts';
import { periodText, readPeriod } from '../period.ts';
import { type Question, questionArguments, questionLines } from '../question.ts';
import { type Partition, partitions, type Row, type Table } from './rows.ts';

/** What a table is shown with. */
type Shown = Readonly<{
  question: Question;
  by: Partition;
  place?: Place | undefined;
  today: string;
}>;

/** A summary taken apart: a plain line a row, which a phone shows whole and a screen reader reads in order. */
export const tableScreen = (table: Table, { question, by, place, today }: Shown, view: View): Screen => {
  const { t, locale, country } = view;
  const { taking, reader } = t;
  const { rows, unreadable } = table;
  const { total, suspected } = table.total;
  const top = join([
    unreadable > 0 ? html`<b>${reader.summary.incomplete(unreadable)}</b>` : undefined,
    join(
      [
        html`<b>${taking.titles[table.by]}</b>`,
        ...questionLines(question, undefined, place, view).map(line => html`${line}`),
      ],
      '\n',
    ),
  ]);
  const all = total.incidents + suspected;
  const left = all - rows.reduce((sum, { summary }) => sum + summary.total.incidents + summary.suspected, 0);
  const grades = question.grades ? gradesText(question.grades, view) : reader.summary.usualGrades;
  const foot = join(
    [
      html`<b>${taking.inAll(reader.summary.incidents(all))}</b>`,
      left > 0
        ? html`${table.by === 'munition' ? reader.summary.ofWhichSuspected(left) : taking.inNoRow(left)}`
        : undefined,
      html`${taking.rows(grades)}`,
      html`<i>${reader.summary.asOf(dateText(today, country.zone, locale))}</i>`,
    ],
    '\n',
  );
  const room = limits.textLength - lengthOf(top) - lengthOf(foot) - 4;
  const lines = rows.map(row => rowLine(row, table, view));
  return {
    text: join(rows.length === 0 ? [top, html`${taking.none}`] : [top, fitting(lines, room, view), foot]),
    buttons: keyboard(
      otherTables(question, view)
        .filter(button => button.by !== by)
        .map(({ text, data }) => ({ text, data })),
      [
        rows.length > 0 && {
          text: taking.file,
          data: readerCallbacks.data('file', { ...questionArguments(question), format: by }),
        },
      ],
      [{ text: taking.back, data: readerCallbacks.data('summary', questionArguments(question)) }],
    ),
  };
};

/** The ways to take a summary apart. A region is not taken apart by region. */
export const otherTables = (question: Question, { t }: View) =>
  partitions
    .filter(by => by !== 'region' || areaCode(question) === undefined)
    .map(by => ({
      by,
      text: t.taking.by[by],
      data: readerCallbacks.data('table', { ...questionArguments(question), by }),
    }));

/** What a row is called. */
export const rowName = ({ code }: Row, { by }: Pick<Table, 'by'>, view: View): string => {
  const { t, locale, country } = view;
  switch (by) {
    case 'month':
      return periodText(readPeriod(code), view);
    case 'year':
      return code.length === 4 ? code : periodText(readPeriod(code), view);
    case 'region':
      return code === '' ? t.taking.unknownRegion : regionName(code, locale, country);
    case 'munition':
      return t.terms.munitions[code as Munition];
  }
};

const rowLine = (row: Row, table: Pick<Table, 'by'>, view: View): Html => {
  const { terms, taking, reader } = view.t;
  const { total, suspected, beside } = row.summary;
  const incidents = total.incidents + suspected;
  const of = (grade: string): number => {
    const found = beside.find(({ code }) => code === grade);
    return found ? found.counters.incidents + found.suspected : 0;
  };
  const besideText = taking.beside(of('single_source'), of('contested'));
  const people = (who: 'killed' | 'injured') =>
    `${terms[who].toLocaleLowerCase()}: ${sumText(total[who], total.incidents, view)}`;
  const numbers = join(
    [
      html`<b>${rowName(row, table, view)}</b>: ${incidents > 0 ? reader.summary.incidents(incidents) : taking.nothingSupported}`,
      total.incidents > 0 ? html`${people('killed')}` : undefined,
      total.incidents > 0 ? html`${people('injured')}` : undefined,
    ],
    '; ',
  );
  return besideText === '' ? numbers : html`${numbers} ${taking.notIn(besideText)}`;
};

/** As many lines as there is room for, the last of a series first to stay. */
const fitting = (lines: readonly Html[], room: number, { t }: View): Html => {
  const whole = (shown: number): Html =>
    join(
      [
        ...lines.slice(0, shown),
        shown < lines.length ? html`${t.taking.others(lines.length - shown)}` : undefined,
      ],
      '\n',
    );
  const shown = lines.findLastIndex((_, at) => lengthOf(whole(at + 1)) <= room) + 1;
  return whole(shown);
};
