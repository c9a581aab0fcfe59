import type { Message } from 'grammy/types';
import { cleanText } from '../../lib/language/text/text.ts';
import type { Ctx } from '../context.ts';
import { isByOthers } from '../telegram/authorship.ts';
import { html } from '../telegram/html.ts';
import { meaningOf } from './message-input.ts';
import { chatKey, showCurrent } from './respond.ts';
import { beginReport, takeAnswer } from './submit.ts';

const followUp = () => import('./follow-up/actions.ts');

/** `/report` alone begins a report; with words after it they are its first answer, once there is consent. */
export const takeReport = async (ctx: Ctx, words: string): Promise<void> => {
  const text = cleanText(words);
  const { consentAt } = await ctx.states.read(chatKey(ctx));
  if (text === '' || consentAt === undefined) return beginReport(ctx);
  await takeAnswer(ctx, { kind: 'text', text }, { isReport: true });
};

/** A message that is no command: an answer to a moderator, a forwarded post, or an answer to the interview. */
export const takeMessage = async (ctx: Ctx, message: Message): Promise<void> => {
  const { text } = message;
  if (text?.startsWith('/')) return showCurrent(ctx, ctx.t.witness.unknownCommand);
  const meaning = meaningOf(message, ctx.deps.identity, cleanText);
  if (meaning.kind === 'service') return;
  if (meaning.kind === 'refused') return showCurrent(ctx, html`${ctx.t.witness.refused[meaning.why]}`);
  const { input } = meaning;
  const { pendingInput, draft, consentAt } = await ctx.states.read(chatKey(ctx));
  // What a moderator corrects a report by is their own words.
  if (draft?.revises?.as === 'moderator' && isByOthers(message))
    return showCurrent(ctx, html`${ctx.t.moderator.notYourWords}`);
  if (
    (pendingInput || message.reply_to_message) &&
    (input.kind === 'text' || input.kind === 'evidence') &&
    (await (await followUp()).takeAnswerMessage(ctx, input))
  )
    return;
  if (message.forward_origin?.type === 'channel')
    return (await import('./forward/actions.ts')).takePost(ctx, message, message.forward_origin, input);
  const isLoose = input.kind !== 'point' && !draft && consentAt !== undefined;
  if (isLoose && (await (await followUp()).offerAsAnswer(ctx, input))) return;
  await takeAnswer(ctx, input, {
    note: meaning.live ? html`${ctx.t.witness.refused.live}` : undefined,
  });
};
