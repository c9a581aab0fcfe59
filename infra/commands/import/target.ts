import type { Approval } from '../../../lib/review/bring-in.ts';
import type { Store } from '../../../lib/store/store.ts';

/** Into which tables rows come, and as whose: the pseudonyms of the data set, newest first. */
export type Target = Readonly<{
  store: Pick<Store, 'imports' | 'mutes' | 'figures'>;
  reporters: readonly [string, ...string[]];
  voiceWithin: (incident: string) => string;
  /** Of an admin. Without it everything waits for moderators. */
  approval?: Approval | undefined;
}>;
