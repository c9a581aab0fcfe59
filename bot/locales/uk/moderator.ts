import type { Catalogue } from '../catalogue.ts';

export const moderator: Catalogue['moderator'] = {};
