import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** The languages of the product, by ISO 639-1 code, each with the words for times, places and counts. */
export const wordings = { uk, en, ru };
