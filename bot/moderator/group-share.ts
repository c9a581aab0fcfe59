import type { WorkerDeps } from '../runtime/dependencies.ts';

/**
 * Telegram takes twenty messages and edits a minute in a group (core.telegram.org/bots/faq), and delays whatever comes after
 * them. All that the bot writes there is counted in one share. What can go elsewhere leaves room for what cannot: new cards
 * wait in a digest, a form opens in private, and a card that was shown is brought up to date.
 */
const most = { card: 12, digest: 15, form: 16, update: 20 } as const;

type GroupDeps = Pick<WorkerDeps, 'store' | 'identity' | 'moderatorsChat'>;

/** Under which name the group's counts are kept: the same before and after it became a supergroup. */
export const groupKey = ({
  identity,
  moderatorsChat = 0,
}: Pick<GroupDeps, 'identity' | 'moderatorsChat'>): string => identity.chatKey(moderatorsChat);

/** Takes room for so many messages of a kind in the moderators' group, if it has that much this minute. */
export const takeRoom = (deps: GroupDeps, kind: keyof typeof most, messages = 1): Promise<boolean> =>
  deps.store.rateLimit.take(groupKey(deps), most[kind], messages);
