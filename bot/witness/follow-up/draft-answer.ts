import * as z from 'zod/mini';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { reportIdSchema } from '../../../lib/report/id.ts';
import {
  type Evidence,
  evidenceSchema,
  maxAnswerLength,
  maxEvidence,
  type Report,
} from '../../../lib/report/report.ts';
import type { Chat } from '../../../lib/store/chats/chats.ts';
import { witnessCallbacks } from '../../callbacks/witness.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import { type Html, html, join, lengthOf, quote } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { wordingText } from '../../text/wording.ts';

/**
 * An answer to a moderator's question while the witness writes it. It is kept in the chat beside the draft, and goes
 * nowhere until the witness sends it.
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

/** Words and files sent while questions were open: an answer to one of them, or a new report, which the person is asked. */
const unplacedSchema = z.object({
  kind: z.literal('unplaced'),
  text: z.string(),
  evidence: z._default(z.array(evidenceSchema), []),
});
export type Unplaced = Readonly<z.infer<typeof unplacedSchema>>;

/** The words and files in a chat of which the person was asked what they are. */
export const unplacedIn = ({ pendingInput }: Chat): Unplaced | undefined =>
  unplacedSchema.safeParse(pendingInput).data;

/** The answer that is being written in a chat, if one is. */
export const answeringIn = ({ pendingInput }: Chat): Answering | undefined =>
  answeringSchema.safeParse(pendingInput).data;

/** The chat with an answer being written, or without one. */
export const withAnswering = (chat: Chat, answering: Answering | Unplaced | undefined): Chat => {
  const { pendingInput: _, ...rest } = chat;
  return answering ? { ...rest, pendingInput: JSON.parse(JSON.stringify(answering)) } : rest;
};

/** The answer, or what may be one, with more words or one more file; undefined when it is full. */
export const withMore = <Some extends Answering | Unplaced>(
  answering: Some,
  more: Readonly<{ text?: string | undefined; evidence?: Evidence | undefined }>,
): Some | undefined => {
  const text = [answering.text, more.text].filter(part => part).join('\n');
  const evidence = more.evidence ? [...answering.evidence, more.evidence] : answering.evidence;
  return text.length > maxAnswerLength || evidence.length > maxEvidence
    ? undefined
    : { ...answering, text, evidence };
};

/** A question that is open. */
export type OpenQuestion = Readonly<{ report: Report; question: number }>;

/** Asks what typed words are: the answer to one of the open questions, or a new report. */
export const unplacedPage = (
  { text, evidence }: Unplaced,
  open: readonly OpenQuestion[],
  t: Catalogue,
): Screen => {
  const { answering: texts } = t.witness;
  const wordingOf = ({ report, question }: OpenQuestion): string => {
    const wording = report.questions?.[question]?.wording;
    return wording ? wordingText(wording, t) : '';
  };
  const [only, ...others] = open;
  return {
    text: join([
      html`<b>${others.length > 0 ? texts.whichQuestion : texts.isAnswer}</b>`,
      ...open.map((one, index) =>
        join(
          [
            html`${others.length > 0 ? `${index + 1}. ` : ''}${formatReceipt(one.report.id)}`,
            quote(wordingOf(one), 300),
          ],
          '\n',
        ),
      ),
      join(
        [
          html`${texts.typed}`,
          text === '' ? undefined : quote(text, 500),
          evidence.length > 0 ? html`${texts.files(evidence.length)}` : undefined,
        ],
        '\n',
      ),
    ]),
    buttons: [
      ...open.map(({ report: { id }, question }, index) => [
        {
          text: only && others.length === 0 ? texts.isAnswerYes : texts.answersNumber(index + 1),
          data: witnessCallbacks.data('reply', { id, question }),
          style: 'primary' as const,
        },
      ]),
      [{ text: texts.isNewReport, data: witnessCallbacks.data('reply_new') }],
    ],
    personal: true,
  };
};

/** The question with the answer so far. `report` is known to be the person's own. */
export const answeringPage = (
  answering: Answering,
  report: Pick<Report, 'id' | 'questions'>,
  t: Catalogue,
  note?: Html,
): Screen => {
  const { answering: texts } = t.witness;
  const asked = report.questions?.[answering.question];
  const { text, evidence } = answering;
  const head = join([
    note,
    texts.title(formatReceipt(report.id)),
    asked && quote(wordingText(asked.wording, t), 500),
    html`${texts.how}`,
  ]);
  const files = evidence.length > 0 ? html`${texts.files(evidence.length)}` : undefined;
  const isEmpty = text === '' && !files;
  const send: Button = { text: texts.send, data: witnessCallbacks.data('reply_send'), style: 'success' };
  const drop: Button = { text: texts.drop, data: witnessCallbacks.data('reply_drop') };
  const left = 4000 - lengthOf(head);
  return {
    text: join([
      head,
      isEmpty
        ? undefined
        : join(
            [html`<b>${texts.soFar}</b>`, text === '' ? undefined : quote(text, Math.max(200, left)), files],
            '\n',
          ),
    ]),
    buttons: isEmpty ? [[drop]] : [[send], [drop]],
    personal: true,
  };
};
