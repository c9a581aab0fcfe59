import type { Wording } from './wording.ts';

/** Hours before noon are named with their part of the day, because a dial has them twice; the later ones count to 23. */
const hourOf = (hour: number): string => {
  if (hour === 0) return 'опівночі';
  if (hour > 11) return `${hour}-ї години`;
  return `${hour}-ї години ${hour > 3 ? 'ранку' : 'ночі'}`;
};

export const uk: Wording = {
  time: {
    tag: 'uk',
    parts: { night: 'вночі', morning: 'вранці', day: 'вдень', evening: 'ввечері' },
    afterMidnight: 'після опівночі',
    night: (from, to) => `ніч з ${from} на ${to}`,
    aboutHour: hour => `близько ${hourOf(hour)}`,
    aboutMinute: time => `близько ${time}`,
    between: (from, to) => `між ${from} і ${to}`,
    unknown: 'час невідомий',
    exactUnknown: 'точний час невідомий',
    notAfter: date => `не пізніше ${date}`,
    notBefore: date => `не раніше ${date}`,
    year: year => `${year} рік`,
    precisions: {
      minute: 'точно до хвилини',
      hour: 'точно до години',
      part_of_day: 'точно до частини доби',
      day: 'година невідома',
      week: 'точний день невідомий',
      month: 'день невідомий',
      unknown: 'точний час невідомий',
    },
  },
  place: { unknown: 'місце невідоме', near: 'поблизу:' },
  count: {
    unknown: 'невідомо',
    ofThem: part => `з них ${part}`,
    ofThemInside: false,
    atLeast: ['щонайменше', 'nominative'],
    upTo: ['до', 'genitive'],
    about: ['близько', 'genitive'],
    nouns: {
      children: { one: 'дитина', few: 'дитини', many: 'дітей', other: 'дитини' },
      women: { one: 'жінка', few: 'жінки', many: 'жінок', other: 'жінки' },
      men: { one: 'чоловік', few: 'чоловіки', many: 'чоловіків', other: 'чоловіка' },
      medics: { one: 'медик', few: 'медики', many: 'медиків', other: 'медика' },
      rescuers: { one: 'рятувальник', few: 'рятувальники', many: 'рятувальників', other: 'рятувальника' },
      journalists: { one: 'журналіст', few: 'журналісти', many: 'журналістів', other: 'журналіста' },
      humanitarian_workers: {
        one: 'гуманітарний працівник',
        few: 'гуманітарні працівники',
        many: 'гуманітарних працівників',
        other: 'гуманітарного працівника',
      },
    },
  },
};
