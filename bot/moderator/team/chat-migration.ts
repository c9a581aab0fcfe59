import type { Deps } from '../../context.ts';
import { moderatorsChatOf, noteMigration } from '../access.ts';

type MigrationDeps = Pick<Deps, 'store' | 'identity' | 'moderatorsChat'>;

/** Configured chats whose upgrade this process has looked up. */
const recalled = new Set<number>();

/** Notes the new id of an upgraded group: in this process, and stored (sealed) for others until the configuration has it. */
export const rememberMigration = async (
  { store, identity, moderatorsChat }: MigrationDeps,
  to: number,
): Promise<void> => {
  if (moderatorsChat === undefined || moderatorsChat === to) return;
  noteMigration(moderatorsChat, to);
  await store.migrations.set(identity.chatKey(moderatorsChat), identity.seal(String(to)));
};

/** Looks up, once a process, whether another process learned of an upgrade of the moderators' chat. */
export const recallMigration = async (deps: MigrationDeps): Promise<void> => {
  const { store, identity, moderatorsChat } = deps;
  if (moderatorsChat === undefined || recalled.has(moderatorsChat)) return;
  const sealed = await store.migrations.read(identity.chatKey(moderatorsChat));
  recalled.add(moderatorsChat);
  const to = Number(sealed && identity.open(sealed));
  if (Number.isSafeInteger(to) && to !== 0 && moderatorsChatOf(deps) === moderatorsChat)
    noteMigration(moderatorsChat, to);
};
