import type { Catalogue } from '../locales/catalogue.ts';
import { html, join } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';

/** A list's screen, which says how many items are missing in it because they cannot be read. */
export const tellUnreadable = (
  screen: Screen,
  { unreadable = 0 }: Readonly<{ unreadable?: number }>,
  { terms }: Pick<Catalogue, 'terms'>,
): Screen =>
  unreadable > 0
    ? { ...screen, text: join([screen.text, html`<i>${terms.unreadable(unreadable)}</i>`]) }
    : screen;
