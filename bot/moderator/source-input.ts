import type { Source } from '../../lib/report/report.ts';
import type { Occurred } from '../../lib/time/occurred.ts';
import type { Ctx } from '../context.ts';

/** The longest name of a source with its date and link, in characters. */
export const maxSourceLength = 500;
const maxNameLength = 200;

const linkPattern = /https?:\/\/[^\s<>"]+|(?:www\.|t\.me\/)[^\s<>"]+/i;

/** The day that some words name, when they name one day and nothing else; undefined otherwise. */
export const readDay = async (ctx: Ctx, text: string): Promise<string | undefined> => {
  const { readTime } = await import('../../lib/time/read.ts');
  const { deps, locale } = ctx;
  const reading = readTime(text, { now: deps.now(), locale, zone: deps.country.zone });
  return reading.kind === 'understood' ? dayOf(reading.occurred) : undefined;
};

const dayOf = ({ precision, start }: Occurred): string | undefined =>
  precision === 'day' ? start?.slice(0, 10) : undefined;

/**
 * A source as a moderator types it: its name, and in any order a date and a link, on lines of their own or after a comma.
 * What is no date and no link is the name.
 */
export const readSource = async (ctx: Ctx, kind: Source['kind'], text: string): Promise<Source> => {
  const link = linkPattern.exec(text)?.[0];
  const words = link === undefined ? text : text.replace(link, '\n');
  const parts = words
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
  const name = names.join(', ').slice(0, maxNameLength);
  return {
    kind,
    ...(name !== '' && { name }),
    ...(link !== undefined && { link }),
    ...(published !== undefined && { published }),
  };
};
