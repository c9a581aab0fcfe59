import * as z from 'zod/mini';
import type { Event } from '../history/event.ts';
import { instantSchema } from '../time/instant.ts';

const roles = ['moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody of the team. `key` is their pseudonym, `name` sealed, `by` the pseudonym of who added them. */
export const memberSchema = z.object({
  key: z.string(),
  role: z.enum(roles),
  name: z.string(),
  addedAt: instantSchema,
  by: z.string(),
});
export type Member = Readonly<z.infer<typeof memberSchema>>;

/** Who has which role, by pseudonym: what the history of the team is about. Names are not in it. */
export const teamSchema = z.object({ version: z.int(), roles: z.record(z.string(), z.enum(roles)) });
export type Team = Readonly<z.infer<typeof teamSchema>>;

/** The next version of the team, in which a member has this role or (undefined) none, and how its history tells it. */
export const changeTeam = (
  { version, roles }: Team,
  member: string,
  role: Role | undefined,
): Readonly<{ after: Team; changes: Event['changes'] }> => {
  const { [member]: former, ...others } = roles;
  return {
    after: { version: version + 1, roles: role ? { ...others, [member]: role } : others },
    changes: { [member]: { old: former, new: role } },
  };
};
