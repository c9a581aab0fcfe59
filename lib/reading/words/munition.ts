import type { Delivery, Munition } from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';

/** What a word says of the munition: each type that it may mean, and what carried it where the word says so. */
export type MunitionWord = Readonly<{
  types: readonly Munition[];
  delivery?: Delivery;
  /** Means this only as a whole answer: in a long text it may be about anything. */
  loose?: true;
}>;

const of = (type: Munition, delivery?: Delivery): MunitionWord => ({ types: [type], delivery });
const anyOf = (types: readonly Munition[], delivery?: Delivery): MunitionWord => ({ types, delivery });

export const munitionWords: readonly Entry<MunitionWord>[] = [
  [
    of('cluster_munition'),
    'касет*, кассет*, касетк*, касетн*, касета, касети, кластер*, cluster, clusters, cluster munition*, cluster bomb*, cluster shell*, cluster warhead*, cluster weapon*, kaset*, kasset*, касетний боєприпас, dpicm, дпісм, касетный боеприпас, розкидає бомбочки, бомбочки розлетілися, bomblets everywhere, шарова бомба, шариковые бомбы, шариковая бомба, кулькова бомба, кулькові бомби',
  ],
  [
    of('cluster_munition', 'missile'),
    'касетна ракет*, касетні ракет*, касетною ракет*, касетними ракет*, касетної ракет*, касетную ракет*, касетна бч, касетна бойова частина, касетною бойовою частиною, касетною бч, касетной боевой частью, кассетная ракет*, кассетные ракет*, кассетной ракет*, кассетными ракет*, cluster missile*, точка-у касетна, точка-у з касетною, точка-у с кассетной',
  ],
  [
    of('cluster_munition', 'rocket_launcher'),
    'cluster rocket*, касетний град, касетні гради, касетний смерч, касетний ураган, касетні реактивні снаряди, касетними реактивними снарядами, кассетные реактивные снаряды',
  ],
  [
    of('cluster_munition', 'aircraft'),
    'касетна бомба, касетні бомби, касетними бомбами, касетну бомбу, кассетная бомба, кассетные бомбы, кассетную бомбу, кассетными бомбами, рбк, рбк-500, рбк-250, rbk, rbk-500',
  ],
  [
    of('cluster_munition', 'artillery_shell'),
    'касетний снаряд, касетні снаряди, касетними снарядами, касетним снарядом, кассетный снаряд, кассетные снаряды, кассетными снарядами',
  ],
  [
    of('rocket_artillery', 'rocket_launcher'),
    'град, граду, градом, граді, градів, граді, гради, градами, градах, града, грады, градов, grad, grads, бм-21, bm-21, рсзв, рсзо, mlrs, реактивн*, реактивна артилерія, реактивной артиллерии, смерч, смерча, смерчі, смерчі, смерчем, смерчами, смерчів, смерчи, смерчу, smerch, smerchs, ураган, урагана, урагани, ураганом, ураганами, ураганів, ураганы, ураганов, урагану, uragan, uragans, hurricane rocket*, торнадо, tornado-s, tornado-g, хаймарс*, хімарс*, химарс*, himars, хаймерс*, gmlrs, м270, m270, вільха, ольха, вампір рсзв, рсзв вампір, rocket launcher, rocket launchers, multiple rocket launcher*, multiple launch rocket*, rocket artillery, пакет граду, пакет градів, пакетом граду, пакет града, катюша, катюші, катюши, реактивні снаряди, реактивные снаряды, реактивна система, реактивная система',
  ],
  [
    of('tube_artillery', 'artillery_shell'),
    'артилері*, артиллери*, арта, арту, арти, арты, артою, артой, артобстріл*, артобстрел*, artillery, гаубиц*, howitzer*, ствольн*, artillery shell*, гіацинт, гиацинт, мста, мста-с, мста-б, акація, акация, піон, пион, малка, 152-мм, 152 мм, 152мм, 155-мм, 155 мм, 152mm, 155mm, 152-mm, 155-mm, 122-мм, арт снаряд*, артснаряд*, гармат*, пушк*, цезарь, caesar, м777, m777, д-30, д-20',
  ],
  [
    anyOf(['tube_artillery', 'rocket_artillery', 'mortar', 'tank_or_direct_fire']),
    'снаряд, снаряди, снаряду, снаряда, снарядом, снарядами, снаряды, снарядів, снарядов, shell, shells',
  ],
  [
    of('mortar', 'artillery_shell'),
    'міномет*, мінометн*, минoмет*, миномет*, минометк*, мінами 120, мінометка, mortar*, mortar bomb*, mortar shell*, minomet*, 120-мм, 120 мм, 120мм, 82-мм, 82 мм, 82мм, 120mm, 82mm, тюльпан, мінометний, мінометні міни, мінометна міна, минометная мина, минометные мины, 120-ка, 120-ті, 82-ка, самовар',
  ],
  [
    of('tank_or_direct_fire', 'artillery_shell'),
    'танк, танка, танку, танки, танком, танками, танків, танков, танкових, танковий, танковый, танковим, танковые, танкова, танковая, tank, tanks, tank fire, tank shell*, tank round*, бмп, бтр, прямою наводкою, прямой наводкой, пряма наводка, прямая наводка, direct fire, птур, птурами, птуром, atgm, anti-tank missile*, протитанков* ракет*, рпг, rpg, рпг-7, граник, граник, спг, гранатомет*, grenade launcher, корнет',
  ],
  [
    of('ballistic_missile', 'missile'),
    'балістик*, балістичн*, балистик*, балистическ*, ballistic*, іскандер*, искандер*, iskander*, ісканд*, кінжал*, кинжал*, kinzhal*, kinjal*, dagger missile, точка-у, точки-у, точкою-у, точку-у, точкой-у, точка у, точки у, точкою у, точку у, точками у, tochka, tochka-u, tochka u, tochka-us, аеробалістичн*, аэробаллистич*, баллистич*, балістична ракета, баллистическ* ракет*, kn-23, кндр ракета, північнокорейськ*, atacms, атакмс, атакамс, гіперзвуков*, гиперзвуков*, hypersonic, орешнік, орєшнік, орешник, oreshnik',
  ],
  [
    of('cruise_missile', 'missile'),
    'крилат*, крылат*, cruise, cruise missile*, калібр*, калибр*, kalibr*, caliber missile*, х-101, х101, x-101, x101, х-555, x-555, х-22, х22, x-22, x22, kh-22, kh-101, kh101, kh22, х-32, x-32, kh-32, х-59, x-59, kh-59, х-69, x-69, kh-69, х-31, x-31, kh-31, х-35, х-55, kh-55, онікс*, оникс*, oniks, onyx, p-800, п-800, циркон*, zircon*, tsirkon, storm shadow, шторм шедоу, сторм шедоу, скальп, томагавк*, tomahawk*, нептун*, neptune, крилата ракета, крылатая ракета, іскандер-к, искандер-к, iskander-k',
  ],
  [
    of('air_defence_missile', 'missile'),
    'с-300, c-300, s-300, с300, c300, s300, с 300, s 300, с-400, c-400, s-400, s 400, зенітн*, зенитн*, anti-aircraft missile*, air defence missile*, air defense missile*, surface-to-air*, surface to air*, buk, бук, буком, буку, бука, уламки ппо, обломки пво, ракета ппо, ракета пво, ракета-перехоплювач, patriot, петріот*, панцир, панцирь, pantsir, тор-м, зур',
  ],
  [
    of('guided_bomb', 'aircraft'),
    'каб, кабу, каба, кабом, каби, кабів, кабами, кабы, кабов, кабі, кабик*, kab, kabs, керован*, керована авіабомба, керовані авіабомби, керованих авіабомб*, керованими авіабомб*, керована авіаційна бомба, керованими авіаційними бомб*, керованих авіаційних бомб, керован* бомб*, управляем* бомб*, управляем* авиабомб*, управляем* авиационн* бомб*, корректируем* авиабомб*, guided bomb*, guided aerial bomb*, glide bomb*, gliding bomb*, планерн*, планувальн* бомб*, плануюч* бомб*, плануюч* авіабомб*, планирующ* бомб*, планирующ* авиабомб*, кориговна, коригован* авіабомб*, умпк, умпб, umpk, umpb, фаб з умпк, фаб з умпб, фаб с умпк, фаб-500 з умпк, фаб-250 з умпк, jdam, джидам, крилата бомба, fab with umpk, д-30сн, хаммер, hammer bomb, gbu',
  ],
  [
    of('unguided_bomb', 'aircraft'),
    'фаб, фабу, фаба, фабом, фаби, фабів, фабами, фабы, фабов, fab, fabs, фаб-100, фаб-250, фаб-500, фаб-1500, фаб-3000, fab-250, fab-500, fab-1500, некерован* бомб*, некерована авіабомба, некерован* авіабомб*, неуправляем* бомб*, неуправляем* авиабомб*, unguided bomb*, dumb bomb*, free-fall bomb*, вільнопадаюч* бомб*, свободнопадающ* бомб*, одаб неуправляемая, звичайна авіабомба, обычная авиабомба',
  ],
  [
    anyOf(['guided_bomb', 'unguided_bomb'], 'aircraft'),
    'бомба, бомби, бомбу, бомбою, бомбами, бомб, бомбы, бомбой, бомбить, бомбили, бомбили, бомбардуван*, бомбежк*, бомбили з літака, авіабомб*, авиабомб*, авіаудар*, авиаудар*, авіаналіт*, авианалет*, авіаційн*, авиационн*, авіація, авиация, авіацією, авиацией, авіа, авиа, bomb, bombs, bombing, bombed, aerial bomb*, airstrike*, air strike*, air bomb*, air-dropped bomb*, скинули бомбу, сбросили бомбу, літак скинув, самолет сбросил, dropped a bomb, dropped bombs, bomba',
  ],
  [
    { ...of('air_defence_missile', 'missile'), loose: true },
    'ппо, пво, зрк, air defence, air defense, interceptor',
  ],
  [{ ...of('small_arms'), loose: true }, 'стріляли, стреляли'],
  [
    { ...anyOf(['guided_bomb', 'unguided_bomb'], 'aircraft'), loose: true },
    'літак, літаки, літака, самолет, самолеты, самолета, jet, jets, plane, planes, aircraft, штурмовик, су-34, су-25',
  ],
  [
    of('loitering_munition', 'drone'),
    'шахед*, шахєд*, шахід*, шахид*, shahed*, shahid*, shaheed*, мопед, мопеди, мопеда, мопедом, мопедами, мопедів, мопеды, мопедов, moped, mopeds, герань, герані, геранью, геранями, герани, гераней, герань-2, geran, geran-2, geranium, балалайка, балалайки, газонокосарк*, газонокосилк*, lawnmower*, ланцет*, lancet*, дрон-камікадзе, дрони-камікадзе, дроном-камікадзе, дронами-камікадзе, дронів-камікадзе, дрон камікадзе, дрон-камикадзе, дроны-камикадзе, дроном-камикадзе, дронами-камикадзе, дронов-камикадзе, камікадзе, камикадзе, kamikaze, kamikaze drone*, suicide drone*, ударний дрон, ударні дрони, ударним дроном, ударними дронами, ударних дронів, ударный дрон, ударные дроны, ударными дронами, ударний бпла, ударним бпла, ударні бпла, ударными бпла, ударный бпла, ударного бпла, ударних безпілотник*, ударним безпілотник*, ударными беспилотник*, attack drone*, strike drone*, loitering munition*, one-way attack drone*, баражуюч*, барражирующ*, молнія, молния, гербера, герберу, гербери, gerbera, італмас, италмас, бпла типу шахед, бпла типа шахед, fpv-дрон крило',
  ],
  [
    of('dropped_by_drone', 'drone'),
    'фпв, fpv, fpvs, фпв-дрон*, fpv-дрон*, fpv drone*, fpv-drone*, фпвшк*, фпвиш*, ефпіві, дрон скинув, дрон скидав, дрон скинула, дрон сбросил, дрон сбрасыва*, дрони скида*, дроны сбрасыва*, скид, скиди, скидом, скиду, скидами, сброс, сбросы, сбросом, сброса, скинули з дрона, скинуто з дрона, скинув з дрона, скинули з безпілотника, скинули з коптера, скинули з дрону, скинули гранату з дрона, скинули вибухівку з дрона, скинули вибухівку з безпілотника, скинув гранату, скинув вибухівку, скинув боєприпас, скинули боєприпас, сбросил гранату, сбросили с дрона, сбросили с беспилотника, сбросили с коптера, сбросил боеприпас, сброшено с дрона, dropped * from a drone, dropped * * from a drone, dropped * from drone, скинули * з дрона, скинув * з дрона, скинули * з безпілотника, сбросили * с дрона, сбросил * с дрона, drone dropped, drones dropped, drone dropping, drone-dropped, dropped by drone, dropped by a drone, dropped from a drone, dropped from drone, drone drop, drop from a drone, drone grenade, dropped a grenade, dropped an explosive, explosive from a drone, explosives from a drone, вибухівку з дрона, взрывчатку с дрона, мавік*, мавик*, mavic*, коптер*, квадрокоптер*, quadcopter*, баба-яга, баба яга, бабу ягу, на оптоволокні, на оптоволокне, оптоволокн*, fiber-optic drone*',
  ],
  [
    anyOf(['loitering_munition', 'dropped_by_drone'], 'drone'),
    'дрон, дрона, дрону, дроном, дрони, дронів, дронами, дроны, дронов, drone, drones, бпла, uav, uavs, безпілотник*, беспилотник*, безпілотн*, беспилотн*, uas, птах, пташка, птичка, dron, drony, unmanned*',
  ],
  [
    anyOf(['ballistic_missile', 'cruise_missile', 'air_defence_missile'], 'missile'),
    'ракета, ракети, ракету, ракетою, ракетами, ракет, ракеты, ракетой, ракете, ракетн*, raketa, rakety, missile, missiles, missile strike*, ракетний удар, ракетный удар, прильот ракети, прилет ракеты',
  ],
  [
    anyOf(['rocket_artillery', 'ballistic_missile', 'cruise_missile', 'air_defence_missile']),
    'rocket, rockets, rocket strike*',
  ],
  [
    of('incendiary'),
    'запальн*, зажигат*, зажигал*, incendiar*, фосфор*, phosph*, phosphorus, white phosphorus, терміт, терміту, термітн*, термит, термитн*, thermite, напалм*, napalm, магнієв*, магниев*, магній, дракон термітний, dragon drone',
  ],
  [
    of('thermobaric'),
    "термобар*, thermobaric*, вакуумн*, vacuum bomb*, сонцепьок*, сонцепек*, солнцепек*, solntsepyok, solntsepek, соснопік, тос-1, тос-1а, tos-1, tos-1a, буратіно, буратино, джміль, шмель, одаб, одаб-500, одаб-1500, odab, об'ємно-детонуюч*, объемно-детонирующ*, об'ємного вибуху, объемного взрыва, fuel-air*, fuel air*, aerosol bomb",
  ],
  [
    of('anti_personnel_mine', 'planted'),
    'протипіхотн*, противопехотн*, anti-personnel*, antipersonnel*, anti personnel*, landmine*, розтяжк*, растяжк*, tripwire*, trip wire*, пмн, пмн-2, pmn, мон-50, мон-90, mon-50, озм, озм-72, ozm, понь, міна протипіхотна, жабка, прыгающая мина, стрибаюча міна, мон, тріпваєр, розтяжці, pom-3, пом-3, пом-2',
  ],
  [
    of('anti_vehicle_mine', 'planted'),
    'протитанкова міна, протитанкові міни, протитанкову міну, протитанковій міні, протитанкової міни, протитанковою міною, противотанковая мина, противотанковые мины, противотанковую мину, противотанковой мине, противотанковой миной, протитанков*, противотанков*, протитранспортн*, противотранспортн*, anti-tank mine*, antitank mine*, anti tank mine*, anti-vehicle*, antivehicle*, anti vehicle*, птм, птм-3, птм-1, тм-62, тм-62м, тм62, tm-62, tm62, тм-72, танкова міна, танковая мина, ptm',
  ],
  [
    of('scatterable_mine'),
    'пелюстк*, пелюстц*, пелюсток, пелюстка, пелюстки, лепесток, лепестк*, лепесточ*, petal mine*, petal*, butterfly mine*, butterfly, pfm, pfm-1, pfm1, пфм, пфм-1, пфм-1с, пфм1, дистанційн* мінув*, дистанційне мінування, дистанційно замінували, дистанційного мінування, дистанционн* минирован*, scatterable*, scattered mines, remotely delivered mine*, метелик, метелики, мина-бабочка, міна-метелик, бабочка, pelustk*, lepestok',
  ],
  [
    anyOf(['anti_personnel_mine', 'anti_vehicle_mine', 'scatterable_mine'], 'planted'),
    'міна, міни, міну, міні, міною, мін, мінами, мінах, мина, мину, мине, мины, миной, минами, минах, мин, mine, mines, mina, міна або снаряд, замінован*, заминирован*, підірвався на міні, подорвался на мине, mined, мінне, минное',
  ],
  [
    of('unexploded_submunition'),
    'суббоєприпас*, суббоеприпас*, субмуніц*, суббоєпр*, submunition*, bomblet*, бойовий елемент, бойові елементи, бойового елемента, бойових елементів, бойовий елемент касет*, касетний елемент, касетні елементи, касетного елемента, касетних елементів, кассетный элемент, кассетные элементы, кассетных элементов, боевой элемент, боевые элементы, боевых элементов, нерозірвана касета, нерозірвані касети, нерозірвані касетні, неразорвавшаяся кассета, неразорвавшиеся кассеты, неразорвавшиеся кассетные, елемент касети, елементи касети, элемент кассеты, бомблет*, кулька від касети, шоаб, 9н235, 9н210, 9n235, 9n210, cluster bomblet*, cluster submunition*, unexploded cluster*, unexploded submunition*, unexploded bomblet*, залишки касети, дзвіночок, dpicm bomblet',
  ],
  [
    of('other_unexploded'),
    'нерозірван*, не розірва*, невибух*, не вибухнула, не вибухнув, неразорв*, не разорв*, не взорвал*, unexploded*, uxo, erw, вибухонебезпечн*, взрывоопасн*, нерозірваний снаряд, неразорвавшийся снаряд, unexploded shell*, unexploded bomb*, unexploded ordnance, unexploded rocket*, dud, duds, стирчить із землі, стирчить з землі, торчит из земли, боєприпас лежить',
  ],
  [
    of('improvised_device', 'planted'),
    'саморобн*, самодельн*, саморобний вибуховий пристрій, свп, сву, ied, ieds, improvised*, пастк*, ловушк*, booby trap*, booby-trap*, boobytrap*, закладка з вибухівкою, замінована машина, заминированная машина, car bomb, вибуховий пристрій, взрывное устройство, explosive device*',
  ],
  [
    of('grenade'),
    'граната, гранати, гранату, гранатою, гранат, гранаты, гранатой, grenade*, ф-1, f-1 grenade, ргд, ргд-5, лимонк*, вог, воги, вог-25, вог-17, вог-ами, vog, ргн, hand grenade*',
  ],
  [
    of('chemical_agent'),
    'хім*, хімічн*, химическ*, химия, хімія, chemical*, хлорпікрин*, хлорпикрин*, газ к-51, к-51, сльозогінн*, слезоточив*, tear gas, gas grenade*, отруйн*, отравляющ*, ядовит*, хлор, chlorine, cs gas, sarin, зарин, отруйний газ, chloropicrin',
  ],
  [
    of('small_arms'),
    'стрілян*, стрілецьк*, стрельб*, стрелков*, кулемет*, кулемет, пулемет*, автомат*, автоматн*, снайпер*, sniper*, куля, кулі, кулею, кулями, кульов*, пуля, пули, пулей, пулями, пулевое, gunfire, gun fire, guns, gun, rifle*, bullet*, shooting, shot at, shots, machine gun*, machine-gun*, machinegun*, small arms, розстріл*, расстрел*, обстріляли з автоматів, перестрілк*, перестрелк*',
  ],
  [
    { ...of('other'), loose: true },
    'інше, інша, інший, іншого, щось інше, інша зброя, другое, другой, иное, что-то другое, other, something else, another, другое оружие, нічого з цього, none of these, ничего из этого, торпед*, вогнемет*, огнемет*, flamethrower',
  ],
];

/** Types that say what the munition held or did; a type named beside them is what carried it. */
export const payloads: readonly Munition[] = [
  'cluster_munition',
  'unexploded_submunition',
  'incendiary',
  'thermobaric',
  'chemical_agent',
  'scatterable_mine',
];

/** Where both are named the first is meant: "снаряд Граду", "мінометна міна", "ФПВ камікадзе", "граната з дрона". */
export const absorbs: Readonly<Partial<Record<Munition, readonly Munition[]>>> = {
  rocket_artillery: ['ballistic_missile', 'cruise_missile', 'air_defence_missile'],
  mortar: ['anti_personnel_mine', 'anti_vehicle_mine', 'scatterable_mine'],
  dropped_by_drone: ['loitering_munition', 'grenade'],
  unexploded_submunition: ['cluster_munition', 'other_unexploded'],
  scatterable_mine: ['anti_personnel_mine'],
  air_defence_missile: ['ballistic_missile', 'cruise_missile'],
};
