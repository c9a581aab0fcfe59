import { namedSources } from '../../../lib/report/vocabulary.ts';
import { type Amount, amountOf, type Figure } from '../../../lib/summary/figure.ts';
import type { Ctx } from '../../context.ts';
import type { FigureForm } from '../pending-input.ts';
import { linkPattern, readDay } from '../source-input.ts';

/** What a moderator types about a figure: one line of its form, or all of it in one message. */

/** What a number in a message counts, in the three languages, with the words that say so. */
const counted = {
  attacks: /\p{L}*(attack|strike|incident|атак|удар|обстр|випадк|случа)\p{L}*/giu,
  killed: /\p{L}*(kill|dead|death|died|загиб|загин|убит|вбит|погиб)\p{L}*/giu,
  injured: /\p{L}*(injur|wound|hurt|поран|ранен)\p{L}*/giu,
} as const;

/**
 * A figure typed in one message: "UN, 30 March 2022, at least 24 attacks". Parts stand between commas, semicolons or
 * lines, in any order: source, link, day of publication, period, munition, numbers. What the message does not say stays as
 * the form has it; a munition that nobody named is unknown. Undefined when nothing in it is a day or a number.
 */
export const readFigure = async (
  ctx: Ctx,
  { source, ...rest }: FigureForm,
  text: string,
): Promise<FigureForm | undefined> => {
  const [{ readMunition }, { readOption }] = await Promise.all([
    import('../../../lib/language/answer/munition.ts'),
    import('../../../lib/language/answer/option.ts'),
  ]);
  const link = linkPattern.exec(text)?.[0];
  const parts = (link === undefined ? text : text.replace(link, '\n'))
    .split(/[\n;]|(?<=\d)\s*:(?!\d)|,(?!\d{3}\b)/)
    .map(part => part.replace(/^[\s.–—-]+|[\s.–—-]+$/g, ''))
    .filter(part => part !== '');
  let form: FigureForm = { ...rest, source: link ? { ...source, link: httpLink(link) } : source };
  let isUnderstood = false;
  const names: string[] = [];
  for (const part of parts) {
    const read = await readPart(ctx, form, part);
    const { munition } = readMunition(part);
    const isSource = !read && readOption(part, namedSources).kind === 'one';
    if (munition.kind === 'one' && munition.code !== 'unknown' && !isSource)
      form = { ...form, munition: munition.code };
    else if (!read) names.push(part);
    if (!read) continue;
    isUnderstood = true;
    form = { ...form, ...read, source: { ...form.source, ...read.source } };
  }
  if (!isUnderstood) return undefined;
  return {
    ...form,
    munition: form.munition ?? 'unknown',
    source: { ...form.source, ...(await sourceOf(names)) },
  };
};

/** What a part says: numbers, the day of publication, or a period. Undefined when it is neither. */
const readPart = async (
  ctx: Ctx,
  form: FigureForm,
  part: string,
): Promise<Partial<FigureForm> | undefined> => {
  const said = await readAmounts(part);
  if (said) return said;
  if (!/\d/.test(part)) return undefined;
  const published = form.source.published === undefined ? await readDay(ctx, part) : undefined;
  if (published !== undefined) return { source: { published } };
  const period = await readPeriod(ctx, part);
  return period && { period };
};

/** "215 killed and 474 injured": the words before each noun are its number. */
const readAmounts = async (part: string): Promise<Partial<FigureForm> | undefined> => {
  const found = Object.entries(counted)
    .flatMap(([field, words]) => [...part.matchAll(words)].slice(0, 1).map(match => ({ field, match })))
    .sort((a, b) => a.match.index - b.match.index);
  let from = 0;
  const amounts: Record<string, Amount> = {};
  for (const { field, match } of found) {
    const end = match.index + match[0].length;
    const before = part.slice(from, match.index);
    // "Killed: 5" as well as "5 killed".
    const words = /\d/.test(before) ? before : part.slice(end);
    from = end;
    if (/\d/.test(words)) amounts[field] = await readAmount(words.replace(/^\s*(and|і|та|и)\s/iu, '').trim());
  }
  return Object.keys(amounts).length > 0 ? amounts : undefined;
};

/** The name of a source, and its kind where the words say it. */
const sourceOf = async (names: readonly string[]): Promise<FigureForm['source']> => {
  const name = names.join(', ').slice(0, 200);
  if (name === '') return {};
  const { readOption } = await import('../../../lib/language/answer/option.ts');
  const kind = readOption(name, namedSources);
  return kind.kind === 'one' ? { name, kind: kind.code } : { name };
};

/** A link as it may be stored; undefined for what is none. */
export const httpLink = (text: string): string | undefined => {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  return url?.hostname.includes('.') ? url.href : undefined;
};

const dayPattern = /\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}/g;
/** Words before a day that make it the end of a period, in the three languages. */
const untilPattern = /^(until|till|up to|to|by|до|по)\b|^(до|по)\s/iu;

/** "24.02.2022 – 30.03.2022", or one of the two days, which begins the period unless words say that it ends it. */
export const readPeriod = async (ctx: Ctx, text: string): Promise<Figure['period'] | undefined> => {
  const written = text.match(dayPattern) ?? [];
  const days = await Promise.all(written.map(day => readDay(ctx, day)));
  const [first, second] = days;
  if (first === undefined) {
    const [from, to] = await Promise.all(
      text
        .split(/\s[–—-]\s/)
        .map(part => readDay(ctx, part.replace(/^(from|since|з|із|с|со|від|от)\s+/iu, ''))),
    );
    return from === undefined ? undefined : { from, to };
  }
  if (second !== undefined)
    return first <= second ? { from: first, to: second } : { from: second, to: first };
  return untilPattern.test(text.trim()) ? { to: first } : { from: first };
};

export const readAmount = async (text: string): Promise<Amount> => {
  const { readCount } = await import('../../../lib/language/answer/count.ts');
  const reading = readCount(text, 'killed');
  return amountOf(text, reading.kind === 'understood' ? reading.count : undefined);
};
