/** The team and its group. */
export const team = {
  team: {
    title: 'Moderators',
    roles: { moderator: 'moderator', admin: 'admin' },
    byConfiguration: 'by configuration',
    nobody: 'Nobody yet.',
    how: 'To add somebody: reply to their message in the moderators’ group with /moderators, or write /moderators and their numeric id, or press “Add a moderator” in a private chat with this bot.',
    ask: 'Who is it? Forward one of their messages, share their contact, or write their numeric id. /cancel to stop.',
    confirmRemoval: (name: string) => `Remove ${name}? Their open buttons stop working at once.`,
    added: (name: string) => `${name} is now a moderator.`,
    already: (name: string) => `${name} is already on the team.`,
    removed: (name: string) => `${name} has been removed.`,
    missing: 'This person is no longer on the team.',
    hidden: 'This person hides their account when forwarded. Ask them for their contact or their numeric id.',
    noAccount: 'This contact has no Telegram account.',
    isBot: 'A bot cannot be a moderator.',
    notUnderstood:
      'It is not clear who is meant. Forward one of their messages, share their contact, or write their numeric id.',
    cancelled: 'Cancelled. Nobody was added.',
    changed: (name: string, role: string) => `${name}: now ${role}.`,
  },
  group: {
    /** `commands` is a line for each. */
    help: (commands: string) =>
      `Reports waiting for review come here as cards.\n\n${commands}\n\nTeam members can also use /queue in a private chat with this bot. Decide with the buttons of a card; the witness is told.`,
    commands: {
      language: { menu: 'The language of this group', help: 'the language of this group' },
      help: { menu: 'What you can do here' },
    },
    /** For an admin, in a group that is not the moderators' chat. */
    configure: (id: number) =>
      `The id of this group is ${id}. To make it the moderators’ chat, set MODERATORS_CHAT=${id} and start again.`,
    /** To whoever wrote anonymously. */
    anonymous:
      'This was written in the name of the group or of a channel, so the bot cannot tell which of you wrote it, and took nothing of it. Please write as yourself: in the group’s settings, under Administrators, turn off “Remain anonymous”. Buttons work as they are.',
    /** To admins, in private. */
    lost: 'The bot can no longer write to the moderators’ chat: it was removed, or its rights were taken. Witnesses are still told of decisions. New reports are in /queue; once the bot may write there again, a digest says how many came meanwhile.',
    upgraded: (id: number) =>
      `This group was upgraded and has a new id. Set MODERATORS_CHAT=${id} before the next start.`,
    leaving: 'This bot works only in private chats. Please write to it there. It is leaving this group now.',
    language: 'The language of this group',
    languageSet: 'From now on the bot writes in English in this group.',
  },
};
