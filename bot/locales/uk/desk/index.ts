import type { Catalogue } from '../../catalogue.ts';
import { card } from './card.ts';
import { decision } from './decision.ts';
import { everywhere } from './everywhere.ts';
import { history } from './history.ts';
import { notices } from './notices.ts';
import { problems } from './problems.ts';
import { queue } from './queue.ts';
import { team } from './team.ts';

export const moderator: Catalogue['moderator'] = {
  ...everywhere,
  ...queue,
  ...card,
  ...decision,
  ...history,
  ...team,
  ...problems,
  ...notices,
};
