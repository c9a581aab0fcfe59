import type { OptionReading } from '../../../../lib/language/answer/narrow.ts';
import type { Answers } from '../../../../lib/report/report.ts';
import { type Phase, phases } from '../../../../lib/report/vocabulary.ts';
import { type Beginning, beginnings } from '../../../callbacks/witness.ts';
import type { Catalogue } from '../../../locales/catalogue.ts';
import { html } from '../../../telegram/html.ts';
import { answered, member, type Question } from '../question.ts';
import { choiceQuestion } from './choice.ts';

/** What each beginning answers. That something lay there tells what was seen of it, and of an attack nothing does. */
const answersOf: Readonly<Record<Beginning, Partial<Answers>>> = {
  attack: { phase: 'attack' },
  found: { phase: 'remnant', effect: 'object_found_unexploded' },
  touched: { phase: 'remnant', effect: 'explosion_when_touched' },
  unknown: { phase: 'unknown' },
};

export const answersOfBeginning = (what: Beginning | undefined): Partial<Answers> =>
  what === undefined ? {} : answersOf[what];

/** What a beginning is called on its button. */
export const beginningLabels = ({
  terms: { phases },
  witness,
}: Catalogue): Readonly<Record<Beginning, string>> => ({
  attack: phases.attack,
  found: phases.remnant,
  touched: witness.phase.touched,
  unknown: phases.unknown,
});

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
      ? answered(view, answersOf[what], html`${beginningLabels(view.t)[what]}`)
      : choice.answer(reply, view);
  },
};
