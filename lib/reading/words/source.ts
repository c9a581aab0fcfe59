import type { SourceKind } from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';

export const sourceWords: readonly Entry<readonly SourceKind[]>[] = [
  [
    ['own_eyes'],
    'бачив, бачила, бачили, сам бачив, сама бачила, бачив сам, бачила сама, видел, видела, видели, сам видел, сама видела, видел сам, видела сама, своїми очима, своими глазами, на власні очі, власними очима, собственными глазами, на моїх очах, на моих глазах, очевид*, свідок, свідком, свидетель, свидетелем, був там, була там, я там був, я там була, були там, был там, была там, были там, был на месте, saw, saw it myself, i saw, we saw, own eyes, with my own eyes, eyewitness*, eye witness*, witness, witnessed, i was there, was there, we were there, being there, myself, saw it, особисто, лично, personally, перебував на місці, я сам постраждав, я сама постраждала, мене поранило, меня ранило, i was injured, i was hit',
  ],
  [
    ['own_ears'],
    'чув, чула, чули, сам чув, сама чула, чув сам, чула сама, чув вибух*, чула вибух*, чули вибух*, слышал, слышала, слышали, сам слышал, сама слышала, слышал взрыв*, слышала взрыв*, слышали взрыв*, heard, i heard, heard it, heard it myself, we heard, own ears, only heard, heard the explosion*, heard explosion*, тільки чув, тільки чула, только слышал, только слышала, на слух, почув, почула, услышал, услышала',
  ],
  [
    ['aftermath'],
    'наслідк*, последств*, після обстрілу, после обстрела, прийшов після, прийшла після, пришел после, пришла после, приїхав після, приїхала після, приехал после, приехала после, бачив наслідки, бачила наслідки, видел последствия, видела последствия, бачив уже після, побачив потім, вже після, уже після, уже после, потом увидел*, came after, came later, arrived after, arrived later, aftermath, after the attack, after it happened, the damage, saw the damage, saw the aftermath, saw the results, бачив руйнування, бачила руйнування, видел разрушения, видела разрушения, бачив уламки, бачила уламки, видел обломки, видела обломки, знайшов, знайшла, знайшли, нашел, нашла, нашли, found, found it, i found it, приїхали на місце, на місці потім',
  ],
  [
    ['told'],
    'сказал*, сказав, сказали, сказала, казав, казала, казали, каже, кажуть, розповіл*, розповів, розповідав, розповідала, розповідають, рассказал*, рассказыва*, говорять, говорят, говорил*, сусід*, сосед*, знайом*, знаком*, друг, друга, друзі, друзья, подруг*, родич*, родственник*, мама, мати, батько, тато, папа, бабуся, брат, сестра, дружина, муж, жена, колега, коллега, від людей, от людей, люди кажуть, люди говорят, чув від, чула від, слышал от, слышала от, дізнався від, дізналася від, дізналась від, узнал от, узнала от, чутк*, слухи, по слухам, з чуток, мені сказали, мне сказали, was told, told, told me, i was told, someone told, somebody told, they told, they say, people say, neighbour*, neighbor*, friend*, relative*, my mother, my father, my brother, my sister, my wife, my husband, heard from, from people, hearsay, rumour*, rumor*, second hand, second-hand, secondhand, подзвонил*, позвонил*, зателефонував, зателефонувала, from others',
  ],
  [
    ['prosecutor'],
    "прокурор*, прокуратур*, генпрокур*, офіс генпрокурора, офіс генерального прокурора, офис генпрокурора, офис генерального прокурора, огпу, prosecutor*, prosecution, prosecutor general*, prosecutors office, prosecutor's office, обласна прокуратура, областная прокуратура, слідч*, следоват*, следствие, слідство, investigator*",
  ],
  [
    ['regional_administration'],
    'ова, ода, мва, рва, овa, обласна військова адміністрація, обласної військової адміністрації, обласній військовій адміністрації, обласна адміністрація, областная администрация, областная военная администрация, областной военной администрации, військова адміністрація, військової адміністрації, военная администрация, военной администрации, військов* адміністрац*, военн* администрац*, адміністрац*, администрац*, голова ова, глава ова, глава ова, начальник ова, начальник ова, губернатор*, governor*, regional administration*, regional military administration*, military administration*, oblast administration*, oblast military administration*, local administration*, local authorit*, regional authorit*, regional head, head of the region*, administration, міськрада, мер, мэр, мера, мэра, мером, mayor*, міський голова, міського голови, городской голова, municipality, city council, місцева влада, местные власти, хова, zova, rma, ова повідомила, староста, starosta, голова громади, глава громады, начальник мва',
  ],
  [
    ['government'],
    'уряд*, правительств*, міністерств*, министерств*, міноборони, минобороны, генштаб*, генеральний штаб, генеральный штаб, general staff, дснс, гсчс, мчс, мвс, мвд, поліці*, полици*, нацполіці*, нацполици*, сбу, гур, президент*, зеленськ*, зеленск*, кабмін*, кабмин*, government*, ministry*, ministr*, minister, police, emergency service*, state emergency service, ses, sbu, president*, zelensk*, official*, офіційн*, официальн*, влада, власти, чиновник*, authorities, рятувальник*, спасател*, повітряні сили, воздушные силы, air force, армія, всу, зсу, armed forces',
  ],
  [
    ['united_nations'],
    'оон, united nations, un, ohchr, овчпл, увкпч, упвcпл, юнісеф, юнисеф, unicef, ocha, увкб, unhcr, верховний комісар оон, верховный комиссар оон, мониторинговая миссия оон, моніторингова місія оон, моніторингова місія, un monitoring mission, hrmmu, high commissioner*, комісар оон, магате, iaea, воз, вооз, who agency, world health organization',
  ],
  [
    ['monitor'],
    'моніторинг*, мониторинг*, monitor*, cluster munition monitor, landmine monitor, airwars, acled, bellingcat, белінгкет, беллингкет, белингкет, осінт, osint, обсє, обсе, osce, конфліктна розвідка, cit, conflict intelligence team, deepstate, діпстейт, isw, спостерігач*, наблюдател*, observer*, discord map',
  ],
  [
    ['newsroom'],
    'журналіст*, журналист*, змі, сми, новин*, новост*, газет*, телебач*, телевид*, телевізор*, телевизор*, тб, тв, по тв, радіо, радио, суспільн*, громадське, українська правда, украинская правда, уп, рбк-україна, рбк украина, уніан, униан, укрінформ, укринформ, ліга, тсн, 1+1, news*, newspaper*, newsroom*, media, press, пресa, преса, пресі, пресса, пресе, tv, television, radio, journalist*, reporter*, report on tv, cnn, bbc, бі-бі-сі, бібісі, би-би-си, бибиси, reuters, рейтер*, ap, associated press, afp, new york times, nyt, guardian, washington post, видан*, издан*, стаття, статті, статья, статье, article*, correspondent*, кореспондент*, корреспондент*, kyiv independent, радіо свобода, радио свобода, rfe, медуза, meduza, расследован*, розслідуван*, investigation*',
  ],
  [
    ['ngo'],
    "громадськ* організац*, общественн* организац*, нго, ngo, ngos, нуо, human rights watch, hrw, хьюман райтс*, г'юман райтс*, amnesty*, амнест*, правозахис*, правозащит*, human rights*, charity, благодійн* фонд*, благотворит*, фонд, волонтер*, volunteer*, червоний хрест, красный крест, red cross, msf, лікарі без кордонів, врачи без границ, doctors without borders, truth hounds, хьюман, мнко, civil society, halo trust, hi, humanity & inclusion, icrc",
  ],
  [
    ['social_media'],
    'соцмереж*, соцсет*, соціальн* мереж*, социальн* сет*, телеграм*, телеграмм*, телега, телезі, телеге, тг, тг-канал*, tg, telegram*, паблік*, паблик*, канал*, чат*, чаті, чате, фейсбук*, фб, facebook*, fb, твіт*, твит*, twitter*, x com, tweet*, інстаграм*, инстаграм*, instagram*, insta, тікток*, тикток*, tiktok*, tik tok, ютуб*, youtube*, вайбер*, viber*, whatsapp*, вотсап*, ватсап*, інтернет*, интернет*, internet, online, social media*, social network*, social, channel*, chat, chats, group chat, пост, пості, посте, post, posts, posted, відео в мережі, видео в сети, мережі, сети, read online, вичитав, вичитала, інет*, инет*, reddit',
  ],
  [
    ['told', 'social_media', 'newsroom'],
    'читав, читала, прочитав, прочитала, читали, читал, прочитал*, писали, пишуть, пишут, написали, read, read about it, i read, i read it, read it',
  ],
];
