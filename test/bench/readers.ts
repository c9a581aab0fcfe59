import { startDynamo } from '../../infra/local/dynamodb.ts';
import { type Cost, startCounted } from '../support/product/counted.ts';
import { publish, spreadDays } from '../support/samples/published.ts';
import { pressOn } from '../whole/steps.ts';
import { digits, mark, median, printTable } from './parts/table.ts';

/**
 * What a reader's question costs when little is published and when much is: the number of reads must not grow with the
 * number of incidents. The bot is made anew for each question, so that it remembers nothing.
 */

const few = 1000;
const many = 100_000;
/** The incidents of the feed are written for this long at most. The tallies of all of them are there in any case. */
const writingMs = 40_000;
const repeats = 9;

const questions = ['/latest', '/latest, the next page', '/summary', '/summary of all time'] as const;

/**
 * One query for the feed; for a summary the ranges of its period, what is known too roughly, and the figures of others; and the
 * chat, for its language. `summaries.ts` prints what summaries read.
 */
const budgets: Readonly<Record<(typeof questions)[number], number>> = {
  '/latest': 2,
  '/latest, the next page': 2,
  '/summary': 13,
  '/summary of all time': 3,
};

type Measured = Readonly<{ cost: Cost; medianMs: number; worstMs: number }>;

const dynamo = await startDynamo();
const bot = await startCounted({ config: dynamo.config, cold: true });

const measure = async (): Promise<ReadonlyMap<string, Measured>> => {
  const person = bot.newPerson();
  await person.start();
  const acts: Readonly<Record<(typeof questions)[number], () => Promise<unknown>>> = {
    '/latest': () => person.send('/latest'),
    '/latest, the next page': () => press('a'),
    '/summary': () => person.send('/summary'),
    '/summary of all time': () => pressOn(person, 'summary:all'),
  };
  const press = async (direction: string) => {
    const older = person
      .last()
      .reply_markup?.inline_keyboard.flat()
      .flatMap(button => ('callback_data' in button ? [button.callback_data] : []))
      .find(data => data.startsWith('r:latest:') && data.split(':').at(-1)?.startsWith(direction));
    if (older === undefined) throw new Error('There is no next page.');
    await person.press(older);
  };
  const costs = new Map<string, Cost[]>();
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const question of questions)
      costs.set(question, [...(costs.get(question) ?? []), await bot.cost(acts[question])]);
  return new Map(
    [...costs].map(([question, all]) => {
      const ms = all.slice(1).map(({ milliseconds }) => milliseconds);
      return [question, { cost: all.at(-1) as Cost, medianMs: median(ms), worstMs: Math.max(...ms) }];
    }),
  );
};

try {
  const table = bot.parts.tables.records;
  const first = await publish(bot.aside, table, { from: 0, to: few });
  const atFirst = await measure();
  const second = await publish(bot.aside, table, { from: first, to: many, milliseconds: writingMs });
  const atLast = await measure();
  process.stdout.write(
    `Readers' questions, at ${few} published incidents of ${spreadDays} days and at ${many}, ` +
      `of which ${second} were written to the feed within ${writingMs / 1000} s\n`,
  );
  printTable(
    [
      'question',
      'incidents',
      'reads',
      'budget',
      '',
      'which',
      'read units',
      'Telegram',
      'median ms',
      'worst ms',
    ],
    questions.flatMap(question =>
      [
        { incidents: few, measured: atFirst.get(question) },
        { incidents: question.startsWith('/summary') ? many : second, measured: atLast.get(question) },
      ].flatMap(({ incidents, measured }) => {
        if (!measured) return [];
        const { cost, medianMs, worstMs } = measured;
        return [
          [
            question,
            String(incidents),
            String(cost.reads.length),
            String(budgets[question]),
            mark(cost.reads.length, budgets[question]),
            cost.reads.join(' '),
            digits(cost.readUnits),
            String(cost.telegram.length),
            digits(medianMs),
            digits(worstMs),
          ],
        ];
      }),
    ),
  );
} finally {
  await bot.stop();
  await dynamo.stop();
}
