import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Event, Happening } from '../../history/event.ts';
import { instantSchema } from '../../report/report.ts';
import type { Room } from '../dynamodb/context.ts';
import { parsed } from '../dynamodb/item.ts';
import { memberKey, membersPartition, teamKey } from '../dynamodb/keys.ts';
import { absent, deleting, expressed, put, putting, queryAll, read } from '../dynamodb/operations.ts';
import { carriedOut, type Plan } from './commit.ts';
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

export const membersIn = (room: Room): Members => {
  const { client, tables } = room;
  const readMember: Members['read'] = async key => {
    const raw = await read(client, tables.chats, memberKey(key));
    return raw && parsed(memberSchema, raw);
  };
  return {
    list: async () => {
      const expression = '#pk = :members';
      const items = await queryAll(client, {
        TableName: tables.chats,
        KeyConditionExpression: expression,
        ...expressed(expression, { ':members': membersPartition }),
        ConsistentRead: true,
      });
      return items.map(item => parsed(memberSchema, item));
    },
    read: readMember,
    add: member =>
      carriedOut<'saved' | 'conflict'>(room, async () => {
        if (await readMember(member.key)) return { kind: 'answer', result: 'conflict' };
        return changingTeam(
          room,
          member.key,
          member.role,
          { at: member.addedAt, by: member.by, kind: 'added' },
          [putting(tables.chats, memberKey(member.key), member, absent)],
          'saved',
        );
      }),
    setRole: ({ key, role, by, at }) =>
      carriedOut<'saved' | 'conflict' | 'missing'>(room, async () => {
        const member = await readMember(key);
        if (!member) return { kind: 'answer', result: 'missing' };
        if (member.role === role) return { kind: 'answer', result: 'conflict' };
        return changingTeam(
          room,
          key,
          role,
          { at, by, kind: 'role_changed' },
          [putting(tables.chats, memberKey(key), { ...member, role }, roleIs(member.role))],
          'saved',
        );
      }),
    rename: async (member, name) => {
      await put(client, tables.chats, memberKey(member.key), { ...member, name }, roleIs(member.role));
    },
    remove: ({ key, by, at }) =>
      carriedOut<'removed' | 'missing'>(room, async () => {
        const member = await readMember(key);
        if (!member) return { kind: 'answer', result: 'missing' };
        return changingTeam(
          room,
          key,
          undefined,
          { at, by, kind: 'removed' },
          [deleting(tables.chats, memberKey(key), roleIs(member.role))],
          'removed',
        );
      }),
    history: () => readHistory(client, tables.records, teamKey),
  };
};

const roleIs = (role: Role) => ({ expression: '#role = :role', values: { ':role': role } });

/** A change of a member together with its event. The history of the team is one chain, so changes come one after another. */
const changingTeam = async <Result>(
  { client, tables }: Room,
  member: string,
  role: Role | undefined,
  happening: Omit<Happening, 'changes'>,
  writes: readonly TransactWriteItem[],
  result: Result,
): Promise<Plan<Result>> => {
  const raw = await read(client, tables.records, teamKey);
  const before: Team = raw ? parsed(teamSchema, raw) : { version: 0, roles: {} };
  const { [member]: former, ...others } = before.roles;
  const after: Team = {
    version: before.version + 1,
    roles: { ...others, ...(role && { [member]: role }) },
  };
  const { head, write } = withEvent(tables.records, teamKey, after, raw && parsed(headSchema, raw).head, {
    ...happening,
    changes: { [member]: { ...(former && { old: former }), ...(role && { new: role }) } },
  });
  const condition = raw ? { expression: '#version = :read', values: { ':read': before.version } } : absent;
  return {
    kind: 'write',
    writes: [...writes, putting(tables.records, teamKey, { ...after, head }, condition), write],
    result,
  };
};
