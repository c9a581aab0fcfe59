import { addDays, earliest } from '../../time/date.ts';
import { lead } from './stretch.ts';
import type { Days } from './text.ts';
import { phrase } from './text.ts';

const whole = '(?:(?:whole|entire|весь|увесь|всю|усю|вс[её])\\s+)?';

/** Everything that ever was. */
const allTime = [
  `${lead}all\\s+time|${lead}${whole}war(?:\\s+so\\s+far)?`,
  'since\\s+the\\s+(?:beginning|start)(?:\\s+of\\s+the\\s+war|(?!\\s+of))',
  `${lead}(?:весь|увесь)\\s+час(?:\\s+війни)?|${lead}вс[её]\\s+время(?:\\s+войны)?`,
  `${lead}${whole}(?:війну|войну)`,
  '(?:з|із|від)\\s+(?:самого\\s+)?початку\\s+війни|(?:с|от)\\s+(?:самого\\s+)?начала\\s+войны',
];

/** The full-scale invasion, as it is called; "the war" alone may be one that began earlier. */
const invasion = [
  "(?:(?:russia(?:'s|n)|full[- ]scale)\\s+)*invasion|full[- ]scale\\s+war",
  '(?:(?:повномасштабн|російськ|полномасштабн|российск)\\p{L}+\\s+)*(?:вторгненн|вторжени)\\p{L}+',
  '(?:повномасштабн\\p{L}+|великої|полномасштабн\\p{L}+|большой)\\s+(?:війни|войны)',
].join('|');
const itsBeginning =
  '(?:the\\s+)?(?:(?:beginning|start|outbreak)\\s+of\\s+(?:the\\s+)?|(?:самого\\s+)?(?:початку|начала)\\s+)?';
const since =
  'since|from|during|after|з|із|від|с|от|за\\s+час|під\\s+час|після|за\\s+время|во\\s+время|после';
const before = 'before|prior\\s+to|until|till|до|перед';

/** Of late, said without a number. */
const days = [
  'recently|lately|these\\s+days|(?:the\\s+)?(?:last|past)\\s+(?:few|several)\\s+days',
  '(?:за\\s+)?останн(?:ім\\s+часом|ій\\s+час|і\\s+(?:кілька\\s+|декілька\\s+)?дн(?:ів|і))',
  '(?:за\\s+|в\\s+)?последн(?:ее\\s+время|ие\\s+(?:несколько\\s+)?дн(?:и|ей))',
];
const weeks = [
  '(?:the\\s+)?(?:last|past)\\s+(?:few|several)\\s+weeks',
  '(?:за\\s+)?останні\\s+(?:кілька\\s+|декілька\\s+)?тижн(?:ів|і)',
  '(?:за\\s+)?последние\\s+(?:несколько\\s+)?недел[ьи]',
];

/** Periods that are said by a name, first those whose words are among another's. `invaded`: the day on which the invasion began. */
export const namedPeriods = (
  invaded: string | undefined,
  today: string,
): readonly (readonly ['all' | 'week' | 'month' | Days, RegExp])[] => [
  ...(invaded === undefined
    ? []
    : ([
        [
          { from: earliest, to: addDays(invaded, -1) },
          phrase(`(?:${before})\\s+${itsBeginning}(?:${invasion})`),
        ],
        [
          { from: invaded, to: today },
          phrase(`(?:${since})\\s+${itsBeginning}(?:${invasion})(?:\\s+(?:began|started))?`),
        ],
      ] as const)),
  ['all', phrase(allTime.join('|'))],
  ['week', phrase(days.join('|'))],
  ['month', phrase(weeks.join('|'))],
];
