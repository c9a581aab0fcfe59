/** What all rooms of the desk say: buttons, refusals, commands. */
export const everywhere = {
  somebody: 'a colleague',
  buttons: {
    approve: 'Approve',
    reject: 'Reject',
    inWords: 'In my own words…',
    ask: 'Ask',
    edit: 'Edit',
    claim: 'Take it',
    unclaim: 'Give it back',
    next: 'Next report',
    history: 'History',
    similar: 'Similar',
    reporter: 'Witness',
    questions: 'Questions',
    reopen: 'Undo the decision',
    incident: 'Incident',
    openPrivately: 'Open the answers',
    evidence: (n: number) => `Evidence (${n})`,
    wholeText: 'Whole text',
    back: 'Back',
    previous: 'Previous page',
    toQueue: 'Back to the queue',
    newer: 'Newer',
    older: 'Older',
    refresh: 'Refresh',
    remove: (name: string) => `Remove ${name}`,
    removeYes: 'Yes, remove',
    removeNo: 'No, keep',
    add: 'Add a moderator',
    promote: (name: string) => `Make ${name} an admin`,
    demote: (name: string) => `Make ${name} a moderator`,
  },
  refused: {
    stale: 'This button no longer works.',
    notYou: 'Only moderators can do this.',
    adminsOnly: 'Only admins can do this.',
    changed: 'The report has changed since. Here it is now: please read it again before you decide.',
    gone: 'That report no longer exists.',
    decided: (outcome: string) => `Already decided. ${outcome}`,
    withdrawn: 'The witness has withdrawn this report.',
    /** By why the store refused. */
    why: {
      status: 'Not possible now: the status has changed.',
      claimed: 'A colleague is working on this report. It will be free again later.',
      second_needed: 'You have already approved it. A second moderator must approve it too.',
      military_position: 'It shows a military position: it cannot be approved.',
      no_such_question: 'There is no such question.',
      too_many_questions: 'This witness has been asked as many questions as allowed.',
      nobody_to_ask: 'It is a row of a data set: there is no witness to ask.',
      unchanged: 'Nothing would change.',
      incident_missing: 'There is no such incident.',
      incident_retracted: 'That incident is retracted.',
      judgements_differ:
        'Both incidents have a grade, or a word on unexploded items, and they are not the same. Make them the same first: one of them would be lost.',
      would_unpublish:
        'That incident is not released yet: this would retract what is published. Move that one into this, or wait for its release.',
      still_held:
        'The release of this incident is put off, and that one is published already: this would publish it now. Wait until then, or let an admin release it first.',
      muted: 'This person is muted: nothing is accepted from them.',
      admins_only: 'Only an admin can release it earlier.',
      past: 'That time has already passed.',
      not_due: 'It is not due for release yet.',
      not_of_incident: 'That report does not belong to this incident.',
      too_many: 'Too many reports at once. Move them in parts.',
    },
    claimedBy: (by: string) => `${by} has taken this report.`,
    notYours: 'A colleague is filling this in. Please open your own form.',
    incidentGone: 'There is no such incident.',
    incidentChanged: 'The incident has changed since. Here it is now.',
  },
  /** To a moderator who was asked for words, and sent somebody else’s. */
  notYourWords:
    'That was written by somebody else: forwarded, or by another bot. It was not taken as your words. Please write it yourself; or /cancel, and send it again.',
  /** What the group had no room for: `here` and `again` are told in private. */
  groupBusy: {
    moved: 'The group takes no more messages this minute. It is open in your private chat with this bot.',
    start:
      'The group takes no more messages this minute. Open a private chat with this bot, press Start there, and try again.',
    here: 'The group takes no more messages this minute. Here is what you asked for.',
    again:
      'The group takes no more messages this minute, so nothing was taken of what you wrote. Please send it there again in a minute.',
    wait: 'The group takes no more messages this minute. Please press again in a minute.',
  },
  /** The commands of the team: `menu` is for Telegram's list of commands, `help` for the help in the group. */
  commands: {
    queue: { menu: 'Reports waiting for review', help: 'what is waiting, oldest first' },
    incidents: {
      menu: 'Awaiting release, and published',
      help: 'what is awaiting release, and what is published',
    },
    figure: {
      menu: 'Figures published by others',
      help: 'published figures; with words behind it, records one: /figure UN, 30 March 2022, at least 24 attacks',
    },
    moderators: { menu: 'The team', help: 'the team (admins)' },
    problems: { menu: 'What could not be done', help: 'what could not be told or released (admins)' },
    team_export: {
      menu: 'The team’s view as a file',
      help: 'all approved incidents as a file, as the team knows them',
    },
  },
  teamHelp: (commands: string) => `You are on the team of moderators:\n\n${commands}`,
};
