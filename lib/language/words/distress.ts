/**
 * The words of `lib/language/distress`, in Ukrainian, Russian, English and their mixtures. Spelling is folded before
 * words are compared (letters of both alphabets, о and а, и, і and ы, г and х are one), so that transliterated words and the usual
 * misspellings need no entry. `*` ends a stem.
 */

/** Words that stand for each other in a phrase. */
export const classes = {
  we: 'ми мы я нас нам мене меня мені мне нами наш наша наше наші наши нашого нашей нашої нашу нашим нашими нашої наших мій моя мою моєї мой us we i me am our my',
  person:
    'один одна він он вона вони воно його йому її їх їм она они его ее ему ей их he she they him her them somebody someone людина людини людину люди людей человек* people person man woman жінк* жінок женщин* чоловік* мужчин* муж мужа мужу мужик* жена жену жене дружин* мама маму мами мамі маме мамо мати матір матер* мать батьк* тато тата папа папу отец отца отцу син сын сина сына сину сыну дочк* доньк* доч донечк* дочь брат* сестр* сестер дід діда дед деда дєд дедушк* дідусь бабус* бабуш* баба бабу бабці дитин* дитя діти дітей детей дети ребен* ребьонок малюк* немовля сусід* сосед* сосєд* друг друга подруг* mother mom mum mommy father dad daddy sister brother son daughter wife husband kid kids child children baby friend grandma grandmother grandpa neighbour* neighbor* family родин* сімя семья семью батьки батьків родители родителей parents',
  under: 'під под пад pid under beneath underneath',
  in: 'в у на in inside at',
  rubble:
    'землею землей bricks stones камнями камінням каменями цеглою кирпичами завал* завалл* уламк* обломк* плитой плитою плит плита плиту плити плиты плитами бетон* балкою балка балки балку балкой стеною стіною шафою шкафом rubble debris ruins slab concrete building wall ceiling beam wreckage руїн* руин* slabs beams plates',
  buried:
    'накрило накрыло завалило завалила завалили засипало засыпало засипала засыпала привалило привалила придавило придавила присипало присыпало завалює засипає заваливает замурувало затисло зажало притиснуло притисло прижало',
  stuck:
    'заперты замкнені замкнуті зачинені locked застрягли застряг застрягла застряли застрял застряла застрягаю заблоковані заблокований заблокована заблокированы заблокирован заблокирована завалені завалений завалена завалены завален замуровані замурованы trapped traped trappd stuck buried pinned зажата зажат зажаты затиснута затиснутий затиснуті зажало',
  be: 'am are is isnt arent still',
  exit: 'люк люка люку ляда ляду hatch виходу выхода входу входа вихід виход выход вход двері дверь двери дверей сходи лестниц* exit door doors stairs staircase entrance',
  blocked:
    'завален* завалил* засипан* засыпан* засипал* засыпал* заклинил* заблокован* заблокирован* blocked jammed collapsed buried',
  shut: 'завален завалена завалений завалені завалено заклинило заклинена заблокований заблокована заблоковано заблокирован заблокирована jammed blocked',
  cannot: 'cant cannot неможу немогу неможемо неможем',
  can: 'можу можемо може можуть могу можем может могут can',
  leave:
    'тікати ходити ходить бігти бежать walk stand вийти вибратися вибратись вилізти спуститися спуститись піднятися встати рухатися ворухнутися ворухнутись вылезти выйти выбраться спуститься подняться встать двигаться двинуться пошевелиться escape leave move breathe дихати дышать дишать дихать стояти идти йти зробити',
  bleeds: 'стікає істікає стікаю стікаємо стікають стекает истекает истикает истекаю істікаю исходит',
  blood: 'кров кровю крові кровь кровью крови blood',
  flows:
    'з из із заливає заливает pouring gushing spurting льет лье бє бьет хлещ* хлищ* тече течет тичет ллється льется льеться йде идет everywhere юшить фонтан* свище',
  stops: 'зупиняється спиняється зупинити спинити остановить останавливается остановити остановлю стопити',
  breathes:
    'дишет дышет діхає дихає дихаю дышит дишит дише дыхает дихаєт дихат breathing breathe breathes breath',
  responds:
    'говорить говорит мовчить молчит прокидається просинається просыпается реагує реагирует ворушиться шевелится рухається двигается responding moving отвечает відповідає відгукується відгукуються откликается откликаются отзываются wake waking',
  aware: 'свідомості свідомість сознания сознание сознанія',
  lost: 'втратив втратила втрачає потерял потеряла теряет втрачаю теряю',
  fainted: 'знепритомнів знепритомніла',
  pulse: 'пульс пульсу пульса',
  faints: 'втрачаю теряю втрачає теряет',
  dies: 'помру помремо помре загинемо умрем умру погибнем згоримо сгорим задохнемся помирає вмирає умирає умирает помираю вмираю умираю помираємо умираем вмираємо вмирають помирають умирают dying помераэ помирае вмирае',
  hurt: 'рана рану wound поранений поранена поранені поранило поранен* ранен* ранило wounded injured hurt bleeding bleed відірвало оторвало осколочное осколкове',
  needed:
    'чекаємо чекаю ждем жду waiting потрібен потрібна потрібні потрібно потрібний треба нада надо нужен нужна нужны нужно need needed needs требуется прошу просимо благаю молю умоляю please',
  send: 'відправте отправьте надішліть позвоните зателефонуйте подзвоніть наберіть наберите викличте виклич викличіть вызовите вызови визовіть визвіть пришліть пришлите шлите шліть send call get направте направьте дайте',
  medic:
    'пожежників пожежних пожарных firefighters поліцію полицию police інсулін инсулин insulin ліки лекарства кисень кислород oxygen турнікет жгут джгут tourniquet assistance evac medevac швидка швидку швидкої швидкій скора скору скорую скорая скорои скорой ambulance ambulanc medic medics doctor doctors paramedic* лікар* лікаря врач* врача медик* медиків рятувальник* спасател* rescuers rescue дснс мчс допомога допомогу помощь помощи help допомоги евакуація евакуацію эвакуация эвакуацию evacuation джгута жгута',
  somebody: 'когось хтось когонебудь кого ктонибудь хтонебудь когонибудь someone somebody anyone anybody',
  medicine: 'врач лікар швидку скорую скору ambulance medic doctor врача лікаря медика медиков медиків',
  urgent: 'терміново срочно негайно urgent urgently now швидше скорее быстрее please будь пожалуйста',
  drives: 'їде едет іде їдуть едут coming comes приезжает приїжджає приходит приходить відповідає берет бере',
  nobody: 'ніхто никто нихто nobody noone нікого',
  call: 'караул гвалт допоможіть допоможить поможіть поможить помогите помоги помагіть помогіть допомогіть рятуйте врятуйте порятуйте рятуй спасите спасіть спасайте спаси sos соs mayday 🆘 хелп',
  pull: 'відкопайте откопайте витягніть витягніт вытащите вытяните витащіть заберіть заберите евакуюйте эвакуируйте дістаньте достаньте вивезіть вывезите evacuate',
  fire: 'вогонь огонь полумя пламя flames горить горит палає пылает burning burn fire пожежа пожар горять горят',
  we_burn: 'горимо горим палаємо згораємо сгораем',
  falls:
    'валиться валится впав впала впало упав упала упало упал рухнув рухнула рухнуло рухнул обвалився обвалилась обвалилася обвалилось обвалился обрушився обрушилась обрушилася обрушился обвалюється рушиться рушится collapsing fell collapsed came',
  hear: 'чую чути чутно чуємо чуєте чує слышу слышно слышны слышим слышит hear hears',
  cries:
    'кричить кричать кричит кричат кличе кличуть зовет зовут гукає плаче плачуть плачет плачут стогне стогнуть стонет стонут screams screaming cries crying calls calling shouts shouting moans moaning просять просят begging плач плачем',
  from: 'з із из from',
  trap: 'пастці ловушке оточені оточили окружены окружили surrounded',
  around: 'навколо вокруг кругом around',
  smoke: 'дим дым димом дымом smoke',
  shutTight:
    'відчиняється відчиняються відкривається открывается открываются open піддається поддается поддаётся',
  hard: 'важко тяжко тяжело трудно hard ледве ледь еле barely struggling',
  broken:
    'оторван* відірван* переламан* зламан* перебит* сломан* broken розірвана розірвано розірвані разорвана разорвано разорваны відірвана відірвано оторвана оторвано gone',
  shelling:
    'обстріл обстрел бомбардування бомбежка бомбьожка бомбежку стрільба стрельба shelling bombing bombardment',
  goes: 'йде идет іде триває is',
  hides:
    'ховаємось ховаємося ховаюсь ховаюся сховались сховалися сховалась сидимо сидим сижу сиджу прячемся прячусь спрятались укрылись hiding sheltering',
  torn: 'відірвало оторвало отірвало',
  tourniquet: 'накладаю накладаємо накладаем',
  limbs: 'ноги ногу руку руки ніг ног рук нога рука legs arms leg hand стопа стопу foot feet кисть',
  feel: 'відчуваю чувствую feel',
  drone: 'дрон дрона бпла квадрокоптер drone',
  explosive:
    'гранату граната міну мину снаряд grenade mine гранатою гранатой гранати гранаты міною миной снарядом ракету ракетою ракетой rocket bomb shell',
  holdsIt: 'тримає держит holding держить держат тримають holds hold',
  veins: 'вени вены таблеток таблетки wrists pills',
  harms: 'порізав порізала порезал порезала наковтався наковталась наглотался наглоталась cut swallowed',
  shoots: 'shooting firing bombing shelling attacking',
  digs: 'копаємо копаем розгрібаємо разгребаем розбираємо digging',
  bleeding: 'кровотечу кровотечі кровотеча кровотечение кровотечения',
  water: 'вода воды води water',
  rises:
    'затоплює затапливает топить топит прибуває прибывает піднімається поднимается заливає заливает rising піднялась поднялась піднялася топимо',
  cellar:
    'підвал подвал погріб погреб укриття укрытие cellar basement shelter підвалі подвале погребі погребе укритті укрытии сховищі',
  air: 'повітря воздуха воздух air',
  ends: 'менше меньше закінчується закінчилось мало нема немає нет заканчивается вистачає хватает out',
  chases: 'женеться полює кружляє охотится гонится преследует кружит літає летает',
  births: 'рожає рожает рожаю народжує народжую labour labor birth',
  hit: 'shot hit wounded',
  fits: 'хрипить хрипит синіє синеет судоми судороги конвульсії конвульсии gasping convulsing seizure',
  lift: 'підняти поднять зрушити зсунути сдвинуть витягнути витягти вытащить дістати достать lift reach',
  want: 'хочу хочеться хочется',
  phones: 'дзвонити телефонувати подзвонити звонить позвонить звонити дзвонить',
  home: 'будинок будинку дім дом хата хату квартира квартиру підʼїзд подъезд поверх house home building flat apartment block room basement підʼїзді подъезде коридорі коридоре квартирі квартире хаті домі доме',
  within:
    'всередині внутри inside upstairs поверсі поверху етажі этаже этажі етаже балконі балконе floor balcony кімнаті комнате ліфті лифте',
  nothing: 'нічим нечем нєчєм нічєм ничем нема немає нету',
  breathe: 'дихати дышать дишать дихать',
  chokes:
    'задихаються задыхаются задихаємось задихаємося задихаюсь задихаюся задихається задыхаемся задыхаюсь задыхается suffocating choking',
  shells:
    'прилітає прилетает летить летит вбють убьют обстрілюють обстреливают бомблять бомбят стріляють стреляют атакують атакуют гатять криють кроют лупять бють бьют вбивають убивают розстрілюють расстреливают добивають добивают',
  attacked: 'attack fire shelling bombardment attacked shelled bombed shot обстрілом обстрелом',
  what: 'що шо что чо куди куда як как',
  next: 'робити делать дєлать дзвонити звонить далі дальше',
  mine: 'міна міну міні міною мина мину мине миной міни мины mine mines розтяжку растяжку пелюстку лепесток щось чтото что something мін проволоку проволоку дріт wire кабель',
  minefield:
    'мінному мінне минное минном міном minefield замінован* заминирован* mined мінного минного мінним минным',
  stepped: 'наступив наступила наступил наступили stepped standing stand stands стою стоїть стоит',
  live: 'жити жить live',
  die: 'померти умереть вмерти здохнути сдохнуть die',
  plain:
    'допоможіть допоможить поможіть поможить помогите помоги помагіть памагите памагіть помогіть допомогіть хелп help',
  polite:
    'будь ласка пожалуйста please pls plz мені нам мне нас me us хтось хтонебудь ктонибудь someone somebody anyone',
  pin: 'чеки чека чеку чекою чекой кільця кільце кольца кольцо pin',
  pulled:
    'висмикнув висмикнула висмикнули витяг витягла вирвав вирвала выдернул выдернула выдернули вырвал вырвала вынул вытащил pulled pulls lost загубив загубилась впала потерял потеряли gone came fell out',
  hands: 'руках руці руке руки hands hand',
  handles:
    'бавиться бавляться грається граються играет играют играется бігає бігають бегает бегают несе несуть несет несут тягне тягнуть тащит тащат розбирає разбирает розкручує раскручивает пиляє пилит playing plays carrying carries dismantling runs running кидає кидають кидает кидают штовхає штовхають бє бють бьет бьют hitting hits throwing throws kicking kicks',
  tripped: 'зачепив зачепила зачепили зацепил зацепила зацепили tripped',
  lies: 'лежить лежит lying lies',
  gas: 'газом газ газу газа gas хлор хлором chlorine дим',
  smells: 'пахне пахнет тхне воняет smell smells',
  sick: 'паморочиться нудить тошнит рве рвет жже жжет пече печуть кружится блює синіє синеет dizzy vomiting отравились отравился отруїлись отруїлися отруївся poisoned',
  head: 'голова очі глаза eyes head',
  roof: 'даху крыше горищі чердаке roof attic',
  fear: 'боїмося боїмось боимся боюсь боюся afraid scared знаємо знаем know',
  entered:
    'заїхали заехали зайшли зашли стоїмо стоим стою опинились оказались застрягли застряли standing drove walked',
  knocks: 'стучит стукає стукають стучат knocking knocks',
  shard: 'осколок уламок осколки уламки shrapnel осколком осколка уламком уламка осколками',
  body: 'животі живот животе нозі ноге ногу руці руке спині спине голові голове шиї шее груди грудях плечі плече stomach belly leg arm chest neck back head shoulder',
  pierced: 'пробило розірвало разорвало прошило',
  feet: 'стопи стопы ступні ступни foot',
  athome: 'вдома дома home лікарні больнице hospital безпеці безопасности safe цілі целы',
  badly: 'погано плохо хрипло badly hardly',
  come: 'приїдьте приїжджайте приезжайте їдьте едьте швидше скорее быстрее hurry quick quickly',
  means: 'збирається собирается хоче хочет намагається пытается going wants trying',
  dismantle: 'розібрати разобрать розпиляти распилить розкрутити раскрутить dismantle open defuse',
  deep: 'пояс коліна колена колено груди шию waist knees chest neck',
  myself: 'собою собой життям жизнью себе себя віку myself',
  finish: 'покінчу покінчити покончу покончить вкоротити вкорочу накласти наложить kill',
} as const;

