import type { Event, EventDraft } from '../../history/event.ts';
import {
  changeTeam,
  type Member,
  memberSchema,
  type Role,
  type Team,
  teamSchema,
} from '../../review/team.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { headOf, readHistory, versionWrites } from '../dynamodb/history.ts';
import { parseAllReadable, parseItem, type Raw, type Readable, type Shape, stamp } from '../dynamodb/item.ts';
import { memberKey, membersPartition, teamKey } from '../dynamodb/keys.ts';
import {
  absent,
  deleteWrite,
  type Plan,
  put,
  putWrite,
  read,
  runWithRetry,
  type Write,
} from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';

const memberShape = { kind: 'member', version: 1, schema: memberSchema } as const satisfies Shape;
export const teamShape = { kind: 'team', version: 1, schema: teamSchema } as const satisfies Shape;

export type Members = Readonly<{
  list: () => Promise<Readable<Member>>;
  read: (key: string) => Promise<Member | undefined>;
  /** Adds somebody, with an event in the history of the team. `conflict`: they are in it already. */
  add: (member: Member) => Promise<'saved' | 'conflict'>;
  /** Gives a member another role. `conflict`: it is theirs already; `missing`: they are not in the team any more. */
  setRole: (
    change: Readonly<{ key: string; role: Role; by: string; at: string }>,
  ) => Promise<'saved' | 'conflict' | 'missing'>;
  /** Updates a member's name, sealed. It is not part of the history. */
  rename: (member: Member, name: string) => Promise<void>;
  remove: (removal: Readonly<{ key: string; by: string; at: string }>) => Promise<'removed' | 'missing'>;
  /** Puts into the history of the team that a member took its view away as a file, in this format. */
  noteExport: (taken: Readonly<{ by: string; at: string; format: string }>) => Promise<void>;
  /** Every change of roles, and every such file, by pseudonym. */
  history: () => Promise<Readable<Event>>;
}>;

export const createMembers = (context: StoreContext): Members => {
  const { client, tables } = context;
  const readMember: Members['read'] = async key => {
    const raw = await read(client, tables.chats, memberKey(key));
    return raw && parseItem(memberShape, raw);
  };
  return {
    list: async () => {
      const items = await queryAll(client, {
        table: tables.chats,
        expression: '#pk = :members',
        values: { ':members': membersPartition },
        consistent: true,
      });
      return parseAllReadable(raw => parseItem(memberShape, raw), items);
    },
    read: readMember,
    add: member =>
      runWithRetry<'saved' | 'conflict'>(client, async () => {
        const { key, role, addedAt: at, by } = member;
        if (await readMember(key)) return { kind: 'answer', result: 'conflict' };
        const write = putWrite(tables.chats, memberKey(key), stamp(memberShape, member), absent);
        return planTeamChange(context, { key, role }, { at, by, kind: 'added' }, write, 'saved');
      }),
    setRole: ({ key, role, by, at }) =>
      runWithRetry<'saved' | 'conflict' | 'missing'>(client, async () => {
        const member = await readMember(key);
        if (!member) return { kind: 'answer', result: 'missing' };
        if (member.role === role) return { kind: 'answer', result: 'conflict' };
        const changed = stamp(memberShape, { ...member, role });
        const write = putWrite(tables.chats, memberKey(key), changed, roleIs(member.role));
        return planTeamChange(context, { key, role }, { at, by, kind: 'role_changed' }, write, 'saved');
      }),
    rename: async (member, name) => {
      const renamed = stamp(memberShape, { ...member, name });
      await put(client, tables.chats, memberKey(member.key), renamed, roleIs(member.role));
    },
    remove: ({ key, by, at }) =>
      runWithRetry<'removed' | 'missing'>(client, async () => {
        const member = await readMember(key);
        if (!member) return { kind: 'answer', result: 'missing' };
        const write = deleteWrite(tables.chats, memberKey(key), roleIs(member.role));
        return planTeamChange(context, { key }, { at, by, kind: 'removed' }, write, 'removed');
      }),
    noteExport: ({ by, at, format }) =>
      runWithRetry<void>(client, async () => {
        const { raw, before } = await readTeam(context);
        const after = { ...before, version: before.version + 1 };
        const event = { at, by, kind: 'exported' as const, changes: { format: { new: format } } };
        return { kind: 'write', writes: teamWrites(context, raw, before, after, event), result: undefined };
      }),
    history: () => readHistory(context, teamKey),
  };
};

const roleIs = (role: Role) => ({ expression: '#role = :role', values: { ':role': role } });

/** The write of a member together with the next version of the team, whose history is one chain: changes follow one another. */
const planTeamChange = async <Result>(
  context: StoreContext,
  { key, role }: Readonly<{ key: string; role?: Role }>,
  event: Omit<EventDraft, 'changes'>,
  write: Write,
  result: Result,
): Promise<Plan<Result>> => {
  const { raw, before } = await readTeam(context);
  const { after, changes } = changeTeam(before, key, role);
  const team = teamWrites(context, raw, before, after, { ...event, changes });
  return { kind: 'write', writes: [write, ...team], result };
};

const readTeam = async ({
  client,
  tables,
}: StoreContext): Promise<Readonly<{ raw: Raw | undefined; before: Team }>> => {
  const raw = await read(client, tables.records, teamKey);
  return { raw, before: raw ? parseItem(teamShape, raw) : { version: 0, roles: {} } };
};

const teamWrites = (
  { tables }: StoreContext,
  raw: Raw | undefined,
  before: Team,
  after: Team,
  event: EventDraft,
): readonly Write[] =>
  versionWrites(tables.records, { key: teamKey }, teamShape, after, {
    before: raw && { version: before.version, hash: headOf(raw) },
    event,
  });
