import type { SourceKind } from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';

/** Institutions by names that a long account uses for nothing else. */
export const institutionWords: readonly Entry<SourceKind>[] = [
  [
    'prosecutor',
    "прокурор*, прокуратур*, обласн* прокуратур*, областн* прокуратур*, генпрокур*, офіс* генпрокурора, офіс* генерального прокурора, офис* генпрокурора, офис* генерального прокурора, prosecutor*, prosecutor general*, prosecutor general's office, prosecutor's office, prosecutors' office, regional prosecutor*",
  ],
  [
    'regional_administration',
    'ова, хова, мва, рва, ода, обласн* військов* адміністрац*, областн* военн* администрац*, військов* адміністрац*, военн* администрац*, військово-цивільн* адміністрац*, обласн* адміністрац*, областн* администрац*, районн* адміністрац*, районн* администрац*, адміністрац*, администрац*, очільник ова, очільник області, голова ова, голова області, начальник ова, глава ова, глава области, губернатор*, мер, мера, мэр, мэра, міськ* голова, міськ* голови, городской голова, міськрада, сільськ* голова, голова громади, староста, regional military administration*, military administration*, regional administration*, oblast administration*, oblast military administration*, city administration*, governor*, mayor*, regional head, city council',
  ],
  [
    'government',
    'дснс, гсчс, рятувальники, спасатели, поліці*, полици*, нацполіці*, нацполици*, генштаб*, генеральний штаб, генеральный штаб, general staff, міноборони, минобороны, міністерств*, министерств*, мвс, мвд, сбу, уряд, правительство, президент*, зеленськ*, зеленск*, повітряні сили, воздушные силы, air force, police, state emergency service, emergency service*, ministry, government, interior minister, zelensky*, zelenskiy*, defence ministry, ministry of defence',
  ],
  [
    'united_nations',
    'оон, un, united nations, ohchr, увкпл, увкпч, овчпл, моніторингов* місі* оон, мониторингов* мисси* оон, hrmmu, unicef, юнісеф, юнисеф, un human rights monitor*, un human rights office, un monitors, un monitoring mission',
  ],
  [
    'monitor',
    'cluster munition monitor, landmine monitor, bellingcat, белінгкет, беллингкет, airwars, acled, обсє, обсе, osce, conflict intelligence team',
  ],
  [
    'newsroom',
    'cnn, bbc, бібісі, бі-бі-сі, бибиси, би-би-си, reuters, рейтер*, associated press, ap, afp, new york times, nyt, guardian, washington post, суспільне, суспільного, громадське, українська правда, украинская правда, української правди, укрінформ*, укринформ*, уніан, униан, інтерфакс*, интерфакс*, радіо свобода, радио свобода, tsn, тсн, kyiv independent, ukrinform, suspilne, журналісти, журналисты, журналістів, змі, сми, новинах, новостях, newspaper, rfe/rl, al jazeera, sky news, der spiegel, le monde',
  ],
  [
    'ngo',
    'human rights watch, hrw, amnesty, amnesty international, truth hounds, red cross, червон* хрест*, красн* крест*, правозахисник*, правозащитник*, halo trust, лікарі без кордонів, doctors without borders, msf, humanity & inclusion, human rights group',
  ],
  [
    'social_media',
    'телеграм-канал*, телеграмм-канал*, телеграм канал*, тг-канал*, тг канал*, канал, каналі, каналу, канали, каналы, канале, каналах, паблік*, паблик*, телеграмі, телеграме, телеграм, фейсбук*, facebook, соцмереж*, соцсет*, чаті, чате, чатах, інтернеті, интернете, інстаграм*, инстаграм*, твітер*, твиттер*, telegram channel*, telegram, twitter, social media, on facebook, online chat, tiktok, тікток*, тикток*, viber*, вайбер*',
  ],
];

/** What newsrooms, monitors and organisations do; prosecutors do it too, and say nothing by it. */
export const inquiryWords = 'розслідув*, расследов*, investigat*';

