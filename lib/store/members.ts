import * as z from 'zod/mini';
import { instantSchema } from '../report/report.ts';
import { parsed } from './item.ts';
import { memberKey, membersPartition } from './keys.ts';
import type { Room } from './room.ts';
import { absent, expressed, present, put, queryAll, read, remove } from './table.ts';

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

export type Members = Readonly<{
  members: () => Promise<readonly Member[]>;
  readMember: (key: string) => Promise<Member | undefined>;
  /** Adds somebody, or, with `replacing`, changes whoever has that role now. `conflict`: it is not so any more. */
  putMember: (member: Member, replacing?: Role) => Promise<'saved' | 'conflict'>;
  removeMember: (key: string) => Promise<'removed' | 'missing'>;
}>;

export const membersIn = ({ client, tables }: Room): Members => ({
  members: async () => {
    const expression = '#pk = :members';
    const items = await queryAll(client, {
      TableName: tables.chats,
      KeyConditionExpression: expression,
      ...expressed(expression, { ':members': membersPartition }),
      ConsistentRead: true,
    });
    return items.map(item => parsed(memberSchema, item));
  },
  readMember: async key => {
    const raw = await read(client, tables.chats, memberKey(key));
    return raw && parsed(memberSchema, raw);
  },
  putMember: async (member, replacing) => {
    const condition = replacing
      ? { expression: '#role = :replacing', values: { ':replacing': replacing } }
      : absent;
    const { kind } = await put(client, tables.chats, memberKey(member.key), member, condition);
    return kind === 'written' ? 'saved' : 'conflict';
  },
  removeMember: async key => {
    const { kind } = await remove(client, tables.chats, memberKey(key), present);
    return kind === 'written' ? 'removed' : 'missing';
  },
});
