import { english } from '../plural.ts';

const incidents = (n: number): string => english(n, 'incident', 'incidents');

export const reader = {
  incident: {
    where: 'Where',
    when: 'When',
    munition: 'Munition',
    deliveryUnknown: 'what carried it is not known',
    effect: 'Seen or heard',
    areas: 'What was hit',
    /** How well it is supported, and by how much. */
    support: 'Support',
    grades: {
      single_source: 'one source',
      corroborated: 'several independent sources',
      confirmed: 'confirmed',
      contested: 'contested',
      discounted: 'discounted',
    },
    reports: (n: number) => english(n, 'report', 'reports'),
    source: 'Source',
    witness: (how: string) => `a witness (${how})`,
    verified: 'says that it verified this independently',
    notVerified: 'has not verified this independently',
    attributed: (side: string, by: string, status: string) => `Attributed to ${side} by ${by} (${status})`,
    /** `by` of a claim that a private witness makes. */
    byWitness: 'a witness',
    more: (n: number) => `and ${n} more`,
  },
  published: (at: string) => `Published ${at}`,
  changed: (at: string) => `last change ${at}`,
  regions: 'Region',
  munitions: 'Munition',
  everyRegion: 'All regions',
  everyMunition: 'All munitions',
  latest: {
    title: 'Latest incidents',
    about: 'What moderators approved, newest first. For all details, press the number of an incident.',
    nothing:
      'Nothing has been published yet. Incidents appear here after moderators have approved the reports about them.',
    nothingChosen: 'Nothing has been published for this choice. Try another region or munition.',
    noMore: 'There is nothing further in this direction.',
    details: (n: number) => `Details ${n}`,
    newer: 'Newer',
    older: 'Older',
    toSummary: 'Summary',
  },
  details: {
    title: 'Incident',
    said: (by: string) => `In the words of ${by}:`,
    gone: 'This incident is not published any more.',
    back: 'Back to the list',
  },
  choose: {
    region: 'Which region?',
    munition: 'Which munition?',
    more: 'More',
    back: 'Back',
  },
  summary: {
    title: 'Summary',
    periods: { week: '7 days', month: '30 days', all: 'All time' },
    period: 'Period',
    area: 'Area',
    incidents,
    reports: (n: number) => english(n, 'approved report', 'approved reports'),
    none: 'Nothing has been published for this period and area.',
    peopleUnknown: 'not known',
    unknownIn: (n: number) => `not known in ${incidents(n)}`,
    atLeast: (n: string) => `at least ${n}`,
    about: (n: string) => `about ${n}`,
    byPhase: 'What happened',
    byMunition: 'By munition',
    otherMunitions: (n: number) => `and ${english(n, 'other type', 'other types')}`,
    /** Incidents of the months that the period touches, whose day is not known. */
    inexact: (n: number) => `Not counted here: ${incidents(n)} of these months without a known day.`,
    /** Incidents whose month is not known either. */
    undated: (n: number) => `Not counted here: ${incidents(n)} without a known month.`,
    /** Within all time: how many of the counted have no known day. */
    inexactWithin: (n: number) => `The exact day is not known for ${incidents(n)} of these.`,
    changed: (at: string) => `Last change: ${at}`,
    note: 'These are counts of reports that moderators approved, not of everything that happened. Killed and injured are counted apart; unknown is not zero.',
    latest: 'Latest incidents',
  },
  stale: 'This button does not work any more.',
};
