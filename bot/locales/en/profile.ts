/** What Telegram itself shows of the bot: its page, and its menu of commands. */
export const profile = {
  name: 'Svidok: witness reports',
  description:
    'Report munitions that harmed people or places, step by step, without giving your name. Moderators check every report; readers get approved incidents and counts. This is no emergency service. Never send positions of troops.',
  shortDescription: 'Report munition use safely. Read checked incidents and counts.',
  commands: {
    start: 'Begin, or see what you can do',
    report: 'Report an incident',
    myreports: 'Your reports and their state',
    latest: 'Latest approved incidents',
    summary: 'Counts for a period, and figures of others',
    changes: 'What was corrected or taken back',
    language: 'Change the language',
    privacy: 'What is kept, and how to erase it',
    cancel: 'Stop the report you are writing',
    help: 'What you can do here',
  },
};
