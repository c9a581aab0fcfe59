import { knownBys } from '../../../../lib/report/vocabulary.ts';
import { html } from '../../../telegram/html.ts';
import { choiceQuestion } from './choice.ts';

/** How they know the type: asked only when they gave one. */
export const knownBy = choiceQuestion({
  id: 'knownBy',
  section: 'knownBy',
  vocabulary: knownBys,
  codes: () => knownBys.filter(code => code !== 'unknown'),
  words: ({ t }) => t.terms.knownBys,
  value: ({ answers }) => answers.knownBy,
  set: code => ({ knownBy: code }),
  perRow: 2,
  applies: ({ answers }) => answers.munition !== undefined && answers.munition !== 'unknown',
  ask: ({ t }) => ({ title: html`${t.witness.knownBy.title}` }),
});
