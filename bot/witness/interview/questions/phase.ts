import { phases } from '../../../../lib/report/vocabulary.ts';
import { html } from '../../../telegram/html.ts';
import { choiceQuestion } from './choice.ts';

/** Is it an attack, or an object found? */
export const phase = choiceQuestion({
  id: 'phase',
  section: 'phase',
  codes: () => phases.filter(code => code !== 'unknown'),
  vocabulary: phases,
  words: ({ t }) => t.terms.phases,
  value: ({ answers }) => answers.phase,
  set: code => ({ phase: code }),
  perRow: 1,
  ask: ({ t }) => ({ title: html`${t.witness.phase.title}`, hint: html`${t.witness.phase.hint}` }),
});
