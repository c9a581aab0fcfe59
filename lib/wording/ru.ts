import type { Wording } from './wording.ts';

/** Hours before noon are named with their part of the day, because a dial has them twice; the later ones count to 23. */
const hourOf = (hour: number): string => {
  if (hour === 0) return 'полуночи';
  const hours = `${hour} ${hour % 10 === 1 && hour !== 11 ? 'часа' : 'часов'}`;
  if (hour > 11) return hours;
  return `${hours} ${hour > 3 ? 'утра' : 'ночи'}`;
};

export const ru: Wording = {
  time: {
    tag: 'ru',
    parts: { night: 'ночью', morning: 'утром', day: 'днём', evening: 'вечером' },
    afterMidnight: 'после полуночи',
    night: (from, to) => `ночь с ${from} на ${to}`,
    aboutHour: hour => `около ${hourOf(hour)}`,
    aboutMinute: time => `около ${time}`,
    between: (from, to) => `между ${from} и ${to}`,
    unknown: 'время неизвестно',
    exactUnknown: 'точное время неизвестно',
    notAfter: date => `не позднее ${date}`,
    notBefore: date => `не ранее ${date}`,
    year: year => `${year} год`,
    precisions: {
      minute: 'точно до минуты',
      hour: 'точно до часа',
      part_of_day: 'точно до части суток',
      day: 'время неизвестно',
      week: 'точный день неизвестен',
      month: 'день неизвестен',
      unknown: 'точное время неизвестно',
    },
  },
  place: { unknown: 'место неизвестно', near: 'вблизи:' },
  count: {
    unknown: 'неизвестно',
    ofThem: part => `из них ${part}`,
    ofThemInside: false,
    atLeast: ['не менее', 'genitive'],
    upTo: ['до', 'genitive'],
    about: ['около', 'genitive'],
    nouns: {
      children: { one: 'ребёнок', few: 'ребёнка', many: 'детей', other: 'ребёнка' },
      women: { one: 'женщина', few: 'женщины', many: 'женщин', other: 'женщины' },
      men: { one: 'мужчина', few: 'мужчины', many: 'мужчин', other: 'мужчины' },
      medics: { one: 'медик', few: 'медика', many: 'медиков', other: 'медика' },
      rescuers: { one: 'спасатель', few: 'спасателя', many: 'спасателей', other: 'спасателя' },
      journalists: { one: 'журналист', few: 'журналиста', many: 'журналистов', other: 'журналиста' },
      humanitarian_workers: {
        one: 'гуманитарный работник',
        few: 'гуманитарных работника',
        many: 'гуманитарных работников',
        other: 'гуманитарного работника',
      },
    },
  },
};
