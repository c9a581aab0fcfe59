import * as z from 'zod/mini';
import { reportIdSchema } from '../../lib/report/report.ts';
import type { Chat } from '../../lib/store/chats.ts';
import type { Ctx } from '../context.ts';

/** A question to a moderator ends by itself after this time. */
const awaitedMs = 15 * 60_000;

const frame = {
  until: z.int(),
  /** The version of the chat that asked: whatever else happens in a private chat ends the question. */
  asked: z.int(),
};
const awaitedSchema = z.discriminatedUnion('kind', [
  /** Why a report is rejected. `message` shows its card; `from` as in a card's path. */
  z.object({
    kind: z.literal('rejection'),
    id: reportIdSchema,
    version: z.int(),
    from: z.optional(z.string()),
    message: z.optional(z.int()),
    ...frame,
  }),
  /** Who becomes a moderator. */
  z.object({ kind: z.literal('member'), ...frame }),
]);
export type Awaited = Readonly<z.infer<typeof awaitedSchema>>;
export type Rejecting = Extract<Awaited, { kind: 'rejection' }>;

/** What a moderator is asked: what `ask` is given. */
export type Question =
  | Readonly<Pick<Rejecting, 'kind' | 'id' | 'version' | 'from' | 'message'>>
  | Readonly<{ kind: 'member' }>;

/** In a group, each moderator has a state of their own; in private, the chat has one for all roles. */
const stateKey = ({ deps: { identity }, person: { chatId, userId, isPrivate } }: Ctx): string =>
  isPrivate ? identity.chatKey(chatId) : identity.chatKey(chatId, userId);

/** What the next message of this person answers, if anything. In private it costs no read. */
export const awaited = async (ctx: Ctx): Promise<Awaited | undefined> => {
  const chat = await ctx.states.read(stateKey(ctx));
  const parsed = awaitedSchema.safeParse(chat.awaiting);
  if (!parsed.success) return undefined;
  const isOpen = parsed.data.asked === chat.version && parsed.data.until > ctx.deps.now().getTime();
  return isOpen ? parsed.data : undefined;
};

/** The next message of this person answers this. */
export const ask = async (ctx: Ctx, question: Question): Promise<void> => {
  const until = ctx.deps.now().getTime() + awaitedMs;
  await ctx.states.update(stateKey(ctx), ctx.update.update_id, chat => ({
    chat: { ...chat, awaiting: { ...withoutUndefined(question), until, asked: chat.version + 1 } },
    value: undefined,
  }));
};

/** Nothing is asked any more. This is the one change that the update makes to the chat. */
export const endAsking = async (ctx: Ctx): Promise<void> => {
  await ctx.states.update(stateKey(ctx), ctx.update.update_id, ({ awaiting: _, ...chat }) => ({
    chat: chat satisfies Chat,
    value: undefined,
  }));
};

const withoutUndefined = (question: Question): Record<string, string | number> =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
