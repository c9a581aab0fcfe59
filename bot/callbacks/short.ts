import * as z from 'zod/mini';
import { addDays, daysBetween } from '../../lib/time/date.ts';

/** Short words for what is too long beside the rest of a question in Telegram's 64 bytes. Both are released: old links carry them. */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const base = BigInt(digits.length);

const inDigits = (number: bigint, length: number): string => {
  let rest = number;
  let word = '';
  for (let at = 0; at < length; at += 1, rest /= base) word = (digits[Number(rest % base)] ?? '') + word;
  return word;
};

const ofDigits = (word: string): bigint =>
  [...word].reduce((number, digit) => number * base + BigInt(digits.indexOf(digit)), 0n);

/** Day 0 of the days in a button; three digits last for 700 years. */
const dayZero = '1900-01-01';
const dayLength = 3;

/** Two days as six digits. */
export const shortDays = ({ from, to }: Readonly<{ from: string; to: string }>): string =>
  [from, to].map(day => inDigits(BigInt(daysBetween(dayZero, day)), dayLength)).join('');

/** The days of such digits; undefined for what is none. */
export const readShortDays = (word: string): Readonly<{ from: string; to: string }> | undefined => {
  if (!/^[\w-]{6}$/.test(word)) return undefined;
  const day = (part: string): string => addDays(dayZero, Number(ofDigits(part)));
  return { from: day(word.slice(0, dayLength)), to: day(word.slice(dayLength)) };
};

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const place = /^([ab])([0-9a-z]{9})([0-9A-HJKMNP-TV-Z]{10})$/;
const placeLength = 16;
/** A side, 43 bits of time (until the year 2248) and 50 of an id. */
const [timeBits, idBits] = [43n, 50n];
const part = (bits: bigint, of: bigint): bigint => bits & ((1n << of) - 1n);

const shortPlace = (word: string): string => {
  const [, side, time = '', id = ''] = place.exec(word) ?? [];
  const at = BigInt(Number.parseInt(time || '0', 36));
  if (side === undefined || at !== part(at, timeBits)) return word;
  const code = [...id].reduce((all, letter) => (all << 5n) | BigInt(crockford.indexOf(letter)), 0n);
  return inDigits(((side === 'a' ? 0n : 1n) << (timeBits + idBits)) | (at << idBits) | code, placeLength);
};

const readShortPlace = (word: string): string => {
  if (word.length !== placeLength) return word;
  const bits = ofDigits(word);
  const at = Number(part(bits >> idBits, timeBits))
    .toString(36)
    .padStart(9, '0');
  const id = Array.from({ length: 10 }, (_, n) => crockford[Number(part(bits >> BigInt(45 - 5 * n), 5n))]);
  return `${bits >> (timeBits + idBits) === 0n ? 'a' : 'b'}${at}${id.join('')}`;
};

/** A codec between a place in a list, after (`a`) or before (`b`) a cursor, and sixteen digits. */
export const shortPosition = z.codec(
  z.string().check(z.regex(/^[\w-]{1,25}$/)),
  z.string().check(z.regex(/^[ab][\w-]{1,24}$/)),
  { decode: readShortPlace, encode: shortPlace },
);
