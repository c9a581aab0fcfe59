import type { catalogue as english } from './en/index.ts';

/** Everything the bot says, by role. English is the measure: the compiler refuses a language that lacks any of it. */
export type Catalogue = Readonly<typeof english>;
