import { type Effect, effects } from '../../../../lib/report/vocabulary.ts';
import { html } from '../../../telegram/html.ts';
import { choiceQuestion } from './choice.ts';

const ofObjects: readonly Effect[] = ['object_found_unexploded', 'explosion_when_touched'];

/** What was seen or heard, in plain words: what most people know. */
export const effect = choiceQuestion({
  id: 'effect',
  section: 'effect',
  vocabulary: effects,
  codes: ({ draft: { answers } }) =>
    effects.filter(code => code !== 'unknown' && (answers.phase === 'remnant' || !ofObjects.includes(code))),
  // Whoever tells of an object began with that (`phase`).
  isFurther: () => false,
  words: ({ t }) => t.terms.effects,
  value: ({ answers }) => answers.effect,
  set: code => ({ effect: code }),
  perRow: 1,
  ask: ({ t }) => ({ title: html`${t.witness.effect.title}`, hint: html`${t.witness.effect.hint}` }),
});
