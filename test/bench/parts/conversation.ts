import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedStateStorage,
} from '@grammyjs/conversations';
import { Bot, type Context } from 'grammy';
import type { HandleUpdate } from '../../../bot/bot.ts';
import { witnessCallbacks } from '../../../bot/callbacks/witness.ts';
import type { Catalogue } from '../../../bot/locales/catalogue.ts';
import type { Parsers } from '../../../bot/parsers.ts';
import { remove, show } from '../../../bot/telegram/screen.ts';
import {
  type Input,
  next,
  readInput,
  screenOf,
  step,
  type Turn,
} from '../../../bot/witness/interview/interview.ts';
import type { View } from '../../../bot/witness/interview/question.ts';
import { receiptPage } from '../../../bot/witness/pages.ts';
import { newReportId } from '../../../lib/identity/receipt.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import type { Answers } from '../../../lib/report/report.ts';
import type { Key } from '../../../lib/store/dynamodb/keys.ts';
import type { Parts } from '../../support/product/counted.ts';

/** Where the plugin's state of a chat is: in the same table as Svidok's own. */
export const conversationKey = (chat: number | string): Key => ({ pk: `CONVERSATION#${chat}`, sk: 'CHAT' });

/** The plugin's own versioned storage, over DynamoDB: the state as JSON in one attribute. */
const storageIn = <State>({ client, tables }: Parts): VersionedStateStorage<string, State> => {
  const place = (chat: string) => {
    const { pk, sk } = conversationKey(chat);
    return { TableName: tables.chats, Key: { pk: { S: pk }, sk: { S: sk } } };
  };
  return {
    read: async chat => {
      const { Item } = await client.send(new GetItemCommand({ ...place(chat), ConsistentRead: true }));
      return Item?.state?.S === undefined ? undefined : JSON.parse(Item.state.S);
    },
    write: async (chat, state) => {
      const { TableName, Key } = place(chat);
      await client.send(
        new PutItemCommand({ TableName, Item: { ...Key, state: { S: JSON.stringify(state) } } }),
      );
    },
    delete: async chat => {
      await client.send(new DeleteItemCommand(place(chat)));
    },
  };
};

/**
 * The same interview as one long function, as @grammyjs/conversations has it: begun by /report, and waiting for each
 * answer. The questions, their words, how an answer is understood and what is sent to Telegram are Svidok's own; what
 * differs is who remembers, and how.
 */
export const createConversationBot = (
  parts: Parts,
  { t, parsers }: Readonly<{ t: Catalogue; parsers: Parsers }>,
): HandleUpdate => {
  const { deps, access } = parts;
  const { country, operator, kept } = deps;
  const bot = new Bot<ConversationFlavor<Context>>(access.token, {
    botInfo: access.botInfo,
    client: { apiRoot: access.apiRoot },
  });

  const interview = async (
    conversation: Conversation<ConversationFlavor<Context>, Context>,
    begun: Context,
  ): Promise<void> => {
    const { id, startedAt } = await conversation.external(() => ({
      id: newReportId(),
      startedAt: deps.now().toISOString(),
    }));
    const empty: Draft = { id, startedAt, at: '', answers: {} };
    const view = (draft: Draft): View => ({
      draft,
      now: new Date(startedAt),
      country,
      locale: 'en',
      t,
      townBy: parsers.townBy,
    });
    let draft: Draft = { ...empty, at: next(empty) };
    let turn: Turn = { draft };
    let ctx = begun;
    let screen: number | undefined;
    for (;;) {
      const { sent } = turn;
      if (sent) await conversation.external(outside => submit(parts, outside, draft, sent));
      const [shown] = await Promise.all([
        show(ctx.api, sent ? receiptPage({ t, country, operator, kept }, id) : screenOf(view(draft), turn), {
          chat: chatOf(begun),
          edit: ctx.callbackQuery?.message?.message_id,
        }),
        ctx.callbackQuery && ctx.answerCallbackQuery(),
      ]);
      if (shown.kind === 'shown') {
        if (screen !== undefined && screen !== shown.message) await remove(ctx.api, chatOf(begun), screen);
        screen = shown.message;
      }
      if (sent) return;
      ctx = await conversation.wait();
      turn = step(readInput(inputOf(ctx), view(draft), parsers), view(draft));
      draft = turn.draft ?? draft;
    }
  };

  bot.use(conversations({ storage: { type: 'key', version: 0, adapter: storageIn(parts) } }));
  bot.use(createConversation(interview));
  bot.command('report', ctx => ctx.conversation.enter('interview'));
  return async update => {
    await bot.handleUpdate(update);
    return { kind: 'taken' };
  };
};

const chatOf = (ctx: Context): number => ctx.chatId ?? 0;

/** What somebody did, as the interview is told of it. */
const inputOf = (ctx: Context): Input => {
  const pressed = witnessCallbacks.parse(ctx.callbackQuery?.data ?? '');
  if (pressed?.name === 'answer')
    return { kind: 'press', at: pressed.args.question, value: pressed.args.value };
  return { kind: 'text', text: ctx.message?.text ?? '' };
};

/** Stores the report in the same transaction as Svidok does. */
const submit = async (
  { deps: { store, identity, now } }: Parts,
  ctx: Context,
  { id }: Draft,
  answers: Answers,
): Promise<void> => {
  await store.reports.submit({
    chatKey: id,
    chat: { version: 1, recent: [] },
    report: {
      id,
      version: 1,
      status: 'submitted',
      reporter: identity.reporter(chatOf(ctx)),
      locale: 'en',
      receivedAt: now().toISOString(),
      answers,
    },
    contact: { chat: identity.seal(String(chatOf(ctx))), locale: 'en' },
  });
};
