import type { CountReading } from '../../../../lib/language/answer/count.ts';
import type { Count } from '../../../../lib/report/count.ts';
import { formatCount } from '../../../../lib/report/count-format.ts';
import { type Html, html } from '../../../telegram/html.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import { answered, type Outcome, type Question, type View } from '../question.ts';

/** One press for both questions. */
const nobodyHurt = 'nobody_hurt';
const none: Count = { min: 0, max: 0 };

const quick = [0, 1, 2, 3, 4, 5, 6, 8];

/** Killed and injured are two questions; their numbers are never added up. */
const casualties = (which: 'killed' | 'injured'): Question<CountReading> => {
  const value = (count: Count, view: View): Html => html`${formatCount(count, view.locale)}`;
  const answer = (count: Count, view: View): Outcome =>
    answered(view, { [which]: count }, html`${view.t.terms[which]}: ${value(count, view)}`);
  return {
    id: which,
    section: which,
    applies: () => true,
    answered: draft => draft.answers[which] !== undefined,
    ask: ({ t }) => ({
      title: html`${t.witness[which].title}`,
      hint: html`${t.witness.casualtiesHint}`,
      choices: [
        ...inRows(
          quick.map(n => ({ label: n === 0 ? t.witness.nobody : String(n), value: String(n) })),
          4,
        ),
        [{ label: t.witness.several, value: 'several' }],
        ...(which === 'killed' ? [[{ label: t.witness.nobodyHurt, value: nobodyHurt }]] : []),
      ],
      none: t.witness.unknown,
    }),
    read: (reply, { parsers }) => (reply.kind === 'text' ? parsers.count(reply.text, which) : undefined),
    answer: (reply, view) => {
      switch (reply.kind) {
        case 'none':
          return answer('unknown', view);
        case 'choice': {
          if (which === 'killed' && reply.value === nobodyHurt)
            return answered(view, { killed: none, injured: none }, html`${view.t.witness.nobodyHurt}`);
          if (reply.value === 'several') return answer({ min: 2 }, view);
          const n = quick.find(number => String(number) === reply.value);
          return n === undefined ? { kind: 'foreign' } : answer({ min: n, max: n }, view);
        }
        case 'text': {
          const { reading } = reply;
          if (reading?.kind === 'understood') return answer(reading.count, view);
          const { contradiction, notUnderstood } = view.t.witness.casualties;
          return { kind: 'refused', note: reading?.kind === 'contradiction' ? contradiction : notUnderstood };
        }
        default:
          return { kind: 'foreign' };
      }
    },
    line: view => {
      const count = view.draft.answers[which];
      return count === undefined ? undefined : { label: view.t.terms[which], value: value(count, view) };
    },
  };
};

export const killed = casualties('killed');
export const injured = casualties('injured');
