import { beginningOf } from '../../lib/language/text/cut.ts';

/**
 * Text in Telegram's HTML mode. Only `html` creates it, and `html` escapes every value, so that no name, place or account
 * can break or forge a screen.
 */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  toString(): string {
    return this.source;
  }
}

type Part = Html | string | number | undefined;

/** Template tag: the literal parts are trusted HTML, the values are escaped unless they are Html themselves. */
export const html = (literals: TemplateStringsArray, ...values: readonly Part[]): Html =>
  new Html(literals.map((literal, i) => literal + (i < values.length ? render(values[i]) : '')).join(''));

/** Joins the parts that are not empty, by default with a blank line between them. */
export const join = (parts: readonly Part[], separator = '\n\n'): Html =>
  new Html(
    parts
      .filter(part => part !== undefined && part !== '')
      .map(render)
      .filter(text => text !== '')
      .join(separator),
  );

/** Characters that turn the direction of what follows them (Unicode bidirectional controls). */
const directionControls = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A person's own words inside a line, cut to `maxLength` characters. Isolated (Unicode FSI … PDI), so that right-to-left
 * text cannot turn the rest of the line round, and on one line, so that they cannot pass for a line of ours.
 */
export const isolated = (text: string, maxLength = 200): string =>
  `\u2068${cut(text.replace(directionControls, '').replace(/\s+/g, ' ').trim(), maxLength)}\u2069`;

/** As {@link isolated}, as Html. */
export const words = (text: string, maxLength = 200): Html => html`${isolated(text, maxLength)}`;

/** A person's own words as a paragraph of their own. */
export const quote = (text: string, maxLength: number): Html =>
  html`<blockquote>${cut(text, maxLength)}</blockquote>`;

/** The length that Telegram counts: UTF-16 units without the markup. */
export const lengthOf = (text: Html): number =>
  text.source.replaceAll(/<[^>]*>/g, '').replaceAll(/&(amp|lt|gt);/g, '&').length;

/** At most `maxLength` UTF-16 units of the text, ending in an ellipsis when cut, never in half a character. */
export const cut = (text: string, maxLength: number): string => {
  if (text.length <= maxLength) return text;
  return `${beginningOf(text, maxLength - 1).trimEnd()}…`;
};

const render = (part: Part): string => {
  if (part === undefined) return '';
  if (part instanceof Html) return part.source;
  return String(part).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
};
