import type { Summary } from '../summary/summary.ts';
import type { Column } from './columns.ts';

/** A row of a table of summaries: what it is of, and its summary. */
export type SummaryRow = Readonly<{ code: string; name: string; summary: Summary }>;

const peopleColumns = (who: 'killed' | 'injured'): readonly Column<SummaryRow>[] => {
  const of = (row: SummaryRow) => row.summary.total[who];
  return [
    {
      name: `${who}_known_for`,
      hxl: `#affected+${who}+known`,
      about: `How many of these incidents say how many were ${who}. Of the others it is unknown, which is not zero.`,
      of: row => of(row).known,
    },
    {
      name: `${who}_min`,
      hxl: `#affected+${who}+min`,
      about: `Civilians ${who} in those that say so: the sum of the least numbers. Empty: none says so.`,
      of: row => (of(row).known > 0 ? of(row).min : undefined),
    },
    {
      name: `${who}_max`,
      hxl: `#affected+${who}+max`,
      about:
        'The sum of the greatest numbers. Empty: there is no upper bound, because some say "at least" or nothing.',
      of: row =>
        of(row).open === 0 && of(row).known >= row.summary.total.incidents && of(row).known > 0
          ? of(row).max
          : undefined,
    },
    {
      name: `${who}_about`,
      hxl: `#affected+${who}+about`,
      about: 'How many of these numbers are rough.',
      of: row => of(row).about,
    },
  ];
};

const besideOf = ({ summary }: SummaryRow, grade: 'single_source' | 'contested'): number => {
  const found = summary.beside.find(({ code }) => code === grade);
  return found ? found.counters.incidents + found.suspected : 0;
};

/** The columns of a table of summaries: each row is the headline of one, and what stands beside it. */
export const summaryColumns: readonly Column<SummaryRow>[] = [
  {
    name: 'code',
    hxl: '#meta+code',
    about: 'The month, year, days, region (ISO 3166-2) or munition. Empty: unknown region.',
    of: ({ code }) => code,
  },
  { name: 'name', hxl: '#meta+name', about: 'The same in words.', of: ({ name }) => name },
  {
    name: 'incidents',
    hxl: '#event+num',
    about: 'Incidents of the grades that were asked for: confirmed or corroborated, where none was.',
    of: ({ summary }) => summary.total.incidents + summary.suspected,
  },
  {
    name: 'suspected',
    hxl: '#event+num+suspected',
    about:
      'Of these, incidents of another munition, asked for because unexploded items are suspected or marked after them. Whom they harmed is in no number here.',
    of: ({ summary }) => summary.suspected,
  },
  ...peopleColumns('killed'),
  ...peopleColumns('injured'),
  {
    name: 'single_source',
    hxl: '#event+num+single',
    about:
      'Incidents without a second independent source: in no number before this. Empty where a grade was asked for is 0.',
    of: row => besideOf(row, 'single_source'),
  },
  {
    name: 'contested',
    hxl: '#event+num+contested',
    about: 'Contested incidents: likewise.',
    of: row => besideOf(row, 'contested'),
  },
];
