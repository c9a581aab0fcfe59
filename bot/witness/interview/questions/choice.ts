import type { OptionReading } from '../../../../lib/language/answer/narrow.ts';
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
  /** Whether a code that is not among them may be offered there. */
  isFurther?: (code: Code, view: View) => boolean;
  words: (view: View) => Readonly<Record<Code, string>>;
  value: (draft: Draft) => Code | undefined;
  set: (code: Code, view: View) => Partial<Answers>;
  ask: (view: View) => Readonly<{ title: Html; hint?: Html }>;
  perRow: number;
  applies?: (draft: Draft) => boolean;
}>;

/** The presses that switch between the likely codes and the others. */
const more = 'more';
const first = 'first';

/** A question with one answer out of a vocabulary: pressed, or said in the person's own words. */
export const choiceQuestion = <Code extends string>(
  definition: Definition<Code>,
): Question<OptionReading<Code>> => {
  const { id, section, vocabulary, value, set } = definition;
  const answer = (code: Code, view: View): Outcome =>
    answered(view, set(code, view), html`${definition.words(view)[code]}`);

  return {
    id,
    section,
    applies: definition.applies ?? (() => true),
    answered: draft => value(draft) !== undefined,

    ask: view => ({
      ...definition.ask(view),
      ...choicesOf(definition, view),
      none: vocabulary.some(code => code === 'unknown') ? view.t.witness.unknown : undefined,
    }),

    read: (reply, { parsers }) =>
      reply.kind === 'text' ? parsers.option(reply.text, vocabulary) : undefined,

    answer: (reply, view): Outcome => {
      switch (reply.kind) {
        case 'choice': {
          if (reply.value === more) return { kind: 'asking', draft: withPending(view.draft, id, more) };
          if (reply.value === first) return { kind: 'asking', draft: withPending(view.draft, id, undefined) };
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
          const { reading } = reply;
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
export const byLabel = <Code extends string>(
  text: string,
  vocabulary: readonly Code[],
  words: Readonly<Record<Code, string>>,
): Code | undefined => {
  const typed = text.trim().toLocaleLowerCase();
  return vocabulary.find(code => words[code].toLocaleLowerCase() === typed);
};

/** How many rows of choices leave the question above them in sight, on a phone of 360 × 740. */
const mostRows = 9;

/** The codes that words left open; the others, after "more"; else the likely ones. */
const choicesOf = <Code extends string>(
  definition: Definition<Code>,
  view: View,
): Pick<Ask, 'choices' | 'turn'> => {
  const { id, vocabulary, perRow } = definition;
  const { moreChoices, firstChoices } = view.t.witness;
  const words = definition.words(view);
  const offered = definition.codes(view);
  const { isFurther = () => true } = definition;
  const others = vocabulary.filter(
    code => code !== 'unknown' && !offered.includes(code) && isFurther(code, view),
  );
  const pending = view.draft.pending?.[id];
  const rows = (codes: readonly Code[], beside = perRow) =>
    inRows(
      codes.map(code => ({ label: words[code], value: code })),
      beside,
    );
  const back = { label: firstChoices, value: first };
  if (Array.isArray(pending))
    return { choices: rows(vocabulary.filter(code => pending.includes(code))), turn: back };
  // Many, of which the question has to stay in sight.
  if (pending === more)
    return { choices: rows(others, Math.max(perRow, others.length > mostRows ? 2 : 1)), turn: back };
  return others.length > 0
    ? { choices: rows(offered), turn: { label: moreChoices, value: more } }
    : { choices: rows(offered) };
};