/** What a source does; beside an institution it makes it the source. */
export const reportVerbs =
  "повідом*, сообщ*, заяв*, утвержд*, стверджу*, зазнач*, отметил*, уточн*, розпов*, рассказ*, пиш*, написа*, передає, передает, передають, передают, кажуть, каже, сказа*, говор*, інформу*, информиру*, за даними, за інформацією, за словами, по данным, по информации, по словам, згідно, согласно, інформує, опублік*, опубликов*, довів, довела, довели, доказал*, встановил*, установил*,  з'ясува*, задокументув*, задокументирова*, зафіксув*, зафиксирова*, читав, читала, прочитав, прочитала, читал, прочитал*, вичитав, вичитала, джерело, источник, report, reports, reported, reporting, said, says, say, according, stated, states, informed, announced, wrote, writes, documented, found, confirmed, verified, concluded, published, posted, read";

export type Hearing =
  | 'own_eyes'
  | 'own_ears'
  | 'aftermath'
  /** Somebody told the person. */
  | 'told'
  /** It is being said: of the whole only when the account opens with it. */
  | 'rumour';

/** Sentences about how the person knows. */
export const hearingWords: readonly Entry<Hearing>[] = [
  [
    'own_eyes',
    'сам бачив, сама бачила, бачив сам, бачила сама, самі бачили, я бачив, я бачила, ми бачили, бачив це, бачила це, це бачила, це бачив, я це бачив, я це бачила, бачив як, бачила як, бачили як, своїми очима, власними очима, на власні очі, на моїх очах, я свідок, я був свідком, я була свідком, очевидець, сам видел, сама видела, видел сам, видела сама, я видел, я видела, мы видели, видел как, видела как, видели как, своими глазами, собственными глазами, на моих глазах, я свидетель, очевидец, я был там, я была там, я там був, я там була, i saw, i only saw, we saw, i witnessed, saw it myself, with my own eyes, my own eyes, i watched, i am a witness, i was there, eyewitness',
  ],
  [
    'own_ears',
    'чув вибух*, чула вибух*, чули вибух*, чула два, чув два, чула один, чув один, чула сильн*, чув сильн*, чули сильн*, чула, чув, чули, я чув, я чула, ми чули, чув як, чула як, чули як, почув, почула, почули, слышал взрыв*, слышала взрыв*, слышали взрыв*, я слышал, я слышала, мы слышали, слышал, слышала, слышали, слышал как, слышала как, услышал, услышала, i heard, we heard, heard an explosion, heard explosions, heard the explosion',
  ],
  [
    'aftermath',
    'бачив наслідки, бачила наслідки, бачили наслідки, видел последствия, видела последствия, прийшла вже після, прийшов вже після, прийшли вже після, прийшов після, прийшла після, приїхав після, приїхала після, приїхали після, приїхали вже після, пришел после, пришла после, приехали после, приехал после, приехала после, бачив тільки наслідки, saw the aftermath, came after, arrived after, i arrived later, saw the damage, saw the results',
  ],
  [
    'told',
    'зі слів, со слов, передаю слова, пересилаю, пересылаю, переслали, переслано, forwarded from, forwarding, за словами очевид*, зі слів очевид*, со слов очевид*, по словам очевид*, за словами місцев*, по словам местн*, за словами сусід*, по словам сосед*, очевидці каж*, очевидці розпов*, очевидцы говор*, очевидцы рассказ*, очевидці повідом*, очевидцы сообщ*, eyewitnesses said, eyewitnesses say, witnesses said, witnesses say, according to witnesses, according to eyewitnesses, according to locals, according to neighbours, according to neighbors, сусід* каж*, сусід* сказ*, сусід* розпов*, сусід* говор*, сосед* говор*, сосед* сказ*, сосед* рассказ*, сосед* говорит, мама сказ*, мама каже, мама говорит, мама рассказ*, позвонил* мама, подзвонил* мама, дзвонила мама, звонила мама, позвонил*, подзвонил*, зателефонува*, друг сказ*, друг каже, друг говорит, друг розпов*, подруга сказ*, подруга каже, подруга говорит, знайом* каж*, знайом* сказ*, знайомі сказ*, знакомые сказ*,  знайом* розпов*, знаком* говор*, знаком* сказ*, знаком* рассказ*, родич* каж*, родич* сказ*, родич* розпов*, родственник* говор*, брат каже, брат сказ*, брат говорит, сестра каже, сестра сказ*, сестра говорит, люди кажуть, кажуть люди, люди говорят, говорят люди, місцеві кажуть, местные говорят, телефонував, телефонувала, дзвонив, дзвонила, подзвонив, подзвонила, звонил, звонила, звонили, мені сказали, мне сказали, нам сказали, сказали що, сказали что, розповіли що, рассказали что, чув від, чула від, чули від, слышал от, слышала от, слышали от, за чутками, з чуток, по слухам, чула що, чув що, чули що, слышал что, слышала что, neighbour* say*, neighbor* say*, neighbour* said, neighbor* said, neighbour* told, neighbor* told, friend says, friend said, friend told, my mother says, my mother said, my mother told, my brother says, my brother said, my sister says, my sister said, relatives say, relatives told, people say, people are saying, locals say, they say, i was told, we were told, told me, i heard that, i heard there, heard there, i heard from, we heard that, we heard from, heard that',
  ],
  [
    'rumour',
    'каже, говорить, говорит, розповідає, рассказывает, кажуть, говорят, пишуть, пишут, пишуть що, пишут что, he says, she says, he said, she said, they say',
  ],
];

