import type { Answers } from '../../lib/report/report.ts';
import type { Catalogue } from '../locales/catalogue.ts';

/** The words of a further question and its codes, in `witness.details` of a catalogue. */
type DetailLabels = Readonly<{
  title: string;
  hint?: string;
  options: Readonly<Record<string, string>>;
}>;

/** The words of a further question; undefined for one that this version does not ask. */
export const detailLabels = (id: string, t: Catalogue): DetailLabels | undefined => {
  const known: Readonly<Record<string, DetailLabels>> = t.witness.details;
  return Object.hasOwn(known, id) ? known[id] : undefined;
};

/** The answers to further questions. A question or a code that this version does not know is shown as it is stored. */
export const detailTexts = (
  details: Answers['details'],
  t: Catalogue,
): readonly Readonly<{ label: string; value: string }>[] => {
  const labels: Readonly<Record<string, string>> = t.witness.lines;
  return Object.entries(details ?? {}).map(([id, code]) => ({
    label: labels[id] ?? id,
    value: detailLabels(id, t)?.options[code] ?? code,
  }));
};
