import { phrase, tidy } from './text.ts';

/** The grades of incidents that are counted. */
const askedGrades = ['confirmed', 'corroborated', 'single_source', 'contested'] as const;
type AskedGrade = (typeof askedGrades)[number];

/** How well supported. */
type Asked = AskedGrade | 'usual' | 'every';

/** The grades that are asked for, of which any counts. `usual`: those of a summary's headline; `every`: whatever the grade. */
export type AskedGrades = readonly AskedGrade[] | 'usual' | 'every';

/** What is counted, where a request says so beside its kind: "only confirmed incidents". */
const only = '(?:(?:only|just|лише|лиш|тільки|только|лишь)\\s+)?';
const counted =
  '(?:\\s+(?:incidents?|attacks?|strikes?|reports?|cases?|поді[йїя]\\p{L}*|випадк\\p{L}+|напад\\p{L}*|удар\\p{L}*|событи\\p{L}+|случа\\p{L}+))?';
/** What is denied is not asked for. */
const notDenied =
  '(?<!(?<!\\p{L})(?:not|no|non|except|without|excluding|but|не|ні|крім|окрім|кроме|без|за\\s+винятком|за\\s+исключением)\\s)';
const kind = (words: string): RegExp => phrase(`${notDenied}${only}(?:${words})${counted}`);

const confirmed = '(?:confirmed|підтвердже?н\\p{L}*|подтвержд[её]нн?\\p{L}*)';
const by = '(?:\\s+(?:by\\s+(?:the\\s+)?moderators|модераторами))?';
const independent = '(?:(?:independent|незалежн\\p{L}+|независим\\p{L}+)\\s+)?';
const several = `(?:(?:several|multiple)\\s+${independent}sources|(?:і?з\\s+)?кільк(?:ох|ома|а)\\s+${independent}джерел\\p{L}*|(?:из\\s+)?нескольк\\p{L}+\\s+${independent}источник\\p{L}*)`;

/** How well supported, as the buttons say it and as people do. The first that fits counts, so the longer stand above. */
const gradePhrases: readonly (readonly [Asked, RegExp])[] = [
  [
    'every',
    kind(
      'however\\s+well\\s+supported|(?:all|any|every)\\s+(?:grades?|support)|(?:будь-як|люб)\\p{L}+\\s+(?:підтвердження|подтверждени[ея])|незалежно\\s+від\\s+підтвердження|независимо\\s+от\\s+подтверждения',
    ),
  ],
  ['usual', kind(`${confirmed}${by},?\\s+(?:or|або|чи|или)\\s+${several}`)],
  [
    'single_source',
    kind(
      'single[- ]source[ds]?|(?:a\\s+)?(?:single|one)\\s+source|no\\s+second\\s+independent\\s+source|(?:з\\s+)?одн(?:е|им|ого)\\s+джерел\\p{L}+|без\\s+другого\\s+незалежного\\s+джерела|(?:из\\s+)?од(?:ин|ного|ним)\\s+источник\\p{L}*|без\\s+второго\\s+независимого\\s+источника',
    ),
  ],
  ['corroborated', kind(`corroborated|${several}`)],
  ['confirmed', kind(`${confirmed}${by}`)],
  [
    'contested',
    kind('contested|disputed|спірн\\p{L}+|оспорен\\p{L}+|спорн\\p{L}+|оспарива\\p{L}+|оспорюва\\p{L}+'),
  ],
];

/** Stands where a grade was taken out. */
const taken = '\u{e000}';
const between = new RegExp(`${taken}(?:[\\s,;/]*(?:and|or|та|і|й|або|чи|и|или)?[\\s,;/]*${taken})*`, 'gu');

/** The grades of which a text speaks, and the text without the words that say so. */
export const takeGrades = (text: string): Readonly<{ grades: AskedGrades | undefined; rest: string }> => {
  const said: Asked[] = [];
  let rest = text;
  for (const [grade, pattern] of gradePhrases)
    while (pattern.test(rest)) {
      rest = rest.replace(pattern, taken);
      said.push(grade);
    }
  if (said.length === 0) return { grades: undefined, rest: text };
  return { grades: gradesOf(said), rest: tidy(rest.replace(between, ' ')) };
};

const gradesOf = (said: readonly Asked[]): AskedGrades => {
  if (said.includes('every')) return 'every';
  if (said.every(grade => grade === 'usual')) return 'usual';
  const all = said.flatMap(grade => (grade === 'usual' ? ['confirmed', 'corroborated'] : [grade]));
  const grades = askedGrades.filter(grade => all.includes(grade));
  return grades.length === askedGrades.length ? 'every' : grades;
};

const thing =
  '(?:\\s+(?:items?|objects?|ordnance|munitions?|предмет\\p{L}*|боєприпас\\p{L}*|боеприпас\\p{L}*))?';

/** What has not exploded, or may not have: never the name of one munition, which says which. */
export const unexplodedPhrases: readonly (readonly [true, RegExp])[] = [
  [
    true,
    phrase(
      [
        `(?:suspected\\s+)?unexploded(?!\\s+(?:cluster|sub|bomb))${thing}(?:,?\\s+also\\s+suspected)?`,
        'uxo|erw|explosive\\s+remnants(?:\\s+of\\s+war)?',
        '(?:suspected\\s+)?contamination',
        `нерозірван\\p{L}+(?!\\s+кас)${thing}`,
        '(?:предмет\\p{L}*|боєприпас\\p{L}*),?\\s+що\\s+не\\s+вибухнули(?:,?\\s+і\\s+підозри)?',
        `неразорвавш\\p{L}+(?!\\s+кас)${thing}(?:,?\\s+и\\s+подозрения)?`,
        '(?:предмет\\p{L}*|боеприпас\\p{L}*),?\\s+(?:которые|что)\\s+не\\s+(?:взорвались|разорвались)',
        '(?:підозр\\p{L}+\\s+на\\s+)?(?:забруднен|замінуван)\\p{L}+',
        '(?:подозрени\\p{L}+\\s+на\\s+)?(?:загрязнен|заминирован)\\p{L}+',
      ].join('|'),
    ),
  ],
];
