import * as z from 'zod/mini';
import type { Country } from '../../lib/country.ts';
import type { Checklist } from '../../lib/report/report.ts';
import {
  type Munition,
  munitions,
  munitionTraits,
  type QuestionTemplate,
  type RejectionReason,
  rejectionReasons,
} from '../../lib/report/vocabulary.ts';

/**
 * Short words for codes that are too long for Telegram's 64 bytes of callback data. The compiler keeps the tables complete;
 * test/bot/callbacks pins every released word, because old buttons carry it: add words, never change or reuse one.
 */

export const munitionCodes = Object.fromEntries(
  munitions.map(munition => [munition, munitionTraits[munition].word]),
) as Readonly<Record<Munition, string>>;

/** The reasons that have a button each. `other` needs words, which are typed. */
type ListedReason = Exclude<RejectionReason, 'other'>;
export const listedReasons = rejectionReasons.filter((reason): reason is ListedReason => reason !== 'other');

export const reasonCodes: Readonly<Record<ListedReason, string>> = {
  not_munition_use: 'nouse',
  not_enough_detail: 'vague',
  duplicate: 'double',
  outside_area: 'outside',
  military_position: 'troops',
  second_hand: 'hearsay',
  inconsistent: 'differs',
  abuse: 'abuse',
  unsafe_to_publish: 'unsafe',
};

export const templateCodes: Readonly<Record<QuestionTemplate, string>> = {
  when_exactly: 'when',
  where_exactly: 'where',
  what_seen: 'seen',
  munition_known_how: 'how',
  how_many_harmed: 'harmed',
  what_was_hit: 'hit',
  photo_or_video: 'photo',
  source_link: 'source',
  still_dangerous: 'danger',
};

/** An item of the checklist as a letter: upper case for yes, lower case for no. */
export const checklistLetters: Readonly<Record<keyof Checklist, string>> = {
  militaryPosition: 'p',
  identifiesPerson: 'i',
  graphic: 'g',
};

/** The code that a word stands for; undefined for a word that stands for none. */
export const codeOf = <Code extends string>(
  words: Readonly<Record<Code, string>>,
  word: string | undefined,
): Code | undefined => (Object.keys(words) as Code[]).find(code => words[code] === word);

/** A codec between the words of such a table and its codes. */
export const coded = <Code extends string>(words: Readonly<Record<Code, string>>) =>
  z.codec(z.enum(Object.values<string>(words)), z.enum(Object.keys(words) as Code[]), {
    decode: word => codeOf(words, word) as never,
    encode: code => words[code as Code],
  });

/** A region (ISO 3166-2) as callback data have it: `23` for UA-23, since the country goes without saying. */
export const shortRegion = (region: string, { code }: Pick<Country, 'code'>): string =>
  region.slice(code.length + 1);

/** The region of such a code; undefined when the country has none of it. */
export const findRegion = (short: string | undefined, { code, regions }: Country): string | undefined =>
  regions.find(region => region.code === `${code}-${short}`)?.code;
