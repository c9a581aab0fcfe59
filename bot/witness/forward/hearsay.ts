import type { Message, MessageOrigin } from 'grammy/types';
import type { AccountReading } from '../../../lib/language/account.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import type { Answers } from '../../../lib/report/report.ts';
import { wallTime } from '../../../lib/time/zone.ts';
import { withAnswers } from '../interview/question.ts';

type Forwarded = NonNullable<Answers['forwarded']>;

/**
 * Whose message a message forwards and of what day, when it is neither a channel's post, which is a source by itself, nor
 * the person's own.
 */
export const forwardedIn = (message: Message | undefined, zone: string): Forwarded | undefined => {
  const origin = message?.forward_origin;
  const from = origin && senderOf(origin);
  if (!origin || !from || (origin.type === 'user' && origin.sender_user.id === message.from?.id))
    return undefined;
  return { from, date: wallTime(new Date(origin.date * 1000), zone).slice(0, 10) };
};

const senderOf = (origin: MessageOrigin): Forwarded['from'] | undefined => {
  switch (origin.type) {
    case 'channel':
      return undefined;
    case 'chat':
      return 'group';
    case 'user':
      return origin.sender_user.is_bot ? 'bot' : 'person';
    case 'hidden_user':
      return 'person';
  }
};

/** The draft marked as hearsay: told by others, unless the person has said how they know. */
export const asHearsay = (draft: Draft, forwarded: Forwarded): Draft =>
  withAnswers(draft, { forwarded, source: draft.answers.source ?? { kind: 'told' } });

/** What a forwarded account says, without how its author knows: that is not how the person who forwards it does. */
export const heardAccount = ({ source: _, knownBy: __, ...account }: AccountReading): AccountReading =>
  account;
