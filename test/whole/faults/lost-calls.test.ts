import { expect, test } from 'vitest';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import type { Report } from '../../../lib/report/report.ts';
import { createLine, type Loss, lossesOf } from '../../support/database/line.ts';
import { startDesk, submit } from '../../support/product/desk.ts';
import type { Product } from '../../support/product/product.ts';
import { sampled } from '../../support/seed.ts';
import { dataOf, go, unknownAllTheWay } from '../steps.ts';

/** What somebody does, and what is so afterwards. */
type Story = Readonly<{
  by: Person;
  steps: readonly string[];
  /** At these steps calls are lost; at all of them unless it says. */
  lostAt?: readonly number[];
  /** What is so in the end, and what should be. */
  end: () => Promise<readonly [unknown, unknown]>;
}>;

let newcomers = 0;
const newcomer = ({ telegram }: Product): Person => {
  newcomers += 1;
  return telegram.user({ id: 9000 + newcomers, first_name: 'Person', language_code: 'en' });
};

const reportsOf = async (
  { store, deps }: Product,
  person: Person,
): Promise<readonly (Report | undefined)[]> => {
  const { items } = await store.reports.ofReporter(deps.identity.reporter(person.id), { limit: 5 });
  return Promise.all(items.map(({ id }) => store.reports.read(id)));
};

/** How many screens a chat has, which is one. */
const screensOf = (person: Person): number =>
  person.messages().filter(message => dataOf(message).length > 0).length;

const stories: Readonly<Record<string, (product: Product, desk: Person) => Promise<Story>>> = {
  'a first report': async product => {
    const by = newcomer(product);
    await by.start();
    const steps = ['agree', ...unknownAllTheWay, 'send'];
    return {
      by,
      steps,
      // Answers are all alike.
      lostAt: [0, 1, 2, steps.length - 1],
      end: async () => {
        const reports = await reportsOf(product, by);
        const answers = reports.map(report => [report?.status, report?.version, report?.answers.phase]);
        return [
          [answers, screensOf(by)],
          [[['submitted', 1, 'attack']], 1],
        ];
      },
    };
  },
  'a correction and a withdrawal': async product => {
    const by = newcomer(product);
    await by.start();
    await go(by, ['agree']);
    const { id } = await submit(product, by);
    return {
      by,
      steps: [
        ...['=/myreports', `open:${id}`, `amend:${id}`, 'change', 'killed', '=2', 'preview', 'send'],
        ...['=/myreports', `open:${id}`, `withdraw:${id}`, `withdraw_yes:${id}`],
      ],
      end: async () => {
        const stored = await product.store.reports.stored(id);
        return [
          [stored?.report.status, stored?.report.version, screensOf(by)],
          ['withdrawn', 3, 1],
        ];
      },
    };
  },
  'an approval in the group': async (product, desk) => {
    const witness = newcomer(product);
    await witness.start();
    const { id } = await submit(product, witness);
    return {
      by: desk,
      // A card of its own has a report only while the group's limit has room.
      steps: ['=/queue', `card:${id}`, `approve:${id}`, `incidentFor:${id}`, `approveAsNew:${id}:1`],
      end: async () => {
        const report = await product.store.reports.read(id);
        return [
          [report?.status, report?.version],
          ['approved', 2],
        ];
      },
    };
  },
  'a question in own words': async product => {
    const witness = newcomer(product);
    await witness.start();
    const { id } = await submit(product, witness);
    return {
      by: product.moderator,
      steps: ['=/queue', `card:${id}`, `ask:${id}`, `askInWords:${id}`, '=Where exactly was it?'],
      end: async () => {
        const report = await product.store.reports.read(id);
        return [report?.questions?.map(({ wording }) => wording), [{ words: 'Where exactly was it?' }]];
      },
    };
  },
};

test.each(Object.entries(stories))(
  'whichever call of the webhook is lost, before or after it takes effect, %s happens once and whole',
  { timeout: 1_800_000 },
  async (_, tell) => {
    const line = createLine();
    const { product, desk } = await startDesk({ line });
    const { telegram } = product;
    const wrong: string[] = [];
    const counts = new Map<number, Readonly<{ tables: number; Telegram: number }>>();
    const play = async (fault?: Readonly<{ to: 'tables' | 'Telegram'; step: number; loss: Loss }>) => {
      const { by, steps, end } = await tell(product, desk);
      await telegram.idle();
      let name = 'no loss';
      try {
        for (const [at, step] of steps.entries()) {
          const isHere = at === fault?.step;
          line.listen(isHere && fault.to === 'tables' ? fault.loss : undefined);
          telegram.calls.length = 0;
          if (isHere && fault.to === 'Telegram') {
            telegram.faults.next('*', { kind: 'slow', ms: 0 }, fault.loss.at);
            telegram.faults.next('*', { kind: 'drop', when: fault.loss.when });
          }
          await go(by, [step]);
          await telegram.idle();
          telegram.faults.clear();
          if (isHere) name = `${step} ${JSON.stringify(fault)} ${line.calls()[fault.loss.at]}`;
          if (!fault) counts.set(at, { tables: line.calls().length, Telegram: telegram.calls.length });
        }
        line.listen();
        const [is, should] = await end();
        expect(is).toEqual(should);
      } catch (error) {
        wrong.push(`${name}: ${error instanceof Error ? error.message.slice(0, 300) : error}`);
      }
    };
    await play();
    expect(wrong).toEqual([]);
    const { lostAt } = await tell(product, desk);
    const faults = [...counts]
      .filter(([step]) => lostAt?.includes(step) ?? true)
      .flatMap(([step, { tables, Telegram }]) => [
        ...lossesOf(tables).map(loss => ({ to: 'tables', step, loss }) as const),
        ...lossesOf(Telegram).map(loss => ({ to: 'Telegram', step, loss }) as const),
      ]);
    for (const fault of sampled(faults, 29)) await play(fault);
    if (process.env.ALL) console.log(`${faults.length} losses`);
    expect(wrong).toEqual([]);
    expect(await product.differences()).toEqual([]);
  },
);
