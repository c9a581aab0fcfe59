import type { Country } from '../country.ts';
import { formatReceipt } from '../identity/receipt.ts';
import type { Incident } from '../incident/incident.ts';
import { publicReportCount } from '../incident/publication/people.ts';
import { publicDate } from '../incident/publication/time.ts';
import { nameIn } from '../locale.ts';
import { regionName } from '../place/format.ts';
import type { Range } from '../report/count.ts';
import type { Source } from '../report/report.ts';
import { countedGroups } from '../summary/counters.ts';

/** What a cell can hold; undefined is an empty one: not known, or not told. */
export type Cell = string | number | boolean | undefined;

/** A column of a data set: its name, its HXL tag (hxlstandard.org), what it means, and what it says of a thing. */
export type Column<Thing> = Readonly<{
  name: string;
  hxl: string;
  about: string;
  of: (thing: Thing) => Cell;
}>;

type People = 'killed' | 'injured';

/** The columns of a number of people: bounds, so that no cell holds a range or a word in place of a number. */
const peopleColumns = (who: People): readonly Column<Incident>[] => {
  const range = (incident: Incident): Range | undefined =>
    incident[who] === 'unknown' ? undefined : incident[who];
  return [
    {
      name: `${who}_min`,
      hxl: `#affected+${who}+min`,
      about: `Civilians ${who}: the least that a source says. Empty: unknown, which is not zero.`,
      of: incident => range(incident)?.min,
    },
    {
      name: `${who}_max`,
      hxl: `#affected+${who}+max`,
      about: `The most that a source says. Empty beside a least number: "at least" so many.`,
      of: incident => range(incident)?.max,
    },
    {
      name: `${who}_about`,
      hxl: `#affected+${who}+about`,
      about: 'true: the numbers are rough.',
      of: incident => range(incident)?.about,
    },
    ...countedGroups.flatMap((group): readonly Column<Incident>[] => {
      const of = (incident: Incident): Range | undefined =>
        incident[who] === 'unknown' ? undefined : incident[who].of?.[group];
      return [
        {
          name: `${who}_${group}_min`,
          hxl: `#affected+${who}+${group}+min`,
          about: `Of the ${who}, ${group}: the least. They are among the ${who}, not besides.`,
          of: incident => of(incident)?.min,
        },
        {
          name: `${who}_${group}_max`,
          hxl: `#affected+${who}+${group}+max`,
          about: `Of the ${who}, ${group}: the most.`,
          of: incident => of(incident)?.max,
        },
      ];
    }),
  ];
};

/**
 * An incident as readers see it on the screen, a column for each thing: whatever is not shown there has none. `link` leads to an
 * incident by its id. Long because it is a list of columns.
 */
