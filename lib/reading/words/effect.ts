import type { Effect } from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';

export const effectWords: readonly Entry<readonly Effect[]>[] = [
  [
    ['one_big_explosion'],
    'один вибух, один великий вибух, один сильний вибух, один потужний вибух, один мощный взрыв, великий вибух, сильний вибух, потужний вибух, дуже сильний вибух, гучний вибух, страшний вибух, величезний вибух, один взрыв, один большой взрыв, один сильный взрыв, большой взрыв, сильный взрыв, мощный взрыв, громкий взрыв, огромный взрыв, one explosion, one big explosion, one large explosion, one huge explosion, single explosion, a single explosion, big explosion, large explosion, huge explosion, massive explosion, loud explosion, powerful explosion, one blast, big blast, huge blast, massive blast, loud blast, one boom, big boom, one bang, big bang, loud bang, huge boom, бахнуло, бабахнуло, гепнуло, рвонуло, рвануло, жахнуло, єбнуло, йобнуло, ебануло, гримнуло, грохнуло, гучно вибухнуло, сильно вибухнуло, вибухова хвиля, взрывная волна, shock wave, shockwave, blast wave, величезна вирва, воронк*, вирва, crater',
  ],
  [
    ['many_small_explosions'],
    'багато вибухів, багато маленьких вибухів, багато дрібних вибухів, багато малих вибухів, маленькі вибухи, дрібні вибухи, серія вибухів, серії вибухів, серією вибухів, серия взрывов, серии взрывов, серией взрывов, много взрывов, много маленьких взрывов, много мелких взрывов, мелкие взрывы, маленькие взрывы, множество взрывов, безліч вибухів, many explosions, many small explosions, lots of small explosions, lots of explosions, small explosions, multiple explosions, multiple small explosions, series of explosions, a series of explosions, a series of small explosions, series of small explosions, dozens of small explosions, dozens of explosions, десятки вибухів, десятки взрывов, десятки дрібних вибухів, тріскот*, тріщало, трещотк*, треск, трещало, тріск, як петарди, петарди, петарды, как петарды, firecracker*, like fireworks, fireworks, як салют, салют, фейєрверк*, фейерверк*, crackling, popping, popcorn, popcorn-like, попкорн, горох, як горох, как горох, посипалось, посипалися, посыпалось, посыпались, sprinkled, розлетілося, розсипало*, рассыпал*, кілька вибухів поспіль, кілька вибухів підряд, несколько взрывов подряд, several explosions in a row, several explosions one after another, вибухи один за одним, взрывы один за другим, explosions one after another, багато разів бахнуло, густо рвалося, рвалося скрізь',
  ],
  [
    ['whistling_series'],
    'свист, свисту, свистіло, свиста, свистів, свистіли, свистящ*, свистел*, свистом, свистячий, засвистіло, засвистело, свистить, свистит, whistl*, шипіння, шипело, шурхіт, шелест, шелестів, шелестіло, шелестело, hissing, hiss, whoosh*, screech*, вило, виття, вой, завывание, howl*, шум снарядів, залп, залпи, залпу, залпа, залпы, залпами, salvo*, volley*, виходи, вихід, серія пострілів, шурх, серия выстрелов, барабанний дріб, один за одним свистіли',
  ],
  [
    ['drone_then_explosion'],
    'дзижч*, дзижчання, жужж*, жужел*, гул мопеда, звук мопеда, звук двигуна, звук мотора, звук мопед*, звук дрона, звук моторчика, моторчик*, гудів, гуділо, гудело, гудение, гудіння, гул двигуна, гул мотора, гул дрона, тарахт*, тарахкотів, торохт*, летів дрон, летел дрон, пролетів дрон, дрон летів, дрон потім вибух, дрон і вибух, дрон а потім вибух, дрон потом взрыв, дрон и взрыв, дрон, дрона, дрону, дроном, дрони, дроны, дронів, дронов, drone, drones, drone then explosion, drone and explosion, drone sound, drone noise, buzz*, humming, hum, engine sound, engine noise, motor sound, sound of a moped, sound of an engine, moped sound, шахед*, мопед*, shahed*, moped*, бпла, безпілотн*, беспилотн*, lawnmower*, lawn mower*, motorbike*, motorcycle*, мотоцикл*, бензопил*, chainsaw*, коптер*, fpv, фпв',
  ],
  [
    ['fire_hard_to_put_out'],
    "пожеж*, пожар*, вогон*, вогню, огонь, огня, огнем, горіло, горить, горіла, горів, горіли, горело, горит, горел, горела, горели, загорілося, загорілась, загорелось, загорелся, полум*, пламя, палало, пылало, полыхал*, палав, не могли загасити, не можуть загасити, не гаситься, важко загасити, не могли потушить, не тушится, не гасне, не потушить, фосфор*, фосфорн*, білі іскри, белые искры, вогняний дощ, огненный дождь, іскри з неба, искры с неба, fire, fires, burned, burning, burnt, blaze*, flames, flame, white sparks, sparks, phosphorus, couldn't put out, could not put out, hard to put out, hard to extinguish, не можно потушить, іскр*, искр*, burns",
  ],
  [
    ['object_found_unexploded'],
    "знайшл*, знайшов, знайден*, знахідк*, находк*, нашл*, нашел, найден*, лежить, лежать, лежит, лежат, валяється, валяется, стирчить, торчит, предмет*, нерозірван*, неразорв*, невибух*, не вибухнул*, не вибухнув, не розірвал*, не взорвал*, не разорвал*, unexploded*, found, object*, dud, duds, didn't explode, did not explode, not exploded, uxo, lying*, виявил*, виявив, обнаружил*, боєприпас лежить, підозрілий предмет, подозрительный предмет",
  ],
  [
    ['explosion_when_touched'],
    'наступил*, наступив, підірва*, подорва*, взяв у руки, взяла в руки, взял в руки, взял в руку, підняв, підняла, поднял, подняла, доторкну*, торкну*, дотронул*, прикоснул*, тронул, зачепив, зачепила, задел ногой, зацепил*, наїхав, наїхала, наїхали, наїзд*, наехал*, наезд*, stepped on, stepping on, touched, touching, picked up, picked it up, drove over, ran over, triggered, tripped, walked on, kicked, когда тронул, розтяжк*, растяжк*, коли торкн*, in his hands, in the hands, в руках, detonated when, exploded when, граблями, копав город, копал огород, копали, під час оранки, трактор*, tractor*, комбайн*',
  ],
  [
    ['one_big_explosion', 'many_small_explosions'],
    'вибух, вибухи, вибуху, вибухів, вибухнуло, взрыв, взрывы, взрыва, взрывов, взорвалось, explosion, explosions, blast, boom, bang, exploded',
  ],
  [
    ['other'],
    'інше, щось інше, другое, что-то другое, other, something else, інший звук, нічого з цього, ничего из этого, none of these, none of the above',
  ],
];
