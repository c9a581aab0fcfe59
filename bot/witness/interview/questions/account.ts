import type { Draft } from '../../../../lib/report/draft.ts';
import { maxAccountLength } from '../../../../lib/report/report.ts';
import { html, words } from '../../../telegram/html.ts';
import { asked, type Question, withAnswers, withPending } from '../question.ts';

/** How much of a long account a screen shows; all of it is kept. */
const excerptLength = 300;

/** The draft with more of the person's own words; undefined when there is no room. */
export const withMoreWords = (draft: Draft, text: string): Draft | undefined => {
  const { account } = draft.answers;
  const all = account ? `${account}\n${text}` : text;
  return all.length > maxAccountLength ? undefined : withAnswers(draft, { account: all });
};

/** What happened, in the person's own words. More words are appended until they are erased. */
export const account: Question = {
  id: 'account',
  section: 'account',
  applies: () => true,
  answered: draft => draft.pending?.account === asked,
  ask: ({ t, draft }) => ({
    title: html`${t.witness.account.title}`,
    hint: draft.answers.account ? html`${t.witness.account.have}` : html`${t.witness.account.hint}`,
    choices: [
      draft.answers.account
        ? [{ label: t.witness.account.erase, value: 'erase' }]
        : [{ label: t.witness.account.files, value: 'files' }],
      draft.answers.post ? [{ label: t.witness.account.eraseQuote, value: 'eraseQuote' }] : [],
    ].filter(row => row.length > 0),
    none: draft.answers.account ? t.witness.account.enough : t.witness.account.nothing,
  }),
  answer: (reply, view) => {
    const { draft, t } = view;
    const done = withPending(draft, 'account', asked);
    if (reply.kind === 'none' || (reply.kind === 'choice' && reply.value === 'files')) {
      const { account: text = null } = draft.answers;
      // Nothing to add means no files either: one press for both.
      const isAll = reply.kind === 'none' && text === null;
      const after = isAll ? withPending(done, 'evidence', asked) : done;
      return { kind: 'answered', draft: withAnswers(after, { account: text }) };
    }
    if (reply.kind === 'choice' && reply.value === 'erase')
      return {
        kind: 'asking',
        draft: withAnswers(draft, { account: null }),
        note: html`${t.witness.account.erased}`,
      };
    if (reply.kind === 'choice' && reply.value === 'eraseQuote')
      return {
        kind: 'asking',
        draft: withAnswers(draft, { post: undefined }),
        note: html`${t.witness.account.quoteErased}`,
      };
    if (reply.kind !== 'text') return { kind: 'foreign' };
    const more = withMoreWords(done, reply.text);
    return more
      ? { kind: 'answered', draft: more, understood: html`${t.witness.account.kept(reply.text.length)}` }
      : { kind: 'refused', note: html`${t.witness.account.full(maxAccountLength)}` };
  },
  line: view => {
    const { account: text } = view.draft.answers;
    if (text === undefined) return undefined;
    return {
      label: view.t.witness.lines.account,
      value: text === null ? html`${view.t.witness.notSaid}` : words(text, excerptLength),
    };
  },
};
