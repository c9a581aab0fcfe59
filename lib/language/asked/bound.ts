import { addDays, earliest, mondayOf } from '../../time/date.ts';
import type { Days } from './text.ts';
import { tidy } from './text.ts';

/**
 * What a word before a time makes of it: all up to it (`upTo`) or before it, all from it until today (`since`) or after it, or the
 * week that holds it. `to` is the Slavic "до": up to a day, but before a month or a year.
 */
export type Bound = 'upTo' | 'before' | 'to' | 'since' | 'after' | 'week';

/** The days that a bounded time stands for; undefined where none of them have come yet. */
export const boundedBy = (bound: Bound, { from, to }: Days, today: string): Days | undefined => {
  const until = (day: string): Days | undefined => (day < earliest ? undefined : { from: earliest, to: day });
  const since = (day: string): Days | undefined => (day > today ? undefined : { from: day, to: today });
  switch (bound) {
    case 'upTo':
      return until(to);
    case 'before':
      return until(addDays(from, -1));
    case 'to':
      return until(from === to ? to : addDays(from, -1));
    case 'since':
      return since(from);
    case 'after':
      return since(addDays(to, 1));
    case 'week':
      return { from: mondayOf(from), to: addDays(mondayOf(from), 6) };
  }
};

const monthWords = [
  'january|february|march|april|may|june|july|august|september|october|november|december',
  '(?:січ|берез|квіт|трав|черв|лип|серп|верес|жовт|груд)(?:ень|ня)|лют(?:ий|ого)|листопада?',
  'январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]',
].join('|');
const otherTimes = [
  'last|this|previous|summer|autumn|fall|winter|spring|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  'минул\\p{L}+|цього|цієї|вчора|літа|весни|осені|зими|понеділ\\p{L}+|вівтор\\p{L}+|середи|четверга|п.?ятниці|суботи|неділі',
  'прошл\\p{L}+|этого|этой|вчера|лета|весны|осени|зимы|понедельника|вторника|среды|пятницы|субботы|воскресенья',
].join('|');
/** How a time begins: only before one such words are bounds. */
const time = `(?:the\\s+)?(?:\\d|(?:${monthWords}|${otherTimes})(?![\\p{L}\\p{N}]))`;
const someTime = new RegExp(`(?<![\\p{L}\\p{N}])${time}`, 'iu');
const beforeTime = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})\\s+(?=${time})`, 'iu');

const bounds: readonly (readonly [Bound, RegExp])[] = [
  [
    'since',
    beforeTime(
      '(?:since|from)\\s+(?:the\\s+)?(?:beginning|start)\\s+of|(?:з|із|від|с|от)\\s+(?:самого\\s+)?(?:початку|начала)|since|starting\\s+(?:from|in|with)|починаючи\\s+(?:з|від)|начиная\\s+(?:с|от)',
    ),
  ],
  [
    'before',
    beforeTime(
      '(?<!day\\s)before|prior\\s+to|earlier\\s+than|перед|(?:раніше|раньше|ранее)(?:\\s+(?:від|за|ніж|чем))?',
    ),
  ],
  [
    'upTo',
    beforeTime(
      '(?:until|till|up\\s+to|through|to|by)\\s+(?:the\\s+)?end\\s+of|(?:до|по)\\s+(?:кінця|кінець|конца|конец)',
    ),
  ],
  [
    'upTo',
    beforeTime(
      '(?:up\\s+)?until|till|up\\s+to|through|to|(?:no|not)\\s+later\\s+than|не\\s+(?:пізніше|позже|позднее)(?:\\s+(?:від|за|ніж|чем))?|по',
    ),
  ],
  ['to', beforeTime('до')],
  ['after', beforeTime('after|later\\s+than|після|пізніше(?:\\s+(?:від|за|ніж))?|после|позже(?:\\s+чем)?')],
  [
    'week',
    /(?<!\p{L})(?<!(?:first|second|third|fourth|last|перш\p{L}+|друг\p{L}+|трет\p{L}+|остан\p{L}+|перв\p{L}+|втор\p{L}+|последн\p{L}+)\s)(?:the\s+)?(?:week\s+(?:of|from|starting|beginning)|тиж(?:день|ня|ні)(?:\s+(?:від|з))?|недел[яюие](?:\s+(?:от|с))?)\s+(?=\d)/iu,
  ],
];

/** Until today, where a time came before it. */
const untilNow =
  /\s*(?:[-–—]|(?<![\p{L}])(?:until|till|up\s+to|to|till|through|до|по))\s*(?:now|today|date|the\s+present(?:\s+day)?|present|цього\s+часу|сьогодні(?:шнього\s+дня)?|зараз|сегодня(?:шний\s+день|шнего\s+дня)?|сейчас|сих\s+пор|настоящее\s+время|настоящего\s+времени|сей\s+день)(?!\p{L})|(?<!\p{L})(?:дотепер|донині|досі|so\s+far)(?!\p{L})/iu;

/** Words around a time that add nothing to it: "throughout 2022". */
const wholly = beforeTime(
  'throughout|all\\s+(?:of|through)|(?:the\\s+)?(?:whole|entire)(?:\\s+of)?|весь|увесь|протягом|упродовж|впродовж|в\\s+течение|на\\s+протяжении|за\\s+весь',
);

/** The bound of which a text speaks, and the text without the words that say so. Of a stretch with two ends there is none. */
export const takeBound = (text: string): Readonly<{ bound: Bound | undefined; rest: string }> => {
  const plain = tidy(text.replace(wholly, ' '));
  const now = untilNow.exec(plain);
  if (now && someTime.test(plain.slice(0, now.index))) {
    const begun = tidy(plain.replace(now[0], ' '));
    return { bound: 'since', rest: withoutBound(begun, 'since') };
  }
  for (const [bound, pattern] of bounds) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const [before, after] = [plain.slice(0, found.index), plain.slice(found.index + found[0].length)];
    const hasOtherEnd = someTime.test(before) || bounds.some(([, other]) => other.test(after));
    return hasOtherEnd ? { bound: undefined, rest: plain } : { bound, rest: tidy(`${before} ${after}`) };
  }
  return { bound: undefined, rest: plain };
};

const withoutBound = (text: string, bound: Bound): string =>
  tidy(bounds.filter(([of]) => of === bound).reduce((left, [, pattern]) => left.replace(pattern, ' '), text));
