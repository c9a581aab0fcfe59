/** What Telegram itself shows of the bot: its page, and its menu of commands. */
export const profile = {
  name: 'Svidok: witness reports',
  description:
    'This is not an emergency service: in danger, call the rescue service.\n\nReport munitions that harmed people or buildings, step by step, without giving your name. Moderators check reports; readers get approved incidents and counts. Never send positions of troops.',
  shortDescription: 'Report munition use safely. Read checked incidents and counts.',
  /** What anybody may write: `menu` is for Telegram's list of commands, `help` for the help. */
  commands: {
    start: { menu: 'Begin, or see what you can do' },
    report: { menu: 'Report an incident', help: 'report an incident, step by step' },
    myreports: { menu: 'Your reports and their status', help: 'your reports and their status' },
    latest: { menu: 'Latest published incidents', help: 'latest published incidents; also /latest Kharkiv' },
    summary: { menu: 'Summary for a period', help: 'summary for a period; also /summary March 2022' },
    map: { menu: 'Map for a period', help: 'map of what is counted for a period; also /map March 2022' },
    incident: { menu: 'One incident by its code', help: 'one incident by its code: /incident K7QF2-M9XCA' },
    changes: { menu: 'What was corrected or retracted', help: 'what was corrected or retracted' },
    follow: {
      menu: 'Be told of what is published',
      help: 'be told when something is published; also /follow Izium',
    },
    unfollow: { menu: 'Stop following', help: 'stop being told' },
    export: { menu: 'Download incidents as a file', help: 'incidents as a file: /export cluster 2022' },
    language: { menu: 'Change the language', help: 'change the language' },
    privacy: { menu: 'What is kept, and how to erase it', help: 'what is kept, and how to erase it' },
    cancel: { menu: 'Stop the report you are writing', help: 'stop the report you are writing' },
    help: { menu: 'What you can do here' },
  },
};
