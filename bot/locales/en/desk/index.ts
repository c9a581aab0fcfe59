import { card } from './card.ts';
import { decision } from './decision.ts';
import { everywhere } from './everywhere.ts';
import { history } from './history.ts';
import { notices } from './notices.ts';
import { problems } from './problems.ts';
import { queue } from './queue.ts';
import { team } from './team.ts';

/** What moderators read, a file a room; and what the worker tells of their decisions. */
export const moderator = {
  ...everywhere,
  ...queue,
  ...card,
  ...decision,
  ...history,
  ...team,
  ...problems,
  ...notices,
};
