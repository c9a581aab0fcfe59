import type { Message, MessageOriginChannel } from 'grammy/types';
import type { AccountReading } from '../../../lib/language/account.ts';
import { beginningOf } from '../../../lib/language/text/cut.ts';
import { cleanText } from '../../../lib/language/text/text.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import { maxPostLength, type Source } from '../../../lib/report/report.ts';
import { namedSources } from '../../../lib/report/vocabulary.ts';
import { wallTime } from '../../../lib/time/zone.ts';
import type { Parsers } from '../../parsers.ts';
import { cut } from '../../telegram/html.ts';
import { withReading } from '../interview/account-card.ts';
import { asked, withAnswers, withPending } from '../interview/question.ts';
import { isNamed } from '../interview/questions/source.ts';

/** A channel's post as it was forwarded. */
type Post = Readonly<{
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
 * The draft with a post: its text, to be quoted, apart from everything that the person types, and in a report that is of the
 * post what it says, as far as nothing else was answered. Of a report that the person has begun on their own it is kept
 * beside what they told, and answers nothing. A report has one post: the text of `another` is not taken.
 */
export const withPost = (
  draft: Draft,
  post: Post,
  {
    zone,
    channel,
    kind,
    account,
  }: Readonly<{ zone: string; channel: string; kind: Source['kind']; account: AccountReading | undefined }>,
): Readonly<{ draft: Draft; kept: 'source' | 'beside' | 'another' }> => {
  const { source, post: former } = draft.answers;
  const by: Source = {
    kind,
    name: post.title,
    channel,
    link: post.link,
    published: wallTime(new Date(post.publishedMs), zone).slice(0, 10),
  };
  if (former && post.text !== '' && former.text !== post.text) return { draft, kept: 'another' };
  const answers = post.text === '' || former ? {} : { post: { text: cut(post.text, maxPostLength), by } };
  const kept = withAnswers(
    draft,
    account?.militaryPosition ? { ...answers, mentionsMilitary: true as const } : answers,
  );
  if (source === undefined ? isBegun(draft) : !isSparse(source)) return { draft: kept, kept: 'beside' };
  const told = ['sourceName', 'sourceChannel', 'sourceDate'].reduce(
    (one, question) => withPending(one, question, asked),
    withAnswers(kept, { source: { ...by, kind: source?.kind ?? by.kind } }),
  );
  if (post.text === '') return { draft: told, kept: 'source' };
  const read = account && Object.keys(account).length > 0 ? withReading(told, account) : told;
  return { draft: withPending(read, 'account', asked), kept: 'source' };
};

/** Whether the person has told something of their own. A press on what happened is as true of a post. */
const isBegun = ({ answers }: Draft): boolean =>
  Object.entries(answers).some(
    ([name, value]) => !['phase', 'evidence'].includes(name) && value !== undefined,
  );

/** A named source of which nothing was said yet: the post says it. */
const isSparse = ({ kind, name, link }: Source): boolean =>
  isNamed(kind) && name === undefined && link === undefined;

/** What kind of source a channel is, where its name says so; else a post in social media. */
export const sourceKindOf = ({ title }: Post, parsers: Parsers): Source['kind'] => {
  const reading = parsers.option(title, namedSources);
  return reading.kind === 'one' ? reading.code : 'social_media';
};
