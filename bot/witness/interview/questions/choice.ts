import type { Draft } from '../../../../lib/report/draft.ts';
import type { Answers } from '../../../../lib/report/report.ts';
import { type Html, html } from '../../../telegram/html.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import {
  type Ask,
  answered,
  member,
  type Outcome,
  type Question,
  type Section,
  type View,
  withPending,
} from '../question.ts';

type Definition<Code extends string> = Readonly<{
  id: string;
  section: Section;
  vocabulary: readonly Code[];
  /** The codes to offer as buttons now, likeliest first, without `unknown`; the others stand behind "more". */
  codes: (view: View) => readonly Code[];
  words: (view: View) => Readonly<Record<Code, string>>;
  value: (draft: Draft) => Code | undefined;
  set: (code: Code, view: View) => Partial<Answers>;
  ask: (view: View) => Readonly<{ title: Html; hint?: Html }>;
  perRow: number;
  applies?: (draft: Draft) => boolean;
}>;

const more = 'more';

/** A question with one answer out of a vocabulary: pressed, or said in the person's own words. */
export const choiceQuestion = <Code extends string>(definition: Definition<Code>): Question => {
  const { id, section, vocabulary, value, set } = definition;
  const answer = (code: Code, view: View): Outcome =>
    answered(view, set(code, view), html`${definition.words(view)[code]}`);

  return {
    id,
    section,
    applies: definition.applies ?? (() => true),
    answered: draft => value(draft) !== undefined,

    ask: (view): Ask => {
      const words = definition.words(view);
      const offered = definition.codes(view);
      const rest = vocabulary.filter(code => code !== 'unknown' && !offered.includes(code));
      const pending = view.draft.pending?.[id];
      const shown = Array.isArray(pending)
        ? vocabulary.filter(code => pending.includes(code))
        : pending === more
          ? rest
          : offered;
      const choices = inRows(
        shown.map(code => ({ label: words[code], value: code })),
        definition.perRow,
      );
      const others =
        pending === undefined && rest.length > 0
          ? [[{ label: view.t.witness.moreChoices, value: more }]]
          : pending === undefined
            ? []
            : [[{ label: view.t.witness.firstChoices, value: 'first' }]];
      return {
        ...definition.ask(view),
        choices: [...choices, ...others],
        ...(vocabulary.some(code => code === 'unknown') ? { none: view.t.witness.unknown } : {}),
      };
    },

    answer: (reply, view): Outcome => {
      switch (reply.kind) {
        case 'choice': {
          if (reply.value === more) return { kind: 'asking', draft: withPending(view.draft, id, more) };
          if (reply.value === 'first')
            return { kind: 'asking', draft: withPending(view.draft, id, undefined) };
          const code = member(vocabulary, reply.value);
          return code === undefined ? { kind: 'foreign' } : answer(code, view);
        }
        case 'none': {
          const unknown = vocabulary.find(code => code === 'unknown');
          return unknown === undefined ? { kind: 'foreign' } : answer(unknown, view);
        }
        case 'text': {
          const labelled = byLabel(reply.text, vocabulary, definition.words(view));
          if (labelled !== undefined) return answer(labelled, view);
          const reading = view.parsers?.option(reply.text, vocabulary);
          if (reading?.kind === 'one') return answer(reading.code, view);
          if (reading?.kind === 'choose')
            return {
              kind: 'asking',
              draft: withPending(view.draft, id, [...reading.codes]),
              note: html`${view.t.witness.whichOfThese}`,
            };
          return { kind: 'refused', note: html`${view.t.witness.pressOrSay}` };
        }
        default:
          return { kind: 'foreign' };
      }
    },

    line: view => {
      const code = value(view.draft);
      if (code === undefined) return undefined;
      return { label: view.t.witness.lines[section], value: html`${definition.words(view)[code]}` };
    },
  };
};

/** The code whose button says exactly this: many people type what a button says. */
const byLabel = <Code extends string>(
  text: string,
  vocabulary: readonly Code[],
  words: Readonly<Record<Code, string>>,
): Code | undefined => {
  const typed = text.trim().toLocaleLowerCase();
  return vocabulary.find(code => words[code].toLocaleLowerCase() === typed);
};
