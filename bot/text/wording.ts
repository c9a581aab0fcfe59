import type { Wording } from '../../lib/report/report.ts';
import type { Catalogue } from '../locales/catalogue.ts';

/** A question to a witness, in the language of `t`: a template is translated, a moderator's own words stay as written. */
export const wordingText = (wording: Wording, t: Catalogue): string =>
  'template' in wording ? t.terms.questionTemplates[wording.template] : wording.words;
