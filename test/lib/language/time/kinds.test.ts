import { describe, expect, it } from 'vitest';
import { findTimes, readTime } from '../../../../lib/language/time/read.ts';
import { toInstant } from '../../../../lib/time/zone.ts';
import { meaningOf } from './corpus.ts';

const zone = 'Europe/Kyiv';
const context = { now: toInstant('2026-05-12T14:20', zone), zone, locale: 'uk' } as const;

/** A line of a kind: what is typed on Tuesday 12 May 2026 at 14:20, and what it means (see `corpus.ts`). */
const kinds: Readonly<Record<string, string>> = {
  'half hours': `
    о пів на третю => choose minute 2026-05-12T02:30 | minute 2026-05-11T14:30
    пів на шосту ранку сьогодні => minute 2026-05-12T05:30
    половина шостої вечора => minute 2026-05-11T17:30
    у суботу о пів на одинадцяту ранку => minute 2026-05-09T10:30
    полчетвертого утра => minute 2026-05-12T03:30
    в половине пятого вечера => minute 2026-05-11T16:30
    седня в полвосьмого утра => minute 2026-05-12T07:30
    at half past two in the afternoon => minute 2026-05-11T14:30`,
  'quarters, and minutes before and after an hour': `
    за чверть п'ята ранку => minute 2026-05-12T04:45
    за п'ять шоста вечора => minute 2026-05-11T17:55
    за двадцять хвилин восьма ранку => minute 2026-05-12T07:40
    чверть по п'ятій ранку => minute 2026-05-12T05:15
    п'ять хвилин на сьому ранку => minute 2026-05-12T06:05
    минулого вівторка о чверть на третю дня => minute 2026-05-05T14:15
    без двадцяти три дня => minute 2026-05-11T14:40
    без пяти минут шесть утра => minute 2026-05-12T05:55
    в четверть седьмого утра вчера => minute 2026-05-11T06:15
    quarter past nine pm => minute 2026-05-11T21:15
    twenty past four in the morning => minute 2026-05-12T04:20
    twenty five minutes past three in the afternoon => minute 2026-05-11T15:25`,
  'hours in words, as spoken': `
    вчора о двадцять третій сорок п'ять => minute 2026-05-11T23:45
    вчера в двадцать три сорок пять => minute 2026-05-11T23:45
    о дев'ятнадцятій нуль нуль => minute 2026-05-11T19:00
    ВЧОРА О П'ЯТІЙ РАНКУ => hour 2026-05-11T05
    на початку сьомої вечора => hour 2026-05-11T19
    в третьем часу дня => hour 2026-05-12T14
    вчора в сім вечера бахнуло => hour 2026-05-11T19
    14-00 => minute 2026-05-12T14:00
    14h30 => minute 2026-05-11T14:30
    1830 yesterday => minute 2026-05-11T18:30`,
  'distances from now': `
    годину з чимось тому => hour 2026-05-12T12:50..2026-05-12T13:50
    an hour or so ago => hour 2026-05-12T12:50..2026-05-12T13:50
    a fortnight ago => week 2026-04-25..2026-05-01
    неділю тому => week 2026-05-02..2026-05-08
    неділя => day 2026-05-10
    about three days ago => week 2026-05-08..2026-05-10
    півтора місяця тому => unknown 2026-03-01..2026-04-30`,
  'what has not come yet': `
    через 15 хвилин => future
    через пятнадцать минут => future
    in 15 minutes => future
    завтра о п'ятій => future`,
  'months and years in two digits': `
    у березні 22 року => month 2022-03
    березень 22 => month 2022-03
    в марте 22-го года => month 2022-03
    March '22 => month 2022-03
    March 22 => day 2026-03-22
    березня 22 => choose month 2022-03 | day 2026-03-22
    у листопаді двадцять другого => month 2022-11
    в ноябре двадцать второго года => month 2022-11
    у двадцять четвертому => unknown 2024-01-01..2024-12-31
    03.2022 => month 2022-03
    десятого п'ятого двадцять другого => day 2022-05-10`,
  'before last': `
    позаминулої суботи => day 2026-05-02
    в позапрошлую субботу => day 2026-05-02
    the Saturday before last => day 2026-05-02
    позаминулого тижня в середу => day 2026-04-29
    the week before last => week 2026-04-27..2026-05-03`,
  'seasons, and parts of a month': `
    влітку 23-го => unknown 2023-06-01..2023-08-31
    осенью 22-го года => unknown 2022-09-01..2022-11-30
    взимку 2024-2025 => unknown 2024-12-01..2025-02-28
    in autumn 2023 => unknown 2023-09-01..2023-11-30
    в двадцатых числах апреля => month 2026-04-21..2026-04-30
    на початку травня => month 2026-05-01..2026-05-10
    у другій половині березня 2022 => month 2022-03-16..2022-03-31
    в первую неделю мая => week 2026-05-01..2026-05-07
    the summer before last => unknown 2024-06-01..2024-08-31
    two summers ago => no
    цього літа => unknown 2025-06-01..2025-08-31
    цим літом => unknown 2025-06-01..2025-08-31
    этим летом => unknown 2025-06-01..2025-08-31
    этой весной => unknown 2026-03-01..2026-05-31`,
  feasts: `
    на Великдень => day 2026-04-12
    на Пасху в прошлом году => day 2025-04-20
    on Easter Sunday => day 2026-04-12
    на Трійцю минулого року => day 2025-06-08
    ніч на Великдень => night 2026-04-11
    у новорічну ніч => night 2025-12-31
    на новый год => choose night 2025-12-31 | day 2026-01-01
    на Різдво 2023 => choose day 2023-12-25 | day 2023-01-07
    на день независимости вечером => evening 2025-08-24`,
  'nights that span midnight': `
    у ніч із суботи на неділю о 2:30 => minute 2026-05-10T02:30
    о третій годині ночі з суботи на неділю => hour 2026-05-10T03
    цієї ночі о 23:40 => minute 2026-05-11T23:40
    сьогодні вночі о пів на першу => minute 2026-05-12T00:30
    в ночь с девятого на десятое мая => night 2026-05-09
    on the night of May 3rd to 4th => night 2026-05-03
    з 4 на 6 травня => no
    трохи після опівночі => early 2026-05-12
    вчора о 12 ночі => choose hour 2026-05-12T00 | hour 2026-05-11T00`,
  ranges: `
    вчора з третьої до п'ятої дня => hour 2026-05-11T15:00..2026-05-11T17:00
    где-то между тремя и четырьмя утра => hour 2026-05-12T03:00..2026-05-12T04:00
    10 травня 20:00–22:00 => hour 2026-05-10T20:00..2026-05-10T22:00
    між сьомим і дев'ятим травня => week 2026-05-07..2026-05-09
    01.05-05.05 => week 2026-05-01..2026-05-05
    с понедельника до среды => week 2026-05-04..2026-05-06
    5 или 6 мая => week 2026-05-05..2026-05-06
    sometime between Friday and Sunday => week 2026-05-08..2026-05-10`,
  bounds: `
    не пізніше суботи => unknown ..2026-05-09
    до вчорашнього дня => unknown ..2026-05-11
    не позже вчерашнего вечера => unknown ..2026-05-11
    by Friday => unknown ..2026-05-08
    до травня => unknown ..2026-04-30
    не пізніше березня 2022 => unknown ..2022-03-31
    после марта 2023 => unknown 2023-04-01..
    з лютого 2022 => unknown 2022-02-01..
    вчора не пізніше 22:00 => day 2026-05-11`,
  'from one whole time to another': `
    з 23:40 11 травня до 01:20 12 травня => hour 2026-05-11T23:40..2026-05-12T01:20
    from 11 pm on 3 May until 2 am on 4 May => hour 2026-05-03T23:00..2026-05-04T02:00
    03.05.2026 22:00 - 04.05.2026 01:00 => hour 2026-05-03T22:00..2026-05-04T01:00
    вчера с обеда до вечера => day 2026-05-11
    3:15 and 3:40 am => choose minute 2026-05-12T03:15 | minute 2026-05-12T03:40`,
  'lengths that passed, or were the last': `
    прошло два дня => day 2026-05-10
    два дні минуло => day 2026-05-10
    two hours have passed => hour 2026-05-12T11:50..2026-05-12T12:50
    за останні дві години => hour 2026-05-12T12:20..2026-05-12T14:20
    in the last hour => hour 2026-05-12T13:20..2026-05-12T14:20
    година двадцять тому => minute 2026-05-12T13:00
    1ч 20м назад => minute 2026-05-12T13:00`,
  'weekdays of a month, and weekdays as adjectives': `
    перша неділя травня => day 2026-05-03
    the last Friday of April => day 2026-04-24
    недільного ранку => morning 2026-05-10
    в субботнюю ночь => choose night 2026-05-08 | night 2026-05-09
    на тій неділі => week 2026-05-04..2026-05-10
    понед. 19:00 => minute 2026-05-11T19:00`,
  'what is left unread, and could change the meaning': `
    все окрім вчора => no
    кожної ночі б'ють => no
    not every night, yesterday => no
    16:20 UTC on 11 May => no
    11 травня о 22:15 за московським часом => no
    ні вчора ні сьогодні => no
    вчора нічого не було => no
    вибух був хвилин за десять до того, о 3 ночі => no
    Валю поранило 3 травня а Петра 5-го => no
    у поминальну неділю => no
    3, 4 або 5 травня => no
    seventeen hundred hours yesterday => no`,
  'two clauses, two times': `
    вчора ввечері вже спали, а о 3 ночі бахнуло => choose evening 2026-05-11 | hour 2026-05-12T03
    вчора о 18:00, чекали швидку дві години => minute 2026-05-11T18:00
    вчера в шесть вечера, скорая приехала через сорок минут => hour 2026-05-11T18
    Доброго дня! Це було 9 травня ввечері => evening 2026-05-09`,
  'the keyboard of another language': `
    dxjhf ddtxths => evening 2026-05-11
    dxthf d 15:40 => minute 2026-05-11T15:40
    нуіеуквфн умутштп => evening 2026-05-11`,
  'what is told by an event whose time nobody here knows': `
    до комендантської години => no
    вчора перед комендантською годиною => day 2026-05-11
    до комендантского часа => no
    yesterday before curfew => day 2026-05-11
    two hours after the attack => no
    за годину до опівночі => no
    через два дні після Великодня => no`,
  'when it was told, which is not when it was': `
    повідомили 11 травня => unknown ..2026-05-11
    11 мая сообщили об обстреле => unknown ..2026-05-11
    reported on 11 May => unknown ..2026-05-11
    пост від 10 травня => unknown ..2026-05-10
    it was reported yesterday that it happened on 9 May => day 2026-05-09
    написали сьогодні, а було вчора ввечері => evening 2026-05-11`,
  'what no calendar and no clock has': `
    32 січня => no
    31 квітня => no
    29 лютого 2023 => no
    30 февраля 2024 => no
    13.13.2024 => no
    00.05.2026 => no
    the 31st of June => no
    February 30 => no
    25:00 => no
    о 25 годині => no
    вчора о 26:15 => no`,
  'words of time that are other words': `
    поранило Середу Івана => no
    П'ятниця Олег загинув => no
    we sat in the basement => no
    the sun was rising => no
    march of the refugees => no
    it may be => no
    one second => no
    Sat 14:30 => minute 2026-05-09T14:30
    середа => day 2026-05-06`,
  'what is denied': `
    не вчора => no
    вчора не вранці, а ввечері => evening 2026-05-11
    это было не в среду а в четверг => day 2026-05-07
    not yesterday, the day before yesterday => day 2026-05-10`,
  'a slip of the finger': `
    вчра увечері => evening 2026-05-11
    сьогдоні зранку => morning 2026-05-12
    14 бререзня => day 2026-03-14
    febuary 24 2022 => day 2022-02-24
    on wendesday => day 2026-05-06
    yesterdey at 9pm => hour 2026-05-11T21`,
  'days named twice that do not agree': `
    вчора, 9 травня => choose day 2026-05-09 | day 2026-05-11
    вівторок 6 травня => choose day 2026-05-06 | day 2026-05-12 | day 2026-05-05`,
};

