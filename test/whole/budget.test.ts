import { describe, expect, it, onTestFinished } from 'vitest';
import { dynamoConfig } from '../support/database/dynamo.ts';
import { type Cost, startCounted } from '../support/product/counted.ts';
import { publish } from '../support/samples/published.ts';
import { answersOfReport, sendingOfReport } from './script.ts';
import { begin, go, passDetails, pressOn } from './steps.ts';

const start = async (options: { cold?: boolean } = {}) => {
  const bot = await startCounted({ config: dynamoConfig(), ...options });
  onTestFinished(() => bot.stop());
  return bot;
};

const maxStateBytes = 2 * 1024;

describe('an answer keeps its budget', () => {
  it.each([
    ['an instance that took the answer before', false],
    ['an instance that is new', true],
  ])(
    'one read and one write, and two calls of Telegram for a press, by %s',
    { timeout: 240_000 },
    async (_, cold) => {
      const bot = await start({ cold });
      const person = bot.newPerson();
      await begin(person);
      for (const step of answersOfReport) {
        await passDetails(person);
        const cost = await bot.cost(() => go(person, [step]));
        expect({ step, ...countsOf(cost) }).toEqual({
          step,
          reads: ['GetItem'],
          // Words are answered by a new message: a small write more notes which one shows the screen, before it has buttons.
          writes: step.startsWith('=') ? ['PutItem', 'PutItem'] : ['PutItem'],
          telegram: step.startsWith('=')
            ? ['deleteMessage', 'editMessageText', 'sendMessage']
            : ['answerCallbackQuery', 'editMessageText'],
        });
        expect(await bot.chatBytes(bot.keyOf(person))).toBeLessThanOrEqual(maxStateBytes);
      }
      await go(person, sendingOfReport.slice(0, -1));
      const sending = await bot.cost(() => go(person, sendingOfReport.slice(-1)));
      // The chat, and the list of the person's reports.
      expect(countsOf(sending)).toMatchObject({
        reads: ['GetItem', 'GetItem'],
        writes: ['TransactWriteItems'],
      });
    },
  );
});

/** The chat, the figures of others, and five ranges of a period, five homes of spans and three ranges behind its first day. */
const mostReads = 15;

describe("a reader's question keeps its budget", () => {
  it('/latest is one query, and /summary as many for its period and area, however much is published', {
    timeout: 240_000,
  }, async () => {
    const bot = await start();
    const person = bot.newPerson();
    await person.start();
    const table = bot.parts.tables.records;
    let published = 0;
    for (const count of [0, 20, 50]) {
      published = await publish(bot.aside, table, { from: published, to: count });
      const latest = await bot.cost(() => person.send('/latest'));
      expect(countsOf(latest)).toEqual({
        reads: ['GetItem', 'Query'],
        writes: [],
        telegram: ['sendMessage'],
      });
      const summary = await bot.cost(() => person.send('/summary'));
      expect(countsOf(summary)).toMatchObject({ writes: [], telegram: ['sendMessage'] });
      expect(summary.reads.length).toBeLessThanOrEqual(mostReads);
      const all = await bot.cost(() => pressOn(person, 'summary:all'));
      expect(countsOf(all)).toMatchObject({ reads: ['GetItem', 'Query', 'Query'], writes: [] });
      for (const [words, queries] of [
        ['/latest Харків', 1],
        ['/latest cluster Kharkiv region', 1],
        // The month, its year and what no year holds, what is not after a day in or behind it; and the figures of others.
        ['/summary березень 2022', 6],
        // The same of a year, in three places: the settlement, its region without one, and no region. Figures are of none.
        ['/summary Ізюм 2022', 9],
      ] as const) {
        const named = await bot.cost(() => person.send(words));
        const reads = ['GetItem', ...Array.from({ length: queries }, () => 'Query')];
        expect(countsOf(named)).toEqual({ reads, writes: [], telegram: ['sendMessage'] });
      }
    }
    expect(published).toBe(50);
  });
});

/** What was called. Calls of Telegram may be under way together: their order says nothing. */
const countsOf = ({ reads, writes, telegram }: Cost) => ({ reads, writes, telegram: telegram.toSorted() });
