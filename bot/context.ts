import type { Api, Context } from 'grammy/web';
import type { Country } from '../lib/country.ts';
import type { Identity } from '../lib/identity/identity.ts';
import type { Locale } from '../lib/locale.ts';
import type { Store } from '../lib/store/store.ts';
import type { ChatStates } from './chat-states.ts';
import type { Catalogue } from './locales/catalogue.ts';
import type { Log } from './runtime/log.ts';

/** Everything the bot works with, given from outside: nothing in bot/ makes its own. */
export type Deps = Readonly<{
  api: Api;
  store: Store;
  identity: Identity;
  country: Country;
  /** Who runs this bot, as told to every witness. */
  operator: string;
  /** Telegram ids of those who are admins by configuration: they make the first members. */
  admins: ReadonlySet<number>;
  /** The moderators' group, once there is one. */
  moderatorsChat: number | undefined;
  now: () => Date;
  log: Log;
}>;

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
