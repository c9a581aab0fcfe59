import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../../../bot/locales/catalogue.ts';
import { cardScreen } from '../../../../../bot/moderator/report/card.ts';
import { valueText } from '../../../../../bot/text/field-value.ts';
import type { Section } from '../../../../../bot/witness/interview/question.ts';
import { detailQuestion } from '../../../../../bot/witness/interview/questions/detail.ts';
import { answersSchema } from '../../../../../lib/report/report.ts';
import { report } from '../../../../support/samples/samples.ts';
import { textOf } from '../../../../support/screens.ts';
import { emptyDraft, parsers, viewOf } from '../conversation.ts';

/** A question as somebody would add it: one file, a line in index.ts, words in each catalogue. */
const siren = detailQuestion({ id: 'siren' as Section, codes: ['yes', 'no', 'unknown'] });
const options = { yes: 'It sounded', no: 'It did not' };
const withWords = (t: Catalogue): Catalogue => ({
  ...t,
  witness: {
    ...t.witness,
    lines: { ...t.witness.lines, ...{ siren: 'Siren' } },
    details: { ...t.witness.details, ...{ siren: { title: 'Did a siren sound before?', options } } },
  },
});
const view = { ...viewOf(emptyDraft, 'en'), t: withWords(viewOf(emptyDraft, 'en').t) };

const draftAfter = (text: string) => {
  const reply = { kind: 'text', text } as const;
  const outcome = siren.answer({ ...reply, reading: siren.read?.(reply, { ...view, parsers }) }, view);
  return outcome.kind === 'answered' ? outcome.draft.answers.details : outcome.kind;
};

describe('a further question', () => {
  it('is asked with its words, and is answered by a press, a typed option, yes or no, or not at all', () => {
    const { title, choices, none } = siren.ask(view);
    expect(title.source).toBe('Did a siren sound before?');
    expect(choices.flat().map(({ label }) => label)).toEqual(['It sounded', 'It did not']);
    expect(none).toBe(view.t.witness.unknown);
    expect(siren.answer({ kind: 'choice', value: 'no' }, view)).toMatchObject({
      draft: { answers: { details: { siren: 'no' } } },
    });
    expect(siren.answer({ kind: 'none' }, view)).toMatchObject({
      draft: { answers: { details: { siren: 'unknown' } } },
    });
    expect(draftAfter('it did not')).toEqual({ siren: 'no' });
    expect(draftAfter('так')).toEqual({ siren: 'yes' });
    expect(draftAfter('purple')).toBe('refused');
  });

  it('is stored, reviewed, shown on the card and told in a history without anything else knowing of it', () => {
    const answers = answersSchema.parse({ ...report.answers, details: { siren: 'yes' } });
    expect(answers.details).toEqual({ siren: 'yes' });
    const draft = { ...emptyDraft, answers };
    expect(siren.answered(draft)).toBe(true);
    expect(siren.line?.({ ...view, draft })).toMatchObject({
      label: 'Siren',
      value: { source: 'It sounded' },
    });
    expect(textOf(cardScreen({ ...report, answers }, view, {}))).toContain('Siren: It sounded');
    expect(valueText('details', answers.details, view)).toContain('Siren: It sounded');
  });

  it('that this version does not ask is shown as it is stored', () => {
    const answers = { ...report.answers, details: { lights: 'off' } };
    expect(textOf(cardScreen({ ...report, answers }, view, {}))).toContain('lights: off');
  });
});
