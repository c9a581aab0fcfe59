import type { OptionReading } from '../../../../lib/language/answer/narrow.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import { html } from '../../../telegram/html.ts';
import { detailLabels } from '../../../text/details.ts';
import type { Question, Section } from '../question.ts';
import { choiceQuestion } from './choice.ts';

/**
 * A further question, whose answer is kept for moderators and which nothing else has to know. It is one file that calls
 * this, its line in index.ts, and its words in the catalogues: `witness.lines` and `witness.details`. Codes are stored:
 * add to them, never rename one; with `unknown` among them the person may say that they do not know.
 */
export const detailQuestion = <Code extends string>({
  id,
  codes,
  applies,
}: Readonly<{
  id: Section;
  codes: readonly Code[];
  applies?: (draft: Draft) => boolean;
}>): Question<OptionReading<Code>> => ({
  ...choiceQuestion<Code>({
    id,
    section: id,
    vocabulary: codes,
    codes: () => codes.filter(code => code !== 'unknown'),
    words: ({ t }) =>
      ({ unknown: t.witness.unknown, ...detailLabels(id, t)?.options }) as Record<Code, string>,
    value: ({ answers }) => codes.find(code => code === answers.details?.[id]),
    set: (code, { draft }) => ({ details: { ...draft.answers.details, [id]: code } }),
    perRow: 1,
    applies,
    ask: ({ t }) => {
      const { title = id, hint } = detailLabels(id, t) ?? {};
      return { title: html`${title}`, hint: hint === undefined ? undefined : html`${hint}` };
    },
  }),
  // A report made before this question was is not asked it when it is revised.
  answered: ({ answers, revises }) => answers.details?.[id] !== undefined || revises !== undefined,
  // What a button says, or a plain yes or no.
  read: (reply, { t, parsers }) => {
    if (reply.kind !== 'text') return undefined;
    const typed = reply.text.trim().toLocaleLowerCase();
    const { options = {} } = detailLabels(id, t) ?? {};
    const yesNo = parsers.yesNo(reply.text);
    const code =
      codes.find(one => options[one]?.toLocaleLowerCase() === typed) ?? codes.find(one => one === yesNo);
    return code === undefined ? { kind: 'not_understood' } : { kind: 'one', code };
  },
});
