import { type Munition, munitions, unexplodedItems } from '../../../lib/report/vocabulary.ts';
import type { View } from '../../text/incident.ts';

/**
 * Takes the names of munitions out of a request, as the buttons write them in the person's language: "Air-defence missile or its
 * debris". Everything else that buttons say is understood as words are.
 */
export const takeLabels = (
  text: string,
  { t }: View,
): Readonly<{ munitions: readonly Munition[]; rest: string }> => {
  const labels: readonly (readonly [string, readonly Munition[]])[] = [
    [t.reader.unexploded, unexplodedItems],
    ...munitions.map(munition => [t.terms.munitions[munition], [munition]] as const),
  ];
  let rest = text;
  const found: Munition[] = [];
  for (const [label, kinds] of labels.toSorted(([a], [b]) => b.length - a.length)) {
    const at = rest.toLowerCase().indexOf(label.toLowerCase());
    const end = at + label.length;
    if (at < 0 || isLetter(rest[at - 1]) || isLetter(rest[end])) continue;
    rest = `${rest.slice(0, at)} ${rest.slice(end)}`.replace(/\s+/g, ' ').trim();
    found.push(...kinds);
  }
  return { munitions: found, rest };
};

const isLetter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
