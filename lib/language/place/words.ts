/** The small words around a place name, in the three languages, as `normalise` leaves them. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(word => word !== ''));

/** Say that what happened was beside the place, or at a distance. */
export const besideWords = set(`
  під підо біля коло поблизу недалеко неподалік поруч поряд близько навколо під'їзді
  под подо возле около вблизи рядом близ неподалеку недалече
  near by around outside beside close
  bilia bilya biela kolo vozle okolo poblyzu pid pod ryadom
`);

/** Prepositions of place. */
export const prepositions = set(`
  в у на по до з із зі через від од к ко из с со от во
  in at from over towards on of to into inside through v u na po
  ${[...besideWords].join(' ')}
`);

/** Part two names: "між Ізюмом і Слов'янськом". */
export const connectors = set('і й та и and a або или or між между mizh mezhdu between до');

/** After these a name is a settlement's, even when it is an ordinary word. */
export const settlementTypes = set(`
  село селі села селом селу с смт місто місті міста містом м г гор город городе города городом селище селищі селища
  пгт поселок поселке поселка п пос хутір хуторі хутора хут хутор хуторе х деревня деревне деревни дер станиця станиці станица
  станице ст village town city settlement hamlet c selo misto gorod smt
`);

export const regionWords = set(
  'область області областю обл області областей области областью oblast oblasti obl region province край краю',
);
export const districtWords = set('район районі району районом районе района raion rayon district районы');
export const communityWords = set(`
  громада громади громаді громадою громаду община общины общине общиной тг отг мтг стг hromada community
`);

/** Say nothing about which place it is, wherever they stand. */
export const fillers = set(`
  ${[...prepositions].join(' ')} ${[...settlementTypes].join(' ')} ${[...regionWords].join(' ')}
  ${[...districtWords].join(' ')} ${[...communityWords].join(' ')}
  тип типу типа міського городского urban type the just next
  тут там здесь це вот это here this it was is are я ми мы we i am у нас ми біля
  україна україни україні україну украина украины украине украину ukraine
  центр центрі центру центре центра околиця околиці околицях околицю окраина окраине окраины окраинах outskirts suburbs suburb
  передмістя передмісті пригород пригороде center centre downtown
  станція станції станция станции station
  сама самому самом прямо десь где де то где-то приблизно примерно somewhere approximately about
  сьогодні вчора сегодня вчера today yesterday вночі ночью вранці утром
  було був были было сталося стався произошло happened hit удар прильот прилет вибух взрыв обстріл обстрел strike explosion
  місті місто село вздовж вдоль along бік сторону side
`);

/** Places within a settlement: they do not tell which settlement it is. */
export const landmarks = set(`
  вокзал вокзалу вокзалом вокзала вокзале ринок ринку рынок рынка рынке рынку базар базару школа школи школою школы школой школе
  лікарня лікарні лікарнею больница больницы больнице больницей магазин магазину магазина завод заводу завода заводе заводом садок
  садочок дитсадок садик парк парку парке кладовище кладовища кладбище кладбища міст мосту мост моста ліс лісу лес леса лесу поле полі поля
  дача дачі дачи дачах траса трасі трасу трасса трассе трассу заправка заправки заправці азс аеропорт аеропорту аэропорт аэропорта
  тец грес аес тэц грэс аэс церква церкви церковь церкви будинку двір дворі двор дворе під'їзд зупинка зупинки остановка остановки
  hospital school station market park bridge airport cemetery forest field shop factory plant bus train railway mall church
  порт порту порта порті порте жд залізничний железнодорожный автовокзал жилий сектор жилой частный приватний квартал мікрорайон микрорайон микрорайоне
`);

/** Begin (or, in English, end) the name of a street. */
export const streetWords = set(`
  вул вулиця вулиці вулицею вулицю пров провулок провулку просп проспект проспекті проспекту бульвар бульварі бул площа площі площу
  шосе ул улица улице улицы улицу переулок переулке проспекте площадь площади шоссе набережна набережна наб узвіз
  street str avenue ave lane square boulevard blvd vul vulytsia
`);

/** Parts of an address that are no name. */
export const addressWords = set(`
  буд будинок будинку будинки дом дома доме кв квартира квартири корпус корп під підїзд подъезд house apt apartment building
`);

