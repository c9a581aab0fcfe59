import type { ownSources } from '../../../lib/report/vocabulary.ts';
import { english } from '../plural.ts';

const incidents = (n: number): string => english(n, 'incident', 'incidents');

export const reader = {
  incident: {
    where: 'Where',
    when: 'When',
    munition: 'Munition',
    deliveryUnknown: 'delivery unknown',
    effect: 'Seen or heard',
    areas: 'What was hit',
    /** How well it is supported, and by how much. */
    support: 'Support',
    grades: {
      single_source: 'no second independent source',
      corroborated: 'several independent sources',
      confirmed: 'confirmed by the moderators',
      contested: 'contested',
      discounted: 'discounted',
    },
    reports: (n: number) => english(n, 'report', 'reports'),
    source: 'Source',
    /** A private witness, by how they know of the incident. */
    witness: {
      own_eyes: 'a witness, saw it themselves',
      own_ears: 'a witness, heard it themselves',
      aftermath: 'a witness, saw the place afterwards',
      told: 'a person who was told by others',
      unknown: 'a witness, did not say how they know',
    } satisfies Record<(typeof ownSources)[number] | 'unknown', string>,
    verified: 'says it verified this independently',
    notVerified: 'has not verified this independently',
    attributed: (side: string, by: string, status: string) => `Attributed to ${side} by ${by} (${status})`,
    /** `by` of a claim that a private witness makes. */
    byWitness: 'a witness',
    more: (n: number) => `and ${n} more`,
    contamination: 'Unexploded objects',
    said: (state: string, by: string, at: string) => `${state} (${by}, ${at})`,
  },
  published: (at: string) => `Published ${at}`,
  changed: (at: string) => `last changed ${at}`,
  place: 'Place',
  regions: 'Region',
  munitions: 'Munition',
  everyRegion: 'All regions',
  everyMunition: 'All munitions',
  everyGrade: 'However well supported',
  /** All that has not exploded, and what is only suspected. */
  unexploded: 'Unexploded items, also suspected',
  latest: {
    title: 'Latest published',
    about: 'Approved by moderators; latest day of publication first. Press a number for all the details.',
    nothing:
      'Nothing has been published yet. Incidents appear here after moderators have approved the reports about them.',
    nothingChosen: 'Nothing has been published for this choice. Try another period, region or munition.',
    noMore: 'No more incidents.',
    /** The period of a list: of what happened in it, not of what was published. */
    happened: 'When it happened',
    noneSoFar: 'None among those that were looked through; “Older” looks further.',
    /** Incidents that a list of a period does not have. */
    perhapsThen: (n: number) =>
      `Not listed: ${incidents(n)} that may belong to this period; when is known too roughly to say.`,
    nothingUnexploded:
      'No unexploded items, nor any suspected, have been published for this choice. That does not mean that there are none: here is only what was reported.',
    details: (n: number) => `Details ${n}`,
    newer: 'Newer',
    older: 'Older',
    wholeRegion: (region: string) => `All of ${region}`,
    toSummary: 'Summary',
  },
  details: {
    code: 'Write the code of an incident after the command: /incident K7QF2-M9XCA. It stands in its details.',
    title: 'Incident',
    said: (by: string) => `In the words of ${by}:`,
    gone: 'This incident is no longer shown.',
    mergedInto: 'It is the same as another incident; see that one.',
    toOther: 'Open that incident',
    retracted: 'Retracted',
    back: 'Back to the list',
  },
  choose: {
    region: 'Which region?',
    munition: 'Which munition?',
    grade: 'How well supported?',
    more: 'More',
    back: 'Back',
  },
  summary: {
    title: 'Summary',
    periods: { week: '7 days', month: '30 days', all: 'All time' },
    /** A period without a beginning. */
    until: (day: string) => `up to and including ${day}`,
    period: 'Period',
    area: 'Area',
    incidents,
    /** Above the incidents of each. */
    phases: {
      attack: 'Attacks',
      remnant: 'Dangerous objects found',
      unknown: 'Explosions, cause unknown',
    },
    grade: 'Support',
    /** The grades of the headline, as a choice among others. */
    usualGrades: 'confirmed by the moderators, or several independent sources',
    noneSupported:
      'Published for this: no incident confirmed by the moderators or told by several independent sources.',
    none: 'Nothing has been published for this.',
    /** Beside the number of unexploded items. */
    ofWhichSuspected: (n: number) =>
      `Of these, ${incidents(n)} of another munition, after which unexploded items are suspected or marked; whom those harmed is not counted here.`,
    suspected: 'another munition; unexploded items suspected or marked',
    notClean: 'That does not mean that there are none: here is only what was reported.',
    unexplodedAsked: 'Counted are unexploded items, and incidents after which some are suspected or marked.',
    around: (place: string) => `${place}, and near it`,
    peopleUnknown: 'unknown',
    /** How many of the incidents say it: "at least 13 (known for 2 of 19 incidents)". */
    knownFor: (known: string, all: string) => `known for ${known} of ${all} incidents`,
    knownOnly: (known: string, all: string) => `known for ${known} of ${all} incidents only`,
    ofWhom: 'of whom',
    groups: {
      children: (n: string) => `children: ${n}`,
      medics: (n: string) => `medics: ${n}`,
      rescuers: (n: string) => `rescuers: ${n}`,
    },
    atLeast: (n: string) => `at least ${n}`,
    about: (n: string) => `about ${n}`,
    atLeastAbout: (n: string) => `at least about ${n}`,
    unexploded: (n: number) => `Unexploded objects suspected or marked after ${incidents(n)}.`,
    /** Of the incidents counted: how many have no known day. */
    inexact: (n: number) => `The exact day is unknown for ${n} of these incidents.`,
    outside: 'Not in the numbers above',
    perhapsThen: (n: number) =>
      `${incidents(n)} that may belong to this period: when is known too roughly to say`,
    perhapsThere: (n: number) =>
      `${incidents(n)} that may belong to this area: where is known too roughly to say`,
    byMunition: 'By munition',
    otherMunitions: (n: number) => `and ${english(n, 'other type', 'other types')}`,
    incomplete: (n: number) =>
      `${english(n, 'stored count', 'stored counts')} cannot be read at present, so the numbers below are incomplete.`,
    asOf: (date: string) => `As of ${date}.`,
    changed: (date: string) => `Last changed: ${date}.`,
    note: 'These are counts from reports that moderators approved, not of everything that happened. Killed and injured are counted apart; unknown is not zero.',
    latest: 'Latest published',
  },
  changes: {
    title: 'What changed',
    about: 'Published incidents that were later corrected or retracted; latest day first.',
    none: 'Nothing published has been changed.',
    amended: 'Corrected',
    retracted: 'Retracted',
    merged: 'Merged into another incident',
    was: (old: string, now: string) => `${old} → ${now}`,
    /** A field whose former value is not repeated. */
    now: (value: string) => `now: ${value}`,
    /** A field of which no value is repeated. */
    changed: 'changed',
    open: (n: number) => `Incident ${n}`,
    older: 'Older',
    newest: 'Newest',
    noMore: 'No earlier changes.',
  },
  /** What one press copies, to quote. */
  cite: {
    copy: 'Copy citation',
    text: (what: string, date: string) => `According to Svidok: ${what}. As of ${date}.`,
    incident: (code: string) => `incident ${code}`,
    list: (codes: string) => `incidents ${codes}`,
    changes: (codes: string) => `corrections of incidents ${codes}`,
  },
  request: {
    which: 'Which do you mean?',
    /** More places have this name than fit. */
    more: 'There are more places with this name. Add the region or the district.',
    all: 'None of these: show everything',
    unread: (words: string) => `Not understood: ${words}`,
    notUnderstood: (words: string) => `I did not understand what to show: ${words}`,
    examplesLatest:
      'You can write a settlement, a region, a munition, a period: /latest Izium, /latest cluster Kharkiv region March 2022.',
    examplesSummary:
      'You can write a region and a period: /summary March 2022, /summary Kharkiv region 2022.',
    everything: 'Show everything',
    future: 'That time has not come yet.',
    wholeDistrict: (district: string) => `${district}: showing its whole region.`,
    tooManyMunitions: (most: number) =>
      `More munitions were named than can be asked for at once: these are the first ${most}.`,
  },
  stale: 'This button no longer works.',
};
