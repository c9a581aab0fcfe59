/** Who tells of it and how they know. */
export const sourceWords = `
telling:verb
  uk v: казати/каж, сказати/скаж, говорити, розповісти=розповів=розповіла=розповіли, розповідати, повідомити, повідомляти+0, писати/пиш, написати/напиш, зателефонувати+0, дзвонити+0, подзвонити+0, стверджувати+0, заявити, заявляти+0, передати, передавати, інформувати, поінформувати, зазначити, уточнити, додати, підтвердити, бачити+0, побачити, чути=чув=чула=чули=чую=чуємо, почути=почув=почула=почули, знайти/знайд+0, прочитати, читати, викликати, шукати, допомагати+0
  ru v: говорить+0, сказать=сказал=сказала=сказали=скажет, рассказать=рассказал=рассказала=рассказали, рассказывать+0, сообщить, сообщать+0, писать=пишет=пишут=писал=писала=писали, написать=написал=написала=написали, позвонить+0, звонить+0, утверждать+0, заявить, заявлять+0, передать=передал=передали=передала, передавать+0, информировать, отметить, уточнить, добавить, подтвердить, видеть=видел=видела=видели=вижу, увидеть=увидел=увидела=увидели, слышать=слышал=слышала=слышали=слышу, услышать=услышал=услышала=услышали, найти=нашел=нашла=нашли, читать, прочитать, вызвать, искать+0, помогать+0
  en v: say/said, tell/told, report, write/wrote, written, call, claim, state, confirm, inform, announce, see/saw, seen, hear/heard, find/found, read/read, add, note, post, document, verify, record, publish

# Verbs of speaking: who does so is a source.
speaking:verb
  uk v: казати/каж, сказати/скаж, говорити, розповісти=розповів=розповіла=розповіли, розповідати, писати/пиш, написати/напиш, зателефонувати+0, телефонувати, дзвонити+0, подзвонити+0, передати
  ru v: говорить+0, сказать=сказал=сказала=сказали, рассказать=рассказал=рассказала=рассказали, рассказывать+0, писать=пишет=писала=писал, написать=написал=написала=написали, позвонить+0, звонить+0, передать=передал=передала
  en v: say/said, tell/told, write/wrote, written, call, text

telling:by
  uk w: за словами, за даними, за інформацією, зі слів, за свідченнями, зі слів моєї, зі слів мого
  ru w: по словам, по данным, по информации, со слов
  en w: according to

# Who is named as telling it: an institution, a newsroom, a channel.
institution:prosecutor
  uk n: прокуратура, прокурор, генпрокуратура, генпрокурор, слідство, слідчий=слідчі=слідчих
  uk w: офіс генпрокурора, офіс генерального прокурора, офісу генпрокурора, офісу генерального прокурора, офісі генпрокурора, офісі генерального прокурора, огп, обласний~ прокуратура~, окружний~ прокуратура~, прокурори, прокурорів
  ru n: прокуратура, прокурор, генпрокуратура, генпрокурор, следствие, следователь
  ru w: офис генпрокурора, офис генерального прокурора, офиса генпрокурора, офисе генпрокурора, областной~ прокуратура~
  en n: prosecutor, prosecutors office, prosecutor general, investigator
  en w: prosecution, prosecutor generals office, prosecutor's office, prosecutor general's office, prosecutors, prokuratura, prokuratury, office of the prosecutor general, office of the prosecutor, regional prosecutors office

institution:regional_administration
  uk n: ова, ода, мва, рва, губернатор, мер, міськрада, хова, губернаторка, облрада, облада, очільник ова
  uk w: ова, ода, мва, рва, обласний~ військовий~ адміністрація~, обласний~ державний~ адміністрація~, обласний~ адміністрація~, військовий~ адміністрація~, міський~ військовий~ адміністрація~, районний~ військовий~ адміністрація~, місцевий~ адміністрація~, голова~ ова, глава~ ова, начальник~ ова, голова~ ода, начальник~ мва, начальник~ рва, голова~ мва, очільник~ ова, очільник~ області, голова~ області, міський~ голова~, міський~ рада~, голова~ громади, місцева влада, місцевої влади, керівник~ ова, міської ради, міська рада, очільник~ мва, очільник~ обласної, начальник~ обласної військової адміністрації, голова~ обласної військової адміністрації, голова~ облдержадміністрації, заступник~ голови ова, начальник~ міської військової адміністрації, голова~ міської, обласна влада, голова~ райради, голова~ облради, речник~ ова, речниця~ ова
  ru n: губернатор, мэр, мер, мэрия, горсовет
  ru w: областной~ администрация~, областной~ военный~ администрация~, военный~ администрация~, городской~ администрация~, местный~ администрация~, глава~ ова, начальник~ ова, глава~ области, глава~ города, городской~ голова, городского головы, городской голова, горсовета, местные власти, гва, рва, мва, глава~ администрации, глава~ громады, ова, ода, начальник~ мва, глава~ мва, глава~ военной администрации, глава~ областной, глава~ района
  en n: governor, mayor, regional governor, regional administration, regional military administration, military administration, local administration, city council, regional head, oblast administration, oblast military administration, local authority, regional authority, city military administration, oblast governor, regional state administration, municipality, city administration, state administration, head of the regional administration, community head, district administration
  en w: head of the region, head of the region's military administration, ova, head of the oblast, regional official, regional officials, local officials, local official, city officials, governor's office, khova, zova, rma

institution:government
  uk n: уряд+у, міністерство, міноборони, генштаб+у, дснс+у, мвс+у, поліція, поліцейський=поліцейські=поліцейських, нацполіція, сбу, президент, міненерго, кабмін+у, мзс+у, моз+у, гур, офіційно, влада
  uk w: дснс, гсчс, мвс, сбу, гур, генеральний~ штаб~, повітряні сили, повітряних сил, сили оборони, силами оборони, командування повітряних сил, офіс президента, міністерство внутрішніх справ, міністр внутрішніх справ, державна служба з надзвичайних ситуацій, державної служби, поліція області, речник~ дснс, речник~ поліції, оперативне командування, пс зсу, сили оборони півдня, укрзалізниця, укрзалізниці, укренерго, зеленський~, дснс україни, головне управління
  ru n: правительство, министерство, минобороны, генштаб, гсчс, мчс, мвд, полиция, полицейский=полицейские, нацполиция, сбу, президент, власти=властей
  ru w: мчс, гсчс, мвд, сбу, генеральный~ штаб~, воздушные силы, воздушных сил, зеленский~, силы обороны, министр внутренних дел, укрзализныця, украинские официальные
  en n: ministry, minister, government, emergency service, state emergency service, president, police, national police, interior ministry, defence ministry, defense ministry, general staff, interior minister, rescue service
  en w: air force, zelensky, zelenskyy, zelenskiy, ses, sbu, officials, ukrainian officials, authorities, national police, police of, railway operator, ukrzaliznytsia, energoatom, ukrenergo, presidential office, president's office, military officials, state emergency service of ukraine

institution:united_nations
  uk w: оон, упвкпл, увкпл, юнісеф, моніторингова місія оон, моніторингова місія, верховний комісар оон, моніторингова місія з прав людини, магате, вооз, увкб
  ru w: оон, юнисеф, мониторинговая миссия оон, мониторинговая миссия, верховный комиссар оон, увкпч, магате, воз
  en n: high commissioner
  en w: un, u n, united nations, ohchr, unicef, ocha, unhcr, hrmmu, un human rights, un human rights office, un human rights monitors, un monitoring mission, un monitors, human rights monitoring mission, iaea, world health organization, un office

institution:monitor
  uk w: airwars, acled, bellingcat, белінгкет, белінгкат, обсє, осінт, deepstate, діпстейт, isw, cit, монітор касетних боєприпасів, cluster munition monitor, landmine monitor, моніторингова група, моніторинговий канал, інститут вивчення війни
  ru w: беллингкэт, беллингкет, обсе, осинт, дипстейт, монитор кассетных боеприпасов
  en w: osce, cluster munition monitor, landmine monitor, airwars, acled, bellingcat, osint, deep state, conflict intelligence team, institute for the study of war, osint analysts, armed conflict location

institution:newsroom
  uk n: журналіст, газета, телебачення, телеканал+у, змі, радіо, тсн+у, уніан+у, укрінформ+у, кореспондент, видання, репортер, медіа, журналістка
  uk w: змі, тсн, уніан, укрінформ, суспільне, суспільного, суспільному, громадське радіо, українська правда, української правди, рбк-україна, радіо свобода, радіо свободи, бі-бі-сі, новини, новинах, у новинах, в новинах, по телевізору, по тв, уп, ліга, інформагентство, нв, еспресо, думська, українське радіо, кореспондент суспільного
  ru n: журналист, газета, телевидение, телеканал, сми, корреспондент, издание, репортер
  ru w: сми, новости, новостях, в новостях, по телевизору, по тв, би-би-си, украинская правда, радио свобода, медуза, униан, укринформ, рбк-украина, интерфакс
  en n: journalist, newspaper, reporter, correspondent, newsroom, tv channel, news agency, broadcaster
  en w: cnn, bbc, reuters, ap, afp, associated press, new york times, nyt, the guardian, guardian, washington post, kyiv independent, kyiv post, radio liberty, rfe, rfe / rl, rfe-rl, suspilne, ukrainska pravda, ukrinform, unian, the news, on the news, media, local media, on tv, television, meduza, interfax-ukraine, interfax ukraine, nv, hromadske, wall street journal, france 24, al jazeera, sky news, local news, der spiegel, press

institution:ngo
  uk n: нго, амнесті, правозахисник, волонтери=волонтерів
  uk w: громадський~ організація~, хьюман райтс вотч, х'юман райтс вотч, human rights watch, hrw, міжнародна амністія, amnesty, червоний хрест, червоного хреста, лікарі без кордонів, благодійний~ фонд~, правозахисники, правозахисний~ організація~, мнко
  ru n: правозащитник
  ru w: общественный~ организация~, хьюман райтс вотч, международная амнистия, красный крест, врачи без границ, правозащитники, правозащитный~ организация~, благотворительный фонд
  en n: human rights group, human rights organisation, human rights organization, aid group, rights group
  en w: human rights watch, hrw, amnesty, amnesty international, red cross, icrc, msf, doctors without borders, truth hounds, halo, halo trust, save the children, civil society, ngo, ngos, norwegian refugee council

institution:social_media
  uk n: телеграм+у, телеграм-канал+у, паблік+у, канал+у, чат+у, соцмережа, фейсбук+у, твітер+у, інстаграм+у, тікток+у, ютуб+у, вайбер+у, пост+у, телега
  uk w: телеграм канал, телеграм-канал, телеграм-канали, телеграм-каналі, телеграм-каналах, тг, тг-канал, тг-каналі, тг-канали, тг каналі, соцмережах, соціальний~ мережа~, місцевий~ паблік~, місцевий~ канал~, в інтернеті, в мережі, у мережі, у вайбері, в чаті, у чаті, моніторингові канали, моніторингових каналах, місцеві пабліки, труха, инсайдер, в групі, у групі, фб, монітор канал, вотсап
  ru n: телеграм, телеграм-канал, паблик, канал, чат, соцсеть+ж, фейсбук, твиттер, инстаграм, ютуб, вайбер, пост
  ru w: телеграм канал, телеграм-канал, телеграм-каналы, телеграм-канале, тг, тг-канал, тг-канале, соцсетях, социальный~ сеть, местные каналы, местные паблики, в интернете, в сети, в чате, в группе, мониторинговые каналы
  en n: telegram channel, channel, social network, facebook post, tweet, facebook group, viber group, local channel, telegram chat
  en w: telegram, facebook, twitter, instagram, tiktok, youtube, viber, whatsapp, social media, online, local channels, group chat, reddit, tg

# Beside these an institution speaks.
reporting:reporting
  uk v: повідомити, повідомляти+0, заявити, заявляти+0, сказати=сказав=сказала=сказали, казати=каже=кажуть=казав=казала=казали, інформувати, поінформувати, розповісти=розповів=розповіла=розповіли, розповідати, зазначити, написати=написав=написала=написали, писати=пише=пишуть=писав=писали, підтвердити, уточнити, додати, передати, передавати, задокументувати, документувати, встановити, опублікувати, показати=показав=показала=показали, оприлюднити, стверджувати+0, звітувати+0, запевнити, наголосити, говорити, бачити=бачив, читати=читав=читала=читали, прочитати, розслідувати, зафіксувати, верифікувати, довести=довів=довела=довели=доведено, порахувати, нарахувати
  uk w: станом на, зведення, зведення на, оперативна інформація, по состоянию на, сводка, сводка на, as of, за процесуального керівництва, за даними, за інформацією, за словами, зі слів, згідно з, про це, за повідомленням, як повідомили, як повідомляє, як повідомив, кажуть у, кажуть в, фото, відео, джерело, за свідченнями, інфо від
  ru v: сообщить, сообщать+0, заявить, заявлять+0, сказать=сказал=сказала=сказали, говорить=говорит=говорят=говорил, информировать, рассказать=рассказал=рассказала=рассказали, рассказывать+0, отметить, написать=написал=написала=написали, писать=пишет=пишут=писали, подтвердить, уточнить, добавить, передать=передал=передали=передала, передавать+0, задокументировать, опубликовать, показать=показал=показала=показали, утверждать+0, читать=читал=читала=читали, прочитать, выложить=выложил=выложили, расследовать, зафиксировать, доказать, насчитать, подсчитать
  uk w: по данным, по информации, по словам, со слов, согласно, об этом, по сообщению, как сообщили, как сообщает, как сообщил, источник, по версии
  en v: report, say/said, state, announce, tell/told, write/wrote, written, confirm, claim, document, verify, find/found, note, add, publish, post, show/shown, inform, investigate, read/read, see/saw, conclude, record, reveal, quote, count, prove, expose, identify, establish, estimate
  en w: according to, per, cited by, source, investigation, by the, data from, statement by, citing, via

# How the teller knows of it.
hearing:own_eyes
  uk w: сам бачив, сама бачила, бачив сам, бачила сама, бачив своїми очима, бачила своїми очима, своїми очима, на власні очі, власними очима, на моїх очах, я бачив, я бачила, ми бачили, бачив як, бачила як, бачили як, бачив, бачила, бачу, бачимо, очевидець, я був там, я була там, був там, була там, я там був, я там була, я знімав, я знімала, з балкона знімав, я свідок, на наших очах, бачу з вікна, бачили, стояв через дорогу, я сам постраждав, мене поранило, мене контузило, мене посікло, я поранений, я поранена, нас поранило, мене зачепило, я легко поранений, мені осколок, перед нами, перед нашими очима, у мене на очах, в нас на очах, побачив, побачила, по нашій машині, на нашому подвір'ї
  ru w: сам видел, сама видела, видел сам, видела сама, видел своими глазами, видела своими глазами, своими глазами, собственными глазами, на моих глазах, я видел, я видела, мы видели, видел как, видела как, видели как, видел, видела, видели, вижу, видим, очевидец, я был там, я была там, был там, была там, я там был, я там была, я снимал, я снимала, я свидетель, на наших глазах, вижу из окна, меня ранило, меня контузило, меня посекло, я ранен, я ранена, нас ранило, меня зацепило, увидел, увидела
  en w: i saw, we saw, saw it, with my own eyes, own eyes, eyewitness, i witnessed, we witnessed, i was there, we were there, i filmed, i watched, we watched, i can see, i see, we can see, saw with, in front of me, in front of us, i was injured, i was wounded, i got injured, i got wounded, right before my eyes, saw how, saw the drone, saw the missile, i am injured, i am wounded, i'm wounded, i'm injured

hearing:own_ears
  uk w: чув, чула, чули, почув, почула, почули, сам чув, сама чула, я чув, я чула, чутно, чути, було чутно, було чути, на слух, чуємо, чую, на власні вуха, чув вибух, чула вибух, чули вибух
  ru w: слышал, слышала, слышали, услышал, услышала, услышали, слышно, слышен, слышны, было слышно, на слух, слышим, слышу, слышал взрыв, слышала взрыв
  en w: i counted, i heard, we heard, heard it, could hear, heard an explosion, heard explosions, heard a, heard the, heard two, heard three, heard several, heard whistling, i can hear, we can hear, hear explosions, heard loud, heard

hearing:aftermath
  uk w: бачив наслідки, бачила наслідки, бачили наслідки, прийшов після, прийшла після, приїхав після, приїхала після, вже після обстрілу, уже після обстрілу, вже після удару, вже після прильоту, прийшли після, приїхали після, приїхав уже після, прийшла вже після, прийшов вже після, приїхали вже після, бачила вже після, бачив вже після, наступного дня бачив, після всього прийшов, коли приїхали вже, прийшов потім, бачив руйнування, бачила руйнування, був на місці після, коли прийшла, коли прийшов
  ru w: видел последствия, видела последствия, видели последствия, пришел после, пришла после, приехал после, приехала после, уже после обстрела, уже после удара, уже после прилета, приехали после, пришли после, приехал уже после, пришла уже после, приехала уже после, видел уже после, видел разрушения, видела разрушения, был на месте после
  en w: saw the aftermath, saw the damage, came after, arrived after, came later, got there after, arrived later, saw the destruction, went there after, came the next morning, when i got there, by the time i arrived, i arrived after, saw what was left, seen the aftermath

hearing:told
  uk w: мені сказали, мені розповіли, розповіли, розповідають, розказали, розказують, знайомі кажуть, сусіди кажуть, сусід каже, сусідка каже, сусіди казали, сусід казав, сусідка казала, мама каже, мама казала, тато каже, син каже, дочка каже, доця каже, сестра каже, брат каже, чоловік каже, дружина каже, кум каже, кума каже, друг каже, подруга каже, колега каже, бабуся каже, дідусь каже, родичі кажуть, друзі кажуть, подзвонила мама, подзвонив брат, телефонував, телефонувала, дзвонила, дзвонив, подзвонив, подзвонила, написали, переповідаю, зі слів, від знайомих, очевидці, за словами очевидців, за словами місцевих, мама пише, сестра пише, переказую, переслали, пересилаю, чув від, чула від, дізнався від, дізналась від, дізналася від, каже що, казав, казала, сказав що, сказала що, повідомила мама
  ru w: мне сказали, мне рассказали, рассказали, рассказывают, знакомые говорят, соседи говорят, сосед говорит, соседка говорит, сосед сказал, соседка сказала, мама говорит, мама сказала, папа говорит, сын говорит, дочь говорит, сестра говорит, брат говорит, муж говорит, жена говорит, друг говорит, подруга говорит, коллега говорит, бабушка говорит, родственники говорят, друзья говорят, позвонила мама, позвонил брат, звонила, звонил, позвонил, позвонила, написали, со слов, передаю со слов, от знакомых, очевидцы, по словам очевидцев, по словам местных, мама пишет, сестра пишет, пересылаю, переслали, слышал от, слышала от, узнал от, узнала от, говорит что, сказал что, сказала что
  en w: i was told, we were told, neighbours say, neighbors say, my neighbour says, my neighbor says, my neighbour told, my neighbor told, my neighbor said, my neighbour said, my mother says, my mother told, my mom says, my mum says, my sister says, she says, he says, my brother says, my brother told, my father says, my friend says, my friend told, friends say, relatives say, told me, heard from, eyewitnesses say, witnesses say, according to eyewitnesses, according to witnesses, according to locals, locals say, called me, someone said, somebody said, says that, my colleague says, my cousin says, i heard that, my wife says, my husband says, second hand, second-hand, passing on, forwarded

hearing:rumour
  uk w: кажуть, кажуть що, говорять, говорять що, люди кажуть, пишуть що, пишуть, чутки, з чуток, по чутках, за чутками, передають, казали, сказали що, переповідають
  ru w: говорят, говорят что, люди говорят, пишут что, пишут, слухи, по слухам, передают, сказали что
  en w: they say, people say, rumour, rumours, rumor, rumors, reportedly, hearsay

# What is seen afterwards, and what is heard from others.
trace:trace
  uk n: тіло, воронка/воронок, вирва/вирв, наслідок/наслідк, кров+ж, рація, радіо=радіо, згарище, хвостовик, розтяжка/розтяжок
  uk w: одного, стирчить, лежить
  ru n: тело, воронка/воронок, последствие=последствия, кровь+ж, рация, радио=радио, растяжка/растяжек
  ru w: одного, торчит, лежит
  en n: body, crater, hole, aftermath, ruin, radio
  en w: blood, there are, sticking out, lying

# How the kind of munition is known.
known:remains
  uk w: знайшли уламки, знайшли фрагменти, уламки касетної, знайдено фрагменти, знайдено уламки, на місці знайдено, хвостовик, виявлено уламки, вилучили уламки, вилучили фрагменти, вилучено уламки, знайшов уламки, знайшла уламки, знайшли хвостовик, знайшли касету від, знайшов осколки, за уламками, по уламках, маркування, знайшли залишки, знайшли рештки, знайшли двигун, серійний номер, знайшли частини, валяється хвостовик, уламки ракети лежать
  ru w: нашли обломки, нашли фрагменты, нашли осколки, найдены фрагменты, найдены обломки, на месте найдены, хвостовик, обнаружены обломки, изъяли обломки, нашел обломки, нашла обломки, нашли хвостовик, по обломкам, маркировка, нашли остатки, нашли двигатель, серийный номер, нашли части
  en w: found fragments, found debris, found remnants, found remains, fragments of the rocket, fragments of the missile, fragments were found, debris was found, remnants were found, found pieces, found the tail, tail section, found parts, remnants of a, remains of a, markings, serial number, fragments found, debris found, recovered fragments, recovered debris, wreckage found

# Who did it, as people call them. The words are kept as typed and stand for nothing else: no side is known to the product.
side:side
  uk n: росіянин, рашист, орк, москаль, окупант, загарбник, ворог, противник, агресор, бойовик, сепаратист, русня, русні, кацап, нацист
  uk w: росіяни, росія, росією, росії, рф, рашисти, рашистами, орки, окупанти, вороги, ворожий~ війська, ворожий~ військо, ворожий~ армія~, ворожий~ авіація~, ворожий~ сили, армія~ рф, війська рф, військами рф, військ рф, військо рф, сили рф, зс рф, збройні сили рф, збройних сил рф, військовослужбовці рф, військовослужбовцями рф, російські військовослужбовці, військові рф, військовими рф, військових рф, російський~ війська, російський~ військо, російськими військами, російських військ, російські військові, російськими військовими, російських військових, російський~ армія~, російський~ сили, російськими силами, російський~ окупант~, російський~ загарбник~, російський~ авіація~, російський~ солдат~, російський~ агресор~, російський~ артилерія~, країна-агресор, країна-агресорка, армія рф, армією рф, українські війська, українські військові, українська армія, українські сили, всу, зсу, збройні сили україни, збройних сил україни, днр, лнр, путінці, рашка, москалі, кацапи, ворожа артилерія, російські терористи, терористи
  ru n: россиянин, оккупант, враг, противник, агрессор, боевик, сепаратист, орк, рашист, русня
  ru w: россияне, русские, россия, рф, вражеский~ войска, армия~ рф, войска рф, войсками рф, войск рф, вс рф, вооруженные силы рф, российский~ войска, российскими войсками, российских войск, военнослужащие рф, российские военнослужащие, российские военные, российскими военными, российских военных, российский~ армия~, российский~ силы, российский~ оккупант~, российский~ авиация~, русские войска, русские военные, русские солдаты, российский~ артиллерия~, украинские войска, украинские военные, украинская армия, украинские силы, всу, вооруженные силы украины, днр, лнр, враги
  en n: occupier, invader, aggressor, separatist, rebel, militant, occupant
  en w: the enemy, enemy, enemy forces, enemy troops, russians, the russians, russia, russian forces, russian troops, russian army, the russian army, russian military, the russian military, russian soldiers, russian aviation, russian artillery, russian aircraft, russian armed forces, russian occupiers, russian invaders, the russian federation, russian federation, russian air force, ukrainians, ukrainian forces, ukrainian troops, ukrainian army, the ukrainian army, ukrainian military, the ukrainian military, armed forces of ukraine, ukrainian armed forces, ukrainian artillery, ukraine's armed forces, russian side, russian fleet, russian warplanes, russian jets

side-adjective:side
  uk a: російський, ворожий, український, московський
  ru a: российский, вражеский, русский, украинский
  en w: russian, ukrainian, enemy, russia's

# What an attack is called, after such an adjective.
attack-noun:attack
  uk n: обстріл+у, удар+у, атака, авіаудар+у, приліт/прильот+у, наліт/нальот+у, влучання, дрон, шахед, ракета, безпілотник, каб+у, снаряд, авіабомба, артилерія, авіація, обстріли, бомба, міномет, артобстріл+у, ракетний удар
  uk w: бпла
  uk w: ракетний~ удар~, ракетний~ обстріл~, артилерійський~ обстріл~, fpv-дрон, fpv дрон, масований~ обстріл~, масований~ атака~, масований~ удар~, ударний~ дрон~, фпв-дрон, fpv, фпв, нічний~ атака~, безпілотний~ апарат~
  ru n: обстрел, удар, атака, авиаудар, прилет, налет, дрон, беспилотник, шахед, ракета, снаряд, авиабомба, артиллерия, авиация, бомба
  ru w: ракетный~ удар~, артиллерийский~ обстрел~, массированный~ атака~, массированный~ удар~, бпла
  en n: shelling, strike, attack, airstrike, missile, drone, missile strike, missile attack, drone attack, drone strike, air strike, bombing, bombardment, artillery fire, bomb, shell, barrage, guided bomb, glide bomb, artillery strike, rocket attack, aerial bomb, aerial attack, overnight attack
  en w: artillery, fpv, fpv drone, fpv drones, shahed, shaheds, kab, ballistic missile, ballistic missiles

# Whom these are followed by is blamed.
blaming:blaming
  uk v: звинуватити, звинувачувати+0
  ru v: обвинить, обвинять+0
  en v: blame, accuse
# A side that only speaks claims, and is claimed of nothing.
claiming:claiming
  uk v: заявити, заявляти+0, стверджувати+0, заперечити, заперечувати+0, повідомити, повідомляти+0, казати=каже=кажуть, говорити, готувати, звинуватити, звинувачувати+0, планувати, збирати
  ru v: заявить, заявлять+0, утверждать+0, отрицать+0, сообщить, сообщать+0, говорить+0, обвинить, обвинять+0, готовить+0
  en v: claim, say/said, deny, accuse, report, prepare, plan+n, blame
# Before a side these make it what was attacked.
aimed:aimed
  uk w: по, проти, позиції, позиціях, позиціям, на
  ru w: по, против, позиции, позициях
  en w: on, at, against, positions, into
`;
