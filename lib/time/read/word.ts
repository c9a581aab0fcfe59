import type { DayPart } from '../occurred.ts';
import { halfHourWords, numberWords } from './number.ts';

/** Words that carry the grammar of a time. One word may carry several: "до" is the end of a range, and a bound. */
export type Mark =
  | 'ago'
  | 'in'
  | 'last'
  | 'before_last'
  | 'this'
  | 'next'
  | 'half'
  | 'quarter'
  | 'at'
  | 'on'
  | 'about'
  | 'some'
  | 'before'
  | 'after'
  | 'from'
  | 'to'
  | 'and'
  | 'or'
  | 'into'
  | 'of'
  | 'article'
  | 'year'
  | 'of_month'
  | 'begin'
  | 'middle'
  | 'end'
  | 'early'
  | 'late'
  | 'few'
  | 'couple'
  | 'minus'
  | 'past'
  | 'am'
  | 'pm'
  | 'oclock'
  | 'now'
  | 'midnight'
  | 'noon'
  | 'weekend'
  | 'not'
  | 'rather'
  | 'day_noun'
  | 'exact'
  | 'weak';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Everything that a word may mean in a time. */
export type Senses = {
  month?: number;
  /** 1 is Monday. */
  weekday?: number;
  part?: DayPart;
  unit?: Unit;
  /** 0 spring, 1 summer, 2 autumn, 3 winter. */
  season?: number;
  /** Days from today. */
  shift?: number;
  cardinal?: number;
  ordinal?: number;
  /** The hour whose first half the word names. */
  halfOf?: number;
  marks?: readonly Mark[];
};

const months: readonly string[] = [
  'січень січня січні січнем січ січн январь января январе январем янв january jan sichnia sichnya yanvarya',
  'лютий лютого лютому лют лютим февраль феврале февраля февралем фев february feb liutoho lyutogo fevralya',
  'березень березня березні березнем бер берез март марта марте мартом мар march mar bereznia bereznya',
  'квітень квітня квітні квітнем квіт кві апрель апреля апреле апрелем апр april apr kvitnia kvitnya aprelya',
  'травень травня травні травнем трав май мая мае маем may travnia travnya',
  'червень червня червні червнем черв июнь июня июне июнем июн june jun chervnia chervnya iyunya',
  'липень липня липні липнем лип июль июля июле июлем июл july jul lypnia lypnya iyulya',
  'серпень серпня серпні серпнем серп август августа августе августом авг august aug serpnia serpnya avgusta',
  'вересень вересня вересні вереснем верес вер сентябрь сентября сентябре сентябрем сент сен september sept sep veresnia veresnya sentyabrya',
  'жовтень жовтня жовтні жовтнем жовт октябрь октября октябре октябрем окт october oct zhovtnia zhovtnya oktyabrya',
  'листопад листопада листопаді листопадом лист ноябрь ноября ноябре ноябрем ноя november nov lystopada noyabrya',
  'грудень грудня грудні груднем груд декабрь декабря декабре декабрем дек december dec hrudnia grudnya dekabrya',
];

const weekdays: readonly string[] = [
  'понеділок понеділка понеділку понеділком пн понедельник понедельника понедельнику пнд monday mondays mon',
  'вівторок вівторка вівторку вівторком вт вторник вторника вторнику tuesday tuesdays tue tues',
  'середа середу середи середі ср среда среду среды среде wednesday wednesdays wed',
  'четвер четверга четвергу четвергом чт четверг thursday thursdays thu thur thurs',
  'пятниця пятницю пятниці пятницею пт пятница пятницу пятницы пятнице friday fridays fri',
  'субота суботу суботи суботі суботою сб суббота субботу субботы субботе saturday saturdays sat',
  'неділя неділю неділі неділею нд воскресенье воскресенья воскресенью воскресение вс sunday sundays sun',
];

const parts: readonly (readonly [DayPart, string])[] = [
  [
    'night',
    'вночі уночі ніч ночі ніччю ночью ночь ночи вночи ночу night nights nighttime overnight vnochi nochyu nochju',
  ],
  [
    'morning',
    'вранці уранці зранку ранок ранку ранком зрання вранцi вранье утро утра утром утру поутру утречком спозаранку досвіта вдосвіта удосвіта світанок світанку світанком світанні рассвет рассвете рассвета рассветом рассвету morning mornings dawn sunrise daybreak vranci vrantsi zranku utrom',
  ],
  [
    'day',
    'вдень удень днем пополудні пополудню обід обіду обідом обіді обідню обідній обеденное обеденный обеда обед обеде обедом обеду afternoon daytime lunchtime lunch noontime dnem vden',
  ],
  [
    'evening',
    'ввечері увечері вечір вечора вечору вечором вечорі надвечір звечора ввечорі вечер вечера вечером вечеру вечерком evening evenings dusk sunset сутінки сутінках сумерки сумерках vvecheri uvecheri vecherom',
  ],
];

