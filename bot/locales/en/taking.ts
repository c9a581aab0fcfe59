import { english } from '../plural.ts';

/** Tables under a summary, and files to take away. */
export const taking = {
  by: { month: 'By month', region: 'By region', munition: 'By munition' },
  titles: { month: 'By month', year: 'By year', region: 'By region', munition: 'By munition' },
  unknownRegion: 'Region unknown',
  none: 'Nothing to take apart: nothing has been published for this.',
  /** Of the rows: which grades they count. */
  rows: (grades: string) => `Each line is the headline of its own summary: ${grades}.`,
  beside: (singleSource: number, contested: number) =>
    [singleSource > 0 && `no second source: ${singleSource}`, contested > 0 && `contested: ${contested}`]
      .filter(part => part !== false)
      .join(', '),
  /** In a row, after its numbers. */
  notIn: (beside: string) => `(not in these numbers: ${beside})`,
  nothingSupported: 'none confirmed or told by several',
  inAll: (n: string) => `In all: ${n}.`,
  /** How many of all are in no row. */
  inNoRow: (n: number) =>
    `${english(n, 'incident is', 'incidents are')} in no line: when is known too roughly.`,
  others: (n: number) => `and ${english(n, 'other line', 'other lines')}; the file has all.`,
  file: 'As a file (CSV)',
  back: 'Back to the summary',
  /** The buttons and screens of files. */
  download: 'Download',
  title: 'Download these incidents',
  formats: { csv: 'CSV (spreadsheet, HXL)', xlsx: 'XLSX (Excel)', geojson: 'GeoJSON (map)' },
  about: (licence: string) =>
    `Every published incident of this choice, as readers see it, single-source and contested ones too, each with its grade. Licence: ${licence}.`,
  started: 'The file is being made; it comes as a message. You can go on meanwhile.',
  whenAway: 'First get to a safe distance and confirm it with the button. Then ask for the file again.',
  tooMany: 'You asked for several files within a minute. Please try again in a minute.',
  nothing: 'There is nothing to put into a file: nothing has been published for this.',
  failed: 'The file could not be made. Please try again later.',
  incidents: (n: number) => english(n, 'incident', 'incidents'),
  part: (n: number) => `Part ${n}`,
  perhaps: (n: number) =>
    `Not in it: ${english(n, 'incident', 'incidents')} that may belong to the period, known too roughly to say.`,
  unreadable: (n: number) => `Incomplete: ${english(n, 'incident', 'incidents')} could not be read.`,
  dictionary: 'What the columns mean, and the licence.',
  /** The team's own. */
  team: 'The team’s view of all approved incidents, embargoed ones too. Not for the public. It comes into your private chat with this bot, so press Start there first. That you took it is in the team’s log.',
};
