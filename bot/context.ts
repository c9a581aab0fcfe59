import type { Context } from 'grammy/web';
import type { Locale } from '../lib/locale.ts';
import type { ChatStates } from './chat-states.ts';
import type { Catalogue } from './locales/catalogue.ts';
import type { Deps } from './runtime/dependencies.ts';

export type { Deps };

/** Who wrote or pressed, and where. */
export type Person = Readonly<{ userId: number; chatId: number; isPrivate: boolean }>;

/** What every role is given with an update. `t` is the catalogue of the person's (in a group: the group's) language. */
export type Ctx = Context & {
  deps: Deps;
  person: Person;
  states: ChatStates;
  locale: Locale;
  t: Catalogue;
};
