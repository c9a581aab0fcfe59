import type { Deps } from '../../context.ts';

type MigrationDeps = Pick<Deps, 'store' | 'identity' | 'moderatorsChat'>;

/**
 * The moderators' chat: the configured one, or the one that Telegram upgraded it to. Costs one read, because another
 * instance may have been told of the upgrade.
 */
export const readModeratorsChat = async ({
  store,
  identity,
  moderatorsChat,
}: MigrationDeps): Promise<number | undefined> => {
  if (moderatorsChat === undefined) return undefined;
  const sealed = await store.migrations.read(identity.chatKey(moderatorsChat));
  const upgraded = Number(sealed && identity.open(sealed));
  return Number.isSafeInteger(upgraded) && upgraded !== 0 ? upgraded : moderatorsChat;
};

/** Stores, sealed, that the moderators' chat was upgraded, until the configuration has its new id. */
export const rememberMigration = async (
  { store, identity, moderatorsChat }: MigrationDeps,
  to: number,
): Promise<void> => {
  if (moderatorsChat === undefined || moderatorsChat === to) return;
  await store.migrations.set(identity.chatKey(moderatorsChat), identity.seal(String(to)));
};
