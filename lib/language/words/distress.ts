/**
 * The words of `lib/language/distress`, in Ukrainian, Russian, English and their mixtures. Spelling is folded before
 * words are compared (letters of both alphabets, о and а, и, і and ы, г and х are one), so that transliterated words and the usual
 * misspellings need no entry. `*` ends a stem. `%` ends the stem of a verb, of which the past is another word: it is written
 * `<cry:past>`.
 */

const childWords =
  'дитин* дитя діти дітей дітьми дітям детей дети детьми детям ребен* ребьонок ребят* малюк* малыш* маленьк* малими немовл* младен* kid kids child children baby babies toddler infant онук* внук* хлопчик* мальчик* дівчинк* девочк* пацан* хлопці boys girls boy girl';

/** Words that stand for each other in a saying. */
export const classes = {
  own: 'ми мы я нас нам нами мене меня мені мне мною мной наш наша наше наші наши нашого нашої нашей нашу нашим нашими наших нашому мій моя моє мої мого моєї моєму моїй моїх мою моїм моїми мой моей моего моему моих моем us we i me am our my myself сидж* сидим* сижу лежим* лежу стоїм* стоим* стою ховаєм* ховаюс* прячем* прячус* чекаєм* чекаю ждем* жду чую чуєм* слышу слышим* боїм* боюс* боим* можем* можу могу неможу немогу повзу ползу тікаєм* бежим тримаю держу накладаю накладаємо затискаю зажимаю копаю копаєм* зупиняю тисну тиснемо перетягнув перетягли',
  person: `${childWords} він она вона воно вони они его ее ему ей їх їм их йому його її неї него них he she they him her them his someone somebody людин* люди людей людям человек* людоньк* person people man men woman women guy жінк* жінок женщин* чоловік* мужчин* муж мужа мужу мужик* жен жена жену жене жены дружин* мама маму мами мамі маме мамо мамы мамочк* матусь* мати матір матері матер* мать батьк* батько тато тата тату папа папу папе папи отец отца отцу син сын сина сына сину сыну синочок сынок дочк* доньк* доч донечк* дочь дочер* брат* сестр* сестер сестричк* дід діда дідус* діду дед деда деду дєд дедушк* бабус* бабуш* бабуля баба бабу бабця бабцю бабці дядьк* дядя тьотя тетя тетю тітк* внук* внучк* онук* друг друга другу подруг* товариш* сусід* сосед* сосєд* хлопець хлопц* хлопч* парень парня парн* пацан* дівчин* дівчат* дівчинк* девочк* девчонк* девушк* мальчик* старик* стареньк* лежач* вагітн* беремен* водій водія водит* родин* сімя семья семью батьки батьків родители родителей кіт кота mother mom mum mummy mommy father dad daddy sister brother son daughter wife husband friend grandma grandmother grandpa grandfather granny grandad neighbour* neighbor* family parents uncle aunt girl boy driver elderly girlfriend boyfriend колега коллега двоє двое троє трое четверо пятеро пятеро кілька несколько живі живые хтось ктото`,
  child: childWords,
  here: 'тут здесь тута сюда сюди поруч рядом поблизу неподалік внизу нагорі наверху зверху сверху надворі here nearby below upstairs downstairs outside',
  now: 'зараз сейчас щас щаз шас зара щойно досі доси ще еще ищо now still currently',
  not: 'не ні нє ни нет нету немає нема not no isnt arent cant cannot dont doesnt wont wasnt never without без нельзя',
  nobody: 'ніхто никто нихто nobody noone нікого никого none некому нікому',
  under: 'під под пад pid under beneath underneath',
  in: 'в у на in inside at on into',
  on: 'на on onto over по at',
  what: 'що шо что чо як как what how чим чем шож',
  next: 'робити делать дєлать далі дальше робить do рятувати зупинити спинити остановить перевязати перевязать накласти наложить перетягти перетягнути перетянуть зробити stop дихати тушить гасити',
  where: 'куди куда кому who whom where which який какой яка какая what',
  phone:
    'дзвонити телефонувати подзвонити звонить позвонить звонити дзвонить бігти бежать тікати дзвонит call number номер phone ring hide сховатися ховатись ховатися прятаться',
  number: 'номер number phone телефон',

  call: 'караул гвалт допоможіть допоможить допоможи поможіть поможить поможи помогите помоги помагіть помогіть допомогіть памажить рятуйте врятуйте порятуйте рятуй спасите спасіть спасайте спаси спосите sos соs mayday 🆘 хелп',
  rescue:
    'відкопайте откопайте витягніть витягніт витягни вытащите вытащи вытяните витащіть заберіть заберите евакуюйте эвакуируйте дістаньте достаньте вивезіть вывезите evacuate розкопайте раскопайте визволіть',
  come: 'приїдьте приїжджайте приезжайте приедьте їдьте едьте приїхати приехать',
  urgent:
    'терміново срочно негайно urgent urgently швидше скоріше скорее быстрее быстрей hurry asap quickly quick негайна немедленно бігом бегом',
  please: 'будь ласка пожалуйста please pls plz plis прошу просимо благаю молю умоляю бога',
  needed:
    'чекаємо чекаю ждем жду waiting потрібен потрібна потрібні потрібно потрібний треба тра нада надо нужен нужна нужны нужно need needed needs требуется прошу просимо благаю молю умоляю please wanted want urgent urgently терміново срочно',
  send: 'відправте отправьте надішліть позвоните зателефонуйте подзвоніть наберіть наберите викличте виклич викличіть вызовите вызови визовіть визвіть пришліть пришлите пришли шлите шліть скажіть send call get направте направьте дайте викликати вызвать',
  medic:
    'пожежник* пожарник* пожарных firefighters firemen поліцію полицию police турнікет* жгут* джгут* tourniquet assistance evac medevac швидка швидку швидкої швидкій скора скору скорую скорая скорои скорой ambulance ambulanc medic medics doctor doctors paramedic* лікар* врач* медик* фельдшер* рятувальник* спасател* спасател* rescuers rescue дснс мчс допомога допомогу допомоги помощь помощи help евакуація евакуацію эвакуация эвакуацию evacuation техніку технику кран crane вертоліт вертолет helicopter boat човен лодка лодку хірург* surgeon',
  medicine:
    'врач лікар швидка швидку скорую скорая скору ambulance medic doctor врача лікаря медика медиков медиків скораю',
  somebody:
    'когось хтось хто кого кто когонебудь ктонибудь хтонебудь когонибудь ктото someone somebody anyone anybody',
  hears: 'чує чуєте чуєш чують слышит слышите слышит hear hears живий живой alive',
  drives:
    'їде їдуть едет едут іде їхати ехать едит поїде поедет coming comes come приезжает приедет приїжджає приїде приходить доїде доедет відповідає берет бере трубку зупиняється останавливается зупинився answers',

  getOut:
    'вийти вийдемо выйти вибрат* выбрат* вибрац* вилізти вылезти спуститис* спуститьс* спустити спустить піднятися підвестися подняться встати встать ворухнут* поворухнут* рухатис* двигат* двинут* пошевелит* шевелит* втекти убежать сбежать вирват* вырват* виїхати выехать escape leave move out down виповзти выползти зрушити йти ходити ходить бігти',
  cannot: 'cant cannot неможу немогу неможем неможемо unable couldnt',
  can: 'можу можемо можем можна може можуть могу можем может могут можно can able',
  lift: 'підняти поднять зрушити зсунути сдвинуть витягнути витягти вытащить вытянуть витащити дістати достать винести вынести lift reach move розбудити разбудить відкрити открыть відчинити знайти найти find',
  bury: 'накрило накрыло завалил* завалює завалива* завален* засипа* засыпа* привалил* придавил* придавлен* присипа* присыпа* замурув* притис* прижал* прижат* зажал* зажат* затис* защем* роздавил* раздавил* розчавил* перегород*',
  stuck:
    'заперт* замкнен* замкнул* зачинен* locked застрягл* застряг застрягли застряв застряла застряли застрял застрягаю заблоков* заблокир* замурован* trapped traped trappd trap stuck buried pinned crushed entombed стоїть стоит',
  rubble:
    'завал завалу завали завалы завалом завалами завалів завалов завалах уламк* обломк* плит плита плиту плити плиты плитой плитою плитами плитах бетон* балка балки балку балкою балкой шаф* шкаф* rubble debris ruins slab slabs concrete building wall ceiling beam beams wreckage руїн* руин* plates roof стіною стеной стіна стена стіну стену стеля стелю стелею потолок потолком дах крыша крышу цеглою кирпич* землею землей дерев* кермом рулем машиною машиной bricks камін* камня* двер* холодильник* rock',
  buildings:
    'будинк* домом дом будинок домами хатою школ* магазин* гараж* підїзд* подъезд* лікарн* больниц* building house school shop garage сходами лестниц* stairs staircase землею землей ground землі',
  exit: 'люк люка люку ляда ляду лядою hatch виходу выхода выхід входу входа вихід виход выход вход двері дверь двери дверей двєрь сходи сходах лестниц* сходів ворота exit door doors stairs stairwell staircase entrance вікно окно windows window коридор* кришка крышка',
  shutTight:
    'відчиня* відкрив* открыв* відчинит* відкрит* открыт* піддає* поддае* підніма* подніма* піднят* поднима* зрушит* open opens opening budge',
  blocked:
    'завален* завалил* засипа* засыпа* заклинил* заклинен* заклинює заклинивает заблокова* заблокир* придавил* перекрит* перекрыт* blocked jammed collapsed buried burning gone горить горит обвалил* обрушил* нема немає нет перекошен* перекосил*',
  fell: 'впав впала впало впали упав упала упало упал упали валиться валится валяться рухнув рухнула рухнуло рухнули рухнул обвалил* обваливс* обвалює* обрушил* обрушив* обрушує* рушиться рушится сиплеться сыпется сыпятся проломил* склался склалас* сложился сложилас* collapsing fell falling falls collapsed caved dropped landed привал* навалил*',
  within:
    'всередині внутри inside upstairs downstairs поверсі поверху поверх етажі этаже этаж етаже балконі балконе floor balcony кімнаті комнате ліфті лифте ліфт лифт elevator lift ванній ванной там',
  cellar:
    'підвал* подвал* падвал* погріб погреб* погреб льох льоху укриття укритті укрытие укрытии бомбосховищ* бомбоубежищ* сховищ* підпол* подпол* cellar basement shelter bunker погребі бліндаж* блиндаж* яма ямі яме окоп*',
  home: 'будинок будинку будинки дім дом хата хату хаті хате квартира квартиру квартирі квартире підїзд* підʼїзд* подъезд* поверх поверсі поверху этаж* етаж* коридор* кімнат* комнат* дах даху крыша крыше балкон* house home building flat apartment block room roof corridor hallway stairwell floor сарай гараж вікн* окн* кухн* kitchen bedroom вдома дома двір дворі двор дворе подвір* yard',

  cry: 'крич% клич% зовут зовет гука% плач% стогн% стону% стонет скавул% скул% верещ% виє воет воют screaming screams scream crying cries calling shouting shouts moaning moans groaning whimpering просять просят begging крики крик плач стогін голос голоси голоса голосы voices voice стон стонов стонав',
  knock: 'стуч% стука% стукіт стук гріма% knocking knocks banging tapping',
  hear: 'чую чути чутно чуєм* чуєте слышу слышно слышны слышен слышим* hear hears чуть',
  boom: 'гупа% бахка% вибух* взрыв* бах% гримит грохоч* explosions explosion blast blasts гарматн* обстріл* обстрел* shelling бомб* стріля* стреля* ракет* пожеж* пожар* дим дым',

  breathe:
    'дих% дыш% діхає діха% breathing breathe breathes breath подих* дыхает вдихнути вдохнуть воздух* повітр* air кисню',
  hard: 'важко тяжко тяжело трудно hard ледве ледь еле barely struggling погано плохо badly hardly хрипло',
  nothing: 'нічим нечем нєчєм нічєм ничем немає нема нету нет бракує no',
  ends: 'закінчу* кінча* заканч* конча* закінчил* закончил* скінчил* кончил* лишило* осталос* залишил* лишилос* вистача* хвата* меньше менше мало finished running last left gone out нема немає нет нету без',
  choke:
    'задиха% задых% задохн* задихн* душить душит suffocating suffocate choking чад* угора* угоріл* угорел*',
  aware: 'свідом* сознан* памяти память тями',
  lose: 'втратив втратила втрача% утратила потерял потеряла теря% втрачаю теряю losing lost',
  faint: 'непритомн* знепритомн* зомлів зомліла зомлі* unconscious unresponsive fainted fainting collapsed',
  responds:
    'говорить говорит мовить прокида% просина% просып% реагу% реагір* ворушит* шевелит* рухаєт* рухаюс* двигает* responding respond responsive moving move answer answering answers отвечает відповіда* відгуку* откликает* отзыва* wake waking встає встает встати встать спілкується воспринимает берет бере дивиться поднимает',
  feels: 'відчуваю чувствую чую чувствуем feel відчуває чувствует відчува*',
  lies: 'лежить лежит лежать лежат lies lying висить висит',
  silent: 'мовчить молчит холодн* замовк* замолч* silent limp',
  pulse: 'пульс пульсу пульса pulse heartbeat',
  blue: 'синіє синеет посинів посиніла посинел посинела blue бліда блідий бледн* pale побілів побелел жовтіє сірий',
  fits: 'хрипить хрипит судом* конвульс* gasping convulsing seizure seizures convulsions трясе трясет дергается shaking піна пена epilep*',
  dies: 'помру помремо помре загинемо умрем умрет умру погибнем згорим* сгорим* задохнем* помира% помераэ вмира% умира% dying помре кінчається кончается отходит здихаю втрачаємо die dies сконає',
  dead: 'помер померла умер умерла',
  aliveYet: 'живий живой жива живая живі живые живы alive теплий',

  blood: 'кров крові кровю кровь крови кровью кроф кровищ* крові кровя blood',
  flows:
    'залива% заливает pouring gushing spurting spurts льет лье бє бьет хлещ* хлищ* хлещ тече течет тичет течот ллє* льется льеться йде ідє идет everywhere юшит* фонтан* свище хлюпа* хлыщ* сочит* толчками цебен* дзюр* much lots',
  bleeding: 'кровотеч* кровотечен* кровоточ* кровить bleeding bleeds bleed hemorrhage haemorrhage',
  bleeds: 'стіка% істіка% стека% истека% истика% зіходить исходит стина*',
  stops:
    'зупиня% спиня% зупин* спин* останавлива% остановит* остановл* stop stopping stops вгамувати стопит* унять перетягн* перетянут* stem',
  full: 'весь вся все всі багато много калюж* луж* covered pool soaked much lot lots море full заюшен*',
  hurt: 'поранен* поранил* ранен* ранил* ранет* зачепил* зацепил* задело посікл* посекл* посічен* посечен* контуж* контузил* покаліч* wounded injured hurt осколочн* осколков* підірвавс* підірвалас* подорвался подорвалас* трьохсот* трехсот* 300 shot hit обгорів обгоріл* обпеч* обпік* обжег* обгорел* burned burnt підстрел* подстрел* зламан* сломан* сломал* зламав розбит* разбит* збил* сбил* shrapnel рана рану рани раны wound',
  wounded:
    'поранений поранена поранені поранен ранен ранена ранены ранений ранет wounded injured hurt bleeding hit',
  torn: 'відірва* отірва* оторва* отарва* відсік* отсек* розірв* разорв* роздробл* раздробл* перебит* перебил* переламан* зламан* сломан* розтрощ* gone ripped blown torn severed missing crushed broken mangled розпорол* распорол* пробит* пробил* полоснул* прострел* вирва* вырва*',
  limbs:
    'ноги ногу ногою рук нога ноги ніг ног рука руку руки руці ножк* ручк* leg legs arm arms hand hands foot feet стоп* ступн* кист* пальц* finger fingers toes бедр* стегн*',
  body: 'животі живіт живот живота животе ноги ногу ногою руку руки нозі ноге нога руці руке рука спині спине спину голові голове голову шиї шее шея шию груди грудях груд* плечі плече плечо стегн* бедр* оці очі ока глазу глаз* бок боці боку обличч* лиц* stomach belly leg legs arm chest neck back head shoulder thigh face eye eyes side body',
  shard:
    'осколок уламок осколки уламки осколком осколка уламком уламка осколками shrapnel fragment fragments железа заліза арматура арматур* скло стекло glass куля пуля bullet',
  guts: 'внутренност* нутрощ* кишк* кишок guts intestines кості кости bone',
  pain: 'болить болит біль боль hurts pain pains ache тисне давит стисн* сжал* прихопил* схопил* схватил* прихватил* немє* німіє',
  heart: 'серце сердце серця сердца серцем сердцем сэрдце heart',
  heartBad:
    'зупин* останов* схопил* прихопил* прихватил* схватил* стало stopped attack bad погано плохо приступ напад болить болит стисн* кольнул* колет коле не',
  stroke: 'інсульт* инсульт* інфаркт* инфаркт* stroke приступ* анафілак* анафилак*',
  birth:
    'рожа% роджа% родит рожу народжу% пологи роды схватк* перейми переймів перейм* переим* labour labor contractions birth waters воды води родить',
  waterBroke: 'відійшли отошли broke відходять відходят отходят',
  drug: 'інсулін* инсулин* insulin ліки ліків лекарств* ліків таблеток кисень кисню кислород* oxygen інгалятор* ингалятор* inhaler апарат* аппарат* medicine medication діаліз* дыхател*',
  sick: 'паморочит* паморочт* нудит* тошнит рве рвет блює блюет кружит* кружат* отруїл* отравил* отруєн* dizzy vomiting poisoned faint weak слабк* слабне слабеет погано плохо втрача* непритом* гірше хуже feverish задиха*',
  burnsEyes:
    'жже жжет пече печуть печет дере дерет щипл* щіпле щеми* сльоз* слезят* stinging burning burn кашл* кашель coughing дере',
  eyes: 'очі глаза горло горлі eyes throat лице обличчя skin lungs',
  see: 'бачу вижу see видно',

  fire: 'вогонь вогні вогню вогнем огонь огне огня огнем полумя пламя flames flame горить горит горять горят палає палают палають пылает полихає полыхает burning fire пожежа пожежі пожар пожара пожаре загоряється загорается тліє пала пал',
  burns: 'горить горит горять горят палає палают палають пылает полихає burning пече',
  weBurn: 'горимо горим палаєм* згораєм* сгораем* палаемо спалають',
  smoke:
    'дим дым димом дымом диму дыму диме дыме чад чаду smoke гар гару гарью fumes димить дымит димно дымно',
  spreads:
    'йде іде идет тягне тянет лізе лезет заходить заходит наповнює заповнює заполня* coming filling fills spreading тліє повз* ближч* ближе підход* подход* перекинул* closer near',
  gas: 'газом газ газу gas gasom хлор* аміак* аммиак* chlorine ammonia хімі* хими* chemical кислот* acid',
  smells:
    'пахне пахнет тхне воняет воня* смердит* запах* смерд* smell smells smelling leak leaks leaking шипит шипить hissing тече течет витік витека* утечк* йде идет',
  tank: 'цистерн* бочк* балон* баллон* tank tanker труба трубы трубы pipe склад',

  water: 'вода воды води воду water river',
  rises:
    'затоплю% затапл% топит% топить прибува% прибыва% підніма% поднима% піднял* подня% залива% захо% rising rises піднялас* прийшл* прибул* топимо топит flooding flooded coming заходит поднял* затопил*',
  drown:
    'тонемо тонем тонет тоне тонуть потопа* захлина* захлеб* зносит сносит drowning sinking swept уносит',
  deep: 'пояс коліна колена колін колено коліно груди грудь шию шиї горло вікон окон стел* потолк* waist knees knee chest neck windows ceiling ankles',
  roof: 'даху крыше крыши горищі горище чердаке roof attic дереві дереве tree',

  shoot:
    'бомбл% бомбят бомби% стріля% стреля% атаку% гатят% гати% криют криють кроют кроє лупл% лупят лупит лупас% луп% бють бьют бємо розстрілю% расстрелива% добива% вбиваю* убиваю* валять утюж% сипл% сыпл% сиплят* сыпятся прилітає прилетает прилітают прилетают летить летит летят летять хуярят хуячат херачат довбут довбят довбає долб% обстрелива% обстрілюют обстрілює обстрілюємо',
  firing: 'shooting firing bombing shelling attacking hitting striking pounding shoot bomb shell',
  shelled: 'shelled bombed attacked shot hit fired',
  shelling:
    'обстріл обстрел обстрілом обстрелом бомбардування бомбежка бомбьожка бомбежку стрільба стрельба бій бой shelling bombing bombardment gunfire shots artillery атака кулі пули',
  goes: 'йде идет іде идьот триває is going почався почалася начался',
  be: 'am are is being be keep keeps started start',
  drone:
    'дрон дрони дрона дроны бпла квадрокоптер* квадрик* мавік* мавик* шахед* герань fpv фпв drone drones shahed коптер* мопед*',
  hover:
    'кружля% круж% кружит кружат виси% завис* літа% лета% летит летить летает полю% охоти% жене* гонит* преследу* ганя% гуде гудить гудит жужж* дзижч* ниш% hovering hovers circling flying chasing hunting following buzzing above overhead над женет* скида% сбрасыва%',
  above: 'над above over overhead надо',
  hide: 'ховаєм* ховаюс* сховал* сховались прячем* прячус* спрятал* укрил* укрыл* сидим* сиджу сижу лежим* лежу hiding sheltering crouching lying sitting',
  soldiers:
    'солдат* солдати військов* военны* военные орки орків русн* руські русские росіян* кацап* чужі чужие автомат* озброєн* вооруж* soldiers soldier troops gunmen russians armed men окупант* оккупант* кадировц* снайпер* sniper',
  breakIn:
    'ломляться ламают ламають ломают ломятся вибивають выбивают стукают стукають прикладами kicking banging breaking знімають ходят ходять going заходят заходять лізуть лезут kick обшукують обыскивают шукають ищут searching',
  captive:
    'тримають держат удерживают утримують схопили схватили hostage captured kidnapped captive gunpoint полоні плену holding hold bind звязали связали катують пытают бють бьют насилують насилуют raping beating',
  chase: 'chasing hunting following killing gaining after ganяють',

  explosive:
    'гранату граната гранатою гранатой гранати гранаты гранатами міну мину міна мина міною миной снаряд* ракет* бомб* патрон* бойов* боеприпас* боєприпас* запал* grenade grenades mine mines rocket rockets bomb bombs shell shells ammo ammunition fuse warhead explosive касет* пелюстк* лепест* вибухівк* взрывчатк* розтяжк* растяжк* міномет* неразорвав* нерозірв* мінами минами petal',
  holdsIt: 'тримає держит держить тримають держат тримаю держу holding holds hold стиска*',
  hands: 'руках руці руке рукою рукой hands hand',
  handles:
    'бавит* бавлят* гра% грают* игра% грается бігає бігають бегают бегает несе несут несуть несет тягне тягнут* тащит тащат розбира% разбира% розкруч% раскруч% пиля% пилит пилят кида% кидают штовха% бє бють бьет бьют довба% ковиря% колуп* playing plays play carrying carries dismantling runs running hitting hits throwing throws kicking kicks stoning poking burning сверлит стука% стуч% молотком hammer hammering ріже режут режет перекида% копа% picked взяли взяв взял взяла знайшли знайшов нашли',
  pin: 'чеки чека чеку чекою чекой кільця кільце кольца кольцо колечко pin',
  pulled:
    'висмикн* витяг витягла вирва* выдерн* вырва* вынул* вытащил* pulled pulls lost загуб* потеря* впала gone came fell out сорва* зірва* випал* выпал* без без',
  mine: 'міна міну міні міною мина мину мине миной міни мины mine mines розтяжк* растяжк* пелюстк* лепест* щось чтото шось что something мін проволок* дріт дроту wire кабел* cable нитку леску волосін* жовте petal tripwire',
  minefield:
    'мінному мінне минное минном мінного минного мінним минным мінні минные міном замінован* заминирован* mined minefield minefields',
  mines: 'міни мины мін мин mines лепестк* пелюстк* mined',
  step: 'наступив наступила наступили наступил наступает ступив ступила stepped',
  stand: 'стою стоїм* стоимо стоим стоїть стоит standing stand stands посеред посередині посреди middle',
  click: 'клацн* щелкн* клац щелч* click clicked клікн*',
  trip: 'зачепив зачепила зачепили зацепил зацепила зацепили tripped зачепила tripping',
  dismantle: 'розібрати разобрать розпиляти распилить розкрутити раскрутить dismantle open defuse',
  means: 'збираєт* собирает* хоче хочет намагает* пытает* going wants trying',
  fearful:
    'боїм* боюс* боим* afraid scared страшно перелякан* терпіти рухатись рухаюс* двигаюс* moving move поворух* ворухн* шевел*',
  plain:
    'допоможіть допоможить поможіть поможить помогите помоги помагіть памагите памагіть помогіть допомогіть хелп help',
  polite:
    'будь ласка пожалуйста please pls plz мені нам мне нас me us хтось хтонебудь ктонибудь someone somebody anyone',

  alone: 'один одна одни сам сама самі самая самa alone самотн* одиноч* сами',
  cold: 'замерза* мерзн* freezing starving голодн* голоду голода замерзл* околі* hypothermia',
  supplies:
    'води воды їжі еды їди хліба хлеба тепла світла света опалення отопления ліків лекарств water food heat heating power medicine',
  lasting:
    'годину години годин час часа часов добу доби діб сутки суток день дня днів дней hour hours day days хвилин минут minutes ніч',
  already: 'вже уже третю третий третьи третю третя другу вторые второй пять пів пол since for third',
  battery: 'сідає садится сяде сядет розряд* разряд* dying процент* відсот* percent battery заряд*',

  live: 'жити жить live living living жити',
  die: 'померти умереть вмерти здохнути сдохнуть помереть die',
  want: 'хочу хочеться хочется хотим want wanna бажаю',
  sense: 'сенсу смысла сенс смысл сил сили reason point навіщо зачем нащо незачем',
  finish:
    'покінчу покінчити покончить покончу вкоротити вкорочу вкоротить накласти наклав наклала наложить наложил kill end ended убить убю вбити убити порішу накладу закінчити закончить закінчу закончу',
  myself: 'собою собой життям жизнью себе себя віку myself life руки self himself herself',
  pills: 'таблет* снодійн* снотворн* pills tablets пігулк* колеса',
  took: 'випила випив выпила выпил наковтал* наковтав* наглотал* took taken swallowed прийняла приняла overdosed',
  veins: 'вени вены вен wrists зап*',
  cut: 'порізав порізала порезал порезала ріжу режу cut cutting розрізала перерезал',
  bridge: 'мосту мості краю даху крыше подоконнике підвіконні bridge edge ledge петлю петля петля rope noose',
  hang: 'повішус* повешус* повісивс* повесил* застрелюс* вистрибн* спрыгну стрибну прыгну jump hang',
  better: 'краще лучше better',
  goodbye: 'прощавай* прощай* goodbye пробачте простите',
  wire: 'током струмом електр* электр* провід провод electric electrocuted power',
  overturn: 'перекинул* перевернул* flipped overturned crashed',
  car: 'машин* автобус* car truck bus van авто автомоб*',
  flee: 'бігти бежать тікати сховатись сховатися ховатись ховатися спрятаться прятаться укриття укрытие shelter run hide',
  lost: 'зник зникла пропав пропала пропал загубив* загубил* потерял* missing lost зникли',
} as const;

