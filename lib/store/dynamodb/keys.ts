import type { Bucket, Scope } from '../../summary/tally.ts';

/** Every key of both tables. Keys hold pseudonyms and random ids only. */
export type Key = Readonly<{ pk: string; sk: string }>;

// Chats
export const chatKey = (key: string): Key => ({ pk: `CHAT#${key}`, sk: 'CHAT' });
export const contactKey = (reporter: string): Key => ({ pk: `CONTACT#${reporter}`, sk: 'CONTACT' });
export const membersPartition = 'MEMBERS';
export const memberKey = (key: string): Key => ({ pk: membersPartition, sk: key });
export const noticeKey = (id: string): Key => ({ pk: `NOTICE#${id}`, sk: 'NOTICE' });
export const cardKey = (report: string): Key => ({ pk: `CARD#${report}`, sk: 'CARD' });

export const moveKey = (chat: string): Key => ({ pk: `MOVE#${chat}`, sk: 'MOVE' });
export const paceKey = (chat: string): Key => ({ pk: `PACE#${chat}`, sk: 'PACE' });

// Records
export const reportKey = (id: string): Key => ({ pk: `REPORT#${id}`, sk: 'REPORT' });
export const incidentKey = (id: string): Key => ({ pk: `INCIDENT#${id}`, sk: 'INCIDENT' });
export const figuresPartition = 'FIGURES';
export const figureKey = (published: string, id: string): Key => ({
  pk: figuresPartition,
  sk: `${published}#${id}`,
});
/** Where the history of a figure is, which is listed among the others itself. */
export const figureHistoryKey = (id: string): Key => ({ pk: `FIGURE#${id}`, sk: 'FIGURE' });
export const reporterKey = (reporter: string): Key => ({ pk: `REPORTER#${reporter}`, sk: 'REPORTER' });
export const teamKey: Key = { pk: 'TEAM', sk: 'TEAM' };
export const changesPartition = 'CHANGES';
/** What changed for readers: in the order of time. */
export const changeKey = (at: string, incident: string, version: number): Key => ({
  pk: changesPartition,
  sk: `${at}#${incident}#${version}`,
});
/** Wide enough that text order is number order. */
const eventDigits = 6;
export const eventPrefix = 'EVENT#';
/** The event `n` of the report or incident of this key. */
export const eventKey = (of: Key, n: number): Key => ({
  pk: of.pk,
  sk: `${eventPrefix}${String(n).padStart(eventDigits, '0')}`,
});
export const linkPrefix = 'REPORT#';
/** That an incident is made of a report. */
export const linkKey = (incident: string, report: string): Key => ({
  pk: incidentKey(incident).pk,
  sk: `${linkPrefix}${report}`,
});
export const tallyPrefix = 'TALLY#';
export const tallyPartition = (scope: Scope): string => `${tallyPrefix}${scope}`;
export const tallyKey = (scope: Scope, bucket: Bucket): Key => ({ pk: tallyPartition(scope), sk: bucket });

/** What the sparse indexes `queue`, `feed` and `embargo` hold in the attribute of their name. */
export const waiting = 'waiting';
export const asked = 'asked';
export const published = 'published';
export const embargoed = 'embargoed';
