import { deliveries } from '../../../../lib/report/vocabulary.ts';
import { html } from '../../../telegram/html.ts';
import type { Question } from '../question.ts';
import { choiceQuestion } from './choice.ts';

const choice = choiceQuestion({
  id: 'delivery',
  section: 'munition',
  vocabulary: deliveries,
  // A cluster munition comes from afar; `planted` is what somebody says in words.
  codes: () => deliveries.filter(code => code !== 'unknown' && code !== 'planted'),
  isFurther: () => false,
  words: ({ t }) => t.terms.deliveries,
  value: ({ answers }) => answers.delivery,
  set: code => ({ delivery: code }),
  perRow: 1,
  applies: ({ answers }) => answers.munition === 'cluster_munition',
  ask: ({ t }) => ({ title: html`${t.witness.delivery.title}` }),
});

/** What carried a cluster munition. Every other type implies it. */
export const delivery: Question = {
  ...choice,
  line: view => {
    const line = choice.line?.(view);
    return line && { ...line, label: view.t.witness.deliveryLine };
  },
};