/** Words that tell that a phrase near them is no call: where each is looked for is said in `distress.ts`. */
export const guards = {
  not: 'не ні немає нет нету нема нікому никто ніхто нікого никого no not dont doesnt didnt isnt arent nobody noone',
  past: 'був була було були был была было были was were had перебувал* перебував буде будуть',
  ago: 'назад год года годов годы місяць місяці місяців месяц месяца месяцев тиждень тижня неделю недели week weeks month months years вчора вчера позавчора позавчера yesterday тоді тогда then ago тому last минул* прошл* year week рік году року роки січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня января февраля марта марте апреля июня июля августа сентября октября ноября декабря січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні январе феврале апреле июне июле августе сентябре октябре ноябре декабре january february april june july august september october november december щодня щоночі щоразу каждый кожен кожного every daily всегда завжди торік колись когдато used',
  since: 'з із зі с со від since from уже вже',
  now: 'досі ще еще ищо still зараз сейчас щас now прямо просто right доси',
  over: 'закончился закончилась закончилось закінчився закінчилася закінчилось закінчився стихло прекратился припинився ended прооперували прооперовали прооперировали прибула прибули прибыла прийшла пришла arrived дістали достали дістав достал витягли витягнули витяг витягла вытащили вытащил вытянули врятували врятував спасли визволили освободили звільнили вибралися вибрались вибрався вибралась виліз вилізли вилізла вылез вылезли вылезла выбрались выбрался выбралась відкопали откопали винесли вынесли вивели вывели евакуювали эвакуировали забрала забрали забрав увезла увезли увез довезли доставили лікарн* больниц* hospital hospitalised hospitalized freed rescued pulled reached dug evacuated survived took taken treated загасили погасили потушили тушили гасили ліквідували ликвидировали extinguished reanimated реанімац* реанимац* откачали відкачали обійшлося обошлось відбулася відбувся вийшли вышли приїхала приїхали приехала приехали зажила зажило загоїлась загоїлася загоїлось одужав одужала healed safe приїхало',
  said: 'saw heard бачив бачила бачили видел видела видели чув чула слышал слышала повідом* сообщ* заяви* заявил* даними данным дані said says say reported reports according пишуть пишут officials official mayor мер мэр губернатор* ова ода дснс гсчс мчс рятувальник* рятувальн* спасател* спасательн* firefighter* emergency authorities прокурат* операція операции триває продолжается ongoing news новин* новост* пошуки поиски rescuers',
  found:
    'загину* погиб* померл* помер умер умерл* died dead killed deceased body bodies тіло тіла тіл тело тела тел found знайш* знайден* нашли найден* обнаруж* виявлен* виявил* машин* авто автомоб* car cars vehicle* тракт* техник* технік*',
  /** After a phrase: of nobody. */
  none: 'нікого никого ніхто никто nobody noone none',
  slight:
    'склом стеклом скла пилом пылью штукатуркою штукатуркой glass dust снігом снегом злості злости люті ярості ярости сміху смеха сорому стыда бажанням желанием нетерпінням нетерпением anger laughter shame desire',
  may: 'могли мог могла міг можуть може могут может may might could можливо возможно ймовірно likely',
  shouted:
    'кричав кричала кричали кричал кричить гукав гукала гукали звав звал звала звали кликав кликала кликали просив просила просили просил благав благала благали умолял* волав волали screamed shouted yelled screaming shouting yelling cried crying asked begged called calling крики крик криков криків вигуки',
  bot: 'command команд* репорт звіт* отчет* заповн* заполн* fill filling form анкет* форм* бот* bot кнопк* button меню menu фото відео видео photo video file файл* дату date мову мови язык language змінити поменять изменить change виправ* исправ* edit correct delete видал* удал* відкликати отозвать withdraw report reports розібрат* розібратис* разобрат* зрозумі* понять understand напис* писат* write type надіслати отправить відправ* отправля* відправл* помилк* ошибк* повідомлен* сообщен* повідомити сообщить налаштув* настро* settings питан* вопрос* розповісти розказати рассказать tell share document свідчити статус status зібрати собрать збір сбор донат* donat* картк* карту чернетк* черновик* draft* код translation translate перекласти перекладом перевести переводом',
  /** Of what is seen on a screen, read, or played. */
  media:
    'відео видео video videos film movie фільм* фильм* кіно кино кіні гра грі игра игре game photo фото picture news новин* новост* телевізор* телевизор* телебач* tv читав читала читал прочитав прочитала прочитал read показали показують показывают показывали навчання учения drill умовн* условн*',
  /** Before a phrase: of what has not happened. */
  supposed: 'якщо если if',
  /** After such a word: of whoever reads this. */
  reads:
    'слышит слышите чує чуєте чують читає читаєте читаете читает видит видите бачите бачить hear hears reads see sees можете',
  /** Before a word for help: a question about it, or help that others gave. */
  how: 'how what which to чим чем хто кто where де где куди куда',
} as const;

