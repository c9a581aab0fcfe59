import type { Effect, Phase } from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';

/**
 * Words that are telling in the middle of a long account, where most words of the single questions ("будинок", "пожежа",
 * "чула") may be about anything.
 */

export const phaseTelling: readonly Entry<Phase>[] = [
  [
    'attack',
    "атак*, обстріл*, обстрел*, обстреля*, обстріля*, удар по, удару по, удари по, удары по, ударив, ударила, ударили, вдарив, вдарили, вдарила, удару, удар, удара, ударом, ударів, удари, удары, ударов, нанес* удар*, завда* удар*, нанос* удар*, прильот*, прилет*, прилетел*, прилетіл*, прилетів, прилетить, прилетает, приліт*, прилёт*, влуч*, поцілив, поцілила, поцілили, поцілило, гупал*, гупнул*, попал в, попала в, попали в, попало в, попадан*, бахнул*, бахкал*, бабахнул*, бабахає, бахає, бахкає, бахает, бахают, гахнул*, гахкал*, гахає, гупає, гупнуло, громыхнул*, громыхал*, жахнул*, жахнуло, довбан*, довбануло, гатять, гатили, гатил, насипал*, насыпал*, прилетало, прилітає, прилітало, прилітали, прилетает, крили, кроют, обстрелива*, обстрілю*, loud bang, huge bang, big bang, loud bangs, bangs, гепнул*, рвонул*, рвануло, гримнул*, грохнул*, вибух прогримів, прогримів вибух, пролунал* вибух*, прогремел*, вибух, вибухи, вибуху, вибухів, взрыв, взрывы, взрыва, взрывов, накрил*, накрыл*, били по, бив по, бьют по, б'ють по, били, по нам били, вдарило, бомбил*, бомбардува*, розбомбил*, разбомбил*, авіаудар*, авиаудар*, авіаналіт*, артобстріл*, артобстрел*, ракетн* удар*, стріляли, стреляли, стріляють, стреляют, стріляє, стрілянин*, стрельб*, розстріл*, расстрел*, розірвався, розірвалась, розірвалася, розірвалося, розірвалися, разорвался, разорвалась, разорвалось, взорвался, взорвалась, вибухнув, вибухнула, вибухнуло, вибухнули, скид, скиди, скидом, сброс, сбросы, балістика по, баллистика по, балістикою по, каб по, каби по, кабом по, кабами по, шахед по, шахеди по, шахедом по, шахедами по, ракета по, ракетою по, ракетами по, дрон по, дроном по, дронами по, касетами по, градами по, градом по, луплять по, лупили по, лупят по, скинув, скинула, скинули, сбросил*, випустил*, выпустил*, застосувал*, применил*, розкрил* ракет*, раскрыл* ракет*, збил*, збитого, сбит*, ракета впала, впала ракета, упала ракета, ракета упала, falling on, impacted, landed in, landed on, landed near, rained down, attack*, strike, strikes, struck, hit, hits, shelled, shelling, shells, bombed, bombing, bombard*, airstrike*, air strike*, fired, fell on, explosion*, exploded, blast*, dropped, used, raid*, launched",
  ],
  [
    'remnant',
    'знешкод*, обезвре*, розмінов*, разминир*, defused, neutralised, neutralized, demined, в руках вибухн*, у руках взорвал*, підняв з землі, підняла з землі, подобрал*, підібрав, підібрала, picked up a, picked up an, picked it up, знайшл* на, знайшл*, знайшов, знайшли у, знайдено предмет, нашл*, нашел, обнаружил*, виявил*, виявив, нерозірван*, неразорв*, невибухл*, не вибухн*, не взорвал*, не розірв*, не разорв*, вибухонебезпечн* предмет*, взрывоопасн* предмет*, підозріл* предмет*, подозрит* предмет*, found a, found an, found in, we found, i found, unexploded*, uxo, dud, duds, suspicious object*, підірва*, подорва*, підривa*, наступив, наступил*, наїхав, наїхала, наїхали, наехал*, розтяжк*, растяжк*, hit an anti tank mine, hit an anti personnel mine, hit a landmine, struck an anti tank mine, hit an explosive device, stepped on, drove over, set off a mine, triggered a mine, hit a mine, struck a mine, замінован*, заминирован*, на міні, на міну, на мине, на мину, у руках вибухн*, взорвал* у него в руках, взорвал* у нее в руках, взорвал* у них в руках, вибухн* у нього в руках, вибухн* в руках, взорвал* в руках, взорвалась в руках, взорвался в руках, вибухнула в руках, вибухнув у руках, exploded in his hands, exploded in her hands',
  ],
];

