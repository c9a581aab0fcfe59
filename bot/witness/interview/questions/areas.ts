import type { OptionReading } from '../../../../lib/language/answer/narrow.ts';
import { type Area, areas as vocabulary } from '../../../../lib/report/vocabulary.ts';
import { html } from '../../../telegram/html.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import { answered, member, type Question, type View, withPending } from '../question.ts';
import { byLabel } from './choice.ts';

/** What is ticked so far; undefined while one press answers. */
const ticked = ({ draft }: View): readonly Area[] | undefined => {
  const pending = draft.pending?.areas;
  return Array.isArray(pending) ? vocabulary.filter(area => pending.includes(area)) : undefined;
};

/** The press that begins to tick, with what was answered before. */
const several = 'several';

/** The press that answers with one area. Its bare code ticks. */
const only = 'only_';

const listed = (codes: readonly Area[], { t }: View): string =>
  codes.map(code => t.terms.areas[code]).join('; ');

/** What words surely name; undefined when they leave it open. */
const codesOf = (reading: OptionReading<Area> | undefined): Area[] | undefined => {
  if (reading?.kind === 'one') return [reading.code];
  return reading?.kind === 'several' ? [...reading.codes] : undefined;
};

/** What was hit. One press answers; where several apply, buttons tick and untick, and "done" ends it. */
export const areas: Question<OptionReading<Area>> = {
  id: 'areas',
  section: 'areas',
  applies: () => true,
  answered: draft => draft.answers.areas !== undefined,
  ask: view => {
    const { t } = view;
    const on = ticked(view);
    const choices = inRows(
      vocabulary
        .filter(code => code !== 'unknown')
        .map(code => ({
          label: (on?.includes(code) ? '✓ ' : '') + t.terms.areas[code],
          value: on ? code : only + code,
        })),
      2,
    );
    const title = html`${t.witness.areas.title}`;
    if (!on)
      return {
        title,
        hint: html`${t.witness.areas.hint}`,
        choices,
        turn: { label: t.witness.areas.several, value: several },
        none: t.witness.unknown,
      };
    const done = { label: t.witness.areas.done(on.length), value: 'done', style: 'success' } as const;
    return {
      title,
      hint: on.length > 0 ? html`${t.witness.areas.ticked(listed(on, view))}` : html`${t.witness.areas.tick}`,
      choices,
      turn: on.length > 0 ? done : undefined,
      none: t.witness.unknown,
    };
  },
  read: (reply, { parsers }) => (reply.kind === 'text' ? parsers.option(reply.text, vocabulary) : undefined),
  answer: (reply, view) => {
    const { draft, t } = view;
    const on = ticked(view);
    const labelled = reply.kind === 'text' ? byLabel(reply.text, vocabulary, t.terms.areas) : undefined;
    if (labelled !== undefined)
      return answered(view, { areas: [labelled] }, html`${t.terms.areas[labelled]}`);
    switch (reply.kind) {
      case 'none':
        return answered(view, { areas: ['unknown'] }, html`${t.terms.areas.unknown}`);
      case 'choice': {
        if (reply.value === 'done')
          return on && on.length > 0
            ? answered(view, { areas: [...on] }, html`${listed(on, view)}`)
            : { kind: 'asking', draft };
        if (reply.value === several) {
          const before = draft.answers.areas?.filter(area => area !== 'unknown') ?? [];
          return { kind: 'asking', draft: withPending(draft, 'areas', before) };
        }
        const code = member(vocabulary, reply.value.replace(only, ''));
        if (code === undefined) return { kind: 'foreign' };
        if (reply.value.startsWith(only))
          return answered(view, { areas: [code] }, html`${t.terms.areas[code]}`);
        const before = on ?? [];
        const next = before.includes(code) ? before.filter(area => area !== code) : [...before, code];
        return { kind: 'asking', draft: withPending(draft, 'areas', next) };
      }
      case 'text': {
        const codes = codesOf(reply.reading);
        if (codes === undefined) return { kind: 'refused', note: html`${t.witness.pressOrSay}` };
        if (codes.includes('unknown'))
          return answered(view, { areas: ['unknown'] }, html`${t.terms.areas.unknown}`);
        return answered(view, { areas: codes }, html`${listed(codes, view)}`);
      }
      default:
        return { kind: 'foreign' };
    }
  },
  line: view => {
    const { areas: codes } = view.draft.answers;
    return codes === undefined
      ? undefined
      : { label: view.t.witness.lines.areas, value: html`${listed(codes, view)}` };
  },
};
