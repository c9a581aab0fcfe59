import { incidents } from './desk/incident.ts';
import { moderator } from './desk/index.ts';
import { figures } from './figures.ts';
import { follow } from './follow.ts';
import { pictures } from './pictures.ts';
import { profile } from './profile.ts';
import { reader } from './reader.ts';
import { taking } from './taking.ts';
import { terms } from './terms.ts';
import { witness } from './witness.ts';

export const catalogue = {
  witness,
  moderator,
  incidents,
  figures,
  reader,
  follow,
  pictures,
  taking,
  terms,
  profile,
};