export const effectTelling: readonly Entry<Effect>[] = [
  [
    'one_big_explosion',
    'один вибух, один великий вибух, один сильний вибух, один потужний вибух, один дуже сильний вибух, великий вибух, сильний вибух, потужний вибух, гучний вибух, величезний вибух, страшний вибух, один взрыв, большой взрыв, один большой взрыв, один сильный взрыв, один мощный взрыв, сильный взрыв, мощный взрыв, громкий взрыв, огромный взрыв, one explosion, one big explosion, one huge explosion, one loud explosion, single explosion, big explosion, huge explosion, massive explosion, loud explosion, powerful explosion, big blast, huge blast, loud bang, big bang, huge bang, one big bang, гучно бахнуло, сильно бахнуло, сильно гепнуло, громко бахнуло, сильно рвонуло, гучно вибухнуло',
  ],
  [
    'many_small_explosions',
    'багато вибухів, багато маленьких вибухів, багато дрібних вибухів, багато малих вибухів, багато невеликих вибухів, маленькі вибухи, дрібні вибухи, серія вибухів, серію вибухів, серією вибухів, серия взрывов, серию взрывов, серией взрывов, много взрывов, много маленьких взрывов, много мелких взрывов, много небольших взрывов, мелкие взрывы, множество взрывов, множество мелких взрывов, безліч вибухів, безліч дрібних вибухів, many explosions, many small explosions, lots of small explosions, lots of explosions, small explosions, multiple explosions, series of explosions, series of small explosions, dozens of explosions, dozens of small explosions, десятки вибухів, десятки дрібних вибухів, десятки малих вибухів, десятки маленьких вибухів, десятки взрывов, десятки мелких взрывов, десятки маленьких взрывов, dozens of little explosions, вибухів підряд, взрывов подряд, вибухи підряд, взрывы подряд, explosions in a row, як петарди, как петарды, like firecrackers, like fireworks, вибухи один за одним, взрывы один за другим, explosions one after another, посипались вибухи',
  ],
  [
    'whistling_series',
    'свист, свистіло, свистіли, свистів, засвистіло, свистел*, свистом, засвистел*, whistling, whistled, whistle, howling, screeching, whooshing, залп, залпи, залпы, залпів, залпов, залпами',
  ],
  [
    'drone_then_explosion',
    'дзижч*, жужж*, жужел*, гул мопеда, звук мопеда, звук мопедів, звук мопедов, звук дрона, звук двигуна, звук моторчика, моторчик*, гул дрона, гул двигуна, тарахт*, торохт*, дрон а потім вибух, дрон і потім вибух, дрон потім вибух, летів дрон, летел дрон, дрон летів, дрон летел, buzzing, drone buzzing, drone then explosion, buzzing drone, heard a drone, heard the drone, чули дрон, чув дрон, чула дрон, чули шахед, чула шахед, чув шахед, слышали дрон, sounded like a moped, like a moped, like a motorbike, like a motorcycle, по звуку мопед, по звуку дрон, за звуком мопед, звук як мопед, sound of a moped, sound like a moped, moped sound, engine sound, lawnmower sound, like a lawnmower, як газонокосарка, как газонокосилка, як мопед, как мопед',
  ],
  [
    'fire_hard_to_put_out',
    "не могли загасити, не можуть загасити, не вдавалося загасити, не могли потушить, не удавалось потушить, не могут потушить, не тушится, не гаситься, не гасне, важко загасити, трудно потушить, білі іскри, белые искры, вогняний дощ, огненный дождь, іскри з неба, искры с неба, couldn't put out, could not put out, could not be put out, hard to put out, hard to extinguish, could not extinguish, couldn't extinguish, impossible to put out, white sparks, burning sparks, sparks falling, rain of fire",
  ],
  [
    'object_found_unexploded',
    "лежить нерозірван*, лежить біля, лежить у, лежить на, лежит у, лежит на, лежит возле, не розірва*, не вибухнув, не вибухнула, не вибухнуло, не взорвал*, не разорвал*, did not explode, didn't explode, not exploded, failed to explode, підозрілий предмет, подозрительный предмет, suspicious object, стирчить, торчит, sticking out, lies in, lying in, lying on, lying near",
  ],
  [
    'explosion_when_touched',
    'наступив на, наступила на, наступил на, підірвався, підірвалась, підірвалася, підірвалися, підірвались, подорвался, подорвалась, подорвались, подорвалися, у руках вибухн*, взорвалась в руках, взорвался в руках, взорвалась у него в руках, вибухнула в руках, вибухнув у руках, вибухнуло в руках, взяв у руки, взяла в руки, взял в руки, взяли в руки, підняв і вибухн*, наїхав на, наїхала на, наїхали на, наехал на, наехала на, наехали на, stepped on, drove over, ran over a mine, picked it up and, exploded in his hands, exploded in her hands, exploded in their hands, when he touched, when she touched, when touched, set off a mine, hit a mine, hit an anti tank mine, hit an anti personnel mine, hit a landmine, struck an anti tank mine, struck a mine, triggered a mine',
  ],
];

