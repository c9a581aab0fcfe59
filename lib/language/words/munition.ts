/**
 * Munitions. A value is each type that the word may mean, then after `>` what carried it where the word says so. `*`: it means
 * this only as a whole answer; in a long text it may be about anything.
 */
export const munitionWords = `
munition:cluster_munition
  uk n: касета, касетка/касеток, кластер, касетниця
  uk a: касетний, кластерний
  uk w: касетний~ боєприпас~, касетний~ бч, касетний~ заряд~, розкидає бомбочки, бомбочки розлетілися, шарова бомба, кулькова бомба, кулькові бомби, дпісм
  ru n: кассета, кассетка/кассеток, кластер
  ru a: кассетный, кластерный
  ru w: кассетный~ боеприпас~, касетный~ боеприпас~, шариковая бомба, шариковые бомбы, шариковых бомб
  en n: cluster munition, cluster bomb, cluster weapon, cluster warhead, cluster shell
  en w: cluster, clusters, dpicm, clustered, bomblets everywhere, kaset, kasetni, kasetnyi, kassety

munition:cluster_munition>missile
  uk w: касетний~ ракета~, касетний~ боєголовка~, ракета~ з касетною бойовою частиною, ракета~ з касетною, з касетною бойовою частиною, з касетною бч, касетна бойова частина, касетною бойовою частиною, касетною бч, точка-у касетна, касетний~ бойовий~ частина~
  ru w: кассетный~ ракета~, кассетный~ боеголовка~, с кассетной боевой частью, кассетной боевой частью, с кассетной бч
  en n: cluster missile
  en w: missile with a cluster warhead, missile with cluster warhead

munition:cluster_munition>rocket_launcher
  uk w: касетний~ град~, касетний~ смерч~, касетний~ ураган~, касетний~ реактивний~ снаряд~, град~ з касетами, смерч~ з касетами, ураган~ з касетами, ураган~ касетний~, смерч~ касетний~
  ru w: кассетный~ реактивный~ снаряд~, кассетный~ град~, кассетный~ смерч~, кассетный~ ураган~
  en n: cluster rocket

munition:cluster_munition>aircraft
  uk w: касетний~ бомба~, касетний~ авіабомба~, рбк, рбк-500, рбк-250
  ru w: кассетный~ бомба~, кассетный~ авиабомба~
  en w: rbk, rbk-500, rbk-250

munition:cluster_munition>artillery_shell
  uk w: касетний~ снаряд~
  ru w: кассетный~ снаряд~

munition:rocket_artillery>rocket_launcher
  uk n: град+у, смерч+у, ураган+у, хаймарс, хаймерс, хімарс, торнадо=торнадо-с, катюша, градівець/градівц
  uk w: рсзв, рсзо, бм-21, бм-27, бм-30, реактивний~ артилерія~, реактивний~ снаряд~, реактивний~ система~, реактивними, реактивна, торнадо-с, торнадо-г, пакет градів, пакет граду, градами, вампір рсзв
  ru n: град, смерч, ураган, хаймарс, хаймерс, химарс, катюша
  ru w: реактивный~ артиллерия~, реактивный~ снаряд~, реактивный~ система~, реактивными, пакет града, пакет градов, града пакет
  en n: grad, smerch, uragan, multiple rocket launcher, multiple launch rocket system, rocket launcher, grad rocket, hurricane rocket
  en w: mlrs, himars, bm-21, bm-27, bm-30, rocket artillery, tornado-s, tornado-g, rszv, rszo

munition:tube_artillery>artillery_shell
  uk n: артилерія, арта, артобстріл+у, гаубиця, гармата, артснаряд, гіацинт, мста, акація, ствольна=ствольної=ствольною, цезар/цезарь, арта=арти=артою=арту, артилерист
  uk a: артилерійський, ствольний
  uk w: артилерійський~ снаряд~, снаряд 152, снаряд 155, 152-й, 155-й, калібру 155, калібру 152, 152-мм, 152 мм, 155-мм, 155 мм, 122-мм снаряд, д-30, д-20, м777, сау, ствольний~ артилерія~, самохідний~ гаубиця~, 203-мм, 130-мм
  ru n: артиллерия, арта, артобстрел, гаубица, пушка/пушек, артснаряд, гиацинт, акация, пион
  ru a: артиллерийский, ствольный
  ru w: артиллерийский~ снаряд~, ствольный~ артиллерия~, калибра 155, калибра 152
  en n: howitzer, artillery shell, artillery round, cannon
  en w: artillery, m777, caesar, 152mm, 155mm, 152-mm, 155-mm, tube artillery, arta, artylerieiu

munition:tube_artillery|rocket_artillery|mortar|tank_or_direct_fire
  uk n: снаряд
  ru n: снаряд
  en n: shell
  en w: shelling, shelled

munition:mortar>artillery_shell
  uk n: міномет, мінометка/мінометок, тюльпан, самовар, мінометник
  uk a: мінометний
  uk w: мінометний~ міна~, 120-мм, 120 мм, 82-мм, 82 мм, 120-ка, 120-ті, 82-ка, мінами 120, міна 120, 120-мм міна
  ru n: миномет, минометка/минометок, тюльпан
  ru a: минометный
  ru w: минометный~ мина~, мины 120
  en n: mortar, mortar shell, mortar bomb, mortar round
  en w: 120mm, 82mm, 120-mm, 82-mm, minomet, minometom

munition:tank_or_direct_fire>artillery_shell
  uk n: танк, птур+у, гранатомет, граник+у, корнет
  uk a: танковий
  uk w: прямою наводкою, пряма наводка, спг, рпг, рпг-7, протитанковий~ ракета~, танковий~ снаряд~, птрк, стріляє танк
  ru n: танк, гранатомет, птур
  ru a: танковый
  ru w: прямой наводкой, прямая наводка, танковый~ снаряд~, противотанковый~ ракета~
  en n: tank, tank shell, tank round, grenade launcher
  en w: direct fire, tank fire, atgm, rpg, rpg-7, anti-tank missile, anti tank missile

munition:tank_or_direct_fire|small_arms
  uk n: бмп+у, бтр+у
  ru n: бмп+у, бтр
  en w: bmp, btr, armoured vehicle, armored vehicle

munition:ballistic_missile>missile
  uk n: балістика, іскандер, кінжал+у, орешник+у, точка-у=точки-у=точкою-у=точку-у, атакамс+у
  uk a: балістичний, аеробалістичний, гіперзвуковий
  uk w: балістичний~ ракета~, іскандер-м, точка-у, точки-у, точкою-у, точку-у, точці-у, точками-у, точка у, точки у, точкою у, точку у, kn-23, кндрівська ракета, північнокорейська ракета, атакмс, іскандери
  ru n: баллистика, искандер, кинжал, орешник
  ru a: баллистический, аэробаллистический, гиперзвуковой
  ru w: баллистический~ ракета~, искандер-м, точкой-у, точкой у, балистика, балистикой, балистику, балистики
  en n: ballistic missile, iskander, kinzhal, tochka, hypersonic missile
  en w: ballistic, ballistics, iskander-m, tochka-u, tochka u, tochka-us, atacms, dagger missile, north korean missile, balistyka, hypersonic

munition:cruise_missile>missile
  uk n: калібр+у, онікс, циркон+у, томагавк, крилата=крилаті=крилатих=крилатою=крилатої=крилатими, скальп
  uk w: крилатий~ ракета~, х-101, х-555, х-22, х-32, х-59, х-69, х-31, х-35, х-55, х101, х22, х59, п-800, іскандер-к, шторм шедоу, сторм шедоу, нептун ракета
  ru n: калибр, оникс, циркон
  ru w: крылатый~ ракета~, крылатые, крылатая, крылатых, крылатой, искандер-к, шторм шэдоу
  en n: cruise missile, kalibr, tomahawk
  en w: cruise, kh-101, kh-555, kh-22, kh-32, kh-59, kh-69, kh-31, kh-35, x-101, x-22, x-59, kh101, kh22, storm shadow, oniks, onyx, zircon, tsirkon, iskander-k, p-800, caliber missile, neptune missile

munition:air_defence_missile>missile
  uk w: с-300, с-400, с 300, с 400, зенітний~ ракета~, зенітний~ керований~ ракета~, зурс, зур, бук-м1, ракета~ ппо, ракета-перехоплювач, уламок~ ппо, с300, с400
  uk n: петріот+у, панцир/панцирь+у
  ru w: зенитный~ ракета~, ракета~ пво, обломок~ пво, зенитный~ управляемый~ ракета~
  en w: s-300, s-400, s 300, s 400, air defence missile, air defense missile, air defence missiles, air defense missiles, surface-to-air, surface to air, anti-aircraft missile, anti-aircraft missiles, s300, s400, patriot missile, pantsir, buk missile

munition:air_defence_missile>missile*
  uk w: ппо, зрк
  ru w: пво
  en w: air defence, air defense, interceptor

munition:guided_bomb>aircraft
  uk n: каб+у, кабик+у, планерка/планерок
  uk w: керований~ бомба~, керований~ авіабомба~, керований~ авіаційний~ бомба~, керований~ авіаційний~ боєприпас~, коригований~ авіабомба~, коригований~ бомба~, плануючий~ бомба~, умпк, кабами, уаб, умпб, ковзаючий~ бомба~, умпб д-30, каб-500, каб-1500, каб-250, фаб з умпк
  ru n: каб, кабик
  ru w: управляемый~ бомба~, управляемый~ авиабомба~, управляемый~ авиационный~ бомба~, планирующий~ бомба~, корректируемый~ авиабомба~, корректируемый~ бомба~, планирующей бомбой, планирующие бомбы
  en n: guided bomb, glide bomb, guided aerial bomb, gliding bomb, smart bomb, guided air bomb
  en w: kab, kabs, umpk, umpb, jdam, guided aviation bomb

munition:unguided_bomb>aircraft
  uk n: фаб+у, фугаска/фугасок
  uk w: фаб-100, фаб-250, фаб-500, фаб-1500, фаб-3000, некерований~ бомба~, некерований~ авіабомба~, вільнопадаючий~ бомба~, звичайна авіабомба, фугасний~ бомба~, фугасний~ авіабомба~
  ru n: фаб, фугаска/фугасок
  ru w: неуправляемый~ бомба~, неуправляемый~ авиабомба~, свободнопадающий~ бомба~, обычная авиабомба, фугасный~ бомба~, фугасный~ авиабомба~
  en n: unguided bomb, dumb bomb, free-fall bomb
  en w: fab, fabs, fab-250, fab-500, fab-1500, fab-3000

munition:guided_bomb|unguided_bomb>aircraft
  uk n: бомба, авіабомба, авіаудар+у, авіаналіт/авіанальот+у, бомбардування, бомбування, авіація
  uk a: авіаційний
  uk w: бомбили з літака, літак скинув, скинули бомбу, авіаційний~ бомба~, бомба~ з літака, авіаційний~ удар~
  ru n: бомба, авиабомба, авиаудар, авианалет, бомбежка/бомбежек, бомбардировка/бомбардировок, авиация
  ru a: авиационный
  ru w: самолет сбросил, сбросили бомбу, авиационный~ бомба~
  en n: bomb, aerial bomb, airstrike, air strike, air bomb, air raid, bombing, air-dropped bomb
  en w: bombed, bombardment, dropped a bomb

munition:guided_bomb|unguided_bomb>aircraft*
  uk n: літак, штурмовик, винищувач, бомбардувальник
  uk w: су-34, су-25, су-24, ту-22
  ru n: самолет, штурмовик, истребитель, бомбардировщик
  en n: jet, plane, aircraft, warplane

munition:loitering_munition>drone
  uk n: шахед, шахід, мопед, герань+ж, герань=герані=геранню=геранями=гераней, балалайка/балалайок, газонокосарка/газонокосарок, ланцет, гербера, камікадзе
  uk w: дрон~ камікадзе, дрон-камікадзе, дрони-камікадзе, дроном-камікадзе, дронами-камікадзе, дронів-камікадзе, дрона-камікадзе, безпілотник-камікадзе, безпілотники-камікадзе, герань-2, ударний~ дрон~ типу шахед, бпла типу shahed, бпла типу шахед, дрони типу shahed, дрони типу шахед, баражуючий~ боєприпас~, шахедик, шахедами, ударний~ безпілотник~ типу shahed, шахед-136
  ru n: шахед, шахид, мопед, герань+ж, ланцет, балалайка/балалаек, газонокосилка/газонокосилок, гербера
  ru w: дрон~ камикадзе, дрон-камикадзе, дроны-камикадзе, дроном-камикадзе, дронами-камикадзе, дронов-камикадзе, камикадзе, барражирующий~ боеприпас~
  en n: shahed, shahid, shaheed, moped, lancet, geran, kamikaze drone, suicide drone, loitering munition, shahed drone, one-way attack drone, lawnmower
  en w: geran-2, shahed-136, shahed-type, kamikaze, shahed type, gerbera

munition:dropped_by_drone>drone
  uk n: фпв+у, фпвшка/фпвшок, скид+у, фпвішка/фпвішок
  uk w: фпв-дрон~, fpv-дрон~, fpv дрон~, дрон~ скинув, дрон~ скинула, дрон~ скинули, дрон~ скидав, дрон~ скидають, скинули з дрона, скинуто з дрона, скинув з дрона, скинув із дрона, скинули із дрона, скинули з безпілотника, скинули з коптера, скинули з бпла, скидання з дрона, скидання вибухівки, вибухівку з дрона, вибухівку з безпілотника, вибухівку з бпла, боєприпас з дрона, боєприпас із дрона, з дрона скинули, дроном скинули, атака fpv, фпв-дрони, фпв-дроном, фпв-дронами, фпв-дронів, фпв-дрона, fpv-дроном, fpv-дрони, fpv-дронами, fpv-дрона, мавік, мавіка, мавіком, мавіки, оптоволокні, на оптоволокні, скинув гранату, скинули гранату, скинув вибухівку, скинули вибухівку, скинув боєприпас, скинули боєприпас, скинув вог, скинули вог
  ru n: фпв, фпвшка/фпвшек, сброс, мавик
  ru w: фпв-дрон~, дрон~ сбросил, дрон~ сбросила, дрон~ сбросили, дрон~ сбрасывал, дрон~ сбрасывает, сбросили с дрона, сбросил с дрона, сброшено с дрона, сбросили с беспилотника, сбросили с коптера, сброс с дрона, с дрона сбросили, взрывчатку с дрона, фпв-дроном, фпв-дроны, фпв-дронами, на оптоволокне, сбросил гранату, сбросили гранату, сбросили взрывчатку, сбросил взрывчатку, сбросили с дрона взрывчатку
  en n: fpv drone, fpv, drone-dropped grenade
  en w: fpv-drone, fpv-drones, first-person-view, first person view, first-person view, drone dropped, drones dropped, dropped from a drone, dropped by a drone, dropped something from a drone, dropped .. from a drone, dropped explosives from a drone, drone drop, drone-dropped, mavic, fiber-optic drone, quadcopter dropped

munition:loitering_munition|dropped_by_drone>drone
  uk n: дрон, безпілотник, коптер, квадрокоптер, пташка/пташок, птах
  uk a: безпілотний
  uk w: бпла, ударний~ дрон~, ударний~ безпілотник~, ударний~ бпла, безпілотний~ апарат~, молнія, молнії, молнію, молнією, молній, молніями
  ru n: дрон, беспилотник, коптер, квадрокоптер, птичка/птичек
  ru a: беспилотный
  ru w: ударный~ дрон~, ударный~ беспилотник~
  en n: drone, uav, uas, quadcopter, attack drone, unmanned aerial vehicle, strike drone
  en w: unmanned, dron, drony, dronom, molniya, molnia

munition:ballistic_missile|cruise_missile|air_defence_missile>missile
  uk n: ракета
  uk a: ракетний
  uk w: ракетний~ удар~, ракетний~ обстріл~, керований~ ракета~
  ru n: ракета
  ru a: ракетный
  ru w: ракетный~ удар~, ракетный~ обстрел~
  en n: missile, missile strike, missile attack
  en w: raketa, rakety, raketoiu, raketnyi

munition:rocket_artillery|ballistic_missile|cruise_missile|air_defence_missile
  en n: rocket, rocket strike, rocket attack

munition:incendiary
  uk n: фосфор+у, терміт+у, напалм+у, запалювалка/запалювалок, магній
  uk a: запальний, фосфорний, термітний, магнієвий, запалювальний
  uk w: дрон-дракон, білий фосфор, білим фосфором, запальний~ боєприпас~, запальний~ суміш~
  ru n: фосфор, термит, напалм, зажигалка/зажигалок
  ru a: зажигательный, фосфорный, термитный
  ru w: зажигательный~ боеприпас~, белый фосфор
  en w: incendiary, incendiaries, phosphorus, white phosphorus, phosphorous, thermite, napalm, dragon drone, fosfor, fosforom, incendiary munition, incendiary munitions, incendiary bomb, incendiary bombs

munition:thermobaric
  uk n: сонцепьок+у, сонцепік+у, буратіно, джміль/джмель
  uk a: термобаричний, вакуумний, термобарний
  uk w: тос, тос-1, тос-1а, одаб, одаб-500, одаб-1500, об'ємно-детонуючий~, об'ємного вибуху, вакуумний~ бомба~, термобаричний~ боєприпас~, термобаричний~ авіабомба~, важка вогнеметна система
  ru n: солнцепек, буратино, шмель
  ru a: термобарический, вакуумный
  ru w: объемно-детонирующий~, объемного взрыва, вакуумный~ бомба~, тяжелая огнеметная система
  en n: vacuum bomb, thermobaric bomb, thermobaric rocket, thermobaric weapon
  en w: thermobaric, thermobarics, fuel-air, fuel air, aerosol bomb, tos-1, tos-1a, solntsepek, solntsepyok, odab, buratino

munition:anti_personnel_mine>planted
  uk n: розтяжка/розтяжок, понька
  uk a: протипіхотний
  uk w: протипіхотний~ міна~, пмн, пмн-1, пмн-2, пмн-4, мон-50, мон-90, мон-100, озм, озм-72, пом-2, пом-3, стрибаюча міна, міна-жабка, тріпваєр
  ru n: растяжка/растяжек
  ru a: противопехотный
  ru w: противопехотный~ мина~, прыгающая мина, мина-лягушка
  en n: landmine, tripwire, anti-personnel mine, antipersonnel mine, anti personnel mine, trip wire, land mine
  en w: anti-personnel, antipersonnel, anti personnel, pmn, pmn-2, mon-50, ozm-72, pom-3, pom-2

munition:anti_vehicle_mine>planted
  uk a: протитанковий, протитранспортний
  uk w: протитанковий~ міна~, тм-62, тм-62м, тм-72, тм-57, птм, птм-1, птм-3, протитранспортний~ міна~
  ru a: противотанковый, противотранспортный
  ru w: противотанковый~ мина~
  en n: anti-tank mine, antitank mine, anti tank mine, anti-vehicle mine, antivehicle mine, anti vehicle mine, vehicle mine
  en w: anti-vehicle, anti vehicle, anti-tank landmine, anti tank landmine, tm-62

munition:scatterable_mine
  uk n: пелюстка/пелюсток, метелик
  uk w: пелюстками, пелюстці, пелюстку, пфм, пфм-1, пфм-1с, дистанційний~ мінування~, дистанційно замінували, міна-пелюстка, міни-пелюстки, міну-пелюстку, мін-пелюсток, міна-метелик, міни-метелики, міна пелюстка, міни пелюстки
  ru n: лепесток/лепестк, лепесточек/лепесточк, бабочка/бабочек
  ru w: дистанционный~ минирование~, мина-лепесток, мины-лепестки, мину-лепесток, мина лепесток, мины лепестки, мина-бабочка
  en n: butterfly mine, petal mine, scatterable mine, scattered mine, remotely delivered mine
  en w: pfm, pfm-1, pfm1, scatterable, lepestok, lepestky, pelustka, pelyustka, petals, petal, butterfly

munition:anti_personnel_mine|anti_vehicle_mine|scatterable_mine>planted
  uk n: міна, мінування
  uk v: замінувати, мінувати
  uk a: мінний
  ru n: мина
  ru v: заминировать
  ru a: минный
  en n: mine
  en w: mined, mina, miny, minefield

munition:unexploded_submunition
  uk n: суббоєприпас+у, субмуніція
  uk w: бойовий~ елемент~, касетний~ елемент~, нерозірваний~ касета~, касетний~ бойовий~ елемент~, елемент~ касетного боєприпасу, елемент від касети, елемент від касетного, бомбочка, бомбочки, шоаб, 9н210, 9н235, кулькова бомба лежить, нерозірваний~ суббоєприпас~, шоаб-0, субелемент
  ru n: суббоеприпас, субмуниция
  ru w: боевой~ элемент~, кассетный~ элемент~, кассетный~ боевой~ элемент~, неразорвавшийся~ суббоеприпас~, неразорвавшаяся кассета, неразорвавшиеся кассеты, элемент от кассеты, элемент от кассетного
  en n: submunition, bomblet, cluster submunition, unexploded submunition, unexploded bomblet

munition:other_unexploded
  uk a: нерозірваний, вибухонебезпечний, нездетонований
  uk w: не розірвався, не розірвалася, не розірвалось, не розірвалися, не вибухнув, не вибухнула, не вибухнуло, не вибухнули, не здетонував, не здетонувала, не здетонували, вибухонебезпечний~ предмет~, нерозірваний~ снаряд~, нерозірваний~ ракета~, нерозірваний~ бомба~, нерозірваний~ авіабомба~, нерозірваний~ міна~, нерозірваний~ боєприпас~, вибухонебезпечний~ залишок~, стирчить із землі, стирчить з землі, боєприпас лежить, снаряд лежить, невибухлий~, хвостовик стирчить
  ru a: неразорвавшийся, взрывоопасный, невзорвавшийся
  ru w: не разорвался, не разорвалась, не разорвалось, не разорвались, не взорвался, не взорвалась, не взорвалось, не взорвались, не сдетонировал, не сдетонировала, взрывоопасный~ предмет~, неразорвавшийся~ снаряд~, неразорвавшийся~ ракета~, неразорвавшийся~ бомба~, неразорвавшийся~ боеприпас~, неразорвавшийся снаряд, неразорвавшаяся ракета, неразорвавшиеся, неразорвавшуюся авиабомбу, торчит из земли
  en w: unexploded, uxo, erw, dud, duds, unexploded ordnance, unexploded shell, unexploded bomb, unexploded rocket, unexploded missile, did not explode, didnt explode, failed to explode, not exploded, explosive remnant, explosive remnants, failed to detonate, didnt detonate, did not detonate

munition:improvised_device>planted
  uk n: саморобка/саморобок, пастка/пасток, свп+у
  uk a: саморобний
  uk w: саморобний~ вибуховий~ пристрій~, замінована машина, міна-пастка, міни-пастки
  ru n: самоделка/самоделок, ловушка/ловушек, сву
  ru a: самодельный
  ru w: самодельный~ взрывной~ устройство~, самодельное взрывное устройство, самодельного взрывного устройства, заминированная машина, мина-ловушка
  en n: ied, booby trap, booby-trap, car bomb, improvised device, improvised explosive device
  en w: improvised, boobytrap, boobytrapped, booby-trapped

munition:anti_vehicle_mine|other_unexploded|improvised_device
  uk w: вибуховий~ пристрій~
  ru w: взрывное устройство, взрывного устройства, взрывным устройством
  en n: explosive device

munition:grenade
  uk n: граната, лимонка/лимонок, вог+у
  uk w: ф-1, ргд, ргд-5, вог-25, вог-17, ргн, ручна граната
  ru n: граната, лимонка/лимонок
  ru w: ручная граната
  en n: grenade, hand grenade
  en w: vog, rgd-5, f-1 grenade, hranata, granata

munition:chemical_agent
  uk n: хлорпікрин+у, зарин+у, хлор+у, хімія
  uk a: хімічний, сльозогінний, отруйний
  uk w: к-51, газ к-51, хімічний~ зброя~, сльозогінний~ газ~, отруйний~ газ~, хімічний~ речовина~
  ru n: хлорпикрин, зарин, хлор, химия
  ru a: химический, слезоточивый, отравляющий
  ru w: химический~ оружие~, слезоточивый~ газ~, ядовитый~ газ~
  en n: chemical weapon, gas grenade, chemical agent
  en w: chemical, chemicals, tear gas, chlorine, chloropicrin, sarin, cs gas, toxic gas, poison gas

munition:small_arms
  uk n: стрілянина, кулемет, автомат, снайпер, куля, розстріл+у, перестрілка/перестрілок, автоматник, кулеметник
  uk a: стрілецький, кульовий, кулеметний, автоматний, снайперський
  uk w: з автоматів, з автомата, з кулемета, стрілецький~ зброя~, вогнепальний~
  ru n: стрельба, пулемет, автомат, снайпер, пуля, расстрел, перестрелка/перестрелок
  ru a: стрелковый, пулевой, пулеметный, автоматный, снайперский
  ru w: из автоматов, из автомата, из пулемета, стрелковый~ оружие~, огнестрельный~
  en n: sniper, rifle, bullet, machine gun, gun, gunman/gunmen, machine-gun
  en w: gunfire, gun fire, small arms, shot at, shooting, gunshot, gunshots, small-arms

munition:small_arms*
  uk w: стріляли
  ru w: стреляли

munition:other*
  uk w: інше, інша, інший, щось інше, інша зброя, нічого з цього, торпеда, вогнемет, на мопеді, на мопедах
  ru w: другое, другой, иное, что-то другое, другое оружие, ничего из этого, торпеда, огнемет, на мопеде, на мопедах
  en w: other, something else, another, none of these, flamethrower, torpedo, on a moped
`;
