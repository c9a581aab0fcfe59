import { figures } from './figures.ts';
import { incidents } from './incidents.ts';
import { moderator } from './moderator.ts';
import { profile } from './profile.ts';
import { reader } from './reader.ts';
import { terms } from './terms.ts';
import { witness } from './witness.ts';

export const catalogue = { witness, moderator, incidents, figures, reader, terms, profile };
