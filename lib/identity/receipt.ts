import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud and written by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const idLength = 10;

const idOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, idLength), byte => alphabet[byte % alphabet.length]).join('');

const newId = (): string => idOf(randomBytes(idLength));

/** A new report id: 50 random bits, which are also the witness's receipt. */
export const newReportId = newId;

/**
 * The report id of a row of a data set: always the same, whatever the secrets are by then, so that a row is never brought in
 * twice. Whoever has the row can tell the id, which is nobody's receipt. Of a million rows two have one id once in two
 * thousand times.
 */
export const importedReportId = ({ dataset, row }: Readonly<{ dataset: string; row: string }>): string =>
  idOf(
    createHash('sha256')
      .update(JSON.stringify(['import', dataset, row]))
      .digest(),
  );

/** A new incident id, unrelated to the ids of its reports. */
export const newIncidentId = newId;

/** A report id as it is shown: `K7QF2-M9XCA`. */
export const formatReceipt = (id: string): string => `${id.slice(0, 5)}-${id.slice(5)}`;

/** Look-alikes on Latin, Ukrainian and Russian keyboards that people type for a character of the alphabet. */
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

/** Reads a report id in any case, with spaces, dashes and look-alike letters; undefined when it is none. */
export const readReceipt = (text: string): string | undefined => {
  const characters = text.toUpperCase().replace(/[\s#\p{Pd}]/gu, '');
  const id = Array.from(characters, character => lookAlikes[character] ?? character).join('');
  return id.length === idLength && Array.from(id).every(character => alphabet.includes(character))
    ? id
    : undefined;
};

/** The id that follows in the order of texts; undefined after the last. */
export const nextId = (id: string): string | undefined => {
  const kept = id.replace(/Z+$/, '');
  const next = alphabet[alphabet.indexOf(kept.at(-1) ?? '') + 1];
  return kept === '' ? undefined : `${kept.slice(0, -1)}${next}`.padEnd(id.length, '0');
};
