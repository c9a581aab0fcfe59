import { readdirSync } from 'node:fs';
import { readAccount } from '../../../lib/language/account.ts';
import { readCount } from '../../../lib/language/answer/count.ts';
import { readPassage } from '../../../lib/language/passage/passage.ts';
import { words } from '../../../lib/language/words/index.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { readPhrases as readPlaces, scoreOf as scorePlaces } from '../../lib/language/place/score.ts';
import {
  languageOf,
  readAccounts,
  readCounts,
  scoreAccounts,
  scoreCounts,
  type Tally,
} from '../../lib/language/score.ts';
import { judge, readPhrases as readTimes } from '../../lib/language/time/corpus.ts';
import { digits, mark, printTable } from '../parts/table.ts';

/**
 * How well words are read, by set, language and field; and what reading costs, whatever is sent. Of the sets only `check` and
 * `fresh` tell how it reads strangers; `train` is what the rules were mended by.
 */

const budgetMs = 50;
const ordinaryBudgetMs = 5;
const longest = 4096;
const repeats = 7;

const gazetteer = await loadGazetteer('UA');
const context = {
  now: new Date('2026-05-12T11:30:00Z'),
  zone: 'Europe/Kyiv',
  locale: 'uk' as const,
  gazetteer,
};

const processorMs = (act: () => unknown): number => {
  const { user, system } = process.cpuUsage();
  act();
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1000;
};

const least = (act: () => unknown): number =>
  Math.min(...Array.from({ length: repeats }, () => processorMs(act)));

const repeat = (unit: string): string => unit.repeat(Math.ceil(longest / unit.length)).slice(0, longest);

const adversarial: Readonly<Record<string, string>> = {
  'a a a …': repeat('a '),
  'а а а …': repeat('а '),
  'digits apart': repeat('1 '),
  'one number': repeat('7'),
  numerals: repeat('сто двадцять '),
  ranges: repeat('8-10 '),
  dates: repeat('01.02.2024 '),
  clocks: repeat('о 15:40 '),
  quotes: repeat('«"'),
  brackets: repeat('('),
  commas: repeat(', '),
  questions: repeat('? '),
  'nested lists': repeat('(1) а) б; '),
  'one long word': repeat('довгеслово'),
  'one clause': repeat('загинуло двоє людей і '),
  'people without a fate': repeat('жінка '),
  'fates without people': repeat('поранено '),
  'people and fates': repeat('жінка загинула '),
  denials: repeat('не '),
  'nobody, nobody': repeat('ніхто не '),
  places: repeat('Харків Суми '),
  'lower-case places': repeat('у харкові в сумах '),
  'names of several words': repeat('Велика Комишуваха '),
  prepositions: repeat('у в на по '),
  munition: repeat('касетна ракета '),
  institutions: repeat('Харківська ОВА '),
  emoji: repeat('👨‍👩‍👧‍👦🇺🇦'),
  'combining marks': repeat('а\u0301\u0302'),
  'mixed scripts': repeat('аbвcгd '),
  'other scripts': repeat('漢字 עברית '),
  coordinates: repeat('50.4501, 30.5234 '),
  links: repeat('https://example.org/a '),
  'full stops': repeat('а. '),
  'an account, again and again': repeat(
    'Вчора о 15:40 по Харкову вдарили КАБом, загинули двоє, 5 поранених, з них дитина. ',
  ),
};

const ordinary =
  'Вчора близько третьої ночі по Малокатеринівці били касетами, 8 поранених, троє з них зі швидкої, пошкоджено лікарню.';

const first = processorMs(() => words());
for (let warm = 0; warm < 20; warm++) readAccount(ordinary, context);

const rows = Object.entries(adversarial)
  .map(([name, text]) => ({
    name,
    account: least(() => readAccount(text, context)),
    count: least(() => readCount(text)),
    passage: least(() => readPassage(text)),
  }))
  .toSorted((a, b) => b.account - a.account);

printTable(
  ['4,096 characters of', 'account, ms', 'count, ms', 'passage alone, ms', ''],
  rows.map(({ name, account, count, passage }) => [
    name,
    digits(account),
    digits(count),
    digits(passage),
    mark(Math.max(account, count), budgetMs),
  ]),
);
const usual = least(() => readAccount(ordinary, context));
console.log(`\nan ordinary account: ${digits(usual)} ms ${mark(usual, ordinaryBudgetMs)}`);
console.log(`the lexicon, when the first words are read: ${digits(first)} ms\n`);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const shares = ({ right, filled, said }: Tally): readonly string[] => [
  `${percent(right / Math.max(1, filled))} of ${filled}`,
  `${percent(right / Math.max(1, said))} of ${said}`,
];

/** The files of a set whose names begin so: `train` has several of each. */
const filesOf = (set: string, name: string, ending: string): readonly string[] =>
  readdirSync(new URL(`../../lib/language/${set}/`, import.meta.url))
    .filter(file => file.endsWith(ending) && file.split(/[-.]/).includes(name))
    .map(file => `${set}/${file}`);

const fileUrl = (file: string): URL => new URL(`../../lib/language/${file}`, import.meta.url);
const languagesOf = (phrases: readonly Scored[]): string =>
  [...Map.groupBy(phrases, ({ language }) => language)]
    .map(
      ([language, list]) => `${language} ${list.filter(({ isRight }) => isRight).length} of ${list.length}`,
    )
    .join(', ');
type Scored = Readonly<{ language: string; isRight: boolean; isWrong: boolean }>;

const printScore = (what: string, phrases: readonly Scored[]): void => {
  if (phrases.length === 0) return;
  const right = phrases.filter(({ isRight }) => isRight).length;
  const wrong = phrases.filter(({ isWrong }) => isWrong).length;
  console.log(
    `${what} ${right} of ${phrases.length} (${percent(right / phrases.length)}), silently wrong ${wrong}; ${languagesOf(phrases)}`,
  );
};

for (const set of ['train', 'check', 'fresh']) {
  const accounts = filesOf(set, 'accounts', '.json').flatMap(file => readAccounts(fileUrl(file)));
  printTable(
    [`${set}: accounts`, 'precision', 'recall'],
    [...scoreAccounts(accounts, gazetteer).tallies].map(([name, tally]) => [name, ...shares(tally)]),
  );
  const counts = filesOf(set, 'counts', '.json').flatMap(file => readCounts(fileUrl(file)));
  const { misses } = scoreCounts(counts);
  printScore(
    `${set}: counts`,
    counts.map(one => {
      const miss = misses.find(({ text, asked }) => text === one.text && asked === one.asked);
      return {
        language: one.language,
        isRight: !miss,
        isWrong: miss !== undefined && !/^[?!]/.test(miss.got),
      };
    }),
  );
  printScore(
    `${set}: places`,
    filesOf(set, 'places', '.jsonl')
      .flatMap(file => readPlaces(`../${file}`))
      .map(phrase => {
        const { right, silentlyWrong } = scorePlaces(gazetteer, [phrase]);
        return { language: languageOf(phrase.text), isRight: right === 1, isWrong: silentlyWrong.length > 0 };
      }),
  );
  printScore(
    `${set}: times`,
    filesOf(set, 'times', '.jsonl')
      .flatMap(file => readTimes(`../${file}`))
      .map(phrase => ({ ...judge(phrase), language: languageOf(phrase.text) })),
  );
  console.log('');
}
if (rows.some(({ account }) => account > budgetMs)) process.exitCode = 1;
