import type { Event } from '../report/event.ts';
import type { Incident } from '../report/incident.ts';
import type { Munition } from '../report/vocabulary.ts';
import type { Scope, Tally } from '../summary/tally.ts';
import type { Page, PageRequest } from './page.ts';

/** From and to, both inclusive, as dates (`2026-03-14`). */
export type Period = Readonly<{ from: string; to: string }>;

export type Incidents = Readonly<{
  readIncident: (id: string) => Promise<Incident | undefined>;
  incidentHistory: (id: string) => Promise<readonly Event[]>;
  /** What is published, newest publication first. One query. */
  latest: (
    request: PageRequest & Readonly<{ region?: string | undefined; munition?: Munition | undefined }>,
  ) => Promise<Page<Incident>>;
  /** The tallies of the days of a period. One query. Incidents whose day is not known are only in the months. */
  tallyDays: (scope: Scope, period: Period) => Promise<readonly Tally[]>;
  /** The tallies of the months that a period touches, or of all months and of what is undated. One query. */
  tallyMonths: (scope: Scope, period?: Period) => Promise<readonly Tally[]>;
  /** When anything published in this scope was last changed, retractions included. */
  lastChange: (scope: Scope) => Promise<string | undefined>;
}>;
