import type { Locale } from '../../lib/locale.ts';
import { moderator as enModerator } from './en/moderator.ts';
import { profile as enProfile } from './en/profile.ts';
import { reader as enReader } from './en/reader.ts';
import { terms as enTerms } from './en/terms.ts';
import { witness as enWitness } from './en/witness.ts';
import { moderator as ruModerator } from './ru/moderator.ts';
import { profile as ruProfile } from './ru/profile.ts';
import { reader as ruReader } from './ru/reader.ts';
import { terms as ruTerms } from './ru/terms.ts';
import { witness as ruWitness } from './ru/witness.ts';
import { moderator as ukModerator } from './uk/moderator.ts';
import { profile as ukProfile } from './uk/profile.ts';
import { reader as ukReader } from './uk/reader.ts';
import { terms as ukTerms } from './uk/terms.ts';
import { witness as ukWitness } from './uk/witness.ts';

/** Everything the bot says, by role. English is the measure: the compiler refuses a language that lacks any of it. */
export type Catalogue = Readonly<{
  terms: typeof enTerms;
  witness: typeof enWitness;
  moderator: typeof enModerator;
  reader: typeof enReader;
  profile: typeof enProfile;
}>;

export const catalogues: Readonly<Record<Locale, Catalogue>> = {
  uk: { terms: ukTerms, witness: ukWitness, moderator: ukModerator, reader: ukReader, profile: ukProfile },
  en: { terms: enTerms, witness: enWitness, moderator: enModerator, reader: enReader, profile: enProfile },
  ru: { terms: ruTerms, witness: ruWitness, moderator: ruModerator, reader: ruReader, profile: ruProfile },
};
