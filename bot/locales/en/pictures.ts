import { english } from '../plural.ts';

const incidents = (n: number): string => english(n, 'incident', 'incidents');

/** Maps and bars: what stands in them, beside them and under them. */
export const pictures = {
  map: 'Map',
  chart: 'Chart',
  light: 'Light',
  dark: 'Dark',
  summary: 'Summary in words',
  ordered: 'The picture is being drawn. It follows in a moment.',
  whenAway: 'First get to a safe distance and confirm it with the button. Then ask for the picture again.',
  tooMany: 'You asked for several pictures within a minute. Please try again in a minute.',
  failed: 'The picture could not be drawn or sent. The numbers are in the summary; please try again later.',
  /** In the picture. `title`: "Kharkiv region, March 2022". */
  title: (area: string, period: string) => `${area}, ${period}`,
  scope: 'Reports that moderators approved, not everything that happened.',
  source: (date: string, link: string) => `As of ${date}. Source: Svidok, ${link}. Licence: CC BY 4.0.`,
  ground: 'Borders: Natural Earth. Places: GeoNames, CC BY 4.0.',
  size: 'The size of a symbol is the number of incidents:',
  families: {
    cluster: 'cluster munitions',
    artillery: 'shells, rockets, mortars',
    missile: 'missiles',
    bomb: 'bombs',
    drone: 'drones',
    mine: 'mines, unexploded objects',
    other: 'other or unknown',
    several: 'several kinds at one place',
  },
  ring: (n: number) => `unexploded objects suspected or marked: ${incidents(n)}`,
  dashes: 'somewhere within this circle',
  noSettlement: (n: number) => `Not on the map: ${incidents(n)}, settlement unknown`,
  noRegion: (n: number) => `Not on the map: ${incidents(n)}, region unknown`,
  noPlaceUnexploded: (n: number) => `of these with unexploded objects: ${n}`,
  by: { day: 'Incidents by day', month: 'Incidents by month', year: 'Incidents by year' },
  inNoBar: {
    day: (n: number) => `In no bar: ${incidents(n)} whose day is unknown`,
    month: (n: number) => `In no bar: ${incidents(n)} whose month is unknown`,
    year: (n: number) => `In no bar: ${incidents(n)} whose year is unknown`,
  },
  whisker: 'Bar: the least that sources say. Line above it: the most.',
  open: 'Arrow: at least so many; some sources or incidents give no upper number.',
  unknown: '“?”: there were incidents, and how many people is unknown. Unknown is not zero.',
  /** Under the picture, for who does not see it. */
  most: (list: string) => `Most at: ${list}.`,
  mostOn: (list: string) => `Most incidents: ${list}.`,
};