const units: readonly (readonly [Unit, string])[] = [
  [
    'minute',
    'хвилина хвилину хвилини хвилин хвилинку хвилинок хв минута минуту минуты минут мин минуток minute minutes min mins',
  ],
  [
    'hour',
    'година годину години годин годині годинку годинок годиною годинами год час часа часов часу часам часами часок ч hour hours hr hrs',
  ],
  ['day', 'день дні днів дня днями доба добу доби діб сутки суток дней дню day days'],
  [
    'week',
    'тиждень тижні тижнів тижня тижню тижнем неделя неделю недели недель неделе неделей недельку week weeks',
  ],
  ['month', 'місяць місяці місяців місяця місяцю месяц месяца месяцы месяцев месяце month months'],
  ['year', 'рік роки років року році года году лет year years'],
];

const seasons: readonly string[] = [
  'весна навесні весни весною весні весной весны весне spring springtime',
  'літо влітку літа літом літі лето летом лета лете summer summertime',
  'осінь восени осені осінню осенью осень осени autumn',
  'зима взимку зимою зими зимі зимой зимы зиме winter',
];

const shifts: readonly (readonly [number, string])[] = [
  [-3, 'позапозавчора позапозавчера'],
  [-2, 'позавчора позавчера пазавчора пазавчера позавчорашній позавчорашнього pozavchora pozavchera'],
  [
    -1,
    'вчора учора вчера вчорашній вчорашнього вчорашня вчорашню вчорашньої вчерашний вчерашнего вчерашняя вчерашней yesterday yesterdays vchora uchora vchera',
  ],
  [
    0,
    'сьогодні сьодні сьогоднішній сьогоднішнього сьогоднішню сегодня седня сегодняшний сегодняшней today todays sohodni sogodni segodnya',
  ],
  [1, 'завтра завтрашній tomorrow zavtra'],
  [2, 'післязавтра послезавтра'],
];

const marks: Readonly<Record<Mark, string>> = {
  ago: 'тому назад ago back earlier',
  in: 'через in',
  last: 'того тому той тої тієї тот том минулого минулої минулий минулу минула минулому минулою минуле минулі минулих прошлый прошлую прошлой прошлого прошлом прошлым прошлая прошлое прошлые прошлых last previous попереднього попередньої предыдущий предыдущей',
  before_last:
    'позаминулого позаминулої позаминулий позаминулому позаминулу позаминула позапрошлый позапрошлой позапрошлую позапрошлом позапрошлого',
  this: 'цього цієї цей цю цьому ця ці цих этот эту этой этого этом это эта эти этих этим this',
  next: 'наступного наступної наступний наступну наступному наступні следующий следующую следующей следующего следующем next',
  half: 'пів пол половина половині половину половиною половиной половини половине half',
  quarter: 'чверть чверті четверть четверти quarter',
  at: 'о об в у во at o',
  on: 'на on к ко под під',
  about:
    'близько біля приблизно орієнтовно майже коло ближче около примерно ориентировочно почти ближе возле about around approximately roughly approx circa nearly almost ~ ≈ по́д',
  some: 'десь дещо где якось то мабуть здається наче начебто вроде кажется наверное some sometime somewhere maybe probably perhaps like think',
  before: 'до перед before until till by прежде',
  after: 'після опісля после after since за',
  from: 'з із зі с со від от from between між межи меж между',
  to: 'до по to till until through - – —',
  and: 'і й та и and',
  or: 'або чи или либо or може может можливо возможно possibly',
  into: 'на into to',
  of: 'of',
  article: 'the a an',
  year: 'рік року році р год года году г year',
  of_month: 'числа число числу числі числе',
  begin: 'початок початку початком початкові начало начале начала beginning start',
  middle: 'середина середині середину середины середине посеред серед посреди среди mid middle',
  end: 'кінець кінці кінця наприкінці конец конце конца end',
  early: 'рано раннім ранній ранньою ранним раннего раннее ранку early small пораніше пораньше',
  late: 'пізно пізнім пізньої пізній поздно поздним глибокої глубокой глибоко глухої late deep',
  few: 'кілька декілька несколько several few',
  couple: 'пару пара парочку зо couple',
  minus: 'без за to',
  past: 'past після по на after',
  am: 'am',
  pm: 'pm',
  oclock: 'oclock годині година годину години годин год часа часов часу hours hrs hr h ч г',
  now: 'зараз сейчас щойно щас now',
  midnight: 'опівночі опівнічі опівніч полночь полуночи полночи полуночь півночі північ midnight',
  noon: 'опівдні опівдня полудень полудня полуднем полдень полудне півдні noon midday',
  weekend: 'вихідні вихідних вихідними выходные выходных выходными weekend weekends',
  not: 'не not',
  rather: 'ні нет no точніше вірніше точнее вернее rather actually sorry wait тобто вибачте пардон',
  day_noun: 'дня день day',
  exact: 'рівно точно ровно exactly precisely',
  weak: 'may march sat sun mon wed mar jan jun dec fri second min р г ч h бер лип лист сер трав мар ср час серп черв',
};

