import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Access, access } from '../../../infra/cdk/bot/access.ts';
import type { TableNames } from '../../../lib/store/dynamodb/tables.ts';
import { createTestClient } from './dynamo.ts';
import type { Line } from './line.ts';

/** An action on a table or an index: `PutItem records`, `Query records/queue`. */
export type Right = string;
export type Role = keyof typeof access;

/** What the functions' clients were used for, in all products of this test file. */
export const used: Readonly<Record<Role, Set<Right>>> = {
  webhook: new Set(),
  worker: new Set(),
  export: new Set(),
  pictures: new Set(),
};

/** The rights that an access comes to. */
export const rightsOf = ({ chats, keys, records, indexes }: Access): readonly Right[] => [
  ...chats.map(action => `${action} chats`),
  ...keys.map(action => `${action} keys`),
  ...records.map(action => `${action} records`),
  ...indexes.map(index => `Query records/${index}`),
];

/** A client that may do what the function may when it is deployed: anything else fails as AWS would make it fail. */
export const limitedClient = (role: Role, tables: TableNames, line?: Line): DynamoDBClient => {
  const client = createTestClient(line);
  const granted = new Set(rightsOf(access[role]));
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      args => {
        for (const right of rightsFor(commandName, args.input, tables)) {
          used[role].add(right);
          if (!granted.has(right))
            throw new Error(`AccessDenied: the ${role} may not ${right}. See infra/cdk/bot/access.ts.`);
        }
        return next(args);
      },
    { step: 'initialize', name: 'limitRights' },
  );
  return client;
};

const rightsFor = (command: string, input: object, tables: TableNames): readonly Right[] => {
  const action = command.replace(/Command$/, '');
  const nameOf = (table: unknown): string =>
    Object.entries(tables).find(([, name]) => name === table)?.[0] ?? String(table);
  if (action === 'TransactWriteItems')
    return (input as { TransactItems: Record<string, { TableName: string }>[] }).TransactItems.flatMap(item =>
      Object.entries(item).map(
        ([write, { TableName }]) => `${transacted[write] ?? write} ${nameOf(TableName)}`,
      ),
    );
  if (action === 'BatchGetItem')
    return Object.keys((input as { RequestItems: object }).RequestItems).map(
      table => `${action} ${nameOf(table)}`,
    );
  const { TableName, IndexName } = input as { TableName?: string; IndexName?: string };
  return [`${action} ${nameOf(TableName)}${IndexName === undefined ? '' : `/${IndexName}`}`];
};

/** The right that each write of a transaction needs. */
const transacted: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};
