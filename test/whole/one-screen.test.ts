import type { Message } from 'grammy/types';
import { Api } from 'grammy/web';
import { describe, expect, it } from 'vitest';
import { witnessCallbacks } from '../../bot/callbacks/witness.ts';
import type { Deps } from '../../bot/context.ts';
import { people } from '../../infra/local/demo-people.ts';
import type { Person } from '../../infra/local/telegram/people/person.ts';
import { catalogues } from '../support/catalogues.ts';
import { read } from '../support/product/desk.ts';
import { startProduct } from '../support/product/product.ts';
import { sampled } from '../support/seed.ts';
import { answersOfReport } from './script.ts';
import { dataOf, go, pressOn } from './steps.ts';

class BrokenLine extends Error {
  override name = 'TimeoutError';
}

type When = 'before' | 'after';

/** Breaks the line to the table of chats once, at the next call of a kind; `beside` is done once, when next a chat was saved. */
const breakable = () => {
  let next: Readonly<{ call: 'read' | 'save'; skip: number; when: When }> | undefined;
  let beside: (() => Promise<unknown>) | undefined;
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
    set: (fault: typeof next, act?: typeof beside) => {
      next = fault;
      beside = act;
    },
    change: (deps: Omit<Deps, 'api'>): Omit<Deps, 'api'> => {
      const { chats } = deps.store;
      const { read, save } = chats;
      const saveAnd: typeof save = async (key, chat) => {
        const saved = await save(key, chat);
        const act = beside;
        beside = undefined;
        await act?.();
        return saved;
      };
      return {
        ...deps,
        store: {
          ...deps.store,
          chats: { ...chats, read: broken('read', read), save: broken('save', saveAnd) },
        },
      };
    },
  };
};

/** The messages that have buttons: what the person may take for where they are. */
const screensOf = (person: Person): readonly Message[] =>
  person.messages().filter(message => dataOf(message).length > 0);

const script = ['=/start', 'agree', '=/report', 'attack', '=Kharkiv', '=/help'] as const;

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
  const stranger = (): Person => {
    id += 1;
    return product.telegram.user({ id, first_name: `Person ${id}`, language_code: 'en' });
  };
  const newcomer = async (): Promise<Person> => {
    const person = stranger();
    await person.start();
    return person;
  };
  return { ...product, line, stranger, newcomer };
};

describe('a chat', () => {
  it('has one screen after a call is lost, whichever it was', { timeout: 300_000 }, async () => {
    const { telegram, line, stranger } = await startChats();
    const wrong: string[] = [];
    const cases = [...script.keys()].flatMap(at =>
      faults.flatMap(fault => (['before', 'after'] as const).map(when => ({ at, ...fault, when }))),
    );
    for (const { at, call, skip, when } of sampled(cases, 3)) {
      const person = stranger();
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

  it('keeps a notice that came right below the message of which a call is lost, and one screen beside it', {
    timeout: 300_000,
  }, async () => {
    const { telegram, line, newcomer } = await startChats();
    const api = new Api(people.token, { apiRoot: telegram.url });
    const wrong: string[] = [];
    for (const step of ['=Kharkiv', '=/help', '=/start'] as const)
      for (const { call, skip } of faults)
        for (const when of ['before', 'after'] as const) {
          const person = await newcomer();
          await go(person, ['agree', 'attack']);
          const isStore = call === 'read' || call === 'save';
          const notice = async () => {
            const button = { text: 'Answer', callback_data: witnessCallbacks.data('mine') };
            await api.sendMessage(person.chatId, 'A question', {
              reply_markup: { inline_keyboard: [[button]] },
            });
            if (!isStore) telegram.faults.next(call, { kind: 'drop', when });
          };
          line.set(isStore ? { call, skip, when } : undefined, notice);
          await go(person, [step]);
          await telegram.idle();
          line.set(undefined);
          telegram.faults.clear();
          const said = person.messages().filter(({ text }) => text === 'A question');
          const screens = screensOf(person).length;
          const [kept] = said;
          if (kept) await person.press(kept, witnessCallbacks.data('mine'));
          const after = screensOf(person).length;
          if (said.length !== 1 || screens !== 2 || after !== 1)
            wrong.push(`${step} ${call} ${skip} ${when}: ${said.length}, ${screens}, ${after}`);
        }
    expect(wrong).toEqual([]);
  });

  it('has one screen when the one before is older than what Telegram deletes', async () => {
    const { telegram, newcomer } = await startChats();
    const person = await newcomer();
    await go(person, ['agree', 'attack']);
    const [before] = screensOf(person);
    telegram.advance(49 * 3_600_000);
    await go(person, ['=Kharkiv']);
    const [after, ...more] = screensOf(person);
    expect([after?.message_id === before?.message_id, more]).toEqual([false, []]);
    expect(person.messages().find(({ message_id: id }) => id === before?.message_id)?.text).toBe(
      catalogues.en.witness.movedOn.source,
    );
  });

  it('has one screen after a message and a press at once, and after two of each', {
    timeout: 120_000,
  }, async () => {
    const { telegram, newcomer } = await startChats();
    const wrong: string[] = [];
    const press = (person: Person, path: string) => () => pressOn(person, path);
    const write = (person: Person, text: string) => () => person.send(text);
    for (const round of sampled([...Array(24).keys()], 3)) {
      const person = await newcomer();
      const isNew = round % 6 > 4;
      if (!isNew) await go(person, ['agree', '=/report']);
      const pairs = [
        [press(person, 'attack'), write(person, 'Kharkiv')],
        [write(person, 'Kharkiv'), press(person, 'attack')],
        [press(person, 'attack'), press(person, 'found')],
        [write(person, 'an attack'), write(person, 'Kharkiv')],
        [write(person, '/help'), press(person, 'attack'), write(person, 'Kharkiv')],
        [press(person, 'agree'), press(person, 'agree')],
      ] as const;
      await Promise.all((pairs[round % pairs.length] ?? []).map(act => act()));
      await telegram.idle();
      const count = screensOf(person).length;
      if (count !== 1) wrong.push(`round ${round % pairs.length}: ${count}`);
    }
    expect(wrong).toEqual([]);
  });

  it('has one page before consent, whatever was asked for, and what a reader asked for stays', async () => {
    const { telegram, newcomer } = await startChats();
    const asked = [
      '/start',
      '/latest',
      '/start',
      '/summary',
      '/help',
      'Kharkiv',
      '/privacy',
      '/start',
    ] as const;
    const person = await newcomer();
    for (const text of asked) await person.send(text);
    await telegram.idle();
    const pages = screensOf(person).filter(message => dataOf(message).some(data => data.startsWith('w:')));
    expect(pages).toEqual([person.last()]);
    expect(person.messages()).toHaveLength(asked.length + 1 + 2 + 1);
    await go(person, [witnessCallbacks.data('agree_report', { what: 'attack' }), '=Kharkiv']);
    const places = screensOf(person).filter(message => read(message).includes('When did it happen?'));
    expect(places).toEqual([person.last()]);
  });

  it('has one page before consent after two messages at once', async () => {
    const { telegram, newcomer } = await startChats();
    const person = await newcomer();
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(['/start', '/start', '/help'].map(text => person.send(text)));
      await telegram.idle();
      expect(screensOf(person)).toHaveLength(1);
    }
  });

  it('has one screen after a press on any screen that it ever had, after one further step and at the end', {
    timeout: 300_000,
  }, async () => {
    const { telegram, newcomer } = await startChats();
    const steps = ['agree', ...answersOfReport, 'send', 'mine', '=/help'];
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
