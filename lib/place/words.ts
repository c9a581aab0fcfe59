/** The small words around a place name, in the three languages, as `normalise` leaves them. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Say nothing about the place, wherever they stand. */
export const fillers = set(`
  в у у во на по під підо під біля коло поблизу недалеко неподалік від од до з із зі через поруч поряд близько в районі
  из из под подо возле около вблизи рядом с от недалеко до к ко через неподалеку близ
  in at near by around outside close to next the on of from close just inside
  biela bilya bila kolo pid vozle okolo pod
  місто міста місті містом город города городе городом селище селища селищі смт пгт село села селі селом сел с м г пос поселок
  поселка поселке поселок посёлок хутір хутора хуторі хутор х деревня деревне деревни дер city town village settlement urban type
  ст станція станции станция station
  тут там тута здесь это це here this it was is я ми мы we i am ми
  громада громади громаді громадою община общины тг отг hromada community
  україна україни україні украина украины украине ukraine
  центр центрі центре околиця околиці околицях окраина окраине окраины outskirts center centre downtown
`);

/** After these a name is a settlement's, even when it is an ordinary word. */
export const settlementTypes = set(`
  село селі села селом с смт місто місті міста містом м г город городе города селище селищі пгт поселок поселке хутір хуторі
  деревня деревне village town city
`);

/** Prepositions of place. */
export const prepositions = set(`
  в у на по під біля коло поблизу недалеко неподалік до з із зі через від поруч поряд из под возле около вблизи рядом от к
  in at near around outside from over towards on of to into
`);

export const regionWords = set(
  'область області областю обл области областью oblast region province obl reg край краю',
);
export const districtWords = set('район районі району районом рн района районе raion rayon district');
export const communityWords = set(
  'громада громади громаді громадою община общины общине тг отг hromada community',
);

/** Words that say a street or an address follows (or, in English, went before). */
export const streetWords = set(`
  вул вулиця вулиці вулицею вулицю пров провулок провулку просп проспект проспекті пр бульвар бульварі бул площа площі пл шосе
  ул улица улице улицы улицу переулок переулке проспекте площадь площади шоссе набережна набережная наб
  буд будинок будинку дом дома доме кв квартира под'їзд підїзд подъезд корпус мкр мікрорайон микрорайон
  street str avenue ave road rd lane square building house apt blvd boulevard
`);

/** Compass points by their degrees. */
export const directions: readonly (readonly [RegExp, number])[] = [
  [
    /^(північно ?східніше|північн\S* схід|північнии? схід|північного сходу|северо ?восточнее|северо ?восток\S*|north ?east\S*)$/,
    45,
  ],
  [
    /^(північно ?західніше|північн\S* захід|північного заходу|северо ?западнее|северо ?запад\S*|north ?west\S*)$/,
    315,
  ],
  [
    /^(південно ?східніше|південн\S* схід|південного сходу|юго ?восточнее|юго ?восток\S*|south ?east\S*)$/,
    135,
  ],
  [
    /^(південно ?західніше|південн\S* захід|південного заходу|юго ?западнее|юго ?запад\S*|south ?west\S*)$/,
    225,
  ],
  [/^(північ|півночі|північніше|север|севера|северу|севере|севернее|north|northern)$/, 0],
  [/^(схід|сходу|сході|східніше|восток|востока|востоку|востоке|восточнее|east|eastern)$/, 90],
  [/^(південь|півдня|півдні|південніше|юг|юга|югу|юге|южнее|south|southern)$/, 180],
  [/^(захід|заходу|заході|західніше|запад|запада|западу|западе|западнее|west|western)$/, 270],
];