/** Words that tell that a saying near them is no call: where each is looked for is said in `distress/guards.ts`. */
export const guards = {
  not: 'не ні немає нет нету нема ни no not dont doesnt didnt isnt arent wasnt werent никто ніхто нікого никого nobody noone never',
  past: 'був була було були был была было были was were had перебувал* буде будуть будет будут been will тривав тривала тривал* продолжал* длил* went lasted летав літал* летал* шов йшов шел шла ішов стояла стояло стояли лежали лежав лежала сиділи сидели сидел сиділа жили жил жила could wasnt',
  ago: 'назад год года годов годы місяць місяці місяців месяц месяца месяцев тиждень тижня тижнями тижні неделю недели недель week weeks month months year years вчора вчера позавчора позавчера учора yesterday тоді тогда then ago тому last минул* прошл* рік році року роки січн* лютого лютому березн* квітн* травня травні червн* липн* серпн* вересн* жовтн* листопад* грудня грудні январ* феврал* марта марте апрел* июня июне июля июле август* сентябр* октябр* ноябр* декабр* january february april june july august september october november december щодня щоночі щоразу каждый кожен кожного every daily всегда завжди торік колись когдато раньше раніше used весны весни весною spring літом летом влітку осени осені взимку зимой зимою summer winter autumn дитинств* детстве monday tuesday wednesday thursday friday saturday sunday понеділок понедельник вівторок вторник середу среду пятниц* суботу субботу неділю воскресенье часто often usually once колись постоянно earlier pm четвер четверг четверга',
  since: 'з із зі с со від от since from',
  now: 'досі доси ще еще ищо still зараз сейчас щас now прямо right щойно',
  over: 'закончил* закінчив* закінчил* стихл* прекратил* припинив* припинил* ended прооперув* прооперир* прооперов* прибула прибули прибыла прийшла пришла arrived дістали достали дістав достал дістала витягли витягнули витяг витягла вытащили вытащил вытащила вытянули врятував* врятувал* спасли спас спасла визволили вызволили освободили звільнили вибрались вибралис* вибравс* вибралас* виліз вилізли вилізла вылез вылезли вылезла выбралис* выбрался відкопал* откопал* vidkopaly винесл* вынесл* вивели вывели евакуювал* эвакуировал* евакуйован* эвакуирован* забрала забрали забрав забрал увезла увезли увез довезли доставили доправил* відвезли отвезли freed rescued pulled reached dug evacuated survived took taken treated fixed загасил* погасил* потушил* тушили тушил гасили ліквідов* ликвидир* extinguished відкачал* откачал* обійшлос* обошлос* відбувс* відбулас* вийшли вышли вибігл* выбежал* вискочил* выскочил* приїхал* приехал* приїхав приехала зажил* загоїл* одужал* одужав* healed safe recovered recovering quiet спокійно спокойно тиша зашили перевязал* stitched вижив* выжил* житиме протез* prosthesis ампутув* ампутир* amputated нормально нормі порядке порядку гаразд цілі целы цел ціл fine okay okей ok вирішил* починил* полагодил* спасибо закінчила затихл* збили сбили знешкодил* обезвредил* розмінува* разминирова* fixed швидкій прийшов помог допоміг допомогли допомогла помогли помогла',
  /** Beside "now" or "already". */
  home: 'вдома дома home безпеці безопасности',
  already: 'вже уже already',
  /** Where the wounded are taken. */
  care: 'лікарні лікарню лікарнях больнице больницу hospitalised hospitalized hospital госпіталь госпіталі госпиталь госпитале шпиталь шпиталі шпиталю реанімац* реанимац* surgeons surgery операції операцию',
  said: 'saw heard бачив бачила бачили видел видела видели чув чула чули слышал слышала слышали повідом* сообщ* заяви* заявил* даними данным дані said says say reported reports according пишут пишуть кажут кажуть каже говорят розповіда* рассказыва* розповіл* рассказал* told officials official mayor мер мэр губернатор* ова ода дснс гсчс authorities прокурат* операція операции триває продолжается ongoing news новин* новост* пошуки поиски bbc cnn суспільне telegram канал* channel unconfirmed search розбір разбор',
  found:
    'загину* погиб* померл* помер умер умерл* died dead killed deceased body bodies тіло тіла тіл тело тела тел знайш* знайден* нашли найден* обнаруж* виявлен* виявил* found вбит* убит* death',
  /** Of nobody. */
  none: 'нікого никого ніхто никто nobody noone none порожн* пуст* empty',
  slight:
    'склом стеклом скла пилом пылью штукатуркою штукатуркой dust снігом снегом злості злости люті ярости сміху смеха сорому стыда бажанням желанием нетерпінням нетерпением anger laughter laughing shame desire цікавості любопытства curiosity know see нудьги скуки boredom роботою работой справами делами work workload homework paperwork emails листами завданнями уроками deadline deadlines exam exams interview співбесід* спеки жары щастя счастья joy love кохання любви спам* дзвінками звонками заторі пробке traffic airport аеропорт* border кордон* границе',
  may: 'могли мог могла міг можуть може могут может may might could можливо возможно ймовірно likely',
  shouted:
    'кричав кричала кричали кричал гукав гукала гукали звав звал звала звали кликав кликала кликали просив просила просили просил благав благала благали умолял* волав волали screamed shouted yelled cried begged called said крики',
  bot: 'command команд* репорт звіт* отчет* заповн* заполн* fill filling form анкет* форм* форму bot кнопк* button buttons меню menu фото фотк* відео видео photo photos video file файл* дату date мову мови язык* language змінит* поменят* изменит* change виправ* исправ* edit correct delete видал* удал* відкликати отозвать withdraw report reports розібрат* розібратис* разобрат* зрозумі* зрозуміт* понят* understand напис* писат* надісл* відправ* отправ* upload помилк* ошибк* error повідомлен* сообщен* повідомити сообщить налаштув* настро* settings питан* вопрос* question questions розповісти розказати рассказат* tell share document describe свідчит* статус* status зібрати собрать збір сбор донат* donat* fund funds money картк* карту чернетк* черновик* draft* код code translation translate переклас* переклад* перевести перевод* шаге screen екран* экран* опитув* опрос* survey розділ* раздел* підрахунк* подсчет* сторінк* страниц* page program* застосун* приложен* app гуманітарк* гуманитар* humanitarian оформит* оформл* компенсац* посібник* ремонт* відремонт* отремонт* волонтер* бот бота боту боте ботом кроці крок питанні',
  /** Of what is seen on a screen, read, or played. */
  media:
    'відео видео video videos film movie фільм* фильм* кіно кино кіні гра грі игра игре game photo фото picture news новин* новост* телевізор* телевизор* телебач* tv читав читала читал прочит* read показали показують показывают показывали навчан* учения учениях drill practised practiced exercise training умовн* условн* сон сні dream dreamt сниться снится приснил* sleep учебник* підручник* textbook стрім* stream рассказывал* розповіда* книг* book пісн* песн* song',
  /** Before a saying: of what has not happened. */
  supposed: 'якщо если if раптом unless коли when чтобы щоб',
  /** After such a word: of whoever reads this. */
  reads:
    'слышит слышите чує чуєте чують читає читаєте читаете читает видит видите бачите бачить hear hears reads see sees можете кто хто anyone anybody someone somebody',
  /** Before a word for help: a question about it, or help that others gave. */
  how: 'how what which to чим чем хто кто де где where спасибі спасибо дякую thanks thank дякуємо як как your ваша вашу',
  street:
    'вулиця вулиці вулицю вул улица улице улицы ул street st провулок переулок площа площадь село селі селе станция станція станцію village town avenue проспект пункт point місто город',
} as const;

