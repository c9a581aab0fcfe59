import * as z from 'zod/mini';
import { formatReceipt } from '../../lib/identity/receipt.ts';
import { reportIdSchema } from '../../lib/report/id.ts';
import { sourceSchema } from '../../lib/report/report.ts';
import {
  attributionStatuses,
  contaminationStates,
  munitions,
  namedSources,
} from '../../lib/report/vocabulary.ts';
import type { Chat } from '../../lib/store/chats/chats.ts';
import { figureSchema } from '../../lib/summary/figure.ts';
import { queueView } from '../callbacks/moderator.ts';
import type { Ctx } from '../context.ts';
import type { Catalogue } from '../locales/catalogue.ts';

/** How long a moderator can take to answer, and how long a form stays that is filled in in part. */
const pendingInputMs = 15 * 60_000;
const formMs = 24 * 60 * 60_000;

const validity = {
  until: z.int(),
  /** The version of the chat that asked: anything else that happens in a private chat ends the question. */
  asked: z.int(),
};
/** `message` shows the card, opened from the view of the queue `from`. */
const aboutReport = {
  id: reportIdSchema,
  version: z.int(),
  from: z.optional(queueView),
  message: z.optional(z.int()),
};
const aboutIncident = { incident: reportIdSchema, version: z.int(), message: z.optional(z.int()) };

/** The lines of a figure's form that are filled in by typing. */
const typedFigureFields = [
  'name',
  'link',
  'published',
  'period',
  'user',
  'area',
  'attacks',
  'people',
  'killed',
  'injured',
] as const;
export type TypedFigureField = (typeof typedFigureFields)[number];

/** A figure's form as filled in so far. */
const figureFormSchema = z.object({
  source: z.partial(sourceSchema),
  munition: z.optional(z.enum(munitions)),
  ...z.pick(figureSchema, {
    period: true,
    region: true,
    user: true,
    area: true,
    attacks: true,
    people: true,
    killed: true,
    injured: true,
  }).shape,
});
export type FigureForm = Readonly<z.infer<typeof figureFormSchema>>;

/** What a moderator was asked to type. */
const pendingInputSchema = z.discriminatedUnion('kind', [
  /** Why a report is rejected. */
  z.object({ kind: z.literal('rejection'), ...aboutReport, ...validity }),
  /** What a witness is asked. */
  z.object({ kind: z.literal('question'), ...aboutReport, ...validity }),
  /** Who becomes a member of the team. */
  z.object({ kind: z.literal('member'), ...validity }),
  /** The id of the incident to merge into. */
  z.object({ kind: z.literal('merge'), ...aboutIncident, ...validity }),
  /** Who says so of unexploded items. */
  z.object({
    kind: z.literal('contamination'),
    state: z.enum(contaminationStates),
    source: z.enum(namedSources),
    ...aboutIncident,
    ...validity,
  }),
  /** Who is held responsible; then, once `side` is known, who says so. */
  z.object({
    kind: z.literal('claim'),
    status: z.enum(attributionStatuses),
    source: z.enum(namedSources),
    side: z.optional(z.string()),
    ...aboutIncident,
    ...validity,
  }),
  /**
   * A figure's form, which `message` shows. `field` is the line that the next message fills in, or all of it; without one no
   * message is awaited. Whatever else happens in the chat, the form stays until it is over.
   */
  z.object({
    kind: z.literal('figure'),
    form: figureFormSchema,
    field: z.optional(z.enum([...typedFigureFields, 'whole'])),
    message: z.optional(z.int()),
    ...validity,
  }),
]);
export type PendingInput = Readonly<z.infer<typeof pendingInputSchema>>;
export type PendingInputOf<Kind extends PendingInput['kind']> = Extract<PendingInput, { kind: Kind }>;

/** What `awaitInput` is given. */
type NewPendingInput = {
  [Kind in PendingInput['kind']]: Omit<PendingInputOf<Kind>, keyof typeof validity>;
}[PendingInput['kind']];

/** In a group each moderator has a state of their own; a private chat has one state for all roles. */
const stateKey = ({ deps: { identity }, person: { chatId, userId, isPrivate } }: Ctx): string =>
  isPrivate ? identity.chatKey(chatId) : identity.chatKey(chatId, userId);

/** What this person was asked to type, unless that has expired. */
export const readPendingInput = async (ctx: Ctx): Promise<PendingInput | undefined> => {
  const chat = await ctx.states.read(stateKey(ctx));
  const { data: pending } = pendingInputSchema.safeParse(chat.pendingInput);
  if (!pending || pending.until <= ctx.deps.now().getTime()) return undefined;
  if (pending.asked === chat.version) return pending;
  return pending.kind === 'figure' ? { ...pending, field: undefined } : undefined;
};

/** Whether a message answers it: in private the next message does, in a group only a reply to the question. */
export const isAnswer = (
  pending: PendingInput,
  { isPrivate }: Ctx['person'],
  repliedTo: string | undefined,
  t: Catalogue,
) => isPrivate || (repliedTo ?? '').includes(markOf(pending, t));

/** What the message that asked contains, and no other. */
const markOf = (pending: PendingInput, t: Catalogue): string => {
  switch (pending.kind) {
    case 'rejection':
    case 'question':
      return formatReceipt(pending.id);
    case 'member':
      return t.moderator.team.ask;
    case 'figure':
      return pending.field && pending.field !== 'whole'
        ? t.figures.desk.ask[pending.field]
        : t.figures.desk.form;
    default:
      return formatReceipt(pending.incident);
  }
};

/** Makes this person's next message the answer. */
export const awaitInput = async (ctx: Ctx, pending: NewPendingInput): Promise<void> => {
  const until = ctx.deps.now().getTime() + (pending.kind === 'figure' ? formMs : pendingInputMs);
  await ctx.states.update(stateKey(ctx), ctx.update.update_id, chat => ({
    chat: {
      ...chat,
      pendingInput: toJson(z.encode(pendingInputSchema, { ...pending, until, asked: chat.version + 1 })),
    },
    value: undefined,
  }));
};

/** Awaits nothing any more. An update makes this its only change of the chat. */
export const clearPendingInput = async (ctx: Ctx): Promise<void> => {
  await ctx.states.update(stateKey(ctx), ctx.update.update_id, ({ pendingInput: _, ...chat }) => ({
    chat: chat satisfies Chat,
    value: undefined,
  }));
};

/** Awaits no words any more. A form that is filled in in part stays open. An update makes this its only change of the chat. */
export const leaveQuestion = (ctx: Ctx, pending: PendingInput): Promise<void> =>
  pending.kind === 'figure' ? awaitInput(ctx, { ...pending, field: undefined }) : clearPendingInput(ctx);

/** Without the keys that have no value, which the stored shape does not allow. */
const toJson = (value: object): NonNullable<Chat['pendingInput']> => JSON.parse(JSON.stringify(value));
