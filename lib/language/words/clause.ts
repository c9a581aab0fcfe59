/** Words that say what a clause does with what it says, and function words that several readings need. */
export const clauseWords = `
parting:but
  uk w: але, а, однак, зате, проте, хоча, хоч, натомість, тоді як, а от, при цьому, водночас, тобто
  ru w: но, однако, зато, хотя, тогда как, при этом, то есть
  en w: but, however, although, though, while, whereas, yet, meanwhile

mood:asked
  uk w: чи є, чи були, чи не, чи хтось, хто знає, хтось знає, хто чув, хто бачив, що сталося, що це було, що відбувається, як подати, як повідомити, чи правда, чи можна, чи треба, де можна, куди дзвонити, чому, а що, чи відомо, чи живий, чи живі, чи ціла, чи цілі
  ru w: кто знает, кто-то знает, кто слышал, кто видел, что случилось, что это было, что происходит, как сообщить, правда ли, есть ли, были ли, можно ли, нужно ли, куда звонить, почему, известно ли, жив ли, живы ли
  en w: does anyone, does anybody, do you know, has anyone, has anybody, did anyone, did anybody, is anyone, is there, are there, was there, were there, who knows, can anyone, can you, could you, how do i, how can i, what happened, what is happening, why, is it true, any news, anyone know, anybody know, were they, did you

interrogative:what
  uk w: хто, що, де, куди, коли, як, чому, скільки, чи, звідки
  ru w: кто, что, где, куда, когда, как, почему, сколько, есть ли, откуда
  en w: who, what, where, when, how, why, is, are, did, do, does, can, anyone, any

mood:wished
  uk w: сподіваюсь, сподіваюся, сподіваємось, сподіваємося, дай боже, дай бог, хай, нехай, хоч би, хоча б не, аби не, щоб вас, щоб вам, щоб вони, щоб їх, щоб їм, щоб він, щоб тебе, щоб ви, молюсь, молюся, молимось, молимося, боже збережи, бажаю, хочеться, не дай бог, не дай боже, лиш би, лише б, тільки б, аби тільки, щоб не було, хотілося б, здохли б, не пишіть, не викладайте, не постіть
  ru w: надеюсь, надеемся, дай бог, дай боже, пусть, хоть бы, лишь бы, чтоб вас, чтоб вам, чтоб они, чтоб их, чтоб им, чтоб он, чтобы вы, чтоб вы, чтоб ты, молюсь, молимся, желаю, хочется, не дай бог, не дай боже, только бы, чтоб не было, сохрани господи, не пишите, не выкладывайте
  en w: hope, hoping, hopefully, god forbid, god willing, pray, praying, prayers, wish, let them, may they, may god, may you, want them

mood:supposed
  uk w: думали, думала що, думав що, думали що, подумали, подумала, подумав, якби, якщо, коли б, якби не, могли б, могла б, міг би, могло б, могло бути, могли бути, можуть бути, може бути більше, мало не, ледь не, ледве не, трохи не, мене б, було б, були б, боюсь що, боюся що, боялись що, боялися що, раптом, в разі, у разі, імовірно загинули б, чуть не, навчання, навчань, навчальна тривога, загрожує, загрожують, загроза, може вдарити, можуть вдарити, збираються, планують, обіцяють, готують, у кіно, у фільмі, попереджали, попереджають, попередили, заборонені, заборонено, хто каже що, наснилося, снилося, приснилося, уві сні, на навчаннях, у грі
  ru w: думали, думала что, думал что, думали что, подумали, подумал, подумала, если бы, если, могли бы, могла бы, мог бы, могло бы, могло быть, могли быть, могут быть, чуть не, едва не, чуть было не, было бы, были бы, боюсь что, боялись что, вдруг, в случае, учения, учениях, учебная тревога, угрожает, угрожают, угроза, может ударить, могут ударить, собираются, планируют, обещают, готовят, в кино, в фильме, предупреждали, предупреждают, предупредили, запрещены, запрещено, кто говорит что, приснилось, снилось, во сне, в игре
  en w: thought it was, thought it were, we thought, i thought, if, would have, could have, might have, would, could, might, almost, nearly, in case, afraid that, threat, threaten, threatens, threatening, warned, warn, warning, banned, prohibited, drill, drills, exercise, exercises, dream, dreamt, dreamed, movie, film, game, going to, plan to, plans to, unless

knowing:unknown
  uk w: 🤷, ніхто не сказав, якби ж я знав, якби ж я знала, якби я знав, якби я знала, аби ж я знав, аби ж я знала, не рахував, не рахувала, збився з ліку, інформація .. не надходила, інформації .. не надходило, дані .. не надходили, даних .. немає, інформації .. немає, не встановлено, ще не встановлено, ніхто не рахував, ніхто не рахує, ніхто не каже, ніхто нічого не каже, ніхто не казав, ніхто не повідомляє, ніхто не скаже, ніхто нічого не знає, нікого не питав, нікого не питала, звідки мені знати, звідки я знаю, нема зв'язку, немає зв'язку, зв'язку немає, без зв'язку, не можу точно сказати, точно не можу сказати, точно сказати не можу, точно не знаю, не повідомляли, нам не кажуть, ще рахують, ще не порахували, не порахували ще, не порахували, не знаю точно, ще розбирають завали, ще не відомо, інформації про поранених немає, інформації про загиблих немає, інформації про постраждалих немає, інформації про жертв немає, інформація про загиблих уточнюється, інформація про поранених уточнюється, інформація про постраждалих уточнюється, скільки не знаю, хто ж знає, не чула, не чув, даних про постраждалих немає, даних про загиблих немає, ніхто толком не знає, не з'ясовано, ще не встановили, не в змозі сказати, не знаю, незнаю, не знаєм, не знаємо, не знає, не знають, ніхто не знає, не знав, не знала, не в курсі, невідомо, невідома, невідомий, невідомі, невідоме, не відомо, не відома, невідомою, хз, хто зна, хто його знає, хто його зна, хтозна, фіг знає, бог знає, бог його знає, важко сказати, складно сказати, не можу сказати, не скажу, не певен, не певна, не впевнений, не впевнена, невпевнений, без поняття, поняття не маю, гадки не маю, немає даних, нема даних, немає інформації, нема інформації, інформації немає, інформації поки немає, даних немає, даних поки немає, уточнюється, уточнюються, уточнюють, встановлюється, встановлюються, встановлюють, зʼясовується, зʼясовуються, зʼясовують, перевіряється, перевіряється інформація, не визначено, не ясно, неясно, незрозуміло, не зрозуміло, не розібрав, не розібрала, не зрозумів, не зрозуміла, не розбираюсь, не розбираюся, не памʼятаю, не рахували, не бачив, не бачила, не бачили, сказати не можу, наразі невідомо, поки невідомо, поки не ясно, поки не знаємо, поки не відомо, не повідомляється, не уточнюється, не повідомляють, не повідомили, не кажуть, не встиг побачити, не встигла побачити, незн, нзн, питайте в, питайте у, спитайте, запитайте, цифр немає, цифр нема, цифри невідомі, точних цифр, розбирають завали, завали розбирають, завали ще розбирають, розбирають, не казали, не кажуть нічого, не мають даних, поняття зеленого, мовчать, не можу знати, зарано казати, рано казати, не лічив, не лічила, скажуть у новинах, хто ж їх рахував, хто їх рахував, хто рахував, не володію інформацією, не володію, даних .. нема, інформації .. нема, інформації .. не маю, не маю інформації, чекаємо інформації
  ru w: никто не сказал, черт его знает, бог его знает, сведений .. нет, считать некому, если б я знал, если б я знала, информация .. не поступала, данных .. нет, информации .. нет, не установлено, никто не знает сколько, никто не считал, никто не считает, никто не говорит, никто ничего не говорит, никто не сообщает, никто ничего не знает, никого не спрашивал, откуда мне знать, откуда я знаю, нет связи, связи нет, без связи, не могу точно сказать, точно не могу сказать, точно сказать не могу, точно не знаю, нам не говорят, еще считают, еще не посчитали, еще разбирают завалы, еще неизвестно, информации о раненых нет, информации о погибших нет, информации о пострадавших нет, информация о погибших уточняется, информация о раненых уточняется, информация о пострадавших уточняется, сколько не знаю, не слышал, не слышала, данных о пострадавших нет, данных о погибших нет, никто толком не знает, не выяснено, не знаю, не знаем, не знает, не знают, никто не знает, не знал, не знала, не в курсе, неизвестно, неизвестна, неизвестный, неизвестны, неизвестное, не известно, кто знает сколько, кто его знает, фиг знает, бог знает, хрен знает, черт знает, трудно сказать, сложно сказать, тяжело сказать, не могу сказать, не уверен, не уверена, без понятия, понятия не имею, нет данных, данных нет, нет информации, информации нет, информации пока нет, уточняется, уточняются, уточняют, устанавливается, устанавливаются, устанавливают, выясняется, выясняются, выясняют, не определено, неясно, не ясно, непонятно, не понятно, не разобрал, не разобрала, не понял, не поняла, не разбираюсь, не помню, не считал, не считала, не считали, не видел, не видела, не видели, пока неизвестно, пока не известно, не сообщается, не уточняется, не сообщают, не сообщили, не говорят, спросите, спрашивайте, цифр нет, точных цифр, разбирают завалы, завалы разбирают, еще разбирают, все еще разбирают, не сказали, не говорили, молчат, не могу знать, откуда же мне знать, рано говорить, кто ж их считал, кто их считал, кто считал, скажут в новостях, не владею информацией, не владею, нет сведений, сведений нет, ждем информации
  en w: lost count, nobody has told, no one has told, not yet established, not established, not yet confirmed, no data, no figures, to be confirmed, unconfirmed, tbc, no one has counted, nobody has counted, no one counted, nobody counted, no one told, nobody told, no one said, nobody said, no one says, nobody says, nobody can say, no one can say, no one really knows, nobody really knows, no information yet, no info, no word, no news, not yet known, still unknown, still being counted, still counting, they dont say, they dont tell, havent said, has not been said, not been released, number of casualties unknown, information about casualties, how should i know, couldnt see, could not see, couldnt count, could not count, no data on, no details on, no idea how many, no idea if, not clear if, not clear whether, not clear how many, not known if, not known how many, not known whether, unknown if, unknown how many, unclear if, unclear how many, unclear whether, dont know, do not know, doesnt know, does not know, didnt know, nobody knows, no one knows, idk, dunno, unknown, not known, is unknown, no idea, no clue, not sure, unsure, uncertain, not certain, cant say, cannot say, can not say, couldnt say, cant tell, cannot tell, couldnt tell, hard to say, hard to tell, unclear, not clear, didnt see, did not see, didnt count, did not count, dont remember, do not remember, havent heard, have not heard, no information, being clarified, being established, being determined, yet to be confirmed, being verified, who knows how many, god knows, not been established, not been confirmed, not disclosed, not specified, not reported, ne znayu, ne znaiu, neznayu, ask the, ask them, ask someone else, havent been told, have not been told, wont tell, will not tell, wont say, no numbers, no figures yet, no exact number, they are digging, theyre digging, still digging, still searching, still clearing, not told, cant really say, cannot really say, too early to say, too early to tell, havent released, have not released, not released, whos counting, who is counting, who counted, no info, no details, nobody knows for sure, beats me, waiting for the, waiting for official, still coming in, arent saying, are not saying, isnt saying, not saying, before they counted, search me, your guess, anyones guess

when:earlier
  uk w: давно помер, давно померла, давно немає, давно нема, минулого разу, попереднього разу, минулої війни, того року, колись раніше, раніше тут, раніше теж, раніше вже, як тоді, ще тоді, минулого тижня теж, минулого місяця теж, у другу світову, у сорок першому, у сорок другому, у сорок третьому, у сорок четвертому, в афгані, дід воював
  ru w: давно умер, давно умерла, давно нет, в прошлый раз, раньше тут, раньше тоже, раньше уже, как тогда, на прошлой неделе тоже, в прошлом месяце тоже, в сорок первом, в сорок втором, в сорок третьем, в сорок четвертом, в афгане
  en w: last time, previously, back then, last month too, last week too, earlier attacks, in a previous

# Of another time only beside what is told of now.
when:past
  uk w: торік, позаторік, у минулому році, в минулому році, рік тому, два роки тому
  ru w: в прошлом году, позапрошлом году, год назад, два года назад
  en w: last year, a year ago, two years ago

scope:total
  uk w: за добу і, за добу, за минулу добу, упродовж доби, протягом доби, за день по області, по області загалом, загалом по області, усього за добу, по всій області, по всій україні, в області за добу
  ru w: за сутки, за прошедшие сутки, в течение суток, по области всего, всего по области, по всей области, по всей украине
  en w: across the country, in the past day, over the past day, in the past 24 hours, over the past 24 hours, past 24 hours, during the day across, in total across, across the region, across the oblast, across ukraine

# Days, a war: its numbers are of no one incident.
scope:long
  uk w: від початку повномасштабної, з початку повномасштабної, за два дні, за три дні, за кілька днів, за ці дні, за вихідні, за тиждень, за місяць, за рік, з початку року, з початку війни, з початку вторгнення, з початку повномасштабного, від початку року, від початку війни, від початку вторгнення, від початку повномасштабного, за весь час, за час війни
  ru w: с начала полномасштабной, с начала года, с начала войны, с начала вторжения, за два дня, за три дня, за несколько дней, за эти дни, за выходные, за неделю, за месяц, за год, за все время, за время войны
  en w: since the full, in two days, in three days, over two days, over the weekend, in april, since the start of the year, since the beginning of the year, since the invasion, since the start of the war, since february, over the past week, over the past month

knowing:doubt
  uk w: або ні, чи ні, а може й ні
  ru w: или нет
  en w: or not

# What follows is said not to be so.
denial:not
  uk w: не, ні, ані, нє, без, немає, нема, не було, точно не, не схоже на, не як, ніяких, ніякий, ніякого, ніяка, ніякої, жодний~, жоден, жодних, жодної
  ru w: нет, ни, не похоже на, никаких, никакой, никакого, никакая
  en w: not, no, isnt, wasnt, werent, arent, never, without, neither, nor, didnt, doesnt, dont, not a, not the
denial:none
  uk w: не тільки, не лише, не менше, чи не, не дай бог
  ru w: не только, не менее, не меньше, не лишь
  en w: not only, no less, not just, no doubt
denied-after:not
  uk w: не зафіксовано, не фіксували, не фіксувалося, не зафіксували, не сталося, не чути, не чув, не чула, не чули, не було, немає, нема, виключено, не використовували, відсутні, не застосовували
  ru w: не зафиксировано, не зафиксировали, не слышно, не слышал, не слышала, не слышали, не было, нет, исключено, не использовали, отсутствуют
  en w: were not recorded, was not recorded, not heard, ruled out, not used, wasnt used, werent used, was not used, were not used
# Where the teller is now, which need not be where it happened.
teller-place:now
  uk w: я зараз у, я зараз в, зараз я у, зараз я в, зараз ми у, зараз ми в, ми зараз у, ми зараз в, тепер у, тепер в, зараз живу в, зараз живу у, зараз живемо в, зараз живемо у, зараз перебуваю в, зараз перебуваю у, переїхали в, переїхали до, переїхав до, переїхала до, виїхали до, виїхав до, виїхала до, виїхали в, евакуювалися до, евакуювались до, евакуювалися в, евакуювалась до, евакуювався до, пишу з, дзвоню з
  ru w: я сейчас в, сейчас я в, сейчас мы в, мы сейчас в, теперь в, сейчас живу в, сейчас живем в, переехали в, переехал в, переехала в, уехали в, уехал в, уехала в, эвакуировались в, эвакуировался в, эвакуировалась в, выехали в, выехал в, пишу из, звоню из
  en w: i am now in, i'm now in, now in, currently in, we are now in, we're now in, now living in, moved to, evacuated to, fled to, writing from, calling from, i live now in, staying in
# A place after one of these is where people were taken.
brought:brought
  uk v: везти=везли=везуть=віз=везла=везе, довезти=довезли=довіз=довезла, привезти=привезли=привіз=привезла, відвезти=відвезли=відвіз=відвезла, вивезти=вивезли=вивіз=вивезла=вивозили=вивозять, перевезти=перевезли=перевіз, доставити, госпіталізувати, евакуювати, виїхати=виїхали=виїхав=виїхала
  uk w: у лікарні, в лікарні, до лікарні, у лікарнях, у шпиталі, в шпиталі, до шпиталю, у реанімації, в реанімації
  ru v: везти=везли=везут=вез, довезти=довезли=довез, привезти=привезли=привез, отвезти=отвезли=отвез=отвезла, вывезти=вывезли=вывез=вывозили, доставить, госпитализировать, эвакуировать, выехать=выехали=выехал=выехала
  ru w: в больнице, в больницу, в госпитале, в госпиталь, в реанимации
  en v: take/took, taken, evacuate, transport, airlift, hospitalise, hospitalize, transfer, rush
  en w: in hospital, in a hospital, to hospital, to a hospital, hospital in, hospitals in

# Who tells of it works where the wounded are brought.
ward:ward
  uk w: я медсестра, я лікар, я лікарка, я фельдшер, я фельдшерка, я хірург, приймальному, приймальне, у приймальний
  ru w: я медсестра, я врач, я фельдшер, я хирург, приемном, приемный покой, в больницу обратился, в больницу обратилась
  en w: took in, admitted, i am a nurse, i'm a nurse, i am a doctor, i'm a doctor, i am a surgeon, i'm a paramedic, emergency room

# Beside a word of the teller: where the teller is, or was then.
staying:now
  uk w: зараз, тепер
  ru w: сейчас, теперь
  en w: now, currently
staying:staying
  uk w: живу, живемо, сиджу, сидимо, перебуваю, вже
  ru w: живу, живем, сижу, сидим, нахожусь, уже
  en w: am, live, living, stay, staying

# It happens as it is written.
just-now:now
  uk w: щойно, тільки що, тільки шо, тіки шо, прямо зараз, просто зараз, оце зараз, зара
  ru w: только что, только шо, прямо сейчас, сию минуту
  en w: just now, right now, a moment ago, this very minute, as i write

# What was said before is taken back.
taking-back:back
  uk w: ні, точніше, вірніше, тобто, помилився, помилилась, помилилася, вибачте, а ні, поправка, ой
  ru w: нет, точнее, вернее, то есть, ошибся, ошиблась, извините, поправка
  en w: no, sorry, i mean, actually, rather, correction, make that

greeting:greeting
  uk w: добрий день, доброго дня, добрий вечір, доброго вечора, доброго ранку, добрий ранок, вітаю, привіт, здрастуйте, слава україні, алло, люди добрі, шановні, доброї ночі, дякую, спасибі, будь ласка
  ru w: добрый день, добрый вечер, доброе утро, здравствуйте, привет, алло, уважаемые, люди, спасибо, пожалуйста
  en w: hello, hi, hey, good day, good morning, good evening, dear, thanks, thank you, please

# A picture of a place.
shows:shows
  uk w: над, кадри з, кадри із, відео з, відео із, фото з, фото із
  ru w: кадры из, кадры с, видео из, видео с, фото из, фото с
  en w: video from, photo from, photos from, footage from, images from

# Words at which a denial ends.
pivot:but
  uk w: але, а, зате, просто, це, та
  ru w: но, зато, просто, это
  en w: but, just, it was
`;