type Class = keyof typeof classes;
export type Guard = keyof typeof guards;

/** Classes in which a mistyped letter is forgiven. */
export const typos: readonly Class[] = ['call', 'buried', 'stuck', 'pull', 'medicine', 'shells', 'rubble'];

/** Words that fold to another one ("было"), and say nothing here. */
export const setApart = 'біля';

/** Forms that are a letter away from one of those and mean something else. */
export const noTypos =
  'допомоги допомогти допомогли допомогла помогать помочь помогли помогла помогло допоможуть допоможете поможете завалив завалит завалять завали застраял';

export type Kind = 'trapped' | 'injured' | 'fire' | 'attack' | 'suicidal' | 'help' | 'unsaid';

/**
 * Who speaks decides what can make it a report. `own`: the first person or an imperative. `others`: of a third person,
 * which is also how news are told. `holder`: of somebody who handles what explodes, which they may have found. `ask`: a call or a question that might be about the bot itself.
 */
export type Voice = 'own' | 'others' | 'holder' | 'ask';

/**
 * Phrases in the order of their words: `<class>`, plain words, `|` for the edge of a sentence. One other word may stand
 * between two of them, four where `..` stands, none where `=` does. Phrases are separated by commas.
 */
export const phrases: Readonly<Record<Kind, Readonly<Partial<Record<Voice, string>>>>> = {
  trapped: {
    own: `
      <we> .. <under> <rubble>, <under> <rubble> .. <we>, <we> .. <in> rubble, <we> .. <buried>,
      <buried> .. <we>, <person> <buried> <rubble>, <we> .. <stuck>, <we> .. <exit> <blocked>,
      <exit> .. <blocked> .. <we>, <falls> .. on <we>, <falls> .. на <we>, на <we> <falls>,
      <we> .. <within> .. <falls>, <falls> .. <we> .. <within>, <falls> .. <we> <cannot> <leave>,
      <we> .. <trap>, <rubble> .. на <we>, <rubble> on <we>, на <we> <rubble>, on top of me, locked in,
      | <stuck> <in>, нема <exit>, немає <exit>, нет <exit>, <exit> нема, <exit> немає, <exit> нет,
      no way out, нема куди <leave>, некуда <leave>, nowhere to, coming down on us, | trapped, no exit,
      <digs> .. руками, digging with, <smoke> .. <exit>, <exit> не <shutTight>, <exit> wont <shutTight>,
      <water> <rises>, <rises> <cellar>, <water> .. <cellar> <goes>, <goes> <water> .. <cellar>, <air> .. <ends>, <ends> <air>, бракує <air>, <we> тонемо, <we> тонем, drowning,
      <hear> .. <under> <rubble>, <hear> .. <cries> .. <cellar>, <we> .. <in> .. <minefield>, <entered> .. <minefield>, <minefield> .. <fear>,
      | <buried> <in> <cellar>, | <in> <cellar> <buried>, <we> <rises>, <water> .. по <deep>, <water> .. to <deep>, <water> .. up <deep>, <water> .. <we> .. <roof>, <we> .. <roof> .. <water>, <we> .. <stepped> .. <mine>,
      <stepped> .. <mine> .. <we>, <stepped> .. <mine> .. стою, навколо міни,
      вокруг мины`,
    others: `
      <under> <rubble>, <cries> .. <from> = <under> <rubble>,
      <from> = <under> <rubble> .. <cries>, <person> .. <be> .. <stuck>, <person> .. <stuck> under, <person> <under> <home>,
      під ним <person>, под ним <person>, <exit> <shut>, <exit> .. <shut>, <person> <buried>,
      <buried> <person>, <falls> .. на <person>, <falls> .. on <person>, <falls> .. <person> там, <cries> .. <from> = <under>, <falls> .. <within> .. <person>, <person> .. <within> .. <falls>, <person> .. <within> .. <cries>, <cries> .. <within>, <hear> .. <knocks>,
      <knocks> .. <under>, <person> ще <within>, <person> еще <within>, <person> still <within>,
      <person> .. <roof> .. <water>, <water> .. <person> .. <roof>, <person> .. <stepped> = на <mine>, <person> .. <stepped> on <mine>, <stepped> on a mine |`,
    ask: `
      <leave> не <can>, не <can> <leave>, не <can> .. <leave>, <cannot> <leave>, <cannot> get out,
      <cannot> get down, not <can> get out, <cannot> feel, не <feel> <limbs>, <limbs> не <feel>,
      боюся <leave>, боюсь <leave>, не <can> .. <lift>, <cannot> <lift>, <pull>, get us, get <we> out,
      rescue us, find us, please send, dig <we> out`,
  },
  injured: {
    own: `
      <we> <hurt> |, <we> ранило, <we> поранило, зачепило <we>, <we> зацепило, <we> .. <torn> <limbs>,
      <torn> <limbs> .. <needed>, <tourniquet>, i am <hurt>, we are <hurt>, я ранен, я ранена, я поранений,
      я поранена, меня ранило .. <needed>, <faints> <aware>, <births>, i got <hit>, i been <hit>,
      серце не бється, сердце не бьется, зупинилося серце, серце зупинилося, сердце остановилось,
      heart stopped, no pulse, heart attack, <we> .. <broken> <limbs>, ми поранені, мы ранены, нет <pulse>,
      <pulse> нет, немає <pulse>, нема <pulse>, <pulse> немає, <pulse> нема, <we> .. <bleeding>,
      <we> у вогні, <we> в огне`,
    others: `
      <bleeds> .. <blood>, <blood> .. <bleeds>, <blood> <flows>, <blood> не <stops>, багато <blood>,
      много <blood>, losing .. <blood>, весь в <blood>, вся в <blood>, вся у <blood>, калюжі <blood>,
      луже <blood>, covered in <blood>, pool of <blood>, <fits>, <stops> <bleeding>, <bleeding> не <stops>,
      зупинилось дихання, зупинилося дихання, дыхание остановилось, непритомна, непритомний, без памяти,
      <what> <stops> <blood>, bleeding, bleeding out, не <breathes>, нє <breathes>, not <breathes>,
      isnt <breathes>, stopped <breathes>, <hard> <breathes>, <person> turning blue, не приходить до тями,
      не приходит в <aware>, не приходит в себя, <faints> .. <blood>, <cannot> stop .. <blood>,
      <hurt> .. поруч, <hurt> .. рядом, buried alive, заживо, живцем, <person> .. не <responds>,
      не <can> .. <pulse>, <person> .. <bleeding>, <person> <fainted>, <person> <stuck> <in>,
      <buried> <exit>, є <medicine>, есть <medicine>, is there <medicine> |, is there <medicine> here, is there <medicine> near, <person> not <responds>,
      <person> isnt <responds>, без <aware>, <person> <lost> <aware>, unconscious, <dies>,
      <hurt> .. <what> <next>, <blood> .. <what> <next>, <hurt> .. what do, <blood> .. what do,
      не .. <stops> <blood>, <torn> .. <limbs> .. <medic>, <torn> .. <limbs> .. <what>, <torn> .. <limbs> .. <blood>, <feet> <nothing>, <tripped> .. <mine>, <lies> .. <blood>,
      <blood> .. <lies>, <smells> .. <gas> .. <sick>, <sick> .. <gas>, <gas> .. <sick>, <head> <sick>, <sick> <head>,
      <shard> <in> <body>, <in> <body> .. <shard>, <breathes> <badly>, <badly> <breathes>, much <blood>, lot of <blood>, <limbs> <broken> .. <come>, <person> .. <limbs> is <broken>, <body> <pierced>, <person> <sick>, <sick> <person>, у <person> схватки, у <person> перейми`,
    ask: `
      <needed> .. <medic>, <medic> .. <needed>, <send> .. <medic>, <send> .. <somebody>, <medicine> .. <urgent>, <urgent> .. <medicine>, | <medicine> на,
      | <medicine> |, <medic> не <drives>, <nobody> не <drives>, nobody is coming, noone is coming`,
  },
  fire: {
    own: `
      <we_burn>, we are burning, we are on fire, i am on fire, <we> <home> .. <fire>, у нас <fire>,
      в нас <fire>, <nothing> <breathe>, чим <breathe>, чем <breathe>, <chokes>, <fire> .. <around> <we>,
      <fire> .. <exit> <shut>, <person> = горят, <person> = горять, <person> = горить, <person> = горит,
      <fire> .. на <we>, <smoke> <in> <home>, <in> <home> <smoke>, <smoke> .. under the door, <person> are burning, <person> is burning, <smoke> .. не видно, <hard> <breathe>, <hard> to breathe, <breathe> <hard>, <fire> .. <we> .. <within>,
      <we> .. <within> .. <fire>, <person> .. <within> .. <fire>, <fire> .. <person> .. <within>,
      <fire> .. <within> <person>, <smoke> everywhere, full of <smoke>, <fire> .. в ній <person>, <fire> .. в нем <person>,
      <fire> .. в ней <person>`,
  },
  attack: {
    own: `
      <shells> .. <we>, <we> .. <shells>, <chases> .. <we>, <hides> .. <shells>, <shells> .. <hides>,
      <hides> .. <shelling>, <goes> <shelling> .. <we>, <we> .. <goes> <shelling>,
      <shelling> .. <we> <hides>, <shells> .. <home> .. <we>, <drone> .. над <we>, над <we> .. <drone>,
      <drone> above <we>, нас тримають, нас держат, holding us,
      at gunpoint, chasing us, hunting us, following us, killing us, <shoots> at <we>, <shoots> us,
      <shoots> at everyone, <shells> .. з усіх боків, <shells> .. со всех сторон, ломляться, ламають двері,
      ломают дверь, breaking in, <we> <under> <attacked>, we are being <attacked>, i am under <attacked>`,
    holder: `
      <person> .. <holdsIt> .. <explosive>, <explosive> .. <pin> .. <pulled>, <explosive> .. <pulled> .. <pin>,
      <pulled> .. <pin>, <pin> .. <pulled> .. <explosive>, <hands> .. <explosive>, <explosive> .. в <hands>,
      <explosive> .. in <hands>, <handles> .. <explosive>, <means> .. <dismantle> .. <explosive>, <explosive> .. <handles>, <cannot> put .. down`,
    others: `
      <explosive> .. без <pin>, without <pin> .. <explosive>, <explosive> .. no <pin>, <explosive> .. without <pin>`,
  },
  suicidal: {
    own: `
      не хочу <live>, <live> не <want>, не <want> <live>, вбити себе, убити себе, убить себя,
      dont want to <live>, not want to <live>, смысла <live>, сенсу <live>, reason to <live>, <want> <die>,
      <harms> .. <veins>, незачем <live>, point in living, want to <die>, end my life, <finish> .. <myself>,
      am suicidal`,
  },
  unsaid: { ask: `номер <medic>, what number .. <medic>, <medic> number` },
  help: {
    ask: `
      <call>, <shelling> .. <what> <next>, <shelling> .. <what> <we> <next>, <hides> .. <what> <next>,
      <what> <phones>, кому <phones>, who do i call, what number do i call, which number do i call, who should i call,
      <somebody> <hear>, <somebody> there, <somebody> coming, чуєте мене, чуєте нас, слышите меня,
      слышите нас, hear me, hear us, | благаю, | умоляю, | hurry |, приїдьте, приїжджайте, приезжайте,
      please hurry, come quick, come quickly, | emergency |, як евакуюватися, как эвакуироваться,
      how do we evacuate, | = help, <shoots> .. help |, help help, help us, help me, help my, help him, help her,
      help them, help we, help please, please help, pls help, plz help, please come, someone help, somebody help,
      save us, save me, save my`,
  },
};
