/** The words around the name of a place, and words that look like one. Streets and squares are no settlements. */
export const placeWords = `
place:beside        # what happened was beside it, or at a distance
  uk w: під, підо, біля, коло, поблизу, недалеко, неподалік, поруч, поряд, близько, навколо, пд
  ru w: под, подо, возле, около, вблизи, рядом, близ, неподалеку, недалече
  en w: near, by, around, outside, beside, close, bilia, bilya, biela, kolo, vozle, okolo, poblyzu, pid, pod, ryadom

place:preposition
  uk w: в, у, на, по, до, з, із, зі, через, від, од
  ru w: к, ко, из, с, со, от, во
  en w: in, at, from, over, towards, on, of, to, into, inside, through, v, u, na, po

place:connector     # parts two names
  uk w: і, й, та, або, між, до
  ru w: и, а, или, между
  en w: and, or, a, between, mizh, mezhdu

place:settlement    # after it a name is a settlement's, even when it is an ordinary word
  uk n: село=села=селу=селом=селі, місто=міста=місту=містом=місті, селище=селища=селищу=селищем=селищі, хутір/хутор, станиця, староста
  uk w: с, м, смт, сел, хут, х, п, пос, ст
  ru n: город=города=городу=городом=городе, деревня=деревни=деревне=деревню=деревней, посел(о)к, хутор, станица
  ru w: г, гор, пгт, дер
  en w: village, town, city, settlement, hamlet, c, selo, misto, gorod, smt

place:region
  uk n: область+ж, край
  ru n: область+ж
  uk w: обл
  en n: oblast, region, province
  en w: oblasti, obl

place:district
  uk n: район+у
  ru n: район
  en n: raion, rayon, district

place:community
  uk n: громада
  ru n: община
  uk w: тг, отг, мтг, стг
  en n: hromada, community

place:street        # begins, or in English ends, the name of a street; what is named so is no settlement
  uk n: вулиця, провул(о)к, проспект+у, бульвар+у, площа, шосе=шосе, набережна, узвіз/узвоз+у, проїзд+у, майдан+у, тупик, алея, сквер+у, парк
  uk w: вул, пров, просп, бул, пл, наб, ш, мкр, ж/м
  ru n: улица, переул(о)к, площадь+ж, шоссе=шоссе, набережная, спуск, проезд, аллея, проспект, бульвар, парк, сквер
  ru w: ул, пер
  en n: street, avenue, lane, square, boulevard, road
  en w: str, ave, blvd, vul, vulytsia

place:address       # a part of an address that is no name
  uk n: будин(о)к+у, квартира, корпус, під'їзд+у
  uk w: буд, кв, корп
  ru n: дом, квартира, корпус, подъезд
  en w: house, apt, apartment, building

place:road          # a way between the two places named after it
  uk n: траса, дорога/доріг, шлях+у
  uk w: шосе
  ru n: трасса, дорога/дорог
  ru w: шоссе
  en n: road, highway, route

place:between
  uk w: між, поміж
  ru w: между, межи
  en w: between, mizh, mezhdu

place:from          # a compass point, or a distance, is seen from it
  uk w: від, од
  ru w: от, к
  en w: from, of

place:origin        # it came from there: not where it happened
  uk w: з, із, зі, з під, із під
  ru w: из, с, со, из под
  en w: from

place:towards       # it moved towards it: not where it happened
  en w: towards, toward

place:landmark      # a place within a settlement does not tell which settlement it is
  uk n: вокзал+у, рин(о)к, базар, школа/шкіл, лікарня, магазин, завод+у, сад(о)к, садоч(о)к, садик, дитсад(о)к, парк+у, кладовище, міст/мост, ліс+у, поле, дача, траса, заправка/заправок, аеропорт+у, церква/церков, двір/двор, під'їзд+у, зупинка/зупинок, порт+у, сектор, квартал+у, мікрорайон+у, залізничний, приватний, житловий, жилий
  uk w: азс, тец, грес, аес, будинку, жд
  ru n: вокзал, рын(о)к, базар, школа, больница, магазин, завод, сад, парк, кладбище, мост, лес, поле, дача, трасса, заправка, аэропорт, церковь=церкви=церковью, двор, подъезд, остановка, порт, автовокзал, сектор, квартал, микрорайон, железнодорожный, частный, жилой=жилого=жилом=жилая
  ru w: тэц, грэс, аэс
  en n: hospital, school, station, market, park, bridge, airport, cemetery, forest, field, shop, factory, plant, bus, train, railway, mall, church

place:filler        # says nothing about which place it is, wherever it stands
  uk n: центр, околиця, передмістя, станція, Україна, тип, бік/бок
  uk w: нашому, нашій, нашої, міського, тут, там, це, ось, я, ми, у нас, нас, сама, самому, самом, прямо, просто, десь, де, то, приблизно, сьогодні, вчора, вночі, вранці, було, був, сталося, стався, удар, прильот, вибух, обстріл, вздовж
  ru n: центр, окраина, пригород, станция, Украина, сторона
  ru w: нашем, нашей, нашего, городского, здесь, это, вот, мы, где, где-то, сегодня, вчера, ночью, утром, были, был, было, произошло, взрыв, прилет, обстрел, вдоль, примерно
  en n: outskirt, suburb, station, center, centre
  en w: urban, type, the, just, next, here, this, it, was, is, are, my, we, i, am, downtown, ukraine, somewhere, approximately, about, today, yesterday, happened, hit, strike, explosion, along, side

place:never         # a word or saying that is no settlement, though one bears such a name or form
  uk w: мене, мені, мною, тебе, тобі, мій, моя, моє, мої, наш, наша, наше, наші, вас, вам, них, ним, нею, на щастя, яке щастя, дай боже, слава богу, славі, світле майбутнє, світлому майбутньому, світле небо, світла немає, без світла, світла, мирне життя, мирних, мирні, мирним, вперше, зранку, уночі, град, гради, градом, градами
  ru w: меня, мне, мной, тебя, тебе, мой, моя, мое, мои, наш, наша, наше, наши, вам, них, нас, на счастье, к счастью, какое счастье, светлое будущее, света нет, без света, мирных, мирные, град, грады, градом, градами
  en w: me, mine, my, us, our, thank god

place:everyday      # the name of a town that is an everyday word too: only with a capital, or after a word for "town"
  uk w: рівне, суми, щастя, лиман, українка, покров, городок, долина, бар, стрий, сніжне, лозова, дружба, вишневе, південне, калуш, зоря, перемога, світле, мирне, перше, центральне, промінь, мирний, сонячне, надія, свобода, слава, правда
  ru w: ровно, сумы, счастье, украинка, снежное, южное

place:wordlike      # the name of a town that in small letters is a word
  uk w: високий, широке, володимир, пологи, городня, городище, приморський, хрустальний, антрацит, полонне, марганець
  ru w: высокий, широкое, владимир, приморский, хрустальный, полонное, марганец, николаев

place:flight        # "летів на Київ" is a course, no place
  uk v: пролетіти=пролетів=пролетіла=пролетіло=пролетіли, пролітати=пролітав=пролітала=пролітало=пролітали
  ru v: пролететь=пролетел=пролетела=пролетело=пролетели, пролетать=пролетал=пролетала=пролетало=пролетали
  uk v: летіти=летів=летіла=летіло=летіли=летить=летять, рухатися=рухався=рухається=рухаються=рухалися
  uk w: курс, курсом, напрямок, напрямку, у напрямку
  ru v: лететь=летел=летела=летело=летели=летит=летят, двигаться=двигался=движется=движутся=двигались
  ru w: направление, направлении
  en w: heading, flying, flew

place:teller        # says that somebody close tells
  uk n: кум, кума, тітка/тіток, дядько, свекруха, теща, син, донька/доньок, дочка/дочок, чоловік, дружина, колега, мама, мати=матері=матір, сестра, брат, подруга, друг, сусід, сусідка/сусідок, знайомий, родич, тато, батько, бабуся, дідусь
  uk v: писати=пише=пишу=писав=писала=пишуть, написати=написав=написала, дзвонити=дзвонив=дзвонила=дзвонить, подзвонити=подзвонив=подзвонила
  uk w: ми, я
  ru n: кум, кума, тетя=тетя=тети, дядя=дядя=дяди, свекровь=свекровь, теща, сын, дочь=дочь=дочери, муж, жена, коллега, мама, мать+ж, сестра, брат, подруга, друг, сосед, соседка, знакомый, родственник, папа, бабушка, дедушка
  ru v: писать=пишет=пишу=писал=писала=пишут, написать=написал=написала, звонить=звонил=звонила=звонит
  ru w: мы
  en n: mother, sister, brother, friend, relative, aunt, uncle, cousin, colleague, son, daughter, husband, wife, neighbour, neighbor
  en w: we, am, are, writes, wrote

place:going         # a way that somebody went, not where it happened
  uk v: їхати=їхав=їхала=їхали=їде=їду=їдемо=їдуть, прямувати=прямував=прямувала=прямували=прямує
  uk n: дорога, автобус, евакуація
  ru v: ехать=ехал=ехала=ехали=едем=едут=едет=еду
  ru n: автобус, эвакуация
  en w: drove, driving, travel, travelling, road, way, bus
`;
