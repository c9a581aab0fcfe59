import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud and written by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const idLength = 10;

const newId = (): string =>
  Array.from(randomBytes(idLength), byte => alphabet[byte % alphabet.length]).join('');

/** A report's id: 50 random bits, which are also the receipt that the witness keeps. */
export const newReportId = newId;

/** An incident's id, which has nothing to do with the ids of its reports. */
export const newIncidentId = newId;

/** A report's id as it is shown: `K7QF2-M9XCA`. */
export const formatReceipt = (id: string): string => `${id.slice(0, 5)}-${id.slice(5)}`;

/** What people type for a character of the alphabet: look-alikes of Latin and of Ukrainian and Russian keyboards. */
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  А: 'A',
  В: 'B',
  Е: 'E',
  І: '1',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

/** The report's id in what somebody typed, with any case, spaces, dashes and look-alike letters; undefined if it is none. */
export const readReceipt = (text: string): string | undefined => {
  const characters = text.toUpperCase().replace(/[\s#\p{Pd}]/gu, '');
  const id = Array.from(characters, character => lookAlikes[character] ?? character).join('');
  return id.length === idLength && Array.from(id).every(character => alphabet.includes(character))
    ? id
    : undefined;
};