const forms = (text: string): readonly string[] => text.split(' ');

const lexicon = new Map<string, Senses>();
const add = (form: string, senses: Senses): void => {
  lexicon.set(form, { ...lexicon.get(form), ...senses });
};
for (const [word, { value, ordinal }] of numberWords)
  add(word, ordinal ? { ordinal: value } : { cardinal: value });
for (const [word, halfOf] of halfHourWords) add(word, { halfOf });
months.forEach((text, index) => {
  for (const form of forms(text)) add(form, { month: index + 1 });
});
weekdays.forEach((text, index) => {
  for (const form of forms(text)) add(form, { weekday: index + 1 });
});
seasons.forEach((text, season) => {
  for (const form of forms(text)) add(form, { season });
});
for (const [part, text] of parts) for (const form of forms(text)) add(form, { part });
for (const [unit, text] of units) for (const form of forms(text)) add(form, { unit });
for (const [shift, text] of shifts) for (const form of forms(text)) add(form, { shift });
/** What a misspelt word may be corrected to: words of content, long enough not to meet others by chance. */
const correctable = [...lexicon].flatMap(([word, { cardinal, ordinal }]) =>
  word.length >= ((cardinal ?? ordinal) === undefined ? 5 : 6) ? [word] : [],
);
for (const [mark, text] of Object.entries(marks)) {
  for (const form of forms(text)) add(form, { marks: [...(lexicon.get(form)?.marks ?? []), mark as Mark] });
}

/** Ordinary words that lie one letter away from a word of time. */
const others = new Set(
  forms(
    'время времени ринок рынок потом друг семья десятка десятки марті грудна груди восьмерка шестерка семерка вторая танку танка танки родина родини родину родин травма травми травму травм банку банка ранка рамку замку парку ринку рынка рынку годный году ночей вчить утрат мочи очі зранк поранку поранок поранка thing three tree there those where seven sever night light right sight fight might weak peak been march mouth moth south north days says lays',
  ),
);

const drops = (word: string): readonly string[] =>
  Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));

let neighbours: ReadonlyMap<string, readonly string[]> | undefined;
/** Every word with one letter left out, so that words one edit apart meet. Built when a first unknown word needs it. */
const neighbourhood = (): ReadonlyMap<string, readonly string[]> => {
  if (neighbours) return neighbours;
  const built = new Map<string, string[]>();
  for (const word of correctable) {
    for (const drop of [word, ...drops(word)]) {
      const list = built.get(drop);
      if (list) list.push(word);
      else built.set(drop, [word]);
    }
  }
  neighbours = built;
  return built;
};

/** One letter more, less, other, or two neighbours swapped. */
const isOneEdit = (a: string, b: string): boolean => {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
};

const same = (a: Senses, b: Senses): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a word may mean; undefined when it is no word of time. */
export const sensesOf = (word: string): Senses | undefined => lexicon.get(word);

/** What a word with one wrong letter means, when all the words that it may be agree. */
export const guessSenses = (word: string): Senses | undefined => {
  if (word.length < 4 || others.has(word)) return undefined;
  const near = [word, ...drops(word)]
    .flatMap(drop => neighbourhood().get(drop) ?? [])
    .filter(candidate => isOneEdit(word, candidate))
    .map(candidate => lexicon.get(candidate)!);
  const first = near[0];
  return first && near.every(senses => same(senses, first)) ? first : undefined;
};
