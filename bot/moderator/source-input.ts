import { beginningOf } from '../../lib/language/text/cut.ts';
import type { Source } from '../../lib/report/report.ts';
import type { Ctx } from '../context.ts';

/** The longest that a moderator may type about a source, in characters. */
export const maxSourceLength = 500;
const maxNameLength = 200;

/** A web link inside a text. */
export const linkPattern = /https?:\/\/[^\s<>"]+|(?:www\.|t\.me\/)[^\s<>"]+/i;

/** The day (`2022-03-30`) that a text names, if it names exactly one day and nothing else. */
export const readDay = async ({ deps, locale }: Ctx, text: string): Promise<string | undefined> => {
  const { readTime } = await import('../../lib/language/time/read.ts');
  const reading = readTime(text, { now: deps.now(), locale, zone: deps.country.zone });
  if (reading.kind !== 'understood' || reading.occurred.precision !== 'day') return undefined;
  return reading.occurred.start?.slice(0, 10);
};

/**
 * A source as a moderator types it: a name and, in any order, a day and a link, on lines of their own or after a comma.
 * Whatever is neither day nor link belongs to the name.
 */
export const readSource = async (ctx: Ctx, kind: Source['kind'], text: string): Promise<Source> => {
  const link = linkPattern.exec(text)?.[0];
  const parts = (link === undefined ? text : text.replace(link, '\n'))
    .split(/\n|,(?=[^,\n]*\d)/)
    .map(part => part.replace(/^[\s,;–—-]+|[\s,;–—-]+$/g, ''))
    .filter(part => part !== '');
  let published: string | undefined;
  const names: string[] = [];
  for (const part of parts) {
    const day = published === undefined && /\d/.test(part) ? await readDay(ctx, part) : undefined;
    if (day === undefined) names.push(part);
    else published = day;
  }
  const name = beginningOf(names.join(', '), maxNameLength);
  return { kind, name: name || undefined, link, published };
};
