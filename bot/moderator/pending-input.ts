import * as z from 'zod/mini';
import { formatReceipt } from '../../lib/identity/receipt.ts';
import { reportIdSchema, sourceSchema } from '../../lib/report/report.ts';
import {
  attributionStatuses,
  contaminationStates,
  munitions,
  namedSources,
} from '../../lib/report/vocabulary.ts';
import type { Chat } from '../../lib/store/chats/chats.ts';
import { figureSchema } from '../../lib/summary/figure.ts';
import type { Ctx } from '../context.ts';
import type { Catalogue } from '../locales/catalogue.ts';

/** A question to a moderator ends by itself after this time. */
const awaitedMs = 15 * 60_000;

const frame = {
  until: z.int(),
  /** The version of the chat that asked: whatever else happens in a private chat ends the question. */
  asked: z.int(),
};
/** `message` shows the card; `from` as in a card's path. */
const aboutReport = {
  id: reportIdSchema,
  version: z.int(),
  from: z.optional(z.string()),
  message: z.optional(z.int()),
};
const aboutIncident = { incident: reportIdSchema, version: z.int(), message: z.optional(z.int()) };

/** The lines of a figure's form that are filled in with words. */
export const figureWords = [
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
export type FigureWords = (typeof figureWords)[number];

/** A figure as far as its form is filled in. */
export const figureFormSchema = z.object({
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

const pendingInputSchema = z.discriminatedUnion('kind', [
  /** Why a report is rejected. */
  z.object({ kind: z.literal('rejection'), ...aboutReport, ...frame }),
  /** What a witness is asked. */
  z.object({ kind: z.literal('question'), ...aboutReport, ...frame }),
  /** Who becomes a moderator. */
  z.object({ kind: z.literal('member'), ...frame }),
  /** Which incident another one is the same as. */
  z.object({ kind: z.literal('merge'), ...aboutIncident, ...frame }),
  /** Who says what is known of unexploded items. */
  z.object({
    kind: z.literal('contamination'),
    state: z.enum(contaminationStates),
    source: z.enum(namedSources),
    ...aboutIncident,
    ...frame,
  }),
  /** Who is held responsible, and then (`side` is known) who says so. */
  z.object({
    kind: z.literal('claim'),
    status: z.enum(attributionStatuses),
    source: z.enum(namedSources),
    side: z.optional(z.string()),
    ...aboutIncident,
    ...frame,
  }),
  /** A figure's form; `field` is the line that the next message fills in, `message` shows the form. */
  z.object({
    kind: z.literal('figure'),
    form: figureFormSchema,
    field: z.optional(z.enum(figureWords)),
    message: z.optional(z.int()),
    ...frame,
  }),
]);
export type PendingInput = Readonly<z.infer<typeof pendingInputSchema>>;
export type PendingInputOf<Kind extends PendingInput['kind']> = Extract<PendingInput, { kind: Kind }>;

/** What a moderator is asked: what `ask` is given. */
export type Question = {
  [Kind in PendingInput['kind']]: Omit<PendingInputOf<Kind>, keyof typeof frame>;
}[PendingInput['kind']];

/** In a group, each moderator has a state of their own; in private, the chat has one for all roles. */
const stateKey = ({ deps: { identity }, person: { chatId, userId, isPrivate } }: Ctx): string =>
  isPrivate ? identity.chatKey(chatId) : identity.chatKey(chatId, userId);

/** What the next message of this person answers, if anything. In private it costs no read. */
export const readPendingInput = async (ctx: Ctx): Promise<PendingInput | undefined> => {
  const chat = await ctx.states.read(stateKey(ctx));
  const parsed = pendingInputSchema.safeParse(chat.pendingInput);
  if (!parsed.success) return undefined;
  const isOpen = parsed.data.asked === chat.version && parsed.data.until > ctx.deps.now().getTime();
  return isOpen ? parsed.data : undefined;
};

/** Whether a message answers it: in private the next one does, in a group a reply to what was asked. */
export const isAnswer = (
  question: PendingInput,
  { isPrivate }: Ctx['person'],
  replied: string | undefined,
  t: Catalogue,
) => isPrivate || (replied ?? '').includes(asked(question, t));

/** What is in the message that asked it. */
const asked = (question: PendingInput, t: Catalogue): string => {
  switch (question.kind) {
    case 'rejection':
    case 'question':
      return formatReceipt(question.id);
    case 'member':
      return t.moderator.team.ask;
    case 'figure':
      return question.field ? t.figures.desk.ask[question.field] : t.figures.desk.form;
    default:
      return formatReceipt(question.incident);
  }
};

/** The next message of this person answers this. */
export const awaitInput = async (ctx: Ctx, question: Question): Promise<void> => {
  const until = ctx.deps.now().getTime() + awaitedMs;
  await ctx.states.update(stateKey(ctx), ctx.update.update_id, chat => ({
    chat: { ...chat, pendingInput: { ...withoutUndefined(question), until, asked: chat.version + 1 } },
    value: undefined,
  }));
};

/** Nothing is asked any more. This is the one change that the update makes to the chat. */
export const clearPendingInput = async (ctx: Ctx): Promise<void> => {
  await ctx.states.update(stateKey(ctx), ctx.update.update_id, ({ pendingInput: _, ...chat }) => ({
    chat: chat satisfies Chat,
    value: undefined,
  }));
};

const withoutUndefined = (question: Question): NonNullable<Chat['pendingInput']> =>
  JSON.parse(JSON.stringify(question));
