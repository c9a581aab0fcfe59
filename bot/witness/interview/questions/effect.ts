import { effects } from '../../../../lib/report/vocabulary.ts';
import { html } from '../../../telegram/html.ts';
import { choiceQuestion } from './choice.ts';

/** What was seen or heard, in plain words: what most people know. */
export const effect = choiceQuestion({
  id: 'effect',
  section: 'effect',
  vocabulary: effects,
  codes: () => effects.filter(code => code !== 'unknown'),
  words: ({ t }) => t.terms.effects,
  value: ({ answers }) => answers.effect,
  set: code => ({ effect: code }),
  perRow: 1,
  ask: ({ t }) => ({ title: html`${t.witness.effect.title}`, hint: html`${t.witness.effect.hint}` }),
});