/** A sound that is only drone_then_explosion when an explosion is spoken of too. */
export const explosionTelling =
  'вибух*, розірва*, разорва*, взрыв*, взорва*, бахну*, гепну*, рвону*, рвану*, explo*, blast*, boom, bang, влучи*, попал*, прилет*, прильот*, удар*, вдарил*, hit, struck';

/** Words after or before which a building is what was hit. */
export const hitTelling =
  'влуч*, поціл*, спікірув*, спикирова*, вріза*, врізав, вреза*, влетів, влетіл*, влетел*, попал*, попадан*, прилетіл*, прилетів, прилетел*, прильот*, прилет*, приліт*, удар*, вдарил*, вдарив, ударил*, ударив, били по, бив по, били, обстріл*, обстрел*, пошкод*, поврежд*, поврежден*, зруйнова*, зруйнув*, разруш*, розбит*, разбит*, розбомбил*, разбомбил*, знищен*, знищил*, уничтож*, побит*, побило, згорі*, сгоре*, горить, горів, горіла, горіло, горіли, горят, горел*, загорі*, загорел*, пожежа в, пожежу в, пожар в, пожежа у, понівечен*, вибит* вікн*, выбит* окн*, впал* на, впали на, впав на, впав у, упал на, упала на, упали на, упали в, уламки на, обломки на, применил*, применя*, застосува*, застосов*, використ*, использова*, used, use of, вцілил*, накрил*, накрыл*, розстріля*, расстреля*, стрілянин*, атакува*, атакова*, атакував, falling on, impacted, impact, hit, hits, struck, strike on, strikes on, strike, strikes, shelled, shelling of, damaged, damage to, destroyed, destroying, damaging, fell on, fell into, landed on, landed in, burned, burnt, burning, burns, attacked, attack on, bombed, targeted, slammed into, crashed into, on fire, fired, скинув, скинули, сбросил*, скинув гранату, dropped, стріляли по, стреляли по, fired at';

/** Words that only place something beside a building, or bring people to it. */
export const besideTelling =
  'біля, коло, поблизу, недалеко від, неподалік, неподалік від, поруч з, поруч із, поряд з, поряд із, навпроти, за, перед, возле, около, рядом с, недалеко от, вблизи, напротив, у дороги, near, next to, beside, close to, opposite, outside, behind, around, везуть у, везуть в, повезли в, повезли у, доставили в, доставили у, доставили до, доставлен* до, доставлен* в, привезли в, привезли до, привезли у, госпіталізован* до, госпіталізован* в, госпіталізували до, госпіталізували в, госпитализирован* в, увезли в, забрали в, забрали до, лікуються в, знаходяться в, перебувають в, перебувають у, находятся в, померла в, помер у, помер в, умер в, скончался в, taken to, rushed to, brought to, hospitalized in, died in, being treated in, стояли в, стояли у, живу в, живемо в, працюю в, працює в, працював у, стояли в черзі, учитель, вчитель, вчителька';

