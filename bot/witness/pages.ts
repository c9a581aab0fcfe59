import type { Country } from '../../lib/country.ts';
import { formatReceipt } from '../../lib/identity/receipt.ts';
import type { Locale } from '../../lib/locale.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { beginnings, witnessCallbacks } from '../callbacks/witness.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Kept } from '../runtime/dependencies.ts';
import { helpLines } from '../telegram/commands.ts';
import { type Html, html, join } from '../telegram/html.ts';
import type { Button, Screen } from '../telegram/screen.ts';
import { beginningLabels } from './beginnings.ts';

/** The screens around the interview. They hold no state: each button names the page that it leads to. */

export type PageView = Readonly<{ t: Catalogue; country: Country; operator: string; kept: Kept }>;

const page = (text: Html, buttons: Screen['buttons']): Screen => ({ text, buttons, personal: true });

/** The pages that a press leads to by their name alone. */
type Page = 'home' | 'agree' | 'mine' | 'languages' | 'privacy' | 'erase' | 'erase_yes';
const to = (text: string, page: Page): Button => ({ text, data: witnessCallbacks.data(page) });

/**
 * Who runs this, what is kept and who sees it: shown once, before anything else. It is longer than a phone is high, so that a
 * note stands at its end, above the buttons, where it is seen.
 */
export const welcomePage = ({ t, country, operator }: PageView, note?: Html): Screen =>
  page(join([t.witness.welcome(operator, country.emergency), note && html`<b>${note}</b>`]), [
    ...beginnings.map(what => [
      { text: beginningLabels(t)[what], data: witnessCallbacks.data('agree_report', { what }) },
    ]),
    [to(t.witness.agree, 'agree')],
    [to(t.witness.homeLanguage, 'languages')],
  ]);

export const homePage = ({ t }: PageView, note?: Html): Screen =>
  page(join([note, t.witness.home]), [
    ...beginnings.map(what => [
      { text: beginningLabels(t)[what], data: witnessCallbacks.data('report', { what }) },
    ]),
    [
      { text: t.witness.homeLatest, data: readerCallbacks.data('latest') },
      { text: t.witness.homeSummary, data: readerCallbacks.data('summary') },
    ],
    [to(t.witness.homeMine, 'mine')],
    [to(t.witness.homeLanguage, 'languages'), to(t.witness.homePrivacy, 'privacy')],
  ]);

/** Whom to call, and what to do until help comes. */
export const distressText = ({ t, country }: PageView): Html => t.witness.distress.text(country.emergency);

/**
 * Whom to call, for somebody who called for help here. `isBegun`: there is something to go on with. `told` is the message, if
 * it can be taken after all: what is shown is its answer, so that a press gives it back, and it is kept nowhere. The page of a
 * later call takes the place of this one: its button says that it gives back no other message.
 */
export const distressPage = (
  view: PageView,
  { isBegun, told }: Readonly<{ isBegun: boolean; told: number | undefined }>,
): Screen => ({
  ...page(distressText(view), [
    [
      isBegun
        ? { text: view.t.witness.distress.goOn, data: witnessCallbacks.data('draft') }
        : to(view.t.witness.distress.later, 'home'),
    ],
    ...(told === undefined
      ? []
      : [[{ text: view.t.witness.distress.told, data: witnessCallbacks.data('told') }]]),
  ]),
  replyTo: told,
});

/** Every command that anybody may write, with what it does. */
export const helpPage = ({ t }: PageView): Screen => {
  const { title, how } = t.witness.help;
  return page(join([html`<b>${title}</b>`, html`${helpLines(t.profile.commands)}`, html`${how}`]), [
    [to(t.witness.toHome, 'home')],
  ]);
};

export const privacyPage = ({ t, operator, kept }: PageView): Screen =>
  page(join([t.witness.privacy(operator, kept), html`${t.follow.privacy}`]), [
    [to(t.witness.eraseContact, 'erase')],
    [to(t.witness.toHome, 'home')],
  ]);

export const erasePage = ({ t }: PageView): Screen =>
  page(t.witness.eraseConfirm, [
    [{ ...to(t.witness.eraseYes, 'erase_yes'), style: 'danger' }],
    [to(t.witness.back, 'privacy')],
  ]);

/** A language by its own name, for those who read no other. */
const languageName = (locale: Locale): string => {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};

export const languagePage = ({ t, country }: PageView): Screen =>
  page(t.witness.chooseLanguage, [
    ...country.languages.map(locale => [
      { text: languageName(locale), data: witnessCallbacks.data('language', { locale }) },
    ]),
    [to(t.witness.toHome, 'home')],
  ]);

/** The receipt of a stored report. */
export const receiptPage = ({ t }: PageView, report: string, note?: Html): Screen =>
  page(join([note, t.witness.receipt(formatReceipt(report))]), [
    [to(t.witness.homeMine, 'mine')],
    [to(t.witness.toHome, 'home')],
  ]);
