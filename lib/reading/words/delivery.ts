import type { Delivery } from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';

/** What carried the munition, named by itself; the names of munitions say it too (words/munition.ts). */
export const deliveryWords: readonly Entry<readonly Delivery[]>[] = [
  [
    ['missile'],
    'ракета, ракети, ракету, ракетою, ракетами, ракет, ракеты, ракетой, ракетн*, missile*, іскандер*, искандер*, iskander*, точка-у, точки-у, точкою-у, точку-у, tochka*, калібр*, калибр*, kalibr*, балістик*, балістичн*, баллистич*, балистик*, ballistic*, крилат*, крылат*, cruise*, с-300, c-300, s-300, кінжал*, кинжал*, kinzhal*, х-22, х-101, x-22, kh-22, kh-101',
  ],
  [
    ['rocket_launcher'],
    'рсзв, рсзо, mlrs, град, граду, градом, гради, градів, градами, града, грады, градов, grad, grads, смерч*, smerch, ураган*, uragan, торнадо, himars, хаймарс*, реактивн*, rocket launcher*, multiple rocket launcher*, multiple launch*, реактивна система, реактивна установка, реактивными системами, реактивні снаряди, реактивні установки, rocket artillery, rocket system*',
  ],
  [['missile', 'rocket_launcher'], 'rocket, rockets'],
  [
    ['artillery_shell'],
    'снаряд*, артилері*, артиллери*, арта, артою, артой, арты, арти, shell, shells, shelling, artillery*, гаубиц*, howitzer*, міномет*, миномет*, mortar*, танк, танка, танком, танки, танку, tank, tanks, гармат*, пушк*, з землі, с земли, наземн*, ground, from the ground',
  ],
  [
    ['aircraft'],
    'літак, літака, літаку, літаком, літаки, літаків, літаків, самолет*, авіа*, авиа*, aircraft, plane*, airplane*, jet, jets, warplane*, bomber, fighter, бомбардувальник*, бомбардировщик*, винищувач*, истребител*, вертоліт*, вертолет*, гелікоптер*, helicopter*, з повітря, с воздуха, from the air, by air, air, airstrike*, air strike*, су-34, су-25, су-24, ту-95, бомба, бомби, бомбу, бомбы, каб, каби, кабы, фаб, bomb, bombs',
  ],
  [
    ['drone'],
    'дрон*, drone*, бпла, uav, uavs, безпілотн*, беспилотн*, шахед*, shahed*, коптер*, квадрокоптер*, quadcopter*, мопед*, moped*, фпв, fpv, герань, герані, geran*, ланцет*, lancet*, мавік*, mavic*',
  ],
  [
    ['ship'],
    'корабел*, корабл*, кораб*, ship, ships, фрегат*, frigate, катер*, судн*, море, моря, морем, морськ*, морск*, sea, from the sea, by sea, warship*, підводн*, подводн*, submarine*, флот*, navy, naval, vessel*, з моря, с моря',
  ],
  [
    ['planted'],
    'закладен*, заложен*, заклали, заложили, замінован*, заминирован*, заминировали, замінували, міна, міни, мины, мина, міну, мину, planted, buried, laid, mine, mines, зарита, закопан*, встановлен*, установлен*, розтяжк*, растяжк*, лежало в землі, лежала на землі, лежало на земле, лежав, лежала, лежало, лежали, під землею, под землей, placed, left there, вже була там',
  ],
];
