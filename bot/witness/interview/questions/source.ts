import { namedSources, ownSources, sources } from '../../../../lib/report/vocabulary.ts';
import { html } from '../../../telegram/html.ts';
import { forwardedText } from '../../../text/forwarded.ts';
import type { Question } from '../question.ts';
import { choiceQuestion } from './choice.ts';

const choice = choiceQuestion({
  id: 'source',
  section: 'source',
  vocabulary: sources,
  codes: () => ownSources,
  words: ({ t }) => t.terms.sources,
  value: ({ answers }) => answers.source?.kind,
  set: (kind, { draft }) => {
    const { source } = draft.answers;
    return { source: source && isNamed(kind) ? { ...source, kind } : { kind } };
  },
  perRow: 1,
  ask: ({ t }) => ({ title: html`${t.witness.source.title}`, hint: html`${t.witness.source.hint}` }),
});

/** Whether a source is an institution or publication that can be named, rather than a private witness. */
export const isNamed = (kind: string | undefined): boolean => namedSources.some(named => named === kind);

/** How they know of the incident: by themselves, or from a named source, which has questions of its own. */
export const source: Question = {
  ...choice,
  line: view => {
    const line = choice.line?.(view);
    const { forwarded } = view.draft.answers;
    return line && forwarded
      ? { ...line, value: html`${line.value} (${forwardedText(forwarded, view)})` }
      : line;
  },
  ask: view => {
    const ask = choice.ask(view);
    const label = view.t.witness.source.named;
    return ask.turn?.value === 'more' ? { ...ask, turn: { ...ask.turn, label } } : ask;
  },
};
