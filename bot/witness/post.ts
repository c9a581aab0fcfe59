import type { Message } from 'grammy/types';
import type { Draft } from '../../lib/report/draft.ts';
import { maxAccountLength, type Source } from '../../lib/report/report.ts';
import { namedSources } from '../../lib/report/vocabulary.ts';
import { wallTime } from '../../lib/time/zone.ts';
import { asked, withAnswers, withPending } from './question.ts';
import { isNamed } from './questions/source.ts';
import type { Readers } from './readers.ts';

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
 * The draft with what a post says of itself: who published it, when and where, and its words. What kind of source it is
 * follows from the channel's name where that says so, else it is a post in social media; the person can change it. What the
 * person said before stays: of a draft that has a source already, only the words are taken.
 */
export const withPost = (
  draft: Draft,
  post: Post,
  { zone, channel, readers }: Readonly<{ zone: string; channel: string; readers: Readers }>,
): Readonly<{ draft: Draft; isCut: boolean }> => {
  const { account, source } = draft.answers;
  const all = [account, post.text].filter(part => part).join('\n');
  const words = all === '' ? draft : withAnswers(draft, { account: all.slice(0, maxAccountLength) });
  const isCut = all.length > maxAccountLength;
  if (source !== undefined && !isSparse(source)) return { draft: words, isCut };
  const published = wallTime(new Date(post.publishedMs), zone).slice(0, 10);
  const told: Source = {
    ...source,
    kind: source?.kind ?? kindOf(post.title, readers),
    name: post.title,
    channel,
    ...(post.link !== undefined && { link: post.link }),
    published,
  };
  const known = ['sourceName', 'sourceChannel', 'sourceDate', ...(all === '' ? [] : ['account'])];
  const filled = known.reduce(
    (one, question) => withPending(one, question, asked),
    withAnswers(words, { source: told }),
  );
  return { draft: filled, isCut };
};

/** A named source of which nothing was said yet: the post says it. */
const isSparse = ({ kind, name, link }: Source): boolean =>
  isNamed(kind) && name === undefined && link === undefined;

const kindOf = (title: string, readers: Readers): Source['kind'] => {
  const reading = readers.option(title, namedSources);
  return reading.kind === 'one' ? reading.code : 'social_media';
};