/** People close to the person, and what they do when they tell: with a word or two between, somebody told it. */
export const closePeople =
  'мама, мати, тато, батько, батьки, бабуся, дідусь, брат, сестра, син, дочка, донька, доця, дружина, кум, кума, подруга, друг, друзі, сусід, сусідка, сусіди, знайомий, знайома, знайомі, родич, родичі, родичка, колега, тітка, дядько, свекруха, теща, родственник, родственники, папа, отец, мать, родители, бабушка, дедушка, сын, дочь, жена, муж, подружка, друзья, сосед, соседка, соседи, знакомый, знакомая, знакомые, тетя, дядя, mother, mom, mum, father, dad, parents, grandmother, grandma, brother, sister, son, daughter, wife, husband, friend, friends, neighbour, neighbor, neighbours, neighbors, relative, relatives, cousin, aunt, uncle';
export const tellingVerbs =
  'каже, кажуть, казав, казала, казали, сказав, сказала, сказали, говорить, говорила, говорив, говорит, говорят, говорил, говорила, говорили, сказал, пише, пишуть, писав, писала, писали, написав, написала, написали, пишет, пишут, писал, написал, передає, передала, передал, передав, розповів, розповіла, розказав, розказала, розказали, розказує, розповідає, розповіли, рассказал, рассказала, рассказали, рассказывает, подзвонив, подзвонила, подзвонили, дзвонила, дзвонив, позвонил, позвонила, позвонили, звонила, звонил, повідомила, повідомив, сообщила, сообщил, says, said, say, told, tells, writes, wrote, texted, called, messaged';

/** Words with which munition is known from what is left of it. */
export const remainsTelling =
  'уламк*, фрагмент*, рештк*, залишки ракет*, залишки снаряд*, обломк*, осколк*, остатки ракет*, остатки снаряд*, хвостовик*, хвостова частина, хвостовая часть, fragments, fragment, debris, remnants, wreckage, tail section, remains of a, remains of the, parts of the rocket, parts of the missile';
export const foundTelling =
  'знай*, знайден*, знайшл*, знайшов, нашл*, нашел, найден*, обнаруж*, виявл*, виявил*, вилуч*, изъя*, found, recovered, collected, discovered, seized, зібра*, собра*, лежать, лежат, судячи, судя, за уламками, по обломкам, based on, на фото, on the photo, photo shows';

/** Words beside which a time is that of the report, or of the alarm. */
export const publishTelling =
  'тривога, тревога, відбій, отбой, alert, станом, по состоянию, as of, повідом*, сообщ*, опублік*, опублик*, заяв*, допис від, пост від, пост от, reported, published, posted, announced, post of, statement of';

/** Somebody else's senses. */
export const somebodyElse =
  'хтось, кто-то, кто, хто, anyone, someone, somebody, everyone, він, вона, он, она, he, she, they, сусід*, сосед*, neighbo*, люди, people';
