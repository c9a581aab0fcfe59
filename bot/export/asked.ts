import type { Country } from '../../lib/country.ts';
import { type Column, publicColumns, teamColumns } from '../../lib/export/columns.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import type { Place } from '../../lib/place/place.ts';
import type { Store } from '../../lib/store/store.ts';
import type { Period } from '../../lib/summary/period.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { incidentLink } from '../reader/citation.ts';
import { type Question, readQuestion } from '../reader/question.ts';
import type { JobDeps } from '../runtime/job-entry.ts';
import type { ExportJob } from '../runtime/jobs.ts';
import type { View } from '../text/incident.ts';

/** What making and sending a file needs. */
export type ExportDeps = JobDeps &
  Readonly<{
    incidents: Pick<Store['incidents'], 'latest' | 'embargoed' | 'counted' | 'countedIn' | 'countedInEach'>;
  }>;

/** What was asked for, understood. */
export type Asked = Readonly<{
  question: Question;
  place: Place | undefined;
  period: Period | undefined;
  today: string;
  now: Date;
  bot: string;
}>;

/** The question of a job. */
export const questionOf = ({ question }: Pick<ExportJob, 'question'>, country: Country): Question => {
  const callback = readerCallbacks.parse(question);
  return callback?.name === 'summary' ? readQuestion(callback.args, country) : { requested: 'all' };
};

/** The columns of a file of incidents. */
export const columnsOf = (
  { forTeam }: Pick<ExportJob, 'forTeam'>,
  { bot }: Pick<Asked, 'bot'>,
  { country }: Pick<View, 'country'>,
): readonly Column<Incident>[] => [
  ...publicColumns(country, id => incidentLink(bot, id)),
  ...(forTeam ? teamColumns : []),
];
