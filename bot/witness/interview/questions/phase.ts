import type { OptionReading } from '../../../../lib/language/answer/narrow.ts';
import { type Phase, phases } from '../../../../lib/report/vocabulary.ts';
import { beginnings } from '../../../callbacks/witness.ts';
import { html } from '../../../telegram/html.ts';
import { answersOfBeginning, beginningLabels } from '../../beginnings.ts';
import { answered, member, type Question } from '../question.ts';
import { choiceQuestion } from './choice.ts';

const choice = choiceQuestion({
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

/** Is it an attack, or an object found, or one that exploded when somebody touched it? */
export const phase: Question<OptionReading<Phase>> = {
  ...choice,
  ask: view => ({
    ...choice.ask(view),
    choices: beginnings
      .filter(what => what !== 'unknown')
      .map(what => [{ label: beginningLabels(view.t)[what], value: what }]),
  }),
  answer: (reply, view) => {
    const what = reply.kind === 'choice' ? member(['found', 'touched'], reply.value) : undefined;
    return what
      ? answered(view, answersOfBeginning(what), html`${beginningLabels(view.t)[what]}`)
      : choice.answer(reply, view);
  },
};
