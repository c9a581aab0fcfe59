import { english } from '../../plural.ts';

/** What the worker tells: witnesses of decisions, the group of what is waiting. */
export const notices = {
  /** To the witness. */
  notice: {
    approved: (receipt: string) => `Your report ${receipt} was approved.`,
    published:
      'Only approved facts are published, at once or after a delay that keeps people safe: what happened, where, when, which munition, how many were harmed, how it is known, and what a named source or a forwarded post says. Your account, your files, the exact location and who you are are not. Thank you.',
    asked: (receipt: string) => `A question about your report ${receipt}`,
    askedHow:
      'Answer in your own words, in any language; you can add photos. The person asking does not know who you are.',
    answer: 'Answer',
    rejected: (receipt: string) => `Your report ${receipt} was not approved.`,
    reason: 'Reason',
    inWords: 'The moderator writes:',
    appeal: 'If this is a mistake, or you can say more, press the button below and correct this report.',
    all: 'All your reports, and how to withdraw one: /myreports',
  },
  /** What the moderators' chat is told by the clock, or when a night is too busy for a card each. */
  digest: {
    title: (n: number) => `${english(n, 'more report', 'more reports')} came in`,
    how: 'They have no card here: there were more than Telegram lets the bot send to this group, or nothing could be sent. Open them from the queue.',
    waiting: (n: string) => `Waiting now: ${n}`,
    reminder: (n: string, age: string) => `${n} waiting for longer than ${age}`,
    oldest: (age: string) => `The oldest has been waiting ${age}.`,
    /** Of somebody who wrote anonymously while the group's limit left no room for an answer. */
    anonymous:
      'Somebody wrote to the bot in the name of the group or of a channel. The bot cannot tell who it was, and took nothing of it. Please write as yourself: in the group’s settings, under Administrators, turn off “Remain anonymous”.',
    open: 'Open the queue',
  },
  /** A release, told to the moderators' chat. */
  releasedNow: (n: number) => `Published: ${english(n, 'incident', 'incidents')}`,
};