const phrasesOf = (kind: string): readonly (readonly [text: string, means: string])[] =>
  (kinds[kind] ?? '')
    .trim()
    .split('\n')
    .map(line => {
      const [text = '', means = ''] = line.trim().split(' => ');
      return [text, means] as const;
    });

describe('a typed time, by kind', () => {
  it.each(Object.keys(kinds))('%s', kind => {
    const read = phrasesOf(kind).map(([text]) => `${text} => ${meaningOf(readTime(text, context))}`);
    expect(read).toEqual(phrasesOf(kind).map(([text, means]) => `${text} => ${means}`));
  });
});

describe('an account, by kind', () => {
  const times = (text: string): readonly string[] =>
    findTimes(text, context).map(({ reading }) => meaningOf(reading));

  it.each([
    'Поранено Середу Івана та П’ятницю Ольгу, обох відвезли до лікарні',
    'We sat in the cellar, the sun was up, a second later it hit again',
    'The march of the wounded may take hours',
    'Через 15 хвилин приїхала швидка, горіло ще 2 години',
    'Удар по вулиці 8 Березня, 15, і по площі 1 Травня',
    'Поранені 32, 45 та 61 року, 12 будинків, 7.62 мм, 5.45',
    'Наступного дня ми поїхали, за годину до того ще був звʼязок',
  ])('holds no time: %s', text => {
    expect(times(text)).toEqual([]);
  });

  it.each([
    ['Сталось 32 травня біля школи, двоє поранених', []],
    ['О 25:70 пролунав вибух на околиці села', []],
    [
      'Вчора о 5 ранку був удар, а позавчора о 22:10 ще один',
      ['hour 2026-05-11T05', 'minute 2026-05-10T22:10'],
    ],
    ['В ночь с 9 на 10 мая прилетело в школу, погибших нет', ['night 2026-05-09']],
    ['On Easter Sunday our village was hit by two rockets', ['day 2026-04-12']],
    ['прилетіло в суботу о пів на третю ночі в сарай нікого не зачепило', ['minute 2026-05-09T02:30']],
  ])('is read with its times: %s', (text, expected) => {
    expect(times(text)).toEqual(expected);
  });
});