/** Words that place troops or their things somewhere. */
export const militaryTelling: readonly Entry<'position'>[] = [
  [
    'position',
    "військов* частин*, військову частину, военн* част*, воинск* част*, військов* баз*, военн* баз*, військов* склад*, военн* склад*, військов* об'єкт*, военн* объект*, військов* техн*, военн* техник*, військов* полігон*, військов* містечк*, військов* аеродром*, позиції всу, позиции всу, позиції зсу, позиція ппо, позиции пво, позиції військ*, позиции военн*, позиція наших, наші позиції, наши позиции, наші військові, наши военные, наші хлопці стоять, наши ребята стоят, казарм*, блокпост*, блок-пост*, командний пункт, командный пункт, штаб, штабу, штабі, штабе, штаба, склад бк, склад боєприпасів, склад боеприпасов, окопалися, окопалися в, окопались, окопались в, окопується, окопуються, розташувал*, розташовані військ*, располож* войск*, дислок*, базуються, базуется, базується, базируются, soldiers are living, soldiers live, soldiers living, soldiers are hiding, are firing from, firing from behind, стріляють з-за, стріляють із-за, стреляют из-за, військові живуть, живуть військові, военные живут, живут военные, живут солдаты, живуть солдати, оселилися військові, заселились военные, наші стріляють, наши стреляют, наша арта працює, наша арта работает, наші гармати стоять, гармати стоять, танки стоять, техніка стоїть, техника стоит, танки стоят, наші танки, наші гармати, наша артилерія, наша ппо, наши танки, наша артиллерия, наше пво, наша пво, placed bases, bases in, стояли наші військові, наші військові стояли, стояли наші хлопці, стоять танки, стоїть танк, стоят танки, стоит танк, стоїть техніка, стоит техника, стоять військові, стояли військові, стояли наші, стоят военные, стояли военные, стояли солдати, стоят солдаты, стоїть ппо, стоит пво, стоять гради, стоят грады, стоїть арта, стоит арта, стоять гармати, стоїть с-300, стоять с-300, колона техніки, колонна техники, колона танків, колонна танков, колона військ*, рухається колона, едет колонна, движется колонна, працює ппо біля, військкомат*, военкомат*, тцк, military base*, military unit*, military facilit*, military position*, military equipment, military vehicle*, military warehouse*, military depot*, army base*, barracks, ammunition depot*, ammo depot*, command post*, checkpoint*, air base*, airbase*, military airfield*, troops are stationed, soldiers were stationed, troops were stationed, soldiers stationed, troops stationed, soldiers are in, soldiers living in, troop position*, positions of our, our troops are, tanks are parked, tanks are standing, convoy of tanks, military convoy, column of tanks",
  ],
];

/** Things that are standing somewhere are no munition used. */
export const standingTelling =
  'стоять, стоїть, стоят, стоит, стояли, окопал*, окопуют*, розташован*, расположен*, дислок*, базу*, базир*, parked, stationed, standing, рухається, рухаються, движется, движутся, їде, едет, їдуть, едут, заїхали, заехали, зайшли';

export const hedgeTelling =
  'мабуть, мабудь, може, можливо, може бути, напевно, напевне, певно, ймовірно, імовірно, схоже, схоже на, здається, наче, неначе, ніби, нібито, вроде, вроде бы, похоже, похоже на, кажется, наверное, наверно, возможно, может, может быть, вероятно, скорее всего, скоріше за все, скоріш за все, якийсь, якась, какой-то, какая-то, maybe, perhaps, possibly, probably, likely, looks like, looked like, seems like, seemed like, sounded like, i think, might, could have been, may have been, apparently, не впевнен*, не уверен*, not sure, думаю, гадаю';

/** Doubt said after the thing doubted. */
export const doubtTelling =
  'точно не знаю, не впевнен*, не уверен*, not sure, не точно, здається, кажется, мабуть, наверное, i think, i guess, guess, напевно';

/** Pieces that can no longer explode. */
export const fragmentTelling =
  'уламк*, фрагмент*, обломк*, осколк*, рештк*, хвостовик*, fragment*, debris, remnants, wreckage, тіл*, тело, body, bodies';
export const findingTelling = 'знай*, знайшл*, знайден*, нашл*, нашел, обнаруж*, вияв*, found';

/** What makes "nobody" a thought rather than knowledge. */
export const nobodyDoubtWords =
  'здається, наче, начебто, неначе, ніби, нібито, вроде, вроде бы, кажется, мабуть, наверное, i think, i guess, i hope, apparently, seems, seemingly, надіюсь, сподіваюсь, надеюсь, не впевнен*, не уверен*, not sure, думаю';
