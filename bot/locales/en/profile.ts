/** What Telegram itself shows of the bot: its page, and its menu of commands. */
export const profile = {
  name: 'Svidok: witness reports',
  description:
    'This is not an emergency service: in danger, call the rescue service.\n\nReport munitions that harmed people or buildings, step by step, without giving your name. Moderators check reports; readers get approved incidents and counts. Never send positions of troops.',
  shortDescription: 'Report munition use safely. Read checked incidents and counts.',
  commands: {
    start: 'Begin, or see what you can do',
    report: 'Report an incident',
    myreports: 'Your reports and their status',
    latest: 'Latest published incidents',
    summary: 'Summary for a period',
    map: 'Map for a period',
    incident: 'One incident by its code',
    changes: 'What was corrected or retracted',
    follow: 'Be told of what is published',
    unfollow: 'Stop following',
    export: 'Download incidents as a file',
    language: 'Change the language',
    privacy: 'What is kept, and how to erase it',
    cancel: 'Stop the report you are writing',
    help: 'What you can do here',
  },
};
