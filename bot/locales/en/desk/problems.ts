import { english } from '../../plural.ts';

/** What was put aside because it could not be told, released or read. */
export const problems = {
  problems: {
    title: (n: number) => (n === 0 ? 'No problems' : english(n, 'problem', 'problems')),
    none: 'Everything has been told and released.',
    how: 'Each was put aside so that everything else goes on. Once the reason is gone, have it tried again.',
    why: 'Why',
    since: (at: string, tries: number) => `Since ${at}, ${english(tries, 'try', 'tries')}`,
    what: {
      notice: (id: string) => `The witness of report ${id} was not told of a decision or a question.`,
      card: (id: string) => `The card of report ${id} does not show its latest state.`,
      group: () => 'Nothing can be written to the moderators’ chat. New reports are counted for a digest.',
      record: (key: string) =>
        `What is stored of ${key} cannot be read: lists leave it out, and nobody is told of its changes.`,
      release: (id: string) => `Incident ${id} is due and was not released.`,
      erasure: (id: string) => `The rejected report ${id} was to be erased, and was not.`,
      files: (id: string) =>
        `Photos or files of report ${id} are still in a chat of the team: Telegram did not let the bot delete them. Delete them there.`,
      news: () => 'Followers were not told of something that was published or corrected.',
      channel: () => 'Something was not posted in the public channel.',
    },
    reasons: {
      blocked: 'the person blocked the bot',
      chat_gone: 'Telegram knows no such chat',
      removed: 'the bot was removed from the group',
      no_right: 'the bot may not write there; an admin of the group can allow it',
      topic_closed: 'the topic is closed; an admin of the group can open it',
      bad_peer: 'Telegram does not accept this chat',
      bad_text: 'Telegram does not accept the text; this is a fault of the bot',
      refused: 'Telegram refused it',
      too_many: 'Telegram asked the bot to write less',
      unauthorized: 'Telegram does not accept the bot’s token',
      server: 'Telegram had a fault',
      unreached: 'Telegram could not be reached',
      lost: 'Telegram’s answer was lost: it may have come, and may come twice',
      busy: 'it was being sent when the bot stopped',
      unreadable: 'the stored item is damaged, or of a later version of the bot',
      fault: 'a fault of the bot; the log has more',
    },
    states: {
      later: 'It is tried again by itself.',
      open: 'It waits for you.',
      again: 'It is tried again within a minute.',
    },
    again: (n: number) => `${n}. Try again`,
    dismiss: (n: number) => `${n}. Dismiss`,
    allAgain: 'Try all again',
    earlier: 'Earlier',
    later: 'Later',
    willTry: 'It will be tried again within a minute.',
    dismissed: 'Dismissed.',
    gone: 'That is solved already.',
    unreadable: (n: number) => `${english(n, 'problem', 'problems')} could not be read.`,
  },
};
