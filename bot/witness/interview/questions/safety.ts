import { isDangerous } from '../../../../lib/report/beside-object.ts';
import { type Html, html } from '../../../telegram/html.ts';
import type { Outcome, Question, View } from '../question.ts';

/** What to do beside an object that may explode, with the country's numbers. */
export const safetyText = ({ t, country }: Pick<View, 't' | 'country'>): Html =>
  t.witness.safety.text(country.emergency);

/**
 * The safety text, before anything else is asked of somebody who may stand beside an unexploded object: do not touch,
 * go back the way you came, at least 100 m, no phone beside it (advice of the Ukrainian ministries).
 */
export const safety: Question = {
  id: 'safety',
  section: 'phase',
  applies: isDangerous,
  answered: draft => draft.safe === true,
  ask: view => ({
    title: safetyText(view),
    choices: [
      [{ label: view.t.witness.safety.safe, value: 'safe', style: 'success' }],
      [{ label: view.t.witness.safety.notYet, value: 'not_yet' }],
    ],
  }),
  answer: (reply, view): Outcome => {
    const { t, draft } = view;
    if (reply.kind === 'choice' && reply.value === 'safe')
      return { kind: 'answered', draft: { ...draft, safe: true } };
    if (reply.kind === 'choice' && reply.value === 'not_yet')
      return { kind: 'asking', draft, note: html`${t.witness.safety.goFirst}` };
    return { kind: 'foreign' };
  },
};
