import { countedGroups, type People, type Sum } from '../../lib/summary/counters.ts';
import type { View } from './incident.ts';

/**
 * The people of `incidents`: "3–5", "about 20", and of whom. Where some incidents say nothing, or give no upper bound, it is "at
 * least", with how many of them say it: a sum never says more than its sources.
 */
export const peopleText = (people: People, incidents: number, view: View): string => {
  const { summary: texts } = view.t.reader;
  const groups = countedGroups.flatMap(group => {
    const { known } = people[group];
    return known === 0 ? [] : texts.groups[group](sumText(people[group], incidents, view));
  });
  const total = sumText(people, incidents, view);
  return groups.length === 0 ? total : `${total}; ${texts.ofWhom} ${groups.join(', ')}`;
};

/** A sum over incidents of which `known` say something. */
export const sumText = (
  { known, min, max, open, about }: Sum,
  incidents: number,
  { t, locale }: View,
): string => {
  const { summary: texts } = t.reader;
  const digits = (n: number) => n.toLocaleString(locale);
  if (known === 0) return texts.peopleUnknown;
  const rough = (words: string) => (about > 0 ? texts.about(words) : words);
  const atLeast = (words: string) => (about > 0 ? texts.atLeastAbout(words) : texts.atLeast(words));
  const range = rough(min === max ? digits(min) : `${digits(min)}–${digits(max)}`);
  if (known >= incidents) return open > 0 ? atLeast(digits(min)) : range;
  const knownFor = texts.knownFor(digits(known), digits(incidents));
  // "At least 0" would say nothing, and seem to.
  if (min === 0 && open === 0) return `${range} (${texts.knownOnly(digits(known), digits(incidents))})`;
  return `${atLeast(digits(min))} (${knownFor})`;
};
