/**
 * The libraries of the webhook without a line of ours, doing what it does for the first update: parameters read at the
 * start, then the update parsed, one item read, one message sent.
 */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { Bot, Composer, GrammyError } from 'grammy/web';
import * as z from 'zod/mini';

const { PARAMETERS = '', CHATS_TABLE = '', TELEGRAM_API_ROOT = '' } = process.env;
const requestHandler = { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true };
const names = ['BOT_TOKEN', 'BOT_INFO', 'WEBHOOK_SECRET', 'IDENTITY_SECRET', 'MODERATORS_CHAT', 'ADMINS'];
const { Parameters = [] } = await new SSMClient({ requestHandler }).send(
  new GetParametersCommand({ Names: names.map(name => `${PARAMETERS}/${name}`), WithDecryption: true }),
);
const value = (name: string): string =>
  Parameters.find(parameter => parameter.Name === `${PARAMETERS}/${name}`)?.Value ?? '';

const dynamo = new DynamoDBClient({ requestHandler });
const bot = new Bot(value('BOT_TOKEN'), {
  botInfo: JSON.parse(value('BOT_INFO')),
  client: { apiRoot: TELEGRAM_API_ROOT },
});
const composer = new Composer();
composer.on('message', async ctx => {
  const Key = marshall({ pk: `CHAT#${ctx.chat.id}`, sk: 'CHAT' });
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: CHATS_TABLE, Key, ConsistentRead: true }),
  );
  await ctx.reply(Item ? JSON.stringify(unmarshall(Item)) : 'nothing');
});
bot.use(composer);

const updateSchema = z.looseObject({ update_id: z.int(), message: z.looseObject({ message_id: z.int() }) });

export const handler = async ({ body }: { body: string }) => {
  const update = updateSchema.parse(JSON.parse(body));
  await bot.handleUpdate(update as never);
  return { statusCode: 200 };
};

/** Used by the webhook too, though not for its first update: they are part of what is loaded. */
export const alsoLoaded = [
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  GrammyError,
];
