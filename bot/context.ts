import type { Context } from 'grammy/web';
import type { Locale } from '../lib/locale.ts';
import type { ChatStates } from './chat-states.ts';
import type { Catalogue } from './locales/catalogue.ts';
import type { Deps } from './runtime/dependencies.ts';

export type { Deps };

/** Who wrote or pressed, and where. */
type Person = Readonly<{ userId: number; chatId: number; isPrivate: boolean }>;

/** What every role gets with an update. `t` is the catalogue in the person's language, in a group the group's. */
export type Ctx = Context & {
  deps: Deps;
  person: Person;
  states: ChatStates;
  /** The moderators' chat under the id that it has now. Set in groups; undefined when none is configured. */
  moderatorsChat?: number | undefined;
  locale: Locale;
  t: Catalogue;
};
