import { licence } from '../../lib/export/licence.ts';
import { summaryColumns } from '../../lib/export/summary-columns.ts';
import { questionLines } from '../reader/question.ts';
import type { ExportJob } from '../runtime/jobs.ts';
import type { View } from '../text/incident.ts';
import { type Asked, columnsOf } from './asked.ts';

/** What goes beside a file: what it is of, what each column means, and under which licence it may be used. */
export const aboutText = (job: ExportJob, asked: Asked, view: View): string => {
  const { question, period, place, today, bot } = asked;
  const isOfIncidents = job.format === 'csv' || job.format === 'xlsx' || job.format === 'geojson';
  const columns: readonly Readonly<Record<'name' | 'hxl' | 'about', string>>[] = isOfIncidents
    ? columnsOf(job, asked, view)
    : summaryColumns;
  return [
    'Svidok: reports of witnesses and of named sources, approved by moderators.',
    ...questionLines(question, period, place, view),
    `As of ${today}. Source: https://t.me/${bot}`,
    job.forTeam
      ? "The team's view, with what is not published yet. Not for the public."
      : `Licence: ${licence.name} (${licence.id}), ${licence.url}`,
    'These are incidents that somebody reported and moderators approved, not all that happened. Empty cells are unknown or not told, never zero. Killed and injured are never to be added up.',
    'In CSV and XLSX the second row has tags of the Humanitarian Exchange Language (hxlstandard.org). In CSV a text that begins like a formula stands behind an apostrophe.',
    '',
    ...columns.map(({ name, hxl, about }) => `${name}\t${hxl}\t${about}`),
    '',
  ].join('\n');
};
