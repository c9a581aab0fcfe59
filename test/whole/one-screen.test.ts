import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import type { Deps } from '../../bot/context.ts';
import type { Person } from '../../infra/local/telegram/people/person.ts';
import { startProduct } from '../support/product.ts';
import { sampled } from '../support/seed.ts';
import { answersOfReport } from './script.ts';
import { dataOf, go, pressOn } from './steps.ts';

class BrokenLine extends Error {
  override name = 'TimeoutError';
}

type When = 'before' | 'after';

/** Breaks the line to the table of chats once, at the next call of a kind. */
const breakable = () => {
  let next: Readonly<{ call: 'read' | 'save'; skip: number; when: When }> | undefined;
  const broken =
    <Args extends readonly unknown[], Result>(
      call: 'read' | 'save',
      act: (...args: Args) => Promise<Result>,
    ) =>
    async (...args: Args): Promise<Result> => {
      if (next?.call !== call) return act(...args);
      const { skip, when } = next;
      next = skip > 0 ? { ...next, skip: skip - 1 } : undefined;
      if (skip > 0) return act(...args);
      if (when === 'after') await act(...args);
      throw new BrokenLine(when);
    };
  return {
    set: (fault: typeof next) => {
      next = fault;
    },
    change: (deps: Omit<Deps, 'api'>): Omit<Deps, 'api'> => {
      const { chats } = deps.store;
      const { read, save } = chats;
      return {
        ...deps,
        store: { ...deps.store, chats: { ...chats, read: broken('read', read), save: broken('save', save) } },
      };
    },
  };
};

/** The messages that have buttons: what the person may take for where they are. */
const screensOf = (person: Person): readonly Message[] =>
  person.messages().filter(message => dataOf(message).length > 0);

const script = ['=/start', 'agree', 'report', 'attack', '=Kharkiv', '=/help'] as const;

const telegramCalls = ['editMessageText', 'sendMessage', 'deleteMessage', 'answerCallbackQuery'] as const;
const faults = [
  ...telegramCalls.map(call => ({ call, skip: 0 })),
  { call: 'read', skip: 0 },
  { call: 'save', skip: 0 },
  // The second save of an update notes the message that shows the screen.
  { call: 'save', skip: 1 },
] as const;

const startChats = async () => {
  const line = breakable();
  const product = await startProduct({ change: line.change });
  let id = 7000;
  const newcomer = async (): Promise<Person> => {
    id += 1;
    const person = product.telegram.user({ id, first_name: `Person ${id}`, language_code: 'en' });
    await person.start();
    return person;
  };
  return { ...product, line, newcomer };
};

describe('a chat', () => {
  it('has one screen after a call is lost, whichever it was', { timeout: 300_000 }, async () => {
    const { telegram, line, newcomer } = await startChats();
    const wrong: string[] = [];
    const cases = [...script.keys()].flatMap(at =>
      faults.flatMap(fault => (['before', 'after'] as const).map(when => ({ at, ...fault, when }))),
    );
    for (const { at, call, skip, when } of sampled(cases, 3)) {
      const person = await newcomer();
      await go(person, script.slice(0, at));
      if (call === 'read' || call === 'save') line.set({ call, skip, when });
      else telegram.faults.next(call, { kind: 'drop', when });
      await go(person, script.slice(at, at + 1));
      await telegram.idle();
      line.set(undefined);
      telegram.faults.clear();
      const count = screensOf(person).length;
      if (count !== 1) wrong.push(`${script[at]} ${call} ${skip} ${when}: ${count}`);
    }
    expect(wrong).toEqual([]);
  });

  it('has one screen after a message and a press at once, and after two of each', {
    timeout: 120_000,
  }, async () => {
    const { telegram, newcomer } = await startChats();
    const wrong: string[] = [];
    const press = (person: Person, path: string) => () => pressOn(person, path);
    const write = (person: Person, text: string) => () => person.send(text);
    for (const round of sampled([...Array(32).keys()], 3)) {
      const person = await newcomer();
      const isNew = round % 8 > 4;
      if (!isNew) await go(person, ['agree', 'report']);
      const pairs = [
        [press(person, 'attack'), write(person, 'Kharkiv')],
        [write(person, 'Kharkiv'), press(person, 'attack')],
        [press(person, 'attack'), press(person, 'remnant')],
        [write(person, 'an attack'), write(person, 'Kharkiv')],
        [write(person, '/help'), press(person, 'attack'), write(person, 'Kharkiv')],
        [press(person, 'agree'), press(person, 'agree')],
        [write(person, '/start'), write(person, '/start')],
        [write(person, '/start'), press(person, 'agree')],
      ] as const;
      await Promise.all((pairs[round % pairs.length] ?? []).map(act => act()));
      await telegram.idle();
      const count = screensOf(person).length;
      if (count !== 1) wrong.push(`round ${round % pairs.length}: ${count}`);
    }
    expect(wrong).toEqual([]);
  });

  it('has one screen after a press on any screen that it ever had, after one further step and at the end', {
    timeout: 300_000,
  }, async () => {
    const { telegram, newcomer } = await startChats();
    const steps = ['agree', 'report', ...answersOfReport, 'send', 'mine', '=/help'];
    const wrong: string[] = [];
    const cases = [...steps.keys()].flatMap(at => [at + 1, steps.length].map(end => ({ at, end })));
    for (const { at, end } of sampled(cases, 3)) {
      const person = await newcomer();
      await go(person, steps.slice(0, at));
      const old = screensOf(person).at(-1);
      if (!old) throw new Error(`No screen before "${steps[at]}".`);
      await go(person, steps.slice(at, end));
      for (const data of new Set([dataOf(old).at(0), dataOf(old).at(-1)])) {
        await person.forge(old, data ?? '');
        await telegram.idle();
        const count = screensOf(person).length;
        if (count !== 1) wrong.push(`${data} after ${steps[end - 1]}: ${count}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
