import * as z from 'zod/mini';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import {
  type Evidence,
  evidenceSchema,
  maxAnswerLength,
  maxEvidence,
  type Report,
  reportIdSchema,
} from '../../../lib/report/report.ts';
import type { Chat } from '../../../lib/store/chats/chats.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import { type Html, html, join, lengthOf, quote } from '../../telegram/html.ts';
import type { Screen } from '../../telegram/screen.ts';
import { pagePress } from '../pages.ts';
import { questionText } from '../reports/screens.ts';

/**
 * An answer to a moderator's question while the witness writes it. It is kept in the chat, beside whatever draft there
 * is, and leads nowhere until the witness sends it.
 */
const answeringSchema = z.object({
  kind: z.literal('answer'),
  report: reportIdSchema,
  /** The question's place in the report's questions, from 0. */
  question: z.int(),
  text: z.string(),
  evidence: z.array(evidenceSchema),
});
export type Answering = Readonly<z.infer<typeof answeringSchema>>;

/** The answer that is being written in a chat, if one is. */
export const answeringIn = ({ pendingInput }: Chat): Answering | undefined =>
  answeringSchema.safeParse(pendingInput).data;

/** The chat with an answer being written, or without one. */
export const withAnswering = (chat: Chat, answering: Answering | undefined): Chat => {
  const { pendingInput: _, ...rest } = chat;
  return answering ? { ...rest, pendingInput: JSON.parse(JSON.stringify(answering)) } : rest;
};

/** The answer with more words or one more file; undefined when there is no room. */
export const withMore = (
  answering: Answering,
  more: Readonly<{ text?: string; evidence?: Evidence }>,
): Answering | undefined => {
  const text = [answering.text, more.text].filter(part => part).join('\n');
  const evidence = more.evidence ? [...answering.evidence, more.evidence] : answering.evidence;
  return text.length > maxAnswerLength || evidence.length > maxEvidence
    ? undefined
    : { ...answering, text, evidence };
};

/** The question with the answer so far. `report` is known to be the person's own. */
export const answeringPage = (
  answering: Answering,
  report: Pick<Report, 'id' | 'questions'>,
  t: Catalogue,
  note?: Html,
): Screen => {
  const { answering: said } = t.witness;
  const asked = report.questions?.[answering.question];
  const { text, evidence } = answering;
  const head = join([
    note,
    said.title(formatReceipt(report.id)),
    asked && quote(questionText(asked.wording, t), 500),
    html`${said.how}`,
  ]);
  const files = evidence.length > 0 ? html`${said.files(evidence.length)}` : undefined;
  const room = 4000 - lengthOf(head);
  return {
    text: join([
      head,
      text === '' && !files
        ? undefined
        : join(
            [html`<b>${said.soFar}</b>`, text === '' ? undefined : quote(text, Math.max(200, room)), files],
            '\n',
          ),
    ]),
    buttons: [
      ...(text === '' && !files
        ? []
        : [[{ text: said.send, data: pagePress('answer_send'), style: 'success' as const }]]),
      [{ text: said.drop, data: pagePress('answer_drop') }],
    ],
    personal: true,
  };
};
