import type { Draft } from '../../../../lib/report/draft.ts';
import { type Evidence, maxAccountLength, maxEvidence } from '../../../../lib/report/report.ts';
import { html } from '../../../telegram/html.ts';
import { asked, type Question, withAnswers, withPending } from '../question.ts';
import { withMoreWords } from './account.ts';

/** The draft with one more photo, video or file; undefined when it is full. */
export const withEvidence = (draft: Draft, evidence: Evidence): Draft | undefined => {
  const kept = draft.answers.evidence ?? [];
  return kept.length < maxEvidence ? withAnswers(draft, { evidence: [...kept, evidence] }) : undefined;
};

/** Photos, videos and files. They may come at any question; here they are asked for. Words that come here are kept too. */
export const evidence: Question = {
  id: 'evidence',
  section: 'evidence',
  applies: () => true,
  answered: draft => draft.pending?.evidence === asked,
  ask: ({ t, draft }) => {
    const count = draft.answers.evidence?.length ?? 0;
    return {
      title: html`${t.witness.evidence.title}`,
      hint: count > 0 ? html`${t.witness.evidence.have(count)}` : html`${t.witness.evidence.hint}`,
      choices:
        count > 0
          ? [
              [{ label: t.witness.evidence.done, value: 'done', style: 'success' }],
              [{ label: t.witness.evidence.remove, value: 'remove' }],
            ]
          : [],
      none: count === 0 ? t.witness.skip : undefined,
    };
  },
  answer: (reply, view) => {
    const { draft, t } = view;
    const kept = draft.answers.evidence ?? [];
    switch (reply.kind) {
      case 'none':
      case 'choice':
        if (reply.kind === 'choice' && reply.value === 'remove')
          return {
            kind: 'asking',
            draft: withAnswers(draft, { evidence: [] }),
            note: html`${t.witness.evidence.removed(kept.length)}`,
          };
        if (reply.kind === 'choice' && reply.value !== 'done') return { kind: 'foreign' };
        return {
          kind: 'answered',
          draft: withPending(withAnswers(draft, { evidence: kept }), 'evidence', asked),
        };
      case 'text': {
        const more = withMoreWords(draft, reply.text);
        return more
          ? { kind: 'asking', draft: more, note: html`${t.witness.addedToAccount}` }
          : { kind: 'refused', note: html`${t.witness.account.full(maxAccountLength)}` };
      }
      default:
        return { kind: 'foreign' };
    }
  },
  line: view => {
    const { evidence: kept } = view.draft.answers;
    if (kept === undefined && view.draft.pending?.evidence !== asked) return undefined;
    return {
      label: view.t.witness.lines.evidence,
      value: html`${view.t.witness.evidence.count(kept?.length ?? 0)}`,
    };
  },
};
