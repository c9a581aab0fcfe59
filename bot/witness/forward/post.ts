import type { Message, MessageOriginChannel } from 'grammy/types';
import { beginningOf } from '../../../lib/language/cut.ts';
import type { AccountReading } from '../../../lib/reading/account.ts';
import { cleanText } from '../../../lib/reading/text.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import { maxAccountLength, type Source } from '../../../lib/report/report.ts';
import { namedSources } from '../../../lib/report/vocabulary.ts';
import { wallTime } from '../../../lib/time/zone.ts';
import type { Parsers } from '../../parsers.ts';
import { withAccount } from '../interview/account-card.ts';
import { asked, withAnswers, withPending } from '../interview/question.ts';
import { withMoreWords } from '../interview/questions/account.ts';
import { isNamed } from '../interview/questions/source.ts';

/** A channel's post as it was forwarded. */
export type Post = Readonly<{
  title: string;
  /** Undefined for a private channel, which has no address. */
  link: string | undefined;
  /** In milliseconds since 1970. */
  publishedMs: number;
  text: string;
}>;

/** The channel's post that a message forwards. */
export const postOf = ({ text, caption }: Message, origin: MessageOriginChannel): Post => {
  const { username, title } = origin.chat;
  return {
    title: beginningOf(cleanText(title), 200),
    link: username === undefined ? undefined : `https://t.me/${username}/${origin.message_id}`,
    publishedMs: origin.date * 1000,
    text: cleanText(text ?? caption ?? ''),
  };
};

/**
 * The draft with what a post says of itself: who published it, when and where, and its words, of which `account` is the
 * reading. `kind` is taken for its source; the person can change it. What they said before stays: of a draft that has a
 * source already, only the words are taken.
 */
export const withPost = (
  draft: Draft,
  post: Post,
  {
    zone,
    channel,
    kind,
    account,
  }: Readonly<{
    zone: string;
    channel: string;
    kind: Source['kind'];
    account: AccountReading | undefined;
  }>,
): Readonly<{ draft: Draft; isCut: boolean }> => {
  const { source } = draft.answers;
  const room = maxAccountLength - (draft.answers.account ?? '').length - 1;
  const text = beginningOf(post.text, room);
  const isCut = text.length < post.text.length;
  const told =
    source === undefined || isSparse(source)
      ? ['sourceName', 'sourceChannel', 'sourceDate'].reduce(
          (one, question) => withPending(one, question, asked),
          withAnswers(draft, {
            source: {
              ...source,
              kind: source?.kind ?? kind,
              name: post.title,
              channel,
              link: post.link ?? source?.link,
              published: wallTime(new Date(post.publishedMs), zone).slice(0, 10),
            },
          }),
        )
      : draft;
  if (text === '') return { draft: told, isCut };
  if (account && Object.keys(account).length > 0) return { draft: withAccount(told, account, text), isCut };
  return { draft: withPending(withMoreWords(told, text) ?? told, 'account', asked), isCut };
};

/** A named source without details yet, which the post supplies. */
const isSparse = ({ kind, name, link }: Source): boolean =>
  isNamed(kind) && name === undefined && link === undefined;

/** What kind of source a channel is, where its name says so; else a post in social media. */
export const sourceKindOf = ({ title }: Post, parsers: Parsers): Source['kind'] => {
  const reading = parsers.option(title, namedSources);
  return reading.kind === 'one' ? reading.code : 'social_media';
};
