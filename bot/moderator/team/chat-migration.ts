import type { Deps } from '../../context.ts';
import { moderatorsChatOf, noteMigration } from '../access.ts';

type Needed = Pick<Deps, 'store' | 'identity' | 'moderatorsChat'>;

/** Configured chats whose move was looked for since this process started. */
const recalled = new Set<number>();

/** A group goes on under another id: for this process, and stored (sealed) for all others until the configuration says it. */
export const rememberMigration = async (
  { store, identity, moderatorsChat }: Needed,
  to: number,
): Promise<void> => {
  if (moderatorsChat === undefined || moderatorsChat === to) return;
  noteMigration(moderatorsChat, to);
  await store.migrations.set(identity.chatKey(moderatorsChat), identity.seal(String(to)));
};

/** Learns, once in a process, whether another one was told that the moderators' chat goes on under another id. */
export const recallMigration = async (deps: Needed): Promise<void> => {
  const { store, identity, moderatorsChat } = deps;
  if (moderatorsChat === undefined || recalled.has(moderatorsChat)) return;
  const sealed = await store.migrations.read(identity.chatKey(moderatorsChat));
  recalled.add(moderatorsChat);
  const to = Number(sealed && identity.open(sealed));
  if (Number.isSafeInteger(to) && to !== 0 && moderatorsChatOf(deps) === moderatorsChat)
    noteMigration(moderatorsChat, to);
};
