import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it, onTestFinished } from 'vitest';
import { samplePhoto } from '../../infra/local/telegram/people/sample.ts';
import { catalogues } from '../support/catalogues.ts';
import { launchBrowser } from '../support/product/browser.ts';
import { startProduct } from '../support/product/product.ts';
import { rules } from '../support/samples/samples.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What people type where there is no button. */
const words = {
  uk: { place: 'Малокатеринівка', injured: '8, троє з них медики', account: 'Швидка саме приїхала.' },
  en: { place: 'Malokaterynivka', injured: '8, 3 of them medics', account: 'The ambulance had just come.' },
  ru: { place: 'Малокатериновка', injured: '8, трое из них медики', account: 'Скорая как раз приехала.' },
};

/** A person's phone on the page, by what its owner does and sees. */
const phoneOf = (page: Page, name: string) => {
  const phone = page.getByRole('region', { name });
  return {
    press: (label: string) => phone.getByRole('button', { name: label, exact: true }).last().click(),
    type: async (text: string) => {
      const field = phone.getByRole('textbox', { name: 'Message' });
      await field.fill(text);
      await field.press('Enter');
    },
    sees: (text: string) => phone.getByText(text).filter({ visible: true }).last().waitFor(),
    open: (chat: string | RegExp) => phone.getByRole('tab', { name: chat }).click(),
    phone,
  };
};

describe.each(['uk', 'en', 'ru'] as const)('three people on the chat page, in %s', locale => {
  it('a witness reports, a moderator approves, a reader reads', { timeout: 120_000 }, async () => {
    // Without a delay, as `npm start` publishes: at the beginning of a day "yesterday" is not long enough ago for the usual one.
    const noDelay = { ...rules, delay: { militaryMs: 0, otherMs: 0 } };
    const { telegram } = await startProduct({ language: locale, rules: noDelay });
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(telegram.url);
    const t = catalogues[locale];
    const typed = words[locale];

    const olena = phoneOf(page, 'Olena, witness');
    // Further questions are passed over, wherever they are asked.
    for (const { title } of Object.values<{ title: string }>(t.witness.details))
      await page.addLocatorHandler(olena.phone.getByText(title).last(), () => olena.press(t.witness.unknown));
    await olena.press('Start Svidok');
    await olena.press(t.witness.agree);
    await olena.press(t.terms.phases.attack);
    await olena.sees(t.witness.place.title);
    await olena.type(typed.place);
    await olena.press(t.witness.time.yesterday);
    await olena.press(t.witness.hour.dateOnly);
    await olena.press(t.terms.effects.many_small_explosions);
    await olena.press(t.terms.munitions.cluster_munition);
    await olena.press(t.terms.deliveries.rocket_launcher);
    await olena.press(t.terms.knownBys.remains);
    await olena.press(t.witness.nobody);
    await olena.sees(t.witness.injured.title);
    await olena.type(typed.injured);
    await olena.press(t.terms.areas.healthcare);
    await olena.press(t.terms.sources.own_eyes);
    await olena.sees(t.witness.account.title);
    await olena.type(typed.account);
    await olena.sees(t.witness.evidence.title);
    await olena.phone
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'street.png', mimeType: 'image/png', buffer: Buffer.from(samplePhoto().bytes) });
    await olena.phone.getByRole('button', { name: 'Send', exact: true }).click();
    await olena.sees(t.witness.evidence.added(1));
    await olena.sees(t.witness.preview.title);
    await olena.press(t.witness.preview.send);
    await olena.sees('/myreports');

    const marko = phoneOf(page, 'Marko, moderator');
    await marko.open(/Moderators/);
    const group = catalogues.uk;
    const { buttons, checklist, joining } = group.moderator;
    await marko.press(buttons.approve);
    await marko.press(checklist.none);
    await marko.press(joining.isNew);
    await olena.sees(t.moderator.notice.published);

    const iryna = phoneOf(page, 'Iryna, reader');
    await iryna.press('Start Svidok');
    await iryna.type('/latest');
    await iryna.sees(typed.place);
    await iryna.type('/summary');
    await iryna.sees(t.terms.munitions.cluster_munition);
    // Makes the picture of README.md again: CHAT_PAGE=infra/local/chat-page.png npx vitest run test/whole/page.test.ts -t uk
    if (process.env.CHAT_PAGE) await page.screenshot({ path: process.env.CHAT_PAGE });
  });
});
