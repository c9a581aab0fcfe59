import { phrase } from './phrase.ts';

/** How well supported, as incidents are graded. `usual`: the grades of a summary's headline. */
export type AskedGrade = 'confirmed' | 'corroborated' | 'single_source' | 'contested' | 'usual';

/** What is counted, where a request says so beside its kind: "only confirmed incidents". */
const only = '(?:(?:only|just|лише|лиш|тільки|только|лишь)\\s+)?';
const counted =
  '(?:\\s+(?:incidents?|attacks?|strikes?|reports?|cases?|поді[йїя]\\p{L}*|випадк\\p{L}+|напад\\p{L}*|удар\\p{L}*|событи\\p{L}+|случа\\p{L}+))?';
const kind = (words: string): RegExp => phrase(`${only}(?:${words})${counted}`);

const confirmed = '(?:confirmed|підтвердже?н\\p{L}*|подтвержд[её]нн?\\p{L}*)';
const by = '(?:\\s+(?:by\\s+(?:the\\s+)?moderators|модераторами))?';
const independent = '(?:(?:independent|незалежн\\p{L}+|независим\\p{L}+)\\s+)?';
const several = `(?:(?:several|multiple)\\s+${independent}sources|(?:і?з\\s+)?кільк(?:ох|ома|а)\\s+${independent}джерел\\p{L}*|(?:из\\s+)?нескольк\\p{L}+\\s+${independent}источник\\p{L}*)`;

/** How well supported, as the buttons say it and as people do. The first that fits counts, so the longer stand above. */
export const gradePhrases: readonly (readonly [AskedGrade, RegExp])[] = [
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
