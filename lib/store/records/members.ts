import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Event, EventDraft } from '../../history/event.ts';
import { instantSchema } from '../../report/report.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem } from '../dynamodb/item.ts';
import { memberKey, membersPartition, teamKey } from '../dynamodb/keys.ts';
import { absent, deleteWrite, put, putWrite, queryAll, read, toExpression } from '../dynamodb/operations.ts';
import { type Plan, runWithRetry } from './commit.ts';
import { readHistory, withEvent } from './history.ts';

export const roles = ['moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody of the team. `key` is their pseudonym; `name` sealed, for colleagues; `by` the pseudonym of who added them. */
export const memberSchema = z.object({
  key: z.string(),
  role: z.enum(roles),
  name: z.string(),
  addedAt: instantSchema,
  by: z.string(),
});
export type Member = Readonly<z.infer<typeof memberSchema>>;

/** Who has which role, by pseudonym, as the history of the team has it; names are not in it. */
export const teamSchema = z.object({ version: z.int(), roles: z.record(z.string(), z.enum(roles)) });
export type Team = Readonly<z.infer<typeof teamSchema>>;

export type Members = Readonly<{
  list: () => Promise<readonly Member[]>;
  read: (key: string) => Promise<Member | undefined>;
  /** Adds somebody, with an event in the history of the team. `conflict`: they are in it already. */
  add: (member: Member) => Promise<'saved' | 'conflict'>;
  /** Gives a member another role. `conflict`: it is theirs already; `missing`: they are not in the team any more. */
  setRole: (
    change: Readonly<{ key: string; role: Role; by: string; at: string }>,
  ) => Promise<'saved' | 'conflict' | 'missing'>;
  /** Keeps a member's present name, sealed. It is no part of the history. */
  rename: (member: Member, name: string) => Promise<void>;
  remove: (removal: Readonly<{ key: string; by: string; at: string }>) => Promise<'removed' | 'missing'>;
  /** Every change of roles, by pseudonym. */
  history: () => Promise<readonly Event[]>;
}>;

const headSchema = z.object({ head: z.string() });

export const createMembers = (context: StoreContext): Members => {
  const { client, tables } = context;
  const readMember: Members['read'] = async key => {
    const raw = await read(client, tables.chats, memberKey(key));
    return raw && parseItem(memberSchema, raw);
  };
  return {
    list: async () => {
      const expression = '#pk = :members';
      const items = await queryAll(client, {
        TableName: tables.chats,
        KeyConditionExpression: expression,
        ...toExpression(expression, { ':members': membersPartition }),
        ConsistentRead: true,
      });
      return items.map(item => parseItem(memberSchema, item));
    },
    read: readMember,
    add: member =>
      runWithRetry<'saved' | 'conflict'>(context, async () => {
        if (await readMember(member.key)) return { kind: 'answer', result: 'conflict' };
        return changingTeam(
          context,
          member.key,
          member.role,
          { at: member.addedAt, by: member.by, kind: 'added' },
          [putWrite(tables.chats, memberKey(member.key), member, absent)],
          'saved',
        );
      }),
    setRole: ({ key, role, by, at }) =>
      runWithRetry<'saved' | 'conflict' | 'missing'>(context, async () => {
        const member = await readMember(key);
        if (!member) return { kind: 'answer', result: 'missing' };
        if (member.role === role) return { kind: 'answer', result: 'conflict' };
        return changingTeam(
          context,
          key,
          role,
          { at, by, kind: 'role_changed' },
          [putWrite(tables.chats, memberKey(key), { ...member, role }, roleIs(member.role))],
          'saved',
        );
      }),
    rename: async (member, name) => {
      await put(client, tables.chats, memberKey(member.key), { ...member, name }, roleIs(member.role));
    },
    remove: ({ key, by, at }) =>
      runWithRetry<'removed' | 'missing'>(context, async () => {
        const member = await readMember(key);
        if (!member) return { kind: 'answer', result: 'missing' };
        return changingTeam(
          context,
          key,
          undefined,
          { at, by, kind: 'removed' },
          [deleteWrite(tables.chats, memberKey(key), roleIs(member.role))],
          'removed',
        );
      }),
    history: () => readHistory(client, tables.records, teamKey),
  };
};

const roleIs = (role: Role) => ({ expression: '#role = :role', values: { ':role': role } });

/** A change of a member together with its event. The history of the team is one chain, so changes come one after another. */
const changingTeam = async <Result>(
  { client, tables }: StoreContext,
  member: string,
  role: Role | undefined,
  event: Omit<EventDraft, 'changes'>,
  writes: readonly TransactWriteItem[],
  result: Result,
): Promise<Plan<Result>> => {
  const raw = await read(client, tables.records, teamKey);
  const before: Team = raw ? parseItem(teamSchema, raw) : { version: 0, roles: {} };
  const { [member]: former, ...others } = before.roles;
  const after: Team = {
    version: before.version + 1,
    roles: { ...others, ...(role && { [member]: role }) },
  };
  const { head, write } = withEvent(tables.records, teamKey, after, raw && parseItem(headSchema, raw).head, {
    ...event,
    changes: { [member]: { ...(former && { old: former }), ...(role && { new: role }) } },
  });
  const condition = raw ? { expression: '#version = :read', values: { ':read': before.version } } : absent;
  return {
    kind: 'write',
    writes: [...writes, putWrite(tables.records, teamKey, { ...after, head }, condition), write],
    result,
  };
};
