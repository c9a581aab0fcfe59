import type { Message } from 'grammy/types';
import type { AccountReading } from '../../../lib/reading/account.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import { maxAccountLength, type Source } from '../../../lib/report/report.ts';
import { namedSources } from '../../../lib/report/vocabulary.ts';
import { wallTime } from '../../../lib/time/zone.ts';
import type { Parsers } from '../../parsers.ts';
import { withAccount } from '../interview/account-card.ts';
import { asked, withAnswers, withPending } from '../interview/question.ts';
import { withMoreWords } from '../interview/questions/account.ts';
import { isNamed } from '../interview/questions/source.ts';

/** A post of a channel as it was forwarded: whose, when, where it can be read, and its words. */
export type Post = Readonly<{
  title: string;
  /** A public channel has an address; of a private one only the name is known. */
  link: string | undefined;
  /** In milliseconds since 1970. */
  publishedMs: number;
  text: string;
}>;

/** The post that a message was forwarded from; undefined for any other message. */
export const postOf = (
  { forward_origin: origin, text, caption }: Message,
  clean: (text: string) => string,
): Post | undefined => {
  if (origin?.type !== 'channel') return undefined;
  const { username, title } = origin.chat;
  return {
    title: clean(title).slice(0, 200),
    link: username === undefined ? undefined : `https://t.me/${username}/${origin.message_id}`,
    publishedMs: origin.date * 1000,
    text: clean(text ?? caption ?? ''),
  };
};

/**
 * The draft with what a post says of itself: who published it, when and where, and its words, of which `account` is the
 * reading. What kind of source it is follows from the channel's name where that says so, else it is a post in social media;
 * the person can change it. What they said before stays: of a draft that has a source already, only the words are taken.
 */
export const withPost = (
  draft: Draft,
  post: Post,
  {
    zone,
    channel,
    parsers,
    account,
  }: Readonly<{ zone: string; channel: string; parsers: Parsers; account: AccountReading | undefined }>,
): Readonly<{ draft: Draft; isCut: boolean }> => {
  const { source } = draft.answers;
  const room = maxAccountLength - (draft.answers.account ?? '').length - 1;
  const text = post.text.slice(0, Math.max(0, room));
  const isCut = text.length < post.text.length;
  const told =
    source === undefined || isSparse(source)
      ? ['sourceName', 'sourceChannel', 'sourceDate'].reduce(
          (one, question) => withPending(one, question, asked),
          withAnswers(draft, {
            source: {
              ...source,
              kind: source?.kind ?? kindOf(post.title, parsers),
              name: post.title,
              channel,
              ...(post.link !== undefined && { link: post.link }),
              published: wallTime(new Date(post.publishedMs), zone).slice(0, 10),
            },
          }),
        )
      : draft;
  if (text === '') return { draft: told, isCut };
  if (account && Object.keys(account).length > 0) return { draft: withAccount(told, account, text), isCut };
  return { draft: withPending(withMoreWords(told, text) ?? told, 'account', asked), isCut };
};

/** A named source of which nothing was said yet: the post says it. */
const isSparse = ({ kind, name, link }: Source): boolean =>
  isNamed(kind) && name === undefined && link === undefined;

const kindOf = (title: string, parsers: Parsers): Source['kind'] => {
  const reading = parsers.option(title, namedSources);
  return reading.kind === 'one' ? reading.code : 'social_media';
};
