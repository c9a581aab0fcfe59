import { incidents } from './desk/incident.ts';
import { moderator } from './desk/index.ts';
import { figures } from './figures.ts';
import { follow } from './follow.ts';
import { profile } from './profile.ts';
import { reader } from './reader.ts';
import { terms } from './terms.ts';
import { witness } from './witness.ts';

export const catalogue = { witness, moderator, incidents, figures, reader, follow, terms, profile };
