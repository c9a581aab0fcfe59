import type { Wording } from './wording.ts';

const hourOf = (hour: number): string => {
  if (hour === 0) return 'midnight';
  if (hour === 12) return 'noon';
  return hour < 12 ? `${hour} am` : `${hour - 12} pm`;
};

export const en: Wording = {
  time: {
    tag: 'en-GB',
    parts: { night: 'at night', morning: 'in the morning', day: 'in the daytime', evening: 'in the evening' },
    afterMidnight: 'after midnight',
    night: (from, to) => `night from ${from} to ${to}`,
    aboutHour: hour => `about ${hourOf(hour)}`,
    aboutMinute: time => `about ${time}`,
    between: (from, to) => `between ${from} and ${to}`,
    unknown: 'time unknown',
    exactUnknown: 'exact time unknown',
    notAfter: date => `not after ${date}`,
    notBefore: date => `not before ${date}`,
    year: year => year,
    precisions: {
      minute: 'to the minute',
      hour: 'to the hour',
      part_of_day: 'to the part of the day',
      day: 'hour unknown',
      week: 'exact day unknown',
      month: 'day unknown',
      unknown: 'exact time unknown',
    },
  },
  place: { unknown: 'place unknown', near: 'near' },
  count: {
    unknown: 'unknown',
    ofThem: part => `${part} of them`,
    ofThemInside: true,
    atLeast: ['at least', 'nominative'],
    upTo: ['up to', 'nominative'],
    about: ['about', 'nominative'],
    nouns: {
      children: { one: 'child', other: 'children' },
      women: { one: 'woman', other: 'women' },
      men: { one: 'man', other: 'men' },
      medics: { one: 'medic', other: 'medics' },
      rescuers: { one: 'rescuer', other: 'rescuers' },
      journalists: { one: 'journalist', other: 'journalists' },
      humanitarian_workers: { one: 'aid worker', other: 'aid workers' },
    },
  },
};
