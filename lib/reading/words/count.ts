import type { Entry } from '../lexicon.ts';

/** The words around a number in an answer to "how many?". */
export type CountWord =
  /** Nobody. */
  | 'none'
  /** Nobody, of either: "everyone is fine". */
  | 'all_fine'
  /** Nobody, of the killed only. */
  | 'all_alive'
  | 'unknown'
  /** Somebody, no number said. */
  | 'some'
  /** The next number counts a part of the one before. */
  | 'of_which'
  /** What comes next replaces what was said. */
  | 'correction'
  | 'and'
  | 'pause'
  | 'filler'
  /** What the number counts is not people. */
  | 'unit';

export const countWords: readonly Entry<CountWord>[] = [
  [
    'none',
    '0 осіб, ніхто, нікого, нікому, ніхто не, ніким, немає, нема, нєма, не було, не має, без, жодн*, жодної, жодного, жодний, відсутні, обійшлося, обійшлось, нiкого, нет, никто, никого, никому, ни одного, ни один, ни одной, не было, без жертв, без пострадавших, обошлось, отсутствуют, отсутствует, none, nobody, no one, noone, not one, not a single, not any, there were no, there are no, no, without, nope, ні, нi, ни, нє, не, n/a none',
  ],
  [
    'all_fine',
    'всі цілі, все целы, усі цілі, всі ціли, всі живі здорові, всі живі та здорові, всі живі і здорові, все живы здоровы, все живы и здоровы, everyone is fine, everyone is ok, everyone is okay, everybody is fine, everyone is safe, everybody is safe, all safe, all fine, all ok, цілі всі, целы все, no casualties, no victims, no casualties reported, без жертв і постраждалих, без жертв та постраждалих, жертв і постраждалих немає, жертв і постраждалих нема, жертв та постраждалих немає, жертв та постраждалих нема, без жертв и пострадавших, жертв и пострадавших нет, загиблих і постраждалих немає, загиблих та постраждалих немає, загиблих і поранених немає, загиблих та поранених немає, погибших и раненых нет, погибших и пострадавших нет, убитых и раненых нет, no one was killed or injured, nobody was killed or injured, no dead or injured, no killed or injured, no deaths or injuries, no injuries or deaths, ніхто не загинув і не поранений',
  ],
  [
    'all_alive',
    'всі живі, усі живі, все живы, всі вижили, все выжили, everyone survived, everyone is alive, everybody survived, all alive, all survived, слава богу живі',
  ],
  [
    'unknown',
    "не знаю, незнаю, не знаємо, не знаем, не знала, не знав, не в курсі, не в курсе, невідом*, не відом*, неизвестн*, не известно, хз, хто зна, хто його знає, кто знает, кто его знает, фіг знає, бог знає, бог знает, важко сказати, складно сказати, сложно сказать, трудно сказать, не можу сказати, не могу сказать, не бачив, не бачила, не видел, не видела, не рахував, не рахувала, не считал, не считала, не певен, не певна, не впевнений, не впевнена, не уверен, не уверена, без поняття, гадки не маю, без понятия, понятия не имею, уточнюється, уточнюються, уточняется, уточняются, встановлюється, устанавливается, нема даних, немає даних, нет данных, немає інформації, нема інформації, нет информации, інформації немає, информации нет, даних немає, данных нет, інформація уточнюється, информация уточняется, unknown, not known, don't know, dont know, do not know, didn't see, did not see, didn't count, idk, dunno, no idea, no data, no information, no info, not sure, unsure, can't say, cannot say, cant say, hard to say, unclear, not clear, tbc, tbd, to be confirmed, not yet known, n / a, не ясно, неясно, незрозуміло, непонятно, не зрозуміло, не понятно, не помню, не пам'ятаю, don't remember, no clue, i have no idea",
  ],
  [
    'some',
    'так, та є, є, були, було, да, есть, были, yes, yep, yeah, there are, there were, there was, there is, хтось, кто-то, somebody, someone, точно є, точно есть, точно були',
  ],
  [
    'of_which',
    'з них, з яких, із них, із яких, зних, з-поміж них, серед них, серед яких, серед загиблих, серед поранених, серед постраждалих, в тому числі, у тому числі, в т ч, у т ч, в т. ч., у т. ч., в т . ч ., у т . ч ., включаючи, включно з, враховуючи, зокрема, у числі яких, в числі яких, из них, из которых, изних, среди них, среди которых, среди погибших, среди раненых, среди пострадавших, в том числе, включая, of them, of which, of whom, of those, of these, out of them, out of which, including, incl, included, among them, among whom, among which, among those, among the injured, among the dead, among the wounded, в том числе и',
  ],
  [
    'correction',
    'ні не, ні вже, ой, зросла до, зросло до, зростає до, збільшилась до, збільшилася до, збільшилося до, возросло до, возросла до, выросло до, увеличилось до, увеличилось уже до, rose to, rises to, has risen to, risen to, climbed to, increased to, точніше, уточнення, уточнение, уточнено, оновлено, оновлення, обновлено, обновление, update, updated, вірніше, тобто, а ні, поправка, виправлення, помилився, помилилась, помилилася, точнее, вернее, то есть, ошибся, ошиблась, извините, вибачте, пробачте, sorry, i mean, actually, correction, no wait, wait, rather, oops, make that, вже, уже, тепер, now, стало',
  ],
  [
    'and',
    'і, та, й, и, and, плюс, plus, +, &, ще, еще, also, а також, також, а также, также, as well as, и еще, і ще',
  ],
  ['pause', 'коми, ;, по словам *, за словами *, зі слів *, со слов *, according to *'],
  [
    'unit',
    "р, рр, година, години, годин, годині, год, хвилин, хвилини, хвилину, хв, днів, дні, день, днів тому, тиждень, тижні, тижнів, місяць, місяці, років, роки, рік, року, раз, рази, разів, річн*, літн*, летн*, year-old, years-old, yo, прильот*, прилет*, удар, удари, ударів, удара, ударов, strike, strikes, hits, дрони, дрон, дроны, drone, шахеди, шахеды, часов, часа, час, ч, минут, минуты, мин, дней, дня, недель, недели, месяцев, лет, года, год, годов, раза, hours, hour, minutes, minute, min, days, day, weeks, years, year, times, o'clock, am, pm, км, м, метрів, метров, метра, кілометрів, километров, km, metres, meters, percent, %, $, грн, поверх, поверсі, этаж, этаже, floor, будинків, будинки, домов, дома, будинок, houses, house, buildings, ракет, ракети, ракеты, ракета, missiles, rockets, снарядів, снарядов, shells, вибухів, взрывов, explosions, вибухи, взрыва, машин, машини, машины, cars, дронів, дронов, drones, шахедів, шахедов, квартир, градусів, °",
  ],
  [
    'filler',
    "no casualties that i, no casualties as far, на щастя, к счастью, на счастье, fortunately, luckily, thankfully, слава богу, дякувати богу, thank god, насчитал*, нарахува*, порахува*, посчитал*, було, була, був, були, бути, было, были, была, был, was, were, are, is, be, been, being, has, have, had, got, the, a, an, there, that, i, we, they, he, she, it, of, at, in, on, to, so, far, know, known, saw, seen, heard, counted, count, exactly, total, in total, altogether, overall, всього, загалом, усього, разом, в общем, всего, итого, вместе, точно, рівно, ровно, just, only, лише, тільки, только, лишь, about, приблизно, примерно, що, что, я, ми, мы, вони, они, бачив, бачила, бачили, видел, видела, видели, рахував, знаю, знаємо, знаем, відомо, известно, кажуть, говорять, говорят, сказали, сказал, сказала, пишуть, пишут, say, says, said, reported, reportedly, на, у, в, зараз, сейчас, наразі, поки, пока, для, по, as, more, mostly, most, усі, всі, все, all, i think, думаю, здається, кажется, напевно, наверное, мабуть, наверно, maybe, probably, може, может, сильно, легко, важко, тяжело, тяжелых, важких, легких, легкопоранених, тяжких, тяжкі, тяжело, critically, seriously, lightly, badly, severely, серйозно, серьезно, молодих, молодых, young, old, старших, маленьких, маленька, маленькі, маленькие, small, little, ще, еще, also, too, отримали, получили, дістали, зазнали, received, suffered, sustained, осколкові, осколочные, shrapnel, в результаті, внаслідок, в результате, стан, ok, okay, ага, ну, ось, вот, well, um, ем, значить, значит, hmm, мої, наших, наші, нашего, our, my, місцевих, місцеві, them, from, by, with, із, зі, з, из, со, с, один из, в тяжкому стані, у важкому стані, в тяжелом состоянии, на жаль, к сожалению, sadly, unfortunately, please, боже, господи, god, ми, у нас, there's, their, кількість, количество, number, count, число, кількістю, до цього часу",
  ],
];
