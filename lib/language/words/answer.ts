/** Words of answers to questions with buttons, and of moderators. */
export const answerWords = `
yes-no:yes
  uk w: так, ага, угу, еге, авжеж, атож, звісно, звичайно, точно, правильно, вірно, все вірно, все правильно, саме так, згоден, згодна, підтверджую, добре, гаразд, ок, окей, є, дякую так, в безпеці, у безпеці, безпечно, відійшов, відійшла, відійшли, далеко, на відстані, продовжуй, продовжуйте, продовжити, далі
  ru w: да, конечно, разумеется, верно, все верно, именно, согласен, согласна, подтверждаю, хорошо, ладно, есть, в безопасности, безопасно, отошел, отошла, отошли, на расстоянии, продолжай, продолжайте, продолжить, дальше
  en w: yes, y, yep, yeah, yup, sure, ok, okay, of course, right, correct, that's right, agree, i agree, confirm, confirmed, true, +, 👍, ✅, ✔, tak, da, safe, i'm safe, i am safe, moved away, far away, at a distance, at a safe distance, continue, go on
yes-no:no
  uk w: ні, нє, не, ніт, ще ні, поки ні, ніколи, невірно, не так, не згоден, не згодна, не в безпеці, не у безпеці, небезпечно, не відійшов, не відійшла, не відійшли, поруч, рядом, біля нього, близько, недалеко, не точно, не правильно, не вірно, зачекай, зачекайте, стоп
  ru w: нет, неа, еще нет, пока нет, никогда, неверно, неправильно, не согласен, не согласна, не в безопасности, опасно, не отошел, не отошла, возле него, не верно, подожди, подождите
  en w: no, n, nope, nah, not, not yet, never, wrong, incorrect, false, disagree, 👎, ❌, ✖, not safe, i'm not safe, unsafe, next to it, ni, net, nem, not right, not correct, wait, stop

phase:attack
  uk n: атака, обстріл+у, напад+у, удар+у, приліт/прильот+у, влучання, вибух+у, авіаудар+у, бомбардування, наліт/нальот+у
  uk v: атакувати, обстріляти, обстрілювати+0, ударити, вдарити, прилетіти+0, влучити+0, бахнути+0, бахкати+0, вибухнути+0, рвонути+0, гепнути+0, бомбити+0, стріляти, накрити+0
  uk w: ракетний удар
  ru n: обстрел, удар, прилет, взрыв, авиаудар, нападение, попадание, налет
  ru v: обстрелять, обстреливать+0, ударить, прилететь+0, попасть=попал=попала=попало=попали, бахнуть+0, бахать+0, взорваться/взорв, рвануть+0, грохнуть+0, бомбить+0, стрелять, накрыть+0
  en v: attack, strike/struck, hit+t/hit, shell, bomb+0, bombard, explode, fire
  en n: attack, strike, explosion, blast, raid, airstrike, shelling
  en w: fire on, prilet, prylit, obstril, obstrel
phase:remnant
  uk n: знахідка/знахідок, предмет, боєприпас+у, залишок/залишк+у, міна, пелюстка/пелюсток
  uk v: знайти=знайшов=знайшла=знайшли=знайдено=знайдений, виявити, лежати=лежить=лежать, валятися=валяється, стирчати=стирчить=стирчать, підірватися=підірвався=підірвалась=підірвалася=підірвалися
  uk w: бачив предмет, побачив предмет, підозрілий~, нерозірваний~, невибухлий~, не вибухнув, не вибухнула, не вибухнуло, не розірвався, не розірвалася, вибухонебезпечний~, підірвався на міні
  ru n: находка/находок, предмет, боеприпас, остаток/остатк, мина, лепесток/лепестк
  ru v: найти=нашел=нашла=нашли=найдено=найден, обнаружить, лежать=лежит=лежат, валяться=валяется=валяются, торчать=торчит=торчат, подорваться=подорвался=подорвалась=подорвались
  ru w: подозрительный~, неразорвавшийся~, не взорвался, не взорвалась, не взорвалось, не разорвался, не разорвалась, взрывоопасный~, подорвался на мине
  en v: find/found
  en n: object, dud, remnant, leftover, mine
  en w: unexploded, uxo, erw, did not explode, didn't explode, not exploded, lying, suspicious, something in the field, stepped on, triggered a mine

delivery:missile
  uk n: ракета, іскандер, калібр+у, балістика, кінжал+у
  uk a: ракетний, балістичний, крилатий
  uk w: точка-у, точки-у, точкою-у, точку-у, с-300, х-22, х-101
  ru n: искандер, калибр, баллистика, кинжал
  ru a: ракетный, баллистический, крылатый
  en n: missile, iskander, tochka, kalibr, kinzhal
  en w: ballistic, cruise, s-300, kh-22, kh-101, x-22
delivery:rocket_launcher
  uk n: град+у, смерч+у, ураган+у, хаймарс
  uk a: реактивний
  uk w: рсзв, торнадо, реактивна система, реактивна установка, реактивні снаряди
  ru n: град, смерч, ураган, хаймарс
  ru a: реактивный
  ru w: рсзо
  en n: grad, smerch, uragan, rocket launcher, multiple rocket launcher, rocket system
  en w: mlrs, himars, rocket artillery, multiple launch
delivery:missile|rocket_launcher
  en n: rocket
delivery:artillery_shell
  uk n: снаряд, артилерія, арта, гаубиця, міномет, танк, гармата
  uk a: наземний
  uk w: з землі, із землі
  ru n: снаряд, артиллерия, гаубица, миномет, пушка/пушек
  ru a: наземный
  ru w: с земли
  en n: shell, howitzer, mortar, tank
  en w: shelling, artillery, ground, from the ground
delivery:aircraft
  uk n: літак, авіація, бомбардувальник, винищувач, вертоліт/вертольот, гелікоптер, бомба, каб+у, фаб+у
  uk a: авіаційний
  uk w: з повітря, су-34, су-25, су-24, ту-95, авіа
  ru n: самолет, авиация, бомбардировщик, истребитель, вертолет
  ru a: авиационный
  ru w: с воздуха, авиа
  en n: aircraft, plane, airplane, jet, warplane, bomber, fighter, helicopter, bomb, airstrike
  en w: from the air, by air, air, air strike
delivery:drone
  uk n: дрон, безпілотник, шахед, коптер, квадрокоптер, мопед, фпв+у, герань+ж, ланцет, мавік
  uk a: безпілотний
  uk w: бпла
  ru n: беспилотник, мавик
  ru a: беспилотный
  en n: drone, uav, shahed, quadcopter, moped, fpv, geran, lancet, mavic
delivery:ship
  uk n: корабель/корабль, фрегат, катер, судно, море, флот+у
  uk a: морський, підводний
  uk w: з моря, із моря
  ru n: корабль
  ru a: морской, подводный
  ru w: с моря
  en n: ship, frigate, sea, warship, submarine, vessel
  en w: navy, naval, from the sea, by sea
delivery:planted
  uk n: міна, розтяжка/розтяжок
  uk v: закласти=заклали=закладено=закладена=закладений, замінувати, закопати, встановити, зарити=зарита=зарито
  uk w: лежало в землі, лежала на землі, лежало, лежала, лежав, лежали, під землею, вже була там
  ru n: мина, растяжка/растяжек
  ru v: заложить=заложили=заложен=заложена=заложено, заминировать, закопать=закопан=закопана=закопали, установить
  ru w: лежало на земле, лежало, лежала, под землей
  en v: plant, bury, place, lay/laid
  en n: mine
  en w: left there

known-by:saw
  uk v: бачити=бачив=бачила=бачили=бачу=бачимо, побачити
  uk w: видно було, сам бачив, сама бачила, своїми очима, на власні очі, на очах, очевидець, свідок, бачив як летіло, бачив в небі, на відео, зняв на відео, летіла
  ru v: видеть=видел=видела=видели=вижу, увидеть=увидел=увидела=увидели
  ru w: видно было, сам видел, сама видела, своими глазами, собственными глазами, очевидец, свидетель, на видео, снял на видео
  en w: saw, seen, i see, see it, watched, with my own eyes, own eyes, eyewitness, witnessed, filmed, on video, visual, visually
known-by:heard
  uk v: чути=чув=чула=чули=чую=чутно, почути=почув=почула=почули
  uk n: звук+у
  uk w: по звуку, за звуком, за звуками, по свисту, на слух, за слухом
  ru v: слышать=слышал=слышала=слышали=слышно, услышать=услышал=услышала
  ru w: по звуку, по звукам, на слух
  en w: heard, hear, hearing, by sound, by the sound, from the sound, sound, on hearing, it sounded
known-by:remains
  uk n: уламок/уламк, осколок/осколк, рештки=решток, фрагмент+у, хвостовик, хвіст/хвост, двигун, маркування, вирва/вирв, залишок/залишк+у
  uk w: серійний номер, корпус ракети, частини ракети, знайшли частини
  ru n: обломок/обломк, осколок/осколк, остаток/остатк, фрагмент, двигатель, маркировка/маркировок, воронка/воронок
  en n: remain, remnant, fragment, piece, marking, serial number, crater, tail section, part
  en w: debris, shrapnel, wreckage, parts of the missile
known-by:told
  uk v: казати=каже=кажуть=казав=казали=казала, сказати=сказав=сказала=сказали, розповісти=розповів=розповіла=розповіли, розповідати, говорити, читати=читав=читала=читали, прочитати, писати=пише=пишуть=писали, написати=написали
  uk n: сусід, сусідка/сусідок, знайомий=знайома=знайомі=знайомих, друг=друзі, подруга, родич, мама, тато, канал+у, телеграм+у, новина, чутка/чуток
  uk w: з чуток, в новинах, із новин
  ru v: говорить+0, сказать=сказал=сказала=сказали, рассказать=рассказал=рассказала=рассказали, рассказывать+0, читать=читал=читала=читали, прочитать, писать=пишут=писали, написать=написали
  ru n: сосед=соседи=соседка, знакомый=знакомые=знакомая, родственник, слух, новость+ж, муж, жена
  en n: neighbour, neighbor, friend, relative, channel, rumour, rumor
  en w: told, said, they say, people say, i was told, heard from, read, news, telegram, social media, from others, on the news, hearsay
known-by:guess
  uk n: здогад+у, припущення, інтуїція
  uk v: здогадатися, здогадуватися, припускати+0, припустити
  uk w: думаю, мабуть, напевно, скоріше за все, скоріш за все, схоже, здається, гадаю, вважаю, можливо, може, по логіці
  ru n: догадка/догадок, предположение, интуиция
  ru v: догадаться, догадываться, предполагать+0
  ru w: наверное, наверно, скорее всего, похоже, кажется, считаю, возможно, может
  en w: guess, guessing, just a guess, my guess, i think, probably, maybe, perhaps, assume, assuming, suppose, likely, looks like, presumably

source-answer:own_eyes
  uk w: бачив, бачила, бачили, сам бачив, сама бачила, бачив сам, бачила сама, своїми очима, на власні очі, власними очима, на моїх очах, очевидець, свідок, свідком, був там, була там, я там був, я там була, були там, особисто, мене поранило, я сам постраждав, я сама постраждала, перебував на місці, сам, сама, бачу
  ru w: видел, видела, видели, сам видел, сама видела, своими глазами, собственными глазами, на моих глазах, очевидец, свидетель, свидетелем, был там, была там, были там, был на месте, лично, меня ранило, вижу
  en w: saw, saw it myself, i saw, we saw, own eyes, with my own eyes, eyewitness, eye witness, witness, witnessed, i was there, was there, we were there, being there, myself, saw it, personally, i was injured, i was hit
source-answer:own_ears
  uk w: чув, чула, чули, сам чув, сама чула, чув сам, чула сама, тільки чув, тільки чула, на слух, почув, почула
  ru w: слышал, слышала, слышали, сам слышал, сама слышала, только слышал, только слышала, услышал, услышала
  en w: heard, i heard, heard it, heard it myself, we heard, own ears, only heard, heard the explosion, heard explosions
source-answer:aftermath
  uk w: наслідки, наслідків, після обстрілу, прийшов після, прийшла після, приїхав після, приїхала після, бачив наслідки, бачила наслідки, бачив уже після, побачив потім, вже після, уже після, бачив руйнування, бачила руйнування, бачив уламки, бачила уламки, знайшов, знайшла, знайшли, приїхали на місце, на місці потім
  ru w: последствия, последствий, после обстрела, пришел после, пришла после, приехал после, приехала после, видел последствия, видела последствия, уже после, потом увидел, видел разрушения, видела разрушения, видел обломки, нашел, нашла, нашли
  en w: came after, came later, arrived after, arrived later, aftermath, after the attack, after it happened, the damage, saw the damage, saw the aftermath, saw the results, found, found it, i found it
source-answer:told
  uk v: сказати=сказав=сказала=сказали, казати=каже=кажуть=казав=казали, розповісти=розповів=розповіла=розповіли, розповідати, говорити, зателефонувати+0, подзвонити+0
  uk n: сусід, сусідка/сусідок, знайомий=знайома=знайомі=знайомих, друг=друга=друзі, подруга, родич, мама, мати=матері=матір, бать(о)ко, тато, бабуся, брат, сестра, дружина, колега, чутка/чуток
  uk w: від людей, люди кажуть, чув від, чула від, дізнався від, дізналася від, дізналась від, з чуток, мені сказали
  ru v: сказать=сказал=сказала=сказали, рассказать=рассказал=рассказала=рассказали, рассказывать+0, говорить+0, позвонить+0
  ru n: сосед=соседи=соседка=соседей, знакомый=знакомые=знакомая, родственник, папа, муж, жена, коллега, друзья=друзей
  ru w: от людей, люди говорят, слышал от, слышала от, узнал от, узнала от, слухи, по слухам, мне сказали
  en n: neighbour, neighbor, friend, relative, rumour, rumor
  en w: was told, told, told me, i was told, someone told, somebody told, they told, they say, people say, my mother, my father, my brother, my sister, my wife, my husband, heard from, from people, hearsay, second hand, second-hand, secondhand, from others
source-answer:told|social_media|newsroom
  uk w: читав, читала, прочитав, прочитала, читали, писали, пишуть, написали
  ru w: читал, прочитал, прочитала, пишут
  en w: read, read about it, i read, i read it, read it
source-answer:unknown
  uk w: не хочу казати
  ru w: не хочу говорить
  en w: don't want to say, prefer not to say

attribution:alleged
  uk v: стверджувати+0, заявити, заявляти+0, звинуватити, звинувачувати+0, припускати+0, підозрювати+0, вважати+0, приписувати+0
  uk w: ймовірно, імовірно, за словами, за даними, не доведено, не підтверджено, підозра, підозрюють
  ru v: утверждать+0, заявить, заявлять+0, обвинить, обвинять+0, предполагать+0, подозревать+0, считать, приписывать+0
  ru w: вероятно, по словам, по данным, не доказано, не подтверждено
  en v: allege, accuse, claim, suspect, blame, attribute
  en w: allegedly, according to, reportedly, presumably, believed, unproven, unconfirmed
attribution:acknowledged
  uk v: визнати=визнав=визнали=визнала=визнано, визнавати=визнають=визнає, зізнатися
  uk w: взяли відповідальність, взяв відповідальність, взяли на себе, взяв на себе, підтвердили самі, самі підтвердили, підтверджено стороною
  ru v: признать=признал=признали=признано=признает=признают, признаться, сознаться
  ru w: взял на себя, взяли на себя, взяли ответственность, сами подтвердили
  en v: acknowledge, admit+t, confess
  en w: confirmed by themselves, took responsibility, claimed responsibility, claim responsibility, they confirmed, owned up
attribution:contested
  uk v: заперечити, заперечувати+0, спростувати, спростовувати+0, оспорити+0, оспорювати+0
  uk a: спірний
  uk w: не визнають, не визнає, звинувачують одне одного, сторони сперечаються
  ru v: отрицать+0, опровергать=опровергают=опроверг=опровергли, оспорить, оспаривать+0
  ru a: спорный
  ru w: не признают, не признает, обвиняют друг друга
  en v: deny, contest, dispute, refute, reject
  en w: blame each other, both sides deny
attribution:unknown
  uk w: не визначено, не встановлено, ніхто не каже
  ru w: не определено, не установлено
  en w: not determined, undetermined, not attributed, not established

rejection:not_munition_use
  uk w: не обстріл, не зброя, не боєприпас, не використання, не застосування, не атака, не про обстріл, не за темою, немає застосування, салют, феєрверк, побутовий~, пожежа побутова, дтп, газовий вибух, вибух газу
  ru w: не обстрел, не оружие, не боеприпас, не применение, не о том, не по теме, бытовой~, фейерверк, взрыв газа
  en w: not a munition, not munition, no munition, not an attack, not a weapon, no weapon, no weapons, not about, off topic, off-topic, irrelevant, gas explosion, fireworks
rejection:not_enough_detail
  uk w: мало інформації, мало даних, мало деталей, мало подробиць, недостатньо, недостатній~, не вистачає, бракує, нема деталей, немає деталей, немає подробиць, неповний~, незрозуміло що, нечітко, без деталей
  ru w: мало информации, мало данных, мало деталей, мало подробностей, недостаточно, недостаточный~, не хватает, нет деталей, нет подробностей, неполный~, непонятно что, нечетко
  en w: not enough, insufficient, too little, lack, lacks, lacking, no detail, no details, incomplete, vague
rejection:duplicate
  uk n: дублікат, дубль, повтор+у, копія
  uk a: повторний
  uk w: вже є, вже було, уже є, уже була, той самий, те саме, та сама, двічі, дублюється
  ru n: повтор, копия, дубликат
  ru a: повторный
  ru w: уже есть, уже было, тот же, то же самое, дважды
  en n: duplicate, dupe, repeat
  en w: dup, duplicated, already have, already reported, already exists, same incident, same as, same report, twice
rejection:outside_area
  uk w: не україна, не наша країна, інша країна, іншій країні, за межами, поза межами, не та область, інший регіон, за кордоном
  ru w: не украина, не наша страна, другая страна, другой стране, за пределами, вне территории, вне зоны, вне области, не тот регион, за границей
  en w: outside, not in ukraine, not ukraine, other country, another country, abroad, wrong country, wrong area, out of area, out of scope area
rejection:military_position
  uk n: позиція, розташування, передислокація
  uk a: військовий
  uk w: переміщення військ, розміщення військ
  ru n: позиция, расположение
  ru a: военный
  ru w: перемещение войск
  en n: troop, position
  en w: military, location of forces, reveals positions, shows positions, army
rejection:second_hand
  uk n: чутка/чуток, переказ+у
  uk w: з чуток, з чужих слів, не свідок, не сам бачив, з других рук, з інтернету, вторинний~
  ru w: слухи, по слухам, с чужих слов, не свидетель, пересказ, из вторых рук, из интернета, вторичный~
  en w: second hand, second-hand, secondhand, hearsay, rumour, rumours, rumor, rumors, not a witness, told by others
rejection:inconsistent
  uk n: суперечність+ж, протиріччя, нестиковка/нестиковок
  uk v: суперечити+0, плутатися
  uk w: не сходиться, не збігається, не б'ється, непослідовно, непослідовний~, сумнівний~, сумнівно, неправдоподібно, неправдоподібний~, плутанина
  ru n: противоречие, путаница
  ru v: противоречить+0
  ru w: не сходится, не совпадает, не бьется, непоследовательно, сомнительный~, сомнительно, неправдоподобно, неправдоподобный~
  en n: contradiction, conflict, mismatch
  en v: contradict
  en w: inconsistent, doesn't add up, does not add up, doesn't match, does not match, implausible
rejection:abuse
  uk n: образа, лайка, матюк, спам+у, троль, тролінг+у, хамство, знущання, погроза, фейк+у, брехня, прикол+у, жарт+у, провокація, маячня, реклама, неправда, дезінформація, мат
  uk w: порно
  uk a: фейковий
  ru n: оскорбление, ругань+ж, троллинг, издевательство, угроза, вранье, ложь=ложью, шутка/шуток, провокация, бред, дезинформация
  en n: abuse, insult, troll, threat, fake, joke, prank, advert, hoax
  en w: abusive, spam, nonsense, trolling
rejection:unsafe_to_publish
  uk n: ризик+у, небезпека, загроза
  uk v: нашкодити, ідентифікувати
  uk a: небезпечний, приватний
  uk w: може нашкодити, персональні дані, персональних даних, особисті дані, небезпечно, небезпечно публікувати
  ru n: риск
  ru v: навредить+0
  ru a: опасный
  ru w: может навредить, персональные данные, личные данные, опасно, опасно публиковать
  en n: danger, risk
  en v: harm, identify
  en w: unsafe, not safe, dangerous, could identify, personal data, privacy
rejection:other
  uk w: інше, інша причина, інша
  ru w: другое, другая причина, иное
  en w: other, other reason, another reason, something else
`;
