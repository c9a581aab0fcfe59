/** The commands of the team. To know them, nothing else of the team's part need be loaded. */
export const teamCommands = ['queue', 'incidents', 'figure', 'moderators'] as const;
export type TeamCommand = (typeof teamCommands)[number];
