/**
 * Words of time, in which ` | ` stands for a new row of the same sense. `day`, `hour` and the like are values that
 * `language/time` reads; a word that has several functions stands under each of them ("до" ends a range, and is a bound).
 * Families that begin with `t-` are grammar: links and measures.
 */
export const timeWords = `
month:1
  uk n: січ(е)нь
  ru n: январь
  en n: january+s
  en w: jan, sichen, sichnia, sichnya, yanvar, yanvarya
  uk w: січ, янв
month:2 | uk n: лютий | uk w: лют, фев, февр | ru n: февраль | en w: february, feb, lyutogo, lutogo, fevralya
month:3 | uk n: берез(е)нь | uk w: берез, бер | ru n: март | ru w: мар | en w: march, mar, bereznya, bereznia, marta
month:4 | uk n: квіт(е)нь | uk w: квіт, апр | ru n: апрель | en w: april, apr, kvitnya, kvitnia, aprelya
month:5 | uk n: трав(е)нь | uk w: трав | ru n: май | en w: may, travnya, travnia, maya
month:6 | uk n: черв(е)нь | uk w: черв, июн | ru n: июнь | en w: june, jun, chervnya, iyunya
month:7 | uk n: лип(е)нь | uk w: лип, июл | ru n: июль | en w: july, jul, lypnya, iyulya
month:8 | uk n: серп(е)нь | uk w: серп, сер, авг | ru n: август | en w: august, aug, serpnya, avgusta
month:9 | uk n: верес(е)нь | uk w: верес, вер, сент | ru n: сентябрь | en w: september, sept, sep, veresnya, sentyabrya
month:10 | uk n: жовт(е)нь | uk w: жовт, окт | ru n: октябрь | en w: october, oct, zhovtnya, oktyabrya
month:11 | uk n: листопад | uk w: лист, листоп, ноя, нояб | ru n: ноябрь | en w: november, nov, lystopada, noyabrya
month:12 | uk n: груд(е)нь | uk w: груд, дек | ru n: декабрь | en w: december, dec, grudnya, hrudnya, dekabrya

weekday:1
  uk n: понеділ(о)к
  uk a: понеділковий
  ru a: понедельничный
  uk w: пн, понеділку
  ru n: понедельник
  ru w: пнд
  en n: monday
  en w: mon
weekday:2
  uk n: вівтор(о)к
  uk a: вівторковий
  ru a: вторничный
  uk w: вт, вівторку
  ru n: вторник
  en n: tuesday
  en w: tue, tues
weekday:3
  uk n: середа=середу=середи=середі=середою
  uk w: ср
  ru n: среда=среду=среды=среде=средой
  en n: wednesday
  en w: wed
weekday:4
  uk n: четвер=четверга=четвергу=четвергом=четверзі
  uk a: четверговий
  ru a: четверговый
  uk w: чт
  ru n: четверг
  en n: thursday
  en w: thu, thur, thurs
weekday:5 | uk n: пятниця | uk a: пятничний | ru a: пятничный | uk w: пт | ru n: пятница | en n: friday | en w: fri
weekday:6 | uk n: субота | uk a: суботній | ru a: субботний | uk w: сб, суботу | ru n: суббота | en n: saturday | en w: sat
weekday:7 | uk n: неділя | uk a: недільний | ru a: воскресный | uk w: нд, вс | ru n: воскресенье | en n: sunday | en w: sun

# Names of the calendar that are other words as well: a time only beside another, or alone.
t-weak:
  uk w: бер, сер, лип, вер, лист, трав, ср, мар, вс, сб, вт, пт, чт, нд, пн, черв, серп, груд
  en w: may, march, mar, sat, sun, mon, wed, fri, jan, dec, jun, aug, thu, tue, august, april, june, nov, oct, sep, sept, feb, apr, jul

t-month-like:
  uk a: січневий, лютневий, березневий, квітневий, травневий, червневий, липневий, серпневий, вересневий, жовтневий, листопадовий, грудневий
  ru a: январский, февральский, мартовский, апрельский, майский, июньский, июльский, августовский, сентябрьский, октябрьский, ноябрьский, декабрьский

t-weekend: | uk w: вихідні, вихідних, вихідними, уїкенд | ru w: выходные, выходных, выходными, уикенд | en w: weekend, weekends

season:0 | uk n: весна/весен | uk w: навесні, весною, весняний | ru n: весна | en w: spring, springtime
season:1 | uk w: літо, літа, літу, літом, літі, влітку, улітку | ru w: лето, лета, лету, летом, лете | en w: summer, summertime
season:2 | uk n: осінь+ж/осен | uk w: восени | ru n: осень+ж | en w: autumn, fall
season:3 | uk n: зима | uk w: взимку, узимку | ru n: зима | en w: winter
t-season-when:
  uk w: навесні, весною, влітку, улітку, літом, восени, взимку, узимку, зимою, осінню
  ru w: весной, летом, осенью, зимой

# Days from today.
days-from-now:-3 | uk w: позапозавчора, поза позавчора, за три дні до сьогодні | ru w: позапозавчера, поза позавчера
days-from-now:-2
  uk a: позавчорашній
  uk w: позавчора, поза вчора, поза учора, позаучора, пазавчора, передвчора, передучора, позавчєра
  ru a: позавчерашний
  ru w: позавчера, поза вчера, позовчера
  en w: day before yesterday, pozavchora, pozavchera
days-from-now:-1
  uk a: вчорашній, учорашній
  uk w: вчора, учора, вчєра, вчорась, учорась, вчорай, звечора вчора
  ru a: вчерашний
  ru w: вчера, вчерась
  en w: yesterday, yesterdays, vchora, uchora, vchera
days-from-now:0
  uk a: сьогоднішній, нинішній
  uk w: сьогодні, сьодні, сьодня, сегодні, нині, сєгодня, сєводня, сиводні
  ru a: сегодняшний, нынешний
  ru w: сегодня, седня, сёдня, сегоня
  en w: today, todays, sohodni, sogodni, segodnya, earlier today
days-from-now:1 | uk a: завтрашній | uk w: завтра | ru a: завтрашний | en w: tomorrow, zavtra
days-from-now:2 | uk w: післязавтра | ru w: послезавтра | en w: day after tomorrow

# Parts of the day: when ("вранці"), and by name ("ранок").
part:night
  uk w: вночі, уночі, ніччю, серед ночі, посеред ночі, глупої ночі, темну пору доби, темної пори доби, темний час доби, ночами, вночи, вночє
  ru w: ночью, среди ночи, посреди ночи, темное время суток, по ночи, ночъю
  en w: overnight, at night, during the night, in the night, in the middle of the night, nighttime, vnochi, nochyu, nochju, nightly
part:morning
  uk w: розвиднілося, розвиднілось, розвиднялося, світало, розсвіло, вранці, уранці, зранку, зранечку, вранішній, уранішній, досвіта, вдосвіта, удосвіта, до світанку, перед світанком, на світанку, на світанні, удосвіт, з самого ранку, зрання, уранці рано, рано вранці, рано - вранці, до обіду, перед обідом, до полудня, ранком, під ранок, під утро, з ранку, до схід сонця, на зорі, перша половина дня, першій половині дня, до сходу сонця
  ru w: рассвело, светало, утром, утречком, поутру, спозаранку, с утра, с самого утра, на рассвете, перед рассветом, до рассвета, под утро, до обеда, перед обедом, первая половина дня, первой половине дня, на заре, до полудня, ранним утром
  en w: in the morning, at dawn, before dawn, at daybreak, at sunrise, at first light, got light, getting light, before sunrise, before noon, in the forenoon, first half of the day, vranci, vrantsi, zranku, utrom, before lunch, before midday
part:day
  uk w: обідня перерва, обідню перерву, обідньої перерви, вдень, удень, пополудні, по обіді, після обіду, в обід, у обід, в обідню пору, на обід, серед дня, серед білого дня, вобід, під обід, друга половина дня, другій половині дня, після полудня, під час обіду, ближче до обіду, в полудень, днем
  ru w: днем, днём, после обеда, в обед, во время обеда, среди дня, среди бела дня, среди белого дня, пополудни, вторая половина дня, второй половине дня, после полудня, к обеду, ближе к обеду, в обеденное время
  en w: in the afternoon, after lunch, at lunchtime, at lunch, around lunch, around lunchtime, during the day, by day, in broad daylight, in the daytime, during daytime, second half of the day, midafternoon, vden, dnem, in daylight
part:evening
  uk w: ввечері, увечері, вечором, надвечір, звечора, під вечір, на вечір, ближче до вечора, ввечорі, увечорі, вечером, вечірком, до вечора, у сутінках, в сутінках, на заході сонця, вєчєром, стемніло, смеркло, смеркалося, смеркалось, сутеніло, темніло, посутеніло, потемніло
  ru w: вечером, вечерком, под вечер, ближе к вечеру, к вечеру, с вечера, в сумерках, на закате, ввечеру, стемнело, смеркалось, темнело, потемнело
  en w: in the evening, at dusk, at sunset, towards evening, toward evening, at nightfall, got dark, getting dark, gone dark, vvecheri, uvecheri, vecherom, around dusk, after dark, around sunset

part-name:night
  uk n: ніч+ж/ноч
  uk w: ночі, нічка, ночє, вночі, уночі, ночу
  ru n: ночь+ж
  ru w: ночью
  en n: night
  en w: nochi, overnight
part-name:morning
  uk n: ранок/ранк
  uk w: ранку, вранці, світанок, світанку, світанком, світанні, утра, утро, утром, зранку
  ru n: утро
  ru w: утру, рассвет, рассвета, рассвету, рассветом, рассвете, утром
  en n: morning
  en w: ranku, utra, dawn, sunrise, daybreak
part-name:day
  uk w: дня, обід, обіду, обідом, обіді, вдень, пополудні, днем
  ru w: дня, обед, обеда, обеду, обедом, обеде, пополудни, днем
  en n: afternoon
  en w: daytime, lunchtime, lunch
part-name:evening
  uk n: вечір/вечор
  uk w: вечора, вечера, ввечері, увечері, сутінки, сутінках, вечером, надвечір, вєчєра, вечєра
  ru n: вечер
  ru w: сумерки, сумерках, вечером
  en n: evening
  en w: vechora, vechera, dusk, sunset

# "Нічна атака": told by the part of the day as well.
part-adjective:night | uk a: нічний | ru a: ночной | en w: overnight, nighttime, night-time
part-adjective:morning | uk a: ранковий, вранішній, ранішній | ru a: утренний
part-adjective:evening | uk a: вечірній | ru a: вечерний
part-adjective:day | uk a: денний, обідній | ru a: дневной, обеденный
t-attack:
  uk n: атака, обстріл+у, удар+у, приліт/прильот+у, вибух+у, бомбардування, налет+у, наліт/нальот+у, прилет+у, тривога, рейд+у
  ru n: атака, обстрел, удар, прилет, взрыв, бомбардировка, налет, тревога, рейд
  en n: attack, strike, shelling, raid, blast, explosion, bombardment, alarm

# How late in a part: it does not change the part.
t-late:
  uk w: пізно, пізній, пізньої, пізнього, глибокої, глибокою, глибока, глухої, глуха, близько до, ближче до, в кінці, самого, самої, самий, самісіньку
  ru w: поздно, поздний, поздним, поздней, глубокой, глубокая, глухой, ближе к, самого, самой, самый
  en w: late, deep, very late
t-early:
  uk w: рано, раненько, раннім, ранній, раннього, пораніше, ранньою, пораньше
  ru w: рано, раненько, ранним, раннее, раннего, пораньше, очень рано
  en w: early, very early, early in
t-tonight: | en w: tonight
t-small-hours:
  uk w: після опівночі, по опівночі, за північ, після півночі, по півночі, за опівніч, ближче до ранку після опівночі
  ru w: после полуночи, заполночь, за полночь, после 12 ночи
  en w: early hours, small hours, after midnight, past midnight, wee hours, in the early hours, in the small hours, predawn hours, half an hour after midnight, hour after midnight

unit:second | uk n: секунда/секунд | ru n: секунда/секунд | en n: second | en w: sec, secs | uk w: сек
unit:minute
  uk n: хвилина/хвилин, хвилинка/хвилинок, хвилиночка/хвилиночок
  uk w: хв, мін, минут, минута, минуту
  ru n: минута/минут, минутка/минуток
  ru w: мин
  en n: minute
  en w: min, mins, khvylyn, hvylyn, minut
unit:hour
  uk n: година/годин, годинка/годинок, годинонька
  uk w: год, часа, часов
  ru n: час=часа=часу=часом=часе=часы=часов=часам=часами, часик=часика=часиков, часок=часка
  ru w: ч, часу
  en n: hour
  en w: hr, hrs, h, godyn, hodyn, chasov, chasa
unit:day
  uk n: д(е)нь, доба=доби=добу=діб=добою
  uk w: деньок, днів, дня, суток, сутки
  ru n: д(е)нь, сутки=суток=сутками, денек=денька=деньков
  ru w: дней
  en n: day
  en w: dniv, dney
unit:week
  uk n: тижд(е)нь/тижнь
  uk w: тиждень, тиж, нед, недєлю, недели, недель
  ru n: неделя/недель, неделька/неделек
  en n: week
  en w: tyzhden, nedelyu
unit:month | uk n: місяць/місяц | uk w: міс, місяця, місяців | ru n: месяц | ru w: мес, месяцев | en n: month
unit:year | uk n: рік/рок+у | uk w: років, року, році, рочок | ru n: год=года=году=годом=годы=лет=годик | en n: year
# A week, in spoken Ukrainian; beside a number or "тому" only.
t-sunday-week: | uk w: неділю, неділі, неділь, неділя

ordinal:1 | uk a: перший | ru a: первый | en w: first
ordinal:2 | uk a: другий | ru a: второй | en w: second
ordinal:3
  uk a: третій
  uk w: третьої, третю, третя
  ru w: третий, третьего, третьему, третья, третью, третьей, третье, третьем, третьим
  en w: third
ordinal:4 | uk a: четвертий | ru a: четвертый | en w: fourth
ordinal:5 | uk a: пятий | ru a: пятый | en w: fifth
ordinal:6 | uk a: шостий | ru a: шестой | en w: sixth
ordinal:7 | uk a: сьомий | ru a: седьмой | en w: seventh
ordinal:8 | uk a: восьмий | ru a: восьмой | en w: eighth
ordinal:9 | uk a: девятий | ru a: девятый | en w: ninth
ordinal:10 | uk a: десятий | ru a: десятый | en w: tenth
ordinal:11 | uk a: одинадцятий | ru a: одиннадцатый, одинадцатый | en w: eleventh
ordinal:12 | uk a: дванадцятий | ru a: двенадцатый | en w: twelfth
ordinal:13 | uk a: тринадцятий | ru a: тринадцатый | en w: thirteenth
ordinal:14 | uk a: чотирнадцятий | ru a: четырнадцатый | en w: fourteenth
ordinal:15 | uk a: пятнадцятий | ru a: пятнадцатый | en w: fifteenth
ordinal:16 | uk a: шістнадцятий | ru a: шестнадцатый | en w: sixteenth
ordinal:17 | uk a: сімнадцятий | ru a: семнадцатый | en w: seventeenth
ordinal:18 | uk a: вісімнадцятий | ru a: восемнадцатый | en w: eighteenth
ordinal:19 | uk a: девятнадцятий | ru a: девятнадцатый | en w: nineteenth
ordinal:20 | uk a: двадцятий | ru a: двадцатый | en w: twentieth
ordinal:30 | uk a: тридцятий | ru a: тридцатый | en w: thirtieth

hour-name:0
  uk w: опівночі, опівнічі, опівніч, о півночі, полночь, о полночі, близько півночі, після півночі, до півночі
  ru w: полночь, полуночи, полночи, полуночью
  en w: midnight, pivnochi, opivnochi, polnoch
hour-name:12
  uk w: опівдні, опівдня, полудень, полудня, полуднем, полудне, о півдні
  ru w: полдень, полдня, полудня
  en w: noon, midday, noontime

t-half: | uk w: пів | uk n: половина | ru w: пол | ru n: половина
t-half-past: | en w: half past, half
t-half-to: | en w: half to
t-quarter: | uk n: чверть+ж | ru n: четверть+ж | en w: quarter

# Lengths in one word: half an hour, an hour and a half.
t-length:0.5-hour
  uk w: півгодини, пів години, півгодинки, пів годинки, пів часа, півчаса
  ru w: полчаса, пол часа, полчасика
  en w: half an hour, half hour, half a hour
t-length:0.5-year | uk w: півроку, пів року | ru w: полгода, пол года | en w: half a year
t-length:1.5-hour
  uk w: півтори години, півтора години, полтори години, півтора часа, година з половиною
  ru w: полтора часа, полторы часа, час с половиной, часа полтора
  en w: hour and a half
t-length:1.5-month | uk w: півтора місяця | ru w: полтора месяца
t-length:1.5-year | uk w: півтора року, півтора роки | ru w: полтора года
t-length:1.5-week | uk w: півтора тижня | ru w: полторы недели
t-length:2-week | en w: fortnight
t-length:0.25-hour | uk w: чверть години | ru w: четверть часа | en w: quarter of an hour

# A little more than was counted.
t-than:less
  uk w: менше, менш, менше ніж, менш ніж, менше як
  ru w: меньше, менее, меньше чем, менее чем
  en w: less than, under, within, within the last, in the last
t-than:more
  uk w: більше, більш, понад, більше ніж, більш ніж, більше як
  ru w: больше, более, свыше, больше чем, более чем
  en w: more than, over
t-odd:
  uk w: з чимось, із чимось, з гаком, з лишком, з хвостиком, з копійками, з лишнім, з чимсь
  ru w: с чем-то, с чем - то, с лишним, с копейками, с хвостиком, с небольшим
  en w: or so, or more, and something, and a bit, something, ish
t-ago: | uk w: тому, тому назад, назад, як | ru w: назад, тому назад, тому | en w: ago, back, earlier, prior, tomu, nazad
t-passed:
  uk w: минуло, пройшло, проминуло
  ru w: прошло, миновало, минуло
  en w: have passed, has passed, its been, has been
t-ahead: | uk w: через | ru w: через, спустя | en w: in, within
t-lately: | uk w: днями, на днях, на цих днях, цими днями | ru w: на днях, на этих днях | en w: other day, these days
t-now:
  uk w: зараз, щойно, тільки що, тільки но, тільки - но, прямо зараз, оце зараз, щас, ось щойно, оце щойно, ось тільки, секунду тому, тіко шо
  ru w: сейчас, щас, только что, прямо сейчас, токо что, вот только, секунду назад, буквально только что
  en w: now, just now, right now, just happened, moment ago, moments ago, seconds ago

t-which:-1
  uk a: минулий, попередній
  uk w: того, тому, той, тої, тієї, ту, тій, прошлого, прошлої
  ru a: прошлый, предыдущий, минувший
  ru w: тот, той, том, ту, того
  en w: last, previous, past, this past
t-which:-2 | uk a: позаминулий | uk w: позатого, позатої, позату, позатой | ru a: позапрошлый
t-which:0
  uk w: цього, цієї, цей, цю, цьому, цим, ця, ці, цих, цими, цій, це, сього, сієї
  ru w: этого, этой, этот, эту, этом, этим, это, эта, эти, этих, этими, сего
  en w: this
t-which:1 | uk a: наступний, слідуючий | ru a: следующий, будущий | en w: next, coming
t-before-last: | en w: before last
t-last-year: | uk w: торік, торік у, минулоріч, минулоріку
t-last-year-2:
  uk w: позаторік

t-at: | uk w: о, об, в, у, во, оп | ru w: в, во | en w: at, @, o, v, ob, u
t-clock-at: | uk w: о, об | en w: at, @, ob
t-on: | uk w: на, під, к | ru w: на, к, ко, под, по | en w: on, in, during, na
t-about:
  uk w: близько, біля, приблизно, орієнтовно, майже, коло, ближче до, в районі, у районі, плюс мінус, плюс-мінус, плюсмінус, приблизно о, в межах, під, ≈, ~, десь біля, так, прибл, орієнт
  ru w: около, примерно, приблизительно, ориентировочно, почти, ближе к, в районе, порядка, под, прим, возле, где-то в районе
  en w: about, around, approximately, approx, roughly, circa, nearly, almost, or so, ish, towards, toward, close to, roundabout, or thereabouts, somewhere around, just about
t-exact: | uk w: рівно, точно, якраз | ru w: ровно, точно | en w: exactly, precisely
t-maybe:rough | uk w: десь, десь так, дещо | ru w: где-то, где - то, гдето, где то | en w: somewhere, sometime, desj
t-maybe:
  uk w: по моєму, по - моєму, мені здається, якось, то, мабуть, здається, наче, начебто, нібито, кажись, певно, напевно, напевне, може, можливо, вроді, вроде, думаю, прямо, саме, аж, ще, вже, було, це було, як би, типу
  ru w: по моему, по - моему, мне кажется, вроде, вроде бы, кажется, наверное, наверно, видимо, похоже, может, возможно, может быть, думаю, прямо, именно, аккурат, это было, было, типа, как бы, уже, еще
  en w: some, some time, maybe, probably, perhaps, possibly, like, i think, exactly, precisely, just, right, it was, i guess, i believe, sharp, at some point, already
t-the: | en w: the, a, an
t-of: | en w: of, in, on, of the, in the | uk w: в, у, за | ru w: в, за
t-oclock:
  uk w: година, години, годині, годину, годин, годиною, годинами, годинах, год, год .
  ru w: час, часа, часов, часу, часам, часами, ч, ч ., часов в
  en w: oclock, o clock, hours, hrs, hr, h, hour
t-year-word:
  uk w: рік, року, році, р, р ., рік був, роки, роком, р-ку
  ru w: год, года, году, г, г ., год был, годом
  en w: year
t-month-day: | uk w: числа, число, числі, числом, числам | ru w: числа, число, числе
t-decade: | uk n: декада | ru n: декада
t-final: | uk a: останній | ru a: последний | en w: last, final
t-this-year:
  uk w: цього року, ц р, ц . р ., ц . р, поточного року, сього року
  ru w: этого года, с г, с . г ., сего года, текущего года
  en w: this year, of this year
t-third:0
  uk n: початок/початк
  uk w: початку, напочатку, перші дні, перших днях, перших числах, перші числа, спочатку
  ru n: начало
  ru w: первых числах, первых днях, первые дни, первые числа
  en w: beginning, start, early, first days
t-third:1
  uk n: середина
  uk w: посередині, посеред, десятих числах, 10 - х числах
  ru n: середина
  ru w: посреди, десятых числах
  en w: mid, middle
t-third:2
  uk w: кінець, кінці, кінця, кінцем, наприкінці, під кінець, останні дні, останніх днях, останніх числах, двадцятих числах, 20 - х числах, 20х числах
  ru w: конец, конце, конца, под конец, последних числах, двадцатых числах, последние дни, последних днях
  en w: end, late, last days
t-few: | uk w: кілька, декілька, кількох, пару трійку | ru w: несколько, нескольких | en w: several, few, some
t-couple: | uk w: пару, пара, парочку, зо два, зо дві | ru w: пару, пара, парочку | en w: couple, couple of
t-with-half: | uk w: з половиною, із половиною, і пів, з половинкою | ru w: с половиной, и пол | en w: and a half, and half
t-minus: | uk w: без, за | ru w: без
t-past: | uk w: по, після, на, хвилин на | en w: past, after
t-to: | uk w: до, по, та, аж до, -, …, . . | ru w: до, по, - | en w: to, till, until, through, and
t-between:
  uk w: між, поміж, межи, проміжку з, проміжку між, з, із, зі, від, проміжку від, проміжок з
  ru w: между, с, со, от, промежутке с, промежутке между, промежуток с
  en w: between, from, btw
t-and: | uk w: і, й, та, а | ru w: и, да | en w: and
t-or:
  uk w: або, чи, а може, може, а можливо, чи може, або може, чи то
  ru w: или, либо, а может, может, или может
  en w: or, or maybe, maybe, or perhaps, /
t-onto: | uk w: на, проти, під | ru w: на, против, под | en w: into, onto, to, and, -, before
t-since:
  uk w: з, із, зі, від, починаючи з, десь з
  ru w: с, со, от, начиная с
  en w: since, from, starting from, starting at
t-bound:by
  uk w: не пізніше, не пізніше ніж, не пізніш, не позніше, не позже, не пізніше за
  ru w: не позднее, не позже, не позднее чем, не поздней
  en w: until, till, by, no later than, not later than, on or before, not after, up to, up until
t-bound:before
  uk w: до, перед, раніше, аж до, раніше за, раніше ніж
  ru w: до, перед, ранее, раньше, прежде
  en w: before, prior to, earlier than, do
t-bound:not-before
  uk w: не раніше, не раніше ніж, не раніш
  ru w: не раньше, не ранее, не раньше чем
  en w: no earlier than, not earlier than, not before
t-bound:after | uk w: після, опісля, пізніше, після того як, пізніше за | ru w: после, позже, позднее | en w: after, later than
t-just:
  en w: just, shortly, right, sometime, some time, soon
  uk w: десь, трохи, одразу, відразу, незадовго
  ru w: где-то, чуть, сразу, незадолго
t-inclusive: | uk w: включно | ru w: включительно | en w: inclusive, at the latest
t-am: | en w: am, a m, a . m ., a . m
t-pm: | en w: pm, p m, p . m ., p . m
t-not: | uk w: не | ru w: не | en w: not, wasnt, isnt
t-rather:
  uk w: ні, точніше, вірніше, тобто, вибачте, пардон, перепрошую, помилився, помилилась, помилилася, ой, нє, скоріше
  ru w: нет, точнее, вернее, то есть, извините, ошибся, ошиблась, скорее, пардон
  en w: no, rather, actually, sorry, wait, i mean, correction
# Hours whose bounds nobody here knows.
t-curfew: | uk a: комендантський | uk w: коменданткою, комендантки | ru a: комендантский | en w: curfew
t-during: | uk w: під час | ru w: во время | en w: during, while
t-signal:
  uk n: тривога, відбій=відбою=відбоєм
  uk w: повітряної тривоги, сирени, сирена
  ru n: тревога
  ru w: отбой, отбоя, сирены, воздушной тревоги
  en w: alarm, all clear, siren, sirens, air raid alert, air alert

# When it was told of, which is not when it was.
t-told:
  uk v: повідомити+0, повідомляти+0, написати+0/напиш, опублікувати+0, оприлюднити+0, прочитати+0, дізнатися+0, дізнаватися+0, поширити+0
  uk w: станом на, пост від, допис від, новина від, публікація від, повідомлення від, звіт від, зведення від, за даними на
  ru v: сообщить+0, сообщать+0, написать+0/напиш, опубликовать+0, прочитать+0, узнать+0, обнародовать+0
  ru w: по состоянию на, пост от, новость от, публикация от, сообщение от, отчет от, сводка от
  en v: report, publish, announce, post, write/wrote, written
  en w: read about it, learned, learnt, found out, as of, heard about it, post from, post of, post dated, article from, article of, news from
# Ends what a word of telling says: what follows is what was told.
t-that: | uk w: що, шо, :, а, але, коли | ru w: что, чо, :, а, но, когда | en w: that, :, but, when

# What makes of a time something else than when it was: it is asked about.
t-asks:
  uk w: ні .. ні, нічого не було, нічого не сталося, нічого не сталось, крім, окрім, за винятком, щодня, щоночі, щовечора, щоранку, щотижня, щогодини, кожну ніч, кожної ночі, кожен день, кожного дня, кожен вечір, кожного вечора, кожного ранку, кожен ранок, кожні, постійно, регулярно, зазвичай, часто, буде, будуть, за москвою, за московським, московський час, за гринвічем, за грінвічем, третього дня
  ru w: ни .. ни, ничего не было, ничего не случилось, ничего не произошло, кроме, исключая, за исключением, каждую ночь, каждой ночью, каждый день, каждый вечер, каждое утро, каждые, ежедневно, еженощно, постоянно, регулярно, обычно, часто, будет, будут, по москве, по московскому, московское время, мск, по гринвичу, третьего дня
  en w: neither, nothing happened, z, except, excluding, other than, every day, every night, every evening, every morning, every, daily, usually, often, constantly, will, going to be, utc, gmt, zulu, msk, est, cet, moscow time

# Only told of by another event, whose own time is not said.
t-relative:
  uk w: до того, після того, наступного дня, того ж дня, того самого дня, напередодні, пізніше того дня, перед тим, після цього, на другий день, за день до, наступної ночі, на наступний день
  ru w: до того, после того, на следующий день, в тот же день, накануне, после этого, перед этим, на другой день, за день до
  en w: next day, following day, same day, day before, day after, later that day, earlier that day, that day, afterwards, before that, after that
t-unknown:
  uk w: відчепіться, відчепись, не ваша справа, не ваше діло, не буду казати, не хочу казати, не буду відповідати, не хочу відповідати, не буду говорити, не хочу говорити, нещодавно, давно, недавно, забув, забула, пропустити, не скажу, не можу згадати, не можу пригадати, не пригадаю, не згадаю, немає точного часу, точного часу немає, немає точної дати, нема точного, не вказано, не бачив, не бачила, спав, спала, не маю поняття, уявлення не маю, ніхто не скаже, нє знаю, важко згадати, тяжко сказати, без часу, час невідомий, дата невідома, не відомий, не відома, не відомо, колись, не пам'ятаєм, не памятаємо, сказати не можу, точно сказати не можу, не знаю коли, немає, нема, не можу
  ru w: отстаньте, отвяжитесь, не ваше дело, не буду говорить, не хочу говорить, не буду отвечать, не хочу отвечать, недавно, давно, не известна, не известен, не известно, забыл, забыла, пропустить, не могу вспомнить, не вспомню, затрудняюсь, затрудняюсь ответить, точного времени нет, точной даты нет, нет точного времени, не указано, не видел, не видела, спал, спала, никто не скажет, когда-то, не помним, сказать не могу, без времени, не могу, нет
  en w: rather not say, prefer not to say, none of your business, wont say, will not say, no comment, recently, long ago, ages ago, forgot, i forgot, skip, cant remember, cannot remember, can not remember, cant recall, dont recall, no exact time, no exact date, was asleep, no one knows, while ago, while back, some time ago, not stated, no time given, time is unknown, time unknown, date unknown

# Feasts: a fixed day, days from Easter, or several days that the churches and the years differ on.
holiday:easter
  uk a: великодній, пасхальний
  ru a: пасхальный
  uk n: Великдень=Великодня=Великодню=Великоднем=Великодні, паска=паску=паски=пасці=паскою, Воскресіння
  uk w: світле христове воскресіння
  ru n: пасха=пасху=пасхи=пасхе=пасхой
  en w: easter, easter sunday, easter day, paskha, velykden
holiday:easter-7
  uk w: вербна неділя, вербну неділю, вербної неділі, вербну
  ru w: вербное воскресенье, вербное
  en w: palm sunday
holiday:easter-2 | uk w: страсна пятниця, страсну пятницю | ru w: страстная пятница, страстную пятницу | en w: good friday
holiday:easter+1 | uk w: обливаний понеділок, поливаний понеділок, світлий понеділок | en w: easter monday
holiday:easter+39 | uk w: вознесіння | ru w: вознесение, вознесенье
holiday:easter+49
  uk w: трійця, трійцю, трійці, зелені свята, зелену неділю
  ru w: троица, троицу, троице, троицын день
  en w: trinity sunday, trinity, pentecost
holiday:12-25|01-07
  uk a: різдвяний
  ru a: рождественский
  uk n: різдво
  ru w: рождество, рождества, рождестве
  en w: christmas, xmas
holiday:easter+7 | uk w: провідна неділя, провідну неділю, провідної неділі | ru w: красная горка, красную горку
holiday:easter-3
  uk w: чистий четвер, великий четвер, страсний четвер
  ru w: чистый четверг, великий четверг, страстной четверг
  en w: maundy thursday
holiday:easter-1
  uk w: велика субота, велику суботу, страсна субота, страсну суботу
  ru w: страстная суббота, страстную субботу, великую субботу
holiday:12-31|01-13
  uk w: щедрий вечір, щедрого вечора, маланки, маланку
holiday:easter-49 | uk w: прощена неділя, прощену неділю | ru w: прощеное воскресенье
holiday:02-02|02-15 | uk w: стрітення | ru w: сретение
holiday:03-25|04-07 | uk w: благовіщення | ru w: благовещение, благовещенье
holiday:08-01|08-14 | uk w: маковія, медовий спас, медового спаса | ru w: медовый спас
holiday:08-06|08-19 | uk w: спаса, яблучного спаса | ru w: яблочного спаса
holiday:12-25 | en w: christmas day
holiday:05-01 | uk w: першотравень, день праці | ru w: первомай, день труда | en w: may day, labour day
holiday:01-01 | en w: new years day, new year s day
holiday:2022-02-24
  uk w: перший день війни, першого дня війни, перший день вторгнення, день вторгнення, день початку вторгнення, перший день повномасштабної
  ru w: первый день войны, первый день вторжения, день вторжения
  en w: first day of the war, first day of the invasion, day of the invasion
holiday:12-24|01-06
  uk w: святвечір, святий вечір, святого вечора, свят вечір, переддень різдва
  ru w: сочельник
  en w: christmas eve
holiday:12-31 | uk w: переддень нового року | ru w: канун нового года | en w: new years eve, new year eve, new year s eve
holiday:night-12-31|01-01
  uk a: новорічний
  ru a: новогодний
  uk w: новий рік, нового року
  ru w: новый год, нового года
  en w: new year, new years
holiday:night-12-31
  uk w: новорічна ніч, новорічну ніч, новорічної ночі
  ru w: новогодняя ночь, новогоднюю ночь, новогодней ночи
  en w: new years night, new year s night, new year night
holiday:01-13|01-14 | uk w: старий новий рік | ru w: старый новый год | en w: old new year
holiday:01-06|01-19
  uk n: водохреща=водохреще=водохрещі=водохрещу
  uk w: хрещення, йордан, йордана
  ru w: крещение, крещенье
  en w: epiphany
holiday:02-14
  uk w: день закоханих, день святого валентина
  ru w: день влюбленных, день святого валентина
  en w: valentines day, valentine s day
holiday:03-08
  uk w: жіночий день, міжнародний жіночий день
  ru w: женский день, международный женский день
  en w: womens day, women s day
holiday:05-09|05-08 | uk w: день перемоги | ru w: день победы | en w: victory day
holiday:06-28 | uk w: день конституції | ru w: день конституции | en w: constitution day
holiday:06-24|07-07 | uk w: івана купала, купала | ru w: ивана купала
holiday:08-06|08-19 | uk w: яблучний спас, преображення | ru w: яблочный спас, преображение
holiday:08-24 | uk w: день незалежності | ru w: день независимости | en w: independence day
holiday:08-23 | uk w: день прапора | en w: flag day
holiday:10-01|10-14 | uk w: покрова, покрови, покрову, день захисника, день захисників | ru w: покрова, покров, день защитника
holiday:12-06|12-19
  uk w: миколая, святого миколая, день святого миколая
  ru w: николая, святого николая
  en w: st nicholas day, saint nicholas day
holiday:10-31 | uk w: хеловін, гелловін | ru w: хэллоуин, хеллоуин | en w: halloween

# Before these words a day is part of an address.
t-street:
  uk w: вул, вул ., вулиця, вулиці, вулицю, вулицею, площа, площі, площу, площею, просп, проспект, проспекті, проспекту, провулок, провулку, пров, бульвар, бульварі, імені, ім, ім ., майдан, майдані, сквер, парк, парку, сквері, шосе
  ru w: ул, ул ., улица, улице, улицу, улицы, площадь, площади, переулок, переулке, пер, имени, им, им ., бульваре, сквере, шоссе
  en w: street, avenue, square, st, ave

# Ordinary words that lie one letter away from a word of time.
t-ordinary:
  uk w: уперше, вперше, ринок, ринку, ринком, травма, травми, травму, травм, родина, родини, родину, рамку, замку, парку, танку, банку, ранка, ранки, поранок, ночуй, години, грудна, груди, грудка, другий, друга, вторинна, погоди, погода, погоду, серед, середня, середній, середню, середньої, середина, сестра, сестру, неділимо, субота, вітер, вітром, місто, міста, місце, місця, місці, місцях, тисячі, тисяча, вечеря, вечерю, вечеряли, річ, піч, ніж, нічого, нічий, нічим, вночівля, часто, частка, лікарня, зранений, зранено, поранено, поранені, поранена, вона, вони, біля, квітка, квіти, квіту, квартир, квартира, серце, серцем, серпа, червоний, червона, верес, липа, липи, лісом, листа, листя, листок, обидва, обіда, відро, вдарив, рвануло, ранений, раненый, годі, вигода, нагода, вдова, середа, пальне, дитина, дитину
  ru w: впервые, время, времени, рынок, рынка, рынке, потом, друг, друга, друзья, семья, семьи, семью, десятка, десятки, восьмерка, шестерка, семерка, танка, танки, банка, замка, парка, рамка, утрата, утрат, вечно, вечное, верно, ночлег, мочи, очи, вчить, погода, погоды, города, город, городе, народ, марка, мартен, майор, майка, майки, места, место, месте, месть, средства, среди, средний, средняя, ветер, ветром, вечеря, пятна, пятно, пятнами, весло, число, двор, дворе, двери, недели, неделя, раны, рана, ранен, ранена, ранены, раненые, угро, утки
  en w: thing, three, there, tree, those, where, seven, sever, light, right, sight, fight, might, weak, peak, been, mouth, moth, south, north, says, lays, house, houses, hours, weed, mend, money, honey, yards, years, string, spring, sprint, summed, matter, april, marsh, match, watch, monthly, dayton, sundry, sunny, mornings, moaning, mourning, warning, burning, even, event, seventh, started, stand, hospital, bight, eight, height, weight, weeks, today, toddy, early, earth, later, late, water, latter, thirty, thirsty, dirty, forty, fort, forth, fifty, worth, sixth, ninth, tenth, tent, tents, than, then, them, they, this, minuet, minus, minutes, minor, minute, noon, soon, moon, down, dawn, town, drawn, lawn, ours, our, four, hour, tour, pour, your
`.replaceAll(' | ', '\n  ');