type Class = keyof typeof classes;
export type Guard = keyof typeof guards;

/** Classes in which a mistyped letter is not forgiven. */
export const exact: readonly Class[] = ['own', 'person', 'here', 'now', 'not', 'in', 'on', 'plain', 'polite'];

/** Words that fold to another one ("было"), and say nothing here. */
export const setApart: readonly string[] = ['біля', 'ній'];

/** Forms that are a letter away from one of those and mean something else. */
export const noTypos =
  'boot boots просто горіла горіло горіли горів рятуєте рятують врятуєте morning mourning покажи допомоги допомогти допомогли допомогла помогать помочь помогли помогла помогло допоможуть допоможете поможете завалив завалит завалять завали застраял пожежна пожарна';

/** Sayings that stand for each other in another, like the words of a class. */
export const composites = {
  asking: `
    <call>, <rescue>, <come>, <urgent>, <what> <next>, <what> <own> <next>, <what> do <own> <next>, <where> <phone>, <where> <own> <phone>, <where> do <own> <phone>,
    <needed> .. <medic>, <medic> .. <needed>, <send> .. <medic>, <medic> .. <not> <drives>, <nobody> <drives>, <nobody> не <drives>, <nobody> <here>, <nobody> is <drives>, <needed> <come>, <flee>
  `,
  moment: `
    <now>, <already> <lasting>, <already> # <lasting>, # <lasting> <in>, только что, только шо, тільки що, тільки шо, right now, just now, телефон <battery>, phone <battery>, phone # <battery>, # <battery>, battery #, <lies>, <cry>
  `,
} as const;