export const publicColumns = (
  country: Country,
  link: (id: string) => string,
): readonly Column<Incident>[] => {
  const date = (instant: string | undefined): Cell => instant && publicDate(instant, country.zone);
  return [
    {
      name: 'incident',
      hxl: '#event+code',
      about: 'The code of the incident.',
      of: ({ id }) => formatReceipt(id),
    },
    {
      name: 'phase',
      hxl: '#event+type',
      about: 'attack, or remnant: what an attack left behind.',
      of: ({ phase }) => phase,
    },
    {
      name: 'occurred_from',
      hxl: '#date+occurred+start',
      about: 'The earliest that it can have happened, local time. Empty: no bound is known.',
      of: ({ occurred }) => occurred.start,
    },
    {
      name: 'occurred_to',
      hxl: '#date+occurred+end',
      about: 'The latest that it can have happened, inclusive.',
      of: ({ occurred }) => occurred.end,
    },
    {
      name: 'occurred_precision',
      hxl: '#date+occurred+precision',
      about: 'minute, hour, part_of_day, day, week, month, or unknown (within the bounds).',
      of: ({ occurred }) => occurred.precision,
    },
    {
      name: 'zone',
      hxl: '#date+zone',
      about: 'The time zone of these times.',
      of: ({ occurred }) => occurred.zone,
    },
    { name: 'country', hxl: '#country+code+iso2', about: 'The country, ISO 3166-1.', of: () => country.code },
    {
      name: 'region_code',
      hxl: '#adm1+code',
      about: 'The region, ISO 3166-2. Empty: unknown.',
      of: ({ place }) => place.region,
    },
    {
      name: 'region',
      hxl: '#adm1+name+i_en',
      about: 'Its name in English.',
      of: ({ place }) => place.region && regionName(place.region, 'en', country),
    },
    {
      name: 'district',
      hxl: '#adm2+name',
      about: 'The district, in English where its name is known.',
      of: ({ place }) => place.district && nameIn(place.district, ['en', ...country.languages]),
    },
    {
      name: 'settlement',
      hxl: '#loc+name+i_en',
      about: 'The settlement in which, or (place_precision "district") near which, it happened.',
      of: ({ place }) => place.settlement && nameIn(place.settlement, ['en', ...country.languages]),
    },
    {
      name: 'settlement_local',
      hxl: '#loc+name',
      about: "Its name in the country's first language.",
      of: ({ place }) => place.settlement && nameIn(place.settlement, country.languages),
    },
    {
      name: 'settlement_id',
      hxl: '#loc+code+geonames',
      about: 'Its GeoNames id.',
      of: ({ place }) => place.settlementId,
    },
    {
      name: 'place_precision',
      hxl: '#loc+precision',
      about: 'settlement, district, region or unknown. Never finer.',
      of: ({ place }) => place.precision,
    },
    {
      name: 'lat',
      hxl: '#geo+lat',
      about: "The settlement's own centre, WGS 84, never the place of the impact.",
      of: ({ place }) => place.point?.lat,
    },
    { name: 'lon', hxl: '#geo+lon', about: 'The same.', of: ({ place }) => place.point?.lon },
    {
      name: 'radius_m',
      hxl: '#geo+radius',
      about: 'Within so many metres of that centre it happened.',
      of: ({ place }) => place.point?.accuracyMetres,
    },
    {
      name: 'munition',
      hxl: '#cause+munition',
      about: 'The munition, as far as it is known.',
      of: ({ munition }) => munition,
    },
    {
      name: 'delivery',
      hxl: '#cause+delivery',
      about: 'What carried it there.',
      of: ({ delivery }) => delivery,
    },
    { name: 'effect', hxl: '#cause+observed', about: 'What was seen or heard.', of: ({ effect }) => effect },
    {
      name: 'areas',
      hxl: '#loc+type+hit',
      about: 'What was hit, with | between.',
      of: ({ areas }) => areas.join('|'),
    },
    ...peopleColumns('killed'),
    ...peopleColumns('injured'),
    {
      name: 'grade',
      hxl: '#meta+grade',
      about:
        'confirmed (by the moderators), corroborated (several independent sources), single_source, contested. Our headlines count the first two.',
      of: ({ grade }) => grade,
    },
    {
      name: 'reports',
      hxl: '#meta+reports',
      about: 'How many reports stand behind it. Empty below five, to protect whoever sent them.',
      of: publicReportCount,
    },
    {
      name: 'sources',
      hxl: '#meta+source',
      about: 'Who told of it: named sources by name, private persons by how they know; | between.',
      of: ({ sources }) => sources.map(sourceCell).join('|'),
    },
    {
      name: 'source_links',
      hxl: '#meta+source+url',
      about: 'Where sources published it; a space between.',
      of: ({ sources }) => sources.flatMap(({ link: url }) => url ?? []).join(' '),
    },
    {
      name: 'attributions',
      hxl: '#meta+claims',
      about: 'Who is said to have done it, each as the claim of its author: side (status, by whom).',
      of: ({ attributions }) =>
        attributions.map(({ side, status, by }) => `${side} (${status}, ${sourceCell(by)})`).join('|'),
    },
    {
      name: 'unexploded',
      hxl: '#impact+unexploded+state',
      about: 'Unexploded items left behind: suspected, marked or cleared. Empty: nothing is said of any.',
      of: ({ contamination }) => contamination?.state,
    },
    {
      name: 'unexploded_as_of',
      hxl: '#impact+unexploded+date',
      about: 'The date of that word.',
      of: ({ contamination }) => contamination?.date,
    },
    {
      name: 'published',
      hxl: '#date+published',
      about: 'The day of its publication here.',
      of: ({ publishedAt }) => date(publishedAt),
    },
    {
      name: 'changed',
      hxl: '#date+updated',
      about: 'The day of its last change here.',
      of: ({ changedAt }) => date(changedAt),
    },
    { name: 'link', hxl: '#meta+url', about: 'Where to see it as it stands now.', of: ({ id }) => link(id) },
  ];
};

/** What the team sees besides: where an incident stands, as they know it and not as readers see it yet. */
export const teamColumns: readonly Column<Incident>[] = [
  { name: 'status', hxl: '#status', about: 'embargoed or published.', of: ({ status }) => status },
  {
    name: 'waits_for_readers',
    hxl: '#status+waiting',
    about: 'true: readers see an earlier version, until release_at.',
    of: ({ status, shown }) => status === 'embargoed' || shown !== undefined,
  },
  {
    name: 'release_at',
    hxl: '#date+release',
    about: 'When readers see it as it stands here.',
    of: ({ releaseAt }) => releaseAt,
  },
  {
    name: 'report_count',
    hxl: '#meta+reports+all',
    about: 'How many reports stand behind it. Not for the public.',
    of: ({ reportCount }) => reportCount,
  },
  {
    name: 'assessment',
    hxl: '#meta+grade+given',
    about: 'The grade that a moderator gave.',
    of: ({ assessment }) => assessment,
  },
];

const sourceCell = ({ kind, name }: Source): string => (name === undefined ? kind : `${name} (${kind})`);
