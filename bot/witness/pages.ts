import type { Country } from '../../lib/country.ts';
import { formatReceipt } from '../../lib/identity/receipt.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Kept } from '../runtime/dependencies.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { type Html, join } from '../telegram/html.ts';
import type { Button, Screen } from '../telegram/screen.ts';

/** The screens around the interview. They hold no state: a press on one says the page it leads to. */

export type PageView = Readonly<{ t: Catalogue; country: Country; operator: string; kept: Kept }>;

/** Where a press on a page leads; `w:-:…` because no draft's tag is a dash. */
export const pagePress = (...path: readonly string[]): string => callbackData('w', '-', ...path);

const page = (text: Html, buttons: Screen['buttons']): Screen => ({ text, buttons, personal: true });
const to = (text: string, ...path: readonly string[]): Button => ({ text, data: pagePress(...path) });

/** Who runs this, what is kept, who sees it: before anything else, and once. */
export const welcomePage = ({ t, country, operator }: PageView, note?: Html): Screen =>
  page(join([note, t.witness.welcome(operator, country.emergency)]), [
    [{ ...to(t.witness.agree, 'agree'), style: 'primary' }],
    [to(t.witness.homeLanguage, 'language')],
  ]);

export const homePage = ({ t }: PageView, note?: Html): Screen =>
  page(join([note, t.witness.home]), [
    [{ ...to(t.witness.homeReport, 'report'), style: 'primary' }],
    [
      { text: t.witness.homeLatest, data: callbackData('r', 'l') },
      { text: t.witness.homeSummary, data: callbackData('r', 's') },
    ],
    [to(t.witness.homeMine, 'mine')],
    [to(t.witness.homeLanguage, 'language'), to(t.witness.homePrivacy, 'privacy')],
  ]);

export const helpPage = ({ t }: PageView): Screen => page(t.witness.help, [[to(t.witness.toHome, 'home')]]);

export const privacyPage = ({ t, operator, kept }: PageView): Screen =>
  page(t.witness.privacy(operator, kept), [
    [to(t.witness.eraseContact, 'erase')],
    [to(t.witness.toHome, 'home')],
  ]);

export const erasePage = ({ t }: PageView): Screen =>
  page(t.witness.eraseConfirm, [
    [{ ...to(t.witness.eraseYes, 'erase_yes'), style: 'danger' }],
    [to(t.witness.back, 'privacy')],
  ]);

/** Each language is named in itself, so that it is found by those who read no other. */
const languageNames: Readonly<Record<Locale, string>> = { uk: 'Українська', en: 'English', ru: 'Русский' };

export const languagePage = ({ t, country }: PageView): Screen =>
  page(t.witness.chooseLanguage, [
    ...country.languages.map(locale => [to(languageNames[locale], 'language', locale)]),
    [to(t.witness.toHome, 'home')],
  ]);

/** The receipt, shown once a report is stored. */
export const receiptPage = ({ t }: PageView, report: string, note?: Html): Screen =>
  page(join([note, t.witness.receipt(formatReceipt(report))]), [
    [to(t.witness.homeMine, 'mine')],
    [to(t.witness.toHome, 'home')],
  ]);