/**
 * What a saying needs beside it to be a call. `itself`: nothing, somebody is in danger as it is written. `somebody`: a person, or
 * what `us` needs. `us`: that it is told of whoever writes, of here, of now, or with a question what to do. `ask`: nothing, but it
 * may be about the bot.
 */
export type Need = 'itself' | 'somebody' | 'us' | 'ask';

/**
 * Sayings: `<class>`, plain words, `|` for the edge of a sentence, in the order of their words. One other word may stand
 * between two of them, four where `..` stands, none where `=` does. What `+` joins stands near each other in any order.
 * Sayings are separated by commas.
 */
export const sayings: Readonly<Record<Need, string>> = {
  itself: `
    <under> <rubble> + <knock>, <under> <rubble> + <cry>, без <limbs> + <lies>, без <limbs> + <aliveYet>, <own> + <hurt> <body> + <asking>,
    | <under> <rubble> |, | <under> the <rubble> |, <under> <rubble> + <aliveYet>, <car> + <burns> + <person>,
    <own> + <under> <rubble>, <own> + <under> <buildings>, <own> + <in> rubble, <own> + <bury>, <own> + <stuck> <within>, <own> + <stuck> <in> <cellar>, <own> + <fell> <on>,
    <fell> on <own>, <fell> на <own>, coming down on <own>, <birth> .. <asking>, на <own> <fell>, на <own> <rubble>, <rubble> on <own>, <rubble> на <own>, <person> + <bury> <rubble>, <bury> + <cellar>, <bury> + <exit>, <exit> + <blocked> + <own>,
    <exit> + <blocked> + <asking>, on top of me, locked in, | <stuck> |, | <stuck> <in>, | <stuck> <under>, buried alive, | <bury> |, <exit> <not> <shutTight>, <exit> .. <not> <shutTight>, <cannot> open the <exit>,
    <not> <exit>, <exit> <not>, no way out, nowhere to <flee>, нема куди, некуда <flee>, digging with, <own> оточені, <own> окружены, surrounded,
    <cellar> + <water>, <water> <rises>, <rises> <water>, <water> + <deep>, <own> <drown>, <person> <drown>, <rises> <own>, <own> <rises>, <water> + <roof>,
    <breathe> <ends>, <ends> <breathe>, <nothing> <breathe>, <cannot> <breathe>, <not> <breathe>, <not> <can> <breathe>, <not> <getOut> <breathe>, stopped <breathe>, <heartBad> дихання, дыхание <heartBad>,
    <hard> <breathe>, <breathe> <hard>, <hard> to <breathe>, <choke>, <dies>, <fits>, <person> + <blue>, <weBurn>, <own> on <fire>, <own> are <burns>, <own> у вогні, <own> в огне,
    <person> + <burns> + <within>, <person> <burns>, <burns> <person>, <fire> + <exit>, <smoke> <in> <home>, <smoke> <in> <exit>, <smoke> + <spreads> + <exit>, <smoke> <spreads> + <home>, <smoke> everywhere, full of <smoke>, filling with <smoke>, <smoke> .. <not> <see>,
    <gas> <smells>, <smells> <smells> .. <gas> .. <smells>, <tank> + <smells>, <gas> + <sick>, <gas> + <burnsEyes>, <smoke> + <sick>, <eyes> + <burnsEyes> + <eyes> + <burnsEyes> + <smoke>, <eyes> + <burnsEyes> + <own>, <own> .. <sick> +
    <faint> + <asking>, <lose> <aware> |, <own> <lose> <aware>, <not> <pulse>, <pulse> <not>, <heart> <heartBad>, <heartBad> <heart>, heart <not>,
    <blood> <flows>, <flows> <blood>, <blood> .. <flows> + <body>, <blood> .. <not> <stops>, <not> <stops> <blood>, <bleeding> <not> <stops>, <not> <stops> <bleeding>, <cannot> <stops> <blood>, <cannot> <stops> <bleeding>, <not> <can> <stops> <blood>, <cannot> stop the <bleeding>,
    <bleeds> <blood>, <blood> <bleeds>, <full> <in> <blood>, <full> <blood>, <full> of <blood>, losing <blood>, <person> <lose> <blood>, bleeding out, <what> <stops> <blood>, <what> to <stops> <blood>, <guts> out, <guts> are out, <guts> видно, видно <guts>, <guts> назовні, <guts> наружу, <body> розпор, <shard> <in> <body>, <shard> <in> the <body>, <in> <body> <shard>,
    <own> + <torn> <limbs>, <own> + <limbs> <torn>, <not> <feels> <limbs>, <limbs> <not> <feels>, <limbs> .. <not> <feels>, <not> <feels> my <limbs>,
    води <waterBroke>, воды <waterBroke>, waters <waterBroke>, <birth> + <cellar>, <person> <birth>, <birth> <person>, <own> <birth>, giving birth, in labour, in labor, my contractions, <birth> почал, <birth> почались, <birth> начались,
    <shoot> <on> <own>, <on> <own> <shoot>, <own> <shoot>, <shoot> .. <own>, <firing> <on> <own>, <firing> <own>, <own> being <shelled>, <own> <under> <shelling>, <own> <under> fire, <under> attack, <drone> <above> <own>, <above> <own> + <drone>, <chase> <own>, <drone> + <hover> + <own>, <drone> <above> <home>,
    <breakIn> + <exit> + <soldiers>, <breakIn> <exit>, breaking in, ламають двері, <captive> <own>, <own> <captive>, <soldiers> + <hide>, <soldiers> + <breakIn> + <home>, at gunpoint, <own> <in> полоні, <own> в плену,
    <own> + <minefield>, <own> + <stand> + <mines>, <stand> <on> <mine>, <stand> on a <mine>, <stand> + <full> of <mines>, <stand> .. <mines>, <step> .. <mine> + <own>, <click> + <own>, <click> + <fearful>, <click> <under> foot, <trip> .. <mine> + <fearful>,
    <explosive> + <pin> + <pulled>, <pin> <pulled> + <hands>, <pulled> <pin> + <holdsIt>, <person> + <holdsIt> + <explosive>, <hands> + <explosive>, <child> + <handles> + <explosive>, <handles> .. <explosive> + <person>, <means> <dismantle> .. <explosive>, without <pin>,
    <not> <want> <live>, <not> want to <live>, <live> <not> <want>, <not> <sense> <live>, <sense> <not> <live>, <sense> .. <live>, <want> <die>, want to <die>, <finish> .. <myself>, <myself> <finish>, <finish> my life, end my life, end it all, end it tonight, <took> .. <pills>, <pills> .. <took>, <cut> + <veins>, <hang>, am suicidal, <better> .. <dead>,
    не хочу быть, not want to be here, dont want to be here, nothing left for me, більше не можу + <bridge>, больше не могу + <bridge>, <stand> on <bridge>, стою на <bridge>, сьогодні все закінчу, сегодня всё закончу, нема сил <live>, <goodbye> + <live>,
    <own> + <alone> + <boom>, <child> <alone>, <alone> <child>, <own> <alone> + <home>, <own> + <cold>, <person> + <cold>, <wire> + <person> + бьет, <person> + <wire>,
    | <own> <hurt> |, <own> <hurt> .. <needed>, <own> <wounded>, <own> <hurt> + <lies>, i am <hurt>, we are <hurt>, i been <hurt>, got <hurt> + <own>
  `,
  somebody: `
    <under> <rubble>, <under> the <rubble>, <under> a <rubble>, <under> <buildings> + <aliveYet>, <stuck> <under>, <stuck> <in>, <stuck> between, <person> + <stuck>, <bury>, <fell> <on> <person>, <on> <person> <fell>, <rubble> + <fell> + <within>,
    <cry> + <within>, <cry> + <under>, <cry> + <cellar>, <cry> + <home>, <knock> + <under>, <knock> + <hear>, <knock> + <fell>, <fell> + <within>, <hear> <cry>, <hear> стоны, стоны <hear>, <cry> <here>, <here> <cry>, <not> <can> <lift>, <cannot> <lift>, <not> <getOut> + <fell>, <fell> + <home> + <cry>,
    <faint>, без <aware>, <lose> <aware>, <not> <responds>, <silent> + <blood>, <not> <aware>, <not> приходить, <sick> + <boom>, <stroke>, <heart> + <pain>, <pain> <in> <body>, <pain> в груди, chest pain, давит в груди, <drug> <ends>, <ends> <drug>, <drug> <not>, <drug> is <ends>, <not> <drug>,
    <bleeding>, <torn> <limbs>, <torn> .. <limbs>, <limbs> <torn>, <limbs> is <torn>, <limbs> are <torn>, <limbs> .. <torn>, <torn> <body>, <body> <torn>, <blood> <body>, <body> + <blood>, <shard> + <body>, <birth> + <needed>, <birth> + <shelling>,
    <fire> + <within>, <fire> + <person> + <home>, <home> + <burns> + <cry>, <fire> + <stuck>, <smoke> + <within>, <smoke> + <person>, <hurt> + <lies>, <lies> + <blood>, <step> <on> <mine>, <step> on a <mine>, <overturn> + <stuck>, <car> + <mine> + <within>, <car> + <mine> + <hurt>, <person> + <fell> + <lies>, <person> впа <not> <responds>,
    <minefield>, <alone> + <boom>, <alone> + <cry>, <alone> + <blood>, <drown>, <supplies> + <ends>, <lost> <child>, <not> <can> найти <child>
  `,
  us: `
    <person> <hurt>,
    <hurt>, <fire> + <home>, <smoke> + <home>, <smoke> + <exit>, <fire> + <spreads>, <fire> навколо, <fire> вокруг, <fire> around, <shoot>, <be> <firing>, <be> <shelled>, <firing> + <now>, <goes> <shelling>, <shelling> <goes>, <shelling> + <flee>, shots outside, <drone> + <hover>,
    <hide> + <boom>, <hide> + <cry>, <hide> + <cellar> + <lasting>, <hide> + <fearful>, <soldiers> + <home>, <already> <lasting> + <cellar>, <exit> + <blocked>, <supplies> + <not> + <lasting>, <lasting> <not> <supplies>, <heart>, <blood>, <fell> + <exit>
  `,
  ask: `
    <own> <stuck>, <own> .. trapped, <call>, <rescue>, <come>, <not> <can> <getOut>, <cannot> <getOut>, <not> .. <getOut>, <getOut> не <can>, <cannot> get <getOut>, <not> can get out,
    <needed> .. <medic>, <medic> .. <needed>, <send> .. <medic>, <send> .. <somebody>, <medicine> .. <urgent>, <urgent> .. <medicine>, <medicine> <please>, | <medicine> |, <medicine> на, <medic> <not> <drives>, <medic> .. <not> <drives>, <nobody> <not> <drives>, <nobody> is coming, <nobody> <drives>,
    <somebody> <hears>, <somebody> there, <somebody> coming, <somebody> is <hears>, чуєте мене, чуєте нас, слышите меня, слышите нас, hear me, hear us, <own> <aliveYet> + <within>, <own> <aliveYet> + <cellar>, <own> <aliveYet> + <here>, <where> <phone>, <where> i <phone>, <where> do i <phone>, who should i <phone>, <where> <flee>, є <medicine>, есть <medicine>, is there <medicine>, is there an <medicine>, скільки чекати <medicine>, сколько ждать <medicine>,
    rescue us, rescue please, please rescue, find us, please send, dig <own> out, | благаю, | умоляю, | hurry |, hurry |, please hurry, come quick, | emergency |, how do we evacuate, <what> <stops> .. <blood>, <what> <next> + <hurt>, help help, | = help, help us, help me, help my, help him, help her, help them, help we, help please, please help, pls help, plz help, please come, someone help, somebody help, save us, save me, save my, get us, get me out, get us out, <firing> .. help |
  `,
};

/** A question for numbers alone. */
export const numberAsked =
  'номер <medic>, <number> <medic>, <medic> number, what number .. <medic>, what number is the <medic>';
