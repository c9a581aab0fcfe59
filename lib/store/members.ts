import * as z from 'zod/mini';
import { instantSchema } from '../report/report.ts';

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
