import { loadCatalogue } from '../../bot/locales/load.ts';
import { loadParsers } from '../../bot/parsers.ts';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { findCountry } from '../../lib/country.ts';
import { type Cost, type Counted, startCounted } from '../support/product/counted.ts';
import { answersOfReport, sendingOfReport } from '../whole/script.ts';
import { begin, go } from '../whole/steps.ts';
import { conversationKey, createConversationBot } from './parts/conversation.ts';
import { digits, mark, median, printTable } from './parts/table.ts';

/**
 * What one answer costs, over a whole report told by chat: Svidok's bot, and the same questions built with
 * @grammyjs/conversations, each with an instance that goes on and with one that is new for every update. All four take
 * turns on one machine, before one DynamoDB Local and their own Telegram stand-in.
 */

/** How often each tells the whole report; the first time only warms up. */
const rounds = 6;

type Answer = Readonly<{ step: string; cost: Cost; bytes: number }>;
type Baseline = Readonly<{
  name: string;
  bot: Counted;
  isOurs: boolean;
  told: Answer[][];
}>;

const stepsOfReport = [...answersOfReport, ...sendingOfReport];

const tell = async ({ bot, isOurs }: Baseline): Promise<Answer[]> => {
  const person = bot.newPerson();
  const key = isOurs ? bot.keyOf(person) : conversationKey(person.chatId);
  if (isOurs) await begin(person);
  else await person.send('/report');
  const answers: Answer[] = [];
  for (const step of stepsOfReport) {
    const cost = await bot.cost(() => go(person, [step]));
    answers.push({ step, cost, bytes: await bot.chatBytes(key) });
  }
  return answers;
};

const dynamo = await startDynamo();
const country = findCountry('UA');
if (!country) throw new Error('No country');
const said = { t: await loadCatalogue('en'), parsers: await loadParsers(country) };
const start = async (name: string, isOurs: boolean, cold: boolean): Promise<Baseline> => ({
  name,
  isOurs,
  told: [],
  bot: await startCounted({
    config: dynamo.config,
    cold,
    make: isOurs ? undefined : parts => createConversationBot(parts, said),
  }),
});
const baselines = [
  await start('Svidok, warm', true, false),
  await start('Svidok, cold', true, true),
  await start('conversations, warm', false, false),
  await start('conversations, cold', false, true),
];
try {
  for (let round = 0; round < rounds; round += 1)
    for (const baseline of baselines) {
      const answers = await tell(baseline);
      if (round > 0) baseline.told.push(answers);
    }
} finally {
  for (const { bot } of baselines) await bot.stop();
  await dynamo.stop();
}

for (const { name, told } of baselines) {
  process.stdout.write(`${name}\n`);
  printTable(
    [
      'answer',
      'Telegram',
      'reads',
      'writes',
      'read units',
      'write units',
      'state bytes',
      'median ms',
      'worst ms',
    ],
    stepsOfReport.map((step, index) => {
      const times = told.flatMap(answers => answers[index] ?? []);
      const ms = times.map(({ cost }) => cost.milliseconds);
      const last = times.at(-1);
      if (!last) return [step];
      const { cost, bytes } = last;
      return [
        step.startsWith('=') ? `"${step.slice(1, 25)}${step.length > 25 ? '…' : ''}"` : `[${step}]`,
        String(cost.telegram.length),
        String(cost.reads.length),
        String(cost.writes.length),
        digits(cost.readUnits),
        digits(cost.writeUnits),
        String(bytes),
        digits(median(ms)),
        digits(Math.max(...ms)),
      ];
    }),
  );
}

/** Of all answers, without the sending that follows them. */
const answersOf = ({ told }: Baseline): readonly Answer[] =>
  told.flatMap(answers => answers.slice(0, answersOfReport.length));

const most = (baseline: Baseline, of: (answer: Answer) => number): number =>
  Math.max(...answersOf(baseline).map(of));
const isPress = ({ step }: Answer): boolean => !step.startsWith('=');

const kib = 1024;
const budgets: readonly Readonly<{
  what: string;
  of: (answer: Answer) => number;
  warm: number;
  cold: number;
}>[] = [
  {
    what: 'Telegram calls, a press (edit, acknowledge)',
    of: one => (isPress(one) ? one.cost.telegram.length : 0),
    warm: 2,
    cold: 2,
  },
  {
    what: 'Telegram calls, words (send, delete)',
    of: one => (isPress(one) ? 0 : one.cost.telegram.length),
    warm: 2,
    cold: 2,
  },
  { what: 'DynamoDB reads', of: ({ cost }) => cost.reads.length, warm: 1, cold: 1 },
  {
    what: 'DynamoDB writes, a press',
    of: one => (isPress(one) ? one.cost.writes.length : 0),
    warm: 1,
    cold: 1,
  },
  {
    what: 'DynamoDB writes, words (the chat, then which message shows the screen)',
    of: one => (isPress(one) ? 0 : one.cost.writes.length),
    warm: 2,
    cold: 2,
  },
  { what: 'bytes of state written', of: ({ bytes }) => bytes, warm: 2 * kib, cold: 2 * kib },
];

process.stdout.write('The most of any answer, beside its budget\n');
printTable(
  ['', 'budget warm', 'budget cold', ...baselines.map(({ name }) => name), 'Svidok'],
  budgets.map(({ what, of, warm, cold }) => {
    const values = baselines.map(baseline => most(baseline, of));
    const within = mark(Math.max((values[0] ?? 0) - warm, (values[1] ?? 0) - cold), 0);
    return [what, String(warm), String(cold), ...values.map(String), within];
  }),
);

process.stdout.write(`A whole report, ${answersOfReport.length} answers (${rounds - 1} reports each)\n`);
const sum = (baseline: Baseline, of: (answer: Answer) => number): string =>
  digits(answersOf(baseline).reduce((total, one) => total + of(one), 0) / (rounds - 1));
const times = (baseline: Baseline): readonly number[] =>
  answersOf(baseline).map(({ cost }) => cost.milliseconds);
const whole: readonly (readonly [string, (baseline: Baseline) => string])[] = [
  ['Telegram calls', baseline => sum(baseline, ({ cost }) => cost.telegram.length)],
  ['DynamoDB reads', baseline => sum(baseline, ({ cost }) => cost.reads.length)],
  ['DynamoDB writes', baseline => sum(baseline, ({ cost }) => cost.writes.length)],
  ['read units', baseline => sum(baseline, ({ cost }) => cost.readUnits)],
  ['write units', baseline => sum(baseline, ({ cost }) => cost.writeUnits)],
  ['bytes of state written', baseline => sum(baseline, ({ bytes }) => bytes)],
  ['bytes after the last answer', baseline => String(answersOf(baseline).at(-1)?.bytes)],
  ['milliseconds per answer, median', baseline => digits(median(times(baseline)))],
  ['milliseconds per answer, worst', baseline => digits(Math.max(...times(baseline)))],
];
printTable(
  ['', ...baselines.map(({ name }) => name)],
  whole.map(([what, of]) => [what, ...baselines.map(of)]),
);
