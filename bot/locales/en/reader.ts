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
  place: 'Place',
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
    wholeRegion: (region: string) => `All of ${region}`,
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
    regionOf: (place: string) => `Counts are kept by region. This is the region of: ${place}`,
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
  request: {
    which: 'Which do you mean?',
    /** More places are called so than fit. */
    more: 'There are more places of this name. Write the region or the district beside it.',
    all: 'None of these: show everything',
    unread: (words: string) => `Not understood: ${words}`,
    notUnderstood: (words: string) => `I did not understand what to show: ${words}`,
    examplesLatest:
      'You can write a settlement, a region, a munition: /latest Izium, /latest cluster Kharkiv region.',
    examplesSummary:
      'You can write a region and a period: /summary March 2022, /summary Kharkiv region 2022.',
    everything: 'Show everything',
    future: 'This time has not come yet.',
    noPeriod: (period: string) =>
      `The list is in the order of publication, whenever it happened. For ${period}, press “Summary”.`,
    wholeDistrict: (district: string) => `${district}: its whole region is shown.`,
    wholeMonths: 'A long period is counted in whole months.',
    everyMunition: 'A summary counts every munition. What was named is in the list “Latest incidents”.',
    munitionOpen: 'Several munitions are called so: choose one with “Munition”.',
  },
  stale: 'This button does not work any more.',
};
