import { english } from '../plural.ts';

export const moderator = {
  card: {
    title: (receipt: string) => `Report ${receipt}`,
    received: (at: string) => `Received ${at}`,
    military: 'Check: the words seem to mention troops or their positions.',
    language: 'The witness writes in',
    phase: 'What',
    place: 'Where',
    precision: 'exact to',
    origins: {
      device: 'from the phone',
      map_pin: 'pin on the map',
      venue: 'a venue',
      typed: 'typed',
      moderator: 'from a moderator',
    },
    point: 'Exact point, never public',
    metres: (n: number) => `±${n} m`,
    words: 'In their words',
    occurred: 'When',
    effect: 'Seen or heard',
    munition: 'Munition',
    knownBy: 'How they know the type',
    notAsked: 'not asked',
    areas: 'What was hit',
    nothing: 'nothing given',
    source: 'Source',
    claim: 'Claimed side',
    noClaim: 'none claimed',
    account: 'Account',
    evidence: 'Evidence',
    items: (n: number) => english(n, 'item', 'items'),
    publicly: 'Readers will see',
    accountPublic: 'Readers will also see the account, as the words of this source.',
    accountPrivate: 'The account of a private witness is not published.',
    whyReject: 'Why is it rejected? The witness is told the reason.',
  },
  outcome: {
    approved: (by: string, at: string) => `Approved by ${by}, ${at}`,
    rejected: (by: string, at: string) => `Rejected by ${by}, ${at}`,
    reason: 'Reason',
    withdrawn: (at: string) => `Withdrawn by the witness, ${at}`,
    /** Passing notes for whoever pressed. */
    youApproved: 'Approved. It is published.',
    youRejected: 'Rejected. The witness is told the reason.',
  },
  somebody: 'a colleague',
  buttons: {
    approve: 'Approve',
    reject: 'Reject',
    inWords: 'In my own words…',
    evidence: (n: number) => `Evidence (${n})`,
    wholeText: 'Whole text',
    back: 'Back',
    toQueue: 'Back to the queue',
    newer: 'Newer',
    older: 'Older',
    refresh: 'Refresh',
    remove: (name: string) => `Remove ${name}`,
    removeYes: 'Yes, remove',
    removeNo: 'No, keep',
    add: 'Add a moderator',
  },
  refused: {
    stale: 'This button does not work any more.',
    notYou: 'Only moderators can do this.',
    adminsOnly: 'Only admins can do this.',
    changed:
      'The report has changed since. Here is its present state: please read it again before you decide.',
    gone: 'There is no such report any more.',
    decided: (outcome: string) => `Already decided. ${outcome}`,
    withdrawn: 'The witness has withdrawn this report.',
  },
  queue: {
    title: 'Waiting for review',
    count: (n: number, more: boolean) =>
      more ? `more than ${english(n, 'report', 'reports')}` : english(n, 'report', 'reports'),
    order: 'Oldest first. Press one to open it.',
    waits: (age: string) => `waits ${age}`,
    empty: 'Nothing is waiting. New reports come to this list at once.',
    nothingHere: 'Nothing is left on this page.',
    first: 'From the beginning',
    people: 'people were harmed',
  },
  words: {
    /** `who` mentions the moderator, so that only they are asked. */
    ask: (receipt: string, most: number) =>
      `Rejecting report ${receipt}: why? Reply to this message with the reason, in at most ${english(most, 'character', 'characters')}. The witness will read it as you write it. /cancel to stop.`,
    placeholder: 'The reason, for the witness',
    tooLong: (length: number, most: number) =>
      `That is ${english(length, 'character', 'characters')}, and the reason can have ${most}. Please write it shorter; nothing has been sent yet.`,
    textOnly: 'The reason has to be a text. Please write it, or /cancel.',
    cancelled: 'Cancelled. The report still waits.',
  },
  evidence: {
    caption: (receipt: string, n: number, of: number) => `${receipt} · ${n}/${of}`,
    failed: (n: number) => `${english(n, 'item', 'items')} could not be opened.`,
    none: 'There is no evidence with this report.',
  },
  text: {
    title: (receipt: string, n: number, of: number) => `Account of ${receipt} · ${n}/${of}`,
    none: 'There is no account with this report.',
  },
  team: {
    title: 'Moderators',
    roles: { moderator: 'moderator', admin: 'admin' },
    byConfiguration: 'by configuration',
    nobody: 'Nobody yet.',
    how: 'To add somebody: reply to their message in the moderators’ group with /moderators, or write /moderators and their numeric id, or press “Add a moderator” in a private chat with this bot.',
    ask: 'Who is it? Forward one of their messages, share their contact, or write their numeric id. /cancel to stop.',
    confirmRemoval: (name: string) => `Remove ${name}? Their open buttons stop working at once.`,
    added: (name: string) => `${name} is a moderator now.`,
    already: (name: string) => `${name} is in the team already.`,
    removed: (name: string) => `${name} is removed.`,
    missing: 'This person is not in the team any more.',
    hidden: 'This person hides their account when forwarded. Ask them for their contact or their numeric id.',
    noAccount: 'This contact has no Telegram account.',
    isBot: 'A bot cannot be a moderator.',
    notUnderstood:
      'I cannot tell who is meant. Forward a message of theirs, share their contact, or write their numeric id.',
    cancelled: 'Cancelled. Nobody was added.',
  },
  group: {
    help: 'Reports that wait for review come here as cards.\n\n/queue – what waits, oldest first\n/moderators – the team (admins)\n/language – the language of this group\n\nMembers of the team can use /queue in a private chat with this bot as well. Press the buttons of a card to decide; the witness is told.',
    /** For an admin, in a group that is not the moderators' chat. */
    configure: (id: number) =>
      `The id of this group is ${id}. To make it the moderators’ chat, set MODERATORS_CHAT=${id} and start again.`,
    upgraded: (id: number) =>
      `This group was upgraded and has a new id. Set MODERATORS_CHAT=${id} before the next start.`,
    leaving: 'This bot works in private chats only. Write to it there, please. It leaves this group now.',
    language: 'The language of this group',
    languageSet: 'This group is written to in English from now on.',
  },
  /** To the witness. */
  notice: {
    approved: (receipt: string) => `Your report ${receipt} was approved.`,
    published:
      'What it says is published now, without anything about you and without your exact point. Thank you.',
    rejected: (receipt: string) => `Your report ${receipt} was not approved.`,
    reason: 'Reason',
    inWords: 'The moderator writes:',
    appeal:
      'If this is a mistake, or you can say more, correct it and send it again with /report. All your reports: /myreports',
    all: 'All your reports, and how to withdraw one: /myreports',
  },
};