/** A way between the two places named after it. */
export const roadWords = set(
  'траса трасі трасу траси дорога дорозі дорогу дороги дороге трасса трассе трассы шлях шляху шосе шоссе road highway route',
);
export const betweenWords = set('між между межи поміж between mizh mezhdu');

const unitMetres: readonly (readonly [RegExp, number])[] = [
  [/^(км|кілометр\p{L}*|километр\p{L}*|km|kms|kilomet\p{L}*|клм)$/u, 1000],
  [/^(м|метр\p{L}*|m|meters?|metres?)$/u, 1],
  [/^(миль|мили|милі|miles?|mi)$/u, 1609],
  [/^(верст\p{L}*)$/u, 1067],
];

/** Metres in a unit of length, or undefined for any other word. */
export const metresIn = (word: string): number | undefined =>
  unitMetres.find(([pattern]) => pattern.test(word))?.[1];

const numberWords: readonly (readonly [RegExp, number])[] = [
  [/^(пів|пол|half)$/, 0.5],
  [/^(півтора|полтора|полутора)$/, 1.5],
  [/^(один|одного|one)$/, 1],
  [/^(два|двох|двух|дві|пара|пару|парі|пару|two|couple)$/, 2],
  [/^(три|трьох|трех|three)$/, 3],
  [/^(чотири|чотирьох|четыре|четырех|four)$/, 4],
  [/^(пять|пяти|пятьох|five)$/, 5],
  [/^(шість|шести|шесть|six)$/, 6],
  [/^(сім|семи|семь|seven)$/, 7],
  [/^(вісім|восьми|восемь|eight)$/, 8],
  [/^(девять|девяти|nine)$/, 9],
  [/^(десять|десяти|десятьох|ten)$/, 10],
  [/^(пятнадцять|пятнадцати|пятнадцать|fifteen)$/, 15],
  [/^(двадцять|двадцяти|двадцать|двадцати|twenty)$/, 20],
  [/^(тридцять|тридцяти|тридцать|тридцати|thirty)$/, 30],
];

export const numberIn = (word: string): number | undefined =>
  /^\d{1,3}$/.test(word) ? Number(word) : numberWords.find(([pattern]) => pattern.test(word))?.[1];

/** A compass point in degrees. `apart`: the word itself says that it is outside ("північніше", "southeast of"). */
export type Direction = Readonly<{ bearing: number; apart: boolean }>;

const compass: readonly (readonly [number, RegExp, RegExp])[] = [
  [
    45,
    /^(північно східніше|северо восточнее)$/,
    /^(північн\S* схід\S*|північно схід\S*|північного сходу|северо восток\S*|северовосток\S*|north ?east\S*)$/,
  ],
  [
    315,
    /^(північно західніше|северо западнее)$/,
    /^(північн\S* за?хід\S*|північно за?хід\S*|північного заходу|северо запад\S*|северозапад\S*|north ?west\S*)$/,
  ],
  [
    135,
    /^(південно східніше|юго восточнее)$/,
    /^(південн\S* схід\S*|південно схід\S*|південного сходу|юго восток\S*|юговосток\S*|south ?east\S*)$/,
  ],
  [
    225,
    /^(південно західніше|юго западнее)$/,
    /^(південн\S* за?хід\S*|південно за?хід\S*|південного заходу|юго запад\S*|югозапад\S*|south ?west\S*)$/,
  ],
  [0, /^(північніше|севернее)$/, /^(північ|півночі|північчю|север|севера|северу|севере|north)$/],
  [90, /^(східніше|восточнее)$/, /^(схід|сходу|сході|восток|востока|востоку|востоке|east)$/],
  [180, /^(південніше|южнее)$/, /^(південь|півдня|півдні|юг|юга|югу|юге|south)$/],
  [270, /^(західніше|западнее)$/, /^(захід|заходу|заході|запад|запада|западу|западе|west)$/],
];

/** The compass point that one or two words name. */
export const directionIn = (words: string): Direction | undefined => {
  for (const [bearing, comparative, plain] of compass) {
    if (comparative.test(words)) return { bearing, apart: true };
    if (plain.test(words)) return { bearing, apart: false };
  }
  return undefined;
};

/** Say that a compass point is seen from the place: "на північ від", "north of". */
export const fromWords = set('від од від от of from к');

/** Say where it came from: not where it happened. */
export const originWords = set('з із зі из со с from');
/** Say what it moved towards: not where it happened. */
export const towardsWords = set('towards toward');
