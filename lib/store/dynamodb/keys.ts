import type { Scope } from '../../summary/tally.ts';

/** The keys of all tables' items. They hold pseudonyms and random ids only. */
export type Key = Readonly<{ pk: string; sk: string }>;

// Chats
export const chatKey = (key: string): Key => ({ pk: `CHAT#${key}`, sk: 'CHAT' });
export const contactKey = (reporter: string): Key => ({ pk: `CONTACT#${reporter}`, sk: 'CONTACT' });
export const membersPartition = 'MEMBERS';
export const memberKey = (key: string): Key => ({ pk: membersPartition, sk: key });
export const unheardKey = (name: string): Key => ({ pk: `UNHEARD#${name}`, sk: 'UNHEARD' });
export const noticeKey = (id: string): Key => ({ pk: `NOTICE#${id}`, sk: 'NOTICE' });
export const cardKey = (report: string): Key => ({ pk: `CARD#${report}`, sk: 'CARD' });
export const copyPrefix = 'COPY#';
/** A message with words of a report, by a pseudonym of it. */
export const copyKey = (report: string, message: string): Key => ({
  pk: cardKey(report).pk,
  sk: `${copyPrefix}${message}`,
});
export const shownFilesPartition = 'SHOWN';
/** By when it is to be taken away. */
export const shownFileKey = (due: string, name: string): Key => ({
  pk: shownFilesPartition,
  sk: `${due}#${name}`,
});
export const migrationKey = (chat: string): Key => ({ pk: `MIGRATION#${chat}`, sk: 'MIGRATION' });
export const rateLimitKey = (chat: string): Key => ({ pk: `RATE#${chat}`, sk: 'RATE' });
export const problemsPartition = 'PROBLEMS';
export const problemKey = (id: string): Key => ({ pk: problemsPartition, sk: id });
/** `name` is a hash of what is in the picture. */
export const pictureKey = (name: string): Key => ({ pk: `PICTURE#${name}`, sk: 'PICTURE' });
export const digestKey = (chat: string): Key => ({ pk: `DIGEST#${chat}`, sk: 'DIGEST' });

// Keys
export const reportKeyKey = (report: string): Key => ({ pk: `KEY#${report}`, sk: 'KEY' });
export const ownReportsKey = (reporter: string): Key => ({ pk: `OWN#${reporter}`, sk: 'OWN' });

// Records
export const reportKey = (id: string): Key => ({ pk: `REPORT#${id}`, sk: 'REPORT' });
export const incidentKey = (id: string): Key => ({ pk: `INCIDENT#${id}`, sk: 'INCIDENT' });
export const figuresPartition = 'FIGURES';
export const figureKey = (published: string, id: string): Key => ({
  pk: figuresPartition,
  sk: `${published}#${id}`,
});
/** Where the history of a figure is. The figure itself is in the partition of all figures. */
export const figureHistoryKey = (id: string): Key => ({ pk: `FIGURE#${id}`, sk: 'FIGURE' });
export const reporterKey = (reporter: string): Key => ({ pk: `REPORTER#${reporter}`, sk: 'REPORTER' });
export const teamKey: Key = { pk: 'TEAM', sk: 'TEAM' };
export const correctionsPartition = 'CORRECTIONS';
/** By date, and within one by incident: readers do not learn which of them was changed first. */
export const correctionKey = (date: string, incident: string, version: number): Key => ({
  pk: correctionsPartition,
  sk: `${date.slice(0, 10)}T00:00:00.000Z#${incident}#${version}`,
});
/** Wide enough that text order is number order. */
const eventDigits = 6;
export const eventPrefix = 'EVENT#';
/** The event `n` of the history of what has this key. */
export const eventKey = (of: Key, n: number): Key => ({
  pk: of.pk,
  sk: `${eventPrefix}${String(n).padStart(eventDigits, '0')}`,
});
export const contributionPrefix = 'REPORT#';
/** What a report contributes to an incident. */
export const contributionKey = (incident: string, report: string): Key => ({
  pk: incidentKey(incident).pk,
  sk: `${contributionPrefix}${report}`,
});
export const tallyPrefix = 'CELL#';
export const tallyPartition = (scope: Scope): string => `${tallyPrefix}${scope}`;
/** `name` is that of the cell within its scope, `MONTH#2022-03#attack#mortar#confirmed`. */
export const tallyKey = (scope: Scope, name: string): Key => ({ pk: tallyPartition(scope), sk: name });
/** Where tallies were before each cell was an item. Nothing reads or writes them. */
export const formerTallies = 'TALLY';

/** The values of the attributes `queue`, `feed`, `hazard` and `embargo`, which only what belongs into those indexes has. */
export const waiting = 'waiting';
export const asked = 'asked';
export const rejected = 'rejected';
export const published = 'published';
export const unexploded = 'unexploded';
export const embargoed = 'embargoed';
export const changing = 'changing';

// Chats: who follows what, and what they are told of
export const followersPartition = 'FOLLOWERS';
/** By a pseudonym. Telegram takes some twenty of them a second, DynamoDB a thousand writes in one partition. */
export const followerKey = (follower: string): Key => ({ pk: followersPartition, sk: follower });
export const newsPartition = 'NEWS';
/** Wide enough that text order is number order. */
const newsDigits = 9;
export const newsKey = (seq: number): Key => ({
  pk: newsPartition,
  sk: String(seq).padStart(newsDigits, '0'),
});
export const newsHeadKey: Key = { pk: 'NEWSHEAD', sk: 'NEWSHEAD' };
/** That the news of an event (its hash) were noted. */
export const newsOfKey = (event: string): Key => ({ pk: `NEWSOF#${event}`, sk: 'NEWSOF' });
export const waveKey: Key = { pk: 'WAVE', sk: 'WAVE' };
export const channelKey = (channel: string): Key => ({ pk: `CHANNEL#${channel}`, sk: 'CHANNEL' });
/** The post that tells of an incident there. */
export const postKey = (channel: string, incident: string): Key => ({
  pk: channelKey(channel).pk,
  sk: `POST#${incident}`,
});
